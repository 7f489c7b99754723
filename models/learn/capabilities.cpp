#include "models/learn/capabilities.h"

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

struct Capability {
    const char *name, *sentence;
};

constexpr std::array<Capability, Capabilities::count> capabilities = {{
    {"CAP_CHOWN", QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Give files to any user and group.")},
    {"CAP_DAC_OVERRIDE", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                           "Read, write and run any file, whatever its permissions say.")},
    {"CAP_DAC_READ_SEARCH",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                       "Read any file and folder, and open files by their handle: a way out of containers.")},
    {"CAP_FOWNER",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                       "Change the mode, times and attributes of files that belong to others.")},
    {"CAP_FSETID",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Keep the set-user-id bit when a file is changed.")},
    {"CAP_KILL",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Send signals to processes of other users.")},
    {"CAP_SETGID", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                     "Become any group, and choose supplementary groups.")},
    {"CAP_SETUID",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Become any user: what su and login need.")},
    {"CAP_SETPCAP", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                      "Give up capabilities for good, and hand own ones on.")},
    {"CAP_LINUX_IMMUTABLE",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Make files unchangeable, or changeable again.")},
    {"CAP_NET_BIND_SERVICE",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Listen at ports below 1024, such as 80.")},
    {"CAP_NET_BROADCAST", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                            "Nothing in today's kernels: it was kept for broadcasts.")},
    {"CAP_NET_ADMIN", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                        "Change addresses, routes and firewall rules of its network.")},
    {"CAP_NET_RAW",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                       "Send packets that it makes itself: what ping needs, and what spoofs addresses.")},
    {"CAP_IPC_LOCK",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Lock memory, so that it is never swapped out.")},
    {"CAP_IPC_OWNER", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                        "Use shared memory and queues that belong to others.")},
    {"CAP_SYS_MODULE", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                         "Load code into the kernel: whoever may do that owns the machine.")},
    {"CAP_SYS_RAWIO",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Reach the machine's ports and memory directly.")},
    {"CAP_SYS_CHROOT",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Call chroot, and enter other mount namespaces.")},
    {"CAP_SYS_PTRACE", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                         "Look into and change any process that it sees, as debuggers do.")},
    {"CAP_SYS_PACCT", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                        "Switch the kernel's accounting of processes on and off.")},
    {"CAP_SYS_ADMIN", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                        "Mount, make namespaces, and a hundred other things: nearly root.")},
    {"CAP_SYS_BOOT",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Restart the machine, or load another kernel.")},
    {"CAP_SYS_NICE", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                       "Take precedence over other processes, and choose their processors.")},
    {"CAP_SYS_RESOURCE", QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Go beyond limits and quotas.")},
    {"CAP_SYS_TIME", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                       "Set the machine's clock, which all containers share.")},
    {"CAP_SYS_TTY_CONFIG",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Hang terminals up and set them up.")},
    {"CAP_MKNOD",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                       "Make device files; which of them may be used is decided by the cgroup.")},
    {"CAP_LEASE",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Be told before somebody else opens a file.")},
    {"CAP_AUDIT_WRITE",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Write to the kernel's audit log.")},
    {"CAP_AUDIT_CONTROL",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Decide what the kernel's audit log records.")},
    {"CAP_SETFCAP", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                      "Give files capabilities, which whoever runs them gets.")},
    {"CAP_MAC_OVERRIDE", QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Pass by the rules of Smack.")},
    {"CAP_MAC_ADMIN",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Change the rules of Smack and AppArmor.")},
    {"CAP_SYSLOG", QT_TRANSLATE_NOOP("quayside::models::Capabilities",
                                     "Read the kernel's log, and addresses inside the kernel.")},
    {"CAP_WAKE_ALARM", QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Wake the machine from sleep.")},
    {"CAP_BLOCK_SUSPEND",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Keep the machine from going to sleep.")},
    {"CAP_AUDIT_READ",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Read the kernel's audit log as it is written.")},
    {"CAP_PERFMON",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Measure and trace the whole machine.")},
    {"CAP_BPF",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Load programs that run inside the kernel.")},
    {"CAP_CHECKPOINT_RESTORE",
     QT_TRANSLATE_NOOP("quayside::models::Capabilities", "Save running processes and bring them back.")},
}};

} // namespace

QString Capabilities::sentence(const std::string &name)
{
    const auto *found = std::ranges::find_if(
        capabilities, [&name](const Capability &capability) { return name == capability.name; });
    return found == capabilities.end() ? QString() : tr(found->sentence);
}

} // namespace quayside::models
