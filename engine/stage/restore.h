// A launch that goes on from a checkpoint (RestorePlan): CRIU makes the processes in namespaces of their own,
// and halts where those are empty, for the stage to mount and the engine to connect.
#pragma once

#include "engine/stage/launch.h"
#include "engine/stage/notes.h"

namespace quayside::stage
{

// As launch(), for a plan that has a `restore`.
Result<Running> restore(Kernel &kernel, const isolation::LaunchPlan &plan, int control, Notes &notes);

} // namespace quayside::stage
