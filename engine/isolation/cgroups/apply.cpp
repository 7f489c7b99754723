#include "engine/isolation/cgroups/apply.h"

#include <array>
#include <charconv>
#include <string_view>

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
