// What is inside an image: answers of /quayside/images/{name}/{contents,tree,find,compare,packages,disk} and
// of GET /quayside/images/prune (docs/images.md says what the figures mean). Sizes are bytes.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

// A layer that holds files; instructions that only changed the configuration have none.
struct LayerContents {
    std::int64_t index = 0;                  // bottom first
    std::string id, diffId;                  // chain id; digest of the uncompressed tar
    std::string digest;                      // of the blob as it came; empty: the layer was made here
    std::int64_t compressedSize = 0;         // of that blob
    std::string createdBy, comment, created; // of the image's history; created: RFC 3339
    std::int64_t size = 0;
    std::int64_t added = 0, changed = 0,
                 removed = 0;     // files (anything but folders), against the layers below
    std::int64_t wastedBytes = 0; // what this layer repeats or removes of the layers below
};

// A path that several layers hold, or that a layer removes again.
struct WastedPath {
    std::string path;
    std::int64_t count = 0;           // times that a layer writes or removes it
    std::int64_t bytes = 0;           // of all its copies but the one that is seen
    std::vector<std::int64_t> layers; // indices
};

struct ImageContents {
    std::string id;
    std::int64_t size = 0, files = 0; // of all layers; files that a container sees
    std::int64_t wastedBytes = 0;
    double efficiency = 1; // 0..1
    std::vector<LayerContents> layers;
    std::vector<WastedPath> waste; // the largest, at most 100
};
std::string encode(const ImageContents &contents);
template <>
Result<ImageContents> decode(std::string_view json);

struct ImageEntry {
    std::string name;
    std::string path; // only of what was searched for
    // The whole path, percent-encoded, where it is no UTF-8: `name` and `path` show such bytes as U+FFFD, and
    // only this leads back to the file.
    std::string encoded;
    std::string type;                        // file, folder, link, device, pipe, socket
    std::int64_t size = 0, files = 0;        // of folders: of everything below
    std::int64_t mode = 0, uid = 0, gid = 0; // permission bits with set-id and sticky
    std::int64_t modified = 0;               // seconds since 1970
    std::string target;                      // of links
    std::string change;                      // added, changed, removed, unchanged, mixed
    std::int64_t layer = 0;                  // index of the layer that has it
    std::int64_t otherSize = 0;              // of a comparison: in the other image
};

// One folder.
struct ImageFolder {
    std::string path;
    std::vector<ImageEntry> entries; // by name
    bool truncated = false;          // there are more
};
std::string encode(const ImageFolder &folder);
template <>
Result<ImageFolder> decode(std::string_view json);

struct FoundEntries {
    std::vector<ImageEntry> found;
    bool truncated = false;
};
std::string encode(const FoundEntries &found);
template <>
Result<FoundEntries> decode(std::string_view json);

struct ImagePackage {
    std::string name, version, architecture;
    std::int64_t size = 0; // as installed
    std::string source, summary;
    std::string database;   // dpkg, apk, rpm
    std::int64_t layer = 0; // index of the first layer whose database has it in this version
};

struct ImagePackages {
    std::vector<std::string> databases;
    std::vector<ImagePackage> packages; // by name
    std::vector<std::string> problems;  // sentences
};
std::string encode(const ImagePackages &packages);
template <>
Result<ImagePackages> decode(std::string_view json);

struct ImageDisk {
    struct User { // a container
        std::string id, name, state;
    };
    struct Sharer { // another image that the peer sees
        std::string id, name;
        std::int64_t bytes = 0; // of the layers that both have
    };
    std::string id;
    std::int64_t size = 0, unique = 0, shared = 0; // of the layers
    std::int64_t frees = 0; // on the disk, by layers and blobs, when the peer removes it
    std::int64_t blobs = 0; // compressed bytes that are kept of it
    std::vector<User> usedBy;
    std::vector<Sharer> sharedWith;
};
std::string encode(const ImageDisk &disk);
template <>
Result<ImageDisk> decode(std::string_view json);

// What POST /images/prune with the same filters would remove.
struct ImagePrunePreview {
    struct Image {
        std::string id;
        std::vector<std::string> names;
        std::int64_t size = 0, frees = 0; // frees: when all before it in the list are gone
    };
    // Layers and blobs that go when the last of these images goes: what any choice of them frees is the sum
    // of the parts all the images of which are chosen.
    struct Part {
        std::vector<std::string> images; // ids
        std::int64_t bytes = 0;
    };
    std::vector<Image> images;
    std::vector<Part> parts;
    std::int64_t spaceReclaimed = 0;
};
std::string encode(const ImagePrunePreview &preview);
template <>
Result<ImagePrunePreview> decode(std::string_view json);

} // namespace quayside::api
