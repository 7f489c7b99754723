#include "engine/isolation/cgroups/prepare.h"

#include "engine/isolation/cgroups/devices.h"
#include "engine/isolation/cgroups/folder.h"
#include "engine/isolation/cgroups/hierarchies.h"
#include "engine/isolation/cgroups/placement.h"
#include "engine/isolation/cgroups/settings.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <map>
#include <mutex>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

namespace quayside::isolation::cgroups
{
namespace
{

constexpr std::int64_t freezePatienceMs = 10'000;

std::string groupName(const std::string &engineRoot)
{
    if (engineRoot == "/var/lib/quayside")
        return "quayside";
    std::uint32_t hash = 2166136261U; // FNV-1a
    for (const char c : engineRoot)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return std::format("quayside-{:08x}", hash);
}

std::string joined(const std::vector<std::string> &words, char separator)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? std::string() : std::string(1, separator)) + word;
    return text;
}

class Tree final : public Cgroups
{
public:
    Tree(Kernel &kernel, std::vector<Hierarchy> hierarchies, std::string group)
        : m_kernel(kernel), m_hierarchies(std::move(hierarchies)), m_group(std::move(group)),
          m_placement(m_group)
    {
        m_v1 = std::ranges::any_of(m_hierarchies, [](const Hierarchy &h) { return !h.isV2(); });
        // With v2 beside it, v1's freezer has nothing to do.
        const auto v2 = std::ranges::find_if(m_hierarchies, &Hierarchy::isV2);
        if (m_v1 && v2 != m_hierarchies.end())
            std::erase_if(m_hierarchies, [](const Hierarchy &h) {
                return h.controllers == std::vector<std::string>{"freezer"};
            });
    }

    // An engine that has no containers leaves no groups; one with containers finds them here again.
    ~Tree() override { removeGroup(); }
    Tree(const Tree &) = delete;
    Tree &operator=(const Tree &) = delete;

    Result<> makeGroup();

    [[nodiscard]] int version() const override { return m_v1 ? 1 : 2; }
    [[nodiscard]] std::string mountOptions() const override
    {
        std::vector<std::string> words;
        for (const Hierarchy &hierarchy : m_hierarchies) {
            if (!hierarchy.isV2())
                words.push_back(joined(hierarchy.controllers, ','));
        }
        return joined(words, ' ');
    }
    [[nodiscard]] std::string path(const std::string &id) const override { return m_placement.pathOf(id); }
    Result<> place(const std::string &id, const std::string &parent, std::uint32_t uid) override;

    Result<CgroupPlan> create(const std::string &id, const Limits &limits, Slots &slots,
                              std::vector<std::string> &warnings) override;
    Result<CgroupPlan> join(const std::string &id, Slots &slots) override;
    Result<> update(const std::string &id, const Limits &limits, std::vector<std::string> &warnings) override;
    Result<> freeze(const std::string &id) override;
    Result<> thaw(const std::string &id) override { return setFrozen(id, false); }
    Result<> killAll(const std::string &id) override;
    Result<std::vector<std::int32_t>> processes(const std::string &id) const override;
    Result<Usage> usage(const std::string &id) const override;
    Result<Measured> measure(const std::string &id) const override;
    [[nodiscard]] std::vector<std::string> missing(const Limits &limits) const override;
    Result<> remove(const std::string &id) override;
    [[nodiscard]] std::vector<std::string> list() const override;
    void removeGroup() final
    {
        for (const Hierarchy &hierarchy : m_hierarchies)
            m_kernel.unlinkat(AT_FDCWD, (hierarchy.path + "/" + m_group).c_str(), AT_REMOVEDIR);
    }

private:
    [[nodiscard]] std::string folderOf(const Hierarchy &hierarchy, const std::string &id) const
    {
        return hierarchy.path + path(id);
    }
    // The container's cgroup where `controller` is. v2 has all of them.
    Result<Folder> openFor(const std::string &id, std::string_view controller) const;
    Result<Folder> openFirst(const std::string &id) const;
    Result<Folder> makeFolder(const Hierarchy &hierarchy, const std::string &id);
    // One container's cgroups, opened once: a folder for each of m_hierarchies, in their order.
    using Folders = std::vector<Folder>;
    Result<Folders> makeAll(const std::string &id);
    Result<Folders> openAll(const std::string &id) const;
    [[nodiscard]] const Folder *folderFor(const Folders &folders, std::string_view controller) const;
    Result<> apply(const Folders &folders, const Limits &limits, std::vector<std::string> &warnings);
    Result<> applyOne(const Folders &folders, const Setting &setting,
                      std::vector<std::string> &warnings) const;
    Result<> restrictDevices(const Folder &folder, const std::vector<DeviceRule> &rules);
    Result<CgroupPlan> hand(Folders folders, Slots &slots) const; // to the stage
    Result<> setFrozen(const std::string &id, bool frozen) const;
    [[nodiscard]] bool isFrozen(const Folder &folder) const;

    Kernel &m_kernel;
    std::vector<Hierarchy> m_hierarchies;
    std::string m_group;
    Placement m_placement;
    bool m_v1 = false;
    std::mutex m_parents; // nobody removes an empty parent that another container is about to be put into
    std::mutex m_mutex;
    std::map<std::string, Fd> m_programs; // device programs by their rules
};

Result<> Tree::makeGroup()
{
    for (const Hierarchy &hierarchy : m_hierarchies) {
        TRY(const Folder group, Folder::make(m_kernel, hierarchy.path + "/" + m_group));
        if (hierarchy.isV2() && !m_v1) {
            CHECK(giveControllersOn(m_kernel, hierarchy.path));
            CHECK(giveControllersOn(m_kernel, hierarchy.path + "/" + m_group));
        }
        // A new cpuset has no CPUs and takes no process, unless it starts with those of its parent.
        if (hierarchy.has("cpuset")) {
            TRY(const Folder top, Folder::open(m_kernel, hierarchy.path));
            for (const char *file : {"cpuset.cpus", "cpuset.mems"}) {
                TRY(const std::string all, top.read(file));
                CHECK(group.write(file, all));
            }
            CHECK(group.write("cgroup.clone_children", "1"));
        }
    }
    return {};
}

Result<> Tree::place(const std::string &id, const std::string &parent, std::uint32_t uid)
{
    TRY(auto path, parentPath(m_group, parent, uid));
    m_placement.place(id, std::move(path));
    return {};
}

Result<Folder> Tree::makeFolder(const Hierarchy &hierarchy, const std::string &id)
{
    const std::string path = folderOf(hierarchy, id);
    if (m_placement.isPlaced(id))
        CHECK(makeParents(m_kernel, hierarchy, m_placement.parentOf(id), m_group, hierarchy.isV2() && !m_v1));
    TRY(Folder folder, Folder::make(m_kernel, path));
    // In the engine's own group the kernel does that itself (cgroup.clone_children).
    if (m_placement.isPlaced(id) && hierarchy.has("cpuset"))
        CHECK(fillCpuset(m_kernel, path));
    return folder;
}

Result<Tree::Folders> Tree::makeAll(const std::string &id)
{
    const std::scoped_lock lock(m_parents);
    Folders folders;
    for (const Hierarchy &hierarchy : m_hierarchies) {
        TRY(Folder folder, makeFolder(hierarchy, id));
        folders.push_back(std::move(folder));
    }
    return folders;
}

Result<Tree::Folders> Tree::openAll(const std::string &id) const
{
    Folders folders;
    for (const Hierarchy &hierarchy : m_hierarchies) {
        TRY(Folder folder, Folder::open(m_kernel, folderOf(hierarchy, id)));
        folders.push_back(std::move(folder));
    }
    return folders;
}

const Folder *Tree::folderFor(const Folders &folders, std::string_view controller) const
{
    for (std::size_t i = 0; i < folders.size(); ++i) {
        if (m_v1 ? m_hierarchies[i].has(controller) : m_hierarchies[i].isV2())
            return &folders[i];
    }
    return nullptr;
}

Result<Folder> Tree::openFor(const std::string &id, std::string_view controller) const
{
    for (const Hierarchy &hierarchy : m_hierarchies) {
        if (m_v1 ? hierarchy.has(controller) : hierarchy.isV2())
            return Folder::open(m_kernel, folderOf(hierarchy, id));
    }
    return fail(ErrorKind::NotSupported, "this host has no {} cgroups mounted", controller);
}

// For what every hierarchy knows: v2 where there is one.
Result<Folder> Tree::openFirst(const std::string &id) const
{
    const auto v2 = std::ranges::find_if(m_hierarchies, &Hierarchy::isV2);
    return Folder::open(m_kernel, folderOf(v2 == m_hierarchies.end() ? m_hierarchies.front() : *v2, id));
}

Result<> Tree::applyOne(const Folders &folders, const Setting &setting,
                        std::vector<std::string> &warnings) const
{
    const Folder *folder = folderFor(folders, setting.controller);
    Result<> written = folder != nullptr ? folder->write(setting.file, setting.value)
                                         : fail(ErrorKind::NotSupported,
                                                "this host has no {} cgroups mounted", setting.controller);
    const auto isMissing = [&] {
        return !written &&
               (written.error().errnum == ENOENT || written.error().kind == ErrorKind::NotSupported);
    };
    if (isMissing() && folder != nullptr && !setting.otherFile.empty())
        written = folder->write(setting.otherFile, setting.otherValue);
    if (isMissing() && !setting.missing.empty()) {
        warnings.push_back(setting.missing);
        return {};
    }
    if (isMissing())
        return fail(ErrorKind::NotSupported, "this host cannot limit {}: {}", setting.controller,
                    written.error().message);
    return written;
}

Result<> Tree::apply(const Folders &folders, const Limits &limits, std::vector<std::string> &warnings)
{
    std::vector<Setting> again;
    for (Setting &setting : m_v1 ? settingsV1(limits) : settingsV2(limits)) {
        // Memory may not pass memory and swap at any moment, whichever way both go: try once more at the end.
        const auto done = applyOne(folders, setting, warnings);
        if (!done && (done.error().errnum == EINVAL || done.error().errnum == EBUSY))
            again.push_back(std::move(setting));
        else if (!done)
            return done;
    }
    // In reverse: the one that blocked the others comes first now.
    for (const Setting &setting : again)
        CHECK(applyOne(folders, setting, warnings));
    return !m_v1 && limits.devices ? restrictDevices(*folderFor(folders, "devices"), *limits.devices)
                                   : Result<>{};
}

Result<> Tree::restrictDevices(const Folder &folder, const std::vector<DeviceRule> &rules)
{
    std::string key;
    for (const DeviceRule &rule : rules)
        key += lineOf(rule) + "\n";
    const std::scoped_lock lock(m_mutex);
    auto known = m_programs.find(key);
    if (known == m_programs.end()) {
        TRY(Fd program, loadDeviceProgram(m_kernel, rules));
        if (m_programs.size() >= 64) // as many as there are lists of devices that users thought of
            m_programs.clear();
        known = m_programs.emplace(key, std::move(program)).first;
    }
    return attachDeviceProgram(m_kernel, known->second, folder.fd());
}

Result<CgroupPlan> Tree::hand(Folders folders, Slots &slots) const
{
    CgroupPlan plan;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const Hierarchy &hierarchy = m_hierarchies[i];
        if (hierarchy.has("memory") || (hierarchy.isV2() && !m_v1)) {
            auto counter = folders[i].openFile(m_v1 ? "memory.oom_control" : "memory.events", O_RDONLY);
            plan.oomCounter = counter ? slots.add(std::move(*counter)) : -1;
        }
        if (hierarchy.isV2()) {
            plan.v2 = slots.add(folders[i].take());
            continue;
        }
        TRY(Fd tasks, folders[i].openFile("tasks", O_WRONLY));
        plan.v1.push_back(slots.add(std::move(tasks)));
    }
    return plan;
}

Result<CgroupPlan> Tree::create(const std::string &id, const Limits &limits, Slots &slots,
                                std::vector<std::string> &warnings)
{
    CHECK(check(limits));
    Result<CgroupPlan> plan;
    if (auto folders = makeAll(id); !folders)
        plan = std::unexpected(std::move(folders).error());
    else if (auto applied = apply(*folders, limits, warnings); !applied)
        plan = std::unexpected(std::move(applied).error());
    else
        plan = hand(*std::move(folders), slots);
    if (!plan)
        (void)remove(id); // the first error says more than what removing might say
    return plan;
}

Result<CgroupPlan> Tree::join(const std::string &id, Slots &slots)
{
    TRY(Folders folders, openAll(id));
    return hand(std::move(folders), slots);
}

Result<> Tree::update(const std::string &id, const Limits &limits, std::vector<std::string> &warnings)
{
    CHECK(check(limits));
    TRY(const Folders folders, openAll(id));
    return apply(folders, limits, warnings);
}

bool Tree::isFrozen(const Folder &folder) const
{
    if (const auto state = folder.read("freezer.state"))
        return *state == "FROZEN";
    return folder.number("cgroup.events", "frozen").value_or(0) == 1;
}

Result<> Tree::setFrozen(const std::string &id, bool frozen) const
{
    const bool old = std::ranges::none_of(m_hierarchies, &Hierarchy::isV2);
    TRY(const Folder folder, old ? openFor(id, "freezer") : openFirst(id));
    if (old)
        return folder.write("freezer.state", frozen ? "FROZEN" : "THAWED");
    return folder.write("cgroup.freeze", frozen ? "1" : "0");
}

Result<> Tree::freeze(const std::string &id)
{
    CHECK(setFrozen(id, true));
    const bool old = std::ranges::none_of(m_hierarchies, &Hierarchy::isV2);
    TRY(const Folder folder, old ? openFor(id, "freezer") : openFirst(id));
    // A process in an uninterruptible call freezes when that returns; v1 wants to be asked again meanwhile.
    for (std::int64_t waited = 0; waited < freezePatienceMs; waited += 2) {
        if (isFrozen(folder))
            return {};
        const timespec step{0, 2'000'000};
        ::nanosleep(&step, nullptr);
        if (old)
            CHECK(setFrozen(id, true));
    }
    CHECK(setFrozen(id, false));
    return fail(ErrorKind::Unavailable,
                "the container did not freeze within {} s: one of its processes is stuck in the kernel",
                freezePatienceMs / 1000);
}

Result<> Tree::killAll(const std::string &id)
{
    TRY(const Folder folder, openFirst(id));
    if (auto killed = folder.write("cgroup.kill", "1"); killed || killed.error().errnum != ENOENT)
        return killed;
    // Before 5.14, and on v1: frozen, nobody forks away from the loop. A frozen process dies when it thaws.
    for (int round = 0; round < 64; ++round) {
        CHECK(setFrozen(id, true));
        TRY(const std::vector<std::int32_t> pids, processes(id));
        for (const std::int32_t pid : pids)
            ::kill(pid, SIGKILL);
        CHECK(setFrozen(id, false));
        if (pids.empty())
            return {};
    }
    return {};
}

Result<std::vector<std::int32_t>> Tree::processes(const std::string &id) const
{
    TRY(const Folder folder, openFirst(id));
    std::vector<std::int32_t> pids;
    TRY(const std::string text, folder.read("cgroup.procs"));
    for (const char *at = text.data(), *end = at + text.size(); at < end; ++at) {
        std::int32_t pid = 0;
        at = std::from_chars(at, end, pid).ptr;
        if (pid > 0) // 0: a process that this pid namespace cannot see
            pids.push_back(pid);
    }
    return pids;
}

Result<Usage> Tree::usage(const std::string &id) const
{
    Usage usage;
    TRY(const Folder memory, openFor(id, "memory"));
    TRY(const Folder cpu, openFor(id, m_v1 ? "cpuacct" : "cpu"));
    TRY(const Folder pids, openFor(id, "pids"));
    usage.memoryBytes = memory.number(m_v1 ? "memory.usage_in_bytes" : "memory.current").value_or(0);
    usage.memoryLimit = memory.number(m_v1 ? "memory.limit_in_bytes" : "memory.max").value_or(0);
    usage.oomKills = memory.number(m_v1 ? "memory.oom_control" : "memory.events", "oom_kill").value_or(0);
    usage.cpuNs = m_v1 ? cpu.number("cpuacct.usage").value_or(0)
                       : 1000 * cpu.number("cpu.stat", "usage_usec").value_or(0);
    usage.pids = pids.number("pids.current").value_or(0);
    return usage;
}

// Each controller's folder is opened once, and its files relative to it: a thousand containers are measured
// in one go.
Result<Measured> Tree::measure(const std::string &id) const
{
    std::map<std::string, Folder, std::less<>> folders;
    const auto read = [&](std::string_view controller, const char *file) -> std::optional<std::string> {
        const std::string_view key = m_v1 ? controller : std::string_view();
        auto folder = folders.find(key);
        if (folder == folders.end()) {
            auto opened = controller.empty() ? openFirst(id) : openFor(id, controller);
            if (!opened)
                return std::nullopt;
            folder = folders.emplace(key, *std::move(opened)).first;
        }
        auto text = folder->second.read(file);
        return text ? std::optional(*std::move(text)) : std::nullopt;
    };
    Measured measured = m_v1 ? measureV1(read) : measureV2(read);
    if (folders.empty())
        return fail(ErrorKind::NotFound, "the container {} has no cgroups", id);
    return measured;
}

// A group that is not the top one has the files that a container's has.
std::vector<std::string> Tree::missing(const Limits &limits) const
{
    std::vector<std::string> warnings;
    for (const Setting &setting : m_v1 ? settingsV1(limits) : settingsV2(limits)) {
        if (setting.missing.empty())
            continue;
        const auto folder = openFor({}, setting.controller);
        const auto has = [&](const std::string &file) {
            return folder && !file.empty() && folder->openFile(file.c_str(), O_RDONLY);
        };
        if (!has(setting.file) && !has(setting.otherFile))
            warnings.push_back(setting.missing);
    }
    return warnings;
}

Result<> Tree::remove(const std::string &id)
{
    Result<> result;
    for (const Hierarchy &hierarchy : m_hierarchies) {
        if (auto removed = removeFolder(m_kernel, folderOf(hierarchy, id)); !removed)
            result = std::move(removed);
    }
    if (!m_placement.isPlaced(id))
        return result;
    {
        const std::scoped_lock lock(m_parents);
        for (const Hierarchy &hierarchy : m_hierarchies)
            removeParents(m_kernel, hierarchy, m_placement.parentOf(id), m_group);
    }
    if (result)
        m_placement.forget(id);
    return result;
}

std::vector<std::string> Tree::list() const
{
    std::vector<std::string> ids = m_placement.placed();
    for (const Hierarchy &hierarchy : m_hierarchies) {
        for (std::string &id : childrenOf(hierarchy.path + "/" + m_group)) {
            if (!isUserTree(id))
                ids.push_back(std::move(id));
        }
    }
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

Result<std::unique_ptr<Cgroups>> Cgroups::open(const std::string &engineRoot, Kernel &kernel,
                                               const char *mountinfo)
{
    const Fd file(kernel.openat2(AT_FDCWD, mountinfo, {O_RDONLY, 0, 0}));
    if (!file)
        return failErrno(-file.get(), "opening {}", mountinfo);
    TRY(const std::string text, readWhole(kernel, file.get(), 64 << 20));
    std::vector<Hierarchy> hierarchies = parseHierarchies(text);
    if (hierarchies.empty())
        return fail(ErrorKind::Unavailable,
                    "no cgroup file system is mounted on this host: mount -t cgroup2 cgroup2 "
                    "/sys/fs/cgroup");
    auto tree = std::make_unique<Tree>(kernel, std::move(hierarchies), groupName(engineRoot));
    CHECK(tree->makeGroup());
    return tree;
}

} // namespace quayside::isolation::cgroups
