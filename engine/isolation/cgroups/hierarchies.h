// Which cgroup file systems this host has mounted, and where.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::isolation::cgroups
{

struct Hierarchy {
    std::string path;                     // of the mount: /sys/fs/cgroup/memory
    std::vector<std::string> controllers; // v1: as in its mount options, "cpu", "cpuacct"; v2: none
    [[nodiscard]] bool isV2() const { return controllers.empty(); }
    [[nodiscard]] bool has(std::string_view controller) const;
};

// From /proc/self/mountinfo (proc_pid_mountinfo(5)): those that are mounted from their root; of v1 the first
// mount of each set of controllers that containers use, of v2 one.
std::vector<Hierarchy> parseHierarchies(std::string_view mountinfo);

} // namespace quayside::isolation::cgroups
