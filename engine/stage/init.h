// The new process, from clone3 to execve.
#pragma once

#include "engine/base/kernel.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/stage/notes.h"
#include "engine/stage/stdio.h"

namespace quayside::stage
{

struct NewProcess {
    Kernel &kernel;
    const isolation::LaunchPlan &plan;
    const Stdio &stdio;
    int link; // birth.h
    Notes &notes;
};

// Becomes the command, or says why not over the link and ends.
[[noreturn]] void runInit(const NewProcess &process);

// The last part, also of exec: what the process is given, and how it is told from the stage.
struct LastSteps {
    Kernel &kernel;
    const isolation::SecurityPlan &security;
    const isolation::ProcessPlan &process;
    int link;
    int stageFile = -1;     // with --init
    Steps *steps = nullptr; // of a launch
};
// Signals as a new process has them, session, terminal, then privileges, then execve. Returns only with an
// error.
Error becomeCommand(const LastSteps &last);
// Changes to the working folder below `root`, which is made where it is missing.
Result<> enterFolder(Kernel &kernel, int root, const std::string &path);
// Waits for Proceed. Cancelled: the stage is gone.
Result<> awaitProceed(int link);

} // namespace quayside::stage
