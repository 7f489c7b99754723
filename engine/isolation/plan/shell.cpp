#include "engine/isolation/plan/shell.h"

#include <algorithm>
#include <format>

#include <sys/mount.h>

namespace quayside::isolation
{
namespace
{

using Lines = std::vector<std::string>;

std::string mountOptions(std::uint64_t flags, const std::string &options)
{
    static constexpr std::pair<std::uint64_t, const char *> known[] = {
        {MS_RDONLY, "ro"}, {MS_NOSUID, "nosuid"}, {MS_NODEV, "nodev"}, {MS_NOEXEC, "noexec"}};
    std::string text;
    for (const auto &[flag, name] : known)
        if ((flags & flag) != 0)
            text += (text.empty() ? "" : ",") + std::string(name);
    if (!options.empty())
        text += (text.empty() ? "" : ",") + options;
    return text.empty() ? "" : " -o " + shellWord(text);
}

Lines cloneLines(const LaunchPlan &plan)
{
    struct Space {
        const NamespaceChoice &choice;
        const char *option;
    };
    const NamespacePlan &spaces = plan.namespaces;
    const Space all[] = {{spaces.user, "--user"},
                         {spaces.pid, "--pid"},
                         {spaces.ipc, "--ipc"},
                         {spaces.uts, "--uts"},
                         {spaces.network, "--net"}};
    std::string joined, made = "unshare --fork --mount";
    for (const auto &[choice, option] : all) {
        if (choice.mode == NamespaceMode::New)
            made += std::string(" ") + option;
        else if (choice.mode == NamespaceMode::Join)
            joined += std::string(" ") + option;
    }
    if (!joined.empty())
        made = "nsenter --target $OTHER" + joined + " " + made;
    return {made + " sh &", "PID=$(pgrep -P $!)"};
}

Lines idLines(const LaunchPlan &plan)
{
    const auto text = [](const std::vector<IdRange> &ranges) {
        std::string lines;
        for (const IdRange &range : ranges)
            lines += std::format("{}{} {} {}", lines.empty() ? "" : "\\n", range.inside, range.outside,
                                 range.count);
        return lines;
    };
    return {std::format("printf '{}\\n' > /proc/$PID/uid_map", text(plan.namespaces.uids)),
            std::format("printf '{}\\n' > /proc/$PID/gid_map", text(plan.namespaces.gids))};
}

Lines limitLines(const LaunchPlan &plan)
{
    static constexpr const char *names[] = {"cpu",      "fsize",  "data",    "stack", "core",  "rss",
                                            "nproc",    "nofile", "memlock", "as",    "locks", "sigpending",
                                            "msgqueue", "nice",   "rtprio",  "rttime"};
    Lines lines;
    for (const RlimitPlan &limit : plan.process.rlimits) {
        const auto number = static_cast<std::size_t>(limit.resource);
        const std::string name = number < std::size(names) ? names[number] : std::to_string(limit.resource);
        lines.push_back(std::format("prlimit --pid $PID --{}={}:{}", name, limit.soft, limit.hard));
    }
    lines.push_back(std::format("echo {} > /proc/$PID/oom_score_adj", plan.process.oomScoreAdj.value_or(0)));
    return lines;
}

std::string mountLine(const MountPlan &mount)
{
    const std::string target = "$ROOT" + shellWord(mount.target);
    const std::string options = mountOptions(mount.flags, mount.options);
    const auto newOne = [&](const char *type) {
        return std::format("mount -t {} {}{} {}", type, type, options, target);
    };
    switch (mount.kind) {
    case MountKind::Bind:
        return std::format("mount --bind{} $SOURCE{} {}", options, mount.slot, target);
    case MountKind::HostBind:
        return std::format("mount --rbind{} {} {}", options, shellWord(mount.source), target);
    case MountKind::Proc:
        return newOne("proc");
    case MountKind::Sysfs:
        return newOne("sysfs");
    case MountKind::Tmpfs:
        return newOne("tmpfs");
    case MountKind::Devpts:
        return newOne("devpts");
    case MountKind::Mqueue:
        return newOne("mqueue");
    case MountKind::Cgroup:
        return mount.options.empty()
                   ? newOne("cgroup2")
                   : std::format("for c in {}; do mount -t cgroup{} -o $c cgroup {}/$c; done", mount.options,
                                 mountOptions(mount.flags, ""), target);
    case MountKind::Devices:
        return newOne("tmpfs") +
               std::format(" && for n in null zero full random urandom tty; do touch {}/$n; mount "
                           "--bind /dev/$n {}/$n; done",
                           target, target);
    case MountKind::Image:
        return std::format("mount -t overlay -o lowerdir=$IMAGE{} overlay {}", mount.slot, target);
    case MountKind::Content:
        return std::format("mount --bind{} $CONTENT{} {}", mountOptions(mount.flags, ""), mount.slot, target);
    }
    return {};
}

Lines mountLines(const LaunchPlan &plan)
{
    Lines lines;
    for (const MountPlan &mount : plan.mounts)
        lines.push_back(mountLine(mount));
    return lines;
}

Lines rootLines(const LaunchPlan &plan)
{
    std::string options = "userxattr,index=off,lowerdir=$LAYERS";
    if (plan.root.upper >= 0)
        options += std::format(",upperdir=$CONTAINER/{},workdir=$CONTAINER/{}", plan.root.upperName,
                               plan.root.workName);
    return {std::format("# {} layers, each mounted with the container's ids (mount -o X-mount.idmap=…)",
                        plan.root.lower.size()),
            std::format("mount -t overlay -o {} overlay $ROOT", options)};
}

Lines hideLines(const LaunchPlan &plan)
{
    Lines lines;
    for (const std::string &path : plan.security.readOnlyPaths) {
        const std::string target = "$ROOT" + shellWord(path);
        lines.push_back(std::format("mount --rbind -o ro {0} {0}", target));
    }
    for (const std::string &path : plan.security.maskedPaths) {
        const std::string target = "$ROOT" + shellWord(path);
        lines.push_back(std::format("test -d {0} && mount -t tmpfs -o ro,size=4k tmpfs {0} || mount --bind "
                                    "/dev/null {0}",
                                    target));
    }
    return lines;
}

Lines pivotLines(const LaunchPlan &plan)
{
    Lines lines;
    if (plan.root.readOnly)
        lines.emplace_back("mount -o remount,ro $ROOT");
    lines.insert(lines.end(), {"cd $ROOT", "pivot_root . .", "umount -l .", "cd /"});
    return lines;
}

Lines privilegeLines(const LaunchPlan &plan)
{
    const ProcessPlan &process = plan.process;
    std::string groups;
    for (const std::uint32_t group : process.groups)
        groups += (groups.empty() ? "" : ",") + std::to_string(group);
    Lines lines{std::format("KEPT=$(capsh --decode={:#x} | cut -d= -f2)", plan.security.bounding)};
    lines.push_back(std::format("setpriv --reuid {} --regid {} {} --bounding-set {} --inh-caps {}{} …",
                                process.uid, process.gid,
                                groups.empty() ? "--clear-groups" : "--groups " + groups, "-all,+$KEPT",
                                plan.security.inheritable == 0 ? "-all" : "-all,+$KEPT",
                                plan.security.noNewPrivileges ? " --no-new-privs" : ""));
    return lines;
}

Lines execLines(const LaunchPlan &plan)
{
    std::string line = "exec env -i …";
    for (const std::string &word : plan.process.argv)
        line += " " + shellWord(word);
    return {line};
}

Lines sysctlLines(const LaunchPlan &plan)
{
    Lines lines;
    for (const auto &[name, value] : plan.process.sysctls)
        lines.push_back(std::format("sysctl -w {}", shellWord(name + "=" + value)));
    return lines;
}

Lines nameLines(const LaunchPlan &plan)
{
    Lines lines;
    if (!plan.namespaces.hostname.empty())
        lines.push_back("hostname " + shellWord(plan.namespaces.hostname));
    if (!plan.namespaces.domainname.empty())
        lines.push_back("domainname " + shellWord(plan.namespaces.domainname));
    return lines;
}

} // namespace

std::string shellWord(const std::string &word)
{
    constexpr auto plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:=,@%+";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos)
        return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + "'";
}

std::vector<std::string> shellOf(const LaunchPlan &plan, StepId step)
{
    switch (step) {
    case StepId::Cgroup:
        return {"mkdir -p $CGROUP", "echo … > $CGROUP/memory.max   # and pids.max, cpu.max, …"};
    case StepId::Clone:
        return cloneLines(plan);
    case StepId::IdMaps:
        return idLines(plan);
    case StepId::Limits:
        return limitLines(plan);
    case StepId::Network:
        return {"ip link add veth0 type veth peer name eth0 netns $PID",
                "ip link set veth0 master $BRIDGE up", "nsenter -t $PID -n ip address add $ADDRESS dev eth0",
                "nsenter -t $PID -n ip link set eth0 up",
                "nsenter -t $PID -n ip route add default via $GATEWAY"};
    case StepId::UserNamespace:
        return {"setpriv --reuid 0 --regid 0 --clear-groups …"};
    case StepId::EnterCgroups:
        return {"echo $$ > $CGROUP/tasks   # in each hierarchy"};
    case StepId::CgroupNamespace:
        return {"unshare --cgroup …"};
    case StepId::Names:
        return nameLines(plan);
    case StepId::PrivateMounts:
        return {"mount --make-rprivate /"};
    case StepId::Root:
        return rootLines(plan);
    case StepId::Mounts:
        return mountLines(plan);
    case StepId::Sysctls:
        return sysctlLines(plan);
    case StepId::Terminal:
        return {"# a pair of $ROOT/dev/pts; its far end is bound on $ROOT/dev/console"};
    case StepId::HiddenPaths:
        return hideLines(plan);
    case StepId::WorkingFolder:
        return {"mkdir -p $ROOT" + shellWord(plan.process.cwd)};
    case StepId::Pivot:
        return pivotLines(plan);
    case StepId::LockMounts:
        return {"unshare --user --mount sleep 9 &   # its copy of the mounts is locked",
                "nsenter --mount --target $! …"};
    case StepId::EnterFolder:
        return {"cd " + shellWord(plan.process.cwd)};
    case StepId::Streams:
        return {plan.process.terminal
                    ? "exec <>/dev/console >&0 2>&0"
                    : "exec >stdout.pipe 2>stderr.pipe" +
                          std::string(plan.process.openStdin ? " <stdin.pipe" : " </dev/null")};
    case StepId::Filter:
        return {"# no tool of the shell: seccomp(SECCOMP_SET_MODE_FILTER, 0, &program)"};
    case StepId::Privileges:
        return privilegeLines(plan);
    case StepId::Exec:
        return execLines(plan);
    }
    return {};
}

} // namespace quayside::isolation
