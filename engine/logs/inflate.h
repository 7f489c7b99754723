// A compressed file of a log, made readable at any offset.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

namespace quayside::logs
{

// A file without a name in `folder` with what `compressed` (gzip) holds; where that is damaged or cut off,
// with what comes before.
Result<Fd> inflated(int folder, const Fd &compressed);

} // namespace quayside::logs
