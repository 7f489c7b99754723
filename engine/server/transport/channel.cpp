#include "engine/server/transport/channel.h"

#include "engine/api/http/chunk.h"
#include "engine/server/httpstatus.h"
#include "engine/server/transport/connection.h"

namespace quayside::server
{

ConnectionChannel::ConnectionChannel(Connection *connection) : Channel(connection), m_connection(connection)
{
}

void ConnectionChannel::begin(int status, const std::string &contentType)
{
    if (!m_connection || m_begun)
        return;
    m_begun = true;
    m_chunked = m_connection->m_parser->head().minorVersion >= 1;
    if (!m_chunked)
        m_connection->m_lastAnswer = true; // HTTP/1.0: the body ends where the connection does
    m_connection->m_output.write(server::write({.status = status,
                                                .contentType = contentType,
                                                .chunked = m_chunked,
                                                .close = m_connection->m_lastAnswer}));
}

void ConnectionChannel::hijack(const std::string &contentType)
{
    if (!m_connection || m_begun)
        return;
    const api::RequestHead &head = m_connection->m_parser->head();
    const bool upgraded = head.upgrade && head.header("upgrade") == "tcp";
    m_connection->m_output.write(server::write({.status = upgraded ? 101 : 200,
                                                .contentType = contentType,
                                                .close = !upgraded,
                                                .upgraded = upgraded}));
    startRaw();
}

void ConnectionChannel::upgrade(const std::map<std::string, std::string> &headers)
{
    if (!m_connection || m_begun)
        return;
    m_connection->m_output.write(server::write({.status = 101, .contentType = {}, .more = headers}));
    startRaw();
}

void ConnectionChannel::startRaw()
{
    m_begun = m_hijacked = true;
    m_connection->m_lastAnswer = true;
    m_connection->m_phase = Connection::Phase::Hijacked;
    // What came along with the request is the first input; the session may still be connecting its slots.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_connection)
                m_connection->hijacked();
        },
        Qt::QueuedConnection);
}

bool ConnectionChannel::write(std::string_view bytes)
{
    if (!m_connection || !m_begun)
        return false;
    Output &output = m_connection->m_output;
    if (m_chunked && !bytes.empty())
        output.write(api::ChunkHeader(bytes.size()).text(), bytes, api::chunkEnd);
    else if (!bytes.empty())
        output.write(bytes);
    m_blocked = output.queued() > 0 && room() == 0;
    return !m_blocked;
}

std::size_t ConnectionChannel::room() const
{
    if (!m_connection)
        return 0;
    const std::size_t queued = m_connection->m_output.queued(), limit = m_connection->m_limits.queue;
    return queued < limit ? limit - queued : 0;
}

void ConnectionChannel::outputSent()
{
    if (m_blocked && m_connection && m_connection->m_output.queued() <= m_connection->m_limits.queue / 2) {
        m_blocked = false;
        emit writable();
    }
}

void ConnectionChannel::finish()
{
    if (!m_connection)
        return;
    if (!m_begun)
        begin(200, {});
    if (m_chunked)
        m_connection->m_output.write(api::lastChunk);
    std::exchange(m_connection, nullptr)->sessionEnded();
}

void ConnectionChannel::pauseReading(bool paused)
{
    if (!m_connection)
        return;
    m_connection->m_inputPaused = paused;
    m_connection->updateReading();
}

void ConnectionChannel::fail(const Error &error)
{
    if (!m_connection)
        return;
    Connection *connection = std::exchange(m_connection, nullptr);
    if (!m_begun) {
        connection->m_output.write(connection->answerBytes(errorResponse(error)));
    } else {
        connection->m_lastAnswer = true; // without its last chunk the answer is visibly cut off
    }
    connection->sessionEnded();
}

void ConnectionChannel::disconnectFromClient()
{
    if (std::exchange(m_connection, nullptr))
        emit closed();
}

} // namespace quayside::server
