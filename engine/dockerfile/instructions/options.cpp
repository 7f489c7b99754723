#include "engine/dockerfile/instructions/options.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace quayside::dockerfile
{

namespace
{

// A field in quotes, from behind the first one; `at` is behind the last one then.
std::optional<std::string> quotedField(std::string_view line, std::size_t &at)
{
    std::string field;
    for (; at < line.size(); ++at) {
        if (line[at] != '"') {
            field += line[at];
            continue;
        }
        ++at;
        if (!line.substr(at).starts_with('"'))
            return field;
        field += '"';
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<std::string>> csvFields(std::string_view line)
{
    std::vector<std::string> fields;
    if (line.empty())
        return fail(ErrorKind::InvalidArgument, "no options");
    for (std::size_t at = 0;; ++at) {
        if (line.substr(at).starts_with('"')) {
            auto field = quotedField(line, ++at);
            if (!field || (at < line.size() && line[at] != ','))
                return fail(ErrorKind::InvalidArgument, "extraneous or missing \" in quoted-field");
            fields.push_back(*std::move(field));
        } else {
            const auto end = std::min(line.find(',', at), line.size());
            fields.emplace_back(line.substr(at, end - at));
            if (fields.back().contains('"'))
                return fail(ErrorKind::InvalidArgument, "bare \" in non-quoted-field");
            at = end;
        }
        if (at >= line.size())
            return fields;
    }
}

std::optional<bool> parseBool(std::string_view text)
{
    for (const std::string_view yes : {"1", "t", "T", "true", "TRUE", "True"})
        if (text == yes)
            return true;
    for (const std::string_view no : {"0", "f", "F", "false", "FALSE", "False"})
        if (text == no)
            return false;
    return std::nullopt;
}

std::optional<std::uint32_t> parseNumber(std::string_view text, int base)
{
    std::uint32_t number = 0;
    const auto *end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, number, base);
    return code == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> parseByteSize(std::string_view text)
{
    const auto last = text.find_last_of("0123456789. ");
    if (last == text.npos)
        return std::nullopt;
    const auto digits = text.substr(0, text[last] == ' ' ? last : last + 1);
    const auto unit = lowered(text.substr(last + 1));
    double size = 0;
    const auto *end = digits.data() + digits.size();
    const auto [stop, code] = std::from_chars(digits.data(), end, size);
    if (code != std::errc() || stop != end || !std::isfinite(size) || size < 0)
        return std::nullopt;
    static constexpr std::string_view prefixes = "bkmgtp";
    const auto power = unit.empty() ? 0 : prefixes.find(unit.front());
    const auto rest = std::string_view(unit).substr(unit.empty() ? 0 : 1);
    if (power == prefixes.npos || (power == 0 && !rest.empty()) ||
        (!rest.empty() && rest != "b" && rest != "ib"))
        return std::nullopt;
    size = std::ldexp(size, static_cast<int>(power) * 10);
    return size < 0x1p62 ? std::optional(static_cast<std::int64_t>(size)) : std::nullopt;
}

} // namespace quayside::dockerfile
