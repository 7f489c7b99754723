// Brings a container's log into a model and keeps up with it.
#pragma once

#include "models/client/engineclient.h"
#include "models/logs/logassembler.h"

namespace quayside::models
{

// One container at a time. When its run ends the stream ends; resume() goes on where it stopped (the next
// run).
class LogFollower : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Following, Ended, Failed };

    // Both must outlive it.
    LogFollower(client::EngineClient *client, LogModel *model, QObject *parent = nullptr);

    // Clears the model and reads the container's log from its start.
    void follow(const QString &containerId);
    void resume();
    void stop();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &problem() const { return m_problem; } // of Failed, in a sentence
    [[nodiscard]] const QString &containerId() const { return m_id; }

signals:
    void stateChanged();

private:
    void open(const std::string &since);
    void setState(State state, const QString &problem = {});

    client::EngineClient *m_client;
    LogModel *m_model;
    LogAssembler m_assembler;
    client::Call m_call;
    QString m_id, m_problem;
    State m_state = State::Idle;
};

} // namespace quayside::models
