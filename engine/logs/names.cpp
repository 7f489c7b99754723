#include "engine/logs/names.h"

#include <algorithm>
#include <charconv>
#include <format>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

namespace quayside::logs
{
namespace
{

constexpr std::string_view suffix = ".log", compressedSuffix = ".gz";
constexpr std::size_t digits = 8;
constexpr std::int64_t secondNs = 1'000'000'000;

// Days from 1970-01-01 to a date and back, in the proleptic Gregorian calendar, years starting in March
// (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"). libc's gmtime would load time zones.
std::int64_t daysOf(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2 ? 1 : 0;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto yearOfEra = static_cast<unsigned>(year - era * 400);
    const unsigned dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

struct Date {
    unsigned year, month, day;
};

Date dateOf(std::int64_t days)
{
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const auto dayOfEra = static_cast<unsigned>(days - era * 146097);
    const unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned shifted = (5 * dayOfYear + 2) / 153;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    const auto year = static_cast<unsigned>(yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    return {year, month, dayOfYear - (153 * shifted + 2) / 5 + 1};
}

void putNumber(char *&to, std::uint64_t value, int width)
{
    for (int i = width - 1; i >= 0; --i, value /= 10)
        to[i] = static_cast<char>('0' + value % 10);
    to += width;
}

// Reads `width` digits and the character after them; clears `ok` where they are others.
std::int64_t takeNumber(std::string_view &text, std::size_t width, char after, bool &ok)
{
    std::int64_t value = 0;
    const char *end = text.data() + std::min(width, text.size());
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    ok = ok && error == std::errc{} && stop == end && text.size() > width && text[width] == after &&
         value >= 0;
    text.remove_prefix(std::min(width + 1, text.size()));
    return value;
}

} // namespace

std::uint32_t numberOf(std::string_view fileName)
{
    std::uint32_t number = 0;
    if (fileName.ends_with(compressedSuffix))
        fileName.remove_suffix(compressedSuffix.size());
    if (fileName.size() != digits + suffix.size() || !fileName.ends_with(suffix))
        return 0;
    const auto [end, error] = std::from_chars(fileName.data(), fileName.data() + digits, number);
    return error == std::errc{} && end == fileName.data() + digits ? number : 0;
}

std::string fileNameOf(std::uint32_t number)
{
    return std::format("{:08}{}", number, suffix);
}

std::string compressedNameOf(std::uint32_t number)
{
    return fileNameOf(number) + std::string(compressedSuffix);
}

NumberRange filesFrom(int folder, std::uint32_t from)
{
    NumberRange range;
    DIR *entries = ::fdopendir(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (entries == nullptr)
        return range;
    while (const dirent *entry = ::readdir(entries)) {
        const std::uint32_t number = numberOf(entry->d_name);
        if (number == 0 || number < from)
            continue;
        range.first = range.first == 0 ? number : std::min(range.first, number);
        range.last = std::max(range.last, number);
    }
    ::closedir(entries);
    return range;
}

void formatTime(std::int64_t unixNs, char *text)
{
    const std::int64_t seconds = unixNs / secondNs;
    const auto ofDay = static_cast<std::uint64_t>(seconds % 86400);
    const Date date = dateOf(seconds / 86400);
    char *to = text;
    putNumber(to, date.year, 4);
    *to++ = '-';
    putNumber(to, date.month, 2);
    *to++ = '-';
    putNumber(to, date.day, 2);
    *to++ = 'T';
    putNumber(to, ofDay / 3600, 2);
    *to++ = ':';
    putNumber(to, ofDay / 60 % 60, 2);
    *to++ = ':';
    putNumber(to, ofDay % 60, 2);
    *to++ = '.';
    putNumber(to, static_cast<std::uint64_t>(unixNs % secondNs), 9);
    *to = 'Z';
}

std::int64_t parseTime(std::string_view text)
{
    if (text.size() != timeLength)
        return 0;
    bool ok = true;
    const std::int64_t year = takeNumber(text, 4, '-', ok);
    const std::int64_t month = takeNumber(text, 2, '-', ok);
    const std::int64_t day = takeNumber(text, 2, 'T', ok);
    const std::int64_t hour = takeNumber(text, 2, ':', ok);
    const std::int64_t minute = takeNumber(text, 2, ':', ok);
    const std::int64_t second = takeNumber(text, 2, '.', ok);
    const std::int64_t ns = takeNumber(text, 9, 'Z', ok);
    if (!ok || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60 ||
        year > 2261)
        return 0;
    const std::int64_t days = daysOf(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return ((days * 24 + hour) * 60 + minute) * 60 * secondNs + second * secondNs + ns;
}

} // namespace quayside::logs
