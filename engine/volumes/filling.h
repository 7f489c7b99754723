// Copy-up in steps, so that an engine that dies meanwhile leaves the volume either empty or with a whole
// copy.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/storage/removalqueue.h"

namespace quayside::volumes
{

// `volume`: the folder that holds _data. The copy is made in `.filling` beside it, becomes `.filled` when it
// is whole and on the disk, and is then moved into _data, entry by entry.
Result<> fillFrom(const Fd &volume, const Fd &source, storage::RemovalQueue &trash);

// What such an engine left: a copy that is whole is moved in, another one goes. What a container has made
// under the same name meanwhile stays.
Result<> finishFilling(const Fd &volume, storage::RemovalQueue &trash);

} // namespace quayside::volumes
