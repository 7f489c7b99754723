#include "ui/logs/logview.h"

#include "ui/common/appearance.h"
#include "ui/common/outputfont.h"
#include "ui/logs/ansipalette.h"

#include <QDateTime>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace quayside::ui
{

using models::LogStream;

namespace
{
constexpr int gutter = 10; // left of the text: the stream's mark
constexpr qsizetype maxShown =
    16384; // characters of one line that are laid out; copy and save have all of them
} // namespace

LogView::LogView(models::LogModel *model, models::LogSearch *search, QWidget *parent)
    : QAbstractScrollArea(parent), m_model(model), m_search(search)
{
    setFont(outputFont());
    setFrameShape(QFrame::NoFrame);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    verticalScrollBar()->setSingleStep(1);
    relayout();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onLinesInserted(first, last); });
    connect(model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onLinesRemoved(last - first + 1); });
    connect(model, &QAbstractItemModel::modelReset, this, &LogView::onReset);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        m_layoutValid = false;
        viewport()->update();
    });
    connect(search, &models::LogSearch::matchesFound, this, [this] {
        if (!m_search->isActive())
            m_currentMatch = -1;
        viewport()->update();
    });
}

// ---- what the model says

void LogView::onLinesInserted(int first, int last)
{
    m_layoutValid = false;
    updateScrollBars();
    if (m_following) {
        scrollToBottom();
    } else {
        m_newLines += last - first + 1;
        emit linesSinceFollowingChanged();
    }
    viewport()->update();
}

// The oldest lines went: what is looked at stays where it is.
void LogView::onLinesRemoved(int count)
{
    m_layoutValid = false;
    m_placing = true;
    verticalScrollBar()->setValue(std::max(0, verticalScrollBar()->value() - count));
    m_placing = false;
    updateScrollBars();
    viewport()->update();
}

void LogView::onReset()
{
    m_anchor = m_cursor = {};
    m_currentMatch = -1;
    m_widest = 0;
    m_newLines = 0;
    relayout();
    setFollowing(true);
}

// ---- geometry

void LogView::relayout()
{
    const QFontMetrics metrics(font());
    m_lineHeight = metrics.lineSpacing() + 1;
    m_charWidth = std::max(1, metrics.horizontalAdvance(u'0'));
    m_layoutValid = false;
    updateScrollBars();
    if (m_following)
        scrollToBottom();
    viewport()->update();
}

int LogView::visibleRows() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

int LogView::textLeft() const
{
    // "23:59:59.999 " before the text
    return gutter + (m_times ? 13 * m_charWidth + 6 : 0);
}

// The row at the top when the last line stands at the bottom; *offset: how much of it is above the edge.
int LogView::bottomTop(int *offset) const
{
    *offset = 0;
    const int count = m_model->count();
    if (!m_wrap)
        return std::max(0, count - visibleRows());
    int height = 0, row = count;
    while (row > 0 && height < viewport()->height())
        height += makeLine(--row).height;
    *offset = std::max(0, height - viewport()->height());
    return row;
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
    m_layoutValid = false;
    viewport()->update();
}

void LogView::scrollTo(qint64 number)
{
    const int row = int(number - m_model->firstNumber());
    setFollowing(false);
    if (isLineVisible(number))
        return;
    verticalScrollBar()->setValue(std::max(0, row - visibleRows() / 3));
}

bool LogView::isLineVisible(qint64 number) const
{
    const int height = viewport()->height();
    return m_layoutValid && std::ranges::any_of(m_visible, [&](const VisibleLine &line) {
               return line.number == number && line.top >= 0 && line.top + line.height <= height;
           });
}

LogView::VisibleLine LogView::makeLine(int row) const
{
    const models::LogLine line = m_model->line(row);
    models::AnsiText ansi = models::parseAnsi(line.text.first(std::min(line.text.size(), 4 * maxShown)));
    if (ansi.text.size() > maxShown)
        ansi.text = ansi.text.left(maxShown) + QChar(0x2026);
    VisibleLine visible;
    visible.number = m_model->firstNumber() + row;
    visible.stream = line.stream;
    visible.time = line.time;
    visible.layout = std::make_unique<QTextLayout>(ansi.text, font());
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
    for (const models::AnsiSpan &span : ansi.spans)
        visible.colors.append({int(span.start), int(span.length), ansiFormat(span.style, palette())});
    return visible;
}

void LogView::layOutVisible()
{
    if (m_layoutValid)
        return;
    m_visible.clear();
    int y = -m_topOffset, widest = m_widest;
    for (int row = verticalScrollBar()->value(); row < m_model->count() && y < viewport()->height(); ++row) {
        VisibleLine line = makeLine(row);
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
    m_newLines = 0;
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

// ---- painting

QString LogView::timeText(std::int64_t time) const
{
    if (time == 0)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time / 1'000'000).toString(QStringLiteral("HH:mm:ss.zzz"));
}

void LogView::paintEvent(QPaintEvent *)
{
    layOutVisible();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().base());
    for (const VisibleLine &line : m_visible)
        paintLine(painter, line, (line.number & 1) == 0);
    if (m_model->count() == 0)
        return;
    if (m_times) {
        painter.setPen(palette().color(QPalette::AlternateBase));
        painter.drawLine(textLeft() - 4, 0, textLeft() - 4, viewport()->height());
    }
}

void LogView::paintLine(QPainter &painter, const VisibleLine &line, bool)
{
    const QRect row(0, line.top, viewport()->width(), line.height);
    if (line.number == m_currentMatch) {
        QColor tint = toneColor(Tone::Busy);
        tint.setAlphaF(0.16F);
        painter.fillRect(row, tint);
    }
    painter.save();
    painter.setClipRect(row.adjusted(textLeft(), 0, 0, 0));
    painter.setPen(palette().color(QPalette::Text));
    line.layout->draw(&painter, QPointF(textLeft() - horizontalScrollBar()->value(), line.top),
                      formatsOf(line));
    painter.restore();
    if (line.stream == LogStream::Error) // a mark that is there or not: not by colour alone
        painter.fillRect(QRect(2, line.top + 1, 3, line.height - 2), toneColor(Tone::Bad));
    if (m_times) {
        painter.setPen(quietTextColor(palette()));
        painter.drawText(QRect(gutter, line.top, textLeft() - gutter, m_lineHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, timeText(line.time));
    }
}

QList<QTextLayout::FormatRange> LogView::formatsOf(const VisibleLine &line) const
{
    QList<QTextLayout::FormatRange> formats = line.colors;
    for (const models::LogSearch::Range &range : m_search->ranges(line.layout->text())) {
        QTextCharFormat format;
        format.setBackground(line.number == m_currentMatch ? QColor(0xff, 0x9d, 0x2e)
                                                           : QColor(0xff, 0xdf, 0x70));
        format.setForeground(QColor(0x20, 0x18, 0x00));
        formats.append({int(range.start), int(range.length), format});
    }
    addSelection(line, formats);
    return formats;
}

void LogView::addSelection(const VisibleLine &line, QList<QTextLayout::FormatRange> &formats) const
{
    const Place from = std::min(m_anchor, m_cursor), to = std::max(m_anchor, m_cursor);
    if (from == to || line.number < from.number || line.number > to.number)
        return;
    const qsizetype length = line.layout->text().size();
    const qsizetype start = line.number == from.number ? std::min(from.column, length) : 0;
    const qsizetype end = line.number == to.number ? std::min(to.column, length) : length;
    QTextCharFormat format;
    format.setBackground(palette().color(QPalette::Highlight));
    format.setForeground(palette().color(QPalette::HighlightedText));
    formats.append({int(start), int(end - start), format});
}

// ---- searching

void LogView::findNext()
{
    goToMatch(m_search->next(
        m_currentMatch >= 0 ? m_currentMatch : m_model->firstNumber() + verticalScrollBar()->value() - 1));
}

void LogView::findPrevious()
{
    const qint64 from = m_currentMatch >= 0 ? m_currentMatch : m_model->firstNumber() + m_model->count();
    goToMatch(m_search->previous(from));
}

void LogView::goToMatch(qint64 number)
{
    m_currentMatch = number;
    if (number >= 0)
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
