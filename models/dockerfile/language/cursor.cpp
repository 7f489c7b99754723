#include "models/dockerfile/language/cursor.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <string_view>

namespace quayside::models::language
{
namespace
{

using dockerfile::Node;
using dockerfile::Position;

constexpr int mostLines = 2000; // that one instruction is looked back for

std::string_view lineOf(const DockerfileSnapshot &snapshot, int line)
{
    const auto begin = snapshot.lines.lineStart(line);
    auto text = std::string_view(snapshot.text).substr(begin, snapshot.lines.lineStart(line + 1) - begin);
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

std::string_view withoutIndent(std::string_view line)
{
    return line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
}

// As the parser has it: an escape character at the end that is not escaped itself.
bool goesOn(std::string_view line, char escape)
{
    const auto last = line.find_last_not_of(" \t");
    return last != line.npos && line[last] == escape && (last == 0 || line[last - 1] != escape);
}

bool isPassedOver(std::string_view line)
{
    const auto text = withoutIndent(line);
    return text.empty() || text.starts_with('#');
}

// The node that begins last above or at a position; null where there is none.
const Node *nodeAbove(const DockerfileSnapshot &snapshot, Position position)
{
    const auto &nodes = snapshot.parsed.tree.nodes;
    const auto next =
        std::ranges::upper_bound(nodes, position, {}, [](const Node &node) { return node.range.start; });
    return next == nodes.begin() ? nullptr : &*std::prev(next);
}

// Whether a here-document of this instruction takes the rest of the file: its terminator is missing.
bool isOpen(const DockerfileSnapshot &snapshot, const Node &node)
{
    return std::ranges::any_of(snapshot.parsed.errors, [&](const dockerfile::ParseError &error) {
        return error.message == "unterminated heredoc" && node.head.start <= error.range.start &&
               error.range.start <= node.head.end;
    });
}

class CursorFinder
{
public:
    CursorFinder(const DockerfileSnapshot &snapshot, Position position)
        : m_snapshot(snapshot), m_escape(snapshot.parsed.tree.escape)
    {
        m_cursor.position = snapshot.lines.position(snapshot.lines.offset(position));
    }

    Cursor find()
    {
        const auto *node = nodeAbove(m_snapshot, m_cursor.position);
        if (node != nullptr && inHeredocs(*node))
            return std::move(m_cursor);
        const int floor = node == nullptr ? 1 : node->range.start.line;
        const int first = firstLine(floor, node);
        const auto line = lineOf(m_snapshot, m_cursor.position.line).substr(0, column());
        if (withoutIndent(line).starts_with('#')) {
            m_cursor.kind = Cursor::Kind::Comment;
            takeLine(line, m_cursor.position.line);
        } else {
            join(first);
        }
        m_cursor.top = isTop(first);
        return std::move(m_cursor);
    }

private:
    std::size_t column() const { return static_cast<std::size_t>(m_cursor.position.column) - 1; }

    bool inHeredocs(const Node &node)
    {
        if (m_cursor.position.line <= node.head.end.line)
            return false;
        for (const auto &heredoc : node.heredocs) {
            const auto &content = heredoc.contentRange;
            if (content.start <= m_cursor.position && m_cursor.position < content.end) {
                m_cursor.kind = Cursor::Kind::Content;
                m_cursor.expands = heredoc.expand || node.keyword == "run";
                m_cursor.start = {m_cursor.position.line, 1};
                m_cursor.before = lineOf(m_snapshot, m_cursor.position.line).substr(0, column());
                return true;
            }
        }
        const bool terminator = !node.heredocs.empty() && m_cursor.position <= node.range.end;
        if (terminator || isOpen(m_snapshot, node))
            m_cursor.kind = Cursor::Kind::Nothing;
        return m_cursor.kind == Cursor::Kind::Nothing;
    }

    // The first line of the instruction that the cursor is in.
    int firstLine(int floor, const Node *node) const
    {
        const int here = m_cursor.position.line;
        if (node != nullptr && here <= node->head.end.line)
            return node->head.start.line;
        // Lines that are empty so far may still belong to an instruction that goes on.
        if (node != nullptr && !node->heredocs.empty())
            floor = node->range.end.line + 1;
        int first = here;
        for (int line = here - 1; line >= std::max(floor, here - mostLines); --line) {
            const auto text = lineOf(m_snapshot, line);
            if (isPassedOver(text))
                continue;
            if (!goesOn(text, m_escape))
                break;
            first = line;
        }
        return first;
    }

    void takeLine(std::string_view line, int number)
    {
        const auto text = withoutIndent(line);
        m_cursor.start = {number, static_cast<int>(line.size() - text.size()) + 1};
        m_cursor.before = text;
    }

    void join(int first)
    {
        const int last = m_cursor.position.line;
        if (first == last)
            return takeLine(lineOf(m_snapshot, last).substr(0, column()), last);
        auto text = lineOf(m_snapshot, first);
        takeLine(withoutEscape(text), first);
        for (int line = first + 1; line < last; ++line)
            if (text = lineOf(m_snapshot, line); !isPassedOver(text))
                m_cursor.before += withoutEscape(text);
        m_cursor.before += lineOf(m_snapshot, last).substr(0, column());
    }

    std::string_view withoutEscape(std::string_view line) const
    {
        return goesOn(line, m_escape) ? line.substr(0, line.find_last_of(m_escape)) : line;
    }

    bool isTop(int first) const
    {
        for (int line = 1; line < first; ++line) {
            const auto text = withoutIndent(lineOf(m_snapshot, line));
            const bool directive =
                std::ranges::any_of(m_snapshot.parsed.tree.directives, [&](const dockerfile::Directive &one) {
                    return one.range.start.line == line;
                });
            if (!directive && !(line == 1 && text.starts_with("#!")))
                return false;
        }
        return true;
    }

    const DockerfileSnapshot &m_snapshot;
    char m_escape;
    Cursor m_cursor;
};

// Takes a word from `at` on: to white space that is neither quoted nor escaped. Whether it ends in the text.
bool takeWord(std::string_view text, std::size_t &at, char escape, std::string &word)
{
    char quote = 0;
    const auto begin = at;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == 0 && (c == ' ' || c == '\t'))
            break;
        if (c == escape && at + 1 < text.size())
            ++at;
        else if (quote == 0 ? c == '"' || c == '\'' : c == quote)
            quote = quote == 0 ? c : '\0';
    }
    word = text.substr(begin, at - begin);
    return at < text.size();
}

// The strings of an array that is not closed yet, from behind its "[".
void takeArray(std::string_view text, Typed &typed)
{
    typed.array = true;
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            if (inside)
                typed.words.push_back(std::exchange(typed.current, {}));
            inside = !inside;
        } else if (inside) {
            typed.current += text[at];
            if (text[at] == '\\' && at + 1 < text.size())
                typed.current += text[++at];
        }
    }
}

} // namespace

dockerfile::Range Cursor::tail(std::size_t bytes) const
{
    const int column = position.column - static_cast<int>(bytes);
    return {{position.line, std::max(column, 1)}, position};
}

Cursor cursorAt(const DockerfileSnapshot &snapshot, Position position)
{
    return CursorFinder(snapshot, position).find();
}

Typed typedAt(const Cursor &cursor, char escape)
{
    Typed typed;
    const std::string_view text = cursor.before;
    bool flags = true;
    for (std::size_t at = 0; at < text.size();) {
        at = std::min(text.find_first_not_of(" \t", at), text.size());
        if (at == text.size())
            break;
        if (!typed.keyword.empty() && typed.words.empty() && text[at] == '[') {
            takeArray(text.substr(at + 1), typed);
            break;
        }
        std::string word;
        if (!takeWord(text, at, escape, word)) {
            typed.current = std::move(word);
        } else if (typed.keyword.empty()) {
            typed.keyword = dockerfile::lowered(word);
            typed.trigger = typed.trigger || typed.keyword == "onbuild";
            if (typed.keyword == "onbuild")
                typed.keyword.clear();
        } else if (flags && word.starts_with("--")) {
            typed.flags.push_back(std::move(word));
        } else {
            flags = false;
            typed.words.push_back(std::move(word));
        }
    }
    return typed;
}

} // namespace quayside::models::language
