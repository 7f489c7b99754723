// The size of a container's writable folder.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>

namespace quayside::containers
{

// Bytes of the regular files below `folder`, a hard-linked one once. Follows no link. What vanishes meanwhile
// is passed over.
Result<std::int64_t> folderSize(const Fd &folder);

} // namespace quayside::containers
