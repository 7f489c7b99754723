#include "engine/dockerfile/format/head.h"

#include "engine/dockerfile/linter/document.h"

#include <algorithm>
#include <array>
#include <optional>

namespace quayside::dockerfile
{

namespace
{

constexpr int indentation = 4; // columns of the line that is indented least
constexpr std::string_view blanks = " \t\r";

// Bytes that stay together, and what is written for them.
struct Token {
    std::size_t begin = 0, end = 0;
    std::optional<std::string> text; // instead of the bytes
};

// A physical line of the head.
struct Line {
    std::size_t begin = 0, end = 0; // without what joins it with the next, blanks kept
    bool comment = false, blank = false;
    bool empty = false; // nothing but the escape character
    bool free = true;   // the white space between it and the last line but comments may be anything
    int columns = 0;    // of its indentation
};

bool isShellText(const Node &node)
{
    constexpr std::array<std::string_view, 5> keywords{"run", "cmd", "entrypoint", "shell", "healthcheck"};
    return !node.json && std::ranges::find(keywords, node.keyword) != keywords.end();
}

std::size_t shellWordIndex(const Node &node)
{
    return node.keyword == "healthcheck" ? 1 : 0;
}

class Head
{
public:
    Head(std::string_view text, const LineTable &table, const Node &node, const HeadStyle &style)
        : text(text), table(table), style(style), head(node.head)
    {
        tokensOf(node);
        readLines();
        markFixedJoints();
    }

    std::string write() const
    {
        const auto shift = indentation - leastIndentation();
        std::string result;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].blank && i > 0)
                continue;
            if (!result.empty())
                result += style.lineEnd;
            const auto next = nextContent(i + 1);
            if (lines[i].comment) {
                // As the line that it stands above.
                result +=
                    indentationOf(next < lines.size() && lines[next].free ? lines[next].columns + shift : 0);
                result += trimmed(text.substr(lines[i].begin, lines[i].end - lines[i].begin));
                continue;
            }
            const bool last = next >= lines.size();
            const bool trim = last || lines[next].free;
            const auto words = content(lines[i], trim);
            if (i > 0 &&
                lines[i].free) // a line with nothing but the escape character stands as the one below
                result += indentationOf(words.empty() && !last ? lines[next].columns + shift
                                                               : lines[i].columns + shift);
            result += words;
            if (!last)
                result += (trim && !words.empty() ? " " : "") + std::string(1, style.escape);
        }
        return result;
    }

private:
    std::size_t offset(Position position) const { return table.offset(position); }

    void add(const Range &range, std::optional<std::string> replacement = {})
    {
        tokens.push_back({offset(range.start), offset(range.end), std::move(replacement)});
    }

    void tokensOf(const Node &node)
    {
        add(node.written.range, uppered(node.written.text));
        for (const auto &flag : node.flags)
            add(flag.range);
        if (!node.child.empty()) {
            tokensOf(node.child[0]);
            return;
        }
        const auto &words = node.words;
        json = node.json;
        if (node.keyword == "env" || node.keyword == "label") {
            for (std::size_t i = 0; i + 2 < words.size(); i += 3)
                pair(words[i], words[i + 1], words[i + 2].text.empty());
            return;
        }
        const auto shellAt = isShellText(node) ? shellWordIndex(node) : words.size();
        for (std::size_t i = 0; i < words.size() && i < shellAt; ++i) {
            const bool keyword = (node.keyword == "from" && i == 1 && words.size() == 3) ||
                                 (node.keyword == "healthcheck" && i == 0);
            add(words[i].range, keyword ? std::optional(uppered(words[i].text)) : std::nullopt);
        }
        if (shellAt < words.size()) {
            add({words[shellAt].range.start, head.end});
            shellToken = tokens.size() - 1;
        }
    }

    // "name value" becomes name="value" where nothing in it would read otherwise.
    void pair(const Word &name, const Word &value, bool legacy)
    {
        const Range both{name.range.start, value.range.end};
        const auto source = text.substr(offset(both.start), offset(both.end) - offset(both.start));
        if (!legacy || source.contains('\n') || value.text.find_first_of("\"'\\`\n") != std::string::npos)
            return add(both);
        const bool plain = value.text.find_first_of(" \t") == std::string::npos && !value.text.empty();
        add(both, name.text + "=" + (plain ? value.text : "\"" + value.text + "\""));
    }

    void readLines()
    {
        const auto end = offset(head.end);
        for (std::size_t at = offset(head.start); at <= end;) {
            const auto lineEnd = std::min(text.find('\n', at), end);
            Line line{.begin = at, .end = lineEnd};
            const auto bare = trimmed(text.substr(at, lineEnd - at));
            line.comment = !lines.empty() && bare.starts_with('#');
            line.blank = !lines.empty() && bare.empty();
            if (!line.comment && !line.blank) {
                const auto whole = text.substr(at, lineEnd - at);
                const auto lastByte = whole.find_last_not_of(blanks);
                const bool continues = lastByte != whole.npos && whole[lastByte] == style.escape &&
                                       (lastByte == 0 || whole[lastByte - 1] != style.escape);
                if (continues)
                    line.end = at + lastByte;
                line.empty = whole.substr(0, line.end - at).find_first_not_of(blanks) == whole.npos;
                line.columns = columnsOf(whole);
            }
            lines.push_back(line);
            at = lineEnd + 1;
        }
    }

    static int columnsOf(std::string_view line)
    {
        int columns = 0;
        for (const char c : line) {
            if (c == '\t')
                columns += indentation - columns % indentation;
            else if (c == ' ')
                ++columns;
            else
                break;
        }
        return columns;
    }

    // Where a word goes on in the next line, not a byte may be added.
    void markFixedJoints()
    {
        const auto inShell = fixedInShell();
        std::size_t before = 0, token = 0;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            if (lines[i].comment || lines[i].blank)
                continue;
            while (token < tokens.size() && tokens[token].end <= lines[i].begin)
                ++token;
            const bool spans = token < tokens.size() && tokens[token].begin < lines[before].end &&
                               tokens[token].end > lines[i].begin;
            if (spans && shellToken && token == *shellToken)
                lines[i].free = !std::ranges::binary_search(inShell, i);
            else
                lines[i].free = !spans;
            before = i;
        }
    }

    // Of the lines below the one where the shell's text starts: those that may not be moved.
    std::vector<std::size_t> fixedInShell() const
    {
        std::vector<std::size_t> result;
        if (!shellToken)
            return result;
        std::string logical;
        std::vector<std::pair<std::size_t, std::size_t>> joints; // line, where it starts in `logical`
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto begin = std::max(lines[i].begin, tokens[*shellToken].begin);
            if (lines[i].comment || lines[i].blank || begin > lines[i].end)
                continue;
            joints.emplace_back(i, logical.size());
            logical += text.substr(begin, lines[i].end - begin);
        }
        const auto words =
            style.posixShell ? shellWords(logical) : std::vector{std::pair{std::size_t{0}, logical.size()}};
        std::size_t word = 0;
        for (const auto &[line, at] : joints) {
            while (word < words.size() && words[word].second <= at)
                ++word;
            const bool inside = word < words.size() && words[word].first < at;
            const bool blank =
                at > 0 && (isBlank(logical[at - 1]) || (at < logical.size() && isBlank(logical[at])));
            if (at > 0 && (inside || !blank))
                result.push_back(line);
        }
        return result;
    }

    static bool isBlank(char c) { return blanks.contains(c); }

    static std::string_view trimmed(std::string_view part)
    {
        const auto first = part.find_first_not_of(blanks);
        return first == part.npos ? std::string_view()
                                  : part.substr(first, part.find_last_not_of(blanks) - first + 1);
    }

    int leastIndentation() const
    {
        int least = -1;
        for (std::size_t i = 1; i < lines.size(); ++i)
            if (!lines[i].comment && !lines[i].blank && !lines[i].empty && lines[i].free &&
                (least < 0 || lines[i].columns < least))
                least = lines[i].columns;
        return std::max(0, least);
    }

    std::size_t nextContent(std::size_t i) const
    {
        while (i < lines.size() && (lines[i].comment || lines[i].blank))
            ++i;
        return i;
    }

    static std::string indentationOf(int columns)
    {
        return std::string(static_cast<std::size_t>(std::max(0, columns)), ' ');
    }

    // The tokens of a line with one space between them. `trim`: what is at its end doesn't count.
    std::string content(const Line &line, bool trim) const
    {
        std::string result;
        auto at = line.free ? std::min(text.find_first_not_of(blanks, line.begin), line.end) : line.begin;
        auto token = std::ranges::upper_bound(tokens, at, {}, &Token::end);
        for (; token != tokens.end() && token->begin < line.end; ++token) {
            if (token->begin > at)
                result += gap(text.substr(at, token->begin - at), result.empty());
            const auto begin = std::max(at, token->begin), end = std::min(token->end, line.end);
            if (token->text && token->end <= line.end)
                result += *token->text;
            else
                result += text.substr(begin, end - begin);
            at = std::max(at, end);
        }
        if (at < line.end)
            result += rest(text.substr(at, line.end - at), result.empty());
        if (trim)
            result.erase(result.find_last_not_of(blanks) + 1);
        return result;
    }

    // Between two words: a space, or the punctuation of an array.
    std::string gap(std::string_view between, bool first) const
    {
        const auto bare = withoutBlanks(between);
        if (bare.empty())
            return first ? "" : " ";
        if (!json || (bare != "," && bare != "["))
            return std::string(between);
        return bare == "," ? ", " : first ? "[" : " [";
    }

    // Behind the last word: the end of an array, or one without strings.
    std::string rest(std::string_view part, bool first) const
    {
        const auto bare = withoutBlanks(part);
        if (!json || (bare != "]" && bare != "," && bare != "[" && bare != "[]"))
            return std::string(part);
        return bare.starts_with('[') && !first ? " " + bare : bare;
    }

    static std::string withoutBlanks(std::string_view part)
    {
        std::string result(part);
        std::erase_if(result, isBlank);
        return result;
    }

    std::string_view text;
    const LineTable &table;
    HeadStyle style;
    Range head;
    std::vector<Token> tokens;
    std::optional<std::size_t> shellToken;
    std::vector<Line> lines;
    bool json = false;
};

} // namespace

std::string formatHead(std::string_view text, const LineTable &lines, const Node &node,
                       const HeadStyle &style)
{
    return Head(text, lines, node, style).write();
}

} // namespace quayside::dockerfile
