#include "engine/containers/lifecycle/validate.h"

#include "engine/containers/devices/devices.h"
#include "engine/containers/lifecycle/hostlists.h"
#include "engine/isolation/security/prepare.h"

#include <sched.h>

namespace quayside::containers
{

namespace
{

namespace cgroups = isolation::cgroups;
namespace security = isolation::security;
using Host = api::HostConfig;

constexpr std::int64_t minimumMemory = 6 << 20;
constexpr std::uint64_t smallestStorage = 1 << 20;

template <typename... Args>
std::unexpected<Error> invalid(std::format_string<Args...> text, Args &&...args)
{
    return fail(ErrorKind::InvalidArgument, text, std::forward<Args>(args)...);
}

// Words and order of moby, daemon/daemon_unix.go, verifyPlatformContainerResources().
Result<> checkMemory(const Host &h)
{
    if (h.memory < 0 || (h.memory > 0 && h.memory < minimumMemory))
        return invalid("Minimum memory limit allowed is 6MB");
    if (h.memory > 0 && h.memorySwap > 0 && h.memorySwap < h.memory)
        return invalid("Minimum memoryswap limit should be larger than memory limit, see usage");
    if (h.memory == 0 && h.memorySwap > 0)
        return invalid("You should always set the Memory limit when using Memoryswap limit, see usage");
    if (h.memorySwap < -1)
        return invalid("Minimum memoryswap limit should be larger than memory limit, see usage");
    if (h.memorySwappiness && (*h.memorySwappiness < -1 || *h.memorySwappiness > 100))
        return invalid("Invalid value: {}, valid memory swappiness range is 0-100", *h.memorySwappiness);
    if (h.memoryReservation < 0 || (h.memoryReservation > 0 && h.memoryReservation < minimumMemory))
        return invalid("Minimum memory reservation allowed is 6MB");
    if (h.memory > 0 && h.memoryReservation > 0 && h.memory < h.memoryReservation)
        return invalid("Minimum memory limit can not be less than memory reservation limit, see usage");
    return {};
}

Result<> checkCpu(const Host &h, const HostFacts &facts)
{
    if (h.nanoCpus != 0 && (h.cpuPeriod != 0 || h.cpuQuota != 0))
        return invalid("Conflicting options: Nano CPUs and CPU {} cannot both be set",
                       h.cpuPeriod != 0 ? "Period" : "Quota");
    if (h.nanoCpus < 0 || h.nanoCpus > facts.cpus * 1000000000LL)
        return invalid("range of CPUs is from 0.01 to {}.00, as there are only {} CPUs available", facts.cpus,
                       facts.cpus);
    if (h.cpuShares < 0)
        return invalid("invalid CPU shares ({}): value must be a positive integer", h.cpuShares);
    if (h.cpuPeriod != 0 && (h.cpuPeriod < 1000 || h.cpuPeriod > 1000000))
        return invalid(
            "CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)");
    if (h.cpuQuota > 0 && h.cpuQuota < 1000)
        return invalid("CPU cfs quota can not be less than 1ms (i.e. 1000)");
    CHECK(checkCpuset(h.cpusetCpus, facts.cpus));
    return checkMemset(h.cpusetMems);
}

Result<> checkRestartPolicy(const Host &h)
{
    const auto &policy = h.restartPolicy;
    const bool none = policy.name.empty() || policy.name == "no";
    if (!none && policy.name != "always" && policy.name != "unless-stopped" && policy.name != "on-failure")
        return invalid(
            "invalid restart policy: unknown policy '{}'; use one of 'no', 'always', 'on-failure', or "
            "'unless-stopped'",
            policy.name);
    if (policy.maximumRetryCount != 0 && policy.name != "on-failure")
        return invalid("invalid restart policy: maximum retry count can only be used with 'on-failure'");
    if (policy.maximumRetryCount < 0)
        return invalid("invalid restart policy: maximum retry count cannot be negative");
    if (h.autoRemove && !none)
        return invalid("can't create 'AutoRemove' container with restart policy");
    return {};
}

Result<> checkModes(const Host &h)
{
    if (!h.ipcMode.empty() && h.ipcMode != "private" && h.ipcMode != "shareable" && h.ipcMode != "none" &&
        h.ipcMode != "host" && !h.ipcMode.starts_with("container:"))
        return invalid("invalid IPC mode: {}", h.ipcMode);
    if (!h.pidMode.empty() && h.pidMode != "host" && !h.pidMode.starts_with("container:"))
        return invalid("invalid PID mode: {}", h.pidMode);
    if (!h.utsMode.empty() && h.utsMode != "host")
        return invalid("invalid UTS mode: {}", h.utsMode);
    if (!h.usernsMode.empty() && h.usernsMode != "host" && h.usernsMode != "private")
        return invalid("invalid userns mode: {}", h.usernsMode);
    if (!h.cgroupnsMode.empty() && h.cgroupnsMode != "private" && h.cgroupnsMode != "host")
        return invalid("invalid cgroup namespace mode: {}", h.cgroupnsMode);
    if (h.networkMode.starts_with("container:") && !h.portBindings.empty())
        return invalid("conflicting options: port publishing and the container type network mode");
    if (h.consoleSize.size() != 0 && h.consoleSize.size() != 2)
        return invalid("invalid ConsoleSize: it has two numbers, height and width");
    for (const auto size : h.consoleSize)
        if (size < 0 || size > 65535)
            return invalid("invalid ConsoleSize: {} is out of range", size);
    return {};
}

Result<> checkLimits(const Host &h)
{
    if (h.blkioWeight != 0 && (h.blkioWeight < 10 || h.blkioWeight > 1000))
        return invalid("Range of blkio weight is from 10 to 1000");
    if (h.oomScoreAdj < -1000 || h.oomScoreAdj > 1000)
        return invalid("Invalid value {}, range for oom score adj is [-1000, 1000]", h.oomScoreAdj);
    if (h.shmSize < 0)
        return invalid("SHM size can not be less than 0");
    for (const auto *devices :
         {&h.blkioDeviceReadBps, &h.blkioDeviceWriteBps, &h.blkioDeviceReadIOps, &h.blkioDeviceWriteIOps})
        for (const auto &device : *devices)
            if (device.rate < 0 || !device.path.starts_with("/dev/"))
                return invalid(
                    "invalid rate limit {} for the device \"{}\": a rate from 0 and a path below /dev",
                    device.rate, device.path);
    for (const auto &device : h.blkioWeightDevice)
        if (device.weight < 10 || device.weight > 1000 || !device.path.starts_with("/dev/"))
            return invalid("invalid weight {} for the device \"{}\": 10 to 1000 and a path below /dev",
                           device.weight, device.path);
    for (const auto &limit : h.ulimits) {
        if (limit.hard != -1 && limit.soft > limit.hard)
            return invalid("ulimit soft limit must be less than or equal to hard limit: {} > {}", limit.soft,
                           limit.hard);
        CHECK(security::rlimit(limit.name, limit.soft, limit.hard));
    }
    const bool ownIpc = h.ipcMode != "host" && !h.ipcMode.starts_with("container:");
    const bool ownNetwork = h.networkMode != "host" && !h.networkMode.starts_with("container:");
    for (const auto &[name, value] : h.sysctls)
        CHECK(security::checkSysctl(name, value, ownIpc, ownNetwork));
    return {};
}

} // namespace

Result<std::uint64_t> storageSize(const Host &h)
{
    std::uint64_t bytes = 0;
    for (const auto &[name, value] : h.storageOpt) {
        if (name != "size")
            return invalid("unknown option \"{}\" for --storage-opt: it has size", name);
        TRY(bytes, parseSize(value));
        if (bytes < smallestStorage)
            return invalid("invalid --storage-opt size={}: from 1m", value);
    }
    return bytes;
}

HostFacts hostFacts()
{
    cpu_set_t set;
    const bool known = ::sched_getaffinity(0, sizeof set, &set) == 0;
    return {.cpus = known ? CPU_COUNT(&set) : 1, .usersMakeNamespaces = usersMakeNamespaces()};
}

Result<> checkHost(const Host &h, const HostFacts &facts)
{
    CHECK(checkMemory(h));
    CHECK(checkCpu(h, facts));
    CHECK(checkRestartPolicy(h));
    CHECK(checkModes(h));
    CHECK(checkLimits(h));
    CHECK(checkNames(h));
    if (!h.cgroupParent.empty())
        CHECK(cgroups::checkParent(h.cgroupParent));
    CHECK(logLimits(h.logConfig));
    CHECK(storageSize(h));
    TRY(const auto securityOpt, securityOptions(h.securityOpt));
    if (!securityOpt.seccompProfile.empty())
        CHECK(security::checkSeccompProfile(securityOpt.seccompProfile));
    CHECK(checkLab(h, securityOpt));
    CHECK(checkDevices(h));
    CHECK(security::capabilities(h.capAdd, h.capDrop, h.privileged));
    return cgroups::check(limitsOf(h));
}

} // namespace quayside::containers
