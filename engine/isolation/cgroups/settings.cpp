#include "engine/isolation/cgroups/settings.h"

#include "engine/isolation/cgroups/devices.h"

#include <algorithm>

namespace quayside::isolation::cgroups
{
namespace
{

constexpr std::int64_t minMemory = 6 << 20; // Docker's; below it not even the runtime starts
constexpr const char *noSwap = "This kernel does not account for swap: memory is limited, swap is not";
constexpr const char *noSwappiness = "Your kernel does not support memory swappiness capabilities or the "
                                     "cgroup is not mounted. Memory swappiness "
                                     "discarded.";
constexpr const char *noOomKillDisable =
    "Your kernel does not support OomKillDisable. OomKillDisable discarded.";
constexpr const char *noBlkio =
    "This kernel does not support weights of block devices: the blkio weight is ignored";

std::string number(std::int64_t value)
{
    return std::to_string(value);
}
std::string numberOrMax(std::int64_t value)
{
    return value < 0 ? "max" : number(value);
}

// What memory and swap together may take; -1: no limit.
std::optional<std::int64_t> memoryAndSwap(const Limits &limits)
{
    if (limits.memorySwap || !limits.memory || *limits.memory < 0)
        return limits.memorySwap;
    return 2 * *limits.memory;
}

Result<> checkMemory(const Limits &limits)
{
    const std::int64_t memory = limits.memory.value_or(-1);
    if (memory >= 0 && memory < minMemory)
        return fail(ErrorKind::InvalidArgument, "Minimum memory limit allowed is 6MB");
    if (limits.memorySwap && *limits.memorySwap >= 0 && memory < 0)
        return fail(ErrorKind::InvalidArgument,
                    "You should always set the Memory limit when using Memoryswap limit");
    if (limits.memorySwap && *limits.memorySwap >= 0 && *limits.memorySwap < memory)
        return fail(ErrorKind::InvalidArgument,
                    "Minimum memoryswap limit should be larger than memory limit");
    if (limits.memoryReservation && *limits.memoryReservation >= 0 && *limits.memoryReservation < minMemory)
        return fail(ErrorKind::InvalidArgument, "Minimum memory reservation allowed is 6MB");
    if (limits.memoryReservation && memory >= 0 && *limits.memoryReservation > memory)
        return fail(ErrorKind::InvalidArgument,
                    "Minimum memory limit can not be less than memory reservation limit");
    if (limits.memorySwappiness && (*limits.memorySwappiness < 0 || *limits.memorySwappiness > 100))
        return fail(ErrorKind::InvalidArgument, "Invalid value: {}, valid memory swappiness range is 0-100",
                    *limits.memorySwappiness);
    return {};
}

Result<> checkCpu(const Limits &limits)
{
    if (limits.cpuPeriod && (*limits.cpuPeriod < 1000 || *limits.cpuPeriod > 1'000'000))
        return fail(ErrorKind::InvalidArgument,
                    "CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)");
    if (limits.cpuQuota && *limits.cpuQuota >= 0 && *limits.cpuQuota < 1000)
        return fail(ErrorKind::InvalidArgument, "CPU cfs quota can not be less than 1ms (i.e. 1000)");
    if (limits.cpuShares && *limits.cpuShares < 0)
        return fail(ErrorKind::InvalidArgument, "CPU shares cannot be negative: {}", *limits.cpuShares);
    for (const auto &list : {limits.cpusetCpus, limits.cpusetMems}) {
        if (list && list->find_first_not_of("0123456789,-") != std::string::npos)
            return fail(ErrorKind::InvalidArgument,
                        "Invalid value {} for cpuset: a list such as 0-3,5 is wanted", *list);
    }
    return {};
}

std::int64_t sharesV1(std::int64_t shares)
{
    return std::clamp<std::int64_t>(shares, 2, 262'144);
}

// The range 2 to 262,144 onto 1 to 10,000, as OCI runtimes do it.
std::int64_t weightOfShares(std::int64_t shares)
{
    return 1 + (sharesV1(shares) - 2) * 9999 / 262'142;
}
// 10 to 1,000 onto 1 to 10,000.
std::int64_t weightOfBlkio(std::int64_t weight)
{
    return 1 + (weight - 10) * 9999 / 990;
}

void addMemoryV1(const Limits &limits, std::vector<Setting> &settings)
{
    const auto add = [&](const char *file, const std::optional<std::int64_t> &value,
                         const char *missing = "") {
        if (value)
            settings.push_back({"memory", file, number(*value), missing});
    };
    add("memory.limit_in_bytes", limits.memory);
    add("memory.memsw.limit_in_bytes", memoryAndSwap(limits), noSwap);
    add("memory.soft_limit_in_bytes", limits.memoryReservation);
    add("memory.swappiness", limits.memorySwappiness);
    if (limits.oomKillDisable)
        settings.push_back({"memory", "memory.oom_control", *limits.oomKillDisable ? "1" : "0", {}});
}

void addCpusets(const Limits &limits, std::vector<Setting> &settings)
{
    if (limits.cpusetCpus)
        settings.push_back({"cpuset", "cpuset.cpus", *limits.cpusetCpus, {}});
    if (limits.cpusetMems)
        settings.push_back({"cpuset", "cpuset.mems", *limits.cpusetMems, {}});
}

// A file for each kind of limit, a line for each device.
void addBlockDevicesV1(const Limits &limits, std::vector<Setting> &settings)
{
    for (const BlockLimit &device : limits.blockDevices) {
        const std::string name = std::format("{}:{} ", device.major, device.minor);
        const auto add = [&](const char *file, const std::optional<std::uint64_t> &rate) {
            if (rate)
                settings.push_back({"blkio", file, name + std::to_string(*rate), {}});
        };
        add("blkio.throttle.read_bps_device", device.readBytes);
        add("blkio.throttle.write_bps_device", device.writeBytes);
        add("blkio.throttle.read_iops_device", device.readOps);
        add("blkio.throttle.write_iops_device", device.writeOps);
        if (device.weight)
            settings.push_back({"blkio", "blkio.weight_device", name + number(*device.weight), noBlkio,
                                "blkio.bfq.weight_device", name + number(*device.weight)});
    }
}

// One file for all kinds of limits.
void addBlockDevicesV2(const Limits &limits, std::vector<Setting> &settings)
{
    for (const BlockLimit &device : limits.blockDevices) {
        const std::string name = std::format("{}:{}", device.major, device.minor);
        std::string rates;
        const auto add = [&](const char *key, const std::optional<std::uint64_t> &rate) {
            if (rate)
                rates += std::format(" {}={}", key, *rate == 0 ? "max" : std::to_string(*rate));
        };
        add("rbps", device.readBytes);
        add("wbps", device.writeBytes);
        add("riops", device.readOps);
        add("wiops", device.writeOps);
        if (!rates.empty())
            settings.push_back({"io", "io.max", name + rates, {}});
        if (device.weight)
            settings.push_back({"io", "io.bfq.weight", name + " " + number(*device.weight), noBlkio,
                                "io.weight", name + " " + number(weightOfBlkio(*device.weight))});
    }
}

} // namespace

Result<> check(const Limits &limits)
{
    CHECK(checkMemory(limits));
    CHECK(checkCpu(limits));
    if (limits.blkioWeight && *limits.blkioWeight != 0 &&
        (*limits.blkioWeight < 10 || *limits.blkioWeight > 1000))
        return fail(ErrorKind::InvalidArgument, "Range of blkio weight is from 10 to 1000");
    for (const BlockLimit &device : limits.blockDevices)
        if (device.weight && (*device.weight < 10 || *device.weight > 1000))
            return fail(ErrorKind::InvalidArgument, "Range of blkio weight is from 10 to 1000");
    return {};
}

std::vector<Setting> settingsV1(const Limits &limits)
{
    std::vector<Setting> settings;
    addMemoryV1(limits, settings);
    if (limits.cpuPeriod)
        settings.push_back({"cpu", "cpu.cfs_period_us", number(*limits.cpuPeriod), {}});
    if (limits.cpuQuota)
        settings.push_back({"cpu", "cpu.cfs_quota_us", number(*limits.cpuQuota), {}});
    if (limits.cpuShares.value_or(0) != 0)
        settings.push_back({"cpu", "cpu.shares", number(sharesV1(*limits.cpuShares)), {}});
    addCpusets(limits, settings);
    if (limits.pids)
        settings.push_back({"pids", "pids.max", *limits.pids > 0 ? number(*limits.pids) : "max", {}});
    if (limits.blkioWeight.value_or(0) != 0)
        settings.push_back({"blkio", "blkio.weight", number(*limits.blkioWeight), noBlkio, "blkio.bfq.weight",
                            number(*limits.blkioWeight)});
    addBlockDevicesV1(limits, settings);
    if (!limits.devices)
        return settings;
    settings.push_back({"devices", "devices.deny", "a", {}});
    for (const DeviceRule &rule : *limits.devices)
        settings.push_back({"devices", "devices.allow", lineOf(rule), {}});
    return settings;
}

std::vector<Setting> settingsV2(const Limits &limits)
{
    std::vector<Setting> settings;
    if (limits.memory)
        settings.push_back({"memory", "memory.max", numberOrMax(*limits.memory), {}});
    if (const auto both = memoryAndSwap(limits)) {
        const std::int64_t swap = *both < 0 ? -1 : *both - limits.memory.value_or(0);
        settings.push_back({"memory", "memory.swap.max", numberOrMax(swap), noSwap});
    }
    if (limits.memoryReservation)
        settings.push_back({"memory", "memory.low", numberOrMax(*limits.memoryReservation), {}});
    if (limits.cpuQuota || limits.cpuPeriod) {
        // One file for both. The period alone is kept by the kernel where only the quota is written, not the
        // reverse.
        const std::string quota = numberOrMax(limits.cpuQuota.value_or(-1));
        settings.push_back(
            {"cpu", "cpu.max", limits.cpuPeriod ? quota + " " + number(*limits.cpuPeriod) : quota, {}});
    }
    if (limits.cpuShares.value_or(0) != 0)
        settings.push_back({"cpu", "cpu.weight", number(weightOfShares(*limits.cpuShares)), {}});
    addCpusets(limits, settings);
    if (limits.pids)
        settings.push_back({"pids", "pids.max", *limits.pids > 0 ? number(*limits.pids) : "max", {}});
    if (limits.blkioWeight.value_or(0) != 0) {
        // One comes with the bfq scheduler, the other with the cost model; their ranges differ.
        settings.push_back({"io", "io.bfq.weight", number(*limits.blkioWeight), noBlkio, "io.weight",
                            number(weightOfBlkio(*limits.blkioWeight))});
    }
    addBlockDevicesV2(limits, settings);
    // Files that v2 has not: asked for, they become a warning.
    if (limits.memorySwappiness)
        settings.push_back({"memory", "memory.swappiness", number(*limits.memorySwappiness), noSwappiness});
    if (limits.oomKillDisable.value_or(false))
        settings.push_back({"memory", "memory.oom_control", "1", noOomKillDisable});
    return settings;
}

} // namespace quayside::isolation::cgroups
