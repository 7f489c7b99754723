// Texts of /proc and of cgroup files as values. Pure; what a container can put into them (names, paths,
// command lines) is taken as it comes and made printable.
#pragma once

#include "engine/api/types/xray.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

// The lines of /proc/PID/status (proc_pid_status(5)) that say who a process is and what it may do.
struct StatusFacts {
    std::vector<std::int64_t> pids; // NSpid: one for each nested pid namespace, the reader's first
    std::vector<std::int64_t> uids; // real, effective, saved, of files
    std::uint64_t inheritable = 0, permitted = 0, effective = 0, bounding = 0, ambient = 0;
    bool noNewPrivileges = false;
    std::int64_t seccompMode = 0, seccompFilters = 0;
};
StatusFacts parseStatus(std::string_view text);

std::vector<api::XrayIdRange> parseIdMap(std::string_view text);
// The id inside that `outside` is; -1: not mapped.
std::int64_t insideId(const std::vector<api::XrayIdRange> &map, std::int64_t outside);

// /proc/PID/mountinfo (proc_pid_mountinfo(5)), in the kernel's order; at most `most`.
std::vector<api::XrayMount> parseMounts(std::string_view text, std::size_t most);

// /proc/PID/cgroup (cgroups(7)).
std::vector<api::XrayCgroupPath> parseCgroups(std::string_view text);

// /proc/PID/timens_offsets: "monotonic 3600 0" lines. Only offsets that are not 0.
std::map<std::string, std::string> parseTimeOffsets(std::string_view text);

// A file of PSI: "some avg10=0.00 avg60=0.00 avg300=0.00 total=0" lines.
std::vector<api::XrayPressure> parsePressure(std::string_view resource, std::string_view text);

// "key value" lines.
std::map<std::string, std::int64_t> parseCounters(std::string_view text);

// /proc/PID/net/{tcp,tcp6,udp,udp6}: sockets that listen, or are bound and not connected.
struct SocketLine {
    std::string address;
    std::int64_t port = 0;
    std::uint64_t inode = 0;
};
std::vector<SocketLine> parseSockets(std::string_view text, bool v6, bool udp, std::size_t most);

// The "nameserver" lines of resolv.conf(5).
std::vector<std::string> parseNameServers(std::string_view text);

// Text that a container chose: without control characters.
std::string printable(std::string_view text);

} // namespace quayside::containers
