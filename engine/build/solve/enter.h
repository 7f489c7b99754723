// A step of a recorded build as an image.
#pragma once

#include "engine/build/build.h"
#include "engine/build/solve/stepimages.h"

namespace quayside::build
{

// See Builds::enter().
Result<api::BuildStepImage> enterStep(const Builds::Services &services, StepImages &stepImages,
                                      const access::Peer &peer, const std::string &build, int step);

} // namespace quayside::build
