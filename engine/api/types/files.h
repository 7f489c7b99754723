// A container's or a volume's files, as /quayside/containers/{id}/files and /quayside/volumes/{name}/files
// tell and take them (docs/extensions.md).
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct FileEntry {
    std::string name;
    std::string encoded;                     // the whole path, where it is no plain text, as of ImageEntry
    std::string type;                        // file, folder, link, device, pipe, socket
    std::int64_t size = 0;                   // bytes
    std::int64_t mode = 0, uid = 0, gid = 0; // permission bits with set-id and sticky; ids as inside
    std::string user, group;                 // by the container's own passwd and group; empty: not known
    std::int64_t modified = 0;               // seconds since 1970
    std::string target;                      // of links, as it is written there
    std::string leadsTo;                     // of links: folder, file, nowhere
    bool mounted = false;                    // something is mounted there
    std::string change;           // since the image: added, changed, removed; empty: none, or not known
    std::int64_t nanoseconds = 0; // of the modification; not on the wire
};

struct FileFolder {
    std::string path;               // without links
    std::vector<FileEntry> entries; // in the order of their names' bytes; then those that were removed
    bool truncated = false;         // there are more: ask with `after`, the last name
    bool readOnly = false;
    bool changesKnown = false; // part of the container's root, and no volume or bind
};
std::string encode(const FileFolder &folder);
template <>
Result<FileFolder> decode(std::string_view json);

struct FileEdit {
    std::string operation; // mkdir, rename, remove, chmod, chown
    std::string path, encoded, to, toEncoded;
    std::int64_t mode = 0;                // chmod
    std::optional<std::int64_t> uid, gid; // chown; absent: as it is
    bool recursive = false;               // remove, chmod, chown
};
std::string encode(const FileEdit &edit);
template <>
Result<FileEdit> decode(std::string_view json);

} // namespace quayside::api
