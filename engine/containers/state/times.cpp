#include "engine/containers/state/times.h"

#include <cmath>
#include <ctime>
#include <format>

namespace quayside::containers
{

namespace
{
constexpr std::int64_t second = 1000000000;

std::string healthText(HealthStatus health)
{
    if (health == HealthStatus::None)
        return {};
    return std::format(" ({}{})", health == HealthStatus::Starting ? "health: " : "", text(health));
}

} // namespace

std::int64_t nowNs()
{
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * second + now.tv_nsec;
}

std::string rfc3339(std::int64_t ns)
{
    if (ns == 0)
        return "0001-01-01T00:00:00Z";
    const std::time_t seconds = ns / second;
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    return std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:09}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, ns % second);
}

std::string humanDuration(std::int64_t ns)
{
    const auto seconds = ns / second;
    if (seconds < 1)
        return "Less than a second";
    if (seconds == 1)
        return "1 second";
    if (seconds < 60)
        return std::format("{} seconds", seconds);
    const auto minutes = seconds / 60;
    if (minutes == 1)
        return "About a minute";
    if (minutes < 60)
        return std::format("{} minutes", minutes);
    const auto hours = std::llround(static_cast<double>(ns) / second / 3600);
    if (hours == 1)
        return "About an hour";
    if (hours < 48)
        return std::format("{} hours", hours);
    if (hours < 24 * 7 * 2)
        return std::format("{} days", hours / 24);
    if (hours < 24 * 30 * 2)
        return std::format("{} weeks", hours / 24 / 7);
    if (hours < 24 * 365 * 2)
        return std::format("{} months", hours / 24 / 30);
    return std::format("{} years", hours / 24 / 365);
}

std::string statusText(const RunState &state, std::int64_t now)
{
    switch (state.status) {
    case Status::Running:
        return "Up " + humanDuration(now - state.startedNs) + healthText(state.health.status);
    case Status::Paused:
        return "Up " + humanDuration(now - state.startedNs) + " (Paused)";
    case Status::Restarting:
        return std::format("Restarting ({}) {} ago", state.exitCode, humanDuration(now - state.finishedNs));
    case Status::Removing:
        return "Removal In Progress";
    case Status::Dead:
        return "Dead";
    case Status::Created:
        return "Created";
    case Status::Exited:
        break;
    }
    return std::format("Exited ({}) {} ago", state.exitCode, humanDuration(now - state.finishedNs));
}

} // namespace quayside::containers
