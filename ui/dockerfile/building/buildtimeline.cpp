#include "ui/dockerfile/building/buildtimeline.h"

#include "models/builds/buildmodel.h"
#include "models/common/text.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/dockerfile/building/linefacts.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace quayside::ui
{

using models::BuildStep;
using models::BuildSteps;
using State = BuildStep::State;

namespace
{

constexpr int least = 18, space = 8, gap = 2, mostLabel = 160; // pixels
constexpr int ticks = 4;
constexpr qsizetype mostInSight = 3; // stages

qint64 lengthOf(const BuildStep &step)
{
    if (step.state == State::Running && step.startedAt > 0)
        return std::max<qint64>(0, QDateTime::currentMSecsSinceEpoch() - step.startedAt);
    return step.took;
}

// A stage without a name has its number as one.
QString titleOf(const QString &stage)
{
    bool isNumber = false;
    (void)stage.toInt(&isNumber);
    return isNumber ? BuildTimeline::tr("Stage %1").arg(stage) : stage;
}

} // namespace

BuildTimeline::BuildTimeline(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Time line of the build"));
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    viewport()->setMouseTracking(true);
    m_clock.setInterval(200);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            lay();
    });
}

const QList<BuildStep> &BuildTimeline::steps() const
{
    static const QList<BuildStep> none;
    return m_build == nullptr ? none : m_build->steps()->steps();
}

void BuildTimeline::setBuild(models::BuildFollower *build)
{
    if (m_build != nullptr) {
        m_build->disconnect(this);
        m_build->steps()->disconnect(this);
    }
    m_build = build;
    m_chosen = -1;
    if (build != nullptr) {
        connect(build, &models::BuildFollower::changed, this, &BuildTimeline::lay);
        connect(build->steps(), &QAbstractItemModel::modelReset, this, &BuildTimeline::forget);
        connect(build, &QObject::destroyed, this, &BuildTimeline::forget); // an operation that nobody lists
    }
    lay();
}

void BuildTimeline::forget()
{
    m_chosen = -1;
    lay();
}

// By time, with a least width for each bar, so that those that took none are to be seen and to be hit. Bars
// of a stage stand one behind the other; those of several stages are side by side as they were in time, but
// for these widths.
void BuildTimeline::lay()
{
    const bool live = m_build != nullptr && m_build->isFollowing();
    live ? m_clock.start() : m_clock.stop();
    m_stages.clear();
    m_bars.clear();
    qint64 first = std::numeric_limits<qint64>::max(), last = 0;
    QList<int> counts;
    for (int row = 0; row < steps().size(); ++row) {
        const BuildStep &step = steps()[row];
        if (!m_stages.contains(step.stage)) {
            m_stages.append(step.stage);
            counts.append(0);
        }
        const int stage = int(m_stages.indexOf(step.stage));
        ++counts[stage];
        m_bars.append({.row = row, .stage = stage, .place = {}});
        if (step.startedAt > 0) {
            first = std::min(first, step.startedAt);
            last = std::max(last, step.startedAt + lengthOf(step));
        }
    }
    m_total = std::max<qint64>(0, last - first);
    m_labels = 0;
    for (const QString &stage : m_stages)
        m_labels = std::max(
            m_labels, std::min(mostLabel, fontMetrics().horizontalAdvance(titleOf(stage)) + (3 * space)));
    const int most = counts.isEmpty() ? 0 : *std::ranges::max_element(counts);
    const int width = viewport()->width() - m_labels - space;
    const double scale =
        m_total == 0 ? 0 : double(std::max(0, width - (most * (least + gap)))) / double(m_total);
    QList<double> ends(m_stages.size(), m_labels);
    for (Bar &bar : m_bars) {
        const BuildStep &step = steps()[bar.row];
        double &end = ends[bar.stage];
        const double place = step.startedAt == 0 ? end : m_labels + (double(step.startedAt - first) * scale);
        const double left = std::max(end, place), length = least + (double(lengthOf(step)) * scale);
        bar.place = QRectF(left, (bar.stage * stageHeight()) + 3, length, stageHeight() - 6);
        end = left + length + gap;
    }
    // All of a small build is in sight; a large one leaves room for the rest.
    setMinimumHeight(axisHeight() +
                     (int(std::clamp<qsizetype>(m_stages.size(), 1, mostInSight)) * stageHeight()) + 2);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(
        0, std::max(0, axisHeight() + (int(m_stages.size()) * stageHeight()) - viewport()->height()));
    viewport()->update();
}

QSize BuildTimeline::sizeHint() const
{
    return {400, axisHeight() + (3 * stageHeight())};
}

QRect BuildTimeline::barOf(int row) const
{
    if (row < 0 || row >= m_bars.size())
        return {};
    return m_bars[row].place.translated(0, axisHeight() - verticalScrollBar()->value()).toAlignedRect();
}

void BuildTimeline::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor quiet = quietTextColor(palette());
    const int top = axisHeight() - verticalScrollBar()->value();
    for (int stage = 0; stage < m_stages.size(); ++stage) {
        const QRect row(0, top + (stage * stageHeight()), viewport()->width(), stageHeight());
        if (stage % 2 == 1)
            painter.fillRect(row, palette().color(QPalette::AlternateBase));
        painter.setPen(palette().color(QPalette::Text));
        const QRect label(space, row.top(), m_labels - space, row.height());
        painter.drawText(
            label, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(titleOf(m_stages[stage]), Qt::ElideMiddle, label.width() - space));
    }
    for (const Bar &bar : m_bars)
        paintBar(&painter, bar);
    painter.fillRect(0, 0, viewport()->width(), axisHeight(), palette().color(QPalette::Base));
    painter.setPen(quiet);
    if (m_bars.isEmpty())
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("The steps of a build stand here, as they go beside each other."));
    const QRect axis(m_labels, 0, viewport()->width() - m_labels - space, axisHeight());
    if (m_total > 0) {
        painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, tr("0 s"));
        painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, models::BuildModel::timeText(m_total));
        for (int tick = 0; tick <= ticks; ++tick) {
            const int x = axis.left() + (axis.width() * tick / ticks);
            painter.drawLine(x, axis.bottom() - 3, x, axis.bottom());
        }
    }
    if (hasFocus() && m_chosen < 0) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

// A shape for the state, then what it is, as far as there is room.
void BuildTimeline::paintBar(QPainter *painter, const Bar &bar) const
{
    const BuildStep &step = steps()[bar.row];
    const QRectF place = bar.place.translated(0, axisHeight() - verticalScrollBar()->value());
    const bool chosen = bar.row == m_chosen;
    QColor fill = toneColor(stepTone(step.state));
    fill.setAlphaF(step.state == State::Waiting || step.state == State::Cancelled ? 0.10F : 0.24F);
    painter->setPen(chosen ? QPen(palette().color(QPalette::Highlight), 2)
                           : QPen(toneColor(stepTone(step.state)), 1));
    painter->setBrush(fill);
    painter->drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (step.state == State::Cached) {
        QColor lines = toneColor(Tone::Accent);
        lines.setAlphaF(0.35F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(QBrush(lines, Qt::BDiagPattern));
        painter->drawRoundedRect(place.adjusted(1, 1, -1, -1), 3, 3);
    }
    constexpr double glyph = 12;
    paintBuildGlyph(painter, QRectF(place.left() + 3, place.center().y() - (glyph / 2), glyph, glyph),
                    step.state);
    const QRectF text = place.adjusted(glyph + 7, 0, -4, 0);
    if (text.width() < 24)
        return;
    painter->setPen(palette().color(QPalette::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      fontMetrics().elidedText(QStringLiteral("%1 %2").arg(step.number).arg(step.instruction),
                                               Qt::ElideRight, int(text.width())));
}

void BuildTimeline::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    lay();
}

int BuildTimeline::rowAt(const QPoint &point) const
{
    for (const Bar &bar : m_bars) {
        if (barOf(bar.row).contains(point))
            return bar.row;
    }
    return -1;
}

void BuildTimeline::chooseStep(int row)
{
    m_chosen = row >= 0 && row < m_bars.size() ? row : -1;
    setAccessibleDescription(m_chosen < 0 ? QString() : describe(m_chosen));
    if (m_chosen >= 0) {
        const QRect bar = barOf(m_chosen);
        if (bar.top() < axisHeight())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + bar.top() - axisHeight());
        else if (bar.bottom() > viewport()->height())
            verticalScrollBar()->setValue(verticalScrollBar()->value() + bar.bottom() - viewport()->height() +
                                          3);
    }
    viewport()->update();
}

void BuildTimeline::choose(int row)
{
    if (row < 0)
        return;
    chooseStep(row);
    emit stepChosen(row);
}

void BuildTimeline::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(rowAt(event->position().toPoint()));
}

// Left and Right go along a stage, Up and Down to another one.
void BuildTimeline::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Up:
        return changeStage(-1);
    case Qt::Key_Down:
        return changeStage(1);
    case Qt::Key_Home:
        return choose(m_bars.isEmpty() ? -1 : 0);
    case Qt::Key_End:
        return choose(int(m_bars.size()) - 1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void BuildTimeline::step(int by)
{
    if (m_chosen < 0)
        return choose(m_bars.isEmpty() ? -1 : 0);
    for (int row = m_chosen + by; row >= 0 && row < m_bars.size(); row += by) {
        if (m_bars[row].stage == m_bars[m_chosen].stage)
            return choose(row);
    }
}

// To the bar there that is nearest in time.
void BuildTimeline::changeStage(int by)
{
    if (m_chosen < 0)
        return choose(m_bars.isEmpty() ? -1 : 0);
    const Bar &from = m_bars[m_chosen];
    int nearest = -1;
    for (const Bar &bar : m_bars) {
        if (bar.stage != from.stage + by)
            continue;
        const auto distance = [&](const Bar &other) {
            return std::abs(other.place.center().x() - from.place.center().x());
        };
        if (nearest < 0 || distance(bar) < distance(m_bars[nearest]))
            nearest = bar.row;
    }
    choose(nearest);
}

QString BuildTimeline::describe(int row) const
{
    const BuildStep &step = steps()[row];
    QString text =
        tr("Step %1, %2: %3").arg(step.number).arg(BuildSteps::stateText(step.state), step.instruction);
    if (const QString time = models::BuildModel::timeText(lengthOf(step)); !time.isEmpty())
        text += u'\n' + tr("Time: %1").arg(time);
    if (step.size > 0)
        text += u'\n' + tr("Size: %1").arg(models::Text::size(step.size));
    if (const QString remark = BuildSteps::remark(step); !remark.isEmpty())
        text += u'\n' + remark;
    return text;
}

bool BuildTimeline::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int row = rowAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), asToolTip(describe(row)), viewport(), barOf(row));
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace quayside::ui
