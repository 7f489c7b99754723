// Making the first process, and the talk with it until it has become the command.
//
// One SOCK_SEQPACKET pair, packets as in protocol.h:
//   stage → child   Proceed    its ids are mapped, its limits are set
//   child → stage   Created    + its root (not exec) + master of the terminal (where there is one): all is
//   ready inside stage → child   Proceed    the network is there too child → stage   Started    the next
//   thing is execve child → stage   Failed     what went wrong; the child ends end of file execve closed the
//   child's end (after Started), or the child died
// Of a held launch also: child → stage Step {running: which}, stage → child Next, before each step; and there
// is no second Proceed.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <cstdint>
#include <functional>

namespace quayside::stage
{

struct Link {
    Fd stage, child;
};
Result<Link> makeLink();

// To the child. That it is gone is no error here: what it said last is still to be received.
Result<> sayProceed(const Link &link);
Result<> sayNext(const Link &link);

// -1: none of version 2.
int cgroupDescriptor(const isolation::CgroupPlan &plan);

struct BirthOptions {
    std::uint64_t cloneFlags = 0;
    const isolation::CgroupPlan &cgroup;
    // Where there is something to join before the process is made. Runs in a child of its own, already in the
    // container's cgroups, which makes the process as a child of the stage's and ends.
    std::function<Result<>()> join;
};
// In the new process, the pid of what is returned is 0.
Result<Cloned> makeProcess(Kernel &kernel, const BirthOptions &options, const Link &link);

} // namespace quayside::stage
