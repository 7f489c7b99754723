#include "ui/containers/statspane.h"

#include "models/common/text.h"
#include "ui/common/plot.h"

#include <QLabel>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::StatsHistory;
using models::StatsPoint;
using models::Text;

namespace
{

QString bytesWords(double bytes)
{
    return Text::size(qint64(bytes));
}

QString rateWords(double bytes)
{
    return StatsPane::tr("%1/s", "bytes a second").arg(Text::size(qint64(bytes)));
}

QString percentWords(double percent)
{
    return StatsPane::tr("%1 %").arg(percent, 0, 'f', percent < 10 ? 1 : 0);
}

template <typename Member>
QList<double> valuesOf(const QList<StatsPoint> &points, Member member)
{
    QList<double> values;
    values.reserve(points.size());
    for (const StatsPoint &point : points)
        values.append(double(point.*member));
    return values;
}

} // namespace

StatsPane::StatsPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_history(client), m_cpu(new Plot(tr("CPU"), percentWords, this)),
      m_memory(new Plot(tr("Memory"), bytesWords, this)), m_network(new Plot(tr("Network"), rateWords, this)),
      m_disk(new Plot(tr("Disk"), rateWords, this)), m_line(new QLabel(this))
{
    m_line->setWordWrap(true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(12);
    for (Plot *plot : {m_cpu, m_memory, m_network, m_disk})
        layout->addWidget(plot, 1);
    layout->addWidget(m_line);
    connect(&m_history, &StatsHistory::changed, this, &StatsPane::refresh);
    refresh();
}

void StatsPane::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running)
        return;
    m_id = id;
    m_running = running;
    followOrStop();
}

QString StatsPane::cpuText() const
{
    return m_cpu->text();
}

void StatsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    followOrStop();
}

void StatsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_history.stop();
}

void StatsPane::followOrStop()
{
    if (isVisible() && m_running && !m_id.isEmpty())
        m_history.follow(m_id);
    else
        m_history.stop();
    refresh();
}

void StatsPane::refresh()
{
    const QList<StatsPoint> &points = m_history.points();
    constexpr qsizetype capacity = 120; // two minutes from edge to edge
    constexpr double oneCpu = 100, leastMemory = 1 << 20, leastRate = 1 << 10;
    m_cpu->setLines({{{}, Tone::Accent, valuesOf(points, &StatsPoint::cpu)}}, capacity, oneCpu);
    m_memory->setLines({{{}, Tone::Good, valuesOf(points, &StatsPoint::memory)}}, capacity, leastMemory);
    m_network->setLines({{tr("in"), Tone::Accent, valuesOf(points, &StatsPoint::received)},
                         {tr("out"), Tone::Busy, valuesOf(points, &StatsPoint::sent)}},
                        capacity, leastRate);
    m_disk->setLines({{tr("read"), Tone::Accent, valuesOf(points, &StatsPoint::read)},
                      {tr("written"), Tone::Busy, valuesOf(points, &StatsPoint::written)}},
                     capacity, leastRate);
    if (m_history.state() == StatsHistory::State::Failed)
        m_line->setText(tr("The engine does not tell: %1.").arg(m_history.problem()));
    else if (!m_running)
        m_line->setText(tr("The container does not run."));
    else if (points.isEmpty())
        m_line->setText(tr("Measuring…"));
    else if (points.last().processes >= 0)
        m_line->setText(tr("%n process(es)", nullptr, int(points.last().processes)) +
                        (m_history.memoryLimit() > 0
                             ? tr(" · memory limit %1").arg(Text::size(m_history.memoryLimit()))
                             : QString()));
    else
        m_line->clear();
}

} // namespace quayside::ui
