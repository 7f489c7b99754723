#include "engine/dockerfile/parser/directives.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

bool isAlphanumeric(char c)
{
    return c >= 0 && (isLetter(static_cast<unsigned char>(c)) || isDigit(static_cast<unsigned char>(c)));
}

// "name = value" with offsets of the line; nothing where it has another form.
struct Assignment {
    std::string name;
    Bounds value;
};
std::optional<Assignment> assignment(std::string_view line, std::size_t begin)
{
    static constexpr std::string_view space = "\t\n\f\r ";
    const auto nameEnd = std::ranges::find_if_not(line.substr(begin), isAlphanumeric) - line.begin();
    const auto end = static_cast<std::size_t>(nameEnd);
    if (end == begin || isDigit(static_cast<unsigned char>(line[begin])))
        return std::nullopt;
    const auto sign = line.find_first_not_of(space, end);
    if (sign == line.npos || line[sign] != '=')
        return std::nullopt;
    const auto first = line.find_first_not_of(space, sign + 1);
    // BuildKit's expression wants a character, and takes the last blank for it; that is no valid value of any.
    if (first == line.npos && sign + 1 < line.size())
        return Assignment{lowered(line.substr(begin, end - begin)), {line.size() - 1, line.size()}};
    if (first == line.npos)
        return std::nullopt;
    return Assignment{lowered(line.substr(begin, end - begin)), {first, line.find_last_not_of(space) + 1}};
}

} // namespace

Parsed<std::optional<Directive>> DirectiveParser::take(std::string_view line, Position at)
{
    const auto place = [&](std::size_t offset) {
        return Position{at.line, at.column + static_cast<int>(offset)};
    };
    m_done = m_done || !line.starts_with('#');
    if (m_done)
        return std::nullopt;
    const auto found = assignment(line, 1 + trimmedBounds(line.substr(1)).begin);
    m_done = !found || (found->name != "syntax" && found->name != "escape" && found->name != "check");
    if (m_done)
        return std::nullopt;
    const Range range{at, place(line.size())};
    if (std::ranges::contains(m_seen, found->name))
        return std::unexpected(
            ParseError{range, std::format("only one {} parser directive can be used", found->name)});
    m_seen.push_back(found->name);
    const auto [begin, end] = found->value;
    return Directive{
        found->name, {std::string(line.substr(begin, end - begin)), {place(begin), place(end)}}, range};
}

} // namespace quayside::dockerfile
