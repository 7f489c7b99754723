#include "ui/dockerfile/graph/graphcanvas.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <limits>

namespace quayside::ui
{

namespace
{

constexpr qreal columnGap = 64, rowGap = 22, sceneMargin = 18;

QPointF placeOf(const models::GraphNode &node)
{
    return {node.column * (GraphNodeItem::width + columnGap), node.row * (GraphNodeItem::height + rowGap)};
}

} // namespace

void GraphCanvas::setGraph(const models::StageGraph &graph)
{
    const auto name = current() < 0 ? std::string() : m_graph.nodes[std::size_t(current())].name;
    setNodes({});
    m_items.clear();
    scene()->clear();
    m_graph = graph;
    for (const auto &node : graph.nodes) {
        auto *item = new GraphNodeItem(node);
        item->setPos(placeOf(node));
        scene()->addItem(item);
        m_items.push_back(item);
    }
    setNodes({m_items.begin(), m_items.end()});
    for (const auto &edge : graph.edges)
        addEdge(edge);
    setSceneRect(scene()->itemsBoundingRect().adjusted(-sceneMargin, -sceneMargin, sceneMargin, sceneMargin));
    applyFacts();
    const auto same = std::ranges::find(graph.nodes, name, &models::GraphNode::name);
    setCurrent(graph.nodes.empty() ? -1 : same == graph.nodes.end() ? 0 : int(same - graph.nodes.begin()));
    fitUnlessZoomed();
}

void GraphCanvas::addEdge(const models::GraphEdge &edge)
{
    const auto &source = m_graph.nodes[std::size_t(edge.from)];
    const auto &target = m_graph.nodes[std::size_t(edge.to)];
    const QPointF out(GraphNodeItem::width, GraphNodeItem::height / 2), in(0, GraphNodeItem::height / 2);
    auto lane = std::numeric_limits<qreal>::quiet_NaN();
    if (target.column > source.column + 1) // between the rows, not behind what stands in its way
        lane = placeOf(source).y() +
               (target.row < source.row ? -rowGap / 2 : GraphNodeItem::height + rowGap / 2);
    scene()->addItem(new GraphEdgeItem(edge, placeOf(source) + out, placeOf(target) + in, lane));
}

void GraphCanvas::setFacts(const models::CardFacts &facts)
{
    m_facts = facts;
    applyFacts();
}

void GraphCanvas::applyFacts()
{
    for (auto *item : m_items) {
        const auto fact = m_facts.constFind(item->node().line);
        const bool known = fact != m_facts.cend() && item->node().kind == models::GraphNode::Kind::Stage;
        item->setFact(known ? std::optional(*fact) : std::nullopt);
    }
}

void GraphCanvas::markCurrent(int node, bool current)
{
    m_items[std::size_t(node)]->setCurrent(current);
}

QString GraphCanvas::descriptionOf(int node) const
{
    return m_items[std::size_t(node)]->description();
}

QString GraphCanvas::save(const QString &path)
{
    const auto box = sceneRect();
    const auto failed = [&] {
        return tr("%1 could not be written. Is its folder there, and may you write in it?")
            .arg(QFileInfo(path).fileName());
    };
    const auto draw = [&](QPaintDevice *device, const QRectF &target) {
        QPainter painter;
        if (!painter.begin(device))
            return false;
        painter.fillRect(target, palette().color(QPalette::Base));
        scene()->render(&painter, target, box);
        return painter.end();
    };
    if (path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(path);
        svg.setSize(box.size().toSize());
        svg.setViewBox(QRectF(QPointF(), box.size()));
        svg.setTitle(tr("Stages"));
        return draw(&svg, QRectF(QPointF(), box.size())) ? QString() : failed();
    }
    const qreal fine = std::min(2.0, std::sqrt(64e6 / std::max(1.0, box.width() * box.height())));
    QImage image((box.size() * fine).toSize(), QImage::Format_ARGB32_Premultiplied);
    return !image.isNull() && draw(&image, QRectF(image.rect())) && image.save(path, "PNG") ? QString()
                                                                                            : failed();
}

} // namespace quayside::ui
