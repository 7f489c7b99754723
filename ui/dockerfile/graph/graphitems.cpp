#include "ui/dockerfile/graph/graphitems.h"

#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/dockerfile/graph/graphview.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPathStroker>
#include <QStyleOptionGraphicsItem>

#include <cmath>
#include <utility>

namespace quayside::ui
{

using models::GraphEdge;
using models::GraphNode;

namespace
{

constexpr qreal nodePadding = 10, nodeSymbol = 16;

// Those of the program: an item has no palette of its own that follows light and dark.
QPalette colors()
{
    return QApplication::palette();
}

QString edgeToolTip(const GraphEdge &edge)
{
    const auto text = edge.kind == GraphEdge::Kind::From   ? GraphView::tr("Base image (line %1)")
                      : edge.kind == GraphEdge::Kind::Copy ? GraphView::tr("Copies files (line %1)")
                                                           : GraphView::tr("Mounted for a command (line %1)");
    return text.arg(edge.line) + (edge.problem.isEmpty() ? QString() : u'\n' + edge.problem);
}

} // namespace

GraphNodeItem::GraphNodeItem(GraphNode node) : m_node(std::move(node))
{
    setToolTip(description());
    setZValue(1);
}

void GraphNodeItem::setFact(const std::optional<models::CardFact> &fact)
{
    if (fact == m_fact)
        return;
    m_fact = fact;
    setToolTip(description() +
               (fact ? u'\n' + (fact->detail.isEmpty() ? fact->text : fact->detail) : QString()));
    update();
}

void GraphNodeItem::setCurrent(bool current)
{
    m_current = current;
    update();
}

QString GraphNodeItem::title() const
{
    const auto name = QString::fromStdString(m_node.name);
    const bool unnamed = m_node.kind == GraphNode::Kind::Stage && m_node.name == std::to_string(m_node.stage);
    return unnamed ? GraphView::tr("Stage %1").arg(name) : name;
}

QString GraphNodeItem::subtitle() const
{
    if (m_node.kind == GraphNode::Kind::Missing)
        return GraphView::tr("is not there");
    if (m_node.kind == GraphNode::Kind::Image)
        return m_node.name == "scratch" ? GraphView::tr("an empty image") : GraphView::tr("image");
    const auto count = GraphView::tr("%n instruction(s)", nullptr, m_node.instructions);
    return m_node.unused ? GraphView::tr("%1, not used").arg(count) : count;
}

QString GraphNodeItem::description() const
{
    if (m_node.kind != GraphNode::Kind::Stage)
        return QStringLiteral("%1, %2").arg(title(), subtitle());
    const auto text =
        GraphView::tr("%1 from %2, %3").arg(title(), QString::fromStdString(m_node.base), subtitle());
    const auto fact = m_fact ? QStringLiteral(", ") + m_fact->text : QString();
    return (m_node.isResult ? GraphView::tr("%1, the result").arg(text) : text) + fact;
}

QRectF GraphNodeItem::boundingRect() const
{
    return {-3, -3, width + 6, height + 6};
}

void GraphNodeItem::paintFact(QPainter *painter, const QRectF &box) const
{
    if (!m_fact)
        return;
    painter->setOpacity(m_fact->stale ? 0.5 : 1.0);
    paintBuildGlyph(painter, QRectF(box.left(), box.center().y() - 6, 12, 12), m_fact->state);
    painter->setPen(quietTextColor(colors()));
    const QFontMetricsF metrics(painter->font());
    const auto place = box.adjusted(16, 0, 0, 0);
    painter->drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter),
                      metrics.elidedText(m_fact->text, Qt::ElideRight, place.width()));
    painter->setOpacity(1);
}

void GraphNodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const auto palette = colors();
    const bool stage = m_node.kind == GraphNode::Kind::Stage;
    const QRectF box(0.5, 0.5, width - 1, height - 1);
    painter->setRenderHint(QPainter::Antialiasing);
    QPen edge(m_node.kind == GraphNode::Kind::Missing ? toneColor(Tone::Bad)
              : m_current || m_node.isResult          ? palette.color(QPalette::Highlight)
                                                      : palette.color(QPalette::Mid),
              m_current         ? 3
              : m_node.isResult ? 2
                                : 1);
    if (!stage || m_node.unused)
        edge.setStyle(Qt::DashLine);
    painter->setPen(edge);
    painter->setBrush(palette.color(stage ? QPalette::AlternateBase : QPalette::Base));
    painter->drawRoundedRect(box, stage ? 6 : height / 2, stage ? 6 : height / 2);
    const auto inset = stage ? nodePadding : nodePadding * 2;
    const auto symbol = stage                                   ? Symbol::Build
                        : m_node.kind == GraphNode::Kind::Image ? Symbol::Image
                                                                : Symbol::Error;
    icon(symbol).paint(painter, QRectF(inset, nodePadding, nodeSymbol, nodeSymbol).toRect());
    QFont font = QApplication::font();
    font.setWeight(stage ? QFont::DemiBold : QFont::Normal);
    painter->setFont(font);
    painter->setPen(m_node.unused ? quietTextColor(palette) : palette.color(QPalette::Text));
    const QRectF line(inset + nodeSymbol + 6, nodePadding - 2, width - inset * 2 - nodeSymbol - 6, 20);
    painter->drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter),
                      QFontMetricsF(font).elidedText(title(), Qt::ElideMiddle, line.width()));
    font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    painter->setFont(font);
    const QRectF below(inset, nodePadding + 20, width - inset * 2, 20);
    if (m_fact)
        return paintFact(painter, below);
    painter->setPen(quietTextColor(palette));
    painter->drawText(below, int(Qt::AlignLeft | Qt::AlignVCenter),
                      QFontMetricsF(font).elidedText(subtitle(), Qt::ElideRight, below.width()));
}

GraphEdgeItem::GraphEdgeItem(const GraphEdge &edge, const QPointF &from, const QPointF &to, qreal lane)
    : m_edge(edge), m_end(to), m_path(from)
{
    const auto curve = [this](const QPointF &end, qreal reach) {
        m_path.cubicTo(m_path.currentPosition() + QPointF(reach, 0), end - QPointF(reach, 0), end);
    };
    if (std::isnan(lane)) {
        // What leads backwards goes round in a wide bend.
        curve(to, to.x() > from.x() ? (to.x() - from.x()) / 2 : bend * 1.5);
    } else {
        curve({from.x() + bend, lane}, bend / 2);
        m_path.lineTo(to.x() - bend, lane);
        curve(to, bend / 2);
    }
    setToolTip(edgeToolTip(edge));
}

QRectF GraphEdgeItem::boundingRect() const
{
    return m_path.boundingRect().adjusted(-10, -10, 10, 10);
}

QPainterPath GraphEdgeItem::shape() const
{
    QPainterPathStroker stroker;
    stroker.setWidth(8);
    return stroker.createStroke(m_path);
}

// Built on: a full line; files taken: a dashed one; mounted: dots.
void GraphEdgeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const auto color = m_edge.problem.isEmpty() ? quietTextColor(colors()) : toneColor(Tone::Bad);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, m_edge.kind == GraphEdge::Kind::From ? 2 : 1.4,
                         m_edge.kind == GraphEdge::Kind::From   ? Qt::SolidLine
                         : m_edge.kind == GraphEdge::Kind::Copy ? Qt::DashLine
                                                                : Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(m_path);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawPolygon(QPolygonF({m_end, m_end + QPointF(-8, -4.5), m_end + QPointF(-8, 4.5)}));
}

} // namespace quayside::ui
