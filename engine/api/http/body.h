// Both directions of a message's body on a blocking socket. For the thread or the process that has the socket
// to itself: no queue in between, so memory stays bounded whoever is slow.
#pragma once

#include "engine/api/http/chunk.h"
#include "engine/api/http/parser.h"
#include "engine/api/stream/movable.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quayside::api
{

// Cancelled: the other side went away before the body's end. InvalidArgument: the framing is malformed.
class BodySource : public MovableSource
{
public:
    // `parser`, borrowed: knows the framing. `ahead`: what has been read from the socket already.
    BodySource(int socket, MessageParser &parser, std::string ahead);

    // As much as one recv(2) brings, without its framing; the framing's bytes need room in `buffer` too.
    Result<std::size_t> read(std::span<char> buffer) override;
    [[nodiscard]] std::uint64_t movable() const override;
    Result<std::uint64_t> moveTo(int pipe, std::uint64_t count, bool wait) override;
    // Takes, unread, what has come already: the body may end in it.
    void passOver();
    // What came from the socket and was not read: before the first read() in its framing, after the body's
    // end what came behind it.
    std::string takeAhead() { return std::exchange(m_ahead, {}); }

private:
    Result<std::size_t> fill(std::span<char> buffer);

    int m_socket;
    MessageParser &m_parser;
    std::string m_ahead;
    std::vector<std::string_view> m_pieces;
    bool m_broken = false; // where the body ends can't be told any more
};

// Whole chunks, without the last, empty one; where it is not chunked, the bytes alone. Errors: Cancelled, the
// other side takes no more. The process ignores SIGPIPE.
class BodySink : public ByteSink
{
public:
    BodySink(int socket, bool chunked) : m_socket(socket), m_chunked(chunked) {}

    Result<> write(std::string_view bytes) override; // a chunk of its own
    // A chunk that is made of pieces: begin() with the first of them and the size of all, then the others.
    Result<> begin(std::uint64_t size, std::string_view first);
    Result<> put(std::string_view bytes);
    // Pages of a file from the page cache, without a copy, as many as go at once; 0: the file ends before
    // `at`.
    Result<std::uint64_t> putFile(int file, std::uint64_t at, std::uint64_t count);
    // The end of a chunk of pieces, which otherwise goes out with the next chunk.
    Result<> flush();

private:
    std::string frame(std::uint64_t size);

    int m_socket;
    bool m_chunked;
    bool m_open = false; // the last chunk's end was not sent yet
};

// All of the pieces, however the blocking socket takes them. The process ignores SIGPIPE.
Result<> sendAll(int socket, std::string_view first, std::string_view second = {},
                 std::string_view third = {});

} // namespace quayside::api
