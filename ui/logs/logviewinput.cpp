// The hand on the log: selecting, copying, keys. logview.cpp has layout and painting.
#include "ui/logs/logview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace quayside::ui
{

// ---- selecting and copying

LogView::Place LogView::placeAt(const QPoint &point)
{
    layOutVisible();
    if (m_visible.empty())
        return {};
    const VisibleLine *found = &m_visible.back();
    for (const VisibleLine &line : m_visible) {
        if (point.y() < line.top + line.height) {
            found = &line;
            break;
        }
    }
    const QPointF inLine(point.x() - textLeft() + horizontalScrollBar()->value(), point.y() - found->top);
    const int part =
        std::clamp(int(inLine.y()) / m_lineHeight, 0, std::max(0, found->layout->lineCount() - 1));
    if (found->layout->lineCount() == 0)
        return {found->number, 0};
    return {found->number, found->layout->lineAt(part).xToCursor(inLine.x())};
}

void LogView::setCursorPlace(const Place &place, bool keepAnchor)
{
    m_cursor = place;
    if (!keepAnchor)
        m_anchor = place;
    emit selectionChanged();
    viewport()->update();
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    setCursorPlace(placeAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    m_dragPoint = event->position().toPoint();
    setCursorPlace(placeAt(m_dragPoint), true);
    if (!viewport()->rect().contains(m_dragPoint))
        m_dragTimer.start(40, this);
    else
        m_dragTimer.stop();
}

void LogView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_dragTimer.timerId()) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const int step = m_dragPoint.y() < 0 ? -2 : m_dragPoint.y() > viewport()->height() ? 2 : 0;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
    setCursorPlace(placeAt(m_dragPoint), true);
}

void LogView::mouseReleaseEvent(QMouseEvent *)
{
    m_dragTimer.stop();
    if (hasSelection() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    const int row = int(place.number - m_model->firstNumber());
    if (row < 0 || row >= m_model->count())
        return;
    const QString text = models::plainText(m_model->line(row).text);
    QTextBoundaryFinder words(QTextBoundaryFinder::Word, text);
    words.setPosition(std::min(place.column + 1, text.size()));
    const qsizetype start = std::max(qsizetype(0), words.toPreviousBoundary());
    const qsizetype end = words.toNextBoundary();
    m_anchor = {place.number, start};
    setCursorPlace({place.number, end < 0 ? text.size() : end}, true);
}

QString LogView::selectedText() const
{
    const Place from = std::min(m_anchor, m_cursor), to = std::max(m_anchor, m_cursor);
    QString text;
    const qint64 first = std::max(from.number, m_model->firstNumber());
    for (qint64 number = first; number <= to.number; ++number) {
        const int row = int(number - m_model->firstNumber());
        if (row >= m_model->count())
            break;
        const QString line = models::plainText(m_model->line(row).text);
        const qsizetype start = number == from.number ? from.column : 0;
        const qsizetype end = number == to.number ? to.column : line.size();
        if (number != first)
            text += u'\n';
        text += QStringView(line).mid(start, end - start);
    }
    return text;
}

void LogView::copy()
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void LogView::selectAll()
{
    if (m_model->count() == 0)
        return;
    m_anchor = {m_model->firstNumber(), 0};
    const models::LogLine last = m_model->line(m_model->count() - 1);
    setCursorPlace({m_model->firstNumber() + m_model->count() - 1, models::plainText(last.text).size()},
                   true);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copyAction = menu.addAction(tr("&Copy"), QKeySequence::Copy, this, &LogView::copy);
    copyAction->setEnabled(hasSelection());
    menu.addAction(tr("Select &all"), QKeySequence::SelectAll, this, &LogView::selectAll);
    menu.exec(event->globalPos());
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (event->key() == Qt::Key_Home)
        bar->setValue(0);
    else if (event->key() == Qt::Key_End)
        setFollowing(true);
    else if (event->key() == Qt::Key_Up)
        bar->triggerAction(QScrollBar::SliderSingleStepSub);
    else if (event->key() == Qt::Key_Down)
        bar->triggerAction(QScrollBar::SliderSingleStepAdd);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace quayside::ui
