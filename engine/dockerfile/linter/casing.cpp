// Upper and lower case: ConsistentInstructionCasing, FromAsCasing, StageNameCasing.
#include "engine/dockerfile/linter/findings.h"

#include <format>
#include <unordered_map>

namespace quayside::dockerfile
{

namespace
{

bool isLower(std::string_view text)
{
    return lowered(text) == text;
}

bool isUpper(std::string_view text)
{
    return uppered(text) == text;
}

// ARG above the first FROM isn't counted, as in BuildKit.
void instructionCasing(Findings &findings)
{
    int lower = 0, upper = 0;
    const auto &steps = findings.document.steps;
    for (const auto &step : steps) {
        if (step.stage < 0)
            continue;
        const auto &written = step.outer->written.text;
        lower += isLower(written) ? 1 : 0;
        upper += !isLower(written) && isUpper(written) ? 1 : 0;
    }
    const bool toLower = lower > upper;
    for (const auto &step : steps) {
        const auto &written = step.outer->written;
        if (step.stage < 0 || (toLower ? isLower(written.text) : isUpper(written.text)))
            continue;
        const auto better = toLower ? lowered(written.text) : uppered(written.text);
        findings.add("ConsistentInstructionCasing", &step, written.range,
                     std::format("Command '{}' should match the case of the command majority ({})",
                                 written.text, toLower ? "lowercase" : "uppercase"),
                     {fixOf(std::format("Write {}", better), written.range, better)});
    }
}

void asCasing(Findings &findings, const Step &from)
{
    const auto &keyword = from.node->written.text;
    if (from.node->words.size() < 3 || (!isLower(keyword) && !isUpper(keyword)))
        return;
    const auto &as = from.node->words[1];
    const auto better = isLower(keyword) ? lowered(as.text) : uppered(as.text);
    if (better == as.text)
        return;
    findings.add("FromAsCasing", &from, as.range,
                 std::format("'{}' and '{}' keywords' casing do not match", as.text, keyword),
                 {fixOf(std::format("Write {}", better), as.range, better)});
}

// Where stages are named, by name in lower case: the fix renames all of them together.
using References = std::unordered_map<std::string, std::vector<Range>>;

References referencesToStages(const Document &document)
{
    References result;
    for (const auto &step : document.steps) {
        if (step.is("from") && !step.node->words.empty())
            result[lowered(step.word(0))].push_back(step.node->words[0].range);
        const auto *flag = step.flag("from");
        if (flag == nullptr || (!step.is("copy") && !step.is("add")))
            continue;
        const auto name = step.flagText("from");
        const auto end = document.offset(flag->range.end);
        if (const auto range = document.range(end - std::min(name.size(), end), end);
            document.slice(range) == name)
            result[lowered(name)].push_back(range);
    }
    return result;
}

void nameCasing(Findings &findings, const Step &from, const References &references)
{
    if (from.node->words.size() != 3 || isLower(from.word(2)))
        return;
    const auto &name = from.node->words[2];
    Fix fix{std::format("Rename the stage to {}", lowered(name.text)), {{name.range, lowered(name.text)}}};
    if (const auto found = references.find(lowered(name.text)); found != references.end())
        for (const auto &range : found->second)
            if (range.start > name.range.start)
                fix.edits.push_back({range, lowered(name.text)});
    findings.add("StageNameCasing", &from, name.range,
                 std::format("Stage name '{}' should be lowercase", name.text), {std::move(fix)});
}

} // namespace

void checkCasing(Findings &findings)
{
    instructionCasing(findings);
    const auto references = referencesToStages(findings.document);
    for (const auto &stage : findings.document.stages) {
        asCasing(findings, *stage.from);
        nameCasing(findings, *stage.from, references);
    }
}

} // namespace quayside::dockerfile
