// The pipes between a container without a terminal and its stage.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <cstdint>
#include <vector>

namespace quayside::stage
{

struct Stdio {
    Fd in, out, error;                   // the container's ends; with a terminal: none
    Fd inWriter, outReader, errorReader; // ours; the readers do not block
};

// Pipes for output, and for input a pipe where `openStdin`, else /dev/null. They belong to the container's
// user, so that it can open /dev/stdout anew (proc(5), /proc/PID/fd).
Result<Stdio> makeStdio(Kernel &kernel, const isolation::ProcessPlan &process,
                        const isolation::NamespacePlan &namespaces);
// In the new process: 0, 1 and 2.
Result<> useAsStdio(int in, int out, int error);

// The outside id of an id of the container; the id itself where nothing maps it.
std::uint32_t outsideId(const std::vector<isolation::IdRange> &ranges, std::uint32_t inside);

} // namespace quayside::stage
