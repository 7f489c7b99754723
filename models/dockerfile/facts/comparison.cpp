#include "models/dockerfile/facts/comparison.h"

#include "engine/dockerfile/parser/parser.h"
#include "models/dockerfile/facts/linemap.h"

#include <map>

namespace quayside::models
{

namespace
{

// Those that stand in no line (--label) are nobody else's.
struct Steps {
    explicit Steps(const api::BuildRecord &record) : tree(dockerfile::parseAll(record.text).tree)
    {
        BuildSteps read;
        for (const api::BuildStep &step : record.steps)
            read.take(step);
        list = read.steps();
    }
    [[nodiscard]] int nodeOf(const BuildStep &step) const
    {
        for (std::size_t i = 0; i < tree.nodes.size(); ++i)
            if (tree.nodes[i].range.start.line == step.firstLine)
                return int(i);
        return -1;
    }

    dockerfile::Tree tree;
    QList<BuildStep> list;
};

} // namespace

QList<ComparedStep> compareBuilds(const api::BuildRecord &before, const api::BuildRecord &now)
{
    const Steps old(before), fresh(now);
    const std::vector<int> matches = matchInstructions(old.tree, fresh.tree);
    std::map<int, qsizetype> byNode; // of the old ones
    for (qsizetype i = 0; i < old.list.size(); ++i)
        byNode.emplace(old.nodeOf(old.list[i]), i);
    QList<ComparedStep> compared;
    qsizetype told = 0; // of the old ones: as far as they are told of
    QList<bool> used(old.list.size(), false);
    const auto tellUntil = [&](qsizetype end) {
        for (; told < end; ++told)
            if (!used[told])
                compared.append({.before = old.list[told], .now = {}});
    };
    for (const BuildStep &step : fresh.list) {
        const int node = fresh.nodeOf(step);
        const auto same = node < 0 || matches[std::size_t(node)] < 0
                              ? byNode.end()
                              : byNode.find(matches[std::size_t(node)]);
        if (same == byNode.end() || used[same->second]) {
            compared.append({.before = {}, .now = step});
            continue;
        }
        tellUntil(same->second);
        used[same->second] = true;
        compared.append({.before = old.list[same->second], .now = step});
    }
    tellUntil(old.list.size());
    return compared;
}

} // namespace quayside::models
