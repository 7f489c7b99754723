// One build as its record tells it: live until it has ended, and as it was when it has.
#pragma once

#include "models/builds/buildsteps.h"
#include "models/client/engineclient.h"

#include <QObject>

namespace quayside::models
{

class BuildFollower : public QObject
{
    Q_OBJECT

public:
    explicit BuildFollower(client::EngineClient *client, QObject *parent = nullptr); // must outlive it
    ~BuildFollower() override;

    // From now on another one, or the same once more. "": none.
    void follow(const QString &id);
    void stop(); // what is known stays

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const api::BuildRecord &record() const { return m_record; } // without steps and text
    [[nodiscard]] BuildSteps *steps() { return &m_steps; }
    [[nodiscard]] bool isFollowing() const { return m_following; }

signals:
    void changed(); // the record, or a step
    // Nothing more comes. problem: why not all came; "" where the build has ended.
    void ended(const QString &problem);

private:
    client::EngineClient *m_client;
    QString m_id;
    api::BuildRecord m_record;
    BuildSteps m_steps;
    client::Call m_call;
    bool m_following = false;
};

} // namespace quayside::models
