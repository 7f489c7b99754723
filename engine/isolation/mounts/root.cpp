// The root: an overlay, and making it what "/" means.
#include "engine/isolation/mounts/apply.h"

#include "engine/isolation/mounts/filesystem.h"
#include "engine/isolation/mounts/overlay.h"

#include <fcntl.h>
#include <sys/mount.h>

namespace quayside::isolation::mounts
{
Result<> makePrivate(Kernel &kernel)
{
    if (const int done = kernel.setPropagation("/", MS_PRIVATE | MS_REC); done < 0)
        return failErrno(-done, "making the mounts private");
    return {};
}

Result<Fd> mountRoot(Kernel &kernel, const RootPlan &plan)
{
    auto root = mountLayers(kernel, plan);
    if (!root)
        return wrap(std::move(root).error(), "mounting the root file system");
    if (const int moved = kernel.moveMount(root->get(), AT_FDCWD, "/"); moved < 0)
        return failErrno(-moved, "attaching the root file system");
    return root;
}

Result<Fd> mountRootAt(Kernel &kernel, const RootPlan &plan, const Fd &folder)
{
    auto root = mountLayers(kernel, plan);
    if (!root)
        return wrap(std::move(root).error(), "mounting the root file system");
    CHECK(attach(kernel, *root, folder, "the root file system's place"));
    return root;
}

Result<> pivot(Kernel &kernel, int root, bool readOnly)
{
    if (readOnly) {
        if (const int done = kernel.mountSetattr(root, false, {.set = MOUNT_ATTR_RDONLY}); done < 0)
            return failErrno(-done, "making the root file system read-only");
    }
    if (const int done = kernel.fchdir(root); done < 0)
        return failErrno(-done, "entering the root file system");
    // "." twice: the old root lands on top of the new one and is unmounted from there (pivot_root(2), NOTES).
    if (const int done = kernel.pivotRoot(".", "."); done < 0)
        return failErrno(-done, "pivot_root");
    if (const int done = kernel.umount2(".", MNT_DETACH); done < 0)
        return failErrno(-done, "letting go of the host's file system");
    if (const int done = kernel.chdir("/"); done < 0)
        return failErrno(-done, "entering the new root");
    return {};
}

} // namespace quayside::isolation::mounts
