// Bytes that come or go piece by piece, with back-pressure. Both ends block: use them on worker threads.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quayside::api
{

class ByteSource
{
public:
    virtual ~ByteSource() = default;
    // Waits for at least one byte. 0: the end. Cancelled: the other side went away before the end.
    virtual Result<std::size_t> read(std::span<char> buffer) = 0;
};

class ByteSink
{
public:
    virtual ~ByteSink() = default;
    // Waits until the other side takes it. Cancelled: the other side went away.
    virtual Result<> write(std::string_view bytes) = 0;
};

// Where a message's body ends on its connection: after the last chunk, or after `length` bytes.
struct BodyFraming {
    bool chunked = false;
    std::uint64_t length = 0; // where it is not chunked
};

// A body that comes on a socket of its own, which another process may read in this one's place (ADR 11): the
// bytes then pass by. The socket stays the lender's and blocks; only the borrower reads until it is done.
class SocketSource : public ByteSource
{
public:
    [[nodiscard]] virtual int socket() const = 0;
    struct Loan {
        BodyFraming framing;
        std::string ahead; // what has been read from the socket so far, still in its framing
    };
    // Nothing may have been read() before, nor be after.
    virtual Result<Loan> lendInput() = 0;
};

// The same for what is sent.
class SocketSink : public ByteSink
{
public:
    [[nodiscard]] virtual int socket() const = 0;
    struct Loan {
        bool chunked = true; // the borrower writes whole chunks; the last, empty one is the lender's
    };
    virtual Result<Loan> lendOutput() = 0;
};

} // namespace quayside::api
