// The eight namespaces of a process (namespaces(7), ioctl_ns(2)).
#include "engine/containers/xray/subject.h"

#include <fcntl.h>
#include <linux/nsfs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>

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

void addOwner(const Fd &proc, api::XrayNamespace &space)
{
    const std::string path = "ns/" + space.type;
    const Fd descriptor(::openat(proc.get(), path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor)
        return;
    // EPERM for the first user namespace, which has no parent.
    space.userInode = inodeOf(Fd(::ioctl(descriptor.get(), NS_GET_USERNS)));
    uid_t owner = 0;
    if (space.type == "user" && ::ioctl(descriptor.get(), NS_GET_OWNER_UID, &owner) == 0)
        space.ownerUid = owner;
}

} // namespace

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
