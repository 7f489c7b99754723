#include "engine/server/transport/websocketchannel.h"

#include <chrono>

namespace quayside::server
{

namespace
{

using namespace std::chrono_literals;

constexpr auto closePatience = 2s;

} // namespace

WebSocketChannel::WebSocketChannel(Channel *channel, std::map<std::string, std::string> answer, bool binary)
    : Channel(channel), m_channel(channel), m_answer(std::move(answer)),
      m_opcode(binary ? WebSocketOpcode::Binary : WebSocketOpcode::Text), m_patience(this)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &WebSocketChannel::end);
    connect(channel, &Channel::writable, this, &Channel::writable);
    connect(channel, &Channel::received, this, &WebSocketChannel::take);
    // Without a Close, which comes first in order (RFC 6455 §7.1.4), nothing that was said is complete.
    connect(channel, &Channel::inputEnded, this, [this] {
        if (m_closing)
            end();
        else
            endWith({});
    });
    connect(channel, &Channel::closed, this, [this] {
        if (std::exchange(m_channel, nullptr) && !m_closing)
            emit closed();
    });
}

void WebSocketChannel::begin(int, const std::string &)
{
    hijack({});
}

void WebSocketChannel::hijack(const std::string &)
{
    if (m_channel)
        m_channel->upgrade(m_answer);
}

void WebSocketChannel::upgrade(const std::map<std::string, std::string> &)
{
    hijack({});
}

bool WebSocketChannel::write(std::string_view bytes)
{
    if (!m_channel || m_closing)
        return false;
    return m_channel->write(webSocketFrame(m_opcode, bytes));
}

std::size_t WebSocketChannel::room() const
{
    const std::size_t room = m_channel && !m_closing ? m_channel->room() : 0;
    return room > longestFrameHeader ? room - longestFrameHeader : 0;
}

void WebSocketChannel::finish()
{
    if (!m_channel || std::exchange(m_closing, true))
        return;
    m_channel->pauseReading(false);
    m_channel->write(webSocketClose(closeNormal));
    m_patience.start(closePatience);
}

void WebSocketChannel::pauseReading(bool paused)
{
    if (m_channel && !m_closing)
        m_channel->pauseReading(paused);
}

void WebSocketChannel::fail(const Error &error)
{
    if (m_channel)
        std::exchange(m_channel, nullptr)->fail(error);
}

void WebSocketChannel::take(const QByteArray &bytes)
{
    const auto inputs = m_parser.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    for (const auto &input : inputs) {
        if (!m_channel)
            return;
        switch (input.kind) {
        case WebSocketOpcode::Text:
        case WebSocketOpcode::Binary:
            if (!m_closing)
                emit received(QByteArray(input.payload.data(), static_cast<qsizetype>(input.payload.size())));
            break;
        case WebSocketOpcode::Ping:
            // A client that sends pings and reads nothing gets no more pongs than fit its queue.
            if (m_channel->room() > longestFrameHeader + input.payload.size() && !m_closing)
                m_channel->write(webSocketFrame(WebSocketOpcode::Pong, input.payload));
            break;
        case WebSocketOpcode::Close:
            if (m_closing)
                return end();
            return endWith(input.closeCode != 0 ? webSocketClose(input.closeCode)
                                                : webSocketFrame(WebSocketOpcode::Close, {}));
        case WebSocketOpcode::Continuation:
        case WebSocketOpcode::Pong:
            break;
        }
    }
    if (m_channel && m_parser.failure())
        endWith(webSocketClose(*m_parser.failure()));
}

void WebSocketChannel::endWith(const std::string &close)
{
    if (!m_channel)
        return;
    if (!m_closing && !close.empty())
        m_channel->write(close);
    m_closing = true;
    emit closed();
    end();
}

void WebSocketChannel::end()
{
    m_patience.stop();
    if (m_channel)
        std::exchange(m_channel, nullptr)->finish();
}

} // namespace quayside::server
