#include "engine/dockerfile/linter/runs.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

Range commandRange(const Document &document, const Step &step, const ShellCommand &command)
{
    if (const auto place = document.place(step, command.nameWord))
        return *place;
    return step.keywordRange();
}

Fix flagBehind(const Document &document, const Step &step, const ShellCommand &command,
               std::initializer_list<std::string_view> words, std::string_view flag)
{
    for (const auto &argument : command.arguments)
        if (std::ranges::find(words, argument.text) != words.end() && document.place(step, argument)) {
            const auto at = document.place(step, argument)->end;
            return fixOf(std::format("Add {}", flag), Range{at, at}, " " + std::string(flag));
        }
    return {};
}

Fix alsoRun(const Document &document, const Step &step, std::string_view command)
{
    if (!document.isPlaced(step) || document.run(step).commands.empty() || !step.node->heredocs.empty())
        return {};
    const auto last = std::ranges::max_element(document.run(step).commands, {}, &ShellCommand::end)->end;
    const auto at = document.behind(step, last);
    // Only where the command's last word ends the instruction: behind a ")", a redirection or a comment
    // nobody knows.
    if (!at || at->end != step.node->head.end)
        return {};
    const auto line = document.slice({{at->end.line, 1}, at->end});
    const auto indent = at->end.line > step.node->head.start.line
                            ? line.substr(0, line.find_first_not_of(" \t"))
                            : std::string_view("    ");
    return fixOf(std::format("Add && {}", command), at,
                 std::format(" {}\n{}&& {}", document.tree.escape, indent, command));
}

bool hasMountAt(const Step &step, std::string_view path)
{
    for (const auto &flag : step.node->flags) {
        if (!flag.text.starts_with("--mount="))
            continue;
        const auto text = std::string_view(flag.text);
        if (text.contains(path) && (text.contains("type=cache") || text.contains("type=tmpfs")))
            return true;
    }
    return false;
}

bool cleansAfter(const ShellScript &script, const CommandTest &installs, const CommandTest &cleans)
{
    const auto first = std::ranges::find_if(script.commands, installs);
    return first != script.commands.end() && std::any_of(std::next(first), script.commands.end(), cleans);
}

bool hasCommand(const ShellScript &script, const CommandTest &test)
{
    return std::ranges::any_of(script.commands, test);
}

void forEachCommand(Findings &findings, const std::function<void(const Step &, const ShellCommand &)> &rule)
{
    for (const auto &step : findings.document.steps)
        for (const auto &command : findings.document.run(step).commands)
            rule(step, command);
}

} // namespace quayside::dockerfile
