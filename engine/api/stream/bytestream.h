// Bytes that come or go piece by piece, with back-pressure. Both ends block: use them on worker threads.
#pragma once

#include "engine/base/result.h"

#include <cstddef>
#include <span>
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
    // The next `count` bytes of a pipe, all of which are in it already. A sink that is a socket lets the
    // kernel hand the pages on (splice(2)).
    virtual Result<> writeFrom(int pipe, std::size_t count);
};

} // namespace quayside::api
