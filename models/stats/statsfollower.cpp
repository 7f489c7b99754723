#include "models/stats/statsfollower.h"

namespace quayside::models
{

StatsFollower::StatsFollower(client::EngineClient *client, RememberedStats *remembered, QObject *parent)
    : QObject(parent), m_client(client), m_remembered(remembered)
{
}

void StatsFollower::follow(const QString &containerId)
{
    m_id = containerId;
    m_remembered->setFollowed(containerId);
    m_last = {}; // no rate over the time in which nobody looked
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

void StatsFollower::stop()
{
    m_call.cancel();
    m_state = State::Idle;
    m_remembered->setFollowed({});
}

void StatsFollower::add(const client::StatsSample &sample)
{
    if (sample.time == 0) { // it does not run: engines send one empty sample, or one a second
        m_last = {};
        return;
    }
    m_state = State::Following;
    if (m_last.time != 0)
        m_remembered->add(m_id, pointBetween(m_last, sample));
    m_last = sample;
    emit changed();
}

} // namespace quayside::models
