#include "models/dockerfile/facts/prediction.h"

#include "models/dockerfile/facts/linemap.h"
#include "models/dockerfile/facts/stepkeys.h"

#include <unordered_set>

namespace quayside::models
{

namespace
{

using Outcome = Prediction::Outcome;
using Reason = Prediction::Reason;

std::string differingVariable(const StepKeys &before, const StepKeys &now)
{
    for (const auto &[name, value] : now.variables)
        if (const auto known = before.variables.find(name);
            known == before.variables.end() || known->second != value)
            return name;
    for (const auto &[name, value] : before.variables)
        if (!now.variables.contains(name))
            return name;
    return {};
}

class Predictor
{
public:
    Predictor(std::vector<StepKeys> before, std::vector<StepKeys> now, std::vector<int> matches,
              const dockerfile::Tree &tree)
        : m_before(std::move(before)), m_now(std::move(now)), m_matches(std::move(matches)), m_tree(tree),
          m_found(m_now.size())
    {
    }

    std::vector<Prediction> run(const dockerfile::Tree &builtTree, const std::optional<std::set<int>> &done)
    {
        for (std::size_t i = 0; i < m_before.size(); ++i)
            if (m_before[i].needed && (!done || done->contains(builtTree.nodes[i].range.start.line))) {
                m_certain.insert(m_before[i].certain);
                m_hopeful.insert(m_before[i].hopeful);
            }
        for (std::size_t i = 0; i < m_now.size(); ++i)
            if (m_now[i].needed)
                judge(i);
        return std::move(m_found);
    }

private:
    void judge(std::size_t index)
    {
        const StepKeys &keys = m_now[index];
        Prediction &found = m_found[index];
        found.outcome = m_certain.contains(keys.certain)   ? Outcome::Cached
                        : m_hopeful.contains(keys.hopeful) ? Outcome::MayRun
                                                           : Outcome::Runs;
        if (found.outcome != Outcome::Cached)
            explain(index, found);
    }

    void explain(std::size_t index, Prediction &found) const
    {
        const StepKeys &keys = m_now[index];
        if (keys.parent >= 0)
            if (const Prediction &above = m_found[std::size_t(keys.parent)];
                above.outcome != Outcome::Cached) {
                found.reason = Reason::Above;
                found.line = above.reason == Reason::Above ? above.line : lineOf(keys.parent);
                // It would come out the same, were it not for itself.
                if (found.outcome == Outcome::Runs && above.outcome == Outcome::MayRun &&
                    m_matches[index] < 0)
                    found.reason = Reason::Edited;
                return;
            }
        if (m_matches[index] < 0) {
            found.reason = Reason::Edited;
            return;
        }
        for (const int stage : keys.stages)
            if (m_found[std::size_t(stage)].outcome != Outcome::Cached) {
                found.reason = Reason::Stage;
                found.line = lineOf(stage);
                return;
            }
        const StepKeys &before = m_before[std::size_t(m_matches[index])];
        if (!keys.changedFile.empty()) {
            found.reason = Reason::File;
            found.name = keys.changedFile;
        } else if (!keys.base.empty() && keys.base == before.base && keys.baseId != before.baseId) {
            found.reason = Reason::Base;
            found.name = keys.base;
        } else if (std::string name = differingVariable(before, keys); !name.empty()) {
            found.reason = Reason::Variable;
            found.name = std::move(name);
        } else {
            found.reason = Reason::Moved;
        }
    }

    [[nodiscard]] int lineOf(int index) const { return m_tree.nodes[std::size_t(index)].range.start.line; }

    std::vector<StepKeys> m_before, m_now;
    std::vector<int> m_matches;
    const dockerfile::Tree &m_tree;
    std::vector<Prediction> m_found;
    std::unordered_set<std::string> m_certain, m_hopeful;
};

// What is known of one side only counts as unchanged; and what an image brings along goes with its id.
void completeBases(std::map<std::string, BaseImage> &before, std::map<std::string, BaseImage> &now)
{
    for (const auto &[name, image] : before)
        now.try_emplace(name, image);
    for (const auto &[name, image] : now) {
        BaseImage &known = before.try_emplace(name, image).first->second;
        if (known.id == image.id)
            known.onBuild = image.onBuild;
    }
}

} // namespace

std::map<int, std::string> baseImages(const dockerfile::Tree &tree, const BuildInputs &inputs)
{
    std::map<int, std::string> images;
    const auto keys = keysOf(tree, inputs, {});
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (!keys[i].base.empty() && keys[i].base != "scratch")
            images.emplace(tree.nodes[i].range.start.line, keys[i].base);
    return images;
}

std::vector<Prediction> predict(const dockerfile::Tree &before, BuildInputs inputsBefore,
                                const std::optional<std::set<int>> &done, const dockerfile::Tree &now,
                                BuildInputs inputsNow, const std::set<std::string> &changedFiles)
{
    completeBases(inputsBefore.bases, inputsNow.bases);
    return Predictor(keysOf(before, inputsBefore, {}), keysOf(now, inputsNow, changedFiles),
                     matchInstructions(before, now), now)
        .run(before, done);
}

} // namespace quayside::models
