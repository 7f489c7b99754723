// What a container uses, as its cgroups count it.
// Sources: Documentation/admin-guide/cgroup-v2.rst; cgroup-v1/memory.rst, cpuacct.rst, blkio-controller.rst.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::isolation::cgroups
{

// A line of a block device's counters.
struct IoCount {
    std::uint64_t major = 0, minor = 0;
    std::string op; // v1: Read, Write, Sync, …; v2: read, write
    std::uint64_t value = 0;
    bool operator==(const IoCount &) const = default;
};

// Of a file such as memory.pressure. Source: Documentation/accounting/psi.rst.
struct Stall {
    double some10 = 0, full10 = 0;            // percent of the last ten seconds
    std::uint64_t someUsec = 0, fullUsec = 0; // in all
    bool operator==(const Stall &) const = default;
};
struct Stalls {
    Stall cpu, memory, io;
    bool operator==(const Stalls &) const = default;
};

struct Measured {
    bool v2 = false;
    std::uint64_t cpuNs = 0, userNs = 0, kernelNs = 0;
    std::vector<std::uint64_t> perCpuNs; // v1
    std::uint64_t periods = 0, throttledPeriods = 0, throttledNs = 0;
    std::uint64_t memoryBytes = 0, peakMemoryBytes = 0, memoryFailures = 0; // peak: v1
    std::optional<std::uint64_t> memoryLimit;                               // absent: none
    std::map<std::string, std::uint64_t> memoryStat;                        // memory.stat, each line
    std::uint64_t kernelBytes = 0, swapBytes = 0;
    std::optional<Stalls> stalls; // where v2 is mounted, with v1 beside it or not, and the kernel counts them
    std::uint64_t pids = 0;
    std::optional<std::uint64_t> pidsLimit;     // absent: none
    std::vector<IoCount> ioBytes, ioOperations; // v1 and v2; v1 with a line for each operation
};

// The text of a file of the container's cgroup (v1: of the named controller's; of none: v2's beside it),
// without the last line end; nothing where this kernel or host has none: that figure stays 0.
using ReadFile = std::function<std::optional<std::string>(std::string_view controller, const char *file)>;
Measured measureV1(const ReadFile &read);
Measured measureV2(const ReadFile &read);

} // namespace quayside::isolation::cgroups
