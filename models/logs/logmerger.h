// The logs of several containers in one model, in order of their time stamps.
#pragma once

#include "models/client/engineclient.h"
#include "models/logs/logassembler.h"
#include "models/logs/logmarks.h"
#include "models/logs/logmodel.h"

#include <QElapsedTimer>

namespace quayside::models
{

// Merges lines that come from several sides. A line waits until no other side can have an older one: until
// each has one waiting, or has been silent for `patience`. One that comes later still is not lost; it stands
// where it came.
class LogMerge : public QObject
{
    Q_OBJECT

public:
    static constexpr int patience = 500; // milliseconds

    // `sink` must outlive it.
    explicit LogMerge(LogSink *sink, int sides, QObject *parent = nullptr);

    void add(int side, std::span<const LogLine> lines);
    void end(int side); // nothing comes there for now
    void flush();       // hands on all that waits
    [[nodiscard]] int lateLines() const { return m_late; }

private:
    struct Waiting {
        std::int64_t time = 0;
        qint64 arrived = 0;
        QByteArray text;
        LogStream stream = LogStream::Out;
        quint16 source = 0;
    };
    struct Side {
        std::deque<Waiting> lines;
        qint64 lastArrival = -1; // -1: none yet
        bool ended = false;
    };
    void release();
    void hand(std::vector<Waiting> lines);
    [[nodiscard]] Side *oldest();
    [[nodiscard]] bool allKnown(qint64 now) const;

    LogSink *m_sink;
    std::vector<Side> m_sides;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_bytes = 0;
    std::int64_t m_lastTime = 0;
    int m_late = 0;
};

// Follows several containers, and what happens to them.
class LogMerger : public QObject
{
    Q_OBJECT

public:
    struct Container {
        QString id, name;
    };
    static constexpr int tailLines = 100'000; // of each

    // Both must outlive it.
    LogMerger(client::EngineClient *client, LogModel *model, const QList<Container> &containers,
              QObject *parent = nullptr);
    ~LogMerger() override;

    void start();
    void resume(const QString &id);                        // its next run has begun
    [[nodiscard]] bool isFollowing() const;                // at least one
    [[nodiscard]] bool isWhole() const { return m_whole; } // no log was longer than tailLines
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const LogMerge &merge() const { return m_merge; }

signals:
    void stateChanged();

private:
    class Side;
    void open(int at, const std::string &since);

    client::EngineClient *m_client;
    QList<Container> m_containers;
    LogMerge m_merge;
    LogEvents m_events;
    std::vector<std::unique_ptr<Side>> m_sides;
    QString m_problem;
    bool m_whole = true;
};

} // namespace quayside::models
