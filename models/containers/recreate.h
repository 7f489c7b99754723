// From a container back to the choices that made it.
#pragma once

#include "models/containers/runoptions.h"

namespace quayside::models
{

// What `docker run` would have to be told to make a container like this one. What is the image's own is left
// out.
RunOptions optionsOf(const api::ContainerInspect &container, const api::ImageConfig &image);

} // namespace quayside::models
