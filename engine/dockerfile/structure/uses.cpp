#include "engine/dockerfile/structure/uses.h"

#include "engine/dockerfile/instructions/mounts.h"

#include <utility>

namespace quayside::dockerfile
{

namespace
{

constexpr std::string_view mountFlag = "--mount=";

class UseFinder
{
public:
    UseFinder(const Structure &structure, const Environment &globals)
        : m_structure(structure), m_globals(globals)
    {
    }

    std::vector<Use> run()
    {
        for (const auto &step : m_structure.steps) {
            if (step.onbuild || step.stage < 0)
                continue;
            if (step.is("from"))
                takeFrom(step);
            else if (step.is("copy"))
                add(step, Use::Kind::Copy, std::string(step.flagText("from")));
            else if (step.is("run"))
                takeMounts(step);
        }
        return std::move(m_uses);
    }

private:
    // Stages are known to it by their names only.
    void takeFrom(const Step &step)
    {
        const auto written = step.word(0);
        auto expansion = expand(written, m_globals, {.escape = m_structure.tree.escape, .keepUnset = true});
        std::string name = expansion ? std::move(expansion->text) : std::string(written);
        if (name.empty())
            return;
        const auto *stage = m_structure.stageNamed(name, step.stage);
        m_uses.push_back({.kind = Use::Kind::From,
                          .stage = step.stage,
                          .step = &step,
                          .name = std::move(name),
                          .found = stage == nullptr ? -1 : m_structure.indexOf(*stage)});
    }

    void takeMounts(const Step &step)
    {
        const auto asItIs = [](const std::string &option) -> Result<std::string> { return option; };
        for (const auto &flag : step.node->flags)
            if (flag.text.starts_with(mountFlag))
                if (const auto mount = parseMount({flag.text.substr(mountFlag.size()), flag.range}, asItIs))
                    add(step, Use::Kind::Mount, mount->from);
    }

    void add(const Step &step, Use::Kind kind, std::string name)
    {
        if (name.empty())
            return;
        const auto *stage = m_structure.stageCalled(name, step.stage);
        m_uses.push_back({.kind = kind,
                          .stage = step.stage,
                          .step = &step,
                          .name = std::move(name),
                          .found = stage == nullptr ? -1 : m_structure.indexOf(*stage)});
    }

    const Structure &m_structure;
    const Environment &m_globals;
    std::vector<Use> m_uses;
};

} // namespace

std::vector<Use> usesOf(const Structure &structure, const Environment &globals)
{
    return UseFinder(structure, globals).run();
}

std::vector<bool> neededStages(const Structure &structure, std::span<const Use> uses, std::string_view target)
{
    const int count = static_cast<int>(structure.stages.size());
    std::vector<bool> needed(structure.stages.size());
    if (count == 0)
        return needed;
    const auto *wanted = structure.stageCalled(target, count);
    needed[wanted == nullptr ? needed.size() - 1 : static_cast<std::size_t>(structure.indexOf(*wanted))] =
        true;
    // Stages are made of earlier ones only, and uses stand in the order of their stages.
    for (auto use = uses.rbegin(); use != uses.rend(); ++use)
        if (use->found >= 0 && needed[static_cast<std::size_t>(use->stage)])
            needed[static_cast<std::size_t>(use->found)] = true;
    return needed;
}

} // namespace quayside::dockerfile
