// Removal of trees that a container or an image made: nothing in them is trusted.
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <string>

namespace quayside::storage
{

// Removes everything inside `folder`. Follows no link and crosses no mount; any depth of nesting costs a
// bounded number of descriptors, because what lies deeper than that is moved up into `folder` first; clears
// the immutable and append-only flags (ioctl_iflags(2)) that stand in the way. `stop` is asked between
// entries: true ends with Cancelled. Goes on after an error; returns the first.
Result<> removeContents(int folder, const std::function<bool()> &stop = {});

} // namespace quayside::storage
