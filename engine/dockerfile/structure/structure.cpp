#include "engine/dockerfile/structure/structure.h"

#include "engine/dockerfile/unicode.h"

#include <algorithm>
#include <charconv>

namespace quayside::dockerfile
{

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

Structure::Structure(const Tree &tree) : tree(tree)
{
    steps.reserve(tree.nodes.size());
    for (const auto &node : tree.nodes)
        addStep(node);
    for (std::size_t i = 0; i < stages.size(); ++i) {
        stages[i].from = &steps[stages[i].begin];
        stages[i].end = i + 1 < stages.size() ? stages[i + 1].begin : steps.size();
    }
    findParents();
}

void Structure::addStep(const Node &node)
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
    steps.push_back(step);
}

void Structure::findParents()
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

const StageView *Structure::stageNamed(std::string_view name, int before) const
{
    const auto found = m_stagesByName.find(lowered(name));
    if (found == m_stagesByName.end())
        return nullptr;
    const auto next = std::ranges::lower_bound(found->second, before);
    return next == found->second.begin() ? nullptr : &stages[static_cast<std::size_t>(*std::prev(next))];
}

const StageView *Structure::stageCalled(std::string_view name, int before) const
{
    if (const auto *stage = stageNamed(name, before))
        return stage;
    int number = -1;
    const auto [end, code] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool isNumber = code == std::errc() && end == name.data() + name.size() && !name.empty();
    return isNumber && number >= 0 && number < before && number < static_cast<int>(stages.size())
               ? &stages[static_cast<std::size_t>(number)]
               : nullptr;
}

} // namespace quayside::dockerfile
