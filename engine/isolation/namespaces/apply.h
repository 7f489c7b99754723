// The stage's half: maps of a new user namespace, and joining.
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <cstdint>

namespace quayside::isolation::namespaces
{

// clone3 flags of the namespaces that are New (the mount namespace always is). The cgroup namespace is left
// out: it is rooted where its maker is, and the new process moves only after clone3; enterCgroupNamespace()
// makes it then.
std::uint64_t cloneFlags(const NamespacePlan &plan);
// Whether anything is to be joined: then a child joins it and clones from there.
bool joinsAny(const NamespacePlan &plan);

// In the parent: gives `pid`, made with CLONE_NEWUSER, its ids. Only root of the parent's user namespace can
// map a range.
Result<> writeMaps(Kernel &kernel, std::int32_t pid, const NamespacePlan &plan);
// In the child that will clone: joins what is Join, the user namespace first (it gives the rights over the
// others).
Result<> join(Kernel &kernel, const NamespacePlan &plan);
// In the child: becomes root of its user namespace, with no supplementary groups.
Result<> becomeRoot(Kernel &kernel, const NamespacePlan &plan);
Result<> enterCgroupNamespace(Kernel &kernel, const NamespacePlan &plan);
Result<> setNames(Kernel &kernel, const NamespacePlan &plan);
// For exec: joins what is not Host of the process that `pidfd` refers to, its mount namespace always.
Result<> joinProcess(Kernel &kernel, int pidfd, const NamespacePlan &plan);

} // namespace quayside::isolation::namespaces
