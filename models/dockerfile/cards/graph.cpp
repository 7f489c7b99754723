#include "models/dockerfile/cards/graph.h"

#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/instructions/mounts.h"
#include "engine/dockerfile/unicode.h"
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
        : m_file(interpretAll(snapshot.parsed.tree).file), m_lastLine(snapshot.lines.lines())
    {
        for (const auto &arg : m_file.metaArgs)
            for (const auto &one : arg.arguments)
                m_arguments[one.name.text] = one.value ? expanded(one.value->text) : std::string();
    }

    StageGraph build()
    {
        for (std::size_t i = 0; i < m_file.stages.size(); ++i)
            addStage(i);
        for (std::size_t i = 0; i < m_file.stages.size(); ++i)
            connect(i);
        markUsed();
        setColumns();
        setRows();
        return std::move(m_graph);
    }

private:
    std::string expanded(const std::string &text) const
    {
        const auto result = expand(text, m_arguments, {.escape = m_file.escape, .keepUnset = true});
        return result ? result->text : text;
    }
    void addStage(std::size_t index);
    void connect(std::size_t index);
    void connectRun(const Run &run, int stage);
    void connectTo(const std::string &name, GraphEdge::Kind kind, int stage, int line);
    void add(int from, GraphEdge::Kind kind, int stage, int line, const QString &problem);
    int other(GraphNode::Kind kind, const std::string &name, int line);
    void markUsed();
    void setColumns();
    void setRows();

    Dockerfile m_file;
    int m_lastLine;
    Environment m_arguments;
    std::map<std::string, int> m_others;
    std::map<std::tuple<int, int, int>, std::size_t> m_edges;
    StageGraph m_graph;
};

void GraphBuilder::addStage(std::size_t index)
{
    const auto &stage = m_file.stages[index];
    GraphNode node;
    node.name = stage.name.empty() ? std::to_string(index) : stage.name;
    node.base = stage.from.base.text;
    node.instructions = static_cast<int>(stage.instructions.size());
    node.stage = static_cast<int>(index);
    node.line = stage.from.origin.range.start.line;
    node.lastLine = index + 1 < m_file.stages.size()
                        ? m_file.stages[index + 1].from.origin.range.start.line - 1
                        : m_lastLine;
    node.isResult = index + 1 == m_file.stages.size();
    m_graph.nodes.push_back(std::move(node));
}

void GraphBuilder::connect(std::size_t index)
{
    const auto &stage = m_file.stages[index];
    const int number = static_cast<int>(index);
    if (!stage.from.base.text.empty())
        connectTo(expanded(stage.from.base.text), GraphEdge::Kind::From, number,
                  stage.from.origin.range.start.line);
    for (const auto &instruction : stage.instructions) {
        if (const auto *copy = std::get_if<Copy>(&instruction); copy != nullptr && copy->from)
            connectTo(expanded(copy->from->text), GraphEdge::Kind::Copy, number,
                      copy->origin.range.start.line);
        else if (const auto *run = std::get_if<Run>(&instruction))
            connectRun(*run, number);
    }
}

void GraphBuilder::connectRun(const Run &run, int stage)
{
    const auto mounts =
        parseMounts(run, [this](const std::string &word) { return Result<std::string>(expanded(word)); });
    if (!mounts)
        return;
    for (const auto &mount : *mounts)
        if (!mount.from.empty())
            connectTo(mount.from, GraphEdge::Kind::Mount, stage, run.origin.range.start.line);
}

// FROM knows stages by their names only.
void GraphBuilder::connectTo(const std::string &name, GraphEdge::Kind kind, int stage, int line)
{
    const auto before = static_cast<std::size_t>(stage);
    const auto find = kind == GraphEdge::Kind::From ? findStageByName : findStage;
    if (const auto found = find(m_file, name, before))
        return add(static_cast<int>(*found), kind, stage, line, {});
    if (const auto later = find(m_file, name, m_file.stages.size())) {
        const auto shown = QString::fromStdString(name);
        return add(static_cast<int>(*later), kind, stage, line,
                   *later == before ? CardText::tr("The stage “%1” cannot be made of itself").arg(shown)
                                    : CardText::tr("The stage “%1” is made only below").arg(shown));
    }
    if (kind != GraphEdge::Kind::From && isNumber(name))
        return add(other(GraphNode::Kind::Missing, name, line), kind, stage, line,
                   CardText::tr("There is no stage number %1").arg(QString::fromStdString(name)));
    add(other(GraphNode::Kind::Image, name, line), kind, stage, line, {});
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

void GraphBuilder::add(int from, GraphEdge::Kind kind, int stage, int line, const QString &problem)
{
    const auto [entry, isNew] =
        m_edges.emplace(std::tuple(from, stage, static_cast<int>(kind)), m_graph.edges.size());
    if (isNew)
        m_graph.edges.push_back({kind, from, stage, line, 1, problem});
    else
        ++m_graph.edges[entry->second].count;
}

// Backwards from the last stage: an edge leads from an earlier stage to a later one, problems apart.
void GraphBuilder::markUsed()
{
    std::vector<std::vector<int>> sources(m_graph.nodes.size());
    for (const auto &edge : m_graph.edges)
        if (edge.problem.isEmpty())
            sources[static_cast<std::size_t>(edge.to)].push_back(edge.from);
    std::vector<bool> used(m_graph.nodes.size());
    for (auto i = m_file.stages.size(); i-- > 0;) {
        if (i + 1 == m_file.stages.size())
            used[i] = true;
        m_graph.nodes[i].unused = !used[i];
        for (const auto from : sources[i])
            if (used[i])
                used[static_cast<std::size_t>(from)] = true;
    }
}

void GraphBuilder::setColumns()
{
    std::vector<std::vector<int>> sources(m_graph.nodes.size());
    for (const auto &edge : m_graph.edges)
        if (edge.problem.isEmpty())
            sources[static_cast<std::size_t>(edge.to)].push_back(edge.from);
    for (std::size_t i = 0; i < m_file.stages.size(); ++i) {
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
