#include "ui/learn/timeline/timelineview.h"

#include "ui/learn/timeline/timelinedrawing.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace quayside::ui
{

TimelineView::TimelineView(const QList<models::TimelineEntry> &entries, QWidget *parent)
    : Diagram(tr("Time line: where containers come from"), parent), m_entries(entries)
{
    setToolTip(tr("Up and Down walk through time, Left and Right to the other side, Return enters a room"));
    draw();
}

void TimelineView::draw()
{
    setDraw([entries = m_entries, direction = layoutDirection()](int width, const QFontMetrics &metrics) {
        return drawTimeline(entries, width, metrics, direction);
    });
}

void TimelineView::changeEvent(QEvent *event)
{
    Diagram::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
        draw();
}

// To what lies beside the chosen one; in one column there is nothing.
void TimelineView::chooseOtherSide(bool rightwards)
{
    const int row = currentRow();
    if (row < 0)
        return choose(0);
    const QRectF &from = drawing().shapes[row].rect;
    int nearest = -1;
    double distance = 0;
    for (int other = 0; other < drawing().shapes.size(); ++other) {
        const QRectF &rect = drawing().shapes[other].rect;
        const bool beside = rightwards ? rect.left() >= from.right() : rect.right() <= from.left();
        const double off = std::abs(rect.center().y() - from.center().y());
        if (beside && (nearest < 0 || off < distance)) {
            nearest = other;
            distance = off;
        }
    }
    choose(nearest);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return chooseOtherSide(event->key() == Qt::Key_Right);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!current().isEmpty())
            emit opened(current());
        return;
    default:
        Diagram::keyPressEvent(event);
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    Diagram::mouseDoubleClickEvent(event);
    if (!current().isEmpty())
        emit opened(current());
}

} // namespace quayside::ui
