// A container's files, seen from outside: docker cp, docker export, docker diff, docker commit.
#pragma once

#include "engine/access/access.h"
#include "engine/api/stream/bytestream.h"
#include "engine/api/types/container.h"
#include "engine/api/types/files.h"
#include "engine/api/types/pathstat.h"
#include "engine/base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace quayside::containers
{

// Thread-safe; calls block as long as the bytes flow. `ref` and the errors about it are as in containers.h.
// Whether the container runs makes no difference; of one that does not run, one call at a time reads or
// writes. A start waits a few seconds for such a call and then ends it; a removal ends it at once: Conflict.
class ContainerFiles
{
public:
    virtual ~ContainerFiles() = default;
    using Peer = access::Peer;

    // A path of the container, as its root sees it, with volumes and binds, without proc, sysfs and /dev. A
    // link as the last part is not followed unless the path ends in "/" or "/.". NotFound, in dockerd's
    // words.
    virtual Result<api::ContainerPathStat> stat(const Peer &, const std::string &ref,
                                                const std::string &path) = 0;
    // Its tar, named after the path's last part. `found` is called before the first byte.
    using Found = std::function<void(const api::ContainerPathStat &)>;
    virtual Result<> read(const Peer &, const std::string &ref, const std::string &path, const Found &found,
                          api::SocketSink &archive) = 0;
    struct WriteOptions {
        bool keepDirectories = false; // noOverwriteDirNonDir
        bool copyOwner = false; // copyUIDGID: what comes belongs to the container's USER, where it has one
    };
    // A tar (plain or compressed) into an existing folder. InvalidArgument: no folder, or an entry that is
    // refused (named); Forbidden: read-only; NoSpace. What came before the error stays, as with dockerd.
    virtual Result<> write(const Peer &, const std::string &ref, const std::string &path,
                           const WriteOptions &options, api::SocketSource &archive) = 0;
    // All of the root as a tar: without volumes and binds, and without what is mounted there by default.
    virtual Result<> exportRoot(const Peer &, const std::string &ref, const std::function<void()> &found,
                                api::SocketSink &archive) = 0;
    // What the container changed in its root, sorted by path.
    virtual Result<std::vector<api::FilesystemChange>> changes(const Peer &, const std::string &ref) = 0;

    // For those who look around in a container, or in a volume by itself, and change one thing at a time.
    struct FilePlace {
        std::string ref;     // a container, or the name of a volume
        bool volume = false; // NotSupported: one that is a folder of the host
        std::string path;
    };
    struct ListOptions {
        std::string after, text;      // names behind `after`; with `text` in them
        std::uint32_t limit = 10'000; // entries
    };
    // A folder, links followed.
    virtual Result<api::FileFolder> list(const Peer &, const FilePlace &, const ListOptions &options) = 0;
    // A regular file's bytes, links followed. `found`, before the first byte, has its version.
    using FileFound = std::function<void(const api::ContainerPathStat &, const std::string &version)>;
    virtual Result<> readFile(const Peer &, const FilePlace &, const FileFound &found,
                              api::SocketSink &content) = 0;
    // Whole or not at all; mode and owner stay. `version`: which it must still have (else Conflict with ESTALE), "none": it
    // must not be there, "": any. Returns the new one.
    virtual Result<std::string> putFile(const Peer &, const FilePlace &, const std::string &version,
                                        api::SocketSource &content) = 0;
    virtual Result<> edit(const Peer &, const FilePlace &, const api::FileEdit &edit) = 0;

    struct CommitOptions {
        std::string repository, tag; // empty: no name
        std::string comment, author;
        bool pause = true;                            // while the files are read
        std::vector<std::string> changes;             // Dockerfile instructions
        std::optional<api::ContainerConfig> config{}; // what it has goes before the container's own
    };
    // The container as an image: returns its id.
    virtual Result<std::string> commit(const Peer &, const std::string &ref,
                                       const CommitOptions &options) = 0;
};

} // namespace quayside::containers
