#include "engine/dockerfile/parser/parser.h"

#include "engine/dockerfile/parser/directives.h"
#include "engine/dockerfile/parser/joinedline.h"
#include "engine/dockerfile/parser/lineparser.h"

#include <algorithm>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

// A line of the file, by offsets: `end` is where its line end begins, `next` where the next line does.
struct Line {
    std::size_t begin = 0, end = 0, next = 0;
};

class FileParser
{
public:
    explicit FileParser(std::string_view text) : m_text(text), m_lines(text) {}

    Outcome run();

private:
    std::optional<Line> takeLine();
    bool isShebang(const Line &line) const;
    void takeDirective(const Line &line, std::size_t begin);
    void apply(Directive directive);
    void takeComment(const Line &line, std::size_t hash);
    void takeInstruction(const Line &first, std::size_t begin);
    bool join(JoinedLine &joined, std::size_t begin, std::size_t end) const;
    void joinContinuations(JoinedLine &joined, Line &last);
    void finish(const JoinedLine &joined, const Line &last);
    void takeHeredocs(Node &node, std::vector<Heredoc> heredocs);
    bool takeHeredoc(Heredoc &heredoc, Range &whole);

    std::size_t skipSpace(const Line &line, std::size_t from) const;
    Range range(std::size_t begin, std::size_t end) const
    {
        return {m_lines.position(begin), m_lines.position(end)};
    }
    void error(Range range, std::string message) { m_out.errors.push_back({range, std::move(message)}); }

    std::string_view m_text;
    LineTable m_lines;
    std::size_t m_at = 0;
    DirectiveParser m_directives;
    bool m_behindShebang = false;
    std::vector<Comment> m_comments; // for the next instruction
    std::optional<Range> m_emptyContinuation;
    Outcome m_out;
};

std::optional<Line> FileParser::takeLine()
{
    if (m_at >= m_text.size())
        return std::nullopt;
    const auto newline = m_text.find('\n', m_at);
    Line line{m_at, 0, newline == m_text.npos ? m_text.size() : newline + 1};
    line.end = line.next;
    while (line.end > line.begin && (m_text[line.end - 1] == '\n' || m_text[line.end - 1] == '\r'))
        --line.end;
    if (line.next - line.begin > mostLine + (newline == m_text.npos ? 0 : 1)) {
        error(range(line.begin, line.end),
              std::format("dockerfile line greater than max allowed size of {}", mostLine));
        m_at = m_text.size();
        return std::nullopt;
    }
    m_at = line.next;
    return line;
}

std::size_t FileParser::skipSpace(const Line &line, std::size_t from) const
{
    for (auto next = decode(m_text, from); from < line.end && isSpace(next.character);
         next = decode(m_text, from))
        from += next.size;
    return std::min(from, line.end);
}

// BuildKit looks for syntax and check behind a "#!" line, and for nothing else there.
bool FileParser::isShebang(const Line &line) const
{
    return m_text.substr(line.begin, line.end - line.begin).starts_with("#!");
}

void FileParser::takeDirective(const Line &line, std::size_t begin)
{
    auto directive = m_directives.take(m_text.substr(begin, line.end - begin), m_lines.position(begin));
    if (!directive)
        error(directive.error().range, directive.error().message);
    else if (*directive)
        apply(**std::move(directive));
}

void FileParser::apply(Directive directive)
{
    if (directive.name == "escape") {
        if (m_behindShebang)
            return;
        if (directive.value.text != "`" && directive.value.text != "\\")
            return error(
                directive.value.range,
                std::format("invalid escape token '{}' does not match ` or \\", directive.value.text));
        m_out.tree.escape = directive.value.text.front();
    }
    m_out.tree.directives.push_back(std::move(directive));
}

void FileParser::takeComment(const Line &line, std::size_t hash)
{
    Comment comment{std::string(trimmed(m_text.substr(hash + 1, line.end - hash - 1))),
                    range(hash, line.end)};
    if (comment.text.empty())
        m_comments.clear();
    else
        m_comments.push_back(comment);
    m_out.tree.comments.push_back(std::move(comment));
}

Outcome FileParser::run()
{
    if (m_text.size() > mostText) {
        error({}, std::format("a file of {} bytes: a Dockerfile has at most {}", m_text.size(), mostText));
        return std::move(m_out);
    }
    for (auto line = takeLine(); line; line = takeLine()) {
        auto begin = line->begin;
        if (begin == 0 && m_text.starts_with("\xef\xbb\xbf"))
            begin = std::min<std::size_t>(3, line->end);
        begin = skipSpace(*line, begin);
        if (line->begin == 0 && isShebang(*line)) {
            m_behindShebang = true;
            takeComment(*line, begin);
            continue;
        }
        const auto directives = m_out.tree.directives.size();
        if (!m_directives.done())
            takeDirective(*line, begin);
        if (begin == line->end || m_out.tree.directives.size() > directives)
            continue;
        if (m_text[begin] == '#')
            takeComment(*line, begin);
        else
            takeInstruction(*line, begin);
    }
    if (m_out.tree.nodes.empty() && m_out.errors.empty())
        error({}, "file with no instructions");
    return std::move(m_out);
}

// Adds a line; true where it goes on in the next one: an escape character at its end that is not escaped
// itself. (Three of them in a row end a line too: so it is in BuildKit.)
bool FileParser::join(JoinedLine &joined, std::size_t begin, std::size_t end) const
{
    const auto line = m_text.substr(begin, end - begin);
    const auto last = line.find_last_not_of(" \t");
    const auto escape = m_out.tree.escape;
    const bool goesOn = last != line.npos && line[last] == escape && (last == 0 || line[last - 1] != escape);
    joined.append(begin, goesOn ? begin + last : end);
    return goesOn;
}

void FileParser::takeInstruction(const Line &first, std::size_t begin)
{
    JoinedLine joined(m_text, m_lines);
    m_emptyContinuation.reset();
    auto last = first;
    if (join(joined, begin, first.end))
        joinContinuations(joined, last);
    finish(joined, last);
    m_comments.clear();
}

void FileParser::joinContinuations(JoinedLine &joined, Line &last)
{
    for (auto line = takeLine(); line; line = takeLine()) {
        const auto begin = skipSpace(*line, line->begin);
        if (begin < line->end && m_text[begin] == '#') {
            m_out.tree.comments.push_back(
                {std::string(trimmed(m_text.substr(begin + 1, line->end - begin - 1))),
                 range(begin, line->end)});
            continue;
        }
        if (begin == line->end) {
            if (!m_emptyContinuation)
                m_emptyContinuation = range(line->begin, line->end);
            continue;
        }
        last = *line;
        if (!join(joined, line->begin, line->end))
            return;
    }
}

void FileParser::finish(const JoinedLine &joined, const Line &last)
{
    if (m_out.tree.nodes.size() + m_out.errors.size() >= mostInstructions) {
        error(range(last.begin, last.end), std::format("more than {} instructions", mostInstructions));
        m_at = m_text.size();
        return;
    }
    LineParser parser(joined, m_out.tree.escape);
    auto node = parser.parse({0, joined.text().size()});
    if (!node)
        return error(node.error().range, std::move(node.error().message));
    node->head.end = node->range.end = m_lines.position(last.end);
    node->comments = std::exchange(m_comments, {});
    if (m_emptyContinuation)
        m_out.tree.warnings.push_back({Warning::Kind::EmptyContinuation,
                                       "Empty continuation line found in: " + joined.text(),
                                       *m_emptyContinuation, node->head});
    if (mayHaveHeredocs(*node))
        takeHeredocs(*node, parser.heredocs());
    m_out.tree.nodes.push_back(*std::move(node));
}

void FileParser::takeHeredocs(Node &node, std::vector<Heredoc> heredocs)
{
    for (auto &heredoc : heredocs) {
        if (!takeHeredoc(heredoc, node.range))
            return error(heredoc.word, "unterminated heredoc");
        node.heredocs.push_back(std::move(heredoc));
    }
}

// Up to its terminator; the rest of the file belongs to it where that is missing.
bool FileParser::takeHeredoc(Heredoc &heredoc, Range &whole)
{
    const auto begin = m_at;
    for (auto line = takeLine(); line; line = takeLine()) {
        auto from = line->begin;
        if (heredoc.chomp)
            from = std::min(m_text.find_first_not_of('\t', from), line->end);
        if (m_text.substr(from, line->end - from) != heredoc.name)
            continue;
        heredoc.content = m_text.substr(begin, line->begin - begin);
        heredoc.contentRange = range(begin, line->begin);
        heredoc.terminator = range(line->begin, line->end);
        whole.end = heredoc.terminator.end;
        return true;
    }
    return false;
}

} // namespace

Outcome parseAll(std::string_view text)
{
    auto outcome = FileParser(text).run();
    std::ranges::stable_sort(outcome.errors, {}, [](const ParseError &error) { return error.range.start; });
    return outcome;
}

Parsed<Tree> parse(std::string_view text)
{
    auto outcome = parseAll(text);
    if (!outcome.errors.empty())
        return std::unexpected(std::move(outcome.errors.front()));
    return std::move(outcome.tree);
}

} // namespace quayside::dockerfile
