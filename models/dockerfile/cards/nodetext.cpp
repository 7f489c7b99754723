#include "models/dockerfile/cards/nodetext.h"

#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/cards/quoting.h"

#include <algorithm>

namespace quayside::models
{
namespace
{

constexpr std::string_view blank = " \t\r";

std::string withoutReturns(std::string text)
{
    std::erase(text, '\r');
    return text;
}

} // namespace

std::size_t NodeText::anchor() const
{
    return offset(m_node.flags.empty() ? m_node.written.range.end : m_node.flags.back().range.end);
}

std::optional<std::size_t> NodeText::commandBegin() const
{
    const std::size_t first = m_node.keyword == "healthcheck" ? 1 : 0;
    const auto from = first == 0             ? anchor()
                      : m_node.words.empty() ? anchor()
                                             : offset(m_node.words.front().range.end);
    if (m_node.json)
        return std::min(m_snapshot.text.find('[', from), headEnd());
    if (m_node.words.size() <= first)
        return std::nullopt;
    return offset(m_node.words[first].range.start);
}

const dockerfile::Word *NodeText::flag(std::string_view name) const
{
    const auto found = std::ranges::find_if(m_node.flags, [&](const dockerfile::Word &flag) {
        return flag.text.substr(0, flag.text.find('=')) == "--" + std::string(name);
    });
    return found == m_node.flags.end() ? nullptr : &*found;
}

std::string NodeText::flagValue(const dockerfile::Word &flag)
{
    const auto sign = flag.text.find('=');
    return sign == std::string::npos ? std::string() : flag.text.substr(sign + 1);
}

std::string NodeText::valueOf(const std::string &word) const
{
    return valueOfWord(word, escape()).value_or(word);
}

std::vector<Token> NodeText::words(bool quoted) const
{
    std::vector<Token> tokens;
    for (const auto &word : m_node.words) {
        const bool heredoc = !m_node.json && dockerfile::parseHeredocWord(word.text).has_value();
        tokens.push_back({offset(word.range.start), offset(word.range.end),
                          quoted && !heredoc ? valueOf(word.text) : word.text});
    }
    return tokens;
}

std::vector<Token> NodeText::pairs() const
{
    std::vector<Token> tokens;
    if (m_node.keyword == "arg") {
        for (const auto &word : m_node.words) {
            const auto sign = word.text.find('=');
            auto value = word.text.substr(0, sign);
            if (sign != std::string::npos)
                value += '=' + valueOf(word.text.substr(sign + 1));
            tokens.push_back({offset(word.range.start), offset(word.range.end), std::move(value)});
        }
        return tokens;
    }
    for (std::size_t i = 0; i + 2 < m_node.words.size(); i += 3)
        tokens.push_back({offset(m_node.words[i].range.start), offset(m_node.words[i + 1].range.end),
                          valueOf(m_node.words[i].text) + '=' + valueOf(m_node.words[i + 1].text)});
    return tokens;
}

CommandText NodeText::command() const
{
    CommandText command;
    const auto begin = commandBegin();
    if (m_node.json) {
        command.shape = CommandText::Shape::Exec;
        for (std::size_t i = m_node.keyword == "healthcheck" ? 1 : 0; i < m_node.words.size(); ++i)
            command.words.push_back(m_node.words[i].text);
        return command;
    }
    if (!begin)
        return command;
    if (m_node.heredocs.size() == 1 && m_node.words.size() == 1 &&
        m_node.words.front().range == m_node.heredocs.front().word &&
        m_node.heredocs.front().descriptor == 0) {
        command.shape = CommandText::Shape::Script;
        command.text = withoutReturns(m_node.heredocs.front().content);
        if (command.text.ends_with('\n'))
            command.text.pop_back();
        return command;
    }
    command.text = joinedLines(*begin);
    return command;
}

std::string NodeText::joinedLines(std::size_t begin) const
{
    std::string out;
    bool glued = false; // the last line ended within a word
    for (std::size_t at = begin; at <= headEnd();) {
        const auto end = std::min(m_snapshot.text.find('\n', at), headEnd());
        auto line = withoutReturns(m_snapshot.text.substr(at, end - at));
        const auto bare = dockerfile::trimmed(line);
        const bool first = at == begin, comment = !first && bare.starts_with('#');
        const auto last = line.find_last_not_of(blank);
        const bool goesOn = !comment && last != line.npos && line[last] == escape() &&
                            (last == 0 || line[last - 1] != escape());
        if (goesOn)
            line.resize(last);
        const bool whole = line.empty() || blank.contains(line.back());
        if (!first && (comment || !glued || line.empty() || blank.contains(line.front())))
            out += '\n';
        line.resize(line.find_last_not_of(blank) + 1);
        out += line;
        if (comment || first || !bare.empty())
            glued = goesOn && !whole;
        at = end + 1;
    }
    return out;
}

} // namespace quayside::models
