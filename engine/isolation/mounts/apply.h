// The stage's half: runs in the new process, as root of its user namespace, in its own mount namespace.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

namespace quayside::isolation::mounts
{

// Nothing that is mounted from here on reaches the host, and the host's later mounts do not come in.
Result<> makePrivate(Kernel &kernel);
// Mounts the overlay and attaches it over the old root: returns its descriptor. The old root is still what
// paths mean.
Result<Fd> mountRoot(Kernel &kernel, const RootPlan &plan);
// Every mount of `plan`, below `root`, by descriptor. Those of proc and sysfs need the host's still in sight.
Result<> mountAll(Kernel &kernel, const std::vector<MountPlan> &plan, int root);
// Masked and read-only paths: those that are not there are left out.
Result<> hidePaths(Kernel &kernel, const SecurityPlan &plan, int root);
// The pty of the container on /dev/console. `terminal`: its child side.
Result<> mountConsole(Kernel &kernel, int terminal, int root);
// A pty of the container's own devpts: master and child side.
struct Terminal {
    Fd master, child;
};
Result<Terminal> openTerminal(Kernel &kernel, int root, const ProcessPlan &process);
// Makes `root` the root of this mount namespace and lets go of the old one.
Result<> pivot(Kernel &kernel, int root, bool readOnly);
// Goes into a copy of this mount namespace in which every mount is locked: nobody inside can unmount it, or
// make it writable. `proc`: a procfs that knows this process, opened while one could be trusted. Descriptors
// of folders belong to the namespace that was left. Returns the new root.
Result<Fd> lockMounts(Kernel &kernel, int proc);

} // namespace quayside::isolation::mounts
