// Stages and the images that they are built on: DuplicateStageName, ReservedStageName, DL3006, DL3007,
// DL3022, DL3023, DL3024.
#include "engine/dockerfile/linter/findings.h"
#include "engine/dockerfile/linter/imagename.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

void names(Findings &findings)
{
    std::set<std::string_view> seen;
    for (const auto &stage : findings.document.stages) {
        if (stage.name.empty())
            continue;
        const auto &range = stage.from->node->words[2].range;
        if (stage.name == "scratch" || stage.name == "context")
            findings.add(
                "ReservedStageName", stage.from, range,
                std::format("Stage name should not use the same name as reserved stage \"{}\"", stage.name));
        if (!seen.insert(stage.name).second) {
            findings.add(
                "DuplicateStageName", stage.from, range,
                std::format("Duplicate stage name \"{}\", stage names should be unique", stage.name));
            findings.add("DL3024", stage.from, range, "FROM aliases (stage names) must be unique");
        }
    }
}

void tag(Findings &findings, const StageView &stage)
{
    if (stage.base.empty() || stage.base.starts_with('$') || stage.base == "scratch" || stage.parent >= 0)
        return;
    const auto name = splitImageName(stage.base);
    const auto &range = stage.from->node->words[0].range;
    if (!name.digest.empty())
        return;
    if (name.tag == "latest")
        findings.add(
            "DL3007", stage.from, range,
            "Using latest is prone to errors if the image will ever update. Pin the version explicitly to a "
            "release tag");
    else if (name.tag.empty() && !name.repository.ends_with('}'))
        findings.add("DL3006", stage.from, range, "Always tag the version of an image explicitly");
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.size() < 8 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void copyFrom(Findings &findings, const Step &step)
{
    const auto name = unquoted(step.flagText("from"));
    if (name.empty())
        return;
    const auto &document = findings.document;
    const auto &range = step.flag("from")->range;
    if (step.stage >= 0 && document.stages[static_cast<std::size_t>(step.stage)].name == lowered(name)) {
        findings.add("DL3023", &step, range, "`COPY --from` cannot reference its own `FROM` alias");
        return;
    }
    const bool number = isNumber(name) && std::stoi(std::string(name)) < step.stage;
    if (name.find(':') == name.npos && !number && document.stageNamed(name, step.stage) == nullptr)
        findings.add("DL3022", &step, range,
                     "`COPY --from` should reference a previously defined `FROM` alias");
}

} // namespace

void checkStages(Findings &findings)
{
    names(findings);
    for (const auto &stage : findings.document.stages)
        tag(findings, stage);
    for (const auto &step : findings.document.steps)
        if (step.is("copy"))
            copyFrom(findings, step);
}

} // namespace quayside::dockerfile
