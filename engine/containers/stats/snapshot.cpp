#include "engine/containers/stats/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <limits>
#include <sstream>

#include <sys/sysinfo.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

std::int64_t clamped(std::uint64_t value)
{
    return static_cast<std::int64_t>(
        std::min<std::uint64_t>(value, std::numeric_limits<std::int64_t>::max()));
}

std::string_view takeLine(std::string_view &rest)
{
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    return line;
}

// The next number of the line; 0 where there is none.
std::int64_t takeNumber(std::string_view &line)
{
    const auto start = line.find_first_of("0123456789");
    line.remove_prefix(std::min(start, line.size()));
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), value);
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    return clamped(value);
}

std::vector<api::BlkioStatEntry> entriesOf(const std::vector<isolation::cgroups::IoCount> &counts)
{
    std::vector<api::BlkioStatEntry> entries;
    entries.reserve(counts.size());
    for (const auto &count : counts)
        entries.push_back({clamped(count.major), clamped(count.minor), count.op, clamped(count.value)});
    return entries;
}

// By the names of cgroups 2, else of 1. Of the page cache, shared memory is a part.
api::StatsExtension extensionOf(const isolation::cgroups::Measured &measured)
{
    const auto of = [&measured](const char *second, const char *first) {
        const auto found = measured.memoryStat.find(measured.v2 ? second : first);
        return found == measured.memoryStat.end() ? 0 : clamped(found->second);
    };
    api::StatsExtension extension;
    extension.memory = {.anon = of("anon", "total_rss"),
                        .file = of("file", "total_cache"),
                        .shmem = of("shmem", "total_shmem"),
                        .kernel = clamped(measured.kernelBytes),
                        .swap = clamped(measured.swapBytes)};
    extension.memory.file = std::max<std::int64_t>(0, extension.memory.file - extension.memory.shmem);
    const auto pressureOf = [](const isolation::cgroups::Stall &stall) {
        return api::PressureOf{stall.some10, stall.full10, clamped(stall.someUsec), clamped(stall.fullUsec)};
    };
    if (measured.stalls)
        extension.pressure = {pressureOf(measured.stalls->cpu), pressureOf(measured.stalls->memory),
                              pressureOf(measured.stalls->io)};
    return extension;
}

} // namespace

HostUse parseProcStat(std::string_view text, long ticksPerSecond)
{
    constexpr int states = 8; // user nice system idle iowait irq softirq steal
    HostUse use;
    const std::int64_t nsPerTick = 1'000'000'000 / std::max(ticksPerSecond, 1L);
    while (text.starts_with("cpu")) {
        std::string_view line = takeLine(text);
        line.remove_prefix(3);
        if (!line.starts_with(' ')) { // cpu0, cpu1, …
            ++use.cpus;
            continue;
        }
        for (int i = 0; i < states; ++i)
            use.cpuNs += takeNumber(line) * nsPerTick;
    }
    return use;
}

HostUse hostUse()
{
    std::ifstream file("/proc/stat");
    std::stringstream text;
    text << file.rdbuf();
    HostUse use = parseProcStat(text.str(), ::sysconf(_SC_CLK_TCK));
    struct sysinfo info{};
    if (::sysinfo(&info) == 0)
        use.memoryBytes = clamped(static_cast<std::uint64_t>(info.totalram) * info.mem_unit);
    return use;
}

std::map<std::string, api::NetworkStats> parseNetDev(std::string_view text)
{
    std::map<std::string, api::NetworkStats> networks;
    while (!text.empty()) {
        std::string_view line = takeLine(text);
        const std::size_t colon = line.find(':');
        const std::size_t start = line.find_first_not_of(' ');
        if (colon == std::string_view::npos || start >= colon)
            continue;
        const std::string name(line.substr(start, colon - start));
        if (!name.starts_with("eth"))
            continue;
        line.remove_prefix(colon + 1);
        // bytes packets errs drop fifo frame compressed multicast, twice (frame and multicast: colls carrier)
        std::array<std::int64_t, 16> values{};
        for (auto &value : values)
            value = takeNumber(line);
        networks[name] = {values[0], values[1], values[2],  values[3],
                          values[8], values[9], values[10], values[11]};
    }
    return networks;
}

void addMeasured(api::ContainerStats &stats, const isolation::cgroups::Measured &measured,
                 const HostUse &host)
{
    auto &cpu = stats.cpu;
    cpu.totalUsage = clamped(measured.cpuNs);
    cpu.usageInUsermode = clamped(measured.userNs);
    cpu.usageInKernelmode = clamped(measured.kernelNs);
    for (const auto ns : measured.perCpuNs)
        cpu.percpuUsage.push_back(clamped(ns));
    cpu.systemUsage = host.cpuNs;
    cpu.onlineCpus = host.cpus;
    cpu.periods = clamped(measured.periods);
    cpu.throttledPeriods = clamped(measured.throttledPeriods);
    cpu.throttledTime = clamped(measured.throttledNs);
    stats.memory.usage = clamped(measured.memoryBytes);
    stats.memory.maxUsage = clamped(measured.peakMemoryBytes);
    stats.memory.failcnt = clamped(measured.memoryFailures);
    stats.memory.limit =
        std::min(measured.memoryLimit ? clamped(*measured.memoryLimit) : host.memoryBytes, host.memoryBytes);
    for (const auto &[name, value] : measured.memoryStat)
        stats.memory.stats.emplace(name, clamped(value));
    stats.quayside = extensionOf(measured);
    stats.pids = clamped(measured.pids);
    stats.pidsLimit = measured.pidsLimit ? clamped(*measured.pidsLimit) : 0;
    stats.ioServiceBytes = entriesOf(measured.ioBytes);
    if (!measured.v2) // dockerd tells operations only on v1
        stats.ioServiced = entriesOf(measured.ioOperations);
}

} // namespace quayside::containers
