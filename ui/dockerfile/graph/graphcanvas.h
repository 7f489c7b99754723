// The drawing of a graph of stages.
#pragma once

#include "ui/common/zoomview.h"
#include "ui/dockerfile/graph/graphitems.h"

#include <vector>

namespace quayside::ui
{

class GraphCanvas : public ZoomView
{
    Q_OBJECT

public:
    using ZoomView::ZoomView;

    void setGraph(const models::StageGraph &graph);
    void setFacts(const models::CardFacts &facts);
    [[nodiscard]] const models::StageGraph &graph() const { return m_graph; }
    // Nothing but the graph, on the palette's ground; the empty string, or what went wrong as a sentence.
    [[nodiscard]] QString save(const QString &path);

protected:
    void markCurrent(int node, bool current) override;
    [[nodiscard]] QString descriptionOf(int node) const override;

private:
    void addEdge(const models::GraphEdge &edge);
    void applyFacts();

    models::StageGraph m_graph;
    models::CardFacts m_facts;
    std::vector<GraphNodeItem *> m_items; // of the scene
};

} // namespace quayside::ui
