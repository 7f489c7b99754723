#include "engine/api/types/stats.h"

#include "engine/api/types/fields.h"

#include <algorithm>
#include <cctype>

namespace quayside::api
{

QUAYSIDE_FIELDS(BlkioStatEntry, f, v)
{
    f("major", v.major);
    f("minor", v.minor);
    f("op", v.op);
    f("value", v.value);
}

QUAYSIDE_FIELDS(CpuStats, f, v)
{
    f.group("cpu_usage", [&](auto &g) {
        g("total_usage", v.totalUsage);
        g.omitEmpty("percpu_usage", v.percpuUsage);
        g("usage_in_kernelmode", v.usageInKernelmode);
        g("usage_in_usermode", v.usageInUsermode);
    });
    f.omitEmpty("system_cpu_usage", v.systemUsage);
    f.omitEmpty("online_cpus", v.onlineCpus);
    f.group("throttling_data", [&](auto &g) {
        g("periods", v.periods);
        g("throttled_periods", v.throttledPeriods);
        g("throttled_time", v.throttledTime);
    });
}

QUAYSIDE_FIELDS(MemoryStats, f, v)
{
    f.omitEmpty("usage", v.usage);
    f.omitEmpty("max_usage", v.maxUsage);
    f.omitEmpty("stats", v.stats);
    f.omitEmpty("failcnt", v.failcnt);
    f.omitEmpty("limit", v.limit);
}

QUAYSIDE_FIELDS(NetworkStats, f, v)
{
    f("rx_bytes", v.rxBytes);
    f("rx_packets", v.rxPackets);
    f("rx_errors", v.rxErrors);
    f("rx_dropped", v.rxDropped);
    f("tx_bytes", v.txBytes);
    f("tx_packets", v.txPackets);
    f("tx_errors", v.txErrors);
    f("tx_dropped", v.txDropped);
}

// What no kernel has counted since CFQ went (5.0) is null, as dockerd has it.
template <typename F, typename T>
static void describeBlkio(F &f, T &v)
{
    std::vector<BlkioStatEntry> none;
    f.nullEmpty("io_service_bytes_recursive", v.ioServiceBytes);
    f.nullEmpty("io_serviced_recursive", v.ioServiced);
    for (const char *gone : {"io_queue_recursive", "io_service_time_recursive", "io_wait_time_recursive",
                             "io_merged_recursive", "io_time_recursive", "sectors_recursive"})
        f.nullEmpty(gone, none);
}

QUAYSIDE_FIELDS(MemoryParts, f, v)
{
    f("Anon", v.anon);
    f("File", v.file);
    f("Shmem", v.shmem);
    f("Kernel", v.kernel);
    f("Swap", v.swap);
}

QUAYSIDE_FIELDS(PressureOf, f, v)
{
    f("Some", v.some);
    f("Full", v.full);
    f("SomeTotal", v.someTotal);
    f("FullTotal", v.fullTotal);
}

QUAYSIDE_FIELDS(Pressure, f, v)
{
    f("Cpu", v.cpu);
    f("Memory", v.memory);
    f("Io", v.io);
}

QUAYSIDE_FIELDS(StatsExtension, f, v)
{
    f("Memory", v.memory);
    f.omitEmpty("Pressure", v.pressure);
}

QUAYSIDE_FIELDS(ContainerStats, f, v)
{
    f.omitEmpty("name", v.name);
    f.omitEmpty("id", v.id);
    f("read", v.read);
    f("preread", v.preread);
    f.group("pids_stats", [&](auto &g) {
        g.omitEmpty("current", v.pids);
        g.omitEmpty("limit", v.pidsLimit);
    });
    f.group("blkio_stats", [&](auto &g) { describeBlkio(g, v); });
    std::int64_t numProcs = 0; // Windows
    f("num_procs", numProcs);
    f.group("storage_stats", [](auto &) {}); // Windows
    f("cpu_stats", v.cpu);
    f("precpu_stats", v.precpu);
    f("memory_stats", v.memory);
    f.omitEmpty("networks", v.networks);
    f.omitEmpty("Quayside", v.quayside);
}

QUAYSIDE_FIELDS(StatsSums, f, v)
{
    f("Id", v.id);
    f("Time", v.time);
    f("Cpu", v.cpu);
    f("SystemCpu", v.systemCpu);
    f("Cpus", v.cpus);
    f("Memory", v.memory);
    f("MemoryLimit", v.memoryLimit);
    f.omitEmpty("Received", v.received);
    f.omitEmpty("Sent", v.sent);
    f("Read", v.read);
    f("Written", v.written);
    f("Pids", v.pids);
    f.omitEmpty("PidsLimit", v.pidsLimit);
    f("Parts", v.parts);
    f.omitEmpty("Pressure", v.pressure);
}

QUAYSIDE_FIELDS(StatsRound, f, v)
{
    f("Round", v.round);
}

namespace
{

// Of all devices. v1 names operations with a capital, and counts each read and write under other names again.
std::int64_t sumOf(const std::vector<BlkioStatEntry> &entries, char operation)
{
    std::int64_t sum = 0;
    for (const BlkioStatEntry &entry : entries) {
        const bool wanted =
            !entry.op.empty() && std::tolower(static_cast<unsigned char>(entry.op[0])) == operation;
        sum += wanted ? entry.value : 0;
    }
    return sum;
}

// As `docker stats` counts.
std::int64_t memoryInUse(const MemoryStats &memory)
{
    for (const char *name : {"total_inactive_file", "inactive_file"}) {
        const auto droppable = memory.stats.find(name);
        if (droppable != memory.stats.end() && droppable->second < memory.usage)
            return memory.usage - droppable->second;
    }
    return memory.usage;
}

} // namespace

StatsSums sumsOf(const ContainerStats &stats, std::int64_t timeNs)
{
    StatsSums sums{.id = stats.id,
                   .time = timeNs,
                   .cpu = stats.cpu.totalUsage,
                   .systemCpu = stats.cpu.systemUsage,
                   .cpus = stats.cpu.onlineCpus,
                   .memory = memoryInUse(stats.memory),
                   .memoryLimit = stats.memory.limit,
                   .read = sumOf(stats.ioServiceBytes, 'r'),
                   .written = sumOf(stats.ioServiceBytes, 'w'),
                   .pids = stats.pids,
                   .pidsLimit = stats.pidsLimit};
    for (const auto &[name, counters] : stats.networks) {
        sums.received = sums.received.value_or(0) + counters.rxBytes;
        sums.sent = sums.sent.value_or(0) + counters.txBytes;
    }
    if (stats.quayside) {
        sums.parts = stats.quayside->memory;
        sums.pressure = stats.quayside->pressure;
    }
    return sums;
}

std::string encode(const StatsSums &sums)
{
    return written(sums);
}

std::string encode(const StatsRound &round)
{
    return written(round);
}

std::string encode(const ContainerStats &stats)
{
    return written(stats);
}

} // namespace quayside::api
