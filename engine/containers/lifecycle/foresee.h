// What a start on this host will have to go without. A start's answer has no place for warnings, so create
// says them.
#pragma once

#include "engine/api/types/hostconfig.h"
#include "engine/isolation/cgroups/prepare.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// The engine's rights over limits of processes (capabilities(7), CAP_SYS_RESOURCE).
bool mayRaiseLimits();

// In the words that the launch uses for the same: limits for which the host has no cgroup files, ulimits
// above the engine's own and a lower OOM score where `mayRaise` is false.
std::vector<std::string> foreseen(const api::HostConfig &host, const isolation::cgroups::Cgroups &cgroups,
                                  bool mayRaise);

} // namespace quayside::containers
