// A transfer's two ends, on a thread of its own that has the socket to itself and blocks on it: no queue in
// between, so memory stays bounded whoever is slow.
#pragma once

#include "engine/api/http/parser.h"
#include "engine/server/routes/route.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::server
{

class TransferStream final : public api::ByteSource, public TransferSink
{
public:
    struct Start {
        int socket = -1;                            // non-blocking; stays the connection's
        std::unique_ptr<api::RequestParser> parser; // its head is ready
        std::string body;                           // of the request's body, what has come so far
        std::string following;                      // what came after the request
        bool expectsContinue = false;
        bool close = false; // after this answer
    };
    explicit TransferStream(Start start);

    Result<std::size_t> read(std::span<char> buffer) override;
    Result<> write(std::string_view bytes) override;
    Result<> writeFrom(int pipe, std::size_t count) override;
    void setContentType(std::string type) override { m_contentType = std::move(type); }
    void setHeader(const std::string &name, std::string value) override
    {
        m_headers[name] = std::move(value);
    }
    [[nodiscard]] bool started() const override { return m_started; }
    [[nodiscard]] bool cancelled() const override;

    // What the handler returned ends the answer. True: the connection can carry another request.
    bool end(const Result<> &result);
    // Then, the connection takes back what it lent.
    std::unique_ptr<api::RequestParser> takeParser() { return std::move(m_start.parser); }
    std::string takeFollowing() { return std::move(m_start.following); }

private:
    Result<> receive();
    Result<> begin();
    Result<> spliceAll(int pipe, std::size_t count);
    Result<> send(std::string_view first, std::string_view second, std::string_view third);
    Result<> wait(short events) const;

    Start m_start;
    std::string m_contentType = "application/json";
    std::map<std::string, std::string> m_headers;
    bool m_started = false, m_broken = false;
    // More than a client can have under way (wmem_default): it need not wait for several turns of ours.
    std::array<char, 256 * 1024> m_buffer;
    std::vector<std::string_view> m_pieces; // of m_buffer or m_start.body, not yet read
    std::size_t m_next = 0;
};

} // namespace quayside::server
