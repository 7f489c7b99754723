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
// Mounts the overlay and attaches it over the old root, or over `folder`: returns its descriptor. The old
// root is still what paths mean.
Result<Fd> mountRoot(Kernel &kernel, const RootPlan &plan);
Result<Fd> mountRootAt(Kernel &kernel, const RootPlan &plan, const Fd &folder);
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
// Where CRIU finds mounts, which it takes by path: a tmpfs over a folder of the old root of which nothing is
// needed. Names in it: `shelfRoot`, a folder, and numbers.
inline constexpr const char *shelfPath = "/var"; // not where overlay.cpp has its layers
inline constexpr const char *shelfRoot = "root";
Result<Fd> makeShelf(Kernel &kernel);
// On the shelf, by their numbers: what is at these paths below `root`. Their links stay inside it.
Result<> layOut(Kernel &kernel, int root, const std::vector<std::string> &mountPoints, const Fd &shelf);
// Makes `root` the root of this mount namespace and lets go of the old one.
Result<> pivot(Kernel &kernel, int root, bool readOnly);
// Goes into a copy of this mount namespace in which every mount is locked: nobody inside can unmount it, or
// make it writable. `proc`: a procfs that knows this process, opened while one could be trusted. Descriptors
// of folders belong to the namespace that was left. Returns the new root.
Result<Fd> lockMounts(Kernel &kernel, int proc);

} // namespace quayside::isolation::mounts
