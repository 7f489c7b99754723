#include "models/dockerfile/facts/joinedruns.h"

#include "engine/dockerfile/linter/shell.h"
#include "models/dockerfile/cards/nodetext.h"

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

using dockerfile::Node;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == text.npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// In one line, as the shell gets it. Quotes are not looked at: better no join than a wrong one.
bool canBeFollowed(std::string_view command)
{
    return !command.empty() && !std::string_view("&;|\\").contains(command.back()) &&
           !command.starts_with('#') && !command.contains(" #") && !command.contains("\t#") &&
           !command.contains("<<");
}

bool isAssignment(std::string_view word)
{
    const auto equals = word.find('=');
    return equals != word.npos && equals > 0 && std::ranges::all_of(word.substr(0, equals), [](char c) {
               return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

// Wherever one of these words stands: parentheses too many do no harm.
bool changesTheShell(std::string_view command)
{
    constexpr std::array<std::string_view, 17> words{".",      "alias", "cd",     "exec",  "exit", "export",
                                                     "local",  "popd",  "pushd",  "read",  "set",  "shopt",
                                                     "source", "trap",  "ulimit", "umask", "unset"};
    constexpr std::array<std::string_view, 11> before{";", "&&", "||", "|",    "&",   "(",
                                                      "{", "!",  "do", "then", "else"};
    bool begins = true; // a command
    for (const auto &[begin, end] : dockerfile::shellWords(command)) {
        const auto word = command.substr(begin, end - begin);
        if (std::ranges::contains(words, word) || (begins && isAssignment(word)))
            return true;
        begins = std::ranges::contains(before, word);
    }
    return false;
}

std::vector<std::string> flagsOf(const Node &node)
{
    std::vector<std::string> flags;
    for (const dockerfile::Word &flag : node.flags)
        flags.push_back(flag.text);
    return flags;
}

bool canBeJoined(const Node &node, const Node &first)
{
    return node.keyword == "run" && !node.json && node.heredocs.empty() && node.words.size() == 1 &&
           flagsOf(node) == flagsOf(first) && canBeFollowed(trimmed(node.words.front().text));
}

// With its lines as they are.
std::string commandOf(const DockerfileSnapshot &snapshot, const Node &node)
{
    const NodeText text(snapshot, node);
    const std::string command(
        trimmed(std::string_view(snapshot.text).substr(text.anchor(), text.headEnd() - text.anchor())));
    return changesTheShell(node.words.front().text) ? "(" + command + ")" : command;
}

} // namespace

std::optional<dockerfile::Edit> joinedRuns(const DockerfileSnapshot &snapshot, int firstLine, int lastLine)
{
    const auto &nodes = snapshot.parsed.tree.nodes;
    const auto at = [&](int line) {
        return std::ranges::find(nodes, line, [](const Node &node) { return node.range.start.line; });
    };
    const auto first = at(firstLine), last = at(lastLine);
    if (first >= last || last == nodes.end() ||
        !std::all_of(first, last + 1, [&](const Node &node) { return canBeJoined(node, *first); }))
        return std::nullopt;
    const NodeText head(snapshot, *first);
    const auto begin = head.offset(first->range.start);
    std::string comments, joined = snapshot.text.substr(begin, head.anchor() - begin);
    joined += (joined.ends_with(' ') || joined.ends_with('\t') ? "" : " ") + commandOf(snapshot, *first);
    for (auto node = first + 1; node <= last; ++node) {
        for (auto from = snapshot.lines.offset((node - 1)->range.end),
                  end = snapshot.lines.offset(node->range.start);
             from < end;) {
            const auto lineEnd = std::min(snapshot.text.find('\n', from), end);
            if (const auto line = trimmed(std::string_view(snapshot.text).substr(from, lineEnd - from));
                !line.empty())
                comments.append(line).append("\n");
            from = lineEnd + 1;
        }
        joined.append(" ").append(1, snapshot.parsed.tree.escape).append("\n    && ");
        joined += commandOf(snapshot, *node);
    }
    return dockerfile::Edit{{first->range.start, last->range.end}, comments + joined};
}

} // namespace quayside::models
