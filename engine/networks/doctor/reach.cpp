#include "engine/networks/doctor/reach.h"

#include "engine/base/fd.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace quayside::networks::doctor
{

using isolation::network::Family;
using isolation::network::IpAddress;

namespace
{

Try outcome(int error)
{
    if (error == 0)
        return {.reach = Reach::Connected};
    if (error == ECONNREFUSED || error == ECONNRESET)
        return {.reach = Reach::Refused};
    if (error == ETIMEDOUT)
        return {.reach = Reach::NoAnswer};
    return {.reach = Reach::Unreachable, .why = std::strerror(error)};
}

int connectTo(int socket, const IpAddress &address, std::uint16_t port)
{
    if (address.family == Family::V4) {
        sockaddr_in to{.sin_family = AF_INET, .sin_port = htons(port)};
        std::memcpy(&to.sin_addr, address.bytes.data(), 4);
        return ::connect(socket, reinterpret_cast<const sockaddr *>(&to), sizeof to);
    }
    sockaddr_in6 to{.sin6_family = AF_INET6, .sin6_port = htons(port)};
    std::memcpy(&to.sin6_addr, address.bytes.data(), 16);
    return ::connect(socket, reinterpret_cast<const sockaddr *>(&to), sizeof to);
}

int connectWithin(const IpAddress &address, std::uint16_t port, std::chrono::milliseconds patience)
{
    const int family = address.family == Family::V4 ? AF_INET : AF_INET6;
    const Fd socket(::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket)
        return errno;
    if (connectTo(socket.get(), address, port) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    pollfd ready{socket.get(), POLLOUT, 0};
    int count = 0;
    do
        count = ::poll(&ready, 1, static_cast<int>(patience.count()));
    while (count < 0 && errno == EINTR);
    if (count == 0)
        return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}

} // namespace

Try tryTcp(const IpAddress &address, std::uint16_t port, std::chrono::milliseconds patience)
{
    const auto began = std::chrono::steady_clock::now();
    Try result = outcome(connectWithin(address, port, patience));
    result.took =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    return result;
}

} // namespace quayside::networks::doctor
