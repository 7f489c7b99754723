// What stands behind a name in a registry, and taking it away there.
#pragma once

#include "engine/api/types/registry.h"
#include "engine/images/content/reference.h"
#include "engine/images/registry/session.h"

#include <string>

namespace quayside::images
{

struct RemoteManifest {
    std::string text, digest, mediaType;
};

// An image's manifest or an index, its very bytes, checked against the reference's digest where it has one.
// NotFound; InvalidArgument: something else came.
Result<RemoteManifest> fetchRemoteManifest(Session &session, const Reference &reference,
                                           const std::string &scope, const std::string &what);

// Descriptor and platforms: an index's, else those of the configuration. What is no image has none.
Result<api::DistributionInspect> inspectRemote(Session &session, const Reference &reference);

// The digest of what is gone: a tag is looked up first, and all tags of that digest go. Forbidden: the
// registry does not allow it.
Result<std::string> deleteRemote(Session &session, const Reference &reference);

} // namespace quayside::images
