// Processes of a container, read from /proc of the host (proc_pid_stat(5), proc_pid_status(5)).
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace quayside::containers
{

struct ProcessFacts {
    std::int32_t pid = 0, parent = 0, group = 0, session = 0, foreground = -1; // as the host numbers them
    std::uint32_t uid = 0, realUid = 0, gid = 0, realGid = 0;                  // as the host numbers them
    std::string command;                                                       // comm: at most 15 bytes
    std::string arguments; // joined by blanks; "[comm]" where there are none
    char state = '?';
    std::uint32_t terminal = 0; // device number; 0: none
    std::uint64_t flags = 0;
    std::int64_t priority = 0, nice = 0, threads = 0, processor = 0;
    std::uint64_t userTicks = 0, kernelTicks = 0, startTicks = 0; // the last since boot
    std::uint64_t virtualBytes = 0, residentPages = 0;
    std::string waitsIn; // kernel function; "" where it is not told
};

// The text of /proc/PID/stat, whose second field may hold anything. Nothing: it is no such text.
std::optional<ProcessFacts> parseStat(std::string_view text);
// Nothing: the process has ended.
std::optional<ProcessFacts> readProcess(std::int32_t pid);

} // namespace quayside::containers
