// Layers as one file system. In the new process, in its own mount namespace, while the old root is in sight.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

namespace quayside::isolation::mounts
{

// The layers of `plan` as a detached mount; without an upper one (-1) read-only.
Result<Fd> mountLayers(Kernel &kernel, const RootPlan &plan);
// The layers of an image mount, or what is at its `source`, as a detached mount. InvalidArgument where
// nothing is there.
Result<Fd> mountImage(Kernel &kernel, const MountPlan &mount);
// The file of a content mount, as a detached mount.
Result<Fd> mountContent(Kernel &kernel, const MountPlan &mount);

} // namespace quayside::isolation::mounts
