#include "models/client/hijackedstream.h"

namespace quayside::client
{

HijackedStream::HijackedStream(Exchange *exchange, bool terminal, QObject *parent)
    : TerminalStream(parent), m_exchange(exchange), m_terminal(terminal)
{
    connect(exchange->connection(), &HttpConnection::written, this, &TerminalStream::written);
}

HijackedStream::~HijackedStream()
{
    if (m_exchange)
        m_exchange->abort();
}

void HijackedStream::write(const QByteArray &bytes)
{
    if (m_exchange && m_exchange->connection())
        m_exchange->connection()->write(bytes);
}

std::int64_t HijackedStream::bytesPending() const
{
    return m_exchange && m_exchange->connection() ? m_exchange->connection()->bytesPending() : 0;
}

void HijackedStream::closeInput()
{
    if (m_exchange && m_exchange->connection())
        m_exchange->connection()->closeOutput();
}

void HijackedStream::pause(bool paused)
{
    if (m_exchange && m_exchange->connection())
        m_exchange->connection()->pause(paused);
}

void HijackedStream::take(std::string_view bytes)
{
    const QPointer<HijackedStream> self(this); // a slot may delete it
    if (m_terminal) {
        emit received(api::Stream::Stdout, QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
        return;
    }
    while (self && m_exchange && !bytes.empty()) {
        const auto piece = m_frames.next(bytes);
        if (!piece) {
            m_exchange->abort();
            return end(std::unexpected(piece.error()));
        }
        if (!piece->bytes.empty())
            emit received(piece->stream,
                          QByteArray(piece->bytes.data(), static_cast<qsizetype>(piece->bytes.size())));
    }
}

void HijackedStream::end(const Result<> &result)
{
    if (!m_exchange)
        return;
    m_exchange = nullptr;
    emit ended(result);
}

} // namespace quayside::client
