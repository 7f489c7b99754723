// The plan that the engine hands over as descriptor 3 (protocol.h).
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

namespace quayside::stage
{

inline constexpr int planDescriptor = 3;

// Reads and closes it. A plan that somebody could still change (not sealed) is refused.
Result<isolation::LaunchPlan> takeLaunchPlan();
Result<isolation::ExecPlan> takeExecPlan();

} // namespace quayside::stage
