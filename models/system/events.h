// The engine's events, kept from the moment when somebody first looks: what the engine remembers of the last
// day, then what happens.
#pragma once

#include "models/client/engineclient.h"
#include "models/system/eventmodel.h"

#include <QObject>
#include <QTimer>

namespace quayside::models
{

class Events : public QObject
{
    Q_OBJECT

public:
    explicit Events(client::EngineClient *client, QObject *parent = nullptr); // must outlive it

    [[nodiscard]] EventModel *model() { return &m_model; }
    // Whether the engine has said what it remembers.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    void want();
    void reconnected(); // goes on after the last event that is known
    void forget();      // another engine

signals:
    void loaded();

private:
    void listen();
    void onEvent(const api::Event &event);
    void flush();

    client::EngineClient *m_client;
    EventModel m_model;
    QList<EventRow> m_new; // shown together, ten times a second
    QTimer m_soon;
    client::Call m_call;
    quint64 m_count = 0;
    qint64 m_lastNs = 0; // of the latest event; 0: none yet
    bool m_wanted = false, m_loaded = false;
};

} // namespace quayside::models
