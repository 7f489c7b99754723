#include "engine/api/types/stats.h"

#include "engine/api/types/fields.h"

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
}

std::string encode(const ContainerStats &stats)
{
    return written(stats);
}

} // namespace quayside::api
