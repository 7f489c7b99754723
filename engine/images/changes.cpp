#include "engine/images/changes.h"

#include "engine/api/json.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <vector>

namespace quayside::images
{
namespace
{

using Words = std::vector<std::string>;

std::string_view trimmed(std::string_view text)
{
    const std::size_t start = text.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return {};
    return text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1);
}

// At blanks, with ' " and \ as in a shell; the quotes go.
Result<Words> split(std::string_view text)
{
    Words words;
    std::string word;
    bool inside = false;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && quote != '\'' && i + 1 < text.size()) {
            word += text[++i];
            inside = true;
        } else if (quote != 0) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '"' || c == '\'') {
            quote = c;
            inside = true;
        } else if (c == ' ' || c == '\t') {
            if (inside)
                words.push_back(std::exchange(word, {}));
            inside = false;
        } else {
            word += c;
            inside = true;
        }
    }
    if (quote != 0)
        return fail(ErrorKind::InvalidArgument, "a quote is not closed");
    if (inside)
        words.push_back(word);
    return words;
}

// ["a", "b"] where it is that; nothing else is an error: it is a command for the shell then, as in a build.
std::optional<Words> jsonWords(std::string_view text)
{
    const auto json = text.starts_with('[') ? api::parseJson(text) : Result<api::Json>(api::Json());
    if (!json || !json->is_array())
        return std::nullopt;
    Words words;
    for (const api::Json &item : *json) {
        if (!item.is_string())
            return std::nullopt;
        words.push_back(item.get<std::string>());
    }
    return words;
}

Words commandOf(std::string_view text, const Words &shell)
{
    if (auto words = jsonWords(text))
        return *std::move(words);
    Words command = shell.empty() ? Words{"/bin/sh", "-c"} : shell;
    command.emplace_back(text);
    return command;
}

// "a=b c=d", or the old "a rest of the line".
Result<std::vector<std::pair<std::string, std::string>>> pairsOf(std::string_view text)
{
    const std::size_t blank = text.find_first_of(" \t");
    std::vector<std::pair<std::string, std::string>> pairs;
    if (text.substr(0, blank).find('=') == std::string_view::npos) {
        if (blank == std::string_view::npos)
            return fail(ErrorKind::InvalidArgument, "it needs a name and a value");
        pairs.emplace_back(text.substr(0, blank), trimmed(text.substr(blank)));
        return pairs;
    }
    TRY(const Words words, split(text));
    for (const std::string &word : words) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorKind::InvalidArgument, "\"{}\" is not of the form name=value", word);
        pairs.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    }
    return pairs;
}

Result<> setCmd(api::ImageConfig &config, std::string_view text)
{
    config.cmd = commandOf(text, config.shell);
    return {};
}

Result<> setEntrypoint(api::ImageConfig &config, std::string_view text)
{
    config.entrypoint = commandOf(text, config.shell);
    return {};
}

Result<> addEnv(api::ImageConfig &config, std::string_view text)
{
    TRY(const auto pairs, pairsOf(text));
    for (const auto &[name, value] : pairs) {
        std::erase_if(config.env, [&](const std::string &entry) { return entry.starts_with(name + "="); });
        config.env.push_back(name + "=" + value);
    }
    return {};
}

Result<> addLabels(api::ImageConfig &config, std::string_view text)
{
    TRY(const auto pairs, pairsOf(text));
    for (const auto &[name, value] : pairs)
        config.labels[name] = value;
    return {};
}

Result<int> portOf(std::string_view text)
{
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65535)
        return fail(ErrorKind::InvalidArgument, "invalid containerPort: {}", text);
    return port;
}

Result<> addPorts(api::ImageConfig &config, std::string_view text)
{
    TRY(const Words words, split(text));
    for (const std::string &word : words) {
        const std::size_t slash = word.find('/');
        const std::string protocol = slash == std::string::npos ? "tcp" : word.substr(slash + 1);
        if (protocol != "tcp" && protocol != "udp" && protocol != "sctp")
            return fail(ErrorKind::InvalidArgument, "invalid proto: {}", protocol);
        const std::string_view range = std::string_view(word).substr(0, slash);
        const std::size_t dash = range.find('-');
        TRY(const int first, portOf(range.substr(0, dash)));
        TRY(const int last, portOf(dash == std::string_view::npos ? range : range.substr(dash + 1)));
        if (last < first)
            return fail(ErrorKind::InvalidArgument, "invalid range: {}", range);
        for (int port = first; port <= last; ++port)
            config.exposedPorts.insert(std::format("{}/{}", port, protocol));
    }
    return {};
}

Result<> setUser(api::ImageConfig &config, std::string_view text)
{
    config.user = text;
    return {};
}

Result<> setWorkingDir(api::ImageConfig &config, std::string_view text)
{
    const std::filesystem::path base = config.workingDir.empty() ? "/" : config.workingDir;
    config.workingDir = (base / text).lexically_normal().string();
    if (config.workingDir.size() > 1 && config.workingDir.ends_with('/'))
        config.workingDir.pop_back();
    return {};
}

Result<> addVolumes(api::ImageConfig &config, std::string_view text)
{
    auto words = jsonWords(text);
    if (!words) {
        TRY(words, split(text));
    }
    for (const std::string &word : *words) {
        if (word.empty())
            return fail(ErrorKind::InvalidArgument, "VOLUME specified can not be an empty string");
        config.volumes.insert(word);
    }
    return {};
}

Result<> setStopSignal(api::ImageConfig &config, std::string_view text)
{
    const bool plain =
        text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-") == std::string_view::npos;
    if (!plain || text.size() > 20)
        return fail(ErrorKind::InvalidArgument, "Invalid signal: {}", text);
    config.stopSignal = text;
    return {};
}

Result<> addOnBuild(api::ImageConfig &config, std::string_view text)
{
    std::string word(text.substr(0, text.find_first_of(" \t")));
    std::ranges::transform(word, word.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (word == "ONBUILD" || word == "FROM" || word == "MAINTAINER")
        return fail(ErrorKind::InvalidArgument, "{} isn't allowed as an ONBUILD trigger", word);
    config.onBuild.emplace_back(text);
    return {};
}

// Go's time.ParseDuration, as far as people write it: "1m30s", "500ms". Nanoseconds.
Result<std::int64_t> durationOf(std::string_view text)
{
    static constexpr std::pair<std::string_view, double> units[] = {{"ns", 1},  {"us", 1e3}, {"ms", 1e6},
                                                                    {"s", 1e9}, {"m", 60e9}, {"h", 3600e9}};
    const auto wrong = fail(ErrorKind::InvalidArgument, "invalid duration \"{}\"", text.substr(0, 40));
    double sum = 0;
    for (std::string_view rest = text; !rest.empty();) {
        double number = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        if (error != std::errc() || number < 0)
            return wrong;
        rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
        const std::string_view unit = rest.substr(0, rest.find_first_of("0123456789."));
        const auto known = std::ranges::find(units, unit, [](const auto &u) { return u.first; });
        if (known == std::end(units))
            return wrong;
        sum += number * known->second;
        rest.remove_prefix(unit.size());
    }
    if (text.empty() || sum > 9e18)
        return wrong;
    if (sum > 0 && sum < 1e6)
        return fail(ErrorKind::InvalidArgument, "\"{}\" cannot be less than 1ms", text);
    return static_cast<std::int64_t>(sum);
}

Result<> setHealthOption(api::HealthConfig &health, std::string_view option)
{
    const std::size_t equals = option.find('=');
    const std::string_view name = option.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? "" : option.substr(equals + 1);
    static constexpr std::pair<std::string_view, std::int64_t api::HealthConfig::*> times[] = {
        {"--interval", &api::HealthConfig::interval},
        {"--timeout", &api::HealthConfig::timeout},
        {"--start-period", &api::HealthConfig::startPeriod},
        {"--start-interval", &api::HealthConfig::startInterval}};
    for (const auto &[known, member] : times) {
        if (name == known) {
            TRY(health.*member, durationOf(value));
            return {};
        }
    }
    if (name != "--retries")
        return fail(ErrorKind::InvalidArgument, "unknown flag: {}", name.substr(0, 40));
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), health.retries);
    if (error != std::errc() || end != value.data() + value.size() || health.retries < 0)
        return fail(ErrorKind::InvalidArgument, "invalid number of retries \"{}\"", value.substr(0, 40));
    return {};
}

// HEALTHCHECK NONE; HEALTHCHECK [--interval=… …] CMD …
Result<> setHealthcheck(api::ImageConfig &config, std::string_view text)
{
    api::HealthConfig health;
    while (text.starts_with("--")) {
        const std::size_t blank = text.find_first_of(" \t");
        CHECK(setHealthOption(health, text.substr(0, blank)));
        text = blank == std::string_view::npos ? "" : trimmed(text.substr(blank));
    }
    const std::size_t blank = text.find_first_of(" \t");
    std::string type(text.substr(0, blank));
    std::ranges::transform(type, type.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const std::string_view command = blank == std::string_view::npos ? "" : trimmed(text.substr(blank));
    if (type == "NONE") {
        if (!command.empty())
            return fail(ErrorKind::InvalidArgument, "HEALTHCHECK NONE takes no arguments");
        health = {.test = {"NONE"}};
    } else if (type == "CMD" && !command.empty()) {
        if (auto words = jsonWords(command)) {
            health.test = *std::move(words);
            health.test.insert(health.test.begin(), "CMD");
        } else {
            health.test = {"CMD-SHELL", std::string(command)};
        }
    } else {
        return fail(ErrorKind::InvalidArgument,
                    "Unknown type \"{}\" in HEALTHCHECK (try CMD, with a command, or NONE)",
                    type.substr(0, 40));
    }
    config.healthcheck = std::move(health);
    return {};
}

struct Instruction {
    std::string_view name;
    Result<> (*apply)(api::ImageConfig &, std::string_view);
};

constexpr Instruction instructions[] = {
    {"CMD", setCmd},
    {"ENTRYPOINT", setEntrypoint},
    {"ENV", addEnv},
    {"EXPOSE", addPorts},
    {"USER", setUser},
    {"WORKDIR", setWorkingDir},
    {"VOLUME", addVolumes},
    {"LABEL", addLabels},
    {"STOPSIGNAL", setStopSignal},
    {"ONBUILD", addOnBuild},
    {"HEALTHCHECK", setHealthcheck},
};

} // namespace

Result<> applyChange(api::ImageConfig &config, std::string_view instruction)
{
    instruction = trimmed(instruction);
    const std::size_t blank = instruction.find_first_of(" \t");
    std::string name(instruction.substr(0, blank));
    std::ranges::transform(name, name.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto found = std::ranges::find(instructions, name, &Instruction::name);
    if (found == std::end(instructions))
        return fail(ErrorKind::InvalidArgument, "{} is not a valid change command", name.substr(0, 100));
    const std::string_view text = blank == std::string_view::npos ? "" : trimmed(instruction.substr(blank));
    if (text.empty())
        return fail(ErrorKind::InvalidArgument, "{} requires at least one argument", name);
    if (const auto applied = found->apply(config, text); !applied)
        return wrap(applied.error(), "{}", name);
    return {};
}

} // namespace quayside::images
