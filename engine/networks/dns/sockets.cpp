#include "engine/networks/dns/sockets.h"

#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/nftables.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <nlohmann/json.hpp>
#include <sys/socket.h>

#include <cstring>

namespace quayside::networks::dns
{

using Json = nlohmann::ordered_json;
using isolation::network::Family;
using isolation::network::IpAddress;

namespace
{

constexpr std::uint32_t serverAddress = 127U << 24 | 11; // 127.0.0.11
constexpr std::uint16_t dnsPort = 53;
constexpr auto table = "quayside-dns";

struct Bound {
    Fd fd;
    std::uint16_t port = 0;
};

Result<Bound> bound(int type, std::uint16_t port)
{
    Bound result{.fd = Fd(::socket(AF_INET, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)), .port = port};
    if (!result.fd)
        return failErrno(errno, "opening a socket for the name server");
    const int on = 1;
    ::setsockopt(result.fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(serverAddress);
    socklen_t length = sizeof address;
    if (::bind(result.fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 ||
        (type == SOCK_STREAM && ::listen(result.fd.get(), 16) != 0) ||
        ::getsockname(result.fd.get(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return failErrno(errno, "binding the name server's socket");
    result.port = ntohs(address.sin_port);
    return result;
}

Json payload(const char *protocol, const char *field)
{
    return {{"payload", {{"protocol", protocol}, {"field", field}}}};
}

Json match(Json left, Json right)
{
    return {{"match", {{"op", "=="}, {"left", std::move(left)}, {"right", std::move(right)}}}};
}

Json rewrite(const char *protocol, const char *addressField, const char *portField, std::uint16_t from,
             std::uint16_t to)
{
    const Json expressions = Json::array(
        {match(payload("ip", addressField), "127.0.0.11"), match(payload(protocol, portField), from),
         Json{{"mangle", {{"key", payload(protocol, portField)}, {"value", to}}}}});
    return {{"add",
             {{"rule", {{"family", "ip"}, {"table", table}, {"chain", "output"}, {"expr", expressions}}}}}};
}

// Both ways pass the output hook, since both ends are in this namespace.
std::string rules(std::uint16_t udp, std::uint16_t tcp)
{
    const Json named = {{"table", {{"family", "ip"}, {"name", table}}}};
    Json commands = Json::array({{{"add", named}}, {{"delete", named}}, {{"add", named}}});
    commands.push_back({{"add",
                         {{"chain",
                           {{"family", "ip"},
                            {"table", table},
                            {"name", "output"},
                            {"type", "filter"},
                            {"hook", "output"},
                            {"prio", -300},
                            {"policy", "accept"}}}}}});
    for (const auto &[protocol, port] : {std::pair("udp", udp), std::pair("tcp", tcp)}) {
        commands.push_back(rewrite(protocol, "daddr", "dport", dnsPort, port));
        commands.push_back(rewrite(protocol, "saddr", "sport", port, dnsPort));
    }
    return Json{{"nftables", std::move(commands)}}.dump();
}

Result<Sockets> openHere()
{
    TRY(auto udp, bound(SOCK_DGRAM, 0));
    TRY(auto tcp, bound(SOCK_STREAM, 0));
    isolation::network::Nft nft;
    if (nft.run(rules(udp.port, tcp.port)))
        return Sockets{std::move(udp.fd), std::move(tcp.fd)};
    TRY(udp, bound(SOCK_DGRAM, dnsPort));
    TRY(tcp, bound(SOCK_STREAM, dnsPort));
    return Sockets{std::move(udp.fd), std::move(tcp.fd)};
}

Result<Fd> connectHere(const IpAddress &server, std::uint16_t port, bool tcp)
{
    const bool v4 = server.family == Family::V4;
    Fd fd(::socket(v4 ? AF_INET : AF_INET6, (tcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK,
                   0));
    if (!fd)
        return failErrno(errno, "opening a socket to the name server {}", server.text());
    sockaddr_in to4{.sin_family = AF_INET, .sin_port = htons(port)};
    sockaddr_in6 to6{.sin6_family = AF_INET6, .sin6_port = htons(port)};
    std::memcpy(&to4.sin_addr, server.bytes.data(), 4);
    std::memcpy(&to6.sin6_addr, server.bytes.data(), 16);
    const auto *to = v4 ? reinterpret_cast<const sockaddr *>(&to4) : reinterpret_cast<const sockaddr *>(&to6);
    // A connected UDP socket hears from this server only, and hears at once where nobody listens there.
    if (::connect(fd.get(), to, v4 ? sizeof to4 : sizeof to6) != 0 && errno != EINPROGRESS)
        return failErrno(errno, "connecting to the name server {}", server.text());
    return fd;
}

} // namespace

Result<Sockets> openSockets(const Fd &netns)
{
    Sockets sockets;
    CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
        TRY(sockets, openHere());
        return {};
    }));
    return sockets;
}

Result<Fd> openUpstream(const Fd &netns, const IpAddress &server, std::uint16_t port, bool tcp)
{
    if (!netns)
        return connectHere(server, port, tcp);
    Fd fd;
    CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
        TRY(fd, connectHere(server, port, tcp));
        return {};
    }));
    return fd;
}

} // namespace quayside::networks::dns
