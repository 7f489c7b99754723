#include "ui/system/eventstrip.h"

#include "ui/common/appearance.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace quayside::ui
{

namespace
{

constexpr std::array kinds{"container", "image", "network", "volume", "builder"};
constexpr std::array laneNames{QT_TRANSLATE_NOOP("quayside::ui::EventStrip", "Containers"),
                               QT_TRANSLATE_NOOP("quayside::ui::EventStrip", "Images"),
                               QT_TRANSLATE_NOOP("quayside::ui::EventStrip", "Networks"),
                               QT_TRANSLATE_NOOP("quayside::ui::EventStrip", "Volumes"),
                               QT_TRANSLATE_NOOP("quayside::ui::EventStrip", "Builds")};
constexpr qint64 leastSpan = 60'000; // milliseconds: what happened at once does not fill the whole width
constexpr double markWidth = 3, nearBy = 24;

int laneOf(const QString &kind)
{
    const auto *found =
        std::ranges::find_if(kinds, [&](const char *one) { return kind == QLatin1StringView(one); });
    return found == kinds.end() ? -1 : int(found - kinds.begin());
}

bool wentWrong(const models::EventRow &event)
{
    if (event.action == u"oom" || event.action.endsWith(u"unhealthy"))
        return true;
    return event.action == u"die" && event.attributes.value(QStringLiteral("exitCode")) != u"0";
}

QString moment(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time), QLocale::ShortFormat);
}

} // namespace

EventStrip::EventStrip(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("eventStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setEvents({});
    setAccessibleDescription(tr("The left and right arrow keys go from one event to the next."));
    tellName();
}

int EventStrip::laneHeight() const
{
    return fontMetrics().height() + 1;
}

QSize EventStrip::sizeHint() const
{
    return {400, int(kinds.size()) * laneHeight() + fontMetrics().height() + 12};
}

QSize EventStrip::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

QRectF EventStrip::area() const
{
    int names = 0;
    for (const char *name : laneNames)
        names = std::max(names, fontMetrics().horizontalAdvance(tr(name)));
    const QRectF all(12 + names + 10, 4, width() - names - 34, kinds.size() * double(laneHeight()));
    if (layoutDirection() == Qt::LeftToRight)
        return all;
    return {12, all.top(), all.width(), all.height()};
}

void EventStrip::setEvents(const QList<models::EventRow> &events)
{
    const QString kept = current();
    m_marks.clear();
    for (const models::EventRow &event : events) {
        if (const int lane = laneOf(event.kind); lane >= 0)
            m_marks.append({event.key(), event.sentence(), event.milliseconds, lane, wentWrong(event)});
    }
    std::ranges::stable_sort(m_marks, {}, &Mark::time);
    m_to = QDateTime::currentMSecsSinceEpoch();
    m_from = m_marks.isEmpty() ? m_to - leastSpan : std::min(m_marks.first().time, m_to - leastSpan);
    if (!m_marks.isEmpty())
        m_to = std::max(m_to, m_marks.last().time);
    setCurrent(kept);
    update();
}

void EventStrip::setCurrent(const QString &key)
{
    const auto found = std::ranges::find(m_marks, key, &Mark::key);
    m_current = found == m_marks.end() ? -1 : found - m_marks.begin();
    tellName();
    update();
}

QString EventStrip::current() const
{
    return m_current < 0 ? QString() : m_marks[m_current].key;
}

QPointF EventStrip::placeOf(const QString &key) const
{
    const auto found = std::ranges::find(m_marks, key, &Mark::key);
    return found == m_marks.end() ? QPointF() : rectOf(*found).center();
}

double EventStrip::xOf(qint64 time) const
{
    const QRectF all = area();
    const double share = double(time - m_from) / double(std::max<qint64>(1, m_to - m_from));
    const double x = share * (all.width() - markWidth) + markWidth / 2;
    return layoutDirection() == Qt::LeftToRight ? all.left() + x : all.right() - x;
}

QRectF EventStrip::rectOf(const Mark &mark) const
{
    const double top = area().top() + mark.lane * double(laneHeight());
    return {xOf(mark.time) - markWidth / 2, top + 2, markWidth, laneHeight() - 4.0};
}

qsizetype EventStrip::nearest(const QPointF &point) const
{
    const int lane = std::clamp(int((point.y() - area().top()) / laneHeight()), 0, int(kinds.size()) - 1);
    qsizetype best = -1;
    double least = nearBy;
    for (qsizetype i = 0; i < m_marks.size(); ++i) {
        const double away = std::abs(xOf(m_marks[i].time) - point.x());
        if (m_marks[i].lane == lane && away <= least) { // of those at one place the latest
            least = away;
            best = i;
        }
    }
    return best;
}

void EventStrip::choose(qsizetype at)
{
    if (at < 0 || at >= m_marks.size())
        return;
    m_current = at;
    tellName();
    update();
    emit chosen(m_marks[at].key);
}

void EventStrip::tellName()
{
    setAccessibleName(m_current < 0 ? tr("Time line of the events")
                                    : tr("Time line of the events: %1, %2")
                                          .arg(m_marks[m_current].sentence, moment(m_marks[m_current].time)));
}

void EventStrip::paintAxis(QPainter &painter) const
{
    const QRectF all = area();
    painter.setPen(quietTextColor(palette()));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (std::size_t lane = 0; lane < kinds.size(); ++lane) {
        const double top = all.top() + double(lane) * laneHeight();
        const QRectF name = mirrored ? QRectF(all.right() + 10, top, width() - all.right() - 22, laneHeight())
                                     : QRectF(12, top, all.left() - 22, laneHeight());
        painter.drawText(name, int(Qt::AlignLeading | Qt::AlignVCenter), tr(laneNames[lane]));
        QColor line = palette().color(QPalette::Mid);
        line.setAlphaF(0.35F);
        painter.fillRect(QRectF(all.left(), top + laneHeight() - 0.5, all.width(), 1), line);
    }
    const QRectF below(all.left(), all.bottom() + 2, all.width(), fontMetrics().height() + 2.0);
    const QString earliest = moment(m_from), now = tr("now");
    painter.drawText(
        below, int((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop | Qt::AlignAbsolute), earliest);
    painter.drawText(
        below, int((mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop | Qt::AlignAbsolute), now);
}

void EventStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAxis(painter);
    for (const bool bad : {false, true}) {
        for (const Mark &mark : std::as_const(m_marks)) {
            if (mark.bad == bad)
                painter.fillRect(rectOf(mark), toneColor(bad ? Tone::Bad : Tone::Accent));
        }
    }
    if (m_current >= 0) {
        const QRectF mark = rectOf(m_marks[m_current]);
        painter.setPen(QPen(palette().color(QPalette::Text), 1));
        painter.drawRect(mark.adjusted(-2.5, -2.5, 2.5, 2.5));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void EventStrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(nearest(event->position()));
}

void EventStrip::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int earlier = mirrored ? Qt::Key_Right : Qt::Key_Left,
              later = mirrored ? Qt::Key_Left : Qt::Key_Right;
    const qsizetype last = m_marks.size() - 1;
    if (event->key() == earlier)
        choose(m_current < 0 ? last : m_current - 1);
    else if (event->key() == later)
        choose(m_current < 0 ? last : m_current + 1);
    else if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(last);
    else
        QWidget::keyPressEvent(event);
}

void EventStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void EventStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool EventStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype at = nearest(help->pos());
    if (at >= 0)
        QToolTip::showText(help->globalPos(), m_marks[at].sentence + u'\n' + moment(m_marks[at].time), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace quayside::ui
