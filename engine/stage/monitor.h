// The life of a stage: start what the plan says, then stand by until it has ended.
#pragma once

#include "engine/base/kernel.h"

namespace quayside::stage
{

// Both return the exit status of the stage itself: 0, or 1 where nothing was started. Errors have been
// reported.
int monitorContainer(Kernel &kernel);
int monitorExec(Kernel &kernel);

} // namespace quayside::stage
