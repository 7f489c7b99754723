// A step of a recorded build as an image.
#pragma once

#include "engine/build/build.h"

namespace quayside::build
{

// See Builds::enter().
Result<api::BuildStepImage> enterStep(const Builds::Services &services, const access::Peer &peer,
                                      const std::string &build, int step);

} // namespace quayside::build
