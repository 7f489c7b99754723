#include "engine/containers/launch/sharedmemory.h"

#include <linux/magic.h>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>

namespace quayside::containers
{

namespace
{

// On a thread of its own, which ends afterwards: a mount can be cloned from inside its mount namespace only,
// and a thread that has a file system context of its own may enter one (setns(2)).
Result<Fd> cloneInside(Kernel &kernel, const Fd &pidfd)
{
    if (const int done = kernel.unshare(CLONE_FS); done < 0)
        return failErrno(-done, "leaving the engine's file system context");
    if (const int done = kernel.setns(pidfd.get(), CLONE_NEWNS); done < 0)
        return failErrno(-done, "entering the mount namespace of the other container");
    // Whatever its root has put there: no link is followed.
    const Fd place(
        kernel.openat2(AT_FDCWD, "/dev/shm",
                       {O_PATH | O_DIRECTORY | O_NOFOLLOW, 0, RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS}));
    if (!place || kernel.fileSystemType(place.get()) != TMPFS_MAGIC)
        return fail(ErrorKind::Conflict, "the other container has no shared memory on /dev/shm");
    Fd tree(kernel.openTree(place.get(), "", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_EMPTY_PATH));
    if (!tree)
        return failErrno(-tree.get(), "sharing /dev/shm of the other container");
    return tree;
}

} // namespace

Result<Fd> sharedMemoryOf(Kernel &kernel, const Fd &pidfd)
{
    Result<Fd> shared = fail(ErrorKind::Internal, "no answer");
    std::thread([&] { shared = cloneInside(kernel, pidfd); }).join();
    return shared;
}

} // namespace quayside::containers
