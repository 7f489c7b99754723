#include "engine/isolation/cgroups/apply.h"

#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <linux/openat2.h>

namespace quayside::isolation::cgroups
{

Result<> enter(Kernel &kernel, const CgroupPlan &plan)
{
    for (const Slot tasks : plan.v1) {
        if (const auto done = kernel.write(firstSlot + tasks, "0"); done < 0)
            return failErrno(static_cast<int>(-done), "entering a cgroup of the container");
    }
    return {};
}

Result<> admit(Kernel &kernel, const CgroupPlan &plan, std::int32_t pid)
{
    const std::string number = std::to_string(pid);
    for (const Slot tasks : plan.v1) {
        if (const auto done = kernel.write(firstSlot + tasks, number); done < 0)
            return failErrno(static_cast<int>(-done), "moving process {} into the container's cgroups", pid);
    }
    if (plan.v2 < 0)
        return {};
    const open_how how{.flags = O_WRONLY | O_CLOEXEC, .mode = 0, .resolve = RESOLVE_NO_SYMLINKS};
    const Fd members(kernel.openat2(firstSlot + plan.v2, "cgroup.procs", how));
    if (!members)
        return failErrno(-members.get(), "opening the container's cgroup");
    if (const auto done = kernel.write(members.get(), number); done < 0)
        return failErrno(static_cast<int>(-done), "moving process {} into the container's cgroup", pid);
    return {};
}

std::uint64_t oomKills(Kernel &kernel, const CgroupPlan &plan)
{
    if (plan.oomCounter < 0)
        return 0;
    std::array<char, 1024> buffer{};
    const auto size = kernel.read(firstSlot + plan.oomCounter, buffer, 0);
    const std::string_view text(buffer.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    constexpr std::string_view key = "oom_kill ";
    // Also "oom_kill_disable 0" is in the v1 file: the blank after the key tells them apart.
    const std::size_t at = text.find(key);
    std::uint64_t count = 0;
    if (at != std::string_view::npos)
        std::from_chars(text.data() + at + key.size(), text.data() + text.size(), count);
    return count;
}

} // namespace quayside::isolation::cgroups
