#include "engine/isolation/namespaces/apply.h"

#include <array>
#include <utility>

#include <fcntl.h>
#include <linux/sched.h>

namespace quayside::isolation::namespaces
{
namespace
{

struct Member {
    NamespaceChoice NamespacePlan::*choice;
    std::uint64_t flag;
    const char *name;
};
// The user namespace first: joining it gives the rights over those that it owns.
constexpr std::array members{
    Member{&NamespacePlan::user, CLONE_NEWUSER, "user"},
    Member{&NamespacePlan::pid, CLONE_NEWPID, "pid"},
    Member{&NamespacePlan::ipc, CLONE_NEWIPC, "ipc"},
    Member{&NamespacePlan::uts, CLONE_NEWUTS, "uts"},
    Member{&NamespacePlan::network, CLONE_NEWNET, "network"},
    Member{&NamespacePlan::cgroup, CLONE_NEWCGROUP, "cgroup"},
};

std::string mapText(const std::vector<IdRange> &ranges)
{
    std::string text;
    for (const IdRange &range : ranges)
        text += std::format("{} {} {}\n", range.inside, range.outside, range.count);
    return text;
}

Result<> writeMap(Kernel &kernel, std::int32_t pid, const char *file, const std::vector<IdRange> &ranges)
{
    const std::string path = std::format("/proc/{}/{}", pid, file);
    const Fd map(kernel.openat2(AT_FDCWD, path.c_str(), {O_WRONLY, 0, 0}));
    if (!map)
        return failErrno(-map.get(), "opening {}", path);
    // One write: the kernel takes a map whole and only once (user_namespaces(7)).
    if (const auto written = kernel.write(map.get(), mapText(ranges)); written < 0)
        return failErrno(static_cast<int>(-written), "writing {}", path);
    return {};
}

} // namespace

std::uint64_t cloneFlags(const NamespacePlan &plan)
{
    std::uint64_t flags = CLONE_NEWNS;
    for (const Member &member : members) {
        if ((plan.*member.choice).mode == NamespaceMode::New && member.flag != CLONE_NEWCGROUP)
            flags |= member.flag;
    }
    return flags;
}

bool joinsAny(const NamespacePlan &plan)
{
    for (const Member &member : members) {
        if ((plan.*member.choice).mode == NamespaceMode::Join)
            return true;
    }
    return false;
}

Result<> writeMaps(Kernel &kernel, std::int32_t pid, const NamespacePlan &plan)
{
    if (plan.user.mode != NamespaceMode::New)
        return {};
    CHECK(writeMap(kernel, pid, "uid_map", plan.uids));
    return writeMap(kernel, pid, "gid_map", plan.gids);
}

Result<> join(Kernel &kernel, const NamespacePlan &plan)
{
    for (const Member &member : members) {
        const NamespaceChoice &choice = plan.*member.choice;
        if (choice.mode != NamespaceMode::Join)
            continue;
        if (const int joined = kernel.setns(firstSlot + choice.slot, static_cast<int>(member.flag));
            joined < 0)
            return failErrno(-joined, "joining the {} namespace of another container", member.name);
    }
    return {};
}

Result<> becomeRoot(Kernel &kernel, const NamespacePlan &plan)
{
    if (plan.user.mode == NamespaceMode::Host)
        return {};
    if (const int done = kernel.setresgid(0); done < 0)
        return failErrno(-done, "taking group 0 of the user namespace");
    if (const int done = kernel.setgroups({}); done < 0)
        return failErrno(-done, "giving up supplementary groups");
    if (const int done = kernel.setresuid(0); done < 0)
        return failErrno(-done, "taking user 0 of the user namespace");
    return {};
}

Result<> enterCgroupNamespace(Kernel &kernel, const NamespacePlan &plan)
{
    if (plan.cgroup.mode != NamespaceMode::New)
        return {};
    if (const int done = kernel.unshare(CLONE_NEWCGROUP); done < 0)
        return failErrno(-done, "making a cgroup namespace");
    return {};
}

Result<> setNames(Kernel &kernel, const NamespacePlan &plan)
{
    if (plan.uts.mode != NamespaceMode::New)
        return {};
    if (const int done = plan.hostname.empty() ? 0 : kernel.sethostname(plan.hostname); done < 0)
        return failErrno(-done, "setting the host name {}", plan.hostname);
    if (const int done = plan.domainname.empty() ? 0 : kernel.setdomainname(plan.domainname); done < 0)
        return failErrno(-done, "setting the domain name {}", plan.domainname);
    return {};
}

Result<> joinProcess(Kernel &kernel, int pidfd, const NamespacePlan &plan)
{
    std::uint64_t flags = CLONE_NEWNS;
    for (const Member &member : members) {
        if ((plan.*member.choice).mode != NamespaceMode::Host)
            flags |= member.flag;
    }
    if (const int joined = kernel.setns(pidfd, static_cast<int>(flags)); joined < 0)
        return failErrno(-joined, "joining the namespaces of the container");
    return {};
}

} // namespace quayside::isolation::namespaces
