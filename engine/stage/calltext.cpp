#include "engine/stage/calltext.h"

#include <cstring>
#include <format>

#include <fcntl.h>
#include <linux/capability.h>
#include <linux/openat2.h>
#include <linux/sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace quayside::stage
{
namespace
{

constexpr std::size_t longestText = 160;

#define NAMED(flag)                                                                                          \
    FlagName                                                                                                 \
    {                                                                                                        \
        static_cast<std::uint64_t>(flag), #flag                                                              \
    }

constexpr FlagName openNames[] = {NAMED(O_WRONLY),    NAMED(O_RDWR),     NAMED(O_PATH),   NAMED(O_CREAT),
                                  NAMED(O_EXCL),      NAMED(O_TRUNC),    NAMED(O_APPEND), NAMED(O_NONBLOCK),
                                  NAMED(O_DIRECTORY), NAMED(O_NOFOLLOW), NAMED(O_NOCTTY), NAMED(O_CLOEXEC)};
constexpr FlagName resolveNames[] = {NAMED(RESOLVE_IN_ROOT), NAMED(RESOLVE_BENEATH),
                                     NAMED(RESOLVE_NO_MAGICLINKS), NAMED(RESOLVE_NO_SYMLINKS),
                                     NAMED(RESOLVE_NO_XDEV)};
constexpr FlagName attributeNames[] = {NAMED(MOUNT_ATTR_RDONLY),     NAMED(MOUNT_ATTR_NOSUID),
                                       NAMED(MOUNT_ATTR_NODEV),      NAMED(MOUNT_ATTR_NOEXEC),
                                       NAMED(MOUNT_ATTR_NOATIME),    NAMED(MOUNT_ATTR_STRICTATIME),
                                       NAMED(MOUNT_ATTR_NODIRATIME), NAMED(MOUNT_ATTR_IDMAP)};
constexpr FlagName mountNames[] = {NAMED(MS_PRIVATE), NAMED(MS_SLAVE), NAMED(MS_SHARED), NAMED(MS_UNBINDABLE),
                                   NAMED(MS_REC)};
constexpr FlagName treeNames[] = {NAMED(OPEN_TREE_CLONE), NAMED(OPEN_TREE_CLOEXEC), NAMED(AT_RECURSIVE),
                                  NAMED(AT_EMPTY_PATH)};
constexpr FlagName cloneNames[] = {NAMED(CLONE_NEWUSER),    NAMED(CLONE_NEWNS),  NAMED(CLONE_NEWPID),
                                   NAMED(CLONE_NEWIPC),     NAMED(CLONE_NEWUTS), NAMED(CLONE_NEWNET),
                                   NAMED(CLONE_NEWCGROUP),  NAMED(CLONE_PARENT), NAMED(CLONE_PIDFD),
                                   NAMED(CLONE_INTO_CGROUP)};
constexpr FlagName configNames[] = {NAMED(FSCONFIG_SET_FLAG), NAMED(FSCONFIG_SET_STRING),
                                    NAMED(FSCONFIG_SET_FD), NAMED(FSCONFIG_CMD_CREATE)};
constexpr FlagName prctlNames[] = {NAMED(PR_CAPBSET_DROP), NAMED(PR_SET_KEEPCAPS), NAMED(PR_CAP_AMBIENT),
                                   NAMED(PR_SET_NO_NEW_PRIVS)};
constexpr FlagName limitNames[] = {
    NAMED(RLIMIT_CPU),      NAMED(RLIMIT_FSIZE), NAMED(RLIMIT_DATA),   NAMED(RLIMIT_STACK),
    NAMED(RLIMIT_CORE),     NAMED(RLIMIT_RSS),   NAMED(RLIMIT_NPROC),  NAMED(RLIMIT_NOFILE),
    NAMED(RLIMIT_MEMLOCK),  NAMED(RLIMIT_AS),    NAMED(RLIMIT_LOCKS),  NAMED(RLIMIT_SIGPENDING),
    NAMED(RLIMIT_MSGQUEUE), NAMED(RLIMIT_NICE),  NAMED(RLIMIT_RTPRIO), NAMED(RLIMIT_RTTIME)};
constexpr FlagName ioctlNames[] = {NAMED(TIOCSPTLCK), NAMED(TIOCGPTPEER), NAMED(TIOCSWINSZ)};
constexpr FlagName capabilityNames[] = {NAMED(CAP_CHOWN),
                                        NAMED(CAP_DAC_OVERRIDE),
                                        NAMED(CAP_DAC_READ_SEARCH),
                                        NAMED(CAP_FOWNER),
                                        NAMED(CAP_FSETID),
                                        NAMED(CAP_KILL),
                                        NAMED(CAP_SETGID),
                                        NAMED(CAP_SETUID),
                                        NAMED(CAP_SETPCAP),
                                        NAMED(CAP_LINUX_IMMUTABLE),
                                        NAMED(CAP_NET_BIND_SERVICE),
                                        NAMED(CAP_NET_BROADCAST),
                                        NAMED(CAP_NET_ADMIN),
                                        NAMED(CAP_NET_RAW),
                                        NAMED(CAP_IPC_LOCK),
                                        NAMED(CAP_IPC_OWNER),
                                        NAMED(CAP_SYS_MODULE),
                                        NAMED(CAP_SYS_RAWIO),
                                        NAMED(CAP_SYS_CHROOT),
                                        NAMED(CAP_SYS_PTRACE),
                                        NAMED(CAP_SYS_PACCT),
                                        NAMED(CAP_SYS_ADMIN),
                                        NAMED(CAP_SYS_BOOT),
                                        NAMED(CAP_SYS_NICE),
                                        NAMED(CAP_SYS_RESOURCE),
                                        NAMED(CAP_SYS_TIME),
                                        NAMED(CAP_SYS_TTY_CONFIG),
                                        NAMED(CAP_MKNOD),
                                        NAMED(CAP_LEASE),
                                        NAMED(CAP_AUDIT_WRITE),
                                        NAMED(CAP_AUDIT_CONTROL),
                                        NAMED(CAP_SETFCAP),
                                        NAMED(CAP_MAC_OVERRIDE),
                                        NAMED(CAP_MAC_ADMIN),
                                        NAMED(CAP_SYSLOG),
                                        NAMED(CAP_WAKE_ALARM),
                                        NAMED(CAP_BLOCK_SUSPEND),
                                        NAMED(CAP_AUDIT_READ),
                                        NAMED(CAP_PERFMON),
                                        NAMED(CAP_BPF),
                                        NAMED(CAP_CHECKPOINT_RESTORE)};

#undef NAMED

} // namespace

std::string flagText(std::uint64_t flags, std::span<const FlagName> names)
{
    std::string text;
    const auto add = [&text](const std::string &one) { text += (text.empty() ? "" : " | ") + one; };
    for (const auto &[flag, name] : names) {
        if ((flags & flag) != flag)
            continue;
        add(name);
        flags &= ~flag;
    }
    if (flags != 0)
        add(std::format("{:#x}", flags));
    return text.empty() ? "0" : text;
}

std::string valueText(std::uint64_t value, std::span<const FlagName> names)
{
    for (const auto &[known, name] : names)
        if (known == value)
            return name;
    return std::to_string(value);
}

std::string quotedText(std::string_view text)
{
    std::string all = "\"";
    for (const char c : text.substr(0, longestText)) {
        if (c == '"' || c == '\\')
            all += {'\\', c};
        else if (c == '\n')
            all += "\\n";
        else if (c == '\t')
            all += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            all += std::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
        else
            all += c;
    }
    return all + (text.size() > longestText ? "\"…" : "\"");
}

std::string quotedOrNull(const char *text)
{
    return text == nullptr ? "NULL" : quotedText(text);
}

std::string resultText(std::int64_t result)
{
    if (result >= 0)
        return std::to_string(result);
    const char *name = ::strerrorname_np(static_cast<int>(-result));
    return name == nullptr ? std::format("-1 {}", -result) : std::format("-1 {}", name);
}

std::string openFlags(std::uint64_t flags)
{
    const std::string text = flagText(flags, openNames);
    return (flags & (O_WRONLY | O_RDWR | O_PATH)) == 0 ? (text == "0" ? "O_RDONLY" : "O_RDONLY | " + text)
                                                       : text;
}

std::string resolveFlags(std::uint64_t flags)
{
    return flagText(flags, resolveNames);
}

std::string mountAttributes(std::uint64_t attributes)
{
    return flagText(attributes, attributeNames);
}

std::string mountFlags(std::uint64_t flags)
{
    return flagText(flags, mountNames);
}

std::string treeFlags(std::uint64_t flags)
{
    return flagText(flags, treeNames);
}

std::string cloneFlagText(std::uint64_t flags)
{
    return flagText(flags, cloneNames);
}

std::string configCommand(unsigned command)
{
    return valueText(command, configNames);
}

std::string prctlOption(int option)
{
    return valueText(static_cast<std::uint64_t>(option), prctlNames);
}

std::string capabilityText(unsigned long capability)
{
    return valueText(capability, capabilityNames);
}

std::string limitName(int resource)
{
    return valueText(static_cast<std::uint64_t>(resource), limitNames);
}

std::string ioctlName(unsigned long request)
{
    return valueText(request, ioctlNames);
}

} // namespace quayside::stage
