// Bytes that can go on into a file without being read.
#pragma once

#include "engine/api/stream/bytestream.h"

namespace quayside::api
{

class MovableSource : public ByteSource
{
public:
    // How many of the bytes that come next can be moved, with nothing else in between.
    [[nodiscard]] virtual std::uint64_t movable() const = 0;
    // Moves up to `count` of those into a pipe, along which their pages go without a copy. `wait`: for at
    // least one byte, and for room; otherwise 0 says that one of both is not there now. Errors as of read().
    virtual Result<std::uint64_t> moveTo(int pipe, std::uint64_t count, bool wait) = 0;
};

} // namespace quayside::api
