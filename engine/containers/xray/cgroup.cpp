// Where a process's cgroups are, what they say (cgroup-v2.rst, cgroup-v1/).
#include "engine/containers/xray/subject.h"
#include "engine/isolation/cgroups/hierarchies.h"
#include "engine/isolation/cgroups/measure.h"

#include <algorithm>
#include <fcntl.h>
#include <limits>

namespace quayside::containers
{

namespace
{

namespace cgroups = isolation::cgroups;

struct Named {
    const char *controller, *file;
};
constexpr Named filesV1[] = {{"memory", "memory.usage_in_bytes"},
                             {"memory", "memory.limit_in_bytes"},
                             {"memory", "memory.memsw.limit_in_bytes"},
                             {"memory", "memory.soft_limit_in_bytes"},
                             {"memory", "memory.max_usage_in_bytes"},
                             {"memory", "memory.failcnt"},
                             {"memory", "memory.oom_control"},
                             {"cpu", "cpu.cfs_quota_us"},
                             {"cpu", "cpu.cfs_period_us"},
                             {"cpu", "cpu.shares"},
                             {"cpu", "cpu.stat"},
                             {"cpuacct", "cpuacct.usage"},
                             {"cpuset", "cpuset.cpus"},
                             {"cpuset", "cpuset.mems"},
                             {"pids", "pids.current"},
                             {"pids", "pids.max"}};
constexpr Named filesV2[] = {{"memory", "memory.current"},
                             {"memory", "memory.max"},
                             {"memory", "memory.high"},
                             {"memory", "memory.low"},
                             {"memory", "memory.peak"},
                             {"memory", "memory.swap.max"},
                             {"memory", "memory.events"},
                             {"cpu", "cpu.max"},
                             {"cpu", "cpu.weight"},
                             {"cpu", "cpu.stat"},
                             {"cpuset", "cpuset.cpus.effective"},
                             {"cpuset", "cpuset.mems.effective"},
                             {"io", "io.max"},
                             {"io", "io.weight"},
                             {"pids", "pids.current"},
                             {"pids", "pids.max"}};

// The cgroups of one process.
class Groups
{
public:
    Groups(std::vector<cgroups::Hierarchy> hierarchies, std::vector<api::XrayCgroupPath> paths)
        : m_hierarchies(std::move(hierarchies)), m_paths(std::move(paths))
    {
        m_v1 = std::ranges::any_of(m_hierarchies, [](const auto &h) { return !h.isV2(); });
    }
    [[nodiscard]] bool v1() const { return m_v1; }
    // `controller` "": of v2, also where it stands beside v1.
    [[nodiscard]] std::optional<std::string> read(std::string_view controller, const char *file) const
    {
        for (const auto &hierarchy : m_hierarchies) {
            const bool wanted = controller.empty() || !m_v1 ? hierarchy.isV2() : hierarchy.has(controller);
            const auto path = wanted ? pathIn(hierarchy) : std::nullopt;
            if (!path)
                continue;
            const Fd folder(::open((hierarchy.path + *path).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
            auto text = folder ? readText(folder, file) : std::nullopt;
            while (text && text->ends_with('\n'))
                text->pop_back();
            return text;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] std::optional<std::string> pathIn(const cgroups::Hierarchy &hierarchy) const
    {
        for (const auto &entry : m_paths) {
            const bool same = hierarchy.isV2() ? entry.controllers.empty()
                                               : hasAll(entry.controllers, hierarchy.controllers);
            if (same && !entry.path.contains("/.."))
                return entry.path;
        }
        return std::nullopt;
    }
    static bool hasAll(const std::string &list, const std::vector<std::string> &names)
    {
        return std::ranges::all_of(names, [&list](const std::string &name) {
            return ("," + list + ",").contains("," + name + ",");
        });
    }
    std::vector<cgroups::Hierarchy> m_hierarchies;
    std::vector<api::XrayCgroupPath> m_paths;
    bool m_v1 = false;
};

std::int64_t number(const std::optional<std::string> &text, std::int64_t otherwise = -1)
{
    if (!text || text->empty() || text->starts_with("max"))
        return otherwise;
    return std::atoll(text->c_str());
}

std::int64_t limited(const std::optional<std::uint64_t> &limit)
{
    return limit && *limit <= std::numeric_limits<std::int64_t>::max() ? static_cast<std::int64_t>(*limit)
                                                                       : -1;
}

void addMeasured(const Groups &groups, api::XrayCgroup &cgroup)
{
    const cgroups::ReadFile read = [&groups](std::string_view controller, const char *file) {
        return groups.read(controller, file);
    };
    const auto measured = groups.v1() ? cgroups::measureV1(read) : cgroups::measureV2(read);
    cgroup.memoryBytes = static_cast<std::int64_t>(measured.memoryBytes);
    cgroup.memoryLimit = limited(measured.memoryLimit);
    cgroup.memoryFailures = static_cast<std::int64_t>(measured.memoryFailures);
    cgroup.memoryPeak =
        number(groups.read("memory", groups.v1() ? "memory.max_usage_in_bytes" : "memory.peak"));
    cgroup.cpuNs = static_cast<std::int64_t>(measured.cpuNs);
    cgroup.periods = static_cast<std::int64_t>(measured.periods);
    cgroup.throttledPeriods = static_cast<std::int64_t>(measured.throttledPeriods);
    cgroup.throttledNs = static_cast<std::int64_t>(measured.throttledNs);
    cgroup.pids = static_cast<std::int64_t>(measured.pids);
    cgroup.pidsLimit = limited(measured.pidsLimit);
}

void addCpu(const Groups &groups, api::XrayCgroup &cgroup)
{
    if (groups.v1()) {
        cgroup.cpuQuotaUs = number(groups.read("cpu", "cpu.cfs_quota_us"));
        cgroup.cpuPeriodUs = number(groups.read("cpu", "cpu.cfs_period_us"));
        cgroup.cpuShares = number(groups.read("cpu", "cpu.shares"));
        return;
    }
    const auto most = groups.read("cpu", "cpu.max"); // "50000 100000", "max 100000"
    cgroup.cpuQuotaUs = number(most);
    if (const std::size_t blank = most ? most->find(' ') : std::string::npos; blank != std::string::npos)
        cgroup.cpuPeriodUs = number(most->substr(blank + 1));
    cgroup.cpuShares = number(groups.read("cpu", "cpu.weight"));
}

void addEvents(const Groups &groups, api::XrayCgroup &cgroup)
{
    const auto add = [&](const char *controller, const char *file, const std::string &prefix) {
        for (const auto &[key, value] : parseCounters(groups.read(controller, file).value_or("")))
            cgroup.events[prefix + key] = value;
    };
    add("memory", groups.v1() ? "memory.oom_control" : "memory.events", "memory.");
    add("pids", "pids.events", "pids.");
    // How it is, not how often it was.
    cgroup.events.erase("memory.oom_kill_disable");
    for (const char *resource : {"cpu", "memory", "io"}) {
        const std::string file = std::string(resource) + ".pressure";
        std::ranges::move(parsePressure(resource, groups.read("", file.c_str()).value_or("")),
                          std::back_inserter(cgroup.pressure));
    }
}

// The host has the whole machine: what is used of that, and what there is.
void addMachine(api::XrayCgroup &cgroup)
{
    const Fd proc(::open("/proc", O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto memory = parseCounters(proc ? readText(proc, "meminfo").value_or("") : ""); // KiB
    const auto kib = [&memory](const char *key) {
        const auto found = memory.find(key);
        return found == memory.end() ? std::int64_t{0} : found->second * 1024;
    };
    if (const auto total = kib("MemTotal:"); total > 0) {
        cgroup.memoryLimit = total;
        cgroup.memoryBytes = total - kib("MemAvailable:");
    }
    const auto most = proc ? readText(proc, "sys/kernel/pid_max", 32) : std::nullopt;
    cgroup.pidsLimit = number(most);
    // "0.10 0.20 0.30 2/345 6789": threads that run, and all.
    const auto load = proc ? readText(proc, "loadavg", 128) : std::nullopt;
    const std::size_t slash = load ? load->find('/') : std::string::npos;
    if (slash != std::string::npos)
        cgroup.pids = std::atoll(load->c_str() + slash + 1);
}

} // namespace

// Of the host the root of all groups, wherever the engine's own process is.
Result<api::XrayCgroup> readCgroup(const Subject &subject)
{
    const auto paths = readText(subject.proc, "cgroup");
    const Fd self(::open("/proc/self", O_PATH | O_DIRECTORY | O_CLOEXEC));
    const auto mounts = self ? readText(self, "mountinfo", 4 << 20) : std::nullopt;
    if (!paths || !mounts)
        return fail(ErrorKind::NotFound, "the cgroups could not be read: the process has ended");
    api::XrayCgroup cgroup{.paths = parseCgroups(*paths)};
    if (subject.host)
        for (auto &path : cgroup.paths)
            path.path = "/";
    const Groups groups(cgroups::parseHierarchies(*mounts), cgroup.paths);
    cgroup.version = groups.v1() ? 1 : 2;
    const auto add = [&](const Named &named) {
        if (auto value = groups.read(named.controller, named.file))
            cgroup.files.push_back({named.controller, named.file, *std::move(value)});
    };
    if (groups.v1())
        std::ranges::for_each(filesV1, add);
    else
        std::ranges::for_each(filesV2, add);
    addMeasured(groups, cgroup);
    addCpu(groups, cgroup);
    addEvents(groups, cgroup);
    if (subject.host)
        addMachine(cgroup);
    return cgroup;
}

} // namespace quayside::containers
