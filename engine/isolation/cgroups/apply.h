// The stage's half: the new process moves itself.
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <cstdint>

namespace quayside::isolation::cgroups
{

// In the new process, before it has a second thread: enters the v1 cgroups. (v2: CLONE_INTO_CGROUP put it
// there.)
Result<> enter(Kernel &kernel, const CgroupPlan &plan);
// From outside: a process with one thread, whatever cgroups it is in.
Result<> admit(Kernel &kernel, const CgroupPlan &plan, std::int32_t pid);
// The kernel's count of processes that were killed for want of memory; 0 where it cannot be read.
std::uint64_t oomKills(Kernel &kernel, const CgroupPlan &plan);

} // namespace quayside::isolation::cgroups
