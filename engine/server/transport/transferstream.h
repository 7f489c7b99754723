// A transfer's two ends, on a thread of its own that has the socket to itself and blocks on it: no queue in
// between, so memory stays bounded whoever is slow.
#pragma once

#include "engine/api/http/body.h"
#include "engine/api/http/parser.h"
#include "engine/server/routes/route.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace quayside::server
{

class TransferStream final : public api::SocketSource, public TransferSink
{
public:
    struct Start {
        int socket = -1;                            // stays the connection's; blocks during carryOut()
        std::unique_ptr<api::RequestParser> parser; // its head is ready, and no more than the head
        std::string ahead;                          // what has come behind the head
        bool expectsContinue = false;
        bool close = false; // after this answer
    };
    explicit TransferStream(Start start);

    Result<std::size_t> read(std::span<char> buffer) override;
    Result<> write(std::string_view bytes) override;
    [[nodiscard]] int socket() const override { return m_start.socket; }
    Result<SocketSource::Loan> lendInput() override;
    Result<SocketSink::Loan> lendOutput() override;
    void setContentType(std::string type) override { m_contentType = std::move(type); }
    void setHeader(const std::string &name, std::string value) override
    {
        m_headers[name] = std::move(value);
    }
    [[nodiscard]] bool started() const override { return m_started; }
    [[nodiscard]] bool cancelled() const override;

    // What the handler returns ends the answer. True: the connection can carry another request.
    bool carryOut(const std::function<Result<>()> &handler);
    // Then, the connection takes back what it lent.
    std::unique_ptr<api::RequestParser> takeParser() { return std::move(m_start.parser); }
    std::string takeFollowing() { return m_source.takeAhead(); }

private:
    bool answer(const Result<> &result);
    Result<> begin();
    Result<> goOn();
    Result<> checked(Result<> sent);
    void setBlocking(bool blocking) const;

    Start m_start;
    const bool m_chunked; // the answer
    api::BodySource m_source;
    api::BodySink m_sink;
    std::string m_contentType = "application/json";
    std::map<std::string, std::string> m_headers;
    bool m_started = false, m_broken = false, m_lent = false;
};

} // namespace quayside::server
