// Follows one container's use of the machine, second by second, into what is remembered.
#pragma once

#include "models/stats/rememberedstats.h"

#include <QObject>

namespace quayside::models
{

// Follows /stats from follow() to stop(); whoever shows it does so only while it is visible.
class StatsFollower : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Waiting, Following, Ended, Failed };

    StatsFollower(client::EngineClient *client, RememberedStats *remembered, QObject *parent = nullptr);

    void follow(const QString &containerId);
    void stop();
    void add(const client::StatsSample &sample); // what the engine sends; for tests

    [[nodiscard]] const QString &containerId() const { return m_id; } // followed now or last
    // The newest of this container; without a time where there has been none since follow().
    [[nodiscard]] const client::StatsSample &last() const { return m_last; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

signals:
    void changed(); // a sample, or the state

private:
    client::EngineClient *m_client;
    RememberedStats *m_remembered;
    QString m_id;
    client::StatsSample m_last;
    State m_state = State::Idle;
    QString m_problem;
    client::Call m_call;
};

} // namespace quayside::models
