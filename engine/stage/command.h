// Finding and starting the command, inside the container, as its user, with docker's words for what goes
// wrong.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <string>

namespace quayside::stage
{

// The path of argv[0], looked up in the PATH of the plan's environment. NoCommand: it is not there;
// CannotRun: it is no executable file.
Result<std::string> findCommand(const isolation::ProcessPlan &process);
// Only returns where execve fails. `program`: what findCommand() found.
Error execute(const std::string &program, const isolation::ProcessPlan &process);
// The same for the reaping process 1 of --init, from the descriptor of the stage's own file.
Error executeInit(int stageFile, const std::string &program, const isolation::ProcessPlan &process);

// The execve of the program as C text, for people.
std::string callText(const std::string &program, const isolation::ProcessPlan &process);

} // namespace quayside::stage
