// The Channel that a session gets: its connection's answer.
#pragma once

#include "engine/server/routes/route.h"

namespace quayside::server
{

class Connection;

class ConnectionChannel final : public Channel
{
    Q_OBJECT
public:
    explicit ConnectionChannel(Connection *connection);

    void begin(int status, const std::string &contentType) override;
    void hijack(const std::string &contentType) override;
    void upgrade(const std::map<std::string, std::string> &headers) override;
    bool write(std::string_view bytes) override;
    [[nodiscard]] std::size_t room() const override;
    void finish() override;
    void pauseReading(bool paused) override;
    void fail(const Error &error) override;

    // --- from the connection
    void outputSent();
    // Nothing reaches the client any more: tells the session, which then may only delete itself.
    void disconnectFromClient();

private:
    void startRaw(); // a hijack's head is written

    Connection *m_connection; // nullptr: gone, or done with
    bool m_begun = false, m_hijacked = false, m_chunked = false, m_blocked = false;
};

} // namespace quayside::server
