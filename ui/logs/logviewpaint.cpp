// The log on the screen: times, names, lines, marks. logview.cpp has their places.
#include "ui/logs/logview.h"

#include "ui/common/appearance.h"

#include <QDateTime>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace quayside::ui
{

using models::LogStream;

namespace
{
constexpr int gutter = 16;         // left of all: the stream's mark, the fold's mark
constexpr int longestName = 16;    // characters
constexpr int timeCharacters = 13; // "23:59:59.999 "
constexpr int markWidth = 5;
} // namespace

int LogView::nameWidth() const
{
    qsizetype longest = 0;
    for (const QString &name : m_model->sources())
        longest = std::max(longest, name.size());
    return longest == 0 ? 0 : int(std::min<qsizetype>(longest, longestName) + 1) * m_charWidth + 4;
}

int LogView::textLeft() const
{
    return gutter + (m_times ? timeCharacters * m_charWidth + 6 : 0) + nameWidth();
}

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
        paintLine(painter, line);
    if (m_model->count() == 0)
        return;
    if (m_times) {
        const int left = textLeft() - nameWidth() - 4;
        painter.setPen(palette().color(QPalette::AlternateBase));
        painter.drawLine(left, 0, left, viewport()->height());
    }
}

void LogView::paintLine(QPainter &painter, const VisibleLine &line)
{
    const QRect row(0, line.top, viewport()->width(), line.height);
    if (line.number == m_currentMatch) {
        QColor tint = toneColor(Tone::Busy);
        tint.setAlphaF(0.16F);
        painter.fillRect(row, tint);
    } else if (hasFocus() && line.number == m_cursor.number && !hasSelection()) {
        painter.fillRect(row, palette().alternateBase());
    }
    painter.save();
    painter.setClipRect(row.adjusted(textLeft(), 0, 0, 0));
    painter.setPen(palette().color(QPalette::Text));
    line.layout->draw(&painter, QPointF(textLeft() - horizontalScrollBar()->value(), line.top),
                      marksOf(line));
    if (line.stream == LogStream::Event)
        paintRule(painter, line);
    painter.restore();
    paintHead(painter, line);
}

// Left of the text.
void LogView::paintHead(QPainter &painter, const VisibleLine &line)
{
    if (line.stream == LogStream::Error) // a mark that is there or not: not by colour alone
        painter.fillRect(QRect(2, line.top + 1, 3, line.height - 2), toneColor(Tone::Bad));
    if (line.isJson) { // ▸ or ▾
        const qreal x = 7, y = line.top + m_lineHeight / 2.0;
        const QPolygonF right({{x + 1, y - 4}, {x + 5, y}, {x + 1, y + 4}});
        const QPolygonF down({{x, y - 2}, {x + 8, y - 2}, {x + 4, y + 2}});
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(quietTextColor(palette()));
        painter.drawPolygon(m_unfolded.contains(line.number) ? down : right);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    if (m_times) {
        painter.setPen(quietTextColor(palette()));
        painter.drawText(QRect(gutter, line.top, timeCharacters * m_charWidth, m_lineHeight),
                         Qt::AlignLeft | Qt::AlignVCenter, timeText(line.time));
    }
    if (line.source >= m_model->sources().size())
        return;
    const QRect name(textLeft() - nameWidth(), line.top, nameWidth() - m_charWidth, m_lineHeight);
    const QColor color = sourceColor(line.source);
    painter.fillRect(QRect(name.left(), line.top, 3, line.height), color);
    painter.setPen(color);
    painter.drawText(
        name.adjusted(markWidth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(m_model->sources()[line.source], Qt::ElideMiddle, name.width() - markWidth));
}

// From the words to the edge: here a run begins or ends.
void LogView::paintRule(QPainter &painter, const VisibleLine &line) const
{
    const int from =
        textLeft() - horizontalScrollBar()->value() + int(line.layout->maximumWidth()) + m_charWidth;
    const int y = line.top + m_lineHeight / 2;
    painter.setPen(quietTextColor(palette()));
    if (from < viewport()->width() - m_charWidth)
        painter.drawLine(from, y, viewport()->width() - m_charWidth, y);
}

QList<QTextLayout::FormatRange> LogView::marksOf(const VisibleLine &line) const
{
    QTextCharFormat format;
    format.setBackground(line.number == m_currentMatch ? QColor(0xff, 0x9d, 0x2e) : QColor(0xff, 0xdf, 0x70));
    format.setForeground(QColor(0x20, 0x18, 0x00));
    QList<QTextLayout::FormatRange> marks;
    for (const models::LogSearch::Range &range : m_search->ranges(line.layout->text())) {
        // Qt draws no selection that begins where another one ends.
        if (!marks.isEmpty() && marks.last().start + marks.last().length == range.start)
            marks.last().length += int(range.length);
        else
            marks.append({int(range.start), int(range.length), format});
    }
    addSelection(line, marks);
    return marks;
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

} // namespace quayside::ui
