#include "engine/dockerfile/instructions/duration.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

__extension__ using Number = unsigned __int128;
constexpr Number most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());

std::optional<std::uint64_t> unitOf(std::string_view name)
{
    static constexpr std::pair<std::string_view, std::uint64_t> units[] = {
        {"ns", 1},         {"us", 1'000},        {"µs", 1'000},         {"μs", 1'000},
        {"ms", 1'000'000}, {"s", 1'000'000'000}, {"m", 60'000'000'000}, {"h", 3'600'000'000'000},
    };
    const auto *found = std::ranges::find(units, name, &std::pair<std::string_view, std::uint64_t>::first);
    return found == std::end(units) ? std::nullopt : std::optional(found->second);
}

std::string_view takeDigits(std::string_view &text)
{
    const auto digits = text.substr(0, text.find_first_not_of("0123456789"));
    text.remove_prefix(digits.size());
    return digits;
}

// digits × unit, or more than `most`.
Number scaled(std::string_view digits, std::uint64_t unit)
{
    Number value = 0;
    for (const auto c : digits) {
        value = value * 10 + static_cast<unsigned>(c - '0');
        if (value > most)
            return most + 1;
    }
    return value * unit;
}

Number fraction(std::string_view digits, std::uint64_t unit)
{
    Number value = 0, scale = 1;
    for (const auto c : digits.substr(0, 18)) { // beyond that nothing is left of a nanosecond
        value = value * 10 + static_cast<unsigned>(c - '0');
        scale *= 10;
    }
    return value * unit / scale;
}

} // namespace

Result<std::chrono::nanoseconds> parseDuration(std::string_view text)
{
    const auto invalid = [&] {
        return fail(ErrorKind::InvalidArgument, "time: invalid duration {}", inQuotes(text));
    };
    auto rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+'))
        rest.remove_prefix(1);
    if (rest == "0")
        return std::chrono::nanoseconds(0);
    if (rest.empty())
        return invalid();
    Number total = 0;
    while (!rest.empty()) {
        const auto whole = takeDigits(rest);
        const bool point = rest.starts_with('.');
        rest.remove_prefix(point ? 1 : 0);
        const auto part = point ? takeDigits(rest) : std::string_view();
        if (whole.empty() && part.empty())
            return invalid();
        const auto name = rest.substr(0, rest.find_first_of(".0123456789"));
        if (name.empty())
            return fail(ErrorKind::InvalidArgument, "time: missing unit in duration {}", inQuotes(text));
        const auto unit = unitOf(name);
        if (!unit)
            return fail(ErrorKind::InvalidArgument, "time: unknown unit {} in duration {}", inQuotes(name),
                        inQuotes(text));
        rest.remove_prefix(name.size());
        total += scaled(whole, *unit) + fraction(part, *unit);
        if (total > most)
            return invalid();
    }
    const auto count = static_cast<std::int64_t>(total);
    return std::chrono::nanoseconds(negative ? -count : count);
}

} // namespace quayside::dockerfile
