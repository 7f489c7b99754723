#include "engine/dockerfile/parser/lineparser.h"

#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/parser/jsonarray.h"
#include "engine/dockerfile/parser/parser.h"
#include "engine/dockerfile/parser/words.h"

#include <algorithm>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

Bounds trimmedWithin(std::string_view text, Bounds bounds)
{
    const auto [begin, end] = trimmedBounds(text.substr(bounds.begin, bounds.end - bounds.begin));
    return {bounds.begin + begin, bounds.begin + end};
}

bool empty(Bounds bounds)
{
    return bounds.begin >= bounds.end;
}

} // namespace

LineParser::Rule LineParser::ruleOf(std::string_view keyword)
{
    static constexpr std::pair<std::string_view, Rule> rules[] = {
        {"add", &LineParser::wordsOrArray},
        {"arg", &LineParser::quotedWords},
        {"cmd", &LineParser::textOrArray},
        {"copy", &LineParser::wordsOrArray},
        {"entrypoint", &LineParser::textOrArray},
        {"env", &LineParser::assignments},
        {"expose", &LineParser::words},
        {"from", &LineParser::words},
        {"healthcheck", &LineParser::healthcheck},
        {"label", &LineParser::assignments},
        {"maintainer", &LineParser::whole},
        {"onbuild", &LineParser::trigger},
        {"run", &LineParser::textOrArray},
        {"shell", &LineParser::textOrArray},
        {"stopsignal", &LineParser::whole},
        {"user", &LineParser::whole},
        {"volume", &LineParser::wordsOrArray},
        {"workdir", &LineParser::whole},
    };
    const auto *found = std::ranges::find(rules, keyword, &std::pair<std::string_view, Rule>::first);
    return found == std::end(rules) ? &LineParser::nothing : found->second;
}

Parsed<Node> LineParser::parse(Bounds bounds)
{
    const auto &text = m_line.text();
    bounds = trimmedWithin(text, bounds);
    const auto head = cutKeyword(text, bounds);
    Node node;
    node.written = m_line.word(head.keyword);
    node.keyword = lowered(node.written.text);
    node.original = m_line.text(bounds);
    node.head = node.range = m_line.range(bounds);
    auto flags = cutFlags(text, {head.rest, bounds.end}, m_escape);
    for (auto &[flag, where] : flags.flags)
        node.flags.push_back(m_line.word(where, std::move(flag)));
    if (auto done = (this->*ruleOf(node.keyword))(node, trimmedWithin(text, {flags.rest, bounds.end})); !done)
        return std::unexpected(std::move(done).error());
    return node;
}

std::unexpected<ParseError> LineParser::error(Bounds where, std::string message) const
{
    return std::unexpected(ParseError{m_line.range(where), std::move(message)});
}

Parsed<void> LineParser::whole(Node &node, Bounds rest)
{
    if (!empty(rest))
        node.words.push_back(m_line.word(rest));
    return {};
}

Parsed<void> LineParser::words(Node &node, Bounds rest)
{
    for (auto &[text, where] : cutAtSpace(m_line.text(), rest))
        node.words.push_back(m_line.word(where, std::move(text)));
    return {};
}

Parsed<void> LineParser::quotedWords(Node &node, Bounds rest)
{
    for (auto &[text, where] : cutQuoted(m_line.text(), rest, m_escape))
        node.words.push_back(m_line.word(where, std::move(text)));
    return {};
}

// "a=b c=d", or "a b c" in the old form: whichever the first word is.
Parsed<void> LineParser::assignments(Node &node, Bounds rest)
{
    const auto cuts = cutQuoted(m_line.text(), rest, m_escape);
    if (cuts.empty())
        return {};
    if (!cuts.front().text.contains('=')) {
        const auto [name, value] = cutKeyword(m_line.text(), rest);
        if (value >= rest.end)
            return error(rest, uppered(node.keyword) + " must have two arguments");
        node.words = {m_line.word(name), m_line.word({value, rest.end}), m_line.word({name.end, name.end})};
        return {};
    }
    for (const auto &[text, where] : cuts) {
        const auto sign = text.find('='), place = m_line.text().find('=', where.begin);
        if (sign == text.npos)
            return error(where,
                         std::format("Syntax error - can't find = in {}. Must be of the form: name=value",
                                     inQuotes(text)));
        node.words.push_back(m_line.word({where.begin, place}, text.substr(0, sign)));
        node.words.push_back(m_line.word({place + 1, where.end}, text.substr(sign + 1)));
        node.words.push_back(m_line.word({place, place + 1}));
    }
    return {};
}

// Whether it is an array; its strings are the node's words then.
Parsed<bool> LineParser::array(Node &node, Bounds rest) const
{
    auto parsed = parseJsonArray(m_line.text(), rest);
    if (parsed.kind == JsonArray::Kind::OtherToo)
        return error(rest, "when using JSON array syntax, arrays must be comprised of strings only");
    node.json = parsed.kind == JsonArray::Kind::Strings;
    for (auto &[text, where] : parsed.strings)
        node.words.push_back(m_line.word(where, std::move(text)));
    return node.json;
}

Parsed<void> LineParser::textOrArray(Node &node, Bounds rest)
{
    const auto isArray = array(node, rest);
    if (!isArray)
        return std::unexpected(isArray.error());
    return *isArray ? Parsed<void>{} : whole(node, rest);
}

Parsed<void> LineParser::wordsOrArray(Node &node, Bounds rest)
{
    const auto isArray = array(node, rest);
    if (!isArray)
        return std::unexpected(isArray.error());
    return *isArray ? Parsed<void>{} : words(node, rest);
}

Parsed<void> LineParser::healthcheck(Node &node, Bounds rest)
{
    if (empty(rest))
        return {};
    const auto [type, command] = cutKeyword(m_line.text(), rest);
    node.words.push_back(m_line.word(type));
    return textOrArray(node, {command, rest.end});
}

Parsed<void> LineParser::trigger(Node &node, Bounds rest)
{
    if (empty(rest))
        return {};
    if (m_depth >= mostTriggers)
        return error(rest, "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    ++m_depth;
    auto child = parse(rest);
    --m_depth;
    if (!child)
        return std::unexpected(std::move(child).error());
    node.child.push_back(*std::move(child));
    return {};
}

Parsed<void> LineParser::nothing(Node &node, Bounds rest)
{
    node.words.push_back({{}, m_line.range({rest.begin, rest.begin})});
    return {};
}

bool mayHaveHeredocs(const Node &node)
{
    const auto &inner = node.keyword == "onbuild" && !node.child.empty() ? node.child.front() : node;
    return !inner.json && (inner.keyword == "run" || inner.keyword == "copy" || inner.keyword == "add");
}

std::vector<Heredoc> LineParser::heredocs() const
{
    std::vector<Heredoc> found;
    if (!m_line.text().contains("<<"))
        return found;
    // Always with a backslash, whatever the file's escape character is. A line that has no words in this
    // sense (a quote that is not closed) has no here-documents.
    const auto pieces =
        splitWords(m_line.text(), {.keepQuotes = true, .keepEscapes = true, .keepUnset = true});
    for (const auto &[text, begin, end] : pieces.value_or(std::vector<Piece>{})) {
        if (!text.contains("<<"))
            continue;
        if (auto heredoc = parseHeredocWord(text)) {
            heredoc->word = m_line.range({begin, end});
            found.push_back(*std::move(heredoc));
        }
    }
    return found;
}

} // namespace quayside::dockerfile
