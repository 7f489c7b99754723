// Brings a container's log into a model and keeps up with it.
#pragma once

#include "models/client/engineclient.h"
#include "models/logs/logassembler.h"
#include "models/logs/loghistory.h"
#include "models/logs/logmarks.h"
#include "models/logs/logmodel.h"

namespace quayside::models
{

// One container at a time: the newest lines first, then the older ones in one go, and what comes. Between
// them stands what happened to the container. When its run ends the stream ends; resume() goes on where it
// stopped (the next run).
class LogFollower : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Following, Ended, Failed };
    static constexpr int tailLines = 2000;

    // Both must outlive it.
    LogFollower(client::EngineClient *client, LogModel *model, QObject *parent = nullptr);

    // Clears the model.
    void follow(const QString &containerId);
    void resume();
    void stop(); // the model keeps what it has

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const { return m_problem; } // of Failed, in a sentence
    [[nodiscard]] const QString &containerId() const { return m_id; }
    [[nodiscard]] bool isReadingOlder() const { return m_history.isReading() || m_older.isActive(); }
    [[nodiscard]] qint64 olderRead() const { return m_history.linesRead(); }

signals:
    void stateChanged(); // or more of the older lines have been read

private:
    struct FirstLines { // those of the newest that were written at the same moment as the first
        std::int64_t time = 0, next = 0; // next: of the first line after them; 0: none
        int count = 0;
    };
    void open(const std::string &since, std::optional<std::int64_t> tail);
    void onStreamEnd(const Result<> &end);
    void onMark(const LogMark &mark);
    void askForOlder();
    void takeOlder();
    [[nodiscard]] FirstLines firstLines() const;
    void setState(State state, const QString &problem = {});

    client::EngineClient *m_client;
    LogModel *m_model;
    LogMarkedSink m_marked;
    LogAssembler m_assembler;
    LogEvents m_events;
    LogHistory m_history;
    client::Call m_call;
    QTimer m_older;   // the newest lines are coming: then the older ones are asked for
    QTimer m_markDue; // no line came after a mark
    int m_tries = 0;
    QList<LogMark> m_recalled;
    qint64 m_firstNumber = 0; // of the newest lines
    QString m_id, m_problem;
    State m_state = State::Idle;
};

} // namespace quayside::models
