// Dockerfile instructions that change an image's configuration: `docker import --change`.
#pragma once

#include "engine/api/types/image.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>

namespace quayside::images
{

// One instruction of CMD, ENTRYPOINT, ENV, EXPOSE, USER, WORKDIR, VOLUME, LABEL, STOPSIGNAL, ONBUILD,
// HEALTHCHECK, applied
// as a build would (Dockerfile reference), without variables. InvalidArgument, naming the instruction.
Result<> applyChange(api::ImageConfig &config, std::string_view instruction);

} // namespace quayside::images
