// A container made anew with other options, in place of the old one.
#pragma once

#include "models/containers/recreateplan.h"
#include "models/containers/runoperation.h"

#include <deque>

namespace quayside::models
{

// The new one is made first, under a name of its own. Then the old one is stopped, both change their names,
// and the new one is started where the old one was running. Only then the old one is removed. Whatever fails,
// and a cancel, brings the old one back: its name, and running if it was.
class RecreateOperation : public Operation
{
    Q_OBJECT

public:
    // `client` and `credentials` must outlive it.
    RecreateOperation(client::EngineClient *client, CredentialStore *credentials,
                      const Recreation &recreation, QObject *parent = nullptr);

    [[nodiscard]] const QString &containerId() const { return m_newId; } // after success
    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

protected:
    void stopWork() override;

private:
    using Step = std::function<client::Call(const client::Done<void> &done)>;

    void create();
    void onCreated();
    void exchange();
    void next();
    void onStep(const Result<> &done);
    void removeOld();
    void goBack(const client::Done<void> &done); // done: null, or told how it went
    [[nodiscard]] Step renameStep(const std::string &id, const QString &name);

    client::EngineClient *m_client;
    CredentialStore *m_credentials;
    Recreation m_recreation;
    std::string m_oldId;
    QString m_oldName, m_newId;
    QStringList m_warnings;
    bool m_wasRunning, m_wasPaused;
    bool m_stopped = false; // the old one was asked to stop
    bool m_inPlace = false; // the new one is there, and the old one is on its way out
    std::deque<std::pair<QString, Step>> m_steps;
    RunOperation *m_creation = nullptr; // a child
    client::Call m_call;
};

// What a running container can be given: limits and restart policy.
class LimitsOperation : public Operation
{
    Q_OBJECT

public:
    LimitsOperation(client::EngineClient *client, const Recreation &recreation, QObject *parent = nullptr);

    [[nodiscard]] const QStringList &warnings() const { return m_warnings; }

protected:
    void stopWork() override { m_call.cancel(); }

private:
    QStringList m_warnings;
    client::Call m_call;
};

} // namespace quayside::models
