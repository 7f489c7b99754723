// What an exec writes, from its descriptors into a channel.
#pragma once

#include "engine/api/stream/frames.h"
#include "engine/base/fd.h"
#include "engine/server/routes/route.h"

#include <QSocketNotifier>

#include <memory>
#include <vector>

namespace quayside::server
{

// Event-loop thread only. Reads no more than the client takes: an exec whose client is slow waits in its own
// write(2).
class OutputPump : public QObject
{
    Q_OBJECT
public:
    // output, error: non-blocking; an invalid one is none. multiplexed: frames; else raw bytes.
    OutputPump(Channel *channel, Fd output, Fd error, bool multiplexed, QObject *parent);
    void start();
    // The client is gone, the process goes on: its output is thrown away from here on, lest it be killed by
    // SIGPIPE. The object then belongs to itself.
    void discard();

signals:
    void ended(); // all of the output was given to the channel; once

private:
    struct Stream {
        api::Stream source = api::Stream::Stdout;
        Fd fd;
        std::unique_ptr<QSocketNotifier> notifier;
    };
    static constexpr std::size_t pieceSize = 64 * 1024; // a pipe's capacity

    void add(api::Stream source, Fd fd);
    void pump(Stream &stream);
    void pumpAll();
    bool readPiece(Stream &stream); // false: nothing more now, or the end
    void close(Stream &stream);
    void checkEnd();

    Channel *m_channel; // null: thrown away
    std::vector<std::unique_ptr<Stream>> m_streams;
    std::string m_piece;
    bool m_multiplexed, m_ended = false;
};

} // namespace quayside::server
