// What the engine keeps of an image: in memory, and as a document of kind "image" in its records.
#pragma once

#include "engine/base/result.h"
#include "engine/images/content/document.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::images
{

struct LayerRecord {
    std::string id;              // chain id, hex: its name in the layer store
    std::string diffId;          // digest of the uncompressed tar
    std::string blob, mediaType; // digest of the tar as it came; its OCI media type
    std::uint64_t blobSize = 0;  // bytes of the blob
    std::uint64_t size = 0;      // bytes of the files in it
    // Made here (commit): its blob is no file, but the layer's tar, which packLayer() writes anew every time.
    bool packed = false;
    // What a push that had to compress it made of it last: such a blob may lie in a registry, and is not made
    // again then.
    std::string sent{}; // digest; "": none
    std::uint64_t sentSize = 0;
};

// What a registry calls an image: "busybox@sha256:…", the digest being its manifest's or its index's there.
struct RepoDigest {
    std::string repository, digest; // familiar name, without tag
    std::uint32_t owner = 0;        // who pulled or pushed it
    auto operator<=>(const RepoDigest &) const = default;
};

// An index that was kept with all of its platforms, as it came. Those that this image is not for lie here as
// blobs only, for a push or a save.
struct KeptIndex {
    std::string digest;          // of its bytes, which are a blob
    std::set<std::string> blobs; // digests: all that stands behind it, with its own
};

struct ImageRecord {
    std::string id;                  // digest of `configuration`
    std::string configuration;       // the document's very bytes
    std::vector<LayerRecord> layers; // bottom first
    std::int64_t added = 0;          // seconds since 1970
    std::set<std::uint32_t> owners;  // uids of those for whom it is here; 0: the system, that is, everybody
    std::set<RepoDigest> digests;    // of owners only
    std::string manifest; // digest of the blob that is its manifest; "": it never came from a registry
    std::map<std::uint32_t, KeptIndex>
        indexes;            // by owner; of owners only: what one of them may push is not another's
    ImageDocument document; // `configuration`, parsed
};

// The one that `viewer` (a uid) pushes and saves: the viewer's own, else the system's; root: anybody's.
// nullptr: none.
const KeptIndex *indexOf(const ImageRecord &image, std::uint32_t viewer);

std::string encode(const LayerRecord &record);
Result<LayerRecord> decodeLayerRecord(std::string_view json); // Internal: damaged
std::string encode(const ImageRecord &record);
// Internal: damaged; the id is checked against the configuration's bytes.
Result<ImageRecord> decodeImageRecord(std::string_view json);

} // namespace quayside::images
