#include "engine/stage/notingkernel.h"

#include "engine/stage/calltext.h"

#include <fcntl.h>
#include <linux/sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace quayside::stage
{
namespace
{

std::string textOf(int result)
{
    return resultText(result);
}
std::string textOf(ssize_t result)
{
    return resultText(result);
}
std::string textOf(std::uint64_t type)
{
    return std::format("{:#x}", type);
}
std::string textOf(const std::string &text)
{
    return quotedText(text);
}
std::string textOf(const Kernel::FileIdentity &identity)
{
    return std::format("{{st_mode={:#o}, st_uid={}, st_gid={}}}", identity.mode, identity.uid, identity.gid);
}
std::string textOf(const Result<Cloned> &cloned)
{
    return cloned ? std::to_string(cloned->pid) : resultText(-cloned.error().errnum);
}

} // namespace

template <typename Call>
auto NotingKernel::noted(const std::string &text, const Call &call)
{
    const std::int64_t start = monotonicNs();
    auto result = call();
    m_notes.add(text, textOf(result), start, monotonicNs());
    return result;
}

// What is opened is known by its name from then on.
template <typename Call>
int NotingKernel::opened(const std::string &text, std::string name, const Call &call)
{
    const int fd = noted(text, call);
    if (fd >= 0)
        m_names[fd] = std::move(name);
    return fd;
}

std::string NotingKernel::of(int fd) const
{
    if (fd == AT_FDCWD)
        return "AT_FDCWD";
    const auto known = m_names.find(fd);
    return known == m_names.end() ? std::to_string(fd) : std::format("{} /* {} */", fd, known->second);
}

void NotingKernel::nameSlots(const isolation::LaunchPlan &plan)
{
    const auto name = [this](isolation::Slot slot, std::string text) {
        if (slot >= 0)
            m_names[isolation::firstSlot + slot] = std::move(text);
    };
    for (std::size_t i = 0; i < plan.root.lower.size(); ++i)
        name(plan.root.lower[i], std::format("layer {}", plan.root.lower.size() - i));
    name(plan.root.upper, "the container's own layer");
    for (const isolation::MountPlan &mount : plan.mounts)
        name(mount.slot, "for " + mount.target);
    name(plan.cgroup.v2, "cgroup");
    for (const isolation::Slot tasks : plan.cgroup.v1)
        name(tasks, "cgroup/tasks");
    name(plan.security.seccomp, "seccomp program");
}

int NotingKernel::openat2(int folder, const char *path, const open_how &how)
{
    std::string text =
        std::format("openat2({}, {}, {{{}", of(folder), quotedText(path), openFlags(how.flags | O_CLOEXEC));
    if (how.mode != 0)
        text += std::format(", mode={:#o}", how.mode);
    if (how.resolve != 0)
        text += ", " + resolveFlags(how.resolve);
    return opened(text + "})", path, [&] { return m_kernel.openat2(folder, path, how); });
}

int NotingKernel::mkdirat(int folder, const char *path, mode_t mode)
{
    return noted(std::format("mkdirat({}, {}, {:#o})", of(folder), quotedText(path), mode),
                 [&] { return m_kernel.mkdirat(folder, path, mode); });
}

int NotingKernel::unlinkat(int folder, const char *path, int flags)
{
    return noted(std::format("unlinkat({}, {}, {:#x})", of(folder), quotedText(path), flags),
                 [&] { return m_kernel.unlinkat(folder, path, flags); });
}

int NotingKernel::symlinkat(const char *target, int folder, const char *path)
{
    return noted(std::format("symlinkat({}, {}, {})", quotedText(target), of(folder), quotedText(path)),
                 [&] { return m_kernel.symlinkat(target, folder, path); });
}

int NotingKernel::fchown(int fd, uid_t uid, gid_t gid)
{
    return noted(std::format("fchown({}, {}, {})", of(fd), static_cast<int>(uid), static_cast<int>(gid)),
                 [&] { return m_kernel.fchown(fd, uid, gid); });
}

int NotingKernel::fchmod(int fd, mode_t mode)
{
    return noted(std::format("fchmod({}, {:#o})", of(fd), mode), [&] { return m_kernel.fchmod(fd, mode); });
}

ssize_t NotingKernel::write(int fd, std::string_view bytes)
{
    return noted(std::format("write({}, {}, {})", of(fd), quotedText(bytes), bytes.size()),
                 [&] { return m_kernel.write(fd, bytes); });
}

ssize_t NotingKernel::read(int fd, std::span<char> buffer, std::uint64_t offset)
{
    return noted(std::format("pread({}, buffer, {}, {})", of(fd), buffer.size(), offset),
                 [&] { return m_kernel.read(fd, buffer, offset); });
}

int NotingKernel::memfdCreate(const char *name, unsigned flags)
{
    return opened(std::format("memfd_create({}, {:#x})", quotedText(name), flags), name,
                  [&] { return m_kernel.memfdCreate(name, flags); });
}

std::uint64_t NotingKernel::fileSystemType(int fd)
{
    return noted(std::format("fstatfs({}, &status)", of(fd)), [&] { return m_kernel.fileSystemType(fd); });
}

Kernel::FileIdentity NotingKernel::identify(int fd)
{
    return noted(std::format("fstat({}, &status)", of(fd)), [&] { return m_kernel.identify(fd); });
}

std::string NotingKernel::readLink(int fd)
{
    return noted(std::format("readlinkat({}, \"\", buffer, 4096)", of(fd)),
                 [&] { return m_kernel.readLink(fd); });
}

int NotingKernel::ioctl(int fd, unsigned long request, std::uintptr_t argument)
{
    const bool flags = request == TIOCGPTPEER;
    const std::string text =
        std::format("ioctl({}, {}, {})", of(fd), ioctlName(request), flags ? openFlags(argument) : "&value");
    const auto call = [&] { return m_kernel.ioctl(fd, request, argument); };
    return flags ? opened(text, "terminal", call) : noted(text, call);
}

int NotingKernel::fsetxattr(int fd, const char *name, std::string_view value)
{
    return noted(std::format("fsetxattr({}, {}, …, {}, 0)", of(fd), quotedText(name), value.size()),
                 [&] { return m_kernel.fsetxattr(fd, name, value); });
}

std::string NotingKernel::fgetxattr(int fd, const char *name)
{
    return noted(std::format("fgetxattr({}, {}, value, 255)", of(fd), quotedText(name)),
                 [&] { return m_kernel.fgetxattr(fd, name); });
}

int NotingKernel::fsopen(const char *type)
{
    return opened(std::format("fsopen({}, FSOPEN_CLOEXEC)", quotedText(type)), type,
                  [&] { return m_kernel.fsopen(type); });
}

int NotingKernel::fsconfig(int context, unsigned command, const char *key, const char *value, int aux)
{
    const std::string last = command == FSCONFIG_SET_FD ? of(aux) : std::to_string(aux);
    return noted(std::format("fsconfig({}, {}, {}, {}, {})", of(context), configCommand(command),
                             quotedOrNull(key), quotedOrNull(value), last),
                 [&] { return m_kernel.fsconfig(context, command, key, value, aux); });
}

std::string NotingKernel::fsMessages(int context)
{
    return noted(std::format("read({}, messages, 512)", of(context)),
                 [&] { return m_kernel.fsMessages(context); });
}

int NotingKernel::fsmount(int context, unsigned attributes)
{
    const auto known = m_names.find(context);
    return opened(std::format("fsmount({}, FSMOUNT_CLOEXEC, {})", of(context), mountAttributes(attributes)),
                  (known == m_names.end() ? "" : known->second + " ") + "mount",
                  [&] { return m_kernel.fsmount(context, attributes); });
}

int NotingKernel::openTree(int folder, const char *path, unsigned flags)
{
    const auto known = m_names.find(folder);
    std::string name = *path != '\0' ? path : known != m_names.end() ? known->second : "tree";
    return opened(std::format("open_tree({}, {}, {})", of(folder), quotedText(path),
                              treeFlags(flags | OPEN_TREE_CLOEXEC)),
                  std::move(name), [&] { return m_kernel.openTree(folder, path, flags); });
}

int NotingKernel::moveMount(int from, int to, const char *path)
{
    return noted(std::format("move_mount({}, \"\", {}, {}, MOVE_MOUNT_F_EMPTY_PATH{})", of(from), of(to),
                             quotedText(path), *path == '\0' ? " | MOVE_MOUNT_T_EMPTY_PATH" : ""),
                 [&] { return m_kernel.moveMount(from, to, path); });
}

int NotingKernel::mountSetattr(int mount, bool recursive, const MountAttributes &attributes)
{
    std::string text = std::format("mount_setattr({}, \"\", AT_EMPTY_PATH{}, {{", of(mount),
                                   recursive ? " | AT_RECURSIVE" : "");
    text += "attr_set=" + mountAttributes(attributes.set);
    if (attributes.clear != 0)
        text += ", attr_clr=" + mountAttributes(attributes.clear);
    if (attributes.propagation != 0)
        text += ", propagation=" + mountFlags(attributes.propagation);
    return noted(text + "})", [&] { return m_kernel.mountSetattr(mount, recursive, attributes); });
}

int NotingKernel::setPropagation(const char *path, unsigned long flags)
{
    return noted(std::format("mount(NULL, {}, NULL, {}, NULL)", quotedText(path), mountFlags(flags)),
                 [&] { return m_kernel.setPropagation(path, flags); });
}

int NotingKernel::pivotRoot(const char *newRoot, const char *putOld)
{
    return noted(std::format("pivot_root({}, {})", quotedText(newRoot), quotedText(putOld)),
                 [&] { return m_kernel.pivotRoot(newRoot, putOld); });
}

int NotingKernel::umount2(const char *path, int flags)
{
    return noted(std::format("umount2({}, {})", quotedText(path),
                             flags == MNT_DETACH ? "MNT_DETACH" : std::to_string(flags)),
                 [&] { return m_kernel.umount2(path, flags); });
}

int NotingKernel::fchdir(int fd)
{
    return noted(std::format("fchdir({})", of(fd)), [&] { return m_kernel.fchdir(fd); });
}

int NotingKernel::chdir(const char *path)
{
    return noted(std::format("chdir({})", quotedText(path)), [&] { return m_kernel.chdir(path); });
}

Result<Cloned> NotingKernel::clone3(const CloneOptions &options)
{
    const bool into = options.cgroup >= 0;
    std::string text =
        "clone3({flags=" + cloneFlagText(options.flags | CLONE_PIDFD | (into ? CLONE_INTO_CGROUP : 0));
    if (into)
        text += ", cgroup=" + of(options.cgroup);
    const std::int64_t start = monotonicNs();
    auto cloned = m_kernel.clone3(options);
    if (!cloned || cloned->pid != 0) // the parent notes it
        m_notes.add(text + "})", textOf(cloned), start, monotonicNs());
    return cloned;
}

int NotingKernel::bpf(int command, const void *attributes, std::size_t size)
{
    return noted(std::format("bpf({}, &attributes, {})", command, size),
                 [&] { return m_kernel.bpf(command, attributes, size); });
}

int NotingKernel::unshare(int flags)
{
    return noted(std::format("unshare({})", cloneFlagText(static_cast<std::uint64_t>(flags))),
                 [&] { return m_kernel.unshare(flags); });
}

int NotingKernel::setns(int fd, int flags)
{
    return noted(std::format("setns({}, {})", of(fd), cloneFlagText(static_cast<std::uint64_t>(flags))),
                 [&] { return m_kernel.setns(fd, flags); });
}

int NotingKernel::pidfdSendSignal(int pidfd, int signal)
{
    return noted(std::format("pidfd_send_signal({}, {}, NULL, 0)", of(pidfd), signal),
                 [&] { return m_kernel.pidfdSendSignal(pidfd, signal); });
}

int NotingKernel::sethostname(std::string_view name)
{
    return noted(std::format("sethostname({}, {})", quotedText(name), name.size()),
                 [&] { return m_kernel.sethostname(name); });
}

int NotingKernel::setdomainname(std::string_view name)
{
    return noted(std::format("setdomainname({}, {})", quotedText(name), name.size()),
                 [&] { return m_kernel.setdomainname(name); });
}

int NotingKernel::setresuid(uid_t uid)
{
    return noted(std::format("setresuid({0}, {0}, {0})", uid), [&] { return m_kernel.setresuid(uid); });
}

int NotingKernel::setresgid(gid_t gid)
{
    return noted(std::format("setresgid({0}, {0}, {0})", gid), [&] { return m_kernel.setresgid(gid); });
}

int NotingKernel::setgroups(std::span<const gid_t> groups)
{
    std::string list;
    for (const gid_t group : groups.first(std::min<std::size_t>(groups.size(), 32)))
        list += (list.empty() ? "" : ", ") + std::to_string(group);
    return noted(std::format("setgroups({}, {{{}}})", groups.size(), list),
                 [&] { return m_kernel.setgroups(groups); });
}

int NotingKernel::prctl(int option, unsigned long argument, unsigned long argument2)
{
    std::string text = std::format("prctl({}, ", prctlOption(option));
    if (option == PR_CAPBSET_DROP)
        text += capabilityText(argument);
    else if (option == PR_CAP_AMBIENT)
        text += "PR_CAP_AMBIENT_RAISE, " + capabilityText(argument2);
    else
        text += std::to_string(argument);
    return noted(text + ")", [&] { return m_kernel.prctl(option, argument, argument2); });
}

int NotingKernel::capset(const CapabilitySets &sets)
{
    return noted(std::format("capset(&header, {{effective={:#x}, permitted={:#x}, inheritable={:#x}}})",
                             sets.effective, sets.permitted, sets.inheritable),
                 [&] { return m_kernel.capset(sets); });
}

int NotingKernel::prlimit(pid_t pid, int resource, const rlimit64 *limit, rlimit64 *old)
{
    const std::string wanted =
        limit == nullptr ? "NULL" : std::format("{{{}, {}}}", limit->rlim_cur, limit->rlim_max);
    return noted(std::format("prlimit({}, {}, {}, {})", pid, limitName(resource), wanted,
                             old == nullptr ? "NULL" : "&old"),
                 [&] { return m_kernel.prlimit(pid, resource, limit, old); });
}

int NotingKernel::seccompFilter(std::span<const std::byte> program)
{
    return noted(
        std::format("seccomp(SECCOMP_SET_MODE_FILTER, 0, /* {} instructions */)", program.size() / 8),
        [&] { return m_kernel.seccompFilter(program); });
}

} // namespace quayside::stage
