#include "ui/networks/mapitems.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace quayside::ui
{

using models::MapLine;
using models::MapNode;
using Kind = MapNode::Kind;

namespace
{

constexpr qreal inset = 9, symbolSize = 16, corner = 6;

// Those of the program: an item has no palette of its own that follows light and dark.
QPalette colors()
{
    return QApplication::palette();
}

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void drawElided(QPainter *painter, const QRectF &place, const QString &text, Qt::TextElideMode mode,
                Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter)
{
    painter->drawText(place, int(alignment),
                      QFontMetricsF(painter->font()).elidedText(text, mode, place.width()));
}

} // namespace

MapNodeItem::MapNodeItem(MapNode node) : m_node(std::move(node))
{
    setPos(m_node.rect.topLeft());
    setToolTip(m_node.sentence);
    setZValue(m_node.kind == Kind::Network ? 0 : 2);
}

void MapNodeItem::setCurrent(bool current)
{
    m_current = current;
    update();
}

QRectF MapNodeItem::boundingRect() const
{
    const QRectF whole = m_node.kind == Kind::Network ? m_node.frame : m_node.rect;
    return whole.translated(-m_node.rect.topLeft()).adjusted(-3, -3, 3, 3);
}

QPainterPath MapNodeItem::shape() const
{
    QPainterPath path;
    path.addRect(QRectF({}, m_node.rect.size()));
    return path;
}

QPen MapNodeItem::edge() const
{
    QPen pen(m_current         ? colors().color(QPalette::Highlight)
             : m_node.troubled ? toneColor(Tone::Bad)
                               : colors().color(QPalette::Mid),
             m_current ? 3 : 1);
    if (m_node.kind == Kind::More || (m_node.kind == Kind::Network && m_node.quiet))
        pen.setStyle(Qt::DashLine);
    return pen;
}

void MapNodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(QApplication::font());
    const QRectF box = QRectF({}, m_node.rect.size()).adjusted(0.5, 0.5, -0.5, -0.5);
    switch (m_node.kind) {
    case Kind::Host:
        return paintHost(painter, box);
    case Kind::Network:
        return paintNetwork(painter, box);
    case Kind::Port:
        return paintPort(painter, box);
    case Kind::Container:
    case Kind::More:
        return paintCard(painter, box);
    }
}

void MapNodeItem::paintHost(QPainter *painter, const QRectF &box) const
{
    painter->setPen(edge());
    painter->setBrush(colors().color(QPalette::AlternateBase));
    painter->drawRoundedRect(box, corner, corner);
    icon(Symbol::Engine).paint(painter, QRectF(inset, inset, symbolSize, symbolSize).toRect());
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(colors().color(QPalette::Text));
    drawElided(painter, {inset + symbolSize + 6, inset - 2, box.width() - 2 * inset - symbolSize - 6, 20},
               m_node.title, Qt::ElideMiddle);
    painter->setFont(smaller(QApplication::font()));
    painter->setPen(quietTextColor(colors()));
    painter->drawText(box.adjusted(inset, inset + 26, -inset, -inset),
                      int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWrapAnywhere, m_node.detail);
}

void MapNodeItem::paintNetwork(QPainter *painter, const QRectF &box) const
{
    const QRectF frame = QRectF({}, m_node.frame.size()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = colors().color(QPalette::AlternateBase);
    painter->setPen(edge());
    painter->setBrush(ground);
    painter->drawRoundedRect(frame, corner, corner);
    icon(Symbol::Network).paint(painter, QRectF(inset, 8, symbolSize, symbolSize).toRect());
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(colors().color(QPalette::Text));
    const qreal left = inset + symbolSize + 6;
    drawElided(painter, {left, 5, box.width() - left - inset, 20}, m_node.title, Qt::ElideMiddle);
    painter->setFont(smaller(QApplication::font()));
    painter->setPen(quietTextColor(colors()));
    drawElided(painter, {left, 24, box.width() - left - inset, 18}, m_node.detail, Qt::ElideRight);
}

// A door in the computer's wall: flat where it leads in.
void MapNodeItem::paintPort(QPainter *painter, const QRectF &box) const
{
    QPainterPath door;
    const qreal tip = box.height() / 2;
    door.addPolygon(QPolygonF{{box.left(), box.top()},
                              {box.right() - tip, box.top()},
                              {box.right(), box.center().y()},
                              {box.right() - tip, box.bottom()},
                              {box.left(), box.bottom()},
                              {box.left(), box.top()}});
    painter->setPen(m_current ? edge() : QPen(toneColor(Tone::Accent), 1.2));
    painter->setBrush(colors().color(QPalette::Base));
    painter->drawPath(door);
    painter->setFont(smaller(QApplication::font()));
    painter->setPen(colors().color(QPalette::Text));
    drawElided(painter, box.adjusted(inset, 0, -tip - 2, 0), m_node.title, Qt::ElideMiddle);
}

void MapNodeItem::paintCard(QPainter *painter, const QRectF &box) const
{
    painter->setPen(edge());
    painter->setBrush(colors().color(QPalette::Base));
    painter->drawRoundedRect(box, corner, corner);
    painter->setPen(m_node.kind == Kind::More ? quietTextColor(colors()) : colors().color(QPalette::Text));
    if (m_node.kind == Kind::More)
        return drawElided(painter, box.adjusted(inset, 0, -inset, 0), m_node.title, Qt::ElideRight,
                          Qt::AlignCenter);
    icon(m_node.troubled ? Symbol::Warning : Symbol::Container)
        .paint(painter, QRectF(inset, (box.height() - symbolSize) / 2, symbolSize, symbolSize).toRect());
    const qreal left = inset + symbolSize + 6, width = box.width() - left - inset;
    drawElided(painter, {left, 2, width, 19}, m_node.title, Qt::ElideMiddle);
    painter->setFont(smaller(QApplication::font()));
    painter->setPen(quietTextColor(colors()));
    drawElided(painter, {left, 20, width, 17}, m_node.detail, Qt::ElideMiddle);
}

MapLineItem::MapLineItem(MapLine line) : m_line(std::move(line))
{
    setZValue(1);
    if (!m_line.label.isEmpty())
        setToolTip(m_line.label);
}

QRectF MapLineItem::boundingRect() const
{
    return QPolygonF(m_line.points).boundingRect().adjusted(-8, -20, 8, 8);
}

void MapLineItem::paintLabel(QPainter *painter) const
{
    painter->setFont(smaller(QApplication::font()));
    painter->setPen(colors().color(QPalette::Text));
    const QPointF start = m_line.points.first();
    constexpr qreal room = 108, height = 16;
    drawElided(painter, {start.x() + 6, start.y() - height - 1, room, height}, m_line.label, Qt::ElideMiddle);
}

// The way out: a thick line; a door's: with an arrow; to another network: dashes that end in a dot.
void MapLineItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const bool door = m_line.kind == MapLine::Kind::Door, attached = m_line.kind == MapLine::Kind::Attached;
    const QColor color = door ? toneColor(Tone::Accent) : quietTextColor(colors());
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(color, door ? 1.4 : attached ? 1.4 : 3, attached ? Qt::DashLine : Qt::SolidLine));
    painter->drawPolyline(QPolygonF(m_line.points));
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    const QPointF end = m_line.points.last();
    if (door)
        painter->drawPolygon(QPolygonF{end, end + QPointF(-8, -4.5), end + QPointF(-8, 4.5)});
    if (attached) {
        painter->drawEllipse(m_line.points.first(), 3.5, 3.5);
        painter->drawEllipse(end, 3.5, 3.5);
        paintLabel(painter);
    }
}

} // namespace quayside::ui
