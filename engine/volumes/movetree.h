// Files of a draft into the place of a volume's.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

namespace quayside::volumes
{

// Every entry of `from` into `to`, by renames within one file system. A folder that meets a folder gives it
// its owner, mode and times and what is in it; anything else that is in the way goes into the folder `aside`.
// Follows no link: containers may be changing `to` meanwhile.
Result<> moveTree(const Fd &from, const Fd &to, const Fd &aside);
// Every entry of `folder` into `aside`.
Result<> moveAway(const Fd &folder, const Fd &aside);

} // namespace quayside::volumes
