#include "models/system/events.h"

#include <QDateTime>

#include <format>

namespace quayside::models
{

namespace
{
constexpr int gather = 100; // milliseconds
constexpr qint64 pastSeconds = 24 * 3600;
} // namespace

Events::Events(client::EngineClient *client, QObject *parent) : QObject(parent), m_client(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    connect(&m_soon, &QTimer::timeout, this, &Events::flush);
}

void Events::want()
{
    if (!std::exchange(m_wanted, true))
        listen();
}

void Events::reconnected()
{
    if (m_wanted)
        listen();
}

void Events::forget()
{
    m_call.cancel();
    m_soon.stop();
    m_new.clear();
    m_model.sync({});
    m_lastNs = 0;
    m_loaded = false;
}

void Events::listen()
{
    const qint64 from =
        m_lastNs != 0 ? m_lastNs + 1 : (QDateTime::currentSecsSinceEpoch() - pastSeconds) * 1'000'000'000;
    m_call.cancel();
    m_call = m_client->events(
        {.since = std::format("{}.{:09}", from / 1'000'000'000, from % 1'000'000'000)}, this,
        [this] {
            m_loaded = true;
            m_soon.start();
        },
        [this](const api::Event &event) { onEvent(event); }, [](const Result<> &) {}); // the session says it
}

void Events::onEvent(const api::Event &event)
{
    m_lastNs = std::max<qint64>(m_lastNs, event.timeNano != 0 ? event.timeNano : event.time * 1'000'000'000);
    m_new.append(toRow(event, ++m_count));
    if (m_new.size() > EventModel::mostRows)
        m_new.removeFirst();
    if (!m_soon.isActive()) // not restarted: a steady stream must not starve it
        m_soon.start();
}

void Events::flush()
{
    m_model.append(std::exchange(m_new, {}));
    emit loaded();
}

} // namespace quayside::models
