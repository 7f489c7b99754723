// A container's log into a channel, as fast as the client takes it and no faster.
#pragma once

#include "engine/logs/reader.h"
#include "engine/server/routes/route.h"
#include "engine/server/transport/readiness.h"

#include <QObject>

#include <memory>
#include <string>

namespace quayside::server
{

// Event-loop thread only. Holds one piece of the log at a time: the memory that a slow client costs is the
// channel's queue.
class LogPump : public QObject
{
    Q_OBJECT
public:
    // The channel has begun its answer. follow: go on at the log's end until sourceEnded().
    LogPump(std::unique_ptr<logs::Reader> reader, bool follow, bool multiplexed, Channel *channel,
            QObject *parent);
    void start();
    // The container has ended and its log is complete: what is left is delivered, then comes ended().
    void sourceEnded();

signals:
    void ended(); // everything was given to the channel; once

private:
    static constexpr std::size_t pieceSize = 256 * 1024;
    static constexpr std::size_t turnSize = 2 * 1024 * 1024; // then others get a turn of the event loop

    void pump();
    void readFailed(const Error &error);
    void waitForMore();

    std::unique_ptr<logs::Reader> m_reader;
    std::unique_ptr<Readiness> m_readable; // only while following
    Channel *m_channel;
    std::string m_piece;
    bool m_follow, m_multiplexed, m_ended = false, m_turnQueued = false;
};

} // namespace quayside::server
