#include "engine/dockerfile/linter/linter.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>

namespace quayside::dockerfile
{

namespace
{

constexpr void (*families[])(Findings &) = {
    checkCasing,   checkForm,  checkStages,   checkPlatforms, checkVariables, checkStarts,    checkPaths,
    checkMetadata, checkPorts, checkCommands, checkApt,       checkRpm,       checkLanguages,
};

// An instruction that cannot be read keeps nobody from looking at the others.
void syntaxErrors(Findings &findings, const Outcome &parsed)
{
    for (const auto &error : parsed.errors)
        findings.add("SyntaxError", nullptr, error.range, error.message);
    for (const auto &error : instructionErrors(parsed.tree))
        findings.add("SyntaxError", nullptr, error.range, error.message);
    if (findings.document.stages.empty() && parsed.errors.empty())
        findings.add("SyntaxError", nullptr, findings.document.range(0, findings.document.text.size()),
                     "There is no FROM: nothing to build");
}

} // namespace

std::string_view severityName(Severity severity)
{
    constexpr std::string_view names[] = {"style", "info", "warning", "error"};
    return names[static_cast<std::size_t>(severity)];
}

std::string applied(std::string_view text, const Fix &fix)
{
    const LineTable lines(text);
    std::string result;
    std::size_t done = 0;
    for (const auto &edit : fix.edits) {
        const auto begin = lines.offset(edit.range.start), end = lines.offset(edit.range.end);
        if (begin < done || end < begin)
            continue;
        result += text.substr(done, begin - done);
        result += edit.text;
        done = end;
    }
    return result.append(text.substr(done));
}

std::vector<Finding> lint(std::string_view text, const Outcome &parsed, const LintOptions &options)
{
    const Document document(text, parsed.tree, options.memory);
    Findings findings(document, options);
    syntaxErrors(findings, parsed);
    for (const auto family : families)
        family(findings);
    return findings.take();
}

std::vector<Finding> lint(std::string_view text, const LintOptions &options)
{
    return lint(text, parseAll(text), options);
}

} // namespace quayside::dockerfile
