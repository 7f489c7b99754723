#include "models/dockerfile/language/variableuses.h"

#include "engine/dockerfile/expansion/expansion.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

class UseScanner
{
public:
    UseScanner(std::string_view text, std::size_t begin, std::size_t end, char escape, Reading reading)
        : m_text(text.substr(0, end)), m_at(begin), m_escape(reading == Reading::Word ? escape : '\\'),
          m_reading(reading)
    {
    }

    std::vector<VariableUse> run()
    {
        while (m_at < m_text.size())
            step();
        return std::move(m_uses);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (c == '\n' && m_reading != Reading::Content && !m_single)
            return passComments();
        if (m_single) {
            m_single = c != '\'';
            ++m_at;
        } else if (c == m_escape) {
            m_at += m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n' ? 1 : 2;
        } else if (c == '$') {
            use();
        } else {
            m_single = c == '\'' && !m_double && m_reading != Reading::Content;
            m_double = m_double != (c == '"');
            ++m_at;
        }
    }

    void passComments()
    {
        for (++m_at; m_at < m_text.size();) {
            const auto first = m_text.find_first_not_of(" \t\r", m_at);
            if (first == m_text.npos || m_text[first] != '#')
                return;
            m_at = std::min(m_text.find('\n', first), m_text.size() - 1) + 1;
        }
    }

    void use()
    {
        ++m_at;
        if (m_at < m_text.size() && m_text[m_at] == '{')
            ++m_at;
        const auto begin = m_at;
        while (m_at < m_text.size() && isNameByte(m_text[m_at]))
            ++m_at;
        const auto name = m_text.substr(begin, m_at - begin);
        if (isVariableName(name))
            m_uses.push_back({std::string(name), begin, m_at});
    }

    std::string_view m_text;
    std::size_t m_at;
    char m_escape;
    Reading m_reading;
    bool m_single = false, m_double = false;
    std::vector<VariableUse> m_uses;
};

// The word in front of a byte, blanks between them passed over.
std::string_view wordBefore(std::string_view text, std::size_t at)
{
    const auto end = text.substr(0, at).find_last_not_of(" \t");
    if (end == text.npos)
        return {};
    const auto blank = text.substr(0, end + 1).find_last_of(" \t\n;&|(");
    return text.substr(blank == text.npos ? 0 : blank + 1, end - (blank == text.npos ? 0 : blank + 1) + 1);
}

} // namespace

std::vector<VariableUse> variableUses(std::string_view text, std::size_t begin, std::size_t end, char escape,
                                      Reading reading)
{
    return UseScanner(text, begin, std::min(end, text.size()), escape, reading).run();
}

bool isAssigned(std::string_view script, std::string_view name, std::size_t before)
{
    script = script.substr(0, before);
    for (auto at = script.find(name); at != script.npos; at = script.find(name, at + 1)) {
        const auto end = at + name.size();
        const bool whole = at == 0 || (!isNameByte(script[at - 1]) && script[at - 1] != '$' &&
                                       script[at - 1] != '{' && script[at - 1] != '-');
        if (!whole || (end < script.size() && isNameByte(script[end])))
            continue;
        if (end < script.size() && script[end] == '=')
            return true;
        const auto word = wordBefore(script, at);
        if (word == "for" || word == "read" || word == "-r")
            return true;
    }
    return false;
}

bool isVariableName(std::string_view name)
{
    return !name.empty() && (name.front() < '0' || name.front() > '9') &&
           std::ranges::all_of(name, isNameByte);
}

std::string variableName(std::string_view written, char escape)
{
    if (isVariableName(written))
        return std::string(written);
    const auto name = dockerfile::expand(written, {}, {.escape = escape});
    return name ? name->text : std::string();
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

} // namespace quayside::models::language
