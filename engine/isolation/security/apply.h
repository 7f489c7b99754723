// The stage's half. The order matters: see stage/init.cpp.
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/steps.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::isolation::security
{

// In the parent, for the child `pid`: limits and OOM score, which take rights over the host to raise. What
// may not be raised is set as high as it may be, and `warnings` say so.
Result<> setLimits(Kernel &kernel, std::int32_t pid, const ProcessPlan &process, std::string &warnings);

// /proc/sys of the procfs below `procFolder` (not the container's path: its image could have put anything
// there).
Result<> writeSysctls(Kernel &kernel, const ProcessPlan &process, int procFolder);
// Bounding set, then groups, gid, uid, then the other sets. The seccomp filter goes in before (with the right
// of CAP_SYS_ADMIN) or, with no_new_privs, last. `around`: runs the filter and the rest, a step each.
Result<> dropPrivileges(
    Kernel &kernel, const SecurityPlan &security, const ProcessPlan &process,
    const AroundStep &around = [](StepId, const std::function<Result<>()> &work) { return work(); });

} // namespace quayside::isolation::security
