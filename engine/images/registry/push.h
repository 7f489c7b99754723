// An image to a registry: only what it does not have.
#pragma once

#include "engine/images/content/reference.h"
#include "engine/images/registry/transfers.h"

#include <set>
#include <string>

namespace quayside::images
{

struct PushRequest {
    Reference reference; // with a tag
    ImageRecord image;
    std::string index{};            // digest of the kept index that goes out in its place; "": none
    std::set<std::string> siblings; // repositories of the same registry that may have its layers already
    Session::Options registry;
};

struct PushedImage {
    std::string digest;              // of the manifest or the index
    std::uint64_t size = 0;          // its bytes
    std::vector<LayerRecord> layers; // the image's, with `sent`
};

// An image that was pulled goes out as it came, byte for byte; layers that were made here, or came in an
// archive uncompressed, are compressed, unless the registry has what an earlier push made of them. NotFound:
// a blob of it is missing here; Forbidden, Unavailable: as pull(). `progress`: events in Docker's shape.
Result<PushedImage> push(const PushRequest &request, const Workshop &workshop, const ProgressSink &progress);

} // namespace quayside::images
