#include "engine/api/stream/bytestream.h"

#include <unistd.h>

#include <algorithm>
#include <vector>

namespace quayside::api
{

Result<> ByteSink::writeFrom(int pipe, std::size_t count)
{
    std::vector<char> buffer(std::min<std::size_t>(count, std::size_t{256} * 1024));
    while (count > 0) {
        const ssize_t got = ::read(pipe, buffer.data(), std::min(count, buffer.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return failErrno(got < 0 ? errno : EPIPE, "reading a pipe");
        CHECK(write({buffer.data(), static_cast<std::size_t>(got)}));
        count -= static_cast<std::size_t>(got);
    }
    return {};
}

} // namespace quayside::api
