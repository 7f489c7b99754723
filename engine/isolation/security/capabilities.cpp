#include "engine/isolation/security/prepare.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>

#include <linux/capability.h>
#include <sys/prctl.h>

namespace quayside::isolation::security
{
namespace
{

// By number, as in <linux/capability.h>.
constexpr std::array<std::string_view, 41> names{"CHOWN",
                                                 "DAC_OVERRIDE",
                                                 "DAC_READ_SEARCH",
                                                 "FOWNER",
                                                 "FSETID",
                                                 "KILL",
                                                 "SETGID",
                                                 "SETUID",
                                                 "SETPCAP",
                                                 "LINUX_IMMUTABLE",
                                                 "NET_BIND_SERVICE",
                                                 "NET_BROADCAST",
                                                 "NET_ADMIN",
                                                 "NET_RAW",
                                                 "IPC_LOCK",
                                                 "IPC_OWNER",
                                                 "SYS_MODULE",
                                                 "SYS_RAWIO",
                                                 "SYS_CHROOT",
                                                 "SYS_PTRACE",
                                                 "SYS_PACCT",
                                                 "SYS_ADMIN",
                                                 "SYS_BOOT",
                                                 "SYS_NICE",
                                                 "SYS_RESOURCE",
                                                 "SYS_TIME",
                                                 "SYS_TTY_CONFIG",
                                                 "MKNOD",
                                                 "LEASE",
                                                 "AUDIT_WRITE",
                                                 "AUDIT_CONTROL",
                                                 "SETFCAP",
                                                 "MAC_OVERRIDE",
                                                 "MAC_ADMIN",
                                                 "SYSLOG",
                                                 "WAKE_ALARM",
                                                 "BLOCK_SUSPEND",
                                                 "AUDIT_READ",
                                                 "PERFMON",
                                                 "BPF",
                                                 "CHECKPOINT_RESTORE"};
static_assert(names[CAP_SETFCAP] == "SETFCAP" && names[CAP_CHECKPOINT_RESTORE] == "CHECKPOINT_RESTORE");

constexpr std::uint64_t bit(int number)
{
    return std::uint64_t{1} << number;
}

bool isAll(std::string_view name)
{
    return name.size() == 3 && (name[0] | 32) == 'a' && (name[1] | 32) == 'l' && (name[2] | 32) == 'l';
}

} // namespace

Result<int> capabilityNumber(std::string_view name)
{
    std::string upper(name);
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    std::string_view bare = upper;
    if (bare.starts_with("CAP_"))
        bare.remove_prefix(4);
    const auto found = std::ranges::find(names, bare);
    if (found == names.end())
        return fail(ErrorKind::InvalidArgument, "invalid capability: \"{}\"", name);
    return static_cast<int>(found - names.begin());
}

std::string capabilityName(int number)
{
    const bool known = number >= 0 && static_cast<std::size_t>(number) < names.size();
    return known ? std::format("CAP_{}", names[static_cast<std::size_t>(number)])
                 : std::format("CAP_{}", number);
}

std::vector<std::string> capabilityNames(std::uint64_t mask)
{
    std::vector<std::string> result;
    for (int number = 0; number < 64; ++number) {
        if ((mask & bit(number)) != 0)
            result.push_back(capabilityName(number));
    }
    return result;
}

std::uint64_t allCapabilities()
{
    // The first number that the kernel does not know ends the list (capabilities(7), "PR_CAPBSET_READ").
    static const std::uint64_t all = [] {
        std::uint64_t mask = 0;
        for (int number = 0; number < 64 && ::prctl(PR_CAPBSET_READ, number, 0, 0, 0) >= 0; ++number)
            mask |= bit(number);
        return mask;
    }();
    return all;
}

std::uint64_t heldCapabilities()
{
    std::uint64_t mask = 0;
    for (int number = 0; number < 64; ++number)
        if (::prctl(PR_CAPBSET_READ, number, 0, 0, 0) == 1)
            mask |= bit(number);
    return mask;
}

std::uint64_t defaultCapabilities()
{
    std::uint64_t mask = 0;
    for (const int number :
         {CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_FSETID, CAP_FOWNER, CAP_MKNOD, CAP_NET_RAW, CAP_SETGID, CAP_SETUID,
          CAP_SETFCAP, CAP_SETPCAP, CAP_NET_BIND_SERVICE, CAP_SYS_CHROOT, CAP_KILL, CAP_AUDIT_WRITE})
        mask |= bit(number);
    return mask;
}

Result<std::uint64_t> capabilities(const std::vector<std::string> &add, const std::vector<std::string> &drop,
                                   bool privileged)
{
    // As Docker's caps.TweakCapabilities: every name is checked first; ALL on one side still lets the other
    // name exceptions.
    std::uint64_t added = 0, dropped = 0;
    for (const auto &[list, mask] : {std::pair(&add, &added), std::pair(&drop, &dropped)}) {
        for (const std::string &name : *list) {
            if (isAll(name))
                continue;
            TRY(const int number, capabilityNumber(name));
            *mask |= bit(number);
        }
    }
    if (privileged)
        return allCapabilities();
    if (std::ranges::any_of(add, isAll))
        return allCapabilities() & ~dropped;
    if (std::ranges::any_of(drop, isAll))
        return added & allCapabilities();
    return ((defaultCapabilities() & ~dropped) | added) & allCapabilities();
}

void setCapabilities(SecurityPlan &plan, std::uint64_t mask)
{
    plan.bounding = plan.permitted = plan.effective = mask;
    plan.inheritable = plan.ambient = 0; // CVE-2022-24769
}

} // namespace quayside::isolation::security
