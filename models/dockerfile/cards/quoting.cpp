#include "models/dockerfile/cards/quoting.h"

#include <nlohmann/json.hpp>

namespace quayside::models
{
namespace
{

constexpr std::string_view whiteSpace = " \t\v\f";

// The length of the variable at the start of `text`, which is a '$'; 0 where the dollar stands alone; npos
// where its brace never closes.
std::size_t variableLength(std::string_view text)
{
    if (!text.substr(1).starts_with('{')) {
        std::size_t end = 1;
        while (end < text.size() && isNameByte(text[end]))
            ++end;
        return end > 1 ? end : 0;
    }
    int depth = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (text[at] == '{')
            ++depth;
        else if (text[at] == '}' && --depth == 0)
            return at + 1;
    }
    return text.npos;
}

class WordReader
{
public:
    WordReader(std::string_view word, char escape) : m_word(word), m_escape(escape) {}

    std::optional<std::string> read()
    {
        while (m_fine && m_at < m_word.size())
            step();
        return m_fine && m_quote == 0 ? std::optional(std::move(m_value)) : std::nullopt;
    }

private:
    void step()
    {
        const char c = m_word[m_at];
        if (m_quote != '\'' && c == '$')
            return variable();
        ++m_at;
        if (m_quote == '\'' ? c == '\'' : m_quote == '"' ? c == '"' : c == '\'' || c == '"')
            m_quote = m_quote == 0 ? c : '\0';
        else if (c == m_escape && m_quote != '\'')
            escaped();
        else
            literal(c);
    }
    void escaped()
    {
        const bool atEnd = m_at == m_word.size();
        if (m_quote == 0 && atEnd)
            return;
        const char next = atEnd ? '\0' : m_word[m_at];
        if (m_quote == 0 || next == '"' || next == '$' || next == m_escape) {
            ++m_at;
            literal(next);
        } else {
            literal(m_escape);
        }
    }
    void literal(char c)
    {
        if (c == '$')
            m_value += '\\';
        m_value += c;
    }
    void variable()
    {
        const auto length = variableLength(m_word.substr(m_at));
        // A backslash before it would read as one that makes a dollar sign of it.
        m_fine = length != m_word.npos && !m_value.ends_with('\\');
        if (!m_fine)
            return;
        const auto taken = length == 0 ? 1 : length;
        m_value += m_word.substr(m_at, taken);
        m_at += taken;
    }

    std::string_view m_word;
    char m_escape;
    std::size_t m_at = 0;
    char m_quote = 0;
    bool m_fine = true;
    std::string m_value;
};

std::string written(std::string_view value, char escape, Quotes quotes)
{
    const bool doubled = quotes == Quotes::Double;
    std::string word = doubled ? "\"" : "";
    for (std::size_t at = 0; at < value.size(); ++at) {
        const char c = value[at];
        if (c == '\\' && value.substr(at + 1).starts_with('$')) {
            word += escape;
            word += value[++at];
        } else if (c == '$') {
            const auto length = variableLength(value.substr(at));
            const auto taken = length == 0 || length == value.npos ? 1 : length;
            word += value.substr(at, taken);
            at += taken - 1;
        } else {
            if (c == '"' || c == escape || (c == '\'' && !doubled))
                word += escape;
            word += c;
        }
    }
    return doubled ? word + '"' : word;
}

// Between single quotes nothing is special: for what has no variable and no such quote.
std::optional<std::string> inSingleQuotes(std::string_view value)
{
    std::string word = "'";
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == '\'' || value[at] == '$')
            return std::nullopt;
        if (value[at] == '\\' && value.substr(at + 1).starts_with('$'))
            ++at;
        word += value[at];
    }
    return word + '\'';
}

} // namespace

Quotes quotesOf(std::string_view word)
{
    return word.starts_with('"') ? Quotes::Double : word.starts_with('\'') ? Quotes::Single : Quotes::None;
}

std::optional<std::string> valueOfWord(std::string_view word, char escape)
{
    return WordReader(word, escape).read();
}

std::optional<std::string> wordOfValue(std::string_view value, char escape, Quotes quotes, bool splits)
{
    if (value.find_first_of("\r\n") != value.npos)
        return std::nullopt;
    if (quotes == Quotes::None && splits && value.find_first_of(whiteSpace) != value.npos)
        quotes = Quotes::Double;
    std::optional<std::string> word;
    if (quotes == Quotes::Single)
        word = inSingleQuotes(value);
    if (!word)
        word = written(value, escape, quotes == Quotes::None ? Quotes::None : Quotes::Double);
    return valueOfWord(*word, escape) == value ? word : std::nullopt;
}

std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace quayside::models
