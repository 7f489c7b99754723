// The eight namespaces of a process (namespaces(7), ioctl_ns(2)).
#include "engine/containers/xray/subject.h"

#include <algorithm>
#include <fcntl.h>
#include <linux/nsfs.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <system_error>
#include <thread>

namespace quayside::containers
{

namespace
{

constexpr const char *types[] = {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time"};

std::int64_t inodeOf(const Fd &descriptor)
{
    struct stat status{};
    return descriptor && ::fstat(descriptor.get(), &status) == 0 ? static_cast<std::int64_t>(status.st_ino)
                                                                 : 0;
}

Fd openSpace(const Fd &proc, const std::string &type)
{
    return Fd(::openat(proc.get(), ("ns/" + type).c_str(), O_RDONLY | O_CLOEXEC));
}

// EPERM for the first user namespace, which has no parent.
std::int64_t ownerOf(const Fd &space)
{
    return space ? inodeOf(Fd(::ioctl(space.get(), NS_GET_USERNS))) : 0;
}

void addOwner(const Fd &proc, api::XrayNamespace &space)
{
    const Fd descriptor = openSpace(proc, space.type);
    if (!descriptor)
        return;
    space.userInode = ownerOf(descriptor);
    uid_t owner = 0;
    if (space.type == "user" && ::ioctl(descriptor.get(), NS_GET_OWNER_UID, &owner) == 0)
        space.ownerUid = owner;
}

void addMember(const Fd &proc, std::int64_t pid, api::XrayNamespace &space)
{
    const auto inode = static_cast<std::int64_t>(namespaceInode(proc, space.type.c_str()));
    if (inode == 0 || inode == space.inode)
        return;
    auto known = std::ranges::find(space.nested, inode, &api::XrayNested::inode);
    if (known == space.nested.end())
        known = space.nested.insert(known, {inode, ownerOf(openSpace(proc, space.type)), {}});
    known->pids.push_back(pid);
}

} // namespace

void addNested(const std::vector<api::XrayProcess> &processes, std::vector<api::XrayNamespace> &spaces)
{
    for (const auto &process : processes) {
        // Whoever has no number inside is on the way in, and still in the host's.
        if (process.role == "stage" || process.role == "init" || process.insidePid == 0)
            continue;
        const std::string path = std::format("/proc/{}", process.pid);
        const Fd proc(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        for (auto &space : spaces)
            if (proc && space.inode != 0)
                addMember(proc, process.pid, space);
    }
}

// Only from inside is it told: on a thread that ends with it, as the network's (isolation/network/netns.h).
Result<std::string> readHostName(const Subject &subject)
{
    const Fd space = openSpace(subject.proc, "uts");
    if (!space)
        return failErrno(errno, "opening the uts namespace of process {}", subject.pid);
    utsname names{};
    int failed = 0;
    try {
        std::thread([&] {
            failed = ::setns(space.get(), CLONE_NEWUTS) != 0 || ::uname(&names) != 0 ? errno : 0;
        }).join();
    } catch (const std::system_error &error) {
        failed = error.code().value();
    }
    if (failed != 0)
        return failErrno(failed, "asking process {} for its host name", subject.pid);
    return printable(names.nodename);
}

std::vector<api::XrayNamespace> readNamespaces(const Subject &subject, const Fd &self)
{
    std::vector<api::XrayNamespace> spaces;
    for (const char *type : types) {
        auto &space = spaces.emplace_back();
        space.type = type;
        space.inode = static_cast<std::int64_t>(namespaceInode(subject.proc, type));
        space.hostInode = static_cast<std::int64_t>(namespaceInode(self, type));
        space.sharing = space.inode == space.hostInode ? "host" : "own";
        addOwner(subject.proc, space);
        if (space.type == "user") {
            space.uids = subject.uids;
            space.gids = subject.gids;
        } else if (space.type == "time") {
            space.offsets = parseTimeOffsets(readText(subject.proc, "timens_offsets").value_or(""));
        }
    }
    return spaces;
}

} // namespace quayside::containers
