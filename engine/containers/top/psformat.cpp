#include "engine/containers/top/psformat.h"

#include <algorithm>
#include <ctime>
#include <functional>
#include <optional>
#include <sstream>

namespace quayside::containers
{

namespace
{

using Facts = ProcessFacts;
using Context = PsContext;
using Value = std::string (*)(const Facts &, const Context &);

std::string idText(std::uint32_t id, const Context &context, bool name)
{
    const bool inside = id >= context.firstId && id - context.firstId < context.ids;
    const std::uint32_t shown = inside ? id - context.firstId : id;
    return name && shown == 0 ? "root" : std::to_string(shown);
}

// Of /proc, so far from any bound; kept from overflowing all the same.
std::int64_t bounded(std::uint64_t value)
{
    return static_cast<std::int64_t>(std::min<std::uint64_t>(value, 1'000'000'000'000));
}

std::int64_t cpuTicks(const Facts &f)
{
    return bounded(f.userTicks) + bounded(f.kernelTicks);
}

std::int64_t cpuSeconds(const Facts &f, const Context &c)
{
    return cpuTicks(f) / c.ticksPerSecond;
}

std::int64_t startedAt(const Facts &f, const Context &c)
{
    return c.bootSeconds + bounded(f.startTicks) / c.ticksPerSecond;
}

std::int64_t elapsed(const Facts &f, const Context &c)
{
    return std::max<std::int64_t>(c.nowSeconds - startedAt(f, c), 0);
}

// Tenths of a per cent of one CPU over the process's life.
std::int64_t cpuPerMille(const Facts &f, const Context &c)
{
    const std::int64_t seconds = std::max<std::int64_t>(elapsed(f, c), 1);
    return cpuTicks(f) * 1000 / c.ticksPerSecond / seconds;
}

std::string tenths(std::int64_t value)
{
    return std::format("{}.{}", value / 10, value % 10);
}

std::string localTime(std::int64_t seconds, const char *format)
{
    const auto time = static_cast<std::time_t>(seconds);
    std::tm parts{};
    ::localtime_r(&time, &parts);
    char text[64] = {};
    (void)std::strftime(text, sizeof text, format, &parts);
    return text;
}

std::string startText(const Facts &f, const Context &c)
{
    const bool today = c.nowSeconds - startedAt(f, c) < 24L * 3600;
    return localTime(startedAt(f, c), today ? "%H:%M" : "%b%d");
}

std::string clockText(std::int64_t seconds, bool shortForm)
{
    const std::string days = seconds >= 86400 ? std::format("{}-", seconds / 86400) : "";
    const std::int64_t hours = seconds / 3600 % 24, minutes = seconds / 60 % 60;
    if (shortForm && seconds < 3600)
        return std::format("{:02}:{:02}", minutes, seconds % 60);
    return std::format("{}{:02}:{:02}:{:02}", days, hours, minutes, seconds % 60);
}

// Unix98 terminals have the majors 136 to 143 (Documentation/admin-guide/devices.txt).
std::string terminalText(const Facts &f)
{
    const std::uint32_t major = f.terminal >> 8 & 0xfff;
    const std::uint32_t minor = (f.terminal & 0xff) | (f.terminal >> 12 & 0xfff00);
    if (f.terminal == 0)
        return "?";
    return major >= 136 && major < 144 ? std::format("pts/{}", (major - 136) * 256 + minor)
                                       : std::format("{}:{}", major, minor);
}

std::string stateText(const Facts &f)
{
    std::string text(1, f.state);
    text += f.nice < 0 ? "<" : f.nice > 0 ? "N" : "";
    text += f.session == f.pid ? "s" : "";
    text += f.threads > 1 ? "l" : "";
    text += f.foreground == f.group && f.terminal != 0 ? "+" : "";
    return text;
}

std::string residentKiB(const Facts &f, const Context &c)
{
    return std::to_string(bounded(f.residentPages) * c.pageBytes / 1024);
}

std::string memoryShare(const Facts &f, const Context &c)
{
    const double resident = static_cast<double>(bounded(f.residentPages)) * static_cast<double>(c.pageBytes);
    return tenths(c.memoryBytes > 0
                      ? static_cast<std::int64_t>(1000.0 * resident / static_cast<double>(c.memoryBytes))
                      : 0);
}

std::string dashed(const std::string &text)
{
    return text.empty() ? "-" : text;
}

struct Keyword {
    const char *name, *title;
    Value value;
};

#define VALUE(expression)                                                                                    \
    [](const Facts &f [[maybe_unused]], const Context &c [[maybe_unused]]) -> std::string {                  \
        return expression;                                                                                   \
    }

// Keywords of ps(1), "STANDARD FORMAT SPECIFIERS", with its titles.
constexpr Keyword keywords[] = {
    {"pid", "PID", VALUE(std::to_string(f.pid))},
    {"tgid", "TGID", VALUE(std::to_string(f.pid))},
    {"ppid", "PPID", VALUE(std::to_string(f.parent))},
    {"pgid", "PGID", VALUE(std::to_string(f.group))},
    {"pgrp", "PGRP", VALUE(std::to_string(f.group))},
    {"sid", "SID", VALUE(std::to_string(f.session))},
    {"sess", "SESS", VALUE(std::to_string(f.session))},
    {"tpgid", "TPGID", VALUE(std::to_string(f.foreground))},
    {"user", "USER", VALUE(idText(f.uid, c, true))},
    {"euser", "EUSER", VALUE(idText(f.uid, c, true))},
    {"ruser", "RUSER", VALUE(idText(f.realUid, c, true))},
    {"uid", "UID", VALUE(idText(f.uid, c, false))},
    {"euid", "EUID", VALUE(idText(f.uid, c, false))},
    {"ruid", "RUID", VALUE(idText(f.realUid, c, false))},
    {"group", "GROUP", VALUE(idText(f.gid, c, true))},
    {"egroup", "EGROUP", VALUE(idText(f.gid, c, true))},
    {"rgroup", "RGROUP", VALUE(idText(f.realGid, c, true))},
    {"gid", "GID", VALUE(idText(f.gid, c, false))},
    {"egid", "EGID", VALUE(idText(f.gid, c, false))},
    {"rgid", "RGID", VALUE(idText(f.realGid, c, false))},
    {"comm", "COMMAND", VALUE(f.command)},
    {"ucmd", "CMD", VALUE(f.command)},
    {"ucomm", "COMMAND", VALUE(f.command)},
    {"args", "COMMAND", VALUE(f.arguments)},
    {"command", "COMMAND", VALUE(f.arguments)},
    {"cmd", "CMD", VALUE(f.arguments)},
    {"c", "C", VALUE(std::to_string(std::min<std::int64_t>(cpuPerMille(f, c) / 10, 99)))},
    {"%cpu", "%CPU", VALUE(tenths(cpuPerMille(f, c)))},
    {"pcpu", "%CPU", VALUE(tenths(cpuPerMille(f, c)))},
    {"%mem", "%MEM", VALUE(memoryShare(f, c))},
    {"pmem", "%MEM", VALUE(memoryShare(f, c))},
    {"vsz", "VSZ", VALUE(std::to_string(f.virtualBytes / 1024))},
    {"vsize", "VSZ", VALUE(std::to_string(f.virtualBytes / 1024))},
    {"sz", "SZ", VALUE(std::to_string(f.virtualBytes / static_cast<std::uint64_t>(c.pageBytes)))},
    {"rss", "RSS", VALUE(residentKiB(f, c))},
    {"rssize", "RSS", VALUE(residentKiB(f, c))},
    {"rsz", "RSZ", VALUE(residentKiB(f, c))},
    {"s", "S", VALUE(std::string(1, f.state))},
    {"state", "S", VALUE(std::string(1, f.state))},
    {"stat", "STAT", VALUE(stateText(f))},
    {"tty", "TT", VALUE(terminalText(f))},
    {"tt", "TT", VALUE(terminalText(f))},
    {"tname", "TTY", VALUE(terminalText(f))},
    {"stime", "STIME", VALUE(startText(f, c))},
    {"start_time", "START", VALUE(startText(f, c))},
    {"bsdstart", "START", VALUE(startText(f, c))},
    {"start", "STARTED", VALUE(localTime(startedAt(f, c), "%H:%M:%S"))},
    {"lstart", "STARTED", VALUE(localTime(startedAt(f, c), "%a %b %e %H:%M:%S %Y"))},
    {"etime", "ELAPSED", VALUE(clockText(elapsed(f, c), true))},
    {"etimes", "ELAPSED", VALUE(std::to_string(elapsed(f, c)))},
    {"time", "TIME", VALUE(clockText(cpuSeconds(f, c), false))},
    {"cputime", "TIME", VALUE(clockText(cpuSeconds(f, c), false))},
    {"cputimes", "TIME", VALUE(std::to_string(cpuSeconds(f, c)))},
    {"bsdtime", "TIME", VALUE(std::format("{}:{:02}", cpuSeconds(f, c) / 60, cpuSeconds(f, c) % 60))},
    {"ni", "NI", VALUE(std::to_string(f.nice))},
    {"nice", "NI", VALUE(std::to_string(f.nice))},
    {"pri", "PRI", VALUE(std::to_string(39 - f.priority))},
    {"opri", "PRI", VALUE(std::to_string(60 + f.priority))},
    {"priority", "PRI", VALUE(std::to_string(f.priority))},
    {"nlwp", "NLWP", VALUE(std::to_string(f.threads))},
    {"thcount", "THCNT", VALUE(std::to_string(f.threads))},
    {"psr", "PSR", VALUE(std::to_string(f.processor))},
    {"wchan", "WCHAN", VALUE(dashed(f.waitsIn))},
    // Only PF_FORKNOEXEC and PF_SUPERPRIV, moved to 1 and 4, as ps shows them.
    {"f", "F", VALUE(std::format("{:o}", f.flags >> 6 & 7))},
    {"addr", "ADDR", VALUE(std::string("-"))},
};
#undef VALUE

const Keyword *find(std::string_view name)
{
    const auto found =
        std::ranges::find_if(keywords, [&](const Keyword &keyword) { return name == keyword.name; });
    return found == std::end(keywords) ? nullptr : &*found;
}

// A format of ps's own: its keywords, with other titles where ps has them.
struct Column {
    const char *name, *title;
};
std::vector<PsColumn> columnsOf(std::initializer_list<Column> list)
{
    std::vector<PsColumn> columns;
    for (const auto &column : list)
        columns.push_back({column.title, find(column.name)->value});
    return columns;
}

struct Wanted {
    bool full = false, extraFull = false, longFormat = false, jobs = false; // -f -F -l -j
    bool bsd = false, bsdUser = false, bsdLong = false, bsdJobs = false;    // ax, u, l, j
    std::vector<PsColumn> given;                                            // -o
};

std::vector<PsColumn> standard(const Wanted &wanted)
{
    if (wanted.bsdUser)
        return columnsOf({{"user", "USER"},
                          {"pid", "PID"},
                          {"%cpu", "%CPU"},
                          {"%mem", "%MEM"},
                          {"vsz", "VSZ"},
                          {"rss", "RSS"},
                          {"tname", "TTY"},
                          {"stat", "STAT"},
                          {"bsdstart", "START"},
                          {"bsdtime", "TIME"},
                          {"args", "COMMAND"}});
    if (wanted.bsdLong)
        return columnsOf({{"f", "F"},
                          {"uid", "UID"},
                          {"pid", "PID"},
                          {"ppid", "PPID"},
                          {"priority", "PRI"},
                          {"ni", "NI"},
                          {"vsz", "VSZ"},
                          {"rss", "RSS"},
                          {"wchan", "WCHAN"},
                          {"stat", "STAT"},
                          {"tname", "TTY"},
                          {"bsdtime", "TIME"},
                          {"args", "COMMAND"}});
    if (wanted.bsdJobs)
        return columnsOf({{"ppid", "PPID"},
                          {"pid", "PID"},
                          {"pgid", "PGID"},
                          {"sid", "SID"},
                          {"tname", "TTY"},
                          {"tpgid", "TPGID"},
                          {"stat", "STAT"},
                          {"uid", "UID"},
                          {"bsdtime", "TIME"},
                          {"args", "COMMAND"}});
    if (wanted.bsd)
        return columnsOf(
            {{"pid", "PID"}, {"tname", "TTY"}, {"stat", "STAT"}, {"bsdtime", "TIME"}, {"args", "COMMAND"}});
    if (wanted.longFormat)
        return columnsOf({{"f", "F"},
                          {"s", "S"},
                          {"uid", "UID"},
                          {"pid", "PID"},
                          {"ppid", "PPID"},
                          {"c", "C"},
                          {"opri", "PRI"},
                          {"ni", "NI"},
                          {"addr", "ADDR"},
                          {"sz", "SZ"},
                          {"wchan", "WCHAN"},
                          {"tname", "TTY"},
                          {"time", "TIME"},
                          {wanted.full ? "args" : "comm", "CMD"}});
    if (wanted.extraFull)
        return columnsOf({{"user", "UID"},
                          {"pid", "PID"},
                          {"ppid", "PPID"},
                          {"c", "C"},
                          {"sz", "SZ"},
                          {"rss", "RSS"},
                          {"psr", "PSR"},
                          {"stime", "STIME"},
                          {"tname", "TTY"},
                          {"time", "TIME"},
                          {"args", "CMD"}});
    if (wanted.full && wanted.jobs)
        return columnsOf({{"user", "UID"},
                          {"pid", "PID"},
                          {"ppid", "PPID"},
                          {"pgid", "PGID"},
                          {"sid", "SID"},
                          {"c", "C"},
                          {"stime", "STIME"},
                          {"tname", "TTY"},
                          {"time", "TIME"},
                          {"args", "CMD"}});
    if (wanted.full)
        return columnsOf({{"user", "UID"},
                          {"pid", "PID"},
                          {"ppid", "PPID"},
                          {"c", "C"},
                          {"stime", "STIME"},
                          {"tname", "TTY"},
                          {"time", "TIME"},
                          {"args", "CMD"}});
    if (wanted.jobs)
        return columnsOf({{"pid", "PID"},
                          {"pgid", "PGID"},
                          {"sid", "SID"},
                          {"tname", "TTY"},
                          {"time", "TIME"},
                          {"comm", "CMD"}});
    return columnsOf({{"pid", "PID"}, {"tname", "TTY"}, {"time", "TIME"}, {"comm", "CMD"}});
}

// "pid,comm" or "pid,comm=NAME": a title of one's own takes the rest of the text (ps(1), -o).
Result<> addFormat(std::string_view text, Wanted &wanted)
{
    while (!text.empty()) {
        const std::size_t equals = text.find('='), comma = text.find_first_of(", ");
        const bool renamed =
            equals != std::string_view::npos && (comma == std::string_view::npos || equals < comma);
        const std::string_view name = text.substr(0, renamed ? equals : comma);
        const Keyword *keyword = find(name);
        if (!keyword)
            return fail(ErrorKind::InvalidArgument, "ps: unknown user-defined format specifier \"{}\"",
                        name.substr(0, 32));
        wanted.given.push_back(
            {renamed ? std::string(text.substr(equals + 1)) : std::string(keyword->title), keyword->value});
        if (renamed || comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 1);
    }
    if (wanted.given.empty() || wanted.given.size() > 64)
        return fail(ErrorKind::InvalidArgument, "ps: a format has 1 to 64 columns");
    return {};
}

std::unexpected<Error> unsupported(std::string_view option)
{
    return fail(ErrorKind::NotSupported,
                "ps option {} is not supported: all processes of the container are shown, one a line, in the "
                "formats of -f, -F, -j, -l, u, j, l or -o",
                option.substr(0, 32));
}

// One word of options; `next` gives the argument of -o. Letters mean other things with and without a dash.
Result<> addLetters(std::string_view word, bool dash, const std::function<std::optional<std::string>()> &next,
                    Wanted &wanted)
{
    wanted.bsd = wanted.bsd || !dash;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char letter = word[i];
        if (letter == 'o') {
            const auto rest = std::string(word.substr(i + 1));
            const auto format = rest.empty() ? next() : std::optional(rest);
            if (!format)
                return fail(ErrorKind::InvalidArgument, "ps: format specification must follow -o");
            return addFormat(*format, wanted);
        }
        if (std::string_view(dash ? "eAadw" : "aAxwg").contains(letter)) // which processes, how wide
            continue;
        bool Wanted::*member = nullptr;
        if (dash)
            member = letter == 'f'   ? &Wanted::full
                     : letter == 'F' ? &Wanted::extraFull
                     : letter == 'l' ? &Wanted::longFormat
                     : letter == 'j' ? &Wanted::jobs
                                     : nullptr;
        else
            member = letter == 'u'   ? &Wanted::bsdUser
                     : letter == 'l' ? &Wanted::bsdLong
                     : letter == 'j' ? &Wanted::bsdJobs
                                     : nullptr;
        if (!member)
            return unsupported(std::string(dash ? "-" : "") + letter);
        wanted.*member = true;
    }
    return {};
}

} // namespace

Result<std::vector<PsColumn>> parsePsArgs(const std::string &psArgs)
{
    std::istringstream words(psArgs.empty() ? "-ef" : psArgs);
    Wanted wanted;
    const auto next = [&words]() -> std::optional<std::string> {
        std::string word;
        return words >> word ? std::optional(word) : std::nullopt;
    };
    while (auto word = next()) {
        if (*word == "--format" || word->starts_with("--format=")) {
            const auto format = *word == "--format" ? next() : std::optional(word->substr(9));
            if (!format)
                return fail(ErrorKind::InvalidArgument, "ps: format specification must follow --format");
            CHECK(addFormat(*format, wanted));
        } else if (word->starts_with("--")) {
            return unsupported(*word);
        } else {
            const bool dash = word->starts_with('-');
            CHECK(addLetters(std::string_view(*word).substr(dash ? 1 : 0), dash, next, wanted));
        }
    }
    return wanted.given.empty() ? standard(wanted) : std::move(wanted.given);
}

} // namespace quayside::containers
