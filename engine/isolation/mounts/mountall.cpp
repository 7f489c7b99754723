// Each kind of mount, on its target by descriptor.
#include "engine/isolation/mounts/apply.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"
#include "engine/isolation/mounts/overlay.h"

#include <string_view>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace quayside::isolation::mounts
{
namespace
{

struct Node {
    const char *name;
    unsigned minor;
    unsigned major = 1;
};
constexpr Node nodes[] = {{"null", 3},   {"zero", 5},    {"full", 7},
                          {"random", 8}, {"urandom", 9}, {"tty", 0, 5}};
constexpr std::pair<const char *, const char *> links[] = {
    {"/proc/self/fd", "fd"},       {"/proc/self/fd/0", "stdin"}, {"/proc/self/fd/1", "stdout"},
    {"/proc/self/fd/2", "stderr"}, {"/proc/kcore", "core"},      {"pts/ptmx", "ptmx"}};

// proc and sysfs show the host where they should not if an image could choose the place: no links there.
Links linksFor(MountKind kind)
{
    const bool users = kind == MountKind::Bind || kind == MountKind::Tmpfs || kind == MountKind::Image ||
                       kind == MountKind::Content;
    return users ? Links::Follow : Links::Refuse;
}

Result<Fd> openTarget(Kernel &kernel, const MountPlan &mount, int root)
{
    const Links links = linksFor(mount.kind);
    if (mount.targetKind == TargetKind::File)
        return makeFile(kernel, root, mount.target, 0644, links);
    return makeFolders(kernel, root, mount.target, 0755, links);
}

Result<Fd> newFileSystem(Kernel &kernel, const char *type, const MountPlan &mount)
{
    TRY(FileSystem fileSystem, FileSystem::open(kernel, type));
    CHECK(fileSystem.options(mount.options));
    return fileSystem.mount(attributesOf(mount.flags));
}

Result<> attachAt(Kernel &kernel, const Fd &tree, const MountPlan &mount, int root)
{
    TRY(const Fd target, openTarget(kernel, mount, root));
    return attach(kernel, tree, target, mount.target);
}

Result<> mountNew(Kernel &kernel, const char *type, const MountPlan &mount, int root)
{
    TRY(const Fd tree, newFileSystem(kernel, type, mount));
    return attachAt(kernel, tree, mount, root);
}

Result<> mountBind(Kernel &kernel, const MountPlan &mount, int root)
{
    TRY(const Fd target, openTarget(kernel, mount, root));
    if (const int moved = kernel.moveMount(firstSlot + mount.slot, target.get(), ""); moved < 0)
        return failErrno(-moved, "mounting on {}", mount.target);
    return {};
}

// Only here is it known what the path in the image leads to.
Result<> mountAnImage(Kernel &kernel, MountPlan mount, int root)
{
    TRY(const Fd tree, mountImage(kernel, mount));
    mount.targetKind = S_ISDIR(kernel.identify(tree.get()).mode) ? TargetKind::Directory : TargetKind::File;
    return attachAt(kernel, tree, mount, root);
}

Result<> mountHostBind(Kernel &kernel, const MountPlan &mount, int root)
{
    // Recursively, or not at all: the host's mounts are locked together in a less privileged namespace.
    TRY(const Fd tree, cloneTree(kernel, AT_FDCWD, mount.source.c_str(), true));
    if (const int done = kernel.mountSetattr(tree.get(), true, {.set = attributesOf(mount.flags)}); done < 0)
        return failErrno(-done, "restricting the bind of {}", mount.source);
    return attachAt(kernel, tree, mount, root);
}

// A device of the host: checked, since what is bound here can be used.
Result<> bindNode(Kernel &kernel, const Node &node, const Fd &folder)
{
    const std::string path = std::format("/dev/{}", node.name);
    TRY(const Fd tree, cloneTree(kernel, AT_FDCWD, path.c_str(), false));
    const Kernel::FileIdentity identity = kernel.identify(tree.get());
    if (!S_ISCHR(identity.mode) || identity.device != makedev(node.major, node.minor))
        return fail(ErrorKind::Internal, "{} of the host is not the device {}:{}", path, node.major,
                    node.minor);
    TRY(const Fd target, makeFile(kernel, folder.get(), node.name, 0666, Links::Refuse));
    return attach(kernel, tree, target, path);
}

Result<> mountDevices(Kernel &kernel, const MountPlan &mount, int root)
{
    TRY(const Fd folder, newFileSystem(kernel, "tmpfs", mount));
    CHECK(attachAt(kernel, folder, mount, root));
    for (const Node &node : nodes)
        CHECK(bindNode(kernel, node, folder));
    for (const auto &[target, name] : links) {
        if (const int done = kernel.symlinkat(target, folder.get(), name); done < 0)
            return failErrno(-done, "linking {}/{}", mount.target, name);
    }
    return {};
}

// One hierarchy of v1: "cpu,cpuacct" or "name=systemd" in a folder of that name (without "name=").
Result<> mountController(Kernel &kernel, std::string_view controller, const Fd &folder, std::uint64_t flags)
{
    TRY(FileSystem cgroup, FileSystem::open(kernel, "cgroup"));
    CHECK(cgroup.options(controller));
    TRY(const Fd tree, cgroup.mount(attributesOf(flags)));
    const std::string name(controller.substr(controller.find('=') + 1));
    TRY(const Fd target, makeFolders(kernel, folder.get(), name, 0755, Links::Refuse));
    CHECK(attach(kernel, tree, target, name));
    // "cpu" and "cpuacct" are links where the two share a hierarchy, as on any v1 host.
    for (std::size_t start = 0, end = 0; name.find(',') != std::string::npos && start < name.size();
         start = end + 1) {
        end = std::min(name.find(',', start), name.size());
        if (const int done =
                kernel.symlinkat(name.c_str(), folder.get(), name.substr(start, end - start).c_str());
            done < 0)
            return failErrno(-done, "linking the controllers {}", name);
    }
    return {};
}

Result<> mountCgroup(Kernel &kernel, const MountPlan &mount, int root)
{
    if (mount.options.empty())
        return mountNew(kernel, "cgroup2", mount, root);
    MountPlan frame = mount;
    frame.options = "mode=755,size=1m";
    frame.flags &= ~static_cast<std::uint64_t>(MS_RDONLY);
    TRY(const Fd folder, newFileSystem(kernel, "tmpfs", frame));
    CHECK(attachAt(kernel, folder, frame, root));
    std::string_view rest = mount.options;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        CHECK(mountController(kernel, rest.substr(0, end), folder, mount.flags));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (const int done = kernel.mountSetattr(folder.get(), false, {.set = attributesOf(mount.flags)});
        done < 0)
        return failErrno(-done, "making {} read-only", mount.target);
    return {};
}

Result<> mountOne(Kernel &kernel, const MountPlan &mount, int root)
{
    switch (mount.kind) {
    case MountKind::Bind:
        return mountBind(kernel, mount, root);
    case MountKind::HostBind:
        return mountHostBind(kernel, mount, root);
    case MountKind::Proc:
        return mountNew(kernel, "proc", mount, root);
    case MountKind::Sysfs:
        return mountNew(kernel, "sysfs", mount, root);
    case MountKind::Tmpfs:
        return mountNew(kernel, "tmpfs", mount, root);
    case MountKind::Devpts:
        return mountNew(kernel, "devpts", mount, root);
    case MountKind::Mqueue:
        return mountNew(kernel, "mqueue", mount, root);
    case MountKind::Cgroup:
        return mountCgroup(kernel, mount, root);
    case MountKind::Devices:
        return mountDevices(kernel, mount, root);
    case MountKind::Image:
        return mountAnImage(kernel, mount, root);
    case MountKind::Content: {
        TRY(const Fd tree, mountContent(kernel, mount));
        return attachAt(kernel, tree, mount, root);
    }
    }
    return fail(ErrorKind::Internal, "a mount of an unknown kind");
}

} // namespace

Result<> mountAll(Kernel &kernel, const std::vector<MountPlan> &plan, int root)
{
    for (const MountPlan &mount : plan) {
        if (auto done = mountOne(kernel, mount, root); !done)
            return wrap(std::move(done).error(), "mounting {}", mount.target);
    }
    return {};
}

} // namespace quayside::isolation::mounts
