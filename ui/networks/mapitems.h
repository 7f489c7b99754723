// Networks, containers, ports and what leads from one to the other, as they are drawn.
#pragma once

#include "models/networks/map.h"

#include <QGraphicsItem>

namespace quayside::ui
{

class MapNodeItem : public QGraphicsItem
{
public:
    explicit MapNodeItem(models::MapNode node);
    [[nodiscard]] const models::MapNode &node() const { return m_node; }
    void setCurrent(bool current);

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override; // of a network the head alone
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintHost(QPainter *painter, const QRectF &box) const;
    void paintNetwork(QPainter *painter, const QRectF &box) const;
    void paintPort(QPainter *painter, const QRectF &box) const;
    void paintCard(QPainter *painter, const QRectF &box) const;
    [[nodiscard]] QPen edge() const;

    models::MapNode m_node;
    bool m_current = false;
};

class MapLineItem : public QGraphicsItem
{
public:
    explicit MapLineItem(models::MapLine line);
    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintLabel(QPainter *painter) const;

    models::MapLine m_line;
};

} // namespace quayside::ui
