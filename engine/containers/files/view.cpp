#include "engine/containers/files/view.h"

#include "engine/isolation/mounts/apply.h"
#include "engine/isolation/namespaces/apply.h"

#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <sys/mount.h>

namespace quayside::containers::files
{
namespace
{

namespace mounts = isolation::mounts;

Result<> joinTarget(Kernel &kernel, const ViewOptions &options)
{
    int flags = options.ownUser ? CLONE_NEWUSER : 0;
    if (options.running)
        flags |= CLONE_NEWNS;
    if (const int joined = flags == 0 ? 0 : kernel.setns(options.target, flags); joined < 0)
        return failErrno(-joined, "entering the container's namespaces");
    isolation::NamespacePlan plan;
    plan.user.mode = options.ownUser ? isolation::NamespaceMode::Join : isolation::NamespaceMode::Host;
    return isolation::namespaces::becomeRoot(kernel, plan);
}

Result<> ownMounts(Kernel &kernel)
{
    if (const int done = kernel.unshare(CLONE_NEWNS); done < 0)
        return failErrno(-done, "making a mount namespace");
    return mounts::makePrivate(kernel);
}

// Of a running container: everything but the kernel's own file systems, as docker cp has it. Each may be
// mounted over more than once; a container without one of them gives EINVAL at the first.
void hideKernelFiles(Kernel &kernel)
{
    constexpr int mostTimes = 16;
    for (const char *path : {"/proc", "/sys", "/dev"})
        for (int i = 0; i < mostTimes && kernel.umount2(path, MNT_DETACH | UMOUNT_NOFOLLOW) >= 0; ++i) {
        }
}

Result<Fd> openFolder(Kernel &kernel, const char *path)
{
    const int fd = kernel.openat2(AT_FDCWD, path, {O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0, 0});
    if (fd < 0)
        return failErrno(-fd, "opening the container's root");
    return Fd(fd);
}

// A clone of the root's mount alone: under mount points lies what the root itself has there.
Result<Fd> rootAlone(Kernel &kernel)
{
    const Fd tree(kernel.openTree(AT_FDCWD, "/", OPEN_TREE_CLONE));
    if (!tree)
        return failErrno(-tree.get(), "looking at the container's root");
    const int fd = kernel.openat2(tree.get(), ".", {O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0, 0});
    if (fd < 0)
        return failErrno(-fd, "opening the container's root");
    return Fd(fd);
}

Result<Fd> enterVolume(Kernel &kernel, const isolation::LaunchPlan &plan)
{
    if (plan.mounts.size() != 1 || plan.mounts.front().slot < 0)
        return fail(ErrorKind::Internal, "the plan of a volume's mount is not there");
    const int volume = isolation::firstSlot + plan.mounts.front().slot;
    if (const int moved = kernel.moveMount(volume, AT_FDCWD, "/"); moved < 0)
        return failErrno(-moved, "attaching the volume");
    CHECK(mounts::pivot(kernel, volume, false));
    return openFolder(kernel, "/");
}

} // namespace

Result<Fd> enterView(Kernel &kernel, const isolation::LaunchPlan &plan, const ViewOptions &options)
{
    CHECK(joinTarget(kernel, options));
    CHECK(ownMounts(kernel));
    if (options.volume)
        return enterVolume(kernel, plan);
    if (options.running) {
        if (!options.mounts)
            return rootAlone(kernel);
        hideKernelFiles(kernel);
        return openFolder(kernel, "/");
    }
    TRY(const Fd root, mounts::mountRoot(kernel, plan.root));
    CHECK(mounts::mountAll(kernel, plan.mounts, root.get()));
    CHECK(mounts::pivot(kernel, root.get(), plan.root.readOnly));
    return openFolder(kernel, "/");
}

} // namespace quayside::containers::files
