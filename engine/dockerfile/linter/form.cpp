// How instructions are written and where they stand: NoEmptyContinuation, LegacyKeyValueFormat,
// MaintainerDeprecated, InvalidDefinitionDescription, DL3043, DL3061, DL4000.
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

void emptyContinuations(Findings &findings)
{
    const auto &document = findings.document;
    for (const auto &warning : document.tree.warnings) {
        if (warning.kind != Warning::Kind::EmptyContinuation)
            continue;
        const auto owner = std::ranges::upper_bound(document.steps, warning.range.start, {},
                                                    [](const Step &step) { return step.outer->range.start; });
        const auto *step = owner == document.steps.begin() ? nullptr : &*std::prev(owner);
        Fix fix{"Remove the empty lines", {}};
        for (int line = warning.range.start.line; line < warning.instruction.end.line; ++line) {
            const Range whole{{line, 1}, {line + 1, 1}};
            if (document.slice(whole).find_first_not_of(" \t\r\n") == std::string_view::npos)
                fix.edits.push_back({whole, ""});
        }
        const int line = warning.range.start.line;
        findings.add("NoEmptyContinuation", step, {{line, 1}, {line + 1, 1}}, "Empty continuation line",
                     {std::move(fix)});
    }
}

// "ENV name some value": what comes behind the name is the value, quotes or not.
void legacyKeyValue(Findings &findings, const Step &step)
{
    const auto &words = step.node->words;
    if (words.size() < 3 || !words[2].text.empty())
        return;
    const auto name = uppered(step.node->keyword);
    const Range range{words[0].range.start, words[1].range.end};
    Fix fix;
    const auto &value = words[1].text;
    // A value in parts of quotes, or with escapes, may mean something else between quotes.
    if (value.find_first_of("\"'\\`\n") == std::string::npos)
        fix = fixOf(
            std::format("Write {}={}", words[0].text, quotedValue(value, findings.document.tree.escape)),
            range, words[0].text + "=" + quotedValue(value, findings.document.tree.escape));
    else if (value.find_first_of(" \t") == std::string::npos)
        fix = fixOf("Write it with =", range, words[0].text + "=" + value);
    findings.add(
        "LegacyKeyValueFormat", &step, range,
        std::format("\"{0} key=value\" should be used instead of legacy \"{0} key value\" format", name),
        {std::move(fix)});
}

void maintainer(Findings &findings, const Step &step)
{
    const auto fix = [&] {
        std::string text = "LABEL org.opencontainers.image.authors=" +
                           quotedValue(unquoted(step.word(0)), findings.document.tree.escape);
        std::string dollars;
        for (const char c : text) // MAINTAINER expands nothing, LABEL does
            dollars += c == '$' ? std::string{findings.document.tree.escape, '$'} : std::string(1, c);
        return fixOf("Use a label", step.node->head, std::move(dollars));
    };
    findings.add("MaintainerDeprecated", &step, step.node->head,
                 "Maintainer instruction is deprecated in favor of using label", {fix()});
    findings.add("DL4000", &step, step.node->head, "MAINTAINER is deprecated", {fix()});
}

// The names that a comment directly above may be about.
std::vector<std::string> definedNames(const Step &step)
{
    std::vector<std::string> names;
    if (step.is("from") && step.node->words.size() == 3)
        names.emplace_back(lowered(step.word(2)));
    if (step.is("arg"))
        for (const auto &word : step.node->words)
            names.push_back(word.text.substr(0, word.text.find('=')));
    return names;
}

void description(Findings &findings, const Step &step)
{
    const auto names = definedNames(step);
    const auto &comments = step.node->comments;
    if (names.empty() || comments.empty() || step.onbuild)
        return;
    const auto &comment = comments.back();
    const auto first = comment.text.substr(0, comment.text.find(' '));
    if (std::ranges::find(names, first) != names.end())
        return;
    const Position below{comment.range.start.line + 1, 1};
    findings.add("InvalidDefinitionDescription", &step, step.node->written.range,
                 std::format("Comment for {} should follow the format: `# {} <description>`",
                             uppered(step.node->keyword), names.size() > 1 ? "<arg_key>" : names[0]),
                 {fixOf("Set the comment apart by an empty one", Range{below, below}, "#\n")});
}

void onBuild(Findings &findings, const Step &step)
{
    const auto &child = step.outer->child;
    if (child.empty())
        return;
    const auto &keyword = child[0].keyword;
    if (keyword == "onbuild" || keyword == "from" || keyword == "maintainer")
        findings.add("DL3043", &step, child[0].written.range,
                     "`ONBUILD`, `FROM` or `MAINTAINER` triggered from within `ONBUILD` instruction.");
}

} // namespace

void checkForm(Findings &findings)
{
    emptyContinuations(findings);
    for (const auto &step : findings.document.steps) {
        if (step.is("env") || step.is("label"))
            legacyKeyValue(findings, step);
        if (step.is("maintainer"))
            maintainer(findings, step);
        description(findings, step);
        onBuild(findings, step);
        if (step.stage < 0 && !step.is("arg"))
            findings.add("DL3061", &step, step.outer->written.range,
                         "Invalid instruction order. Dockerfile must begin with `FROM`, `ARG` or comment.");
    }
}

} // namespace quayside::dockerfile
