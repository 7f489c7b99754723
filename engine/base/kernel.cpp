#include "engine/base/kernel.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace quayside
{
namespace
{

template <typename T>
T orErrno(T value)
{
    return value < 0 ? -errno : value;
}

template <typename... Args>
int call(long number, Args... args)
{
    return static_cast<int>(orErrno(::syscall(number, args...)));
}

class FileCalls : public Kernel
{
public:
    int openat2(int folder, const char *path, const open_how &how) override
    {
        open_how closed = how;
        closed.flags |= O_CLOEXEC;
        return call(SYS_openat2, folder, path, &closed, sizeof closed);
    }
    int mkdirat(int folder, const char *path, mode_t mode) override
    {
        return orErrno(::mkdirat(folder, path, mode));
    }
    int unlinkat(int folder, const char *path, int flags) override
    {
        return orErrno(::unlinkat(folder, path, flags));
    }
    int symlinkat(const char *target, int folder, const char *path) override
    {
        return orErrno(::symlinkat(target, folder, path));
    }
    int fchown(int fd, uid_t uid, gid_t gid) override { return orErrno(::fchown(fd, uid, gid)); }
    int fchmod(int fd, mode_t mode) override { return orErrno(::fchmod(fd, mode)); }
    ssize_t write(int fd, std::string_view bytes) override
    {
        return orErrno(::write(fd, bytes.data(), bytes.size()));
    }
    ssize_t read(int fd, std::span<char> buffer, std::uint64_t offset) override
    {
        return orErrno(::pread(fd, buffer.data(), buffer.size(), static_cast<off_t>(offset)));
    }
    int memfdCreate(const char *name, unsigned flags) override
    {
        return orErrno(::memfd_create(name, flags | MFD_CLOEXEC));
    }
    std::uint64_t fileSystemType(int fd) override
    {
        struct statfs status{};
        return ::fstatfs(fd, &status) == 0 ? static_cast<std::uint64_t>(status.f_type) : 0;
    }
    FileIdentity identify(int fd) override
    {
        struct stat status{};
        return ::fstat(fd, &status) == 0
                   ? FileIdentity{status.st_mode, status.st_rdev, status.st_uid, status.st_gid}
                   : FileIdentity{};
    }
    std::string readLink(int fd) override
    {
        char target[4096];
        const ssize_t size = ::readlinkat(fd, "", target, sizeof target);
        return size > 0 ? std::string(target, static_cast<std::size_t>(size)) : std::string();
    }
    int ioctl(int fd, unsigned long request, std::uintptr_t argument) override
    {
        return orErrno(::ioctl(fd, request, argument));
    }
    int fsetxattr(int fd, const char *name, std::string_view value) override
    {
        return orErrno(::fsetxattr(fd, name, value.data(), value.size(), 0));
    }
    std::string fgetxattr(int fd, const char *name) override
    {
        char value[255];
        const ssize_t size = ::fgetxattr(fd, name, value, sizeof value);
        return size > 0 ? std::string(value, static_cast<std::size_t>(size)) : std::string();
    }
};

class MountCalls : public FileCalls
{
public:
    int fsopen(const char *type) override { return call(SYS_fsopen, type, FSOPEN_CLOEXEC); }
    int fsconfig(int context, unsigned command, const char *key, const char *value, int aux) override
    {
        return call(SYS_fsconfig, context, command, key, value, aux);
    }
    std::string fsMessages(int context) override
    {
        // One message a read, "e overlay: …"; ENODATA after the last.
        std::string all;
        char line[512];
        for (ssize_t got = 0; (got = ::read(context, line, sizeof line)) > 2;) {
            std::string_view text(line + 2, static_cast<std::size_t>(got) - 2);
            if (text.ends_with('\n'))
                text.remove_suffix(1);
            all += all.empty() ? "" : "; ";
            all += text;
        }
        return all;
    }
    int fsmount(int context, unsigned attributes) override
    {
        return call(SYS_fsmount, context, FSMOUNT_CLOEXEC, attributes);
    }
    int openTree(int folder, const char *path, unsigned flags) override
    {
        return call(SYS_open_tree, folder, path, flags | OPEN_TREE_CLOEXEC);
    }
    int moveMount(int from, int to, const char *path) override
    {
        unsigned flags = MOVE_MOUNT_F_EMPTY_PATH;
        if (*path == '\0')
            flags |= MOVE_MOUNT_T_EMPTY_PATH;
        return call(SYS_move_mount, from, "", to, path, flags);
    }
    int mountSetattr(int mount, bool recursive, const MountAttributes &wanted) override
    {
        mount_attr attributes{};
        attributes.attr_set = wanted.set;
        attributes.attr_clr = wanted.clear;
        attributes.propagation = wanted.propagation;
        if ((wanted.set & MOUNT_ATTR_IDMAP) != 0)
            attributes.userns_fd = static_cast<std::uint64_t>(wanted.userNamespace);
        const unsigned flags = AT_EMPTY_PATH | (recursive ? AT_RECURSIVE : 0U);
        return call(SYS_mount_setattr, mount, "", flags, &attributes, sizeof attributes);
    }
    int setPropagation(const char *path, unsigned long flags) override
    {
        return orErrno(::mount(nullptr, path, nullptr, flags, nullptr));
    }
    int pivotRoot(const char *newRoot, const char *putOld) override
    {
        return call(SYS_pivot_root, newRoot, putOld);
    }
    int umount2(const char *path, int flags) override { return orErrno(::umount2(path, flags)); }
    int fchdir(int fd) override { return orErrno(::fchdir(fd)); }
    int chdir(const char *path) override { return orErrno(::chdir(path)); }
};

class SystemKernel final : public MountCalls
{
public:
    Result<Cloned> clone3(const CloneOptions &options) override
    {
        int pidfd = -1;
        clone_args arguments{};
        arguments.flags = options.flags | CLONE_PIDFD;
        arguments.pidfd = reinterpret_cast<std::uintptr_t>(&pidfd);
        arguments.exit_signal = static_cast<std::uint64_t>(options.exitSignal);
        if (options.cgroup >= 0) {
            arguments.flags |= CLONE_INTO_CGROUP;
            arguments.cgroup = static_cast<std::uint64_t>(options.cgroup);
        }
        const long pid = ::syscall(SYS_clone3, &arguments, sizeof arguments);
        if (pid < 0)
            return failErrno(errno, "making a process with clone3");
        return Cloned{static_cast<pid_t>(pid), Fd(pid > 0 ? pidfd : -1)};
    }
    int bpf(int command, const void *attributes, std::size_t size) override
    {
        return call(SYS_bpf, command, attributes, size);
    }
    int unshare(int flags) override { return orErrno(::unshare(flags)); }
    int setns(int fd, int flags) override { return orErrno(::setns(fd, flags)); }
    int pidfdSendSignal(int pidfd, int signal) override
    {
        return call(SYS_pidfd_send_signal, pidfd, signal, nullptr, 0);
    }
    int sethostname(std::string_view name) override
    {
        return orErrno(::sethostname(name.data(), name.size()));
    }
    int setdomainname(std::string_view name) override
    {
        return orErrno(::setdomainname(name.data(), name.size()));
    }
    // The raw calls: libc's would signal other threads, and the stage has none.
    int setresuid(uid_t uid) override { return call(SYS_setresuid, uid, uid, uid); }
    int setresgid(gid_t gid) override { return call(SYS_setresgid, gid, gid, gid); }
    int setgroups(std::span<const gid_t> groups) override
    {
        return call(SYS_setgroups, groups.size(), groups.data());
    }
    int prctl(int option, unsigned long argument, unsigned long argument2) override
    {
        return orErrno(::prctl(option, argument, argument2, 0UL, 0UL));
    }
    int capset(const CapabilitySets &sets) override
    {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        __user_cap_data_struct halves[2];
        for (int i = 0; i < 2; ++i) {
            halves[i].effective = static_cast<std::uint32_t>(sets.effective >> (32 * i));
            halves[i].permitted = static_cast<std::uint32_t>(sets.permitted >> (32 * i));
            halves[i].inheritable = static_cast<std::uint32_t>(sets.inheritable >> (32 * i));
        }
        return call(SYS_capset, &header, halves);
    }
    int prlimit(pid_t pid, int resource, const rlimit64 *limit, rlimit64 *old) override
    {
        return call(SYS_prlimit64, pid, resource, limit, old);
    }
    int seccompFilter(std::span<const std::byte> program) override
    {
        sock_fprog filter{};
        filter.len = static_cast<unsigned short>(program.size() / sizeof(sock_filter));
        filter.filter =
            const_cast<sock_filter *>(reinterpret_cast<const sock_filter *>(program.data())); // read only
        return call(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter);
    }
};

} // namespace

Kernel &systemKernel()
{
    static SystemKernel kernel;
    return kernel;
}

Result<std::string> readWhole(Kernel &kernel, int fd, std::size_t limit)
{
    std::string text;
    for (;;) {
        const std::size_t kept = text.size();
        text.resize(kept + 4096);
        const ssize_t size = kernel.read(fd, std::span(text).subspan(kept), kept);
        if (size < 0)
            return failErrno(static_cast<int>(-size), "reading descriptor {}", fd);
        text.resize(kept + static_cast<std::size_t>(size));
        if (size == 0)
            return text;
        if (text.size() > limit)
            return fail(ErrorKind::TooLarge, "a file is longer than {} bytes", limit);
    }
}

} // namespace quayside
