#include "models/containers/statshistory.h"

namespace quayside::models
{

namespace
{

// A counter that became smaller began anew with its container.
double rate(std::int64_t before, std::int64_t now, double seconds)
{
    return before < 0 || now < before || seconds <= 0 ? -1 : double(now - before) / seconds;
}

// Where the engine tells the machine's own time, that is the measure (as `docker stats` has it), else the
// clock.
double cpuPercent(const client::StatsSample &before, const client::StatsSample &now, double seconds)
{
    if (before.cpu < 0 || now.cpu < before.cpu)
        return -1;
    const double used = double(now.cpu - before.cpu);
    if (before.systemCpu >= 0 && now.systemCpu > before.systemCpu)
        return used / double(now.systemCpu - before.systemCpu) * now.cpus * 100;
    return seconds > 0 ? used / (seconds * 1e9) * 100 : -1;
}

} // namespace

StatsHistory::StatsHistory(client::EngineClient *client, QObject *parent) : QObject(parent), m_client(client)
{
}

void StatsHistory::follow(const QString &containerId)
{
    if (m_id != containerId) {
        m_points.clear();
        m_memoryLimit = -1;
    }
    m_id = containerId;
    m_hasLast = false;
    m_state = State::Waiting;
    m_problem.clear();
    m_call.cancel();
    m_call = client::followStats(
        *m_client, containerId.toStdString(), this,
        [this](const client::StatsSample &sample) { add(sample); },
        [this](const Result<> &end) {
            m_state = end ? State::Ended : State::Failed;
            m_problem = end ? QString() : QString::fromStdString(end.error().message);
            emit changed();
        });
    emit changed();
}

void StatsHistory::stop()
{
    m_call.cancel();
    m_state = State::Idle;
}

void StatsHistory::add(const client::StatsSample &sample)
{
    if (sample.time == 0) { // it does not run: engines send one empty sample, or one a second
        m_hasLast = false;
        return;
    }
    m_state = State::Following;
    m_cpus = sample.cpus;
    m_memoryLimit = sample.memoryLimit;
    if (m_hasLast) {
        const double seconds = double(sample.time - m_last.time) / 1e9;
        StatsPoint point;
        point.time = sample.time / 1'000'000;
        point.cpu = cpuPercent(m_last, sample, seconds);
        point.memory = sample.memory;
        point.received = rate(m_last.received, sample.received, seconds);
        point.sent = rate(m_last.sent, sample.sent, seconds);
        point.read = rate(m_last.read, sample.read, seconds);
        point.written = rate(m_last.written, sample.written, seconds);
        point.processes = sample.processes;
        m_points.append(point);
        if (m_points.size() > capacity)
            m_points.remove(0, m_points.size() - capacity);
    }
    m_last = sample;
    m_hasLast = true;
    emit changed();
}

} // namespace quayside::models
