// The steps of a launch: what a held launch stops before, what is timed in every one. The stage knows them by
// number; their names are for people.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace quayside::isolation
{

// In the order in which a held launch takes them, but for the filter, which comes after the privileges where
// the plan wants no_new_privs. (In one that is not held the network is set up while the process mounts.)
enum class StepId : std::uint8_t {
    Cgroup,
    Clone,
    IdMaps,
    Limits,
    Network,
    UserNamespace,
    EnterCgroups,
    CgroupNamespace,
    Names,
    PrivateMounts,
    Root,
    Mounts,
    Sysctls,
    Terminal,
    HiddenPaths,
    WorkingFolder,
    Pivot,
    LockMounts,
    EnterFolder,
    Streams,
    Filter,
    Privileges,
    Exec,
};
inline constexpr std::size_t stepCount = static_cast<std::size_t>(StepId::Exec) + 1;

// CLOCK_MONOTONIC, nanoseconds. 0: not yet.
struct StepTime {
    std::int64_t start = 0, end = 0;
};
using StepTimes = std::array<StepTime, stepCount>;

// Runs a part of the work as a step.
using AroundStep = std::function<Result<>(StepId, const std::function<Result<>()> &)>;

// For people. Not linked into the stage.
enum class StepSide : std::uint8_t { Engine, Stage, Process };
struct StepInfo {
    const char *name, *title;
    StepSide side;
};
const StepInfo &infoOf(StepId step);
// Those that this plan has, in the order of a held launch.
std::vector<StepId> stepsOf(const LaunchPlan &plan);

} // namespace quayside::isolation
