#include "engine/dockerfile/linter/document.h"

#include <algorithm>
#include <cctype>

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

const Word *Step::flag(std::string_view name) const
{
    for (const auto &flag : node->flags) {
        const auto text = std::string_view(flag.text);
        if (text.starts_with("--") && text.substr(2).starts_with(name) &&
            (text.size() == name.size() + 2 || text[name.size() + 2] == '='))
            return &flag;
    }
    return nullptr;
}

std::string_view Step::flagText(std::string_view name) const
{
    const auto *word = flag(name);
    if (word == nullptr || word->text.size() <= name.size() + 3)
        return {};
    return std::string_view(word->text).substr(name.size() + 3);
}

std::string_view Step::word(std::size_t index) const
{
    return index < node->words.size() ? std::string_view(node->words[index].text) : std::string_view();
}

Document::Document(std::string_view text, const Tree &tree) : text(text), tree(tree), lines(text)
{
    steps.reserve(tree.nodes.size());
    for (const auto &node : tree.nodes)
        addStep(node);
    bool posixShell = true;
    for (auto &step : steps) {
        if (step.is("from"))
            posixShell = tree.escape == '\\';
        if (step.is("shell") && !step.onbuild)
            posixShell = isPosixShell(*step.node);
        if (step.is("run"))
            readScript(step, posixShell);
    }
    for (std::size_t i = 0; i < stages.size(); ++i) {
        stages[i].from = &steps[stages[i].begin];
        stages[i].end = i + 1 < stages.size() ? stages[i + 1].begin : steps.size();
    }
    findParents();
}

void Document::addStep(const Node &node)
{
    Step step{.node = &node, .outer = &node};
    while (!step.node->child.empty()) {
        step.node = &step.node->child[0];
        step.onbuild = true;
    }
    if (step.is("from") && !step.onbuild) {
        StageView stage{.begin = steps.size()};
        stage.base = step.word(0);
        if (step.node->words.size() == 3 && lowered(step.word(1)) == "as")
            stage.name = lowered(step.word(2));
        stages.push_back(std::move(stage));
    }
    step.stage = static_cast<int>(stages.size()) - 1;
    steps.push_back(std::move(step));
}

void Document::readScript(Step &step, bool posixShell) const
{
    const auto &node = *step.node;
    if (node.json) {
        std::vector<std::string> words;
        for (const auto &word : node.words)
            words.push_back(word.text);
        step.run = parseExecForm(words);
    } else if (!posixShell || node.words.size() != 1) {
        return;
    } else if (const auto *heredoc = scriptOf(node)) {
        step.run = parseShell(heredoc->content);
        step.source.add(0, offset(heredoc->contentRange.start));
    } else {
        const auto &word = node.words[0];
        step.run = parseShell(word.text);
        step.source =
            mapToSource(text, offset(word.range.start), offset(node.head.end), tree.escape, word.text);
    }
}

void Document::findParents()
{
    for (int i = 0; i < static_cast<int>(stages.size()); ++i) {
        auto &stage = stages[static_cast<std::size_t>(i)];
        const auto found = m_stagesByName.find(lowered(stage.base));
        if (found != m_stagesByName.end())
            stage.parent = found->second.back();
        if (!stage.name.empty())
            m_stagesByName[stage.name].push_back(i);
    }
    if (stages.empty())
        return;
    stages.back().kept = true;
    for (const auto &stage : stages)
        if (stage.parent >= 0)
            stages[static_cast<std::size_t>(stage.parent)].kept = true;
}

const StageView *Document::stageNamed(std::string_view name, int before) const
{
    const auto found = m_stagesByName.find(lowered(name));
    if (found == m_stagesByName.end())
        return nullptr;
    const auto next = std::ranges::lower_bound(found->second, before);
    return next == found->second.begin() ? nullptr : &stages[static_cast<std::size_t>(*std::prev(next))];
}

std::optional<Range> Document::place(const Step &step, const ShellWord &word) const
{
    if (step.source.empty() || word.end <= word.begin)
        return std::nullopt;
    return range(step.source.source(word.begin), step.source.source(word.end - 1) + 1);
}

std::optional<Range> Document::behind(const Step &step, std::size_t scriptOffset) const
{
    if (step.source.empty() || scriptOffset == 0)
        return std::nullopt;
    const auto at = step.source.source(scriptOffset - 1) + 1;
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
