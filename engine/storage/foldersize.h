// The size of a folder: a container's writable one, a volume.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>

namespace quayside::storage
{

// Bytes of the regular files below `folder`, a hard-linked one once. Follows no link. What vanishes meanwhile
// is passed over.
Result<std::int64_t> folderSize(const Fd &folder);

} // namespace quayside::storage
