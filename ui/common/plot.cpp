#include "ui/common/plot.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace quayside::ui
{

Plot::Plot(const QString &title, std::function<QString(double)> words, QWidget *parent)
    : QWidget(parent), m_title(title), m_words(std::move(words))
{
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize Plot::sizeHint() const
{
    return {300, fontMetrics().height() * 2 + 76};
}

QString Plot::text() const
{
    QStringList parts;
    for (const Line &line : m_lines) {
        const double newest = line.values.isEmpty() ? -1 : line.values.last();
        const QString value = newest < 0 ? QStringLiteral("–") : m_words(newest);
        parts.append(line.name.isEmpty() ? value : QStringLiteral("%1 %2").arg(line.name, value));
    }
    return parts.join(QStringLiteral("   "));
}

void Plot::setLines(const QList<Line> &lines, qsizetype capacity, double least)
{
    m_lines = lines;
    m_capacity = std::max<qsizetype>(2, capacity);
    double highest = 0;
    for (const Line &line : lines) {
        for (const double value : line.values)
            highest = std::max(highest, value);
    }
    m_top = highest > least ? highest * 1.1 : least;
    setAccessibleDescription(text());
    update();
}

void Plot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int height = fontMetrics().height();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRect head(0, 0, width(), height + 2);
    const int titleWidth = QFontMetrics(bold).horizontalAdvance(m_title) + 12;
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(font());
    int right = width();
    for (qsizetype i = m_lines.size() - 1; i >= 0;
         --i) { // each value in its line's colour, and with its name
        const Line &line = m_lines[i];
        const double newest = line.values.isEmpty() ? -1 : line.values.last();
        const QString value = newest < 0 ? QStringLiteral("–") : m_words(newest);
        const QString words = line.name.isEmpty() ? value : QStringLiteral("%1 %2").arg(line.name, value);
        const int room = std::min(fontMetrics().horizontalAdvance(words) + 1, right - titleWidth);
        painter.setPen(toneColor(line.tone));
        painter.drawText(QRect(right - room, 0, room, height + 2), Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(words, Qt::ElideRight, room));
        right -= room + 14;
    }
    const QRectF area(0.5, height + 6.5, width() - 1, this->height() - height - 8);
    painter.fillRect(area, palette().base());
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawRect(area);
    painter.setPen(quietTextColor(palette()));
    painter.drawText(area.adjusted(6, 2, -6, 0), Qt::AlignLeft | Qt::AlignTop, m_words(m_top));
    painter.setClipRect(area);
    for (const Line &line : std::as_const(m_lines))
        paintLine(painter, area.adjusted(0, 2, 0, -1), line, m_lines.size() == 1);
}

void Plot::paintLine(QPainter &painter, const QRectF &area, const Line &line, bool filled) const
{
    const qsizetype count = std::min(line.values.size(), m_capacity), first = line.values.size() - count;
    const auto place = [&](qsizetype i) {
        const double x = area.right() - double(count - 1 - i) * area.width() / double(m_capacity - 1);
        return QPointF(x, area.bottom() - std::min(1.0, line.values[first + i] / m_top) * area.height());
    };
    QPainterPath path, below;
    bool drawing = false;
    QPointF last;
    const auto close = [&] {
        if (drawing) {
            below.lineTo(last.x(), area.bottom());
            below.closeSubpath();
        }
        drawing = false;
    };
    for (qsizetype i = 0; i < count; ++i) {
        if (line.values[first + i] < 0) {
            close();
            continue;
        }
        const QPointF point = place(i);
        if (drawing) {
            path.lineTo(point);
            below.lineTo(point);
        } else {
            path.moveTo(point);
            below.moveTo(point.x(), area.bottom());
            below.lineTo(point);
        }
        drawing = true;
        last = point;
    }
    close();
    QColor tint = toneColor(line.tone);
    if (filled) {
        tint.setAlphaF(0.18F);
        painter.fillPath(below, tint);
    }
    painter.setPen(QPen(toneColor(line.tone), 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
}

} // namespace quayside::ui
