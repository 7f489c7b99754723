#include "engine/base/writeall.h"

#include <cerrno>

#include <unistd.h>

namespace quayside
{

Result<> writeAll(int fd, std::string_view bytes, std::string_view what)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(fd, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failErrno(errno, "{}", what);
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

} // namespace quayside
