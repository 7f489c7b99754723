#include "engine/networks/portreservations.h"

#include "engine/access/access.h"
#include "engine/isolation/network/address.h"
#include "engine/networks/portholder.h"

#include <arpa/inet.h>
#include <linux/filter.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace quayside::networks
{

using isolation::network::Family;
using isolation::network::IpAddress;

std::string hostEnd(const PortBinding &binding)
{
    const bool v6 = binding.hostAddress.contains(':');
    return v6 ? std::format("[{}]:{}", binding.hostAddress, binding.hostPort)
              : std::format("{}:{}", binding.hostAddress, binding.hostPort);
}

namespace
{

socklen_t fill(sockaddr_storage &storage, const IpAddress &address, std::uint16_t port)
{
    if (address.family == Family::V4) {
        auto &v4 = reinterpret_cast<sockaddr_in &>(storage);
        v4 = {.sin_family = AF_INET, .sin_port = htons(port)};
        std::memcpy(&v4.sin_addr, address.bytes.data(), 4);
        return sizeof v4;
    }
    auto &v6 = reinterpret_cast<sockaddr_in6 &>(storage);
    v6 = {.sin6_family = AF_INET6, .sin6_port = htons(port)};
    std::memcpy(&v6.sin6_addr, address.bytes.data(), 16);
    return sizeof v6;
}

// A bound UDP socket would collect what reaches the host itself.
void dropEverything(int fd)
{
    sock_filter none = BPF_STMT(BPF_RET | BPF_K, 0);
    const sock_fprog program{1, &none};
    ::setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program, sizeof program);
}

Result<Fd> bindOnce(const IpAddress &address, bool tcp, std::uint16_t &port, bool reuse)
{
    const int family = address.family == Family::V4 ? AF_INET : AF_INET6;
    Fd fd(::socket(family, (tcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC, 0));
    if (!fd)
        return failErrno(errno, "opening a socket");
    const int on = 1;
    if (family == AF_INET6)
        ::setsockopt(fd.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (reuse)
        ::setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_storage storage{};
    socklen_t length = fill(storage, address, port);
    if (::bind(fd.get(), reinterpret_cast<sockaddr *>(&storage), length) != 0)
        return failErrno(errno, "binding");
    if (!tcp)
        dropEverything(fd.get());
    if (::getsockname(fd.get(), reinterpret_cast<sockaddr *>(&storage), &length) != 0)
        return failErrno(errno, "asking for a socket's port");
    port = ntohs(family == AF_INET ? reinterpret_cast<sockaddr_in &>(storage).sin_port
                                   : reinterpret_cast<sockaddr_in6 &>(storage).sin6_port);
    return fd;
}

// port 0: one that the kernel chooses from ip_local_port_range, and says in `port`.
Result<Fd> bindSocket(const IpAddress &address, bool tcp, std::uint16_t &port)
{
    auto fd = bindOnce(address, tcp, port, false);
    // Where only ended connections (TIME_WAIT) are in the way, the port is free for all practical purposes.
    // Not the first try: a socket with SO_REUSEADDR does not keep others with it from the port.
    if (!fd && fd.error().errnum == EADDRINUSE && tcp)
        fd = bindOnce(address, tcp, port, true);
    return fd;
}

std::vector<std::string> hostAddresses(const PortRequest &port, bool ipv6)
{
    if (!port.hostAddress.empty())
        return {port.hostAddress};
    if (ipv6)
        return {"0.0.0.0", "::"};
    return {"0.0.0.0"};
}

Result<> check(const PortRequest &port, bool ipv6)
{
    if (port.protocol != "tcp" && port.protocol != "udp")
        return fail(ErrorKind::NotSupported, "cannot publish a {} port: only tcp and udp can be",
                    port.protocol);
    if (port.containerPort == 0)
        return fail(ErrorKind::InvalidArgument, "a container's port must be 1 to 65535");
    if (port.hostPortEnd != 0 && port.hostPortEnd < port.hostPort)
        return fail(ErrorKind::InvalidArgument, "the port range {}-{} ends before it starts", port.hostPort,
                    port.hostPortEnd);
    if (port.hostAddress.empty())
        return {};
    TRY(const auto address, IpAddress::parse(port.hostAddress));
    if (address.family == Family::V6 && address.loopback())
        return fail(ErrorKind::NotSupported,
                    "cannot publish on [::1]: the kernel does not route replies to it. Use "
                    "127.0.0.1");
    if (address.family == Family::V6 && !ipv6)
        return fail(ErrorKind::InvalidArgument, "cannot publish on [{}]: the container's network has no IPv6",
                    port.hostAddress);
    return {};
}

} // namespace

Error PortReservations::conflict(const PortBinding &wanted, const Reserved &reserved) const
{
    const auto same = [&](const Reservation &other) {
        return other.binding.protocol == wanted.protocol && other.binding.hostPort == wanted.hostPort;
    };
    const auto allocated = [&](const std::string &why) {
        return Error{ErrorKind::Conflict, EADDRINUSE,
                     std::format("Bind for {} failed: port is already allocated{}", hostEnd(wanted), why)};
    };
    for (const auto &[container, theirs] : m_byContainer)
        if (std::ranges::any_of(theirs.ports, same))
            return allocated(access::maySee({.uid = reserved.owner}, theirs.owner)
                                 ? std::format(" (by container {})", container.substr(0, 12))
                                 : "; choose another one");
    if (std::ranges::any_of(reserved.ports, same))
        return allocated(" (the same container asks twice)");
    const auto holder = portHolder(wanted.protocol, wanted.hostPort, reserved.owner);
    return {ErrorKind::Conflict, EADDRINUSE,
            std::format("failed to bind host port for {}: address already in use{}", hostEnd(wanted),
                        holder.empty() ? "" : " by " + holder)};
}

Result<> PortReservations::reserveAt(Reserved &reserved, const PortRequest &port, std::uint16_t hostPort,
                                     bool ipv6) const
{
    std::vector<Reservation> found;
    for (const auto &text : hostAddresses(port, ipv6)) {
        TRY(const auto address, IpAddress::parse(text));
        PortBinding binding{port.protocol, port.containerPort, address.text(), hostPort};
        auto socket = bindSocket(address, port.protocol == "tcp", binding.hostPort);
        if (!socket && socket.error().errnum == EADDRINUSE)
            return std::unexpected(conflict(binding, reserved));
        if (!socket && socket.error().errnum == EADDRNOTAVAIL)
            return fail(ErrorKind::InvalidArgument,
                        "failed to bind host port for {}: this machine has no such address",
                        hostEnd(binding));
        if (!socket)
            return wrap(std::move(socket).error(), "failed to bind host port for {}", hostEnd(binding));
        hostPort = binding.hostPort; // what the kernel chose, for the other family too
        found.push_back({std::move(binding), *std::move(socket)});
    }
    std::ranges::move(found, std::back_inserter(reserved.ports));
    return {};
}

Result<> PortReservations::reserveOne(Reserved &reserved, const PortRequest &port, bool ipv6) const
{
    CHECK(check(port, ipv6));
    // Ephemeral: what is free for IPv4 may be taken for IPv6; the kernel then chooses another one.
    const int tries = port.hostPort == 0 ? 16 : std::max(1, port.hostPortEnd - port.hostPort + 1);
    Result<> result;
    for (int i = 0; i < tries; ++i) {
        const int hostPort = port.hostPort == 0 ? 0 : port.hostPort + i;
        result = reserveAt(reserved, port, static_cast<std::uint16_t>(hostPort), ipv6);
        if (result || result.error().errnum != EADDRINUSE)
            return result;
    }
    if (port.hostPort != 0 && tries > 1)
        return wrap(std::move(result).error(), "no port of {}-{} is free", port.hostPort, port.hostPortEnd);
    return result;
}

Result<std::vector<PortBinding>> PortReservations::reserve(const std::string &containerId,
                                                           const std::vector<PortRequest> &ports, bool ipv6,
                                                           std::uint32_t owner)
{
    Reserved reserved{.owner = owner, .ports = {}};
    for (const auto &port : ports)
        CHECK(reserveOne(reserved, port, ipv6));
    std::vector<PortBinding> bindings;
    for (const auto &reservation : reserved.ports)
        bindings.push_back(reservation.binding);
    if (!reserved.ports.empty())
        m_byContainer[containerId] = std::move(reserved);
    return bindings;
}

void PortReservations::adopt(const std::string &containerId, const std::vector<PortBinding> &bindings,
                             std::uint32_t owner)
{
    Reserved reserved{.owner = owner, .ports = {}};
    for (const auto &binding : bindings) {
        const auto address = IpAddress::parse(binding.hostAddress);
        std::uint16_t port = binding.hostPort;
        Fd socket;
        if (address && port != 0)
            if (auto bound = bindSocket(*address, binding.protocol == "tcp", port))
                socket = *std::move(bound);
        reserved.ports.push_back({binding, std::move(socket)});
    }
    if (!reserved.ports.empty())
        m_byContainer[containerId] = std::move(reserved);
}

bool PortReservations::holds(const std::string &containerId, const PortBinding &binding) const
{
    const auto found = m_byContainer.find(containerId);
    return found != m_byContainer.end() && std::ranges::any_of(found->second.ports, [&](const auto &one) {
               return one.binding.protocol == binding.protocol && one.binding.hostPort == binding.hostPort &&
                      one.binding.hostAddress == binding.hostAddress && one.socket;
           });
}

void PortReservations::release(const std::string &containerId)
{
    m_byContainer.erase(containerId);
}

} // namespace quayside::networks
