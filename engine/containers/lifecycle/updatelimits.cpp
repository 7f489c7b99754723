#include "engine/containers/lifecycle/updatelimits.h"

namespace quayside::containers
{

namespace
{

using Host = api::HostConfig;

struct OnlyAtCreate {
    bool (*asked)(const Host &);
    const char *what;
};

constexpr OnlyAtCreate onlyAtCreate[] = {
    {[](const Host &h) { return !h.cgroupParent.empty(); }, "CgroupParent"},
    {[](const Host &h) { return !h.devices.empty() || !h.deviceCgroupRules.empty(); },
     "Devices and DeviceCgroupRules"},
    {[](const Host &h) { return !h.deviceRequests.empty(); }, "DeviceRequests"},
    {[](const Host &h) { return !h.ulimits.empty(); }, "Ulimits"},
    {[](const Host &h) { return h.oomKillDisable.value_or(false); }, "OomKillDisable"},
    {[](const Host &h) { return h.init.has_value(); }, "Init"},
    {[](const Host &h) { return h.kernelMemoryTCP != 0; }, "KernelMemoryTCP"},
    {[](const Host &h) { return h.cpuRealtimePeriod != 0 || h.cpuRealtimeRuntime != 0; },
     "CpuRealtimePeriod and CpuRealtimeRuntime"},
    {[](const Host &h) {
         return !h.blkioWeightDevice.empty() || !h.blkioDeviceReadBps.empty() ||
                !h.blkioDeviceWriteBps.empty() || !h.blkioDeviceReadIOps.empty() ||
                !h.blkioDeviceWriteIOps.empty();
     },
     "limits of single block devices"},
    {[](const Host &h) {
         return h.cpuCount != 0 || h.cpuPercent != 0 || h.ioMaximumIOps != 0 || h.ioMaximumBandwidth != 0;
     },
     "CpuCount, CpuPercent, IOMaximumIOps and IOMaximumBandwidth"},
};

std::unexpected<Error> conflicting(const char *text)
{
    return fail(ErrorKind::Conflict, "{}", text);
}

// NanoCpus is another way to say what the period and the quota say.
Result<> checkCpuWays(const Host &current, const Host &wanted)
{
    if (wanted.nanoCpus > 0 && current.cpuPeriod > 0)
        return conflicting(
            "Conflicting options: Nano CPUs cannot be updated as CPU Period has already been set");
    if (wanted.nanoCpus > 0 && current.cpuQuota > 0)
        return conflicting(
            "Conflicting options: Nano CPUs cannot be updated as CPU Quota has already been set");
    if (wanted.cpuPeriod > 0 && current.nanoCpus > 0)
        return conflicting(
            "Conflicting options: CPU Period cannot be updated as NanoCPUs has already been set");
    if (wanted.cpuQuota > 0 && current.nanoCpus > 0)
        return conflicting(
            "Conflicting options: CPU Quota cannot be updated as NanoCPUs has already been set");
    return {};
}

// -1 takes the limit away: of the route's own (routes/containeractions.cpp), never of a body.
void updateCpus(Host &host, const Host &wanted)
{
    if (wanted.nanoCpus > 0 && host.cpuQuota < 0)
        host.cpuQuota = 0;
    if (wanted.nanoCpus != -1)
        return;
    host.nanoCpus = host.cpuPeriod = 0;
    host.cpuQuota = -1;
}

Result<> updateMemory(Host &host, const Host &wanted)
{
    if (wanted.memory == -1) { // as of the CPUs
        host.memory = 0;
        host.memorySwap = -1;
        return {};
    }
    if (wanted.memory != 0) {
        if (wanted.memorySwap == 0 && host.memorySwap > 0 && wanted.memory > host.memorySwap)
            return conflicting("Memory limit should be smaller than already set memoryswap limit, update the "
                               "memoryswap at the same time");
        host.memory = wanted.memory;
        if (wanted.memorySwap == 0 && host.memorySwap == 0)
            host.memorySwap = wanted.memory > 0 && wanted.memory <= INT64_MAX / 2 ? wanted.memory * 2 : -1;
    }
    if (wanted.memorySwap != 0)
        host.memorySwap = wanted.memorySwap;
    if (wanted.memoryReservation != 0)
        host.memoryReservation = wanted.memoryReservation;
    if (wanted.memorySwappiness && *wanted.memorySwappiness != -1)
        host.memorySwappiness = wanted.memorySwappiness;
    return {};
}

Result<> updateRestartPolicy(Host &host, const Host &wanted)
{
    if (wanted.restartPolicy.name.empty()) {
        if (wanted.restartPolicy.maximumRetryCount != 0)
            return fail(ErrorKind::InvalidArgument,
                        "invalid restart policy: maximum retry count can only be used with 'on-failure'");
        return {};
    }
    if (host.autoRemove && wanted.restartPolicy.name != "no")
        return conflicting(
            "Restart policy cannot be updated because AutoRemove is enabled for the container");
    host.restartPolicy = wanted.restartPolicy;
    return {};
}

} // namespace

Result<Host> updated(const Host &current, const Host &wanted)
{
    for (const auto &one : onlyAtCreate)
        if (one.asked(wanted))
            return fail(ErrorKind::NotSupported,
                        "{} of an existing container cannot be changed: make the container anew with it",
                        one.what);
    CHECK(checkCpuWays(current, wanted));
    Host host = current;
    const auto take = [&](auto member) {
        if (wanted.*member != std::decay_t<decltype(wanted.*member)>{})
            host.*member = wanted.*member;
    };
    for (const auto member :
         {&Host::blkioWeight, &Host::cpuShares, &Host::nanoCpus, &Host::cpuPeriod, &Host::cpuQuota})
        take(member);
    updateCpus(host, wanted);
    take(&Host::cpusetCpus);
    take(&Host::cpusetMems);
    CHECK(updateMemory(host, wanted));
    if (wanted.pidsLimit) // asked for here, 0 is no limit as -1 is; at create it is what clients send unasked
        host.pidsLimit = *wanted.pidsLimit > 0 ? *wanted.pidsLimit : -1;
    CHECK(updateRestartPolicy(host, wanted));
    return host;
}

} // namespace quayside::containers
