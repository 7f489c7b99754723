// The half of POST /images/create that asks a registry.
#pragma once

#include "engine/images/images.h"
#include "engine/server/routes/route.h"

namespace quayside::server
{

// fromImage=, tag= (or a digest), platform=, with the header X-Registry-Auth.
Result<> pullImage(images::Images &images, const Request &request, TransferSink &out);

} // namespace quayside::server
