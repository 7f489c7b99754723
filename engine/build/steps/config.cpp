#include "engine/build/steps/config.h"

#include "engine/base/rootedpath.h"
#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <charconv>
#include <format>

namespace quayside::build
{
namespace
{

// Go's strconv.Quote.
std::string goQuoted(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t at = 0; at < text.size();) {
        const auto [character, size] = dockerfile::decode(text, at);
        const auto byte = static_cast<unsigned char>(text[at]);
        constexpr std::string_view plain = "\a\b\f\n\r\t\v\\\"", named = "abfnrtv\\\"";
        if (const std::size_t known = plain.find(text[at]); known != std::string_view::npos)
            out.append("\\").append(1, named[known]);
        else if (character == dockerfile::replacement && size == 1)
            out += std::format("\\x{:02x}", byte);
        else if (dockerfile::isPrintable(character))
            out += text.substr(at, size);
        else if (character < ' ' || character == 0x7f)
            out += std::format("\\x{:02x}", byte);
        else if (character < 0x10000)
            out += std::format("\\u{:04x}", static_cast<std::uint32_t>(character));
        else
            out += std::format("\\U{:08x}", static_cast<std::uint32_t>(character));
        at += size;
    }
    return out + "\"";
}

// Go's %v of a slice of strings, and its %q.
std::string bracketed(const std::vector<std::string> &words)
{
    return "[" + joined(words) + "]";
}

std::string bracketedQuoted(const std::vector<std::string> &words)
{
    std::vector<std::string> quotedWords;
    std::ranges::transform(words, std::back_inserter(quotedWords),
                           [](const auto &word) { return goQuoted(word); });
    return bracketed(quotedWords);
}

std::vector<std::string> argvOf(const StageScope &scope, const dockerfile::CommandLine &command)
{
    std::vector<std::string> argv;
    if (command.shell && !command.words.empty())
        argv = shellOf(scope.config);
    for (const auto &word : command.words)
        argv.push_back(word.text);
    return argv;
}

Result<std::string> apply(StageScope &scope, const dockerfile::Env &env)
{
    const auto before = environmentOf(scope); // of all variables of the line
    std::string comment = "ENV";
    for (const auto &variable : env.variables) {
        TRY(auto name, dockerfile::expand(variable.name.text, before, {.escape = scope.escape}));
        TRY(auto value, dockerfile::expand(variable.value.text, before, {.escape = scope.escape}));
        setVariable(scope.config.env, name.text, value.text);
        comment += " " + name.text + "=" + value.text;
    }
    return comment;
}

Result<std::string> apply(StageScope &scope, const dockerfile::Label &label)
{
    std::string comment = "LABEL";
    for (const auto &one : label.labels) {
        TRY(auto name, expandIn(scope, one.name.text));
        TRY(auto value, expandIn(scope, one.value.text));
        comment += " " + name + "=" + value;
        scope.config.labels[std::move(name)] = std::move(value);
    }
    return comment;
}

Result<std::string> apply(StageScope &scope, const dockerfile::Maintainer &maintainer)
{
    TRY(scope.author, expandIn(scope, maintainer.name.text));
    return "MAINTAINER " + scope.author;
}

Result<int> portOf(std::string_view text)
{
    int port = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 0 || port > 65535)
        return fail(ErrorKind::InvalidArgument, "invalid containerPort: {}", text);
    return port;
}

// "80", "80-82/udp"; a host part ("8080:80") is passed over, as docker does.
Result<> addPorts(api::ImageConfig &config, const std::string &word)
{
    const std::size_t slash = word.find('/');
    const std::string protocol =
        slash == std::string::npos ? "tcp" : dockerfile::lowered(word.substr(slash + 1));
    if (protocol != "tcp" && protocol != "udp" && protocol != "sctp")
        return fail(ErrorKind::InvalidArgument, "invalid proto: {}", protocol);
    std::string_view range = std::string_view(word).substr(0, slash);
    if (const std::size_t colon = range.rfind(':'); colon != std::string_view::npos)
        range.remove_prefix(colon + 1);
    const std::size_t dash = range.find('-');
    TRY(const int first, portOf(range.substr(0, dash)));
    TRY(const int last, portOf(dash == std::string_view::npos ? range : range.substr(dash + 1)));
    if (last < first)
        return fail(ErrorKind::InvalidArgument, "invalid range specified for port: {}", word);
    for (int port = first; port <= last; ++port)
        config.exposedPorts.insert(std::format("{}/{}", port, protocol));
    return {};
}

Result<std::string> apply(StageScope &scope, const dockerfile::Expose &expose)
{
    std::vector<std::string> ports;
    for (const auto &word : expose.ports) {
        TRY(const auto words,
            dockerfile::expandWords(word.text, environmentOf(scope), {.escape = scope.escape}));
        ports.insert(ports.end(), words.begin(), words.end());
    }
    std::ranges::sort(ports); // as dockerd tells them
    for (const auto &port : ports)
        CHECK(addPorts(scope.config, port));
    return "EXPOSE " + joined(ports);
}

Result<std::string> apply(StageScope &scope, const dockerfile::Volume &volume)
{
    std::vector<std::string> paths;
    for (const auto &word : volume.paths) {
        TRY(auto path, expandIn(scope, word.text));
        if (dockerfile::trimmed(path).empty())
            return fail(ErrorKind::InvalidArgument, "VOLUME specified can not be an empty string");
        scope.config.volumes.insert(path);
        paths.push_back(std::move(path));
    }
    return "VOLUME " + bracketed(paths);
}

Result<std::string> apply(StageScope &scope, const dockerfile::User &user)
{
    TRY(scope.config.user, expandIn(scope, user.user.text));
    return "USER " + scope.config.user;
}

Result<std::string> apply(StageScope &scope, const dockerfile::StopSignal &stop)
{
    TRY(const auto signal, expandIn(scope, stop.signal.text));
    const bool plain =
        signal.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-abcdefghijklmnopqrstuvwxyz") ==
        std::string::npos;
    if (signal.empty() || !plain || signal.size() > 20)
        return fail(ErrorKind::InvalidArgument, "Invalid signal: {}", signal.substr(0, 40));
    scope.config.stopSignal = signal;
    return "STOPSIGNAL " + signal;
}

Result<std::string> apply(StageScope &scope, const dockerfile::Cmd &cmd)
{
    scope.config.cmd = argvOf(scope, cmd.command);
    scope.commandSet = true;
    return "CMD " + bracketedQuoted(scope.config.cmd);
}

Result<std::string> apply(StageScope &scope, const dockerfile::Entrypoint &entrypoint)
{
    scope.config.entrypoint = argvOf(scope, entrypoint.command);
    if (!scope.commandSet)
        scope.config.cmd.clear();
    return "ENTRYPOINT " + bracketedQuoted(scope.config.entrypoint);
}

Result<std::string> apply(StageScope &scope, const dockerfile::Shell &shell)
{
    scope.config.shell.clear();
    for (const auto &word : shell.words)
        scope.config.shell.push_back(word.text);
    return "SHELL " + bracketed(scope.config.shell);
}

Result<std::string> apply(StageScope &scope, const dockerfile::OnBuild &trigger)
{
    scope.config.onBuild.push_back(trigger.expression);
    return "ONBUILD " + trigger.expression;
}

// Go's time.Duration.String() for what people write here: "1m30s", "500ms".
std::string durationText(std::int64_t nanoseconds)
{
    if (nanoseconds == 0)
        return "0s";
    const auto decimal = [](std::int64_t value, std::int64_t unit) {
        std::string text = std::to_string(value / unit);
        if (const std::int64_t rest = value % unit; rest != 0) {
            std::string digits = std::to_string(unit + rest).substr(1); // with its leading zeros
            digits.erase(digits.find_last_not_of('0') + 1);
            text += "." + digits;
        }
        return text;
    };
    if (nanoseconds < 1000)
        return std::to_string(nanoseconds) + "ns";
    if (nanoseconds < 1000000)
        return decimal(nanoseconds, 1000) + "µs";
    if (nanoseconds < 1000000000)
        return decimal(nanoseconds, 1000000) + "ms";
    const std::int64_t minutes = nanoseconds / 60000000000;
    std::string text;
    if (minutes >= 60)
        text += std::format("{}h", minutes / 60);
    if (minutes > 0)
        text += std::format("{}m", minutes % 60);
    return text + decimal(nanoseconds % 60000000000, 1000000000) + "s";
}

// Go's %q of an int is a quoted character.
std::string quotedRune(std::int64_t value)
{
    if (value >= 0x20 && value < 0x7f && value != '\'' && value != '\\')
        return std::format("'{}'", static_cast<char>(value));
    switch (value) {
    case 7:
        return R"('\a')";
    case 8:
        return R"('\b')";
    case 9:
        return R"('\t')";
    case 10:
        return R"('\n')";
    case 11:
        return R"('\v')";
    case 12:
        return R"('\f')";
    case 13:
        return R"('\r')";
    default:
        return value < 0x80 ? std::format("'\\x{:02x}'", value) : std::format("'\\u{:04x}'", value);
    }
}

Result<std::string> apply(StageScope &scope, const dockerfile::Healthcheck &check)
{
    api::HealthConfig health{.interval = check.interval.count(),
                             .timeout = check.timeout.count(),
                             .retries = check.retries,
                             .startPeriod = check.startPeriod.count(),
                             .startInterval = check.startInterval.count()};
    if (check.none) {
        health = {.test = {"NONE"}};
    } else {
        health.test = {check.command.shell ? "CMD-SHELL" : "CMD"};
        for (const auto &word : check.command.words)
            health.test.push_back(word.text);
    }
    const auto time = [](std::int64_t value) { return goQuoted(durationText(value)); };
    const std::string text =
        std::format("HEALTHCHECK &{{{} {} {} {} {} {}}}", bracketedQuoted(health.test), time(health.interval),
                    time(health.timeout), time(health.startPeriod), time(health.startInterval),
                    quotedRune(health.retries));
    scope.config.healthcheck = std::move(health);
    return text;
}

template <typename Other>
Result<std::string> apply(StageScope &, const Other &)
{
    return fail(ErrorKind::Internal, "not an instruction that changes the configuration only");
}

template <typename Kind, typename... Kinds>
bool isAnyOf(const dockerfile::Instruction &instruction)
{
    if constexpr (sizeof...(Kinds) == 0)
        return std::holds_alternative<Kind>(instruction);
    else
        return std::holds_alternative<Kind>(instruction) || isAnyOf<Kinds...>(instruction);
}

} // namespace

bool isConfigOnly(const dockerfile::Instruction &instruction)
{
    return !isAnyOf<dockerfile::From, dockerfile::Run, dockerfile::Copy, dockerfile::Add, dockerfile::Workdir,
                    dockerfile::Arg>(instruction);
}

dockerfile::Environment environmentOf(const StageScope &scope)
{
    dockerfile::Environment environment = scope.arguments;
    for (const auto &variable : scope.config.env) {
        const std::size_t equals = variable.find('=');
        environment[variable.substr(0, equals)] =
            equals == std::string::npos ? "" : variable.substr(equals + 1);
    }
    return environment;
}

Result<std::string> expandIn(const StageScope &scope, const std::string &word)
{
    TRY(auto expanded, dockerfile::expand(word, environmentOf(scope), {.escape = scope.escape}));
    return std::move(expanded.text);
}

Result<std::string> applyConfig(StageScope &scope, const dockerfile::Instruction &instruction)
{
    return std::visit([&](const auto &one) { return apply(scope, one); }, instruction);
}

Result<std::string> workdirOf(const StageScope &scope, const dockerfile::Workdir &workdir)
{
    TRY(const auto path, expandIn(scope, workdir.path.text));
    if (path.empty())
        return fail(ErrorKind::InvalidArgument, "cannot normalize nothing");
    return cleanPath(path.starts_with('/') ? path : scope.config.workingDir + "/" + path);
}

std::vector<std::string> shellOf(const api::ImageConfig &config)
{
    return config.shell.empty() ? std::vector<std::string>{"/bin/sh", "-c"} : config.shell;
}

std::string historyOf(const api::ImageConfig &config, const std::string &comment, bool close)
{
    return joined(shellOf(config)) + (close ? " #(nop) " : " #(nop)  ") + comment;
}

void setVariable(std::vector<std::string> &environment, const std::string &name, const std::string &value)
{
    const auto known = std::ranges::find_if(
        environment, [&](const std::string &one) { return one.substr(0, one.find('=')) == name; });
    if (known == environment.end())
        environment.push_back(name + "=" + value);
    else
        *known = name + "=" + value;
}

std::string joined(const std::vector<std::string> &words, std::string_view between)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text.append(i == 0 ? std::string_view() : between).append(words[i]);
    return text;
}

} // namespace quayside::build
