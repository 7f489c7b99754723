// The list of builds, kept as the engine's events say.
#pragma once

#include "models/builds/buildmodel.h"
#include "models/client/engineclient.h"

#include <QObject>
#include <QTimer>

namespace quayside::models
{

class Builds : public QObject
{
    Q_OBJECT

public:
    explicit Builds(client::EngineClient *client, QObject *parent = nullptr); // must outlive it

    [[nodiscard]] BuildModel *model() { return &m_model; }
    // Whether the list has come since the last connect, or the engine has said that it keeps none.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    void want();        // somebody looks: fetched now and from now on
    void reconnected(); // what was missed in between is fetched
    void changed();     // an event said so: fetched once for several of them
    void forget();      // another engine

signals:
    void listed();

private:
    void fetch();

    client::EngineClient *m_client;
    BuildModel m_model;
    QTimer m_soon;
    client::Call m_call;
    bool m_wanted = false, m_loaded = false;
};

} // namespace quayside::models
