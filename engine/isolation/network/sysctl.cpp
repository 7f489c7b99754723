#include "engine/isolation/network/sysctl.h"

#include "engine/base/fd.h"

#include <fcntl.h>

#include <array>

namespace quayside::isolation::network
{

// /proc/self would be the main thread's namespace; /proc/sys/net follows the thread that opens it.
static std::string pathOf(std::string_view name)
{
    return std::format("/proc/sys/net/{}", name);
}

Result<std::string> readSysctl(std::string_view name)
{
    const auto path = pathOf(name);
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening {}", path);
    std::array<char, 256> buffer{};
    const auto length = ::read(file.get(), buffer.data(), buffer.size());
    if (length < 0)
        return failErrno(errno, "reading {}", path);
    std::string_view text(buffer.data(), static_cast<std::size_t>(length));
    return std::string(text.substr(0, text.find('\n')));
}

Result<> writeSysctl(std::string_view name, std::string_view value)
{
    const auto path = pathOf(name);
    const Fd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening {}", path);
    if (::write(file.get(), value.data(), value.size()) != static_cast<ssize_t>(value.size()))
        return failErrno(errno, "writing {} to {}", value, path);
    return {};
}

} // namespace quayside::isolation::network
