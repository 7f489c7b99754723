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
    {[](const Host &h) { return h.usernsMode == "host"; },
     "--userns=host is not supported: every container has a user namespace of its own"},
    {[](const Host &h) { return h.pidMode == "host" || h.ipcMode == "host" || h.utsMode == "host"; },
     "--pid=host, --ipc=host and --uts=host are not supported: a container has these namespaces for itself"},
    {[](const Host &h) { return h.cgroupnsMode == "host"; },
     "--cgroupns=host is not supported: a container has a cgroup namespace of its own"},
    {[](const Host &h) { return !h.devices.empty(); }, "--device is not supported yet"},
    {[](const Host &h) { return !h.deviceRequests.empty(); },
     "--gpus and device requests are not supported yet"},
    {[](const Host &h) { return !h.deviceCgroupRules.empty(); }, "--device-cgroup-rule is not supported yet"},
    {[](const Host &h) { return !h.cgroupParent.empty(); },
     "--cgroup-parent is not supported: the engine keeps its containers in a group of its own"},
    {[](const Host &h) { return !h.links.empty(); },
     "--link is not supported: containers find each other by address"},
    {[](const Host &h) { return !h.cgroup.empty(); }, "HostConfig.Cgroup is not supported"},
    {[](const Host &h) { return !h.storageOpt.empty(); },
     "--storage-opt is not supported: overlay has no quota"},
    {[](const Host &h) { return !h.volumeDriver.empty() && h.volumeDriver != "local"; },
     "--volume-driver is not supported: the only driver is 'local'"},
    {[](const Host &h) { return h.cpuRealtimePeriod != 0 || h.cpuRealtimeRuntime != 0; },
     "--cpu-rt-period and --cpu-rt-runtime are not supported"},
    {[](const Host &h) { return h.kernelMemoryTCP != 0; },
     "KernelMemoryTCP is not supported: the kernel has given it up"},
    {[](const Host &h) { return !h.blkioWeightDevice.empty(); },
     "--blkio-weight-device is not supported yet"},
    {[](const Host &h) {
         return !h.blkioDeviceReadBps.empty() || !h.blkioDeviceWriteBps.empty() ||
                !h.blkioDeviceReadIOps.empty() || !h.blkioDeviceWriteIOps.empty();
     },
     "--device-read-bps, --device-write-bps, --device-read-iops and --device-write-iops are not supported "
     "yet"},
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
    if (config.networkDisabled && sharesWithContainer(host.networkMode))
        return fail(ErrorKind::InvalidArgument, "conflicting options: NetworkDisabled and network mode {}",
                    host.networkMode);
    return {};
}

} // namespace quayside::containers
