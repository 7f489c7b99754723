#include "ui/common/zoomview.h"

#include <QAccessible>
#include <QAccessibleEvent>
#include <QEvent>
#include <QGraphicsItem>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace quayside::ui
{

namespace
{

constexpr qreal leastZoom = 0.1, mostZoom = 4, readableZoom = 0.7;

} // namespace

ZoomView::ZoomView(QWidget *parent) : QGraphicsView(parent)
{
    setScene(new QGraphicsScene(this));
    setDragMode(ScrollHandDrag);
    setTransformationAnchor(AnchorUnderMouse);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    scene()->setBackgroundBrush(Qt::NoBrush);
    viewport()->setCursor(Qt::ArrowCursor);
}

void ZoomView::setNodes(std::vector<QGraphicsItem *> nodes)
{
    m_nodes = std::move(nodes);
    m_current = -1;
}

void ZoomView::setCurrent(int node)
{
    if (m_current >= 0)
        markCurrent(m_current, false);
    m_current = node < nodeCount() ? node : -1;
    if (m_current < 0)
        return;
    markCurrent(m_current, true);
    setAccessibleDescription(descriptionOf(m_current));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void ZoomView::walkTo(int node)
{
    if (node < 0 || node == m_current)
        return;
    setCurrent(node);
    ensureVisible(m_nodes[std::size_t(node)]);
    emit currentChanged(node);
}

void ZoomView::fit()
{
    m_fitting = true;
    fitDownTo(0);
}

void ZoomView::fitUnlessZoomed()
{
    if (m_fitting)
        fitDownTo(readableZoom);
}

// By the room without scroll bars, which come and go with the scale: else each would bring the other about.
void ZoomView::fitDownTo(qreal leastScale)
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

void ZoomView::zoom(qreal factor)
{
    m_fitting = false;
    const auto now = transform().m11();
    const auto wanted = std::clamp(now * factor, leastZoom, mostZoom);
    scale(wanted / now, wanted / now);
}

int ZoomView::nodeAt(const QPoint &place) const
{
    for (auto *item : items(place))
        for (std::size_t i = 0; i < m_nodes.size(); ++i)
            if (m_nodes[i] == item)
                return int(i);
    return -1;
}

// The nearest node in the direction of an arrow key; what is off to the side counts as further away.
int ZoomView::neighbour(int key) const
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

void ZoomView::keyPressEvent(QKeyEvent *event)
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

void ZoomView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        walkTo(nodeAt(event->position().toPoint()));
    QGraphicsView::mousePressEvent(event);
}

void ZoomView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const int node = nodeAt(event->position().toPoint()); node >= 0)
        emit activated(node);
}

void ZoomView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoom(std::pow(1.0015, event->angleDelta().y()));
    event->accept();
}

void ZoomView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    fitUnlessZoomed();
}

void ZoomView::changeEvent(QEvent *event)
{
    QGraphicsView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && scene() != nullptr)
        scene()->update();
}

} // namespace quayside::ui
