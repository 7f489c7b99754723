#include "ui/dockerfile/graph/graphcanvas.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QFileInfo>
#include <QImage>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSvgGenerator>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace quayside::ui
{

namespace
{

constexpr qreal columnGap = 64, rowGap = 22, sceneMargin = 18;
constexpr qreal leastZoom = 0.1, mostZoom = 4, readableZoom = 0.7;

QPointF placeOf(const models::GraphNode &node)
{
    return {node.column * (GraphNodeItem::width + columnGap), node.row * (GraphNodeItem::height + rowGap)};
}

} // namespace

GraphCanvas::GraphCanvas(QWidget *parent) : QGraphicsView(parent), m_scene(new QGraphicsScene(this))
{
    setScene(m_scene);
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    m_scene->setBackgroundBrush(Qt::NoBrush);
    viewport()->setCursor(Qt::ArrowCursor);
}

void GraphCanvas::setGraph(const models::StageGraph &graph)
{
    const auto name = m_current < 0 ? std::string() : m_graph.nodes[std::size_t(m_current)].name;
    m_scene->clear();
    m_nodes.clear();
    m_current = -1;
    m_graph = graph;
    for (const auto &node : graph.nodes) {
        auto *item = new GraphNodeItem(node);
        item->setPos(placeOf(node));
        m_scene->addItem(item);
        m_nodes.push_back(item);
    }
    for (const auto &edge : graph.edges)
        addEdge(edge);
    setSceneRect(m_scene->itemsBoundingRect().adjusted(-sceneMargin, -sceneMargin, sceneMargin, sceneMargin));
    applyFacts();
    const auto same = std::ranges::find(graph.nodes, name, &models::GraphNode::name);
    setCurrent(graph.nodes.empty() ? -1 : same == graph.nodes.end() ? 0 : int(same - graph.nodes.begin()));
    if (m_fitting)
        fitReadably();
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
    m_scene->addItem(new GraphEdgeItem(edge, placeOf(source) + out, placeOf(target) + in, lane));
}

void GraphCanvas::setFacts(const models::CardFacts &facts)
{
    m_facts = facts;
    applyFacts();
}

void GraphCanvas::applyFacts()
{
    for (auto *item : m_nodes) {
        const auto fact = m_facts.constFind(item->node().line);
        const bool known = fact != m_facts.cend() && item->node().kind == models::GraphNode::Kind::Stage;
        item->setFact(known ? std::optional(*fact) : std::nullopt);
    }
}

void GraphCanvas::setCurrent(int node)
{
    if (m_current >= 0)
        m_nodes[std::size_t(m_current)]->setCurrent(false);
    m_current = node < int(m_nodes.size()) ? node : -1;
    if (m_current < 0)
        return;
    m_nodes[std::size_t(m_current)]->setCurrent(true);
    setAccessibleDescription(m_nodes[std::size_t(m_current)]->description());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void GraphCanvas::walkTo(int node)
{
    if (node < 0 || node == m_current)
        return;
    setCurrent(node);
    ensureVisible(m_nodes[std::size_t(node)]);
    emit currentChanged(node);
}

void GraphCanvas::fit()
{
    m_fitting = true;
    fitDownTo(0);
}

void GraphCanvas::fitReadably()
{
    fitDownTo(readableZoom);
}

// By the room without scroll bars, which come and go with the scale: else each would bring the other about.
void GraphCanvas::fitDownTo(qreal leastScale)
{
    const auto box = sceneRect();
    if (m_nodes.empty() || box.isEmpty())
        return;
    const QSizeF room = maximumViewportSize();
    const auto whole = std::min({1.0, room.width() / box.width(), room.height() / box.height()});
    const auto scale = std::max({whole, leastScale, leastZoom}); // small graphs in their real size
    setTransform(QTransform::fromScale(scale, scale));
    if (scale > whole && m_current >= 0)
        centerOn(m_nodes[std::size_t(m_current)]);
    else
        centerOn(box.center());
}

void GraphCanvas::zoom(qreal factor)
{
    m_fitting = false;
    const auto now = transform().m11();
    const auto wanted = std::clamp(now * factor, leastZoom, mostZoom);
    scale(wanted / now, wanted / now);
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
        m_scene->render(&painter, target, box);
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

int GraphCanvas::nodeAt(const QPoint &place) const
{
    for (auto *item : items(place))
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (m_nodes[i] == item)
                return int(i);
    return -1;
}

// The nearest node in the direction of an arrow key; what is off to the side counts as further away.
int GraphCanvas::neighbour(int key) const
{
    if (m_current < 0)
        return m_nodes.empty() ? -1 : 0;
    const bool across = key == Qt::Key_Left || key == Qt::Key_Right;
    const qreal sign = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const auto here = m_nodes[std::size_t(m_current)]->pos();
    int best = -1;
    qreal least = std::numeric_limits<qreal>::max();
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const auto way = m_nodes[i]->pos() - here;
        const auto along = (across ? way.x() : way.y()) * sign, aside = std::abs(across ? way.y() : way.x());
        if (along > 1 && along + 3 * aside < least) {
            least = along + 3 * aside;
            best = int(i);
        }
    }
    return best;
}

void GraphCanvas::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return walkTo(neighbour(event->key()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            emit activated(m_current);
        return;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void GraphCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        walkTo(nodeAt(event->position().toPoint()));
    QGraphicsView::mousePressEvent(event);
}

void GraphCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->position().toPoint()); node >= 0)
        emit activated(node);
}

void GraphCanvas::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoom(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void GraphCanvas::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitting)
        fitReadably();
}

void GraphCanvas::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_scene->update();
}

} // namespace quayside::ui
