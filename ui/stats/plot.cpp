#include "ui/stats/plot.h"

#include "models/common/text.h"
#include "ui/stats/limithandle.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace quayside::ui
{

namespace
{

constexpr int plotHeight = 84;

QFont smallFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

QString momentWords(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).time(), QStringLiteral("HH:mm:ss"));
}

} // namespace

Plot::Plot(const QString &title, std::function<QString(double)> words, QWidget *parent)
    : QWidget(parent), m_title(title), m_words(std::move(words))
{
    setAccessibleName(title);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QSize Plot::minimumSizeHint() const
{
    return {180, std::max(m_head, fontMetrics().height()) + fontMetrics().height() + plotHeight};
}

QSize Plot::sizeHint() const
{
    return minimumSizeHint() + QSize(120, 24);
}

LimitHandle *Plot::addLimit(const QString &name)
{
    m_limit = new LimitHandle(name, m_words, this);
    connect(m_limit, &LimitHandle::moved, this, [this] {
        layOut();
        update();
    });
    return m_limit;
}

void Plot::setContent(const PlotContent &content)
{
    m_content = content;
    layOut();
    describe();
    update();
}

// A limit that is not far from what is used is within the plot; one that is far stands at the upper edge.
void Plot::layOut()
{
    const double highest = m_content.highest();
    double top = highest > m_content.least ? highest * 1.1 : m_content.least;
    if (m_limit != nullptr) {
        const double limit = m_limit->value();
        if (limit > 0 && limit <= 4 * top)
            top = std::max(top, limit * 1.15);
        if (m_limit->isMoving()) // until it is let go
            top = m_scale.top;
    }
    const int head = std::max(m_head, legend().height() + 4);
    if (head != m_head) {
        m_head = head;
        updateGeometry();
    }
    const int axis = QFontMetrics(smallFont(font())).height() + 1;
    m_scale = {.area = QRectF(0.5, head + 0.5, width() - 1, std::max(20, height() - head - axis - 2)),
               .from = m_content.from,
               .to = m_content.to,
               .top = top};
    if (m_limit != nullptr)
        m_limit->place(m_scale);
}

PlotLegend Plot::legend() const
{
    QList<LegendEntry> entries;
    if (m_headValue)
        entries.append({m_headValue(shownIndex()), Tone::Accent, false});
    for (const PlotLine &line : m_content.lines)
        entries.append({entryWords(line, shownIndex()), line.tone, !line.name.isEmpty()});
    return {m_title, entries, font(), width()};
}

void Plot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != width())
        m_head = 0;
    layOut();
}

// ---- the moment that is looked at

qsizetype Plot::shownIndex() const
{
    if (m_cursor)
        return m_content.nearest(*m_cursor);
    // The newest, unless it is long ago.
    return m_content.nearest(m_content.to);
}

QString Plot::entryWords(const PlotLine &line, qsizetype at) const
{
    const bool known = at >= 0 && at < line.values.size() && line.values[at] >= 0;
    const QString value = known ? m_words(double(line.values[at])) : QStringLiteral("–");
    return line.name.isEmpty() ? value : QStringLiteral("%1 %2").arg(line.name, value);
}

QString Plot::text() const
{
    QStringList parts;
    if (m_headValue)
        parts.append(m_headValue(shownIndex()));
    for (const PlotLine &line : m_content.lines)
        parts.append(entryWords(line, shownIndex()));
    return parts.join(QStringLiteral(", "));
}

void Plot::describe()
{
    const qsizetype at = shownIndex();
    const QString words = m_cursor && at >= 0
                              ? tr("%1: %2", "time: values").arg(momentWords(m_content.times[at]), text())
                              : text();
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    if (m_cursor && hasFocus()) { // read out: it was asked for
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void Plot::setCursorTime(std::optional<qint64> time)
{
    if (m_cursor == time)
        return;
    m_cursor = time;
    layOut();
    describe();
    update();
}

void Plot::mouseMoveEvent(QMouseEvent *event)
{
    const bool within = m_scale.area.contains(event->position());
    setCursorTime(within ? std::optional(m_scale.time(event->position().x())) : std::nullopt);
    emit cursorMoved(m_cursor);
}

void Plot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    setCursorTime({});
    emit cursorMoved({});
}

void Plot::stepCursor(int steps)
{
    if (m_content.times.isEmpty())
        return;
    const qsizetype last = m_content.times.size() - 1;
    qsizetype at = m_cursor ? m_content.nearest(*m_cursor) : last;
    if (at < 0) // in a gap: to the side that the key points to
        at = std::ranges::lower_bound(m_content.times, *m_cursor) - m_content.times.begin() - (steps > 0);
    setCursorTime(m_content.times[std::clamp<qsizetype>(at + steps, 0, last)]);
    emit cursorMoved(m_cursor);
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    const int many = int(m_content.times.size());
    const int step = event->modifiers().testFlag(Qt::ControlModifier) ? std::max(1, many / 20) : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return stepCursor(-step);
    case Qt::Key_Right:
        return stepCursor(step);
    case Qt::Key_Home:
        return stepCursor(-many);
    case Qt::Key_End:
        return stepCursor(many);
    case Qt::Key_Escape:
        if (m_cursor) {
            setCursorTime({});
            emit cursorMoved({});
            return;
        }
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void Plot::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Plot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        setCursorTime({});
        emit cursorMoved({});
    }
    update();
}

// ---- painting

void Plot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    legend().paint(&painter, palette());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(m_scale.area, palette().base());
    painter.save();
    painter.setClipRect(m_scale.area);
    paintPlotLines(&painter, m_scale, m_content);
    painter.restore();
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_scale.area);
    if (m_limit != nullptr)
        m_limit->paintLine(&painter, m_scale);
    paintAxis(painter);
    paintCursor(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(m_scale.area.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void Plot::paintAxis(QPainter &painter) const
{
    painter.setFont(smallFont(font()));
    painter.setPen(quietTextColor(palette()));
    const QRectF area = m_scale.area;
    const QRectF room = area.adjusted(6, 2, -5, -2);
    QRectF label;
    painter.drawText(room, Qt::AlignRight | Qt::AlignTop, m_words(m_scale.top), &label);
    QColor behind = palette().color(QPalette::Base); // it is read before a full plot, too
    behind.setAlphaF(0.75F);
    painter.fillRect(label.adjusted(-2, 0, 2, 0), behind);
    painter.drawText(room, Qt::AlignRight | Qt::AlignTop, m_words(m_scale.top));
    const QRectF below(area.left(), area.bottom() + 1, area.width(), height() - area.bottom() - 1);
    const qint64 seconds = (m_content.to - m_content.from + 500) / 1000;
    const qsizetype at = m_cursor ? shownIndex() : -1;
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 ago").arg(models::Text::duration(seconds)));
    if (at >= 0)
        painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, momentWords(m_content.times[at]));
}

void Plot::paintCursor(QPainter &painter) const
{
    const qsizetype at = m_cursor ? shownIndex() : -1;
    if (at < 0)
        return;
    const double x = m_scale.x(m_content.times[at]);
    painter.setPen(QPen(quietTextColor(palette()), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, m_scale.area.top()), QPointF(x, m_scale.area.bottom()));
    if (m_content.stacked)
        return;
    for (const PlotLine &line : m_content.lines) {
        if (at >= line.values.size() || line.values[at] < 0)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(line.tone));
        painter.drawEllipse(QPointF(x, m_scale.y(double(line.values[at]))), 3, 3);
    }
}

} // namespace quayside::ui
