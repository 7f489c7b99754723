// A hijacked connection that speaks WebSocket, for a session that knows nothing of it: what the session
// writes goes out in messages, what messages hold comes in as bytes.
#pragma once

#include "engine/server/routes/route.h"
#include "engine/server/transport/websocket.h"

#include <QTimer>

namespace quayside::server
{

// Event-loop thread only. A child of the channel that it wraps.
class WebSocketChannel final : public Channel
{
    Q_OBJECT
public:
    // answer: of webSocketAnswer(). binary: messages are binary, else text.
    WebSocketChannel(Channel *channel, std::map<std::string, std::string> answer, bool binary);

    void begin(int status, const std::string &contentType) override;
    void hijack(const std::string &contentType) override; // answers the handshake
    void upgrade(const std::map<std::string, std::string> &headers) override;
    bool write(std::string_view bytes) override;
    [[nodiscard]] std::size_t room() const override;
    // Says Close, waits a moment for the client's, and ends the connection.
    void finish() override;
    void pauseReading(bool paused) override;
    void fail(const Error &error) override;

private:
    void take(const QByteArray &bytes);
    void endWith(const std::string &close); // and tells the session that the client is gone
    void end();

    Channel *m_channel; // null: done with
    const std::map<std::string, std::string> m_answer;
    const WebSocketOpcode m_opcode;
    WebSocketParser m_parser;
    QTimer m_patience; // single shot, for the client's Close
    bool m_closing = false;
};

} // namespace quayside::server
