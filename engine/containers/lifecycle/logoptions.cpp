// --log-driver and --log-opt.
#include "engine/api/http/uri.h"
#include "engine/containers/lifecycle/logattributes.h"
#include "engine/containers/lifecycle/validate.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <regex>

namespace quayside::containers
{

namespace
{

constexpr std::size_t longestPattern = 256;

Result<std::uint32_t> parseCount(const std::string &text, std::string_view what)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > 1000)
        return fail(ErrorKind::InvalidArgument, "invalid value \"{}\" for log-opt {}: 1 to 1000", text, what);
    return value;
}

// The polynomial matcher: the other one can be made to take for ever.
Result<std::regex> expressionOf(const std::string &pattern)
{
    try {
        if (pattern.size() <= longestPattern)
            return std::regex(pattern, std::regex::ECMAScript | std::regex_constants::__polynomial);
    } catch (const std::regex_error &) { // told below
    }
    return fail(ErrorKind::InvalidArgument, "invalid regular expression \"{}\" in a log-opt",
                pattern.substr(0, 64));
}

Result<> readSize(const std::string &value, std::uint64_t &bytes)
{
    if (value == "-1") {
        bytes = 0;
        return {};
    }
    TRY(bytes, parseSize(value));
    if (bytes == 0)
        return fail(ErrorKind::InvalidArgument, "invalid value for max-size: {}", value);
    return {};
}

std::vector<std::string> commaList(const std::string &text)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        if (end > start)
            words.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

// Go's url.QueryEscape, as Docker's own log readers expect it.
std::string queryEscaped(std::string_view text)
{
    std::string out = api::percentEncode(text);
    for (std::size_t at = 0; (at = out.find("%20", at)) != std::string::npos;)
        out.replace(at, 3, "+");
    return out;
}

std::map<std::string, std::string> variablesOf(const std::vector<std::string> &env)
{
    std::map<std::string, std::string> variables;
    for (const auto &setting : env)
        if (const auto equals = setting.find('='); equals != std::string::npos)
            variables[setting.substr(0, equals)] = setting.substr(equals + 1);
    return variables;
}

std::string optionOf(const Record &record, const char *name)
{
    const auto &config = record.hostConfig.logConfig.config;
    const auto found = config.find(name);
    return found == config.end() ? "" : found->second;
}

void choose(const Record &record, const char *list, const char *pattern,
            const std::map<std::string, std::string> &from, std::map<std::string, std::string> &to)
{
    for (const auto &name : commaList(optionOf(record, list)))
        if (const auto found = from.find(name); found != from.end())
            to.insert(*found);
    const std::string text = optionOf(record, pattern);
    const auto expression = expressionOf(text);
    for (const auto &entry : from)
        if (!text.empty() && expression && entry.first.size() <= longestPattern &&
            std::regex_search(entry.first, *expression))
            to.insert(entry);
}

} // namespace

Result<std::uint64_t> parseSize(const std::string &text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    std::string_view unit(end, text.data() + text.size());
    int shift = 0;
    if (!unit.empty()) {
        constexpr std::string_view units = "bkmgt";
        const auto at = units.find(static_cast<char>(unit.front() | 0x20));
        if (at != std::string_view::npos) {
            shift = static_cast<int>(at) * 10;
            unit.remove_prefix(1);
        }
        if (unit == "b" || unit == "B" || unit == "ib" || unit == "iB")
            unit = {};
    }
    if (error != std::errc() || !unit.empty() || value > (UINT64_MAX >> shift >> 1))
        return fail(ErrorKind::InvalidArgument, "invalid size: '{}'", text);
    return value << shift;
}

Result<LogLimits> logLimits(const api::LogConfig &log)
{
    constexpr std::array attributeOptions{"labels", "labels-regex", "env", "env-regex", "tag"};
    LogLimits limits;
    if (log.type == "none")
        limits = {.maxBytes = 256 << 10, .maxFiles = 2, .readable = false}; // of the ring
    else if (!log.type.empty() && log.type != "json-file" && log.type != "local")
        return fail(
            ErrorKind::InvalidArgument,
            "logger: no log driver named '{}' is registered: this engine has json-file, local and none",
            log.type);
    if (log.type == "none" && !log.config.empty())
        return fail(ErrorKind::InvalidArgument,
                    "log opt '{}' has no meaning for log driver none: it keeps no log",
                    log.config.begin()->first);
    if (log.type == "local")
        limits = {.maxBytes = 20 << 20, .maxFiles = 5};
    for (const auto &[name, value] : log.config) {
        if (name == "max-size") {
            CHECK(readSize(value, limits.maxBytes));
        } else if (name == "max-file") {
            TRY(limits.maxFiles, parseCount(value, name));
        } else if (name == "compress" && (value == "false" || value == "true")) {
            limits.compressed = value == "true";
        } else if (name == "mode" && (value == "blocking" || value == "non-blocking")) {
            // A log never stops its container here: a reader is not waited for, nor a full disk.
        } else if (std::ranges::find(attributeOptions, name) != attributeOptions.end()) {
            if (name.ends_with("-regex"))
                CHECK(expressionOf(value));
            if (name == "tag")
                CHECK(expandTag(value, {}));
        } else {
            return fail(ErrorKind::NotSupported,
                        "log opt '{}' is not supported for {} log driver with the value '{}': max-size, "
                        "max-file, compress, labels, labels-regex, env, env-regex, tag and mode are",
                        name, log.type.empty() ? "json-file" : log.type, value.substr(0, 64));
        }
    }
    if (limits.maxFiles > 1 && limits.maxBytes == 0)
        return fail(ErrorKind::InvalidArgument, "log-opt max-file needs max-size");
    if (limits.compressed && (limits.maxFiles < 2 || limits.maxBytes == 0))
        return fail(ErrorKind::InvalidArgument,
                    "compress cannot be true when max-file is less than 2 or max-size is not set");
    return limits;
}

Result<std::string> expandTag(const std::string &tag, const Record &record)
{
    const std::string image =
        record.imageId.starts_with("sha256:") ? record.imageId.substr(7) : record.imageId;
    const std::map<std::string, std::string> values = {
        {".ID", record.id.substr(0, 12)}, {".FullID", record.id},
        {".Name", record.name},           {".ImageID", image.substr(0, 12)},
        {".ImageFullID", record.imageId}, {".ImageName", record.config.image},
        {".DaemonName", "quayside"}};
    std::string out;
    for (std::size_t at = 0; at < tag.size();) {
        const std::size_t open = std::min(tag.find("{{", at), tag.size());
        out += tag.substr(at, open - at);
        if (open == tag.size())
            break;
        const std::size_t close = tag.find("}}", open);
        const auto value =
            values.find(close == std::string::npos ? std::string() : tag.substr(open + 2, close - open - 2));
        if (value == values.end())
            return fail(ErrorKind::InvalidArgument,
                        "log opt 'tag={}': it may hold {{{{.ID}}}}, {{{{.FullID}}}}, {{{{.Name}}}}, "
                        "{{{{.ImageID}}}}, {{{{.ImageFullID}}}}, {{{{.ImageName}}}} and {{{{.DaemonName}}}}",
                        tag.substr(0, 64));
        out += value->second;
        at = close + 2;
    }
    return out;
}

std::string logAttributes(const Record &record)
{
    std::map<std::string, std::string> attributes;
    choose(record, "labels", "labels-regex", record.config.labels, attributes);
    choose(record, "env", "env-regex", variablesOf(record.config.env), attributes);
    if (const std::string tag = optionOf(record, "tag"); !tag.empty())
        if (const auto expanded = expandTag(tag, record))
            attributes["tag"] = *expanded;
    std::string text;
    for (const auto &[name, value] : attributes)
        text += (text.empty() ? "" : ",") + queryEscaped(name) + "=" + queryEscaped(value);
    return text;
}

} // namespace quayside::containers
