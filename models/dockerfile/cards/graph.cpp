#include "models/dockerfile/cards/graph.h"

#include "engine/dockerfile/structure/arguments.h"
#include "engine/dockerfile/structure/uses.h"
#include "models/dockerfile/cards/cardtext.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace quayside::models
{
namespace
{

using namespace dockerfile;

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

class GraphBuilder
{
public:
    explicit GraphBuilder(const DockerfileSnapshot &snapshot)
        : m_structure(snapshot.parsed.tree),
          m_uses(usesOf(m_structure, globalArguments(m_structure, {}).values)),
          m_lastLine(snapshot.lines.lines())
    {
    }

    StageGraph build()
    {
        for (const auto &stage : m_structure.stages)
            addStage(stage);
        for (const auto &use : m_uses)
            connect(use);
        markUsed();
        setColumns();
        setRows();
        return std::move(m_graph);
    }

private:
    void addStage(const StageView &stage);
    void connect(const Use &use);
    void add(int from, const Use &use, const QString &problem);
    int other(GraphNode::Kind kind, const std::string &name, int line);
    void markUsed();
    void setColumns();
    void setRows();

    Structure m_structure;
    std::vector<Use> m_uses;
    int m_lastLine;
    std::map<std::string, int> m_others;
    std::map<std::tuple<int, int, int>, std::size_t> m_edges;
    StageGraph m_graph;
};

int lineOf(const Step &step)
{
    return step.outer->range.start.line;
}

GraphEdge::Kind kindOf(Use::Kind kind)
{
    switch (kind) {
    case Use::Kind::Copy:
        return GraphEdge::Kind::Copy;
    case Use::Kind::Mount:
        return GraphEdge::Kind::Mount;
    case Use::Kind::From:
        break;
    }
    return GraphEdge::Kind::From;
}

void GraphBuilder::addStage(const StageView &stage)
{
    const auto index = m_structure.indexOf(stage);
    GraphNode node;
    node.name = stage.name.empty() ? std::to_string(index) : stage.name;
    node.base = stage.base;
    node.instructions = static_cast<int>(stage.end - stage.begin) - 1;
    node.stage = index;
    node.line = lineOf(*stage.from);
    node.isResult = stage.end == m_structure.steps.size();
    node.lastLine = node.isResult ? m_lastLine : lineOf(m_structure.steps[stage.end]) - 1;
    m_graph.nodes.push_back(std::move(node));
}

void GraphBuilder::connect(const Use &use)
{
    if (use.found >= 0)
        return add(use.found, use, {});
    const bool byName = use.kind == Use::Kind::From;
    const int all = static_cast<int>(m_structure.stages.size());
    const auto shown = QString::fromStdString(use.name);
    if (const auto *later =
            byName ? m_structure.stageNamed(use.name, all) : m_structure.stageCalled(use.name, all)) {
        const int index = m_structure.indexOf(*later);
        return add(index, use,
                   index == use.stage ? CardText::tr("The stage “%1” cannot be made of itself").arg(shown)
                                      : CardText::tr("The stage “%1” is made only below").arg(shown));
    }
    if (!byName && isNumber(use.name))
        return add(other(GraphNode::Kind::Missing, use.name, lineOf(*use.step)), use,
                   CardText::tr("There is no stage number %1").arg(shown));
    add(other(GraphNode::Kind::Image, use.name, lineOf(*use.step)), use, {});
}

int GraphBuilder::other(GraphNode::Kind kind, const std::string &name, int line)
{
    const auto [entry, isNew] = m_others.emplace(name, static_cast<int>(m_graph.nodes.size()));
    if (isNew) {
        GraphNode node;
        node.kind = kind;
        node.name = name;
        node.line = line;
        m_graph.nodes.push_back(std::move(node));
    }
    return entry->second;
}

void GraphBuilder::add(int from, const Use &use, const QString &problem)
{
    const auto kind = kindOf(use.kind);
    const auto [entry, isNew] =
        m_edges.emplace(std::tuple(from, use.stage, static_cast<int>(kind)), m_graph.edges.size());
    if (isNew)
        m_graph.edges.push_back({kind, from, use.stage, lineOf(*use.step), 1, problem});
    else
        ++m_graph.edges[entry->second].count;
}

void GraphBuilder::markUsed()
{
    const auto needed = neededStages(m_structure, m_uses);
    for (std::size_t i = 0; i < needed.size(); ++i)
        m_graph.nodes[i].unused = !needed[i];
}

void GraphBuilder::setColumns()
{
    std::vector<std::vector<int>> sources(m_graph.nodes.size());
    for (const auto &edge : m_graph.edges)
        if (edge.problem.isEmpty())
            sources[static_cast<std::size_t>(edge.to)].push_back(edge.from);
    for (std::size_t i = 0; i < m_structure.stages.size(); ++i) {
        for (const auto from : sources[i])
            m_graph.nodes[i].column =
                std::max(m_graph.nodes[i].column, m_graph.nodes[static_cast<std::size_t>(from)].column + 1);
        m_graph.columns = std::max(m_graph.columns, m_graph.nodes[i].column + 1);
    }
    if (!m_graph.nodes.empty())
        m_graph.columns = std::max(m_graph.columns, 1);
}

// In each column by the middle of what they are made of; as they stand in the file where that is the same.
void GraphBuilder::setRows()
{
    std::vector<std::vector<std::size_t>> columns(static_cast<std::size_t>(m_graph.columns));
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
        columns[static_cast<std::size_t>(m_graph.nodes[i].column)].push_back(i);
    std::vector<double> sum(m_graph.nodes.size()), count(m_graph.nodes.size());
    for (auto &column : columns) {
        std::vector<std::pair<double, std::size_t>> order;
        for (const auto node : column) {
            sum[node] = count[node] = 0;
            order.emplace_back(0, node);
        }
        for (const auto &edge : m_graph.edges) {
            const auto to = static_cast<std::size_t>(edge.to), from = static_cast<std::size_t>(edge.from);
            if (m_graph.nodes[to].column > m_graph.nodes[from].column) {
                sum[to] += m_graph.nodes[from].row;
                count[to] += 1;
            }
        }
        for (auto &[place, node] : order)
            place = count[node] > 0 ? sum[node] / count[node] : m_graph.nodes[node].line;
        std::ranges::sort(order);
        int row = 0;
        for (const auto &[place, node] : order)
            m_graph.nodes[node].row = row++;
        m_graph.rows = std::max(m_graph.rows, row);
        // Sums of nodes further right are made anew when their column comes.
        std::ranges::fill(sum, 0.0);
        std::ranges::fill(count, 0.0);
    }
}

} // namespace

StageGraph graphOf(const DockerfileSnapshot &snapshot)
{
    return GraphBuilder(snapshot).build();
}

} // namespace quayside::models
