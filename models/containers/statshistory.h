// The last minutes of a container's use of the machine, as rates that can be drawn.
#pragma once

#include "models/client/observe.h"

#include <QList>
#include <QObject>

namespace quayside::models
{

struct StatsPoint {
    qint64 time = 0;      // ms since 1970
    double cpu = -1;      // percent of one CPU: 200 is two whole ones; -1: not known
    qint64 memory = -1;   // bytes
    double received = -1; // bytes a second, all of these
    double sent = -1;
    double read = -1;
    double written = -1;
    qint64 processes = -1;
};

// Follows /stats from follow() to stop(); whoever shows it does so only while it is visible.
class StatsHistory : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Waiting, Following, Ended, Failed };
    static constexpr qsizetype capacity = 300; // five minutes

    explicit StatsHistory(client::EngineClient *client, QObject *parent = nullptr);

    // Another container than before begins empty; the same one goes on with a gap.
    void follow(const QString &containerId);
    void stop();
    void add(const client::StatsSample &sample); // what the engine sends; for tests

    [[nodiscard]] const QList<StatsPoint> &points() const { return m_points; } // oldest first
    [[nodiscard]] qint64 memoryLimit() const { return m_memoryLimit; }         // bytes; -1: not known
    [[nodiscard]] int cpus() const { return m_cpus; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const { return m_problem; }

signals:
    void changed(); // points or state

private:
    client::EngineClient *m_client;
    QString m_id;
    QList<StatsPoint> m_points;
    client::StatsSample m_last;
    bool m_hasLast = false;
    qint64 m_memoryLimit = -1;
    int m_cpus = 1;
    State m_state = State::Idle;
    QString m_problem;
    client::Call m_call;
};

} // namespace quayside::models
