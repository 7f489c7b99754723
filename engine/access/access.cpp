#include "engine/access/access.h"

#include "engine/access/options.h"

#include <algorithm>

namespace quayside::access
{

namespace
{

using Finding = std::optional<std::string>;

// One row: what the option is called on docker's command line, if the request has it.
using Check = Finding (*)(const api::ContainerCreateRequest &);

Finding when(bool asked, const char *option)
{
    return asked ? Finding(option) : std::nullopt;
}

// The third row of the table in security.md §1.
constexpr Check rootOnly[] = {
    [](const auto &r) { return when(r.hostConfig.privileged, "--privileged"); },
    [](const auto &r) { return when(r.hostConfig.pidMode == "host", "--pid=host"); },
    [](const auto &r) { return when(r.hostConfig.ipcMode == "host", "--ipc=host"); },
    [](const auto &r) { return when(r.hostConfig.utsMode == "host", "--uts=host"); },
    [](const auto &r) { return when(r.hostConfig.networkMode == "host", "--network=host"); },
    [](const auto &r) { return when(r.hostConfig.usernsMode == "host", "--userns=host"); },
    [](const auto &r) { return when(r.hostConfig.cgroupnsMode == "host", "--cgroupns=host"); },
    [](const auto &r) { return when(!r.hostConfig.devices.empty(), "--device"); },
    [](const auto &r) { return when(!r.hostConfig.deviceRequests.empty(), "--gpus"); },
    [](const auto &r) { return when(!r.hostConfig.deviceCgroupRules.empty(), "--device-cgroup-rule"); },
    // Others have a tree of their own, in which a path without '/' in front lies.
    [](const auto &r) {
        return when(r.hostConfig.cgroupParent.starts_with('/'), "--cgroup-parent with '/' in front");
    },
    [](const auto &r) { return when(r.hostConfig.oomScoreAdj < 0, "--oom-score-adj below 0"); },
    [](const auto &r) { return when(r.hostConfig.oomKillDisable.value_or(false), "--oom-kill-disable"); },
    [](const auto &r) {
        return when(r.hostConfig.cpuRealtimePeriod != 0 || r.hostConfig.cpuRealtimeRuntime != 0,
                    "--cpu-rt-runtime");
    },
    [](const auto &r) { return dangerousCapability(r.hostConfig); },
    [](const auto &r) { return weakenedSecurity(r.hostConfig); },
    [](const auto &r) { return sharedPropagation(r.hostConfig); },
    [](const auto &r) { return lowPort(r.hostConfig); },
    [](const auto &r) { return hostSysctl(r.hostConfig); },
    [](const auto &r) { return realtimeLimit(r.hostConfig); },
};

} // namespace

Result<> mayCreateContainer(const Peer &peer, const api::ContainerCreateRequest &request)
{
    if (peer.isRoot())
        return {};
    for (const Check check : rootOnly)
        if (const auto option = check(request))
            return fail(
                ErrorKind::Forbidden,
                "{} reaches beyond the container, so only root may ask for it: run the command as root or "
                "leave the option out",
                *option);
    return {};
}

bool maySee(const Peer &peer, std::uint32_t owner)
{
    return peer.isRoot() || peer.uid == owner;
}

bool mayUse(const Peer &peer, std::uint32_t owner, const std::vector<std::uint32_t> &delegates)
{
    return maySee(peer, owner) || std::ranges::find(delegates, peer.uid) != delegates.end();
}

Result<> mayExec(const Peer &peer, const api::ExecCreateRequest &request)
{
    if (request.privileged && !peer.isRoot())
        return fail(ErrorKind::Forbidden,
                    "exec --privileged gives capabilities that the container does not have, so "
                    "only root may ask for it");
    return {};
}

} // namespace quayside::access
