#include "engine/api/http/body.h"

#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace quayside::api
{

BodySource::BodySource(int socket, MessageParser &parser, std::string ahead)
    : m_socket(socket), m_parser(parser), m_ahead(std::move(ahead))
{
}

// Raw bytes: first those that were there before, then the socket's.
Result<std::size_t> BodySource::fill(std::span<char> buffer)
{
    if (!m_ahead.empty()) {
        const std::size_t now = m_ahead.copy(buffer.data(), buffer.size());
        m_ahead.erase(0, now);
        return now;
    }
    ssize_t got = 0;
    do
        got = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    while (got < 0 && errno == EINTR);
    if (got > 0)
        return static_cast<std::size_t>(got);
    m_broken = true;
    return fail(ErrorKind::Cancelled, "the client went away before the end of the request");
}

Result<std::size_t> BodySource::read(std::span<char> buffer)
{
    std::size_t count = 0;
    while (count == 0) {
        if (m_broken)
            return fail(ErrorKind::Cancelled, "the request was cut off");
        m_pieces.clear();
        std::string_view none;
        CHECK(m_parser.parse(none, m_pieces)); // a body of no bytes is complete without any
        if (m_parser.complete())
            return 0;
        TRY(const std::size_t got, fill(buffer));
        std::string_view bytes(buffer.data(), got);
        if (auto parsed = m_parser.parse(bytes, m_pieces); !parsed) {
            m_broken = true;
            return std::unexpected(std::move(parsed).error());
        }
        m_ahead.insert(0, bytes);
        // A chunked body comes in many small pieces: they close up over their framing.
        for (const std::string_view piece : m_pieces) {
            if (piece.data() != buffer.data() + count)
                std::memmove(buffer.data() + count, piece.data(), piece.size());
            count += piece.size();
        }
    }
    return count;
}

std::uint64_t BodySource::movable() const
{
    return m_broken || !m_ahead.empty() ? 0 : m_parser.run();
}

Result<std::uint64_t> BodySource::moveTo(int pipe, std::uint64_t count, bool wait)
{
    count = std::min(count, movable());
    if (count == 0)
        return 0;
    ssize_t moved = 0;
    do
        moved = ::splice(m_socket, nullptr, pipe, nullptr, count, wait ? 0U : SPLICE_F_NONBLOCK);
    while (moved < 0 && errno == EINTR);
    if (moved < 0 && errno == EAGAIN && !wait)
        return 0;
    if (moved < 0 && errno == EINVAL)
        return failErrno(errno, "moving the body into a pipe");
    m_broken = moved <= 0;
    if (m_broken)
        return fail(ErrorKind::Cancelled, "the client went away before the end of the request");
    CHECK(m_parser.pass(static_cast<std::uint64_t>(moved)));
    return static_cast<std::uint64_t>(moved);
}

void BodySource::passOver()
{
    std::string_view bytes = m_ahead;
    m_pieces.clear();
    m_broken = m_broken || !m_parser.parse(bytes, m_pieces);
    m_ahead.erase(0, m_ahead.size() - bytes.size());
}

Result<> sendAll(int socket, std::string_view first, std::string_view second, std::string_view third)
{
    std::array<std::string_view, 3> pieces{first, second, third};
    while (!pieces.back().empty() || !pieces[1].empty() || !pieces[0].empty()) {
        std::array<iovec, 3> vectors{};
        std::ranges::transform(pieces, vectors.begin(), [](std::string_view piece) {
            return iovec{const_cast<char *>(piece.data()), piece.size()};
        });
        const ssize_t taken = ::writev(socket, vectors.data(), vectors.size());
        if (taken < 0 && errno == EINTR)
            continue;
        if (taken < 0)
            return fail(ErrorKind::Cancelled, "the client went away");
        auto left = static_cast<std::size_t>(taken);
        for (std::string_view &piece : pieces) {
            const std::size_t gone = std::min(left, piece.size());
            piece.remove_prefix(gone);
            left -= gone;
        }
    }
    return {};
}

// The line before a chunk, with the end of the one before.
std::string BodySink::frame(std::uint64_t size)
{
    std::string text(std::exchange(m_open, false) ? chunkEnd : "");
    return text += ChunkHeader(size).text();
}

Result<> BodySink::write(std::string_view bytes)
{
    if (bytes.empty())
        return {};
    return m_chunked ? sendAll(m_socket, frame(bytes.size()), bytes, chunkEnd) : sendAll(m_socket, bytes);
}

Result<> BodySink::begin(std::uint64_t size, std::string_view first)
{
    if (!m_chunked)
        return sendAll(m_socket, first);
    const std::string text = frame(size);
    m_open = true;
    return sendAll(m_socket, text, first);
}

Result<> BodySink::put(std::string_view bytes)
{
    return sendAll(m_socket, bytes);
}

Result<std::uint64_t> BodySink::putFile(int file, std::uint64_t at, std::uint64_t count)
{
    auto offset = static_cast<off_t>(at);
    ssize_t moved = 0;
    do
        moved = ::sendfile(m_socket, file, &offset, count);
    while (moved < 0 && errno == EINTR);
    if (moved < 0 && errno == EPIPE)
        return fail(ErrorKind::Cancelled, "the client went away");
    if (moved < 0)
        return failErrno(errno, "reading it");
    return static_cast<std::uint64_t>(moved);
}

Result<> BodySink::flush()
{
    return std::exchange(m_open, false) ? sendAll(m_socket, chunkEnd) : Result<>();
}

} // namespace quayside::api
