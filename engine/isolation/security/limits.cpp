// Hidden paths, resource limits, sysctls.
#include "engine/isolation/security/prepare.h"

#include <algorithm>
#include <array>
#include <limits>

#include <sys/resource.h>

namespace quayside::isolation::security
{
namespace
{

constexpr std::pair<std::string_view, int> limits[] = {
    {"as", RLIMIT_AS},           {"core", RLIMIT_CORE},         {"cpu", RLIMIT_CPU},
    {"data", RLIMIT_DATA},       {"fsize", RLIMIT_FSIZE},       {"locks", RLIMIT_LOCKS},
    {"memlock", RLIMIT_MEMLOCK}, {"msgqueue", RLIMIT_MSGQUEUE}, {"nice", RLIMIT_NICE},
    {"nofile", RLIMIT_NOFILE},   {"nproc", RLIMIT_NPROC},       {"rss", RLIMIT_RSS},
    {"rtprio", RLIMIT_RTPRIO},   {"rttime", RLIMIT_RTTIME},     {"sigpending", RLIMIT_SIGPENDING},
    {"stack", RLIMIT_STACK}};

std::uint64_t limitValue(std::int64_t value)
{
    return value < 0 ? std::numeric_limits<std::uint64_t>::max() : static_cast<std::uint64_t>(value);
}

bool isIpc(std::string_view name)
{
    constexpr std::array kernelNames{"kernel.msgmax", "kernel.msgmnb",         "kernel.msgmni",
                                     "kernel.sem",    "kernel.shmall",         "kernel.shmmax",
                                     "kernel.shmmni", "kernel.shm_rmid_forced"};
    return name.starts_with("fs.mqueue.") || std::ranges::find(kernelNames, name) != kernelNames.end();
}

} // namespace

std::vector<std::string> defaultMaskedPaths()
{
    return {"/proc/acpi",       "/proc/asound",        "/proc/interrupts",  "/proc/kcore",
            "/proc/keys",       "/proc/latency_stats", "/proc/sched_debug", "/proc/scsi",
            "/proc/timer_list", "/proc/timer_stats",   "/sys/firmware",     "/sys/devices/virtual/powercap"};
}

std::vector<std::string> defaultReadOnlyPaths()
{
    return {"/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"};
}

Result<RlimitPlan> rlimit(std::string_view name, std::int64_t soft, std::int64_t hard)
{
    const auto found = std::ranges::find(limits, name, &std::pair<std::string_view, int>::first);
    if (found == std::end(limits))
        return fail(ErrorKind::InvalidArgument, "invalid ulimit type: {}", name);
    const RlimitPlan plan{found->second, limitValue(soft), limitValue(hard)};
    if (plan.soft > plan.hard)
        return fail(ErrorKind::InvalidArgument,
                    "ulimit soft limit must be less than or equal to hard limit: {} > {}", soft, hard);
    return plan;
}

Result<> checkSysctl(std::string_view name, std::string_view value, bool ownIpc, bool ownNetwork)
{
    // It becomes a path: nothing that could leave /proc/sys.
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/";
    if (name.empty() || name.size() > 256 || name.find_first_not_of(allowed) != std::string_view::npos ||
        name.contains("..") || name.contains("//") || name.starts_with('/'))
        return fail(ErrorKind::InvalidArgument, "\"{}\" is not the name of a sysctl", name);
    if (value.size() > 4096 || value.find_first_of(std::string_view("\n\0", 2)) != std::string_view::npos)
        return fail(ErrorKind::InvalidArgument, "the value of sysctl {} is not a short line", name);
    std::string dotted(name);
    std::ranges::replace(dotted, '/', '.');
    const bool ofNetwork = dotted.starts_with("net.");
    if (!isIpc(dotted) && !ofNetwork)
        return fail(ErrorKind::InvalidArgument,
                    "sysctl '{}' is not whitelisted: it belongs to the whole machine", name);
    if (ofNetwork && !ownNetwork)
        return fail(ErrorKind::InvalidArgument, "sysctl '{}' not allowed in host network namespace", name);
    if (!ofNetwork && !ownIpc)
        return fail(ErrorKind::InvalidArgument, "sysctl '{}' not allowed in host ipc namespace", name);
    return {};
}

} // namespace quayside::isolation::security
