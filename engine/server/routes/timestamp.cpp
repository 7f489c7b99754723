#include "engine/server/routes/timestamp.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>

namespace quayside::server
{

namespace
{

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;
constexpr std::int64_t maxSeconds = std::numeric_limits<std::int64_t>::max() / nanosecondsPerSecond - 1;

// Takes digits off the front: at least `least`, at most `most` of them.
std::optional<std::int64_t> takeNumber(std::string_view &text, std::size_t least, std::size_t most)
{
    std::size_t length = 0;
    while (length < text.size() && length < most && text[length] >= '0' && text[length] <= '9')
        ++length;
    std::int64_t value = 0;
    if (length < least || std::from_chars(text.data(), text.data() + length, value).ec != std::errc())
        return {};
    text.remove_prefix(length);
    return value;
}

bool takeCharacter(std::string_view &text, char wanted)
{
    if (!text.starts_with(wanted))
        return false;
    text.remove_prefix(1);
    return true;
}

// The digits after a '.': nanoseconds; digits past the ninth are dropped.
std::optional<std::int64_t> takeFraction(std::string_view &text)
{
    std::int64_t value = 0, unit = nanosecondsPerSecond / 10;
    std::size_t length = 0;
    for (; length < text.size() && text[length] >= '0' && text[length] <= '9'; ++length, unit /= 10)
        value += (text[length] - '0') * unit;
    if (length == 0)
        return {};
    text.remove_prefix(length);
    return value;
}

// "1700000000.5"
std::optional<std::int64_t> unixTime(std::string_view text)
{
    const bool negative = takeCharacter(text, '-');
    const auto seconds = takeNumber(text, 1, 18);
    if (!seconds || *seconds > maxSeconds)
        return {};
    std::int64_t nanoseconds = 0;
    if (takeCharacter(text, '.')) {
        const auto fraction = takeFraction(text);
        if (!fraction)
            return {};
        nanoseconds = *fraction;
    }
    if (!text.empty())
        return {};
    const std::int64_t value = *seconds * nanosecondsPerSecond + nanoseconds;
    return negative ? -value : value;
}

// "Z", "+01:00", or nothing at all
std::optional<std::int64_t> zoneSeconds(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z")
        return 0;
    const bool west = text.front() == '-';
    if (!west && text.front() != '+')
        return {};
    text.remove_prefix(1);
    const auto hours = takeNumber(text, 2, 2);
    const bool colon = takeCharacter(text, ':');
    const auto minutes = takeNumber(text, 2, 2);
    if (!hours || !colon || !minutes || !text.empty() || *hours > 23 || *minutes > 59)
        return {};
    const std::int64_t seconds = *hours * 3600 + *minutes * 60;
    return west ? -seconds : seconds;
}

struct Clock {
    std::int64_t seconds = 0, nanoseconds = 0;
};

// "15", "15:04", "15:04:05", "15:04:05.123"
std::optional<Clock> takeClock(std::string_view &text)
{
    const auto hours = takeNumber(text, 2, 2);
    if (!hours || *hours > 23)
        return {};
    Clock clock{.seconds = *hours * 3600};
    if (!takeCharacter(text, ':'))
        return clock;
    const auto minutes = takeNumber(text, 2, 2);
    if (!minutes || *minutes > 59)
        return {};
    clock.seconds += *minutes * 60;
    if (!takeCharacter(text, ':'))
        return clock;
    const auto seconds = takeNumber(text, 2, 2);
    if (!seconds || *seconds > 60)
        return {};
    clock.seconds += *seconds;
    if (takeCharacter(text, '.')) {
        const auto fraction = takeFraction(text);
        if (!fraction)
            return {};
        clock.nanoseconds = *fraction;
    }
    return clock;
}

std::optional<std::int64_t> calendarTime(std::string_view text)
{
    const auto year = takeNumber(text, 4, 4);
    const bool firstDash = takeCharacter(text, '-');
    const auto month = takeNumber(text, 2, 2);
    const bool secondDash = takeCharacter(text, '-');
    const auto day = takeNumber(text, 2, 2);
    if (!year || !firstDash || !month || !secondDash || !day)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(int(*year)),
                                           std::chrono::month(unsigned(*month)),
                                           std::chrono::day(unsigned(*day))};
    // 64-bit nanoseconds reach from 1678 to 2262.
    if (!date.ok() || *year < 1678 || *year > 2261)
        return {};
    Clock clock;
    if (takeCharacter(text, 'T')) {
        const auto given = takeClock(text);
        if (!given)
            return {};
        clock = *given;
    }
    const auto zone = zoneSeconds(text);
    if (!zone)
        return {};
    const std::int64_t days = std::chrono::sys_days(date).time_since_epoch().count();
    return (days * 86400 + clock.seconds - *zone) * nanosecondsPerSecond + clock.nanoseconds;
}

// A Go duration (pkg.go.dev/time#ParseDuration): "1h30m", "1.5s", "300ms".
std::optional<std::int64_t> goDuration(std::string_view text)
{
    struct Unit {
        std::string_view name;
        double nanoseconds;
    };
    static constexpr std::array units{Unit{"ns", 1},  Unit{"us", 1e3}, Unit{"µs", 1e3},  Unit{"ms", 1e6},
                                      Unit{"s", 1e9}, Unit{"m", 6e10}, Unit{"h", 3.6e12}};
    double total = 0;
    if (text.empty())
        return {};
    while (!text.empty()) {
        double value = 0;
        if (text.front() == '-' || text.front() == '+')
            return {};
        const auto [end, error] =
            std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
        if (error != std::errc())
            return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        const std::size_t unitLength = std::min(text.find_first_of("0123456789."), text.size());
        const Unit *found = nullptr;
        for (const Unit &unit : units)
            if (unit.name == text.substr(0, unitLength))
                found = &unit;
        if (!found)
            return {};
        total += value * found->nanoseconds;
        text.remove_prefix(unitLength);
    }
    if (!std::isfinite(total) || total > double(maxSeconds) * 1e9)
        return {};
    return static_cast<std::int64_t>(total);
}

} // namespace

Result<std::int64_t> parseTimestamp(std::string_view text, std::int64_t nowNs)
{
    if (const auto time = unixTime(text))
        return *time;
    if (const auto time = calendarTime(text))
        return *time;
    if (const auto before = goDuration(text))
        return nowNs - *before;
    return fail(ErrorKind::InvalidArgument,
                "\"{}\" is no time: give seconds since 1970, a date such as 2024-01-02T15:04:05Z, or a "
                "duration such as 10m",
                text.substr(0, 64));
}

} // namespace quayside::server
