// GET /containers/{id}/stats: ContainerStatsResponse of the contract.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct BlkioStatEntry {
    std::int64_t major = 0, minor = 0;
    std::string op;
    std::int64_t value = 0;
};

struct CpuStats {
    std::int64_t totalUsage = 0, usageInKernelmode = 0, usageInUsermode = 0; // ns of all CPUs together
    std::vector<std::int64_t> percpuUsage;                                   // ns; cgroup v1 only
    std::int64_t systemUsage = 0; // ns of the whole machine, all CPUs together; 0: left out
    std::int64_t onlineCpus = 0;  // 0: left out
    std::int64_t periods = 0, throttledPeriods = 0, throttledTime = 0; // the last in ns
};

struct MemoryStats {
    std::int64_t usage = 0, maxUsage = 0, failcnt = 0, limit = 0; // bytes; 0: left out
    std::map<std::string, std::int64_t> stats;
};

struct NetworkStats {
    std::int64_t rxBytes = 0, rxPackets = 0, rxErrors = 0, rxDropped = 0;
    std::int64_t txBytes = 0, txPackets = 0, txErrors = 0, txDropped = 0;
};

struct ContainerStats {
    std::string id, name;                                                        // the name with '/'
    std::string read = "0001-01-01T00:00:00Z", preread = "0001-01-01T00:00:00Z"; // RFC 3339
    std::int64_t pids = 0, pidsLimit = 0;                                        // 0: left out
    std::vector<BlkioStatEntry> ioServiceBytes, ioServiced;                      // null where empty
    CpuStats cpu, precpu;
    MemoryStats memory;
    std::map<std::string, NetworkStats> networks; // by interface inside; left out where there is none
};
std::string encode(const ContainerStats &stats);

} // namespace quayside::api
