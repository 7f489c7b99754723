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

#define SAYS(text) QT_TRANSLATE_NOOP("quayside::models::Capabilities", text)
constexpr std::array<Capability, Capabilities::count> capabilities = {{
    {"CAP_CHOWN", SAYS("Give files to any user and group.")},
    {"CAP_DAC_OVERRIDE", SAYS("Read, write and run any file, whatever its permissions say.")},
    {"CAP_DAC_READ_SEARCH",
     SAYS("Read any file and folder, and open files by their handle: a way out of containers.")},
    {"CAP_FOWNER", SAYS("Change the mode, times and attributes of files that belong to others.")},
    {"CAP_FSETID", SAYS("Keep the set-user-id bit when a file is changed.")},
    {"CAP_KILL", SAYS("Send signals to processes of other users.")},
    {"CAP_SETGID", SAYS("Become any group, and choose supplementary groups.")},
    {"CAP_SETUID", SAYS("Become any user: what su and login need.")},
    {"CAP_SETPCAP", SAYS("Give up capabilities for good, and hand own ones on.")},
    {"CAP_LINUX_IMMUTABLE", SAYS("Make files unchangeable, or changeable again.")},
    {"CAP_NET_BIND_SERVICE", SAYS("Listen at ports below 1024, such as 80.")},
    {"CAP_NET_BROADCAST", SAYS("Nothing in today's kernels: it was kept for broadcasts.")},
    {"CAP_NET_ADMIN", SAYS("Change addresses, routes and firewall rules of its network.")},
    {"CAP_NET_RAW", SAYS("Send packets that it makes itself: what ping needs, and what spoofs addresses.")},
    {"CAP_IPC_LOCK", SAYS("Lock memory, so that it is never swapped out.")},
    {"CAP_IPC_OWNER", SAYS("Use shared memory and queues that belong to others.")},
    {"CAP_SYS_MODULE", SAYS("Load code into the kernel: whoever may do that owns the machine.")},
    {"CAP_SYS_RAWIO", SAYS("Reach the machine's ports and memory directly.")},
    {"CAP_SYS_CHROOT", SAYS("Call chroot, and enter other mount namespaces.")},
    {"CAP_SYS_PTRACE", SAYS("Look into and change any process that it sees, as debuggers do.")},
    {"CAP_SYS_PACCT", SAYS("Switch the kernel's accounting of processes on and off.")},
    {"CAP_SYS_ADMIN", SAYS("Mount, make namespaces, and a hundred other things: nearly root.")},
    {"CAP_SYS_BOOT", SAYS("Restart the machine, or load another kernel.")},
    {"CAP_SYS_NICE", SAYS("Take precedence over other processes, and choose their processors.")},
    {"CAP_SYS_RESOURCE", SAYS("Go beyond limits and quotas.")},
    {"CAP_SYS_TIME", SAYS("Set the machine's clock, which all containers share.")},
    {"CAP_SYS_TTY_CONFIG", SAYS("Hang terminals up and set them up.")},
    {"CAP_MKNOD", SAYS("Make device files; which of them may be used is decided by the cgroup.")},
    {"CAP_LEASE", SAYS("Be told before somebody else opens a file.")},
    {"CAP_AUDIT_WRITE", SAYS("Write to the kernel's audit log.")},
    {"CAP_AUDIT_CONTROL", SAYS("Decide what the kernel's audit log records.")},
    {"CAP_SETFCAP", SAYS("Give files capabilities, which whoever runs them gets.")},
    {"CAP_MAC_OVERRIDE", SAYS("Pass by the rules of Smack.")},
    {"CAP_MAC_ADMIN", SAYS("Change the rules of Smack and AppArmor.")},
    {"CAP_SYSLOG", SAYS("Read the kernel's log, and addresses inside the kernel.")},
    {"CAP_WAKE_ALARM", SAYS("Wake the machine from sleep.")},
    {"CAP_BLOCK_SUSPEND", SAYS("Keep the machine from going to sleep.")},
    {"CAP_AUDIT_READ", SAYS("Read the kernel's audit log as it is written.")},
    {"CAP_PERFMON", SAYS("Measure and trace the whole machine.")},
    {"CAP_BPF", SAYS("Load programs that run inside the kernel.")},
    {"CAP_CHECKPOINT_RESTORE", SAYS("Save running processes and bring them back.")},
}};
#undef SAYS

} // namespace

QString Capabilities::sentence(const std::string &name)
{
    const auto *found = std::ranges::find_if(
        capabilities, [&name](const Capability &capability) { return name == capability.name; });
    return found == capabilities.end() ? QString() : tr(found->sentence);
}

} // namespace quayside::models
