// A step of a plan as a person would do it in a shell, with the tools of util-linux, iproute2 and libcap: for
// reading, not for running. The plan is the only source, so what it shows is what is done.
#pragma once

#include "engine/isolation/plan/steps.h"

#include <string>
#include <vector>

namespace quayside::isolation
{

// $PID stands for the process, $ROOT for where its root is mounted, $LAYERS for the folders of its layers,
// $CGROUP for its folder in /sys/fs/cgroup.
std::vector<std::string> shellOf(const LaunchPlan &plan, StepId step);

// A word as the shell takes it: 'it'\''s'.
std::string shellWord(const std::string &word);

} // namespace quayside::isolation
