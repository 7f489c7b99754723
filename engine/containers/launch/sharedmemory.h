// /dev/shm of another container, for --ipc=container:.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"

namespace quayside::containers
{

// The mount on /dev/shm in the mount namespace of the process behind `pidfd`, as a detached mount. Conflict
// where it has none, or something else than a tmpfs: its root may have changed that.
Result<Fd> sharedMemoryOf(Kernel &kernel, const Fd &pidfd);

} // namespace quayside::containers
