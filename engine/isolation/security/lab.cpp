// What a lab may do beyond other containers: see namespaces, and make them (ADR 31).
#include "engine/isolation/security/compile.h"
#include "engine/isolation/security/prepare.h"

#include <algorithm>

#include <linux/capability.h>

namespace quayside::isolation::security
{

std::uint64_t labCapabilities()
{
    return 1ULL << CAP_SYS_ADMIN | 1ULL << CAP_NET_ADMIN | 1ULL << CAP_SYS_PTRACE;
}

// Not what CAP_SYS_ADMIN would open in Docker's profile: bpf, perf_event_open, fanotify_init, quotactl,
// syslog.
void openForLab(Profile &profile)
{
    static const std::vector<std::string> opened{
        "clone",       "clone3",        "fsconfig",   "fsmount",   "fsopen",     "fspick",
        "mount",       "mount_setattr", "move_mount", "open_tree", "pivot_root", "setdomainname",
        "sethostname", "setns",         "umount",     "umount2",   "unshare"};
    // The rules that deny them, or look at their arguments, would be in the way of one that allows them.
    for (SyscallRule &rule : profile.syscalls)
        std::erase_if(rule.names, [](const std::string &name) {
            return std::ranges::find(opened, name) != opened.end();
        });
    std::erase_if(profile.syscalls, [](const SyscallRule &rule) { return rule.names.empty(); });
    profile.syscalls.push_back({.names = opened, .action = "SCMP_ACT_ALLOW"});
}

} // namespace quayside::isolation::security
