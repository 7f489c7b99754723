// The half of POST /images/create that asks a registry.
#pragma once

#include "engine/images/images.h"
#include "engine/server/routes/route.h"

namespace quayside::server
{

// fromImage=, tag= (or a digest), platform=, with the header X-Registry-Auth; quayside-platforms=.
Result<> pullImage(images::Images &images, const Request &request, TransferSink &out);

// quayside-platforms=all, an extension (docs/extensions.md): an index is kept with all of its platforms.
Result<bool> allPlatformsWanted(const Request &request);

} // namespace quayside::server
