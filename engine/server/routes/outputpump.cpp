#include "engine/server/routes/outputpump.h"

#include "engine/server/routes/streamtype.h"

#include <algorithm>
#include <cerrno>
#include <limits>

namespace quayside::server
{

OutputPump::OutputPump(Channel *channel, Fd output, Fd error, bool multiplexed, QObject *parent)
    : QObject(parent), m_channel(channel), m_multiplexed(multiplexed)
{
    add(api::Stream::Stdout, std::move(output));
    add(api::Stream::Stderr, std::move(error));
    connect(m_channel, &Channel::writable, this, &OutputPump::pumpAll);
}

void OutputPump::add(api::Stream source, Fd fd)
{
    if (!fd)
        return;
    auto stream = std::make_unique<Stream>();
    stream->source = source;
    stream->notifier = std::make_unique<QSocketNotifier>(fd.get(), QSocketNotifier::Read);
    stream->fd = std::move(fd);
    connect(stream->notifier.get(), &QSocketNotifier::activated, this,
            [this, raw = stream.get()] { pump(*raw); });
    m_streams.push_back(std::move(stream));
}

void OutputPump::start()
{
    pumpAll();
    checkEnd();
}

void OutputPump::discard()
{
    disconnect(m_channel, nullptr, this, nullptr);
    m_channel = nullptr;
    setParent(nullptr);
    connect(this, &OutputPump::ended, this, &QObject::deleteLater);
    if (m_ended)
        deleteLater();
    else
        pumpAll();
}

void OutputPump::pumpAll()
{
    for (const auto &stream : m_streams)
        pump(*stream);
}

void OutputPump::pump(Stream &stream)
{
    constexpr int piecesPerTurn = 16; // then others get a turn; the notifier calls again
    for (int count = 0; stream.fd && count < piecesPerTurn; ++count) {
        if (m_channel && m_channel->room() == 0) {
            stream.notifier->setEnabled(false); // until writable()
            return;
        }
        if (!readPiece(stream))
            break;
    }
    if (stream.fd)
        stream.notifier->setEnabled(true);
    checkEnd();
}

bool OutputPump::readPiece(Stream &stream)
{
    const std::size_t header = m_multiplexed ? api::frameHeaderSize : 0;
    m_piece.resize(header + pieceSize);
    const ssize_t length = ::read(stream.fd.get(), m_piece.data() + header, pieceSize);
    if (length < 0 && errno == EINTR)
        return true;
    if (length < 0 && errno == EAGAIN)
        return false;
    if (length <= 0) { // the end; EIO is a pty's way of saying so
        close(stream);
        return false;
    }
    m_piece.resize(header + static_cast<std::size_t>(length));
    if (m_multiplexed)
        std::ranges::copy(api::frameHeader(stream.source, static_cast<std::uint32_t>(length)),
                          m_piece.begin());
    if (m_channel)
        m_channel->write(m_piece);
    return true;
}

void OutputPump::close(Stream &stream)
{
    stream.notifier->setEnabled(false);
    stream.notifier.release()->deleteLater(); // it may be the one that is calling
    stream.fd.reset();
}

void OutputPump::checkEnd()
{
    const bool open = std::ranges::any_of(m_streams, [](const auto &stream) { return stream->fd.valid(); });
    if (open || m_ended)
        return;
    m_ended = true;
    emit ended();
}

} // namespace quayside::server
