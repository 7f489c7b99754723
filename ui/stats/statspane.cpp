#include "ui/stats/statspane.h"

#include "models/containers/containeruse.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/stats/limithandle.h"
#include "ui/stats/limitlines.h"
#include "ui/stats/plot.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

namespace quayside::ui
{

using models::Limit;
using models::Measure;
using models::StatsFollower;
using models::StatsPoint;
using models::StatsSeries;

namespace
{

constexpr int wideEnough = 620; // pixels for two plots side by side
constexpr qint64 fiveMinutes = 300'000, oneHour = 3'600'000;

QString cpusWords(double cpus)
{
    return cpus == 1 ? StatsPane::tr("1 CPU")
                     : StatsPane::tr("%1 CPUs").arg(QLocale().toString(cpus, 'g', 4));
}

QString processesWords(double count)
{
    return StatsPane::tr("%n process(es)", nullptr, int(count));
}

struct LineOf {
    Measure measure;
    Tone tone;
    QString name;
};

QList<LineOf> linesOf(StatsPane::PlotKind kind)
{
    switch (kind) {
    case StatsPane::Cpu:
        return {{Measure::Cpu, Tone::Accent, {}}};
    case StatsPane::Memory:
        return {{Measure::Programs, Tone::Accent, StatsPane::tr("programs", "memory")},
                {Measure::Shared, Tone::Good, StatsPane::tr("shared", "memory")},
                {Measure::Kernel, Tone::Busy, StatsPane::tr("kernel", "memory")},
                {Measure::Cache, Tone::Quiet, StatsPane::tr("cache", "memory")},
                {Measure::Swap, Tone::Bad, StatsPane::tr("swap", "memory")}};
    case StatsPane::Network:
        return {{Measure::Received, Tone::Accent, StatsPane::tr("in")},
                {Measure::Sent, Tone::Busy, StatsPane::tr("out")}};
    case StatsPane::Disk:
        return {{Measure::Read, Tone::Accent, StatsPane::tr("read")},
                {Measure::Written, Tone::Busy, StatsPane::tr("written")}};
    case StatsPane::Processes:
        return {{Measure::Processes, Tone::Good, {}}};
    default:
        return {{Measure::CpuPressure, Tone::Accent, StatsPane::tr("CPU")},
                {Measure::MemoryPressure, Tone::Good, StatsPane::tr("memory", "pressure")},
                {Measure::IoPressure, Tone::Busy, StatsPane::tr("disk", "pressure")}};
    }
}

double leastOf(StatsPane::PlotKind kind)
{
    constexpr std::array<double, StatsPane::PlotCount> least = {100, 1 << 20, 1 << 10, 1 << 10, 8, 5};
    return least[kind];
}

QList<float> valuesOf(const QList<StatsPoint> &points, Measure measure)
{
    QList<float> values;
    values.reserve(points.size());
    for (const StatsPoint &point : points)
        values.append(point.of(measure));
    return values;
}

bool anyKnown(const QList<float> &values)
{
    return std::ranges::any_of(values, [](float value) { return value >= 0; });
}

} // namespace

StatsPane::StatsPane(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_follower(session->client(), session->stats()),
      m_range(new QComboBox(this)), m_pause(new QToolButton(this)), m_notice(new Notice(this)),
      m_limits(new LimitLines(session, m_notice, this)), m_scroll(new QScrollArea(this)),
      m_pressureWords(new QLabel(this)), m_line(new QLabel(this))
{
    auto *plots = new QWidget(this);
    m_grid = new QGridLayout(plots);
    m_grid->setContentsMargins(14, 4, 14, 8);
    m_grid->setHorizontalSpacing(18);
    m_grid->setVerticalSpacing(12);
    makePlots();
    setUpLimits();
    m_scroll->setWidget(plots);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_scroll, 1);
    connect(&m_follower, &StatsFollower::changed, this, &StatsPane::refresh);
    refresh();
}

void StatsPane::makePlots()
{
    m_plots = {new Plot(tr("CPU"), models::percentText, this),
               new Plot(tr("Memory"), models::bytesText, this),
               new Plot(tr("Network"), models::rateText, this),
               new Plot(tr("Disk"), models::rateText, this),
               new Plot(tr("Processes"), models::countText, this),
               new Plot(tr("Pressure"), models::percentText, this)};
    for (Plot *plot : m_plots)
        connect(plot, &Plot::cursorMoved, this, &StatsPane::showMoment);
    m_plots[Memory]->setHeadValue([this](qsizetype at) {
        const float used = at >= 0 && at < m_shown.size() ? m_shown[at].of(Measure::Memory) : -1;
        return used >= 0 ? tr("%1 in use").arg(models::bytesText(double(used))) : QStringLiteral("–");
    });
    m_pressureWords->setText(
        tr("Pressure is the part of the time in which something in the container had to wait for a CPU, for "
           "memory to become free, or for the disk."));
    for (QLabel *label : {m_pressureWords, m_line}) {
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
}

void StatsPane::setUpLimits()
{
    m_limits->add(Limit::Memory, m_plots[Memory]->addLimit(tr("Memory limit")), 1, models::bytesText);
    m_limits->add(Limit::Cpus, m_plots[Cpu]->addLimit(tr("CPU limit")), 100, cpusWords);
    m_limits->add(Limit::Processes, m_plots[Processes]->addLimit(tr("Limit of processes")), 1,
                  processesWords);
}

QLayout *StatsPane::makeHead()
{
    m_range->addItem(tr("Last 5 minutes"), fiveMinutes);
    m_range->addItem(tr("Last hour"), oneHour);
    m_range->setAccessibleName(tr("Time that the plots show"));
    m_range->setToolTip(m_range->accessibleName());
    m_pause->setText(tr("Pause"));
    m_pause->setIcon(icon(Symbol::Pause));
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setCheckable(true);
    m_pause->setAutoRaise(true);
    m_pause->setToolTip(tr("Keep the plots as they are; what comes meanwhile is not lost"));
    m_pause->setAccessibleName(tr("Pause the plots"));
    connect(m_range, &QComboBox::currentIndexChanged, this, &StatsPane::refresh);
    connect(m_pause, &QToolButton::toggled, this, &StatsPane::setPaused);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(14, 8, 14, 4);
    head->addWidget(m_range);
    head->addWidget(m_pause);
    head->addStretch(1);
    return head;
}

void StatsPane::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running)
        return;
    if (m_id != id)
        m_pause->setChecked(false);
    m_id = id;
    m_running = running;
    followOrStop();
}

QString StatsPane::line() const
{
    return m_line->text();
}

void StatsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followOrStop();
}

void StatsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_follower.stop();
}

void StatsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void StatsPane::arrange()
{
    const int columns = width() >= wideEnough ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int at = 0; at < PlotCount; ++at) {
        m_grid->addWidget(m_plots[at], at / columns, at % columns);
        m_grid->setRowStretch(at, at < (PlotCount + 1) / columns ? 1 : 0);
    }
    m_grid->addWidget(m_pressureWords, PlotCount, 0, 1, columns);
    m_grid->addWidget(m_line, PlotCount + 1, 0, 1, columns);
    for (int column = 0; column < 2; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void StatsPane::followOrStop()
{
    if (isVisible() && !m_id.isEmpty()) {
        m_limits->showContainer(m_id, m_running);
        if (m_running &&
            (m_follower.containerId() != m_id || m_follower.state() == StatsFollower::State::Idle))
            m_follower.follow(m_id);
    }
    if (!isVisible() || !m_running || m_id.isEmpty())
        m_follower.stop();
    refresh();
}

qint64 StatsPane::rangeMilliseconds() const
{
    return m_range->currentData().toLongLong();
}

void StatsPane::setPaused(bool paused)
{
    m_pausedAt = paused ? QDateTime::currentMSecsSinceEpoch() : 0;
    refresh();
}

void StatsPane::showMoment(std::optional<qint64> time)
{
    for (Plot *plot : m_plots)
        plot->setCursorTime(time);
}

void StatsPane::refresh()
{
    if (!isVisible())
        return;
    const qint64 now = m_pausedAt > 0 ? m_pausedAt : QDateTime::currentMSecsSinceEpoch();
    const bool fine = rangeMilliseconds() <= fiveMinutes;
    const StatsSeries *series = m_session->stats()->find(m_id);
    QList<StatsPoint> points =
        series != nullptr ? series->points(now - rangeMilliseconds(), fine) : QList<StatsPoint>();
    while (!points.isEmpty() && points.last().time > now) // what came while it is paused
        points.removeLast();
    m_shown = points;
    for (int kind = 0; kind < PlotCount; ++kind)
        fill(PlotKind(kind), points, now);
    if (!points.isEmpty())
        m_limits->setMemoryInUse(std::max(0.0, double(points.last().of(Measure::Memory))));
    if (m_follower.containerId() == m_id && m_follower.last().time != 0)
        m_limits->setProcessLimitTold(m_follower.last().processLimit);
    refreshLine(!points.isEmpty());
}

void StatsPane::fill(PlotKind kind, const QList<StatsPoint> &points, qint64 now)
{
    const bool fine = rangeMilliseconds() <= fiveMinutes;
    PlotContent content{.stacked = kind == Memory,
                        .from = now - rangeMilliseconds(),
                        .to = now,
                        .gap = fine ? StatsSeries::fineGap : StatsSeries::coarseGap,
                        .least = leastOf(kind)};
    content.times.reserve(points.size());
    for (const StatsPoint &point : points)
        content.times.append(point.time);
    for (const LineOf &line : linesOf(kind)) {
        const QList<float> values = valuesOf(points, line.measure);
        // Of parts of the memory and of pressure only what is told takes room.
        if ((kind == Memory || kind == Pressure) && !anyKnown(values))
            continue;
        content.lines.append({line.name, line.tone, values});
    }
    if (kind == Memory && content.lines.isEmpty()) // an engine that does not tell parts
        content.lines.append({tr("in use"), Tone::Accent, valuesOf(points, Measure::Memory)});
    m_plots[kind]->setContent(content);
    if (kind == Pressure) {
        const bool told = !content.lines.isEmpty();
        m_plots[Pressure]->setVisible(told);
        m_pressureWords->setVisible(told);
    }
}

void StatsPane::refreshLine(bool anything)
{
    if (m_follower.state() == StatsFollower::State::Failed)
        m_line->setText(tr("The engine does not tell: %1.").arg(m_follower.problem()));
    else if (!m_running)
        m_line->setText(anything ? tr("The container does not run. The plots show what was seen of it.")
                                 : tr("The container does not run."));
    else if (!anything)
        m_line->setText(tr("Measuring…"));
    else if (m_plots[Pressure]->isHidden() && m_session->isOwnEngine())
        m_line->setText(tr("This computer does not tell the pressure: that takes cgroups of version 2, and a "
                           "kernel that counts it."));
    else
        m_line->clear();
    m_line->setVisible(!m_line->text().isEmpty());
}

} // namespace quayside::ui
