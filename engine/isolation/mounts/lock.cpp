// Mounts that whoever may mount cannot undo.
#include "engine/isolation/mounts/apply.h"

#include <cerrno>

#include <fcntl.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::isolation::mounts
{
namespace
{

// The copy that a mount namespace of a new user namespace begins as has its mounts locked, with their flags
// (mount_namespaces(7)). Its user namespace stays empty: who enters the copy keeps the rights over it of the
// parent namespace, and the locks hold against those too.
[[noreturn]] void makeCopy(Kernel &kernel, int proc, int place)
{
    if (const int done = kernel.unshare(CLONE_NEWUSER | CLONE_NEWNS); done < 0)
        ::_exit(-done);
    const int copy = kernel.openat2(proc, "self/ns/mnt", {O_RDONLY | O_CLOEXEC, 0, 0});
    if (copy < 0)
        ::_exit(-copy);
    // The table of descriptors is the parent's too: there it finds the namespace.
    ::_exit(::dup3(copy, place, O_CLOEXEC) < 0 ? errno : 0);
}

} // namespace

Result<Fd> lockMounts(Kernel &kernel, int proc)
{
    const Fd place(::eventfd(0, EFD_CLOEXEC));
    if (!place)
        return failErrno(errno, "locking the mounts");
    TRY(const Cloned maker, kernel.clone3({.flags = CLONE_FILES}));
    if (maker.pid == 0)
        makeCopy(kernel, proc, place.get());
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(maker.pidfd.get()), &info, WEXITED) < 0 && errno == EINTR) {
    }
    if (info.si_code != CLD_EXITED || info.si_status != 0)
        return failErrno(info.si_code == CLD_EXITED ? info.si_status : ECHILD,
                         "making a user namespace to lock the mounts");
    if (const int joined = kernel.setns(place.get(), CLONE_NEWNS); joined < 0)
        return failErrno(-joined, "entering the namespace of locked mounts");
    Fd root(kernel.openat2(AT_FDCWD, "/", {O_PATH | O_DIRECTORY, 0, 0}));
    if (!root)
        return failErrno(-root.get(), "opening the locked root");
    return root;
}

} // namespace quayside::isolation::mounts
