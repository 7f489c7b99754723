// Instructions with a command.
#include "engine/dockerfile/instructions/duration.h"
#include "engine/dockerfile/instructions/flags.h"
#include "engine/dockerfile/instructions/mounts.h"
#include "engine/dockerfile/instructions/readers.h"

#include <charconv>

namespace quayside::dockerfile
{

namespace
{

using Duration = std::chrono::nanoseconds;

// The duration of a flag; zero where it is not there.
Parsed<Duration> durationOf(const FlagSet &flags, std::string_view name)
{
    const auto value = flags.text(name);
    if (!value || value->text.empty())
        return Duration(0);
    const auto duration = parseDuration(value->text);
    if (!duration)
        return refuse(value->range, duration.error().message);
    if (*duration != Duration(0) && *duration < std::chrono::milliseconds(1))
        return refuse(value->range, std::format("Interval {} cannot be less than 1ms", inQuotes(name)));
    return *duration;
}

Parsed<int> retriesOf(const FlagSet &flags)
{
    const auto value = flags.text("retries");
    if (!value || value->text.empty())
        return 0;
    std::string_view digits = value->text;
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    int number = 0;
    const auto *end = digits.data() + digits.size();
    const auto [stop, code] = std::from_chars(digits.data(), end, number);
    const bool doubleSign = digits.size() < value->text.size() && digits.starts_with('-');
    if (code == std::errc::result_out_of_range && stop == end)
        return refuse(value->range,
                      "strconv.ParseInt: parsing " + inQuotes(value->text) + ": value out of range");
    if (code != std::errc() || stop != end || doubleSign)
        return refuse(value->range,
                      "strconv.ParseInt: parsing " + inQuotes(value->text) + ": invalid syntax");
    if (number < 0)
        return refuse(value->range, std::format("--retries cannot be negative ({})", number));
    return number;
}

Parsed<void> readTimes(Healthcheck &check, const FlagSet &flags)
{
    TRY(auto interval, durationOf(flags, "interval"));
    TRY(auto timeout, durationOf(flags, "timeout"));
    TRY(auto startPeriod, durationOf(flags, "start-period"));
    TRY(auto startInterval, durationOf(flags, "start-interval"));
    TRY(auto retries, retriesOf(flags));
    check.interval = interval;
    check.timeout = timeout;
    check.startPeriod = startPeriod;
    check.startInterval = startInterval;
    check.retries = retries;
    return {};
}

Parsed<Instruction> noHealthcheck(const Node &node)
{
    if (node.words.size() > 1)
        return refuse(node, "HEALTHCHECK NONE takes no arguments");
    Healthcheck check;
    check.origin = originOf(node);
    check.none = true;
    return check;
}

} // namespace

CommandLine commandLine(const Node &node, std::size_t first)
{
    CommandLine line{.shell = !node.json, .words = {}, .heredocs = node.heredocs};
    for (auto i = first; i < node.words.size(); ++i)
        line.words.push_back(node.words[i]);
    return line;
}

Parsed<Instruction> readRun(const Node &node)
{
    using enum FlagSet::Kind;
    TRY(auto flags,
        FlagSet::parse(node.flags,
                       {{"mount", Texts}, {"network", Text}, {"security", Text}, {"device", Texts}}));
    Run run{.origin = originOf(node),
            .command = commandLine(node),
            .mounts = flags.texts("mount"),
            .devices = flags.texts("device")};
    CHECK(parseMounts(run, nullptr));
    run.network = flags.text("network").value_or(run.network);
    if (run.network.text != "default" && run.network.text != "none" && run.network.text != "host")
        return refuse(run.network.range, "invalid network mode " + inQuotes(run.network.text));
    run.security = flags.text("security").value_or(run.security);
    if (run.security.text != "sandbox" && run.security.text != "insecure")
        return refuse(run.security.range, "security " + inQuotes(run.security.text) + " is not valid");
    for (const auto &option : run.devices) {
        CHECK(parseDevice(option));
    }
    return run;
}

Parsed<Instruction> readCmd(const Node &node)
{
    CHECK(checkFlags(node));
    return Cmd{originOf(node), commandLine(node)};
}

Parsed<Instruction> readEntrypoint(const Node &node)
{
    CHECK(checkFlags(node));
    return Entrypoint{originOf(node), commandLine(node)};
}

Parsed<Instruction> readShell(const Node &node)
{
    CHECK(checkFlags(node));
    if (node.words.empty())
        return needsOneAtLeast(node);
    if (!node.json)
        return refuse(node, "SHELL requires the arguments to be in JSON form");
    return Shell{originOf(node), node.words};
}

Parsed<Instruction> readHealthcheck(const Node &node)
{
    if (node.words.empty())
        return needsOneAtLeast(node);
    const auto type = uppered(node.words.front().text);
    if (type == "NONE") // whatever its flags are
        return noHealthcheck(node);
    using enum FlagSet::Kind;
    TRY(auto flags, FlagSet::parse(node.flags, {{"interval", Text},
                                                {"timeout", Text},
                                                {"start-period", Text},
                                                {"start-interval", Text},
                                                {"retries", Text}}));
    if (type != "CMD")
        return refuse(node.words.front().range,
                      std::format("Unknown type {} in HEALTHCHECK (try CMD)", inQuotes(type)));
    if (node.words.size() < 2)
        return refuse(node, "Missing command after HEALTHCHECK CMD");
    Healthcheck check;
    check.origin = originOf(node);
    check.command = commandLine(node, 1);
    CHECK(readTimes(check, flags));
    return check;
}

} // namespace quayside::dockerfile
