#include "models/builds/builds.h"

#include "models/client/builds.h"

namespace quayside::models
{

namespace
{
constexpr int gatherBuilds = 20; // milliseconds: events of one act come together
}

Builds::Builds(client::EngineClient *client, QObject *parent) : QObject(parent), m_client(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gatherBuilds);
    connect(&m_soon, &QTimer::timeout, this, &Builds::fetch);
}

void Builds::want()
{
    if (!std::exchange(m_wanted, true))
        fetch();
}

void Builds::reconnected()
{
    m_loaded = false;
    if (m_wanted)
        fetch();
}

void Builds::changed()
{
    if (m_wanted && !m_soon.isActive()) // not restarted: a steady stream of events must not starve it
        m_soon.start();
}

void Builds::forget()
{
    m_soon.stop();
    m_call.cancel();
    m_loaded = false;
    m_model.sync({});
}

void Builds::fetch()
{
    m_call.cancel();
    m_call =
        client::listBuilds(*m_client, 0, this, [this](const Result<std::vector<api::BuildRecord>> &list) {
            if (!list && list.error().kind != ErrorKind::NotFound) // the session says what is wrong
                return;
            QList<BuildRow> rows;
            if (list) {
                for (const api::BuildRecord &build : *list)
                    rows.append(toRow(build));
            }
            m_model.sync(rows);
            m_loaded = true;
            emit listed();
        });
}

} // namespace quayside::models
