#include "models/stats/statssampler.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr int streamRetry = 3000; // ms
constexpr int shortestPause = 250;

} // namespace

StatsSampler::StatsSampler(client::EngineClient *client, RememberedStats *remembered, QObject *parent)
    : QObject(parent), m_client(client), m_remembered(remembered)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &StatsSampler::beginRound);
}

void StatsSampler::start(bool stream)
{
    if (m_running && m_stream == stream)
        return;
    stop();
    m_running = true;
    m_stream = stream;
    beginRound();
}

void StatsSampler::stop()
{
    m_running = false;
    m_pause.stop();
    m_call.cancel();
    for (const client::Call &call : std::exchange(m_calls, {}))
        call.cancel();
    m_queue.clear();
    m_asking = 0;
    m_last.clear();
    m_latest.clear();
    m_round.clear();
    m_seen.clear();
}

void StatsSampler::setShown(const QStringList &ids)
{
    m_shown = ids;
}

void StatsSampler::beginRound()
{
    if (m_stream) {
        m_call = client::followAllStats(
            *m_client, shortestInterval, this, [this](const client::StatsLine &line) { take(line); },
            [this](const Result<> &) { m_pause.start(streamRetry); }); // the session says what is wrong
        return;
    }
    m_roundBegun.start();
    m_queue = m_shown;
    m_calls.clear();
    askNext();
}

// A few at a time: engines such as Docker's take long for each.
void StatsSampler::askNext()
{
    while (m_asking < atOnce && !m_queue.isEmpty()) {
        const QString id = m_queue.takeFirst();
        ++m_asking;
        m_calls.append(client::statsOnce(*m_client, id.toStdString(), this,
                                         [this, id](const Result<client::StatsSample> &sample) {
                                             --m_asking;
                                             if (sample && sample->time != 0) {
                                                 client::StatsSample told = *sample;
                                                 told.id = id.toStdString();
                                                 takeSample(told);
                                             }
                                             askNext();
                                         }));
    }
    if (m_asking == 0 && !m_pause.isActive()) {
        endRound();
        m_pause.start(int(std::max<qint64>(shortestInterval - m_roundBegun.elapsed(), shortestPause)));
    }
}

void StatsSampler::take(const client::StatsLine &line)
{
    if (line.round)
        endRound();
    else if (line.sample.time != 0)
        takeSample(line.sample);
}

void StatsSampler::takeSample(const client::StatsSample &sample)
{
    const QString id = QString::fromStdString(sample.id);
    m_cpus = sample.cpus;
    m_seen.insert(id);
    client::StatsSample &before = m_last[id];
    if (before.time != 0 && sample.time > before.time) {
        const StatsPoint point = pointBetween(before, sample);
        m_round.insert(id, point);
        if (id != m_remembered->followed())
            m_remembered->add(id, point);
    }
    before = sample;
}

void StatsSampler::endRound()
{
    m_latest = std::exchange(m_round, {});
    const QSet<QString> seen = std::exchange(m_seen, {});
    m_last.removeIf([&seen](const auto &each) { return !seen.contains(each.key()); }); // those that have gone
    emit sampled();
}

StatsSampler::Totals StatsSampler::totals() const
{
    Totals totals{.containers = int(m_latest.size()), .cpus = m_cpus};
    for (const StatsPoint &point : m_latest) {
        totals.cpu += std::max(0.0, double(point.of(Measure::Cpu)));
        totals.memory += std::max(0.0, double(point.of(Measure::Memory)));
    }
    return totals;
}

} // namespace quayside::models
