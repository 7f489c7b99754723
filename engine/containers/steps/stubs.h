// A start makes what is missing to mount on in the container's own layer: no part of what a step has made.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// Removes what `targets` (absolute and clean) were made as, with the folders above that were made for them.
// `upper`: the step's own folder, which nobody writes into, in overlayfs's form; `image`: the layers below it
// as one tree (-1: there are none). What is not empty stays, as does what the image has and the step has
// changed.
Result<> removeStubs(int upper, int image, std::vector<std::string> targets);

} // namespace quayside::containers
