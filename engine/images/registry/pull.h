// An image from a registry: manifest, configuration and layers, verified on the way.
#pragma once

#include "engine/images/archive/archive.h"
#include "engine/images/content/manifest.h"
#include "engine/images/content/reference.h"
#include "engine/images/registry/layerfetch.h"
#include "engine/images/registry/session.h"

#include <string>

namespace quayside::images
{

struct PullRequest {
    Reference reference; // with a tag or a digest
    Platform platform = hostPlatform();
    bool allPlatforms = false; // keep the others of an index as well, as blobs
    Session::Options registry; // of the reference's domain
    Commits::Placed placed{};  // see LayerFetch
};

struct PulledImage {
    ImageRecord record;
    std::string manifestDigest; // of what the reference led to: the index, where it is one
    std::string manifest;       // the image's own manifest, its very bytes
    KeptIndex index{};     // with allPlatforms: what was kept of it; empty: the reference leads to no index
    bool wasThere = false; // no layer had to be fetched
};

// Layers are fetched three at a time, and unpacked while they come; those that are there are not fetched.
// Layers and blobs are on the disk when it returns. NotFound: no such image, or none for this platform;
// Forbidden; Unavailable after five attempts; InvalidArgument: what comes is not what its digest promises.
// `progress`: events in Docker's shape.
Result<PulledImage> pull(const PullRequest &request, const Workshop &workshop, const KnownLayer &known,
                         const ProgressSink &progress);

} // namespace quayside::images
