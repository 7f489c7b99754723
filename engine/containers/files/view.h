// The child's way into what a container sees.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

namespace quayside::containers::files
{

struct ViewOptions {
    int target = -1;     // as FilesSlot::targetSlot
    bool running = true; // else the root and mounts of `plan` are mounted
    bool ownUser = true; // the container has a user namespace of its own
    bool volume = false; // no container: the one mount of `plan` is all that is there
    bool mounts = true;  // volumes and binds are in sight; else the root alone, without what is mounted on it
};

// Makes the calling process (one thread) root of the container's user namespace, in a mount namespace of its
// own that shows the container's files and nothing of the host; proc, sysfs and /dev are not there. Returns
// the folder to work from: "/" of that view. What is mounted and unmounted here nobody else sees, and it goes
// with the process.
Result<Fd> enterView(Kernel &kernel, const isolation::LaunchPlan &plan, const ViewOptions &options);

} // namespace quayside::containers::files
