#include "engine/containers/top/processes.h"

#include "engine/base/fd.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

constexpr std::size_t longestText = 4096; // of a command line, as ps cuts them too

std::optional<std::string> readText(std::int32_t pid, const char *name)
{
    const std::string path = std::format("/proc/{}/{}", pid, name);
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return std::nullopt;
    std::string text(longestText, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t got = ::read(file.get(), text.data() + size, text.size() - size);
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    return text;
}

template <typename T>
void takeNumber(std::string_view &rest, T &value)
{
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
}

void skip(std::string_view &rest, int fields)
{
    for (; fields > 0; --fields) {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        rest.remove_prefix(std::min(rest.find(' '), rest.size()));
    }
}

// "Uid:\treal\teffective\tsaved\tfile system's"
void readIds(std::string_view status, std::string_view key, std::uint32_t &real, std::uint32_t &effective)
{
    const std::size_t at = status.find(key);
    if (at == std::string_view::npos)
        return;
    std::string_view rest = status.substr(at + key.size());
    takeNumber(rest, real);
    takeNumber(rest, effective);
}

// What a process calls itself is not trusted: nothing that moves a terminal's cursor.
std::string printable(std::string_view text)
{
    std::string out(text);
    std::ranges::replace_if(out, [](unsigned char c) { return c < ' ' || c == 0x7f; }, '?');
    return out;
}

std::string argumentsOf(std::string text, const std::string &command)
{
    while (text.ends_with('\0'))
        text.pop_back();
    if (text.empty())
        return "[" + command + "]";
    std::ranges::replace(text, '\0', ' ');
    return printable(text);
}

} // namespace

std::optional<ProcessFacts> parseStat(std::string_view text)
{
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open ||
        close + 2 >= text.size())
        return std::nullopt;
    ProcessFacts facts;
    std::string_view front = text.substr(0, open);
    takeNumber(front, facts.pid);
    facts.command = printable(text.substr(open + 1, close - open - 1));
    facts.state = text[close + 2];
    std::string_view rest = text.substr(close + 3);
    takeNumber(rest, facts.parent);
    takeNumber(rest, facts.group);
    takeNumber(rest, facts.session);
    takeNumber(rest, facts.terminal);
    takeNumber(rest, facts.foreground);
    takeNumber(rest, facts.flags);
    skip(rest, 4); // page faults
    takeNumber(rest, facts.userTicks);
    takeNumber(rest, facts.kernelTicks);
    skip(rest, 2); // of children
    takeNumber(rest, facts.priority);
    takeNumber(rest, facts.nice);
    takeNumber(rest, facts.threads);
    skip(rest, 1);
    takeNumber(rest, facts.startTicks);
    takeNumber(rest, facts.virtualBytes);
    takeNumber(rest, facts.residentPages);
    skip(rest, 14); // up to exit_signal: addresses and signals
    takeNumber(rest, facts.processor);
    return facts;
}

std::optional<ProcessFacts> readProcess(std::int32_t pid)
{
    const auto stat = readText(pid, "stat");
    const auto status = readText(pid, "status");
    if (!stat || !status)
        return std::nullopt;
    auto facts = parseStat(*stat);
    if (!facts || facts->pid != pid)
        return std::nullopt;
    readIds(*status, "\nUid:", facts->realUid, facts->uid);
    readIds(*status, "\nGid:", facts->realGid, facts->gid);
    facts->arguments = argumentsOf(readText(pid, "cmdline").value_or(""), facts->command);
    if (const auto function = readText(pid, "wchan"); function && *function != "0")
        facts->waitsIn = *function;
    return facts;
}

} // namespace quayside::containers
