// What `docker info` tells about the machine, read from where the kernel says it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::server
{

struct HostFacts {
    std::string kernelVersion, architecture, name; // uname(2)
    std::string operatingSystem, osVersion;        // PRETTY_NAME and VERSION_ID of os-release(5)
    std::int64_t cpus = 0;                         // this process may run on
    std::int64_t memoryBytes = 0;
    int cgroupVersion = 2; // 1 where the controllers are on v1 hierarchies, also on hybrid hosts
    bool memory = false, swap = false, cpu = false, cpuset = false, pids = false, oomKillDisable = false;
    bool ipv4Forwarding = false;
};

// `prefix`: put before each path, for tests; usually empty.
HostFacts readHostFacts(const std::string &prefix = {});

// The sentences that `docker info` prints below: one for each kind of limit that this machine can't set.
std::vector<std::string> limitWarnings(const HostFacts &facts);

} // namespace quayside::server
