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

namespace
{
constexpr int foldMark = 16;                // pixels at the left that a click folds by
constexpr qsizetype mostCopied = 256 << 20; // characters: a clipboard is no place for more
} // namespace

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
    const Place place = placeAt(event->position().toPoint());
    setCursorPlace(place, event->modifiers().testFlag(Qt::ShiftModifier));
    if (event->position().x() < foldMark)
        toggleUnfolded(place.number);
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
    if (!m_model->holds(place.number))
        return;
    const QString text = shownText(place.number);
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
    const int first = m_filter->placeOf(std::max(from.number, m_model->firstNumber()));
    for (int place = first; place < m_filter->count(); ++place) {
        const qint64 number = m_filter->numberAt(place);
        if (number > to.number || text.size() > mostCopied)
            break;
        const QString line = shownText(number);
        const qsizetype start = number == from.number ? from.column : 0;
        const qsizetype end = number == to.number ? to.column : line.size();
        if (place != first)
            text += u'\n';
        text += QStringView(line).mid(start, end - start);
    }
    return text.replace(QChar::LineSeparator, u'\n');
}

void LogView::copy()
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
}

void LogView::selectAll()
{
    if (m_filter->count() == 0)
        return;
    m_anchor = {m_filter->numberAt(0), 0};
    const qint64 last = m_filter->numberAt(m_filter->count() - 1);
    setCursorPlace({last, shownText(last).size()}, true);
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    QAction *copyAction = menu.addAction(tr("&Copy"), QKeySequence::Copy, this, &LogView::copy);
    copyAction->setEnabled(hasSelection());
    menu.addAction(tr("Select &all"), QKeySequence::SelectAll, this, &LogView::selectAll);
    menu.addSeparator();
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const qint64 number = byMouse ? placeAt(event->pos()).number : m_cursor.number;
    const std::int64_t time = m_model->holds(number) ? m_model->lineOf(number).time : 0;
    for (const bool since : {true, false}) {
        QAction *bound = menu.addAction(since ? tr("Only from this line &on") : tr("Only &up to this line"),
                                        this, [this, time, since] { emit boundWanted(time, since); });
        bound->setEnabled(time != 0);
    }
    if (m_json && m_filter->contains(number) && makeLine(number).isJson)
        menu.addAction(isUnfolded(number) ? tr("&Fold its fields") : tr("Un&fold its fields"),
                       QKeySequence(Qt::Key_Return), this, [this, number] { toggleUnfolded(number); });
    menu.exec(event->globalPos());
}

// The line that keys act on; the first of the screen where it is not there.
void LogView::moveCurrent(int step)
{
    if (m_filter->count() == 0)
        return;
    layOutVisible();
    const bool shown = std::ranges::any_of(
        m_visible, [this](const VisibleLine &line) { return line.number == m_cursor.number; });
    int place = shown ? m_filter->placeOf(m_cursor.number) + step : verticalScrollBar()->value();
    place = std::clamp(place, 0, m_filter->count() - 1);
    const qint64 number = m_filter->numberAt(place);
    if (!isLineVisible(number))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
    setCursorPlace({number, 0}, false);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy))
        copy();
    else if (event->matches(QKeySequence::SelectAll))
        selectAll();
    else if (control && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        moveCurrent(event->key() == Qt::Key_Up ? -1 : 1);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        toggleUnfolded(m_cursor.number);
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
