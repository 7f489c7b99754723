#include "engine/isolation/plan/steps.h"

#include <algorithm>

namespace quayside::isolation
{
namespace
{

bool hasStep(const LaunchPlan &plan, StepId step)
{
    const NamespacePlan &spaces = plan.namespaces;
    switch (step) {
    case StepId::IdMaps:
        return spaces.user.mode == NamespaceMode::New;
    case StepId::Network:
        return spaces.network.mode == NamespaceMode::New;
    case StepId::UserNamespace:
        return spaces.user.mode != NamespaceMode::Host;
    case StepId::EnterCgroups:
        return !plan.cgroup.v1.empty();
    case StepId::CgroupNamespace:
        return spaces.cgroup.mode == NamespaceMode::New;
    case StepId::Names:
        return spaces.uts.mode == NamespaceMode::New;
    case StepId::Sysctls:
        return !plan.process.sysctls.empty();
    case StepId::Terminal:
        return plan.process.terminal;
    case StepId::HiddenPaths:
        return !plan.security.maskedPaths.empty() || !plan.security.readOnlyPaths.empty();
    case StepId::LockMounts:
        return plan.security.lockMounts;
    case StepId::Filter:
        return plan.security.seccomp >= 0;
    default:
        return true;
    }
}

} // namespace

const StepInfo &infoOf(StepId step)
{
    static constexpr std::array<StepInfo, stepCount> infos{{
        {"cgroup", "Make the cgroup and set its limits", StepSide::Engine},
        {"clone", "Make the process, with namespaces of its own", StepSide::Stage},
        {"ids", "Map the ids of the user namespace", StepSide::Stage},
        {"limits", "Set the resource limits of the process", StepSide::Stage},
        {"network", "Connect the network namespace", StepSide::Engine},
        {"user", "Become root of the user namespace", StepSide::Process},
        {"cgroups", "Move into the cgroup", StepSide::Process},
        {"cgroupns", "Make the cgroup namespace", StepSide::Process},
        {"hostname", "Set the host name", StepSide::Process},
        {"private", "Make the mounts private", StepSide::Process},
        {"root", "Mount the root file system", StepSide::Process},
        {"mounts", "Mount /proc, /sys, /dev, volumes and binds", StepSide::Process},
        {"sysctls", "Set kernel parameters of its namespaces", StepSide::Process},
        {"terminal", "Open the terminal", StepSide::Process},
        {"hide", "Hide paths, and make others read-only", StepSide::Process},
        {"workdir", "Make the working folder", StepSide::Process},
        {"pivot", "Change the root, and let go of the host's", StepSide::Process},
        {"lock", "Lock the mounts against who may mount", StepSide::Process},
        {"chdir", "Enter the working folder", StepSide::Process},
        {"streams", "Take the standard streams", StepSide::Process},
        {"seccomp", "Load the system call filter", StepSide::Process},
        {"capabilities", "Change the user, and drop capabilities", StepSide::Process},
        {"exec", "Become the command", StepSide::Process},
    }};
    return infos.at(static_cast<std::size_t>(step));
}

std::vector<StepId> stepsOf(const LaunchPlan &plan)
{
    std::vector<StepId> steps;
    for (std::size_t i = 0; i < stepCount; ++i)
        if (hasStep(plan, static_cast<StepId>(i)))
            steps.push_back(static_cast<StepId>(i));
    const auto filter = std::ranges::find(steps, StepId::Filter);
    if (filter != steps.end() && plan.security.noNewPrivileges)
        std::iter_swap(filter, filter + 1);
    return steps;
}

} // namespace quayside::isolation
