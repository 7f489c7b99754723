// An index that was kept with all of its platforms, to a registry: as it came, byte for byte.
#pragma once

#include "engine/images/content/manifesttree.h"
#include "engine/images/registry/pushtarget.h"
#include "engine/images/registry/transfers.h"

namespace quayside::images
{

// Sends the blobs that the registry does not have, then the manifests, and the index itself as `tag`.
// NotFound: a blob of it is neither here nor there.
Result<> pushIndex(const ManifestTree &tree, const std::string &tag, const PushTarget &target,
                   const BlobStore &blobs, Session &session, Transfers &transfers);

// Sends a file, and tells of it as of "Pushing" `shown` (a digest).
Result<> sendFile(const PushTarget &target, Session &session, const api::OCIDescriptor &blob, int file,
                  const std::string &shown, Transfers &transfers);

} // namespace quayside::images
