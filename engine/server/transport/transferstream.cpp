#include "engine/server/transport/transferstream.h"

#include "engine/server/httpstatus.h"
#include "engine/server/transport/hangup.h"
#include "engine/server/transport/head.h"

#include <fcntl.h>
#include <sys/socket.h>

namespace quayside::server
{

TransferStream::TransferStream(Start start)
    : m_start(std::move(start)), m_chunked(m_start.parser->head().minorVersion >= 1),
      m_source(m_start.socket, *m_start.parser, m_start.ahead), m_sink(m_start.socket, m_chunked)
{
}

// The event loop never blocks on the socket: it says so with every call. This is for who has it meanwhile.
void TransferStream::setBlocking(bool blocking) const
{
    const int flags = ::fcntl(m_start.socket, F_GETFL);
    ::fcntl(m_start.socket, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

bool TransferStream::cancelled() const
{
    return m_broken || HangupWatch::hasHungUp(m_start.socket);
}

Result<> TransferStream::checked(Result<> sent)
{
    m_broken = m_broken || !sent;
    return sent;
}

// Before the first look at the body.
Result<> TransferStream::goOn()
{
    if (!std::exchange(m_start.expectsContinue, false))
        return {};
    return checked(api::sendAll(m_start.socket, "HTTP/1.1 100 Continue\r\n\r\n"));
}

Result<std::size_t> TransferStream::read(std::span<char> buffer)
{
    CHECK(goOn());
    auto got = m_source.read(buffer);
    m_broken = m_broken || !got;
    return got;
}

Result<api::SocketSource::Loan> TransferStream::lendInput()
{
    CHECK(goOn());
    m_lent = true;
    const api::RequestHead &head = m_start.parser->head();
    return SocketSource::Loan{{head.chunked, head.contentLength.value_or(0)}, m_source.takeAhead()};
}

// The head of the answer, before its first byte.
Result<> TransferStream::begin()
{
    if (m_broken)
        return fail(ErrorKind::Cancelled, "the client went away");
    if (std::exchange(m_started, true))
        return {};
    return checked(api::sendAll(m_start.socket, server::write({.contentType = m_contentType,
                                                               .chunked = m_chunked,
                                                               .close = m_start.close || !m_chunked || m_lent,
                                                               .more = m_headers})));
}

Result<api::SocketSink::Loan> TransferStream::lendOutput()
{
    m_lent = true;
    CHECK(begin());
    return SocketSink::Loan{.chunked = m_chunked};
}

Result<> TransferStream::write(std::string_view bytes)
{
    if (bytes.empty())
        return m_broken ? begin() : Result<>();
    CHECK(begin());
    return checked(m_sink.write(bytes));
}

bool TransferStream::carryOut(const std::function<Result<>()> &handler)
{
    setBlocking(true);
    const Result<> result = handler();
    const bool reusable = answer(result);
    if (!reusable)
        ::shutdown(m_start.socket, SHUT_WR); // who reads to the end need not wait for the event loop
    setBlocking(false);
    return reusable;
}

// Only who has borrowed a body knows where it ended, and is not to be trusted with a next request or its
// answer: the connection ends with this one.
bool TransferStream::answer(const Result<> &result)
{
    if (!m_lent)
        m_source.passOver();
    const bool wholeRequest = m_start.parser->complete() && !m_start.close && !m_lent;
    if (m_broken && m_started)
        return false;
    if (!m_started) {
        const Response answer = result ? Response{200, {}, {}, {}} : errorResponse(result.error());
        const auto sent = api::sendAll(m_start.socket,
                                       server::write({.status = answer.status,
                                                      .contentType = answer.contentType,
                                                      .length = answer.body.size(),
                                                      .close = !wholeRequest}),
                                       answer.body);
        return sent && wholeRequest;
    }
    // Without its last chunk the answer is visibly cut off: the only way left to tell of an error.
    if (!result || !m_chunked)
        return false;
    return api::sendAll(m_start.socket, api::lastChunk) && wholeRequest;
}

} // namespace quayside::server
