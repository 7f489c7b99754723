#include "engine/dockerfile/expansion/glob.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace quayside::dockerfile
{

namespace
{

// Comparisons of one replacement: a moment's work. Only texts of many kilobytes with patterns made for it
// need more.
constexpr std::uint64_t mostSteps = 100'000'000;

struct Characters {
    std::u32string text;
    std::vector<std::size_t> offsets; // of each in the bytes, and the end of all
};

Characters decodeAll(std::string_view bytes)
{
    Characters out;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto [c, size] = decode(bytes, at);
        out.text += c;
        out.offsets.push_back(at);
        at += size;
    }
    out.offsets.push_back(bytes.size());
    return out;
}

// Go's Regexp.Expand for a pattern without groups.
std::string expandTemplate(std::string_view with, std::string_view matched)
{
    std::string out;
    while (!with.empty()) {
        const auto dollar = with.find('$');
        out += with.substr(0, dollar);
        if (dollar == with.npos)
            break;
        with.remove_prefix(dollar + 1);
        if (with.starts_with('$')) {
            out += '$';
            with.remove_prefix(1);
            continue;
        }
        const bool brace = with.starts_with('{');
        std::size_t end = brace ? 1 : 0;
        const auto begin = end;
        for (auto next = decode(with, end); next.size > 0; next = decode(with, end)) {
            if (!isLetter(next.character) && !isDigit(next.character) && next.character != '_')
                break;
            end += next.size;
        }
        if (end == begin || (brace && !with.substr(end).starts_with('}'))) {
            out += '$'; // malformed: taken as it is
            continue;
        }
        const auto name = with.substr(begin, end - begin);
        if (name.find_first_not_of('0') == name.npos && name.size() == 1)
            out += matched;
        with.remove_prefix(end + (brace ? 1 : 0));
    }
    return out;
}

} // namespace

Result<Glob> Glob::compile(std::string_view pattern)
{
    Glob glob;
    glob.m_segments.emplace_back();
    for (std::size_t at = 0; at < pattern.size();) {
        auto next = decode(pattern, at);
        at += next.size;
        if (next.character == '*') {
            glob.m_segments.emplace_back();
            continue;
        }
        if (next.character == '?') {
            glob.m_segments.back() += anyCharacter;
            continue;
        }
        if (next.character == '\\') {
            next = decode(pattern, at);
            static constexpr std::string_view takes = "*?\\}/";
            if (next.size != 1 || takes.find(pattern[at]) == takes.npos)
                return fail(ErrorKind::InvalidArgument, "invalid escape '\\{}'",
                            pattern.substr(at, next.size));
            at += next.size;
        }
        glob.m_oneLine = glob.m_oneLine && next.character != '\n';
        glob.m_segments.back() += next.character;
    }
    return glob;
}

// One text and one pattern; both may be seen from behind.
class Match
{
public:
    Match(const Glob &glob, std::u32string_view text)
        : m_segments(glob.m_segments), m_oneLine(glob.m_oneLine), m_text(text)
    {
    }

    void reverse()
    {
        std::ranges::reverse(m_segments);
        for (auto &segment : m_segments)
            std::ranges::reverse(segment);
    }

    // Where the match that begins at `start` ends; none where there is none. Segments are placed as far to
    // the left as they can be: that leaves all that follows the most room, since no star and no '?' crosses a
    // line end.
    std::optional<std::size_t> endOf(std::size_t start, bool longest)
    {
        if (!fits(0, start))
            return std::nullopt;
        auto end = start + m_segments[0].size();
        for (std::size_t i = 1; i < m_segments.size(); ++i) {
            const bool last = i + 1 == m_segments.size();
            const auto place = last && longest ? findLast(i, end) : findFirst(i, end);
            if (!place)
                return std::nullopt;
            end = *place + m_segments[i].size();
        }
        return end;
    }

    struct Found {
        std::size_t begin, end;
    };
    // The first match from `from` on, as long as it can be.
    std::optional<Found> find(std::size_t from)
    {
        for (auto start = from; start <= m_text.size() && !tooLong(); ++start) {
            if (const auto end = endOf(start, true))
                return Found{start, *end};
            // What did not fit behind a star does not fit for any later start in this line either.
            if (m_oneLine && m_segments.size() > 1 && fits(0, start))
                start = lineEnd(start);
        }
        return std::nullopt;
    }

    bool tooLong() const { return m_steps > mostSteps; }

private:
    bool fits(std::size_t segment, std::size_t at)
    {
        const auto &wanted = m_segments[segment];
        if (at + wanted.size() > m_text.size())
            return false;
        std::size_t i = 0;
        while (i < wanted.size() &&
               (wanted[i] == m_text[at + i] || (wanted[i] == Glob::anyCharacter && m_text[at + i] != '\n')))
            ++i;
        m_steps += i + 1;
        return i == wanted.size();
    }

    std::size_t lineEnd(std::size_t from)
    {
        const auto end = std::min(m_text.find(U'\n', from), m_text.size());
        m_steps += end - std::min(from, end);
        return end;
    }

    std::optional<std::size_t> findFirst(std::size_t segment, std::size_t from)
    {
        for (const auto limit = lineEnd(from); from <= limit && !tooLong(); ++from)
            if (fits(segment, from))
                return from;
        return std::nullopt;
    }

    std::optional<std::size_t> findLast(std::size_t segment, std::size_t from)
    {
        for (auto at = lineEnd(from) + 1; at > from && !tooLong(); --at)
            if (fits(segment, at - 1))
                return at - 1;
        return std::nullopt;
    }

    std::vector<std::u32string> m_segments;
    bool m_oneLine;
    std::u32string_view m_text;
    std::uint64_t m_steps = 0;
};

namespace
{

std::unexpected<Error> tooCostly(std::size_t size)
{
    return fail(ErrorKind::TooLarge, "matching a pattern in {} bytes takes too long: use a simpler pattern",
                size);
}

} // namespace

Result<std::string> Glob::withoutPrefix(std::string_view text, bool longest) const
{
    const auto characters = decodeAll(text);
    Match match(*this, characters.text);
    const auto end = match.endOf(0, longest);
    if (match.tooLong())
        return tooCostly(text.size());
    return std::string(end ? text.substr(characters.offsets[*end]) : text);
}

Result<std::string> Glob::withoutSuffix(std::string_view text, bool longest) const
{
    auto characters = decodeAll(text);
    std::ranges::reverse(characters.text);
    Match match(*this, characters.text);
    match.reverse();
    const auto end = match.endOf(0, longest);
    if (match.tooLong())
        return tooCostly(text.size());
    return std::string(end ? text.substr(0, characters.offsets[characters.text.size() - *end]) : text);
}

Result<std::string> Glob::replaceFirst(std::string_view text, std::string_view with) const
{
    const auto characters = decodeAll(text);
    Match match(*this, characters.text);
    const auto found = match.find(0);
    if (match.tooLong())
        return tooCostly(text.size());
    if (!found)
        return std::string(text);
    std::string out(text.substr(0, characters.offsets[found->begin]));
    out += with;
    return out += text.substr(characters.offsets[found->end]);
}

Result<std::string> Glob::replaceAll(std::string_view text, std::string_view with) const
{
    const auto characters = decodeAll(text);
    const auto bytes = [&](std::size_t begin, std::size_t end) {
        return text.substr(characters.offsets[begin], characters.offsets[end] - characters.offsets[begin]);
    };
    Match match(*this, characters.text);
    std::string out;
    const auto size = characters.text.size();
    std::size_t copied = 0; // where the last match ended
    for (std::size_t from = 0; from <= size && out.size() <= mostReplaced;) {
        const auto found = match.find(from);
        if (match.tooLong())
            return tooCostly(text.size());
        if (!found)
            break;
        out += bytes(copied, found->begin);
        // An empty match right behind another one does not count.
        if (found->end > copied || found->begin == 0)
            out += expandTemplate(with, bytes(found->begin, found->end));
        copied = found->end;
        from = std::max(found->end, from + 1);
    }
    if (out.size() > mostReplaced)
        return fail(ErrorKind::TooLarge, "the result has more than {} bytes", mostReplaced);
    return out += bytes(copied, size);
}

} // namespace quayside::dockerfile
