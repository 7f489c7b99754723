#include "engine/server/routes/logpump.h"

#include "engine/server/routes/streamtype.h"

#include <algorithm>

namespace quayside::server
{

LogPump::LogPump(std::unique_ptr<logs::Reader> reader, bool follow, bool multiplexed, Channel *channel,
                 QObject *parent)
    : QObject(parent), m_reader(std::move(reader)), m_channel(channel), m_follow(follow),
      m_multiplexed(multiplexed)
{
    if (m_follow && m_reader->pollFd() >= 0) {
        m_readable = std::make_unique<Readiness>(m_reader->pollFd());
        m_readable->setEnabled(false);
        connect(m_readable.get(), &Readiness::activated, this, [this] {
            // Before reading: what is appended from here on makes the descriptor readable again.
            m_reader->drained();
            m_readable->setEnabled(false);
            pump();
        });
    }
    connect(m_channel, &Channel::writable, this, &LogPump::pump);
}

void LogPump::start()
{
    pump();
}

void LogPump::sourceEnded()
{
    if (m_ended)
        return;
    m_reader->finish();
    pump();
}

void LogPump::pump()
{
    std::size_t moved = 0;
    while (!m_ended && m_channel->room() > 0) {
        if (moved >= turnSize) {
            if (!std::exchange(m_turnQueued, true))
                QMetaObject::invokeMethod(
                    this,
                    [this] {
                        m_turnQueued = false;
                        pump();
                    },
                    Qt::QueuedConnection);
            return;
        }
        m_piece.clear();
        const auto read = m_reader->read(m_piece, pieceSize);
        if (!read)
            return readFailed(read.error());
        if (*read == 0)
            return waitForMore();
        moved += *read;
        m_channel->write(m_piece);
    }
}

void LogPump::waitForMore()
{
    // A piece's memory is not kept while nothing happens: many followers are idle most of the time.
    std::string().swap(m_piece);
    if (m_follow && !m_reader->atEnd()) {
        if (m_readable)
            m_readable->setEnabled(true);
        return;
    }
    m_ended = true;
    m_readable.reset();
    emit ended();
}

void LogPump::readFailed(const Error &error)
{
    // The answer has begun: the client is told in-band, where frames leave a place for it.
    if (m_multiplexed)
        m_channel->write(frameOf(api::Stream::Stderr, "error reading the log: " + error.message + "\n"));
    m_ended = true;
    m_readable.reset();
    emit ended();
}

} // namespace quayside::server
