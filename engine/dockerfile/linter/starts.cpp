// What a container starts: JSONArgsRecommended, MultipleInstructionsDisallowed, DL3012, DL3025, DL3057,
// DL4003, DL4004.
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=@%+,-";

// The array that means the same; empty where a shell does more than to split the words.
std::string asArray(std::string_view command)
{
    std::string array;
    while (true) {
        command.remove_prefix(std::min(command.find_first_not_of(" \t"), command.size()));
        if (command.empty())
            return array.empty() ? array : "[" + array + "]";
        const auto word = command.substr(0, command.find_first_of(" \t"));
        if (word.find_first_not_of(plain) != word.npos || (array.empty() && word.contains('=')))
            return {};
        array += (array.empty() ? "\"" : ", \"") + std::string(word) + "\"";
        command.remove_prefix(word.size());
    }
}

void shellForm(Findings &findings, const Step &step, bool shellIsSet)
{
    if (step.node->json || step.node->words.empty())
        return;
    const auto &word = step.node->words[0];
    const auto array = asArray(word.text);
    const Fix fix = array.empty() ? Fix{} : fixOf(std::format("Write {}", array), word.range, array);
    if (!shellIsSet && !step.onbuild)
        findings.add(
            "JSONArgsRecommended", &step, word.range,
            std::format(
                "JSON arguments recommended for {} to prevent unintended behavior related to OS signals",
                uppered(step.node->keyword)),
            {fix});
    findings.add("DL3025", &step, word.range, "Use arguments JSON notation for CMD and ENTRYPOINT arguments",
                 {fix});
}

// BuildKit reports the one that counts for nothing, hadolint the one that makes it so.
void repeated(Findings &findings, const Step &step, const Step &earlier)
{
    const auto name = uppered(step.node->keyword);
    const auto fix = fixOf(std::format("Remove the {} that has no effect", name),
                           findings.document.linesOf(*earlier.outer), "");
    findings.add(
        "MultipleInstructionsDisallowed", &earlier, earlier.node->head,
        std::format("Multiple {} instructions should not be used in the same stage because only the last one "
                    "will be used",
                    name),
        {fix});
    if (name == "CMD")
        findings.add("DL4003", &step, step.node->head,
                     "Multiple `CMD` instructions found. If you list more than one `CMD` then only the last "
                     "`CMD` will "
                     "take effect",
                     {fix});
    else if (name == "ENTRYPOINT")
        findings.add(
            "DL4004", &step, step.node->head,
            "Multiple `ENTRYPOINT` instructions found. If you list more than one `ENTRYPOINT` then only the "
            "last `ENTRYPOINT` will take effect",
            {fix});
    else
        findings.add("DL3012", &step, step.node->head, "Multiple `HEALTHCHECK` instructions", {fix});
}

struct StageState {
    bool shellIsSet = false, healthcheck = false;
};

StageState checkStage(Findings &findings, const StageView &stage, StageState state)
{
    const Step *cmd = nullptr, *entrypoint = nullptr, *healthcheck = nullptr;
    const auto once = [&](const Step *&last, const Step &step) {
        if (last != nullptr && !step.onbuild)
            repeated(findings, step, *last);
        if (!step.onbuild)
            last = &step;
    };
    for (const auto &step : findings.document.stepsOf(stage)) {
        if (step.is("cmd"))
            once(cmd, step);
        else if (step.is("entrypoint"))
            once(entrypoint, step);
        else if (step.is("healthcheck"))
            once(healthcheck, step);
        else if (step.is("shell"))
            state.shellIsSet |= !step.onbuild;
        if (step.is("cmd") || step.is("entrypoint"))
            shellForm(findings, step, state.shellIsSet);
    }
    state.healthcheck |= healthcheck != nullptr;
    return state;
}

} // namespace

void checkStarts(Findings &findings)
{
    const auto &stages = findings.document.stages;
    std::vector<StageState> states;
    for (const auto &stage : stages) {
        const auto inherited =
            stage.parent < 0 ? StageState{} : states[static_cast<std::size_t>(stage.parent)];
        states.push_back(checkStage(findings, stage, inherited));
    }
    if (!stages.empty() && !states.back().healthcheck)
        findings.add("DL3057", stages.back().from, stages.back().from->node->head,
                     "`HEALTHCHECK` instruction missing.");
}

} // namespace quayside::dockerfile
