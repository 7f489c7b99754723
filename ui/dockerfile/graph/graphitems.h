// Stages, images and what leads from one to the other, as they are drawn.
#pragma once

#include "models/dockerfile/cards/cardmodel.h"
#include "models/dockerfile/cards/graph.h"

#include <QGraphicsItem>

#include <optional>

namespace quayside::ui
{

class GraphNodeItem : public QGraphicsItem
{
public:
    explicit GraphNodeItem(models::GraphNode node);

    static constexpr qreal width = 176, height = 60;

    [[nodiscard]] const models::GraphNode &node() const { return m_node; }
    void setFact(const std::optional<models::CardFact> &fact);
    void setCurrent(bool current);
    // For who does not see it: "Stage build from debian, 3 instructions, not used".
    [[nodiscard]] QString description() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintFact(QPainter *painter, const QRectF &box) const;

    models::GraphNode m_node;
    std::optional<models::CardFact> m_fact;
    bool m_current = false;
};

class GraphEdgeItem : public QGraphicsItem
{
public:
    // `from` and `to`: where it leaves and where it arrives, in the scene. `lane`: the height at which it
    // passes the columns between them, below what stands there; NaN where there are none.
    GraphEdgeItem(const models::GraphEdge &edge, const QPointF &from, const QPointF &to, qreal lane);

    static constexpr qreal bend = 60; // how far it goes until it is in its lane

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    models::GraphEdge m_edge;
    QPointF m_end;
    QPainterPath m_path;
};

} // namespace quayside::ui
