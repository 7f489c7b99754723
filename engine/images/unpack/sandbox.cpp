#include "engine/images/unpack/sandbox.h"

#include "engine/base/fd.h"

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/mount.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <memory>

namespace quayside::images
{
namespace
{

// bit 31 is the highest of these
constexpr unsigned ofOwnership =
    1U << CAP_CHOWN | 1U << CAP_DAC_OVERRIDE | 1U << CAP_FOWNER | 1U << CAP_FSETID | 1U << CAP_SETFCAP;

Result<> keepCapabilities(unsigned kept)
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2] = {{kept, kept, 0}, {0, 0, 0}};
    if (::syscall(SYS_capset, &header, data) != 0)
        return failErrno(errno, "dropping capabilities");
    return {};
}

Result<> limitResources(const UnpackLimits &limits)
{
    struct Limit {
        __rlimit_resource resource;
        rlim_t value;
    };
    const Limit wanted[] = {
        {RLIMIT_CORE, 0},
        {RLIMIT_NOFILE, 1024}, // a descriptor for each level of a tree that is read
        {RLIMIT_FSIZE, limits.bytes},
#ifndef __SANITIZE_ADDRESS__     // AddressSanitizer reserves terabytes of addresses
        {RLIMIT_AS, 2ULL << 30}, // xz and zstd name their window in the stream
#endif
    };
    for (const Limit &limit : wanted) {
        const rlimit both{limit.value, limit.value};
        if (::setrlimit(limit.resource, &both) != 0)
            return failErrno(errno, "setting a resource limit");
    }
    return {};
}

// What reading, decompressing, hashing and writing files needs; nothing that opens a path without an anchor
// matters, the root holds only the folder. Anything else ends the process.
constexpr int allowed[] = {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(pwrite64),
    SCMP_SYS(writev),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendto),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(fcntl),
    SCMP_SYS(openat),
    SCMP_SYS(openat2),
    SCMP_SYS(getdents64),
    SCMP_SYS(mkdirat),
    SCMP_SYS(mknodat),
    SCMP_SYS(linkat),
    SCMP_SYS(symlinkat),
    SCMP_SYS(unlinkat),
    SCMP_SYS(renameat),
    SCMP_SYS(renameat2),
    SCMP_SYS(readlinkat),
    SCMP_SYS(ftruncate),
    SCMP_SYS(fchown),
    SCMP_SYS(fchownat),
    SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat),
    SCMP_SYS(utimensat),
    SCMP_SYS(fsetxattr),
    SCMP_SYS(flistxattr),
    SCMP_SYS(fgetxattr),
    SCMP_SYS(pread64),
    SCMP_SYS(sendfile),
    SCMP_SYS(splice),
    SCMP_SYS(fstatfs),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(tgkill),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_yield),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
#ifdef __SANITIZE_ADDRESS__
    SCMP_SYS(sigaltstack),
    SCMP_SYS(prctl),
    SCMP_SYS(readlink),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(clone),
    SCMP_SYS(getppid),
    SCMP_SYS(wait4),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(open),
    SCMP_SYS(uname),
    SCMP_SYS(getuid),
#endif
};

Result<> filterSystemCalls()
{
    const std::unique_ptr<void, void (*)(void *)> filter(seccomp_init(SCMP_ACT_KILL_PROCESS),
                                                         seccomp_release);
    int error = filter ? seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) : -ENOMEM;
    for (const int call : allowed)
        error = error != 0 ? error : seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    // Asked for by libraries that can live without the answer.
    for (const int call : {SCMP_SYS(ioctl), SCMP_SYS(prlimit64), SCMP_SYS(sysinfo)})
        error = error != 0 ? error : seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(ENOTTY), call, 0);
    error = error != 0 ? error : seccomp_load(filter.get());
    if (error != 0)
        return failErrno(-error, "loading the seccomp filter");
    return {};
}

} // namespace

Result<> enterNamespaces(int folder)
{
    // A working directory moves along into the copied mount namespace; a descriptor would stay in the old
    // one.
    if (::fchdir(folder) != 0)
        return failErrno(errno, "entering the folder to unpack into");
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS |
                  CLONE_NEWCGROUP) != 0)
        return failErrno(errno, "making the namespaces to unpack in");
    return {};
}

Result<> makeWorkingDirectoryTheRoot()
{
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        return failErrno(errno, "making the mounts private");
    const Fd tree(
        static_cast<int>(::syscall(SYS_open_tree, AT_FDCWD, ".", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC)));
    if (!tree)
        return failErrno(errno, "cloning the mount of the folder to unpack into");
    mount_attr attributes{};
    attributes.attr_set = MOUNT_ATTR_NODEV | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC;
    if (::syscall(SYS_mount_setattr, tree.get(), "", AT_EMPTY_PATH, &attributes, sizeof attributes) != 0)
        return failErrno(errno, "setting the flags of a mount");
    if (::syscall(SYS_move_mount, tree.get(), "", AT_FDCWD, ".", MOVE_MOUNT_F_EMPTY_PATH) != 0)
        return failErrno(errno, "mounting the folder to unpack into");
    // pivot_root(2), "pivot_root(".", ".")": the old root ends up below the new one and is let go.
    if (::fchdir(tree.get()) != 0 || ::syscall(SYS_pivot_root, ".", ".") != 0 ||
        ::umount2(".", MNT_DETACH) != 0 || ::chdir("/") != 0)
        return failErrno(errno, "making the folder to unpack into the root");
    return {};
}

Result<> giveUpCapabilities()
{
    return keepCapabilities(0);
}

Result<> confine(const UnpackLimits &limits)
{
    CHECK(limitResources(limits));
    CHECK(keepCapabilities(ofOwnership));
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failErrno(errno, "giving up new privileges");
    return filterSystemCalls();
}

} // namespace quayside::images
