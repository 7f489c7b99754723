#include "engine/containers/state/bootid.h"

#include <ctime>
#include <fstream>
#include <unistd.h>

namespace quayside::containers
{

std::string bootId()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

std::int64_t utcOfStartTime(std::uint64_t ticks)
{
    constexpr std::int64_t second = 1000000000;
    timespec now{}, sinceBoot{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    ::clock_gettime(CLOCK_BOOTTIME, &sinceBoot);
    const std::int64_t boot = (now.tv_sec - sinceBoot.tv_sec) * second + now.tv_nsec - sinceBoot.tv_nsec;
    const auto perSecond = static_cast<std::uint64_t>(::sysconf(_SC_CLK_TCK));
    return boot + static_cast<std::int64_t>(ticks / perSecond) * second +
           static_cast<std::int64_t>(ticks % perSecond * (second / perSecond));
}

} // namespace quayside::containers
