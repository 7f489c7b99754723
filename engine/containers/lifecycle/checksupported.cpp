#include "engine/containers/lifecycle/validate.h"

namespace quayside::containers
{

namespace
{

using Host = api::HostConfig;

struct Refusal {
    bool (*asked)(const Host &);
    const char *sentence;
};

bool sharesWithContainer(const std::string &mode)
{
    return mode.starts_with("container:");
}

constexpr Refusal refusals[] = {
    {[](const Host &h) { return !h.deviceRequests.empty(); },
     "could not select device driver: --gpus and device requests need a vendor's driver, of which this "
     "engine has "
     "none; give the nodes with --device"},
    {[](const Host &h) { return !h.links.empty(); },
     "--link is not supported: containers of a network that you make (docker network create) find one "
     "another by name"},
    {[](const Host &h) { return !h.cgroup.empty(); }, "HostConfig.Cgroup is not supported"},
    {[](const Host &h) { return !h.volumeDriver.empty() && h.volumeDriver != "local"; },
     "--volume-driver is not supported: the only driver is 'local'"},
    {[](const Host &h) { return h.cpuRealtimePeriod != 0 || h.cpuRealtimeRuntime != 0; },
     "--cpu-rt-period and --cpu-rt-runtime are not supported: cgroup v2 has no real-time group scheduling, "
     "and few "
     "kernels build that of v1; --ulimit rtprio and --cap-add SYS_NICE allow real-time priorities"},
    {[](const Host &h) { return h.kernelMemoryTCP != 0; },
     "KernelMemoryTCP is not supported: the kernel has given it up"},
    {[](const Host &h) {
         return h.cpuCount != 0 || h.cpuPercent != 0 || h.ioMaximumIOps != 0 || h.ioMaximumBandwidth != 0 ||
                (!h.isolation.empty() && h.isolation != "default");
     },
     "this option is for Windows containers only"},
};

} // namespace

Result<> checkSupported(const api::ContainerConfig &config, const api::HostConfig &host)
{
    for (const auto &refusal : refusals)
        if (refusal.asked(host))
            return fail(ErrorKind::NotSupported, "{}", refusal.sentence);
    if (!host.runtime.empty() && host.runtime != "quayside")
        return fail(ErrorKind::InvalidArgument, "unknown or invalid runtime name: {}", host.runtime);
    if (host.utsMode == "host" && !(config.hostname.empty() && config.domainname.empty()))
        return fail(ErrorKind::InvalidArgument,
                    "conflicting options: hostname and the UTS mode: with --uts=host the name is the host's");
    if (config.networkDisabled && sharesWithContainer(host.networkMode))
        return fail(ErrorKind::InvalidArgument, "conflicting options: NetworkDisabled and network mode {}",
                    host.networkMode);
    return {};
}

} // namespace quayside::containers
