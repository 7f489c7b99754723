#include "engine/dockerfile/parser/words.h"

#include <algorithm>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

constexpr std::string_view asciiSpace = "\t\v\f\r ";

std::size_t findSpace(std::string_view text, Bounds bounds)
{
    return std::min(text.find_first_of(asciiSpace, bounds.begin), bounds.end);
}

std::size_t skipSpace(std::string_view text, Bounds bounds)
{
    return std::min(text.find_first_not_of(asciiSpace, bounds.begin), bounds.end);
}

// One word with quotes and escapes in it, from `at` on.
class QuotedWord
{
public:
    QuotedWord(std::string_view text, Bounds bounds, char escape)
        : m_text(text.substr(0, bounds.end)), m_at(bounds.begin), m_escape(escape)
    {
    }

    // Up to white space or the end; at() is there afterwards. An escape at the very end counts for nothing.
    std::string take()
    {
        while (m_at < m_text.size()) {
            const auto [c, size] = decode(m_text, m_at);
            if (m_quote == 0 && isSpace(c))
                break;
            m_at += size;
            if (c == m_quote)
                m_quote = 0;
            else if (m_quote == 0 && (c == '\'' || c == '"'))
                m_quote = c;
            if (c == static_cast<unsigned char>(m_escape) && m_quote != '\'') {
                if (m_at == m_text.size())
                    break;
                append(m_word, c);
                takeOne();
                continue;
            }
            append(m_word, c);
        }
        return std::move(m_word);
    }
    std::size_t at() const { return m_at; }

private:
    void takeOne()
    {
        const auto [c, size] = decode(m_text, m_at);
        append(m_word, c);
        m_at += size;
    }

    std::string_view m_text;
    std::size_t m_at;
    char m_escape;
    char32_t m_quote = 0;
    std::string m_word;
};

// One flag from `at` on: quotes group and go, escapes go.
std::string takeFlag(std::string_view text, std::size_t &at, char escape)
{
    std::string flag;
    char quote = 0;
    for (; at < text.size(); ++at) {
        auto c = text[at];
        if (quote == 0 && isSpace(static_cast<unsigned char>(c)) && static_cast<unsigned char>(c) < 0x80)
            break;
        if (quote == 0 ? c == '\'' || c == '"' : c == quote) {
            quote = quote == 0 ? c : '\0';
            continue;
        }
        if (c == escape) {
            if (at + 1 == text.size())
                continue; // nothing to escape
            c = text[++at];
        }
        flag += c;
    }
    return flag;
}

} // namespace

Head cutKeyword(std::string_view line, Bounds bounds)
{
    const auto end = findSpace(line, bounds);
    return {{bounds.begin, end}, skipSpace(line, {end, bounds.end})};
}

std::vector<Cut> cutAtSpace(std::string_view text, Bounds bounds)
{
    std::vector<Cut> words;
    for (auto at = skipSpace(text, bounds); at < bounds.end; at = skipSpace(text, {at, bounds.end})) {
        const auto end = findSpace(text, {at, bounds.end});
        words.push_back({std::string(text.substr(at, end - at)), {at, end}});
        at = end;
    }
    return words;
}

std::vector<Cut> cutQuoted(std::string_view text, Bounds bounds, char escape)
{
    std::vector<Cut> words;
    for (auto at = bounds.begin; at < bounds.end;) {
        if (const auto [c, size] = decode(text, at); isSpace(c)) {
            at += size;
            continue;
        }
        QuotedWord word(text, {at, bounds.end}, escape);
        auto taken = word.take();
        const Bounds where{std::exchange(at, word.at()), word.at()};
        if (!taken.empty())
            words.push_back({std::move(taken), where});
    }
    return words;
}

Flags cutFlags(std::string_view text, Bounds bounds, char escape)
{
    Flags out;
    text = text.substr(0, bounds.end);
    auto at = bounds.begin;
    for (at = skipSpace(text, {at, text.size()}); at < text.size(); at = skipSpace(text, {at, text.size()})) {
        if (!text.substr(at).starts_with("--"))
            break;
        const auto begin = at;
        auto flag = takeFlag(text, at, escape);
        if (flag == "--")
            break;
        if (!flag.empty())
            out.flags.push_back({std::move(flag), {begin, at}});
    }
    out.rest = at;
    return out;
}

} // namespace quayside::dockerfile
