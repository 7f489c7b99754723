#include "engine/helper/servicemanager.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace quayside::helper
{

namespace
{

constexpr int firstListenDescriptor = 3; // SD_LISTEN_FDS_START

int socketOption(int fd, int option)
{
    int value = -1;
    socklen_t length = sizeof value;
    return ::getsockopt(fd, SOL_SOCKET, option, &value, &length) == 0 ? value : -1;
}

} // namespace

Result<> notifyServiceManager(const std::string &state)
{
    const char *path = std::getenv("NOTIFY_SOCKET");
    if (!path || !*path)
        return {};
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::size_t length = std::strlen(path);
    if ((path[0] != '/' && path[0] != '@') || length >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidArgument, "$NOTIFY_SOCKET is no path of a socket: {}", path);
    std::memcpy(address.sun_path, path, length);
    if (path[0] == '@')
        address.sun_path[0] = '\0'; // an abstract one: unix(7)
    const Fd socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + length);
    if (!socket || ::sendto(socket.get(), state.data(), state.size(), MSG_NOSIGNAL,
                            reinterpret_cast<const sockaddr *>(&address), size) < 0)
        return failErrno(errno, "telling the service manager {} at {}", state, path);
    return {};
}

Result<Fd> takeListeningSocket()
{
    const char *pid = std::getenv("LISTEN_PID");
    const char *count = std::getenv("LISTEN_FDS");
    if (!pid || !count || std::strtol(pid, nullptr, 10) != ::getpid())
        return Fd();
    const std::string sockets = count;
    ::unsetenv("LISTEN_PID");
    ::unsetenv("LISTEN_FDS");
    ::unsetenv("LISTEN_FDNAMES");
    if (sockets != "1")
        return fail(ErrorKind::InvalidArgument, "the service manager hands over {} sockets: one is needed",
                    sockets);
    if (socketOption(firstListenDescriptor, SO_ACCEPTCONN) != 1 ||
        socketOption(firstListenDescriptor, SO_TYPE) != SOCK_STREAM ||
        socketOption(firstListenDescriptor, SO_DOMAIN) != AF_UNIX)
        return fail(ErrorKind::InvalidArgument,
                    "what the service manager hands over is not a listening unix stream socket");
    ::fcntl(firstListenDescriptor, F_SETFD, FD_CLOEXEC);
    return Fd(firstListenDescriptor);
}

} // namespace quayside::helper
