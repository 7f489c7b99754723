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

// What other engines do not tell (docs/extensions.md).
struct MemoryParts {
    std::int64_t anon = 0, file = 0, shmem = 0, kernel = 0, swap = 0; // bytes; file: without shmem
};
struct PressureOf {
    double some = 0, full = 0;                 // percent of the last ten seconds
    std::int64_t someTotal = 0, fullTotal = 0; // microseconds
};
struct Pressure {
    PressureOf cpu, memory, io;
};
struct StatsExtension {
    MemoryParts memory;
    std::optional<Pressure> pressure; // absent where there is no cgroup v2, or the kernel counts none
};

struct ContainerStats {
    std::string id, name;                                                        // the name with '/'
    std::string read = "0001-01-01T00:00:00Z", preread = "0001-01-01T00:00:00Z"; // RFC 3339
    std::int64_t pids = 0, pidsLimit = 0;                                        // 0: left out
    std::vector<BlkioStatEntry> ioServiceBytes, ioServiced;                      // null where empty
    CpuStats cpu, precpu;
    MemoryStats memory;
    std::map<std::string, NetworkStats> networks; // by interface inside; left out where there is none
    std::optional<StatsExtension> quayside;
};
std::string encode(const ContainerStats &stats);

// A line of GET /quayside/stats: the sums of a sample, and the end of a round.
struct StatsSums {
    std::string id;
    std::int64_t time = 0; // ns since 1970
    std::int64_t cpu = 0, systemCpu = 0, cpus = 0;
    std::int64_t memory = 0; // without the part of the page cache that goes when memory is wanted
    std::int64_t memoryLimit = 0;
    std::optional<std::int64_t> received, sent; // absent: no network of its own
    std::int64_t read = 0, written = 0, pids = 0, pidsLimit = 0;
    MemoryParts parts;
    std::optional<Pressure> pressure;
};
StatsSums sumsOf(const ContainerStats &stats, std::int64_t timeNs);
std::string encode(const StatsSums &sums);
struct StatsRound {
    std::int64_t round = 0; // containers that it had
};
std::string encode(const StatsRound &round);

} // namespace quayside::api
