#include "engine/dockerfile/format/format.h"

#include "engine/dockerfile/format/head.h"
#include "engine/dockerfile/linter/document.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

std::string_view withoutTrailingBlanks(std::string_view line)
{
    return line.substr(0, line.find_last_not_of(blanks) + 1);
}

class Writer
{
public:
    Writer(std::string_view text, const Tree &tree) : text(text), tree(tree), lines(text)
    {
        style.escape = tree.escape;
        const auto firstEnd = text.find('\n');
        if (firstEnd != text.npos && firstEnd > 0 && text[firstEnd - 1] == '\r')
            style.lineEnd = "\r\n";
    }

    std::string write()
    {
        std::size_t done = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
        result = text.substr(0, done);
        start = done;
        for (const auto &node : tree.nodes) {
            between(done, std::max(done, lineOf(node.range.start)));
            followShell(node);
            result += formatHead(text, lines, node, style);
            result += style.lineEnd;
            done = behindLine(lines.offset(node.head.end));
            if (const auto end = behindLine(lines.offset(node.range.end));
                !node.heredocs.empty() && end > done) {
                result += text.substr(done, end - done);
                if (!result.ends_with('\n'))
                    result += style.lineEnd;
                done = end;
            }
            blankLines = 0;
        }
        between(done, text.size());
        return std::move(result);
    }

private:
    std::size_t lineOf(Position position) const { return std::max(start, lines.lineStart(position.line)); }

    std::size_t behindLine(std::size_t offset) const
    {
        const auto end = text.find('\n', offset);
        return end == text.npos ? text.size() : end + 1;
    }

    // Comments and empty lines.
    void between(std::size_t begin, std::size_t end)
    {
        while (begin < end) {
            const auto next = std::min(behindLine(begin), end);
            const auto line =
                withoutTrailingBlanks(text.substr(begin, next - begin - (text[next - 1] == '\n' ? 1 : 0)));
            begin = next;
            if (line.empty()) {
                ++blankLines;
                continue;
            }
            emptyLine(true);
            result += line;
            result += style.lineEnd;
        }
        if (begin < text.size())
            emptyLine(false);
    }

    // At most one, and none at the top: but there it may keep a comment from becoming a directive.
    void emptyLine(bool comment)
    {
        if (blankLines > 0 && (result.size() > start || comment))
            result += style.lineEnd;
        blankLines = 0;
    }

    void followShell(const Node &node)
    {
        if (node.keyword == "from")
            style.posixShell = tree.escape == '\\';
        if (node.keyword == "shell")
            style.posixShell = isPosixShell(node);
    }

    std::string_view text;
    const Tree &tree;
    LineTable lines;
    HeadStyle style;
    std::string result;
    std::size_t start = 0; // behind the byte order mark
    int blankLines = 0;
};

// White space is one space between the words of a shell.
std::string collapsed(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        const bool blank = blanks.contains(c);
        if (!blank || (!result.empty() && result.back() != ' '))
            result += blank ? ' ' : c;
    }
    while (result.ends_with(' '))
        result.pop_back();
    return result;
}

bool sameShellText(const std::string &a, const std::string &b)
{
    if (a == b)
        return true;
    const auto wordsOfA = shellWords(a), wordsOfB = shellWords(b);
    const auto same = [&](const auto &one, const auto &other) {
        return std::string_view(a).substr(one.first, one.second - one.first) ==
               std::string_view(b).substr(other.first, other.second - other.first);
    };
    return collapsed(a) == collapsed(b) && std::ranges::equal(wordsOfA, wordsOfB, same);
}

bool sameWords(const Node &a, const Node &b)
{
    if (a.words.size() != b.words.size())
        return false;
    const bool pairs = a.keyword == "env" || a.keyword == "label";
    const bool shell = !a.json && (a.keyword == "run" || a.keyword == "cmd" || a.keyword == "entrypoint" ||
                                   a.keyword == "healthcheck" || a.keyword == "shell");
    for (std::size_t i = 0; i < a.words.size(); ++i) {
        const auto &one = a.words[i].text, &other = b.words[i].text;
        const bool legacy = pairs && i + 1 < a.words.size() && a.words[i - i % 3 + 2].text.empty();
        const bool keyword = (a.keyword == "from" && i == 1) || (a.keyword == "healthcheck" && i == 0);
        if (one == other || (keyword && lowered(one) == lowered(other)) ||
            (shell && sameShellText(one, other)))
            continue;
        if (pairs && i % 3 == 2 && one.empty() && other == "=")
            continue;
        if (!legacy || i % 3 != 1 || one != unquoted(other))
            return false;
    }
    return true;
}

bool sameNode(const Node &a, const Node &b)
{
    const auto sameHeredoc = [](const Heredoc &one, const Heredoc &other) {
        return one.name == other.name && one.descriptor == other.descriptor && one.expand == other.expand &&
               one.chomp == other.chomp && one.content == other.content;
    };
    const auto sameComment = [](const Comment &one, const Comment &other) { return one.text == other.text; };
    return a.keyword == b.keyword && a.json == b.json &&
           std::ranges::equal(a.flags, b.flags, {}, &Word::text, &Word::text) && sameWords(a, b) &&
           std::ranges::equal(a.heredocs, b.heredocs, sameHeredoc) &&
           std::ranges::equal(a.comments, b.comments, sameComment) &&
           std::ranges::equal(a.child, b.child, sameNode);
}

} // namespace

bool sameMeaning(const Tree &a, const Tree &b)
{
    const auto sameDirective = [](const Directive &one, const Directive &other) {
        return one.name == other.name && one.value.text == other.value.text;
    };
    return a.escape == b.escape && std::ranges::equal(a.directives, b.directives, sameDirective) &&
           std::ranges::equal(a.nodes, b.nodes, sameNode);
}

std::string rewritten(std::string_view text, const Tree &tree)
{
    return Writer(text, tree).write();
}

Parsed<std::string> format(std::string_view text)
{
    constexpr int rounds = 3;
    auto tree = parse(text);
    if (!tree)
        return std::unexpected(tree.error());
    // A formatter must never change what is built, nor its own work: where it would, it has missed something
    // about this text, which then stays as it is.
    std::string result(text);
    for (int round = 0; round < rounds; ++round) {
        auto next = rewritten(result, *tree);
        if (next == result)
            return result;
        auto after = parse(next);
        if (!after || !sameMeaning(*tree, *after))
            break;
        result = std::move(next);
        tree = std::move(after);
    }
    return std::string(text);
}

} // namespace quayside::dockerfile
