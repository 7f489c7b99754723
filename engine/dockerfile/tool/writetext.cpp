#include "engine/base/fd.h"
#include "engine/dockerfile/tool/subcommand.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::dockerfile::tool
{

namespace
{

Result<> writeAll(int fd, std::string_view text, const std::string &name)
{
    while (!text.empty()) {
        const auto written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failErrno(errno, "writing {}", name);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace

Result<> writeText(const std::string &file, std::string_view text)
{
    std::error_code error;
    const auto target = std::filesystem::canonical(file, error);
    struct stat status = {};
    if (error || ::stat(target.c_str(), &status) != 0)
        return failErrno(error ? error.value() : errno, "writing {}", file);
    auto name = target.string() + ".XXXXXX";
    const Fd fd(::mkostemp(name.data(), O_CLOEXEC));
    if (!fd)
        return failErrno(errno, "writing a file beside {}", file);
    auto done = writeAll(fd.get(), text, name);
    if (done &&
        (::fchmod(fd.get(), status.st_mode & 07777) != 0 || ::rename(name.c_str(), target.c_str()) != 0))
        done = failErrno(errno, "replacing {}", file);
    if (!done)
        ::unlink(name.c_str());
    return done;
}

} // namespace quayside::dockerfile::tool
