#include "engine/server/routes/hostfacts.h"

#include <sched.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace quayside::server
{

namespace
{

std::string firstLine(const std::string &path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

// One value of os-release(5), without the quotes that it may stand in.
std::string osRelease(const std::string &path, const std::string &key)
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(key + "="))
            continue;
        std::string value = line.substr(key.size() + 1);
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
            value.back() == value.front())
            value = value.substr(1, value.size() - 2);
        return value;
    }
    return {};
}

bool exists(const std::string &path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

void readCgroups(HostFacts &facts, const std::string &prefix)
{
    const std::string folder = prefix + "/sys/fs/cgroup";
    if (exists(folder + "/cgroup.controllers")) {
        facts.cgroupVersion = 2;
        std::istringstream controllers(firstLine(folder + "/cgroup.controllers"));
        for (std::string name; controllers >> name;) {
            facts.memory |= name == "memory";
            facts.cpu |= name == "cpu";
            facts.cpuset |= name == "cpuset";
            facts.pids |= name == "pids";
        }
        facts.swap = facts.memory && exists(prefix + "/proc/swaps"); // missing where swap is compiled out
        return;
    }
    facts.cgroupVersion = 1;
    facts.memory = exists(folder + "/memory/memory.limit_in_bytes");
    facts.swap = exists(folder + "/memory/memory.memsw.limit_in_bytes");
    facts.oomKillDisable = exists(folder + "/memory/memory.oom_control");
    facts.cpu = exists(folder + "/cpu/cpu.cfs_quota_us");
    facts.cpuset = exists(folder + "/cpuset/cpuset.cpus");
    facts.pids = exists(folder + "/pids");
}

} // namespace

HostFacts readHostFacts(const std::string &prefix)
{
    HostFacts facts;
    utsname names{};
    if (::uname(&names) == 0) {
        facts.kernelVersion = names.release;
        facts.architecture = names.machine;
        facts.name = names.nodename;
    }
    const std::string release =
        exists(prefix + "/etc/os-release") ? prefix + "/etc/os-release" : prefix + "/usr/lib/os-release";
    facts.operatingSystem = osRelease(release, "PRETTY_NAME");
    if (facts.operatingSystem.empty())
        facts.operatingSystem = "Linux"; // the default of os-release(5)
    facts.osVersion = osRelease(release, "VERSION_ID");

    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    facts.cpus = ::sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed)
                                                                       : ::sysconf(_SC_NPROCESSORS_ONLN);
    struct sysinfo memory{};
    if (::sysinfo(&memory) == 0)
        facts.memoryBytes = static_cast<std::int64_t>(memory.totalram) * memory.mem_unit;
    readCgroups(facts, prefix);
    facts.ipv4Forwarding = firstLine(prefix + "/proc/sys/net/ipv4/ip_forward") == "1";
    return facts;
}

std::vector<std::string> limitWarnings(const HostFacts &facts)
{
    std::vector<std::string> warnings;
    const auto warn = [&](bool supported, const char *what) {
        if (!supported)
            warnings.push_back(std::string("WARNING: No ") + what + " support");
    };
    warn(facts.memory, "memory limit");
    warn(facts.swap, "swap limit");
    warn(facts.cpu, "cpu shares and quota");
    warn(facts.cpuset, "cpuset");
    warn(facts.pids, "pids limit");
    if (!facts.ipv4Forwarding)
        warnings.push_back("WARNING: IPv4 forwarding is disabled");
    return warnings;
}

} // namespace quayside::server
