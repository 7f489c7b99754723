#include "engine/server/transport/transferstream.h"

#include "engine/api/http/chunk.h"
#include "engine/server/httpstatus.h"
#include "engine/server/transport/hangup.h"
#include "engine/server/transport/head.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>

namespace quayside::server
{

TransferStream::TransferStream(Start start) : m_start(std::move(start))
{
    if (!m_start.body.empty())
        m_pieces.emplace_back(m_start.body);
}

bool TransferStream::cancelled() const
{
    return m_broken || HangupWatch::hasHungUp(m_start.socket);
}

Result<> TransferStream::wait(short events) const
{
    pollfd waiting{m_start.socket, events, 0};
    while (::poll(&waiting, 1, -1) < 0)
        if (errno != EINTR)
            return failErrno(errno, "waiting for the client");
    return {};
}

// Fills m_buffer and takes the body's pieces out of it.
Result<> TransferStream::receive()
{
    for (;;) {
        const ssize_t got = ::recv(m_start.socket, m_buffer.data(), m_buffer.size(), MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN) {
            CHECK(wait(POLLIN));
            continue;
        }
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            m_broken = true;
            return fail(ErrorKind::Cancelled, "the client went away before the end of the request");
        }
        std::string_view bytes(m_buffer.data(), static_cast<std::size_t>(got));
        m_pieces.clear();
        m_next = 0;
        if (auto parsed = m_start.parser->parse(bytes, m_pieces); !parsed) {
            m_broken = true; // where this request ends can't be told any more
            return parsed;
        }
        m_start.following.append(bytes);
        return {};
    }
}

Result<std::size_t> TransferStream::read(std::span<char> buffer)
{
    if (m_start.expectsContinue) {
        m_start.expectsContinue = false;
        CHECK(send("HTTP/1.1 100 Continue\r\n\r\n", {}, {}));
    }
    std::size_t count = 0;
    while (count == 0) {
        while (m_next == m_pieces.size()) {
            if (m_start.parser->complete())
                return 0;
            if (m_broken)
                return fail(ErrorKind::Cancelled, "the request was cut off");
            CHECK(receive());
        }
        // All that is here and fits: a chunked body comes in many small pieces.
        while (m_next < m_pieces.size() && count < buffer.size()) {
            std::string_view &piece = m_pieces[m_next];
            const std::size_t now = std::min(piece.size(), buffer.size() - count);
            std::copy_n(piece.begin(), now, buffer.begin() + static_cast<std::ptrdiff_t>(count));
            piece.remove_prefix(now);
            count += now;
            if (piece.empty())
                ++m_next;
        }
    }
    return count;
}

Result<> TransferStream::send(std::string_view first, std::string_view second, std::string_view third)
{
    std::array<iovec, 3> vectors{iovec{const_cast<char *>(first.data()), first.size()},
                                 iovec{const_cast<char *>(second.data()), second.size()},
                                 iovec{const_cast<char *>(third.data()), third.size()}};
    msghdr message{};
    message.msg_iov = vectors.data();
    message.msg_iovlen = vectors.size();
    while (message.msg_iovlen > 0) {
        const ssize_t taken = ::sendmsg(m_start.socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken < 0 && errno == EAGAIN) {
            CHECK(wait(POLLOUT));
            continue;
        }
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0) {
            m_broken = true;
            return fail(ErrorKind::Cancelled, "the client went away");
        }
        auto left = static_cast<std::size_t>(taken);
        while (message.msg_iovlen > 0 && left >= message.msg_iov->iov_len) {
            left -= message.msg_iov->iov_len;
            ++message.msg_iov;
            --message.msg_iovlen;
        }
        if (message.msg_iovlen > 0) {
            message.msg_iov->iov_base = static_cast<char *>(message.msg_iov->iov_base) + left;
            message.msg_iov->iov_len -= left;
        }
    }
    return {};
}

// The head of the answer, before its first byte.
Result<> TransferStream::begin()
{
    if (m_broken)
        return fail(ErrorKind::Cancelled, "the client went away");
    if (std::exchange(m_started, true))
        return {};
    const bool chunked = m_start.parser->head().minorVersion >= 1;
    return send(server::write({.contentType = m_contentType,
                               .chunked = chunked,
                               .close = m_start.close || !chunked,
                               .more = m_headers}),
                {}, {});
}

Result<> TransferStream::write(std::string_view bytes)
{
    if (bytes.empty())
        return m_broken ? begin() : Result<>();
    CHECK(begin());
    if (m_start.parser->head().minorVersion == 0)
        return send(bytes, {}, {});
    return send(api::ChunkHeader(bytes.size()).text(), bytes, api::chunkEnd);
}

Result<> TransferStream::writeFrom(int pipe, std::size_t count)
{
    if (count == 0)
        return {};
    CHECK(begin());
    const bool chunked = m_start.parser->head().minorVersion >= 1;
    if (chunked)
        CHECK(send(api::ChunkHeader(count).text(), {}, {}));
    CHECK(spliceAll(pipe, count));
    return chunked ? send(api::chunkEnd, {}, {}) : Result<>();
}

Result<> TransferStream::spliceAll(int pipe, std::size_t count)
{
    while (count > 0) {
        const ssize_t moved =
            ::splice(pipe, nullptr, m_start.socket, nullptr, count, SPLICE_F_MOVE | SPLICE_F_NONBLOCK);
        if (moved > 0) {
            count -= static_cast<std::size_t>(moved);
        } else if (moved < 0 && errno == EAGAIN) {
            CHECK(wait(POLLOUT)); // the pipe has the bytes: it is the socket that is full
        } else if (moved == 0 || errno != EINTR) {
            m_broken = true;
            return fail(ErrorKind::Cancelled, "the client went away");
        }
    }
    return {};
}

bool TransferStream::end(const Result<> &result)
{
    const bool wholeRequest = m_start.parser->complete() && !m_start.close;
    if (m_broken && m_started)
        return false;
    if (!m_started) {
        const Response answer = result ? Response{200, {}, {}, {}} : errorResponse(result.error());
        const auto sent = send(server::write({.status = answer.status,
                                              .contentType = answer.contentType,
                                              .length = answer.body.size(),
                                              .close = !wholeRequest}),
                               answer.body, {});
        return sent && wholeRequest;
    }
    // Without its last chunk the answer is visibly cut off: the only way left to tell of an error.
    if (!result || m_start.parser->head().minorVersion == 0)
        return false;
    return send(api::lastChunk, {}, {}) && wholeRequest;
}

} // namespace quayside::server
