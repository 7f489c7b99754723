#include "engine/dockerfile/linter/document.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace quayside::dockerfile
{

namespace
{

constexpr std::string_view blanks = " \t";
constexpr std::string_view otherShells[] = {"pwsh", "powershell", "cmd"};

// Without the escape character, and the white space around it, that joins a line with the next.
std::string_view withoutContinuation(std::string_view line, char escape)
{
    const auto last = line.find_last_not_of(" \t\r");
    if (last == line.npos || line[last] != escape || (last > 0 && line[last - 1] == escape))
        return line;
    return line.substr(0, last);
}

bool isSkipped(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t\r");
    return first == line.npos || line[first] == '#';
}

// A script in a here-document is the RUN's own where nothing but a shell is called with it.
const Heredoc *scriptOf(const Node &run)
{
    if (run.heredocs.size() != 1 || run.words.size() != 1)
        return nullptr;
    const auto &heredoc = run.heredocs[0];
    if (heredoc.content.starts_with("#!") &&
        heredoc.content.substr(0, heredoc.content.find('\n')).find("sh") == std::string::npos)
        return nullptr;
    const auto script = parseShell(run.words[0].text);
    if (script.commands.empty())
        return &heredoc;
    const auto &command = script.commands[0];
    const bool isShell = command.name == "sh" || command.name == "bash" || command.name == "ash";
    return script.commands.size() == 1 && isShell && command.arguments.empty() ? &heredoc : nullptr;
}

const std::shared_ptr<const RunScript> &noScript()
{
    static const auto nothing = std::make_shared<const RunScript>();
    return nothing;
}

// All that the script of a RUN depends on.
std::string keyOf(const Document &document, const Step &step, bool posixShell)
{
    std::string key{document.tree.escape, posixShell ? 'p' : 'o', step.onbuild ? 't' : 'i'};
    return key.append(document.slice(step.node->range))
        .append(1, '\0')
        .append(document.slice(step.node->head));
}

} // namespace

bool isPosixShell(const Node &shell)
{
    if (shell.words.empty())
        return true;
    const auto name = lowered(shell.words[0].text);
    return std::ranges::none_of(otherShells, [&](auto other) { return name.find(other) != name.npos; });
}

std::size_t SourceMap::source(std::size_t here) const
{
    const auto next =
        std::ranges::upper_bound(m_pieces, here, {}, &std::pair<std::size_t, std::size_t>::first);
    if (next == m_pieces.begin())
        return 0;
    return std::prev(next)->second + (here - std::prev(next)->first);
}

SourceMap mapToSource(std::string_view file, std::size_t begin, std::size_t end, char escape,
                      std::string_view text)
{
    SourceMap map;
    std::size_t matched = 0;
    for (std::size_t at = begin; at < end && matched < text.size();) {
        const auto lineEnd = std::min(file.find('\n', at), end);
        const auto line = file.substr(at, lineEnd - at);
        if (at == begin || !isSkipped(line)) {
            auto piece = withoutContinuation(line, escape);
            piece = piece.substr(0, text.size() - matched); // the end of the last one is trimmed
            if (text.substr(matched, piece.size()) != piece)
                return {};
            map.add(matched, at);
            matched += piece.size();
        }
        at = lineEnd + 1;
    }
    return matched == text.size() ? map : SourceMap{};
}

// Two generations: what the last text had and this one has not is forgotten.
struct LintMemory::Scripts {
    // By the bytes of the instruction, and how they are read.
    using Table = std::unordered_map<std::string, std::shared_ptr<const RunScript>>;
    Table last, current;

    std::shared_ptr<const RunScript> *find(const std::string &key)
    {
        if (const auto found = current.find(key); found != current.end())
            return &found->second;
        auto moved = last.extract(key);
        return moved ? &current.insert(std::move(moved)).position->second : nullptr;
    }
};

LintMemory::LintMemory() : m_scripts(std::make_unique<Scripts>()) {}
LintMemory::~LintMemory() = default;

Document::Document(std::string_view text, const Tree &tree, LintMemory *memory)
    : Structure(tree), text(text), lines(text), m_scripts(steps.size(), noScript())
{
    auto *known = memory != nullptr ? memory->m_scripts.get() : nullptr;
    if (known != nullptr)
        known->last = std::exchange(known->current, {});
    bool posixShell = true;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto &step = steps[i];
        if (step.is("from"))
            posixShell = tree.escape == '\\';
        if (step.is("shell") && !step.onbuild)
            posixShell = isPosixShell(*step.node);
        if (!step.is("run"))
            continue;
        const auto key = known == nullptr ? std::string() : keyOf(*this, step, posixShell);
        if (const auto *found = known == nullptr ? nullptr : known->find(key)) {
            m_scripts[i] = *found;
            continue;
        }
        m_scripts[i] = readScript(*step.node, posixShell);
        if (known != nullptr)
            known->current.emplace(key, m_scripts[i]);
    }
}

std::shared_ptr<const RunScript> Document::readScript(const Node &run, bool posixShell) const
{
    auto script = std::make_shared<RunScript>();
    const auto start = offset(run.range.start);
    if (run.json) {
        std::vector<std::string> words;
        for (const auto &word : run.words)
            words.push_back(word.text);
        script->commands = parseExecForm(words);
    } else if (!posixShell || run.words.size() != 1) {
        return script;
    } else if (const auto *heredoc = scriptOf(run)) {
        script->commands = parseShell(heredoc->content);
        script->source.add(0, offset(heredoc->contentRange.start) - start);
    } else {
        const auto &word = run.words[0];
        script->commands = parseShell(word.text);
        script->source = mapToSource(text.substr(start), offset(word.range.start) - start,
                                     offset(run.head.end) - start, tree.escape, word.text);
    }
    return script;
}

std::optional<Range> Document::place(const Step &step, const ShellWord &word) const
{
    if (!isPlaced(step) || word.end <= word.begin)
        return std::nullopt;
    return range(placeOf(step, word.begin), placeOf(step, word.end - 1) + 1);
}

std::optional<Range> Document::behind(const Step &step, std::size_t scriptOffset) const
{
    if (!isPlaced(step) || scriptOffset == 0)
        return std::nullopt;
    const auto at = placeOf(step, scriptOffset - 1) + 1;
    return range(at, at);
}

Range Document::linesOf(const Node &node) const
{
    const auto begin = lines.lineStart(node.range.start.line);
    auto end = text.find('\n', offset(node.range.end));
    end = end == text.npos ? text.size() : end + 1;
    return range(begin, end);
}

std::string_view unquoted(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        return text.substr(1, text.size() - 2);
    return text;
}

std::string quotedValue(std::string_view text, char escape)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == escape)
            result += escape;
        result += c;
    }
    return result + '"';
}

} // namespace quayside::dockerfile
