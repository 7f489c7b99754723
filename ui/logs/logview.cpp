#include "ui/logs/logview.h"

#include "ui/common/appearance.h"
#include "ui/common/outputfont.h"

#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace quayside::ui
{

using models::LogModel;

namespace
{
constexpr qsizetype maxShown =
    16384; // characters of one line that are laid out; copy and save have all of them
} // namespace

LogView::LogView(LogModel *model, models::LogFilter *filter, models::LogSearch *search, QWidget *parent)
    : QAbstractScrollArea(parent), m_model(model), m_filter(filter), m_search(search)
{
    setFont(outputFont());
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    verticalScrollBar()->setSingleStep(1);
    relayout();
    connect(filter, &models::LogFilter::rowsChanged, this, &LogView::onRowsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &LogView::onReset);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        forgetLayouts();
        viewport()->update();
    });
    connect(search, &models::LogSearch::matchesFound, this, [this] {
        if (!m_search->isActive())
            m_currentMatch = LogModel::noLine;
        viewport()->update();
    });
}

// ---- what the model says

// What is looked at stays where it is, whatever comes or goes above it.
void LogView::onRowsChanged()
{
    m_layoutValid = false;
    updateScrollBars();
    if (m_following) {
        scrollToBottom();
    } else {
        m_placing = true;
        verticalScrollBar()->setValue(m_filter->placeOf(m_topNumber));
        m_placing = false;
        emit linesSinceFollowingChanged();
    }
    viewport()->update();
}

int LogView::linesSinceFollowing() const
{
    return m_following ? 0 : std::max(0, m_filter->count() - m_filter->placeOf(m_seenEnd));
}

void LogView::onReset()
{
    m_anchor = m_cursor = {};
    m_currentMatch = LogModel::noLine;
    m_unfolded.clear();
    m_widest = 0;
    relayout();
    setFollowing(true);
}

// ---- geometry

void LogView::relayout()
{
    const QFontMetrics metrics(font());
    m_lineHeight = metrics.lineSpacing() + 1;
    m_charWidth = std::max(1, metrics.horizontalAdvance(u'0'));
    forgetLayouts();
    updateScrollBars();
    if (m_following)
        scrollToBottom();
    viewport()->update();
}

void LogView::forgetLayouts()
{
    m_visible.clear();
    m_layoutValid = false;
}

int LogView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

// The place at the top when the last line stands at the bottom; *offset: how much of it is above the edge.
int LogView::bottomTop(int *offset) const
{
    *offset = 0;
    const int count = m_filter->count();
    if (!hasHighLines())
        return std::max(0, count - visibleRows());
    int height = 0, place = count;
    while (place > 0 && height < viewport()->height())
        height += makeLine(m_filter->numberAt(--place)).height;
    *offset = std::max(0, height - viewport()->height());
    return place;
}

void LogView::updateScrollBars()
{
    int offset = 0;
    QScrollBar *bar = verticalScrollBar();
    m_placing = true;
    bar->setRange(0, bottomTop(&offset));
    bar->setPageStep(visibleRows());
    QScrollBar *sideways = horizontalScrollBar();
    sideways->setRange(0, m_wrap ? 0 : std::max(0, m_widest + textLeft() + 8 - viewport()->width()));
    sideways->setPageStep(viewport()->width());
    sideways->setSingleStep(m_charWidth * 4);
    m_placing = false;
}

void LogView::scrollToBottom()
{
    int offset = 0;
    const int top = bottomTop(&offset);
    m_placing = true;
    verticalScrollBar()->setMaximum(top);
    verticalScrollBar()->setValue(top);
    m_placing = false;
    m_topOffset = offset;
    m_topNumber = m_filter->count() > 0 ? m_filter->numberAt(top) : m_model->firstNumber();
    m_seenEnd = m_model->endNumber();
    m_layoutValid = false;
    viewport()->update();
}

void LogView::scrollTo(qint64 number)
{
    setFollowing(false);
    if (isLineVisible(number))
        return;
    verticalScrollBar()->setValue(std::max(0, m_filter->placeOf(number) - visibleRows() / 3));
}

bool LogView::isLineVisible(qint64 number) const
{
    const int height = viewport()->height();
    return m_layoutValid && std::ranges::any_of(m_visible, [&](const VisibleLine &line) {
               return line.number == number && line.top >= 0 && line.top + line.height <= height;
           });
}

LogView::VisibleLine LogView::makeLine(qint64 number) const
{
    const models::LogLine line = m_model->lineOf(number);
    ShownLine shown =
        shownLine(line, {.json = m_json, .unfolded = m_unfolded.contains(number)}, palette(), maxShown);
    VisibleLine visible;
    visible.number = number;
    visible.stream = line.stream;
    visible.source = line.source;
    visible.time = line.time;
    visible.isJson = shown.isJson;
    visible.layout = std::make_unique<QTextLayout>(shown.text, font());
    visible.layout->setFormats(shown.formats);
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(m_wrap ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    visible.layout->setTextOption(option);
    visible.layout->setCacheEnabled(true);
    const qreal width = m_wrap ? std::max(40, viewport()->width() - textLeft() - 4) : 1e6;
    int rows = 0;
    visible.layout->beginLayout();
    for (QTextLine part = visible.layout->createLine(); part.isValid(); part = visible.layout->createLine()) {
        part.setLineWidth(width);
        part.setPosition(QPointF(0, rows++ * m_lineHeight));
    }
    visible.layout->endLayout();
    visible.height = std::max(1, rows) * m_lineHeight;
    return visible;
}

QString LogView::shownText(qint64 number) const
{
    const LineLook look{.json = m_json, .unfolded = m_unfolded.contains(number)};
    return shownLine(m_model->lineOf(number), look, palette(), models::LogChunk::maxLineBytes).text;
}

// A step down shows one new line: the others are laid out already.
void LogView::layOutVisible()
{
    if (m_layoutValid)
        return;
    std::vector<VisibleLine> old = std::move(m_visible);
    m_visible.clear();
    int y = -m_topOffset, widest = m_widest;
    auto known = old.begin();
    for (int place = verticalScrollBar()->value(); place < m_filter->count() && y < viewport()->height();
         ++place) {
        const qint64 number = m_filter->numberAt(place);
        known =
            std::find_if(known, old.end(), [&](const VisibleLine &line) { return line.number >= number; });
        VisibleLine line =
            known != old.end() && known->number == number ? std::move(*known) : makeLine(number);
        line.top = y;
        y += line.height;
        widest = std::max(widest, int(line.layout->maximumWidth()));
        m_visible.push_back(std::move(line));
    }
    m_layoutValid = true;
    if (widest > m_widest && !m_wrap) {
        m_widest = widest;
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
    }
}

// ---- following

void LogView::setFollowing(bool following)
{
    if (following)
        scrollToBottom();
    if (m_following == following)
        return;
    m_following = following;
    m_seenEnd = m_model->endNumber();
    emit followingChanged(following);
    emit linesSinceFollowingChanged();
}

void LogView::scrollContentsBy(int dx, int dy)
{
    m_layoutValid = m_layoutValid && dy == 0;
    if (dy != 0 && !m_placing) {
        m_topOffset = 0;
        const bool atBottom = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
        if (atBottom) { // of a wrapped last page, a part of its top line is above the edge
            int offset = 0;
            if (verticalScrollBar()->value() == bottomTop(&offset))
                m_topOffset = offset;
        }
        if (verticalScrollBar()->value() < m_filter->count())
            m_topNumber = m_filter->numberAt(verticalScrollBar()->value());
        setFollowing(atBottom);
    }
    Q_UNUSED(dx)
    viewport()->update();
}

void LogView::wheelEvent(QWheelEvent *event)
{
    const int before = verticalScrollBar()->value();
    QAbstractScrollArea::wheelEvent(event);
    // All lines fit: the bar cannot say that somebody scrolled up, and there is nothing to stop for.
    if (event->angleDelta().y() > 0 && verticalScrollBar()->value() < before)
        setFollowing(false);
}

void LogView::setWrap(bool wrap)
{
    m_wrap = wrap;
    m_topOffset = 0;
    relayout();
}

void LogView::setShowTimes(bool show)
{
    m_times = show;
    relayout();
}

void LogView::setShowJson(bool show)
{
    m_json = show;
    relayout();
}

void LogView::toggleUnfolded(qint64 number)
{
    if (!m_json || !m_filter->contains(number))
        return;
    if (!m_unfolded.remove(number)) {
        if (!makeLine(number).isJson)
            return;
        m_unfolded.insert(number);
    }
    setFollowing(false); // what is read stays
    relayout();
}

void LogView::goToEvent(bool next)
{
    const qint64 from = isLineVisible(m_cursor.number) ? m_cursor.number : m_topNumber;
    qint64 found = next ? m_model->nextEvent(from) : m_model->previousEvent(from);
    while (found != LogModel::noLine && !m_filter->contains(found))
        found = next ? m_model->nextEvent(found) : m_model->previousEvent(found);
    if (found == LogModel::noLine)
        return;
    scrollTo(found);
    setCursorPlace({found, 0}, false);
}

// ---- searching

void LogView::findNext()
{
    goToMatch(m_search->next(m_currentMatch != LogModel::noLine ? m_currentMatch : m_topNumber - 1));
}

void LogView::findPrevious()
{
    goToMatch(m_search->previous(m_currentMatch != LogModel::noLine ? m_currentMatch : m_model->endNumber()));
}

void LogView::goToMatch(qint64 number)
{
    m_currentMatch = number;
    if (number != LogModel::noLine)
        scrollTo(number);
    emit currentMatchChanged();
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        relayout();
}

} // namespace quayside::ui
