// Samples of all running containers, for the table: one stream where the engine is ours, else one container
// after another.
#pragma once

#include "models/stats/rememberedstats.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace quayside::models
{

// Asks only from start() to stop(): whoever shows the table does so while it is on the screen.
class StatsSampler : public QObject
{
    Q_OBJECT

public:
    static constexpr int atOnce = 4;              // requests under way where there is no stream
    static constexpr int shortestInterval = 2000; // ms

    StatsSampler(client::EngineClient *client, RememberedStats *remembered, QObject *parent = nullptr);

    // stream: the engine has the feature "stats-stream".
    void start(bool stream);
    void stop(); // what was seen last is forgotten
    [[nodiscard]] bool isRunning() const { return m_running; }
    // Who is asked about where there is no stream: running containers, those on the screen.
    void setShown(const QStringList &ids);

    // By container, of the last round.
    [[nodiscard]] const QHash<QString, StatsPoint> &latest() const { return m_latest; }
    struct Totals {
        int containers = 0;
        double cpu = 0;    // percent of one CPU
        double memory = 0; // bytes
        int cpus = 0;      // of the machine
    };
    [[nodiscard]] Totals totals() const;

    void take(const client::StatsLine &line); // what the engine sends; for tests

signals:
    void sampled(); // a round has ended

private:
    void takeSample(const client::StatsSample &sample);
    void endRound();
    void beginRound();
    void askNext();

    client::EngineClient *m_client;
    RememberedStats *m_remembered;
    bool m_running = false, m_stream = false;
    QStringList m_shown, m_queue; // queue: of this round, not asked for yet
    int m_asking = 0;
    QHash<QString, client::StatsSample> m_last;
    QHash<QString, StatsPoint> m_latest, m_round;
    QSet<QString> m_seen; // in this round
    QTimer m_pause;       // between rounds, and before a stream that broke is tried again
    client::Call m_call;
    QList<client::Call> m_calls;
    QElapsedTimer m_roundBegun;
    int m_cpus = 0;
};

} // namespace quayside::models
