#include "tests/fakes/recordingkernel.h"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <linux/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace quayside::test
{

int RecordingKernel::add(const std::string &name)
{
    m_names[m_next] = name;
    return m_next++;
}

bool RecordingKernel::has(const std::string &call) const
{
    return std::ranges::find(calls, call) != calls.end();
}

int RecordingKernel::indexOf(const std::string &start) const
{
    const auto found =
        std::ranges::find_if(calls, [&](const std::string &call) { return call.starts_with(start); });
    return found == calls.end() ? -1 : static_cast<int>(found - calls.begin());
}

std::string RecordingKernel::text() const
{
    std::string all;
    for (const std::string &call : calls)
        all += call + "\n";
    return all;
}

int RecordingKernel::note(std::string call)
{
    calls.push_back(std::move(call));
    for (auto &[start, errnums] : failures) {
        if (errnums.empty() || !calls.back().starts_with(start))
            continue;
        const int errnum = errnums.front();
        errnums.erase(errnums.begin());
        return -errnum;
    }
    return 0;
}

int RecordingKernel::made(std::string call, const std::string &name)
{
    const int failure = note(std::move(call));
    return failure < 0 ? failure : add(name);
}

std::string RecordingKernel::of(int fd) const
{
    const auto found = m_names.find(fd);
    return found != m_names.end() ? found->second : fd == AT_FDCWD ? "" : std::format("fd{}", fd);
}

int RecordingKernel::openat2(int folder, const char *path, const open_how &)
{
    const bool top = std::string_view(path) == "/" && !of(folder).empty();
    std::string name = of(folder);
    if (!top)
        name += (name.empty() || *path == '/' ? "" : "/") + std::string(path);
    return made(std::format("openat2({})", name), name);
}

int RecordingKernel::mkdirat(int folder, const char *path, mode_t)
{
    return note(std::format("mkdirat({}, {})", of(folder), path));
}

int RecordingKernel::unlinkat(int folder, const char *path, int)
{
    return note(std::format("unlinkat({}, {})", of(folder), path));
}

int RecordingKernel::symlinkat(const char *target, int folder, const char *path)
{
    return note(std::format("symlinkat({}, {}, {})", target, of(folder), path));
}

int RecordingKernel::fchown(int fd, uid_t uid, gid_t gid)
{
    return note(std::format("fchown({}, {}, {})", of(fd), uid, static_cast<int>(gid)));
}

int RecordingKernel::fchmod(int fd, mode_t mode)
{
    return note(std::format("fchmod({}, {:o})", of(fd), mode));
}

ssize_t RecordingKernel::write(int fd, std::string_view bytes)
{
    const int failure = note(std::format("write({}, {})", of(fd), bytes));
    return failure < 0 ? failure : static_cast<ssize_t>(bytes.size());
}

ssize_t RecordingKernel::read(int fd, std::span<char> buffer, std::uint64_t offset)
{
    const std::string &content = contents[of(fd)];
    if (offset >= content.size())
        return 0;
    const std::size_t size = std::min(buffer.size(), content.size() - static_cast<std::size_t>(offset));
    std::memcpy(buffer.data(), content.data() + offset, size);
    return static_cast<ssize_t>(size);
}

int RecordingKernel::memfdCreate(const char *name, unsigned)
{
    return made(std::format("memfd({})", name), name);
}

std::uint64_t RecordingKernel::fileSystemType(int fd)
{
    const auto found = fileSystems.find(of(fd));
    return found == fileSystems.end() ? 0 : found->second;
}

Kernel::FileIdentity RecordingKernel::identify(int fd)
{
    const auto found = identities.find(of(fd));
    return found == identities.end() ? FileIdentity{S_IFDIR | 0755, 0} : found->second;
}

std::string RecordingKernel::readLink(int)
{
    return {};
}

int RecordingKernel::fsetxattr(int fd, const char *name, std::string_view value)
{
    const int done = note(std::format("fsetxattr({}, {}, {})", of(fd), name, value));
    if (done == 0)
        attributes[std::format("{} of {}", name, of(fd))] = value;
    return done;
}

std::string RecordingKernel::fgetxattr(int fd, const char *name)
{
    const auto found = attributes.find(std::format("{} of {}", name, of(fd)));
    return found == attributes.end() ? std::string() : found->second;
}

int RecordingKernel::ioctl(int fd, unsigned long request, std::uintptr_t)
{
    return made(std::format("ioctl({}, {:#x})", of(fd), request), of(fd) + ":ioctl");
}

int RecordingKernel::fsopen(const char *type)
{
    return made(std::format("fsopen({})", type), type);
}

int RecordingKernel::fsconfig(int context, unsigned command, const char *key, const char *value, int aux)
{
    if (command == FSCONFIG_CMD_CREATE)
        return note(std::format("create({})", of(context)));
    if (command == FSCONFIG_SET_FD)
        return note(std::format("set({}, {}={})", of(context), key, of(aux)));
    return note(std::format("set({}, {}{}{})", of(context), key, value == nullptr ? "" : "=",
                            value == nullptr ? "" : value));
}

std::string RecordingKernel::fsMessages(int)
{
    return "the file system said so";
}

int RecordingKernel::fsmount(int context, unsigned attributes)
{
    return made(std::format("fsmount({}, {:#x})", of(context), attributes), of(context) + "#fs");
}

int RecordingKernel::openTree(int folder, const char *path, unsigned flags)
{
    const std::string from = of(folder) + path;
    return made(std::format("open_tree({}{})", from, (flags & AT_RECURSIVE) != 0 ? ", recursive" : ""),
                from + "#tree");
}

int RecordingKernel::moveMount(int from, int to, const char *path)
{
    return note(std::format("move_mount({}, {}{})", of(from), of(to), path));
}

int RecordingKernel::mountSetattr(int mount, bool recursive, const MountAttributes &attributes)
{
    return note(std::format("mount_setattr({}{}, set={:#x}, propagation={:#x}{})", of(mount),
                            recursive ? ", recursive" : "", attributes.set, attributes.propagation,
                            attributes.userNamespace >= 0 ? ", " + of(attributes.userNamespace) : ""));
}

int RecordingKernel::setPropagation(const char *path, unsigned long flags)
{
    return note(std::format("propagation({}, {:#x})", path, flags));
}

int RecordingKernel::pivotRoot(const char *newRoot, const char *putOld)
{
    return note(std::format("pivot_root({}, {})", newRoot, putOld));
}

int RecordingKernel::umount2(const char *path, int)
{
    return note(std::format("umount2({})", path));
}
int RecordingKernel::fchdir(int fd)
{
    return note(std::format("fchdir({})", of(fd)));
}
int RecordingKernel::chdir(const char *path)
{
    return note(std::format("chdir({})", path));
}

Result<Cloned> RecordingKernel::clone3(const CloneOptions &options)
{
    const int made = this->made(std::format("clone3({:#x})", options.flags), "pidfd");
    if (made < 0)
        return failErrno(-made, "clone3");
    return Cloned{4711, Fd(made)};
}

int RecordingKernel::bpf(int command, const void *, std::size_t)
{
    return made(std::format("bpf({})", command), "program");
}
int RecordingKernel::unshare(int flags)
{
    return note(std::format("unshare({:#x})", flags));
}
int RecordingKernel::setns(int fd, int flags)
{
    return note(std::format("setns({}, {:#x})", of(fd), flags));
}
int RecordingKernel::pidfdSendSignal(int, int signal)
{
    return note(std::format("signal({})", signal));
}
int RecordingKernel::sethostname(std::string_view name)
{
    return note(std::format("sethostname({})", name));
}
int RecordingKernel::setdomainname(std::string_view name)
{
    return note(std::format("setdomainname({})", name));
}
int RecordingKernel::setresuid(uid_t uid)
{
    return note(std::format("setresuid({})", uid));
}
int RecordingKernel::setresgid(gid_t gid)
{
    return note(std::format("setresgid({})", gid));
}

int RecordingKernel::setgroups(std::span<const gid_t> groups)
{
    std::string list;
    for (const gid_t group : groups)
        list += (list.empty() ? "" : " ") + std::to_string(group);
    return note(std::format("setgroups({})", list));
}

int RecordingKernel::prctl(int option, unsigned long argument, unsigned long argument2)
{
    return note(std::format("prctl({}, {}, {})", option, argument, argument2));
}

int RecordingKernel::capset(const CapabilitySets &sets)
{
    return note(std::format("capset({:#x}, {:#x}, {:#x})", sets.effective, sets.permitted, sets.inheritable));
}

int RecordingKernel::prlimit(pid_t pid, int resource, const rlimit64 *limit, rlimit64 *old)
{
    if (old != nullptr)
        *old = {1000, 2000};
    if (limit == nullptr)
        return note(std::format("prlimit({}, {})", pid, resource));
    return note(std::format("prlimit({}, {}, {}, {})", pid, resource, limit->rlim_cur, limit->rlim_max));
}

int RecordingKernel::seccompFilter(std::span<const std::byte> program)
{
    return note(std::format("seccomp({} bytes)", program.size()));
}

} // namespace quayside::test
