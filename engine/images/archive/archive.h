// Image archives in and out. Knows nothing of tags and records: load() hands back what it read.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/images/content/blobstore.h"
#include "engine/images/content/imagerecord.h"
#include "engine/images/unpack/unpack.h"
#include "engine/storage/layerstore.h"

#include <functional>
#include <string>
#include <vector>

namespace quayside::images
{

using ProgressSink = std::function<void(std::string json)>;

// Where layers and blobs go and what unpacks them.
struct Workshop {
    storage::LayerStore &layers;
    BlobStore &blobs;
    std::string unpackProgram;
    UnpackLimits limits;
};

struct LoadedImage {
    ImageRecord record;
    std::vector<std::string> names; // familiar, with tag: "busybox:latest"
    KeptIndex index{};              // what was kept of the index that led to it; empty: nothing
};

// docker-archive, OCI archive (a layout in a tar), or both in one; plain, gzip, zstd or xz. Layers and blobs
// of all images are on the disk when it returns; after an error some may lie there that no image uses.
// allPlatforms: where index.json leads to an index, all of it is kept; NotFound: the archive has not all of
// it. `progress`: events in Docker's shape, may be empty.
Result<std::vector<LoadedImage>> load(api::ByteSource &archive, const Workshop &workshop, bool allPlatforms,
                                      const ProgressSink &progress);

struct SavedImage {
    ImageRecord record;
    std::vector<std::string> names; // familiar, with tag
    std::string index{};            // digest of the kept index that goes along, with all of it; "": none
};
// As `docker save` from version 25 on: an OCI layout that is a docker-archive as well. Blobs go out as they
// came in, and packed layers as their files say. NotFound before the first byte where one is missing.
Result<> save(const std::vector<SavedImage> &images, const BlobStore &blobs,
              const storage::LayerStore &layers, api::ByteSink &archive);

} // namespace quayside::images
