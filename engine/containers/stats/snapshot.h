// The parts of a sample: text of /proc in, numbers out. Pure.
#pragma once

#include "engine/api/types/stats.h"
#include "engine/isolation/cgroups/measure.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace quayside::containers
{

// The machine at the moment of a sample.
struct HostUse {
    std::int64_t cpuNs = 0; // all states of all CPUs together, without guests' (they are in user already)
    std::int64_t cpus = 0;  // online
    std::int64_t memoryBytes = 0;
};
// Of /proc/stat (proc_stat(5)); memoryBytes stays 0.
HostUse parseProcStat(std::string_view text, long ticksPerSecond);
HostUse hostUse(); // reads /proc/stat and sysinfo(2)

// Of /proc/PID/net/dev: the interfaces that the engine made (eth0, eth1, …); lo and the kernel's own tunnels
// are not the network of a container.
std::map<std::string, api::NetworkStats> parseNetDev(std::string_view text);

// cpu, memory, pids and blkio as dockerd shows them. A limit of memory above the machine's memory is that.
void addMeasured(api::ContainerStats &stats, const isolation::cgroups::Measured &measured,
                 const HostUse &host);

} // namespace quayside::containers
