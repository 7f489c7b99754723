#include "engine/networks/containerlink.h"

#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/sysctl.h"

namespace quayside::networks
{

using isolation::network::IpAddress;
using isolation::network::IpPrefix;
using isolation::network::Links;
using isolation::network::writeSysctl;

constexpr int loopbackIndex = 1; // in every namespace (LOOPBACK_IFINDEX of the kernel)
constexpr auto interface = "eth0";

Result<> connectNothing(const Fd &netns)
{
    return isolation::network::inNamespace(netns, []() -> Result<> {
        TRY(auto links, Links::open());
        return links.setUp(loopbackIndex);
    });
}

static Result<> addAddress(Links &links, int index, const std::string &address, int length,
                           const std::string &gateway)
{
    TRY(const auto parsed, IpAddress::parse(address));
    TRY(const auto router, IpAddress::parse(gateway));
    CHECK(links.addAddress(index, IpPrefix{parsed, length}));
    return links.addDefaultRoute(index, router);
}

static Result<> configure(const Endpoint &endpoint)
{
    TRY(auto links, Links::open());
    CHECK(links.setUp(loopbackIndex));
    TRY(const auto link, links.find(interface));
    // Nobody else on this network has the address, and nobody there is to be believed about routes. An error
    // means a kernel without IPv6.
    if (endpoint.ipv6Address.empty()) {
        (void)writeSysctl("ipv6/conf/eth0/disable_ipv6", "1");
    } else {
        (void)writeSysctl("ipv6/conf/eth0/accept_dad", "0");
        (void)writeSysctl("ipv6/conf/eth0/accept_ra", "0");
    }
    CHECK(links.setUp(link.index));
    CHECK(
        addAddress(links, link.index, endpoint.ipv4Address, endpoint.ipv4PrefixLength, endpoint.ipv4Gateway));
    if (!endpoint.ipv6Address.empty())
        CHECK(addAddress(links, link.index, endpoint.ipv6Address, endpoint.ipv6PrefixLength,
                         endpoint.ipv6Gateway));
    return {};
}

Result<> connectBridge(const Endpoint &endpoint, int bridge, std::uint32_t mtu, const Fd &netns)
{
    TRY(const auto mac, isolation::network::parseMac(endpoint.macAddress));
    TRY(auto links, Links::open());
    CHECK(links.addVeth({.name = endpoint.hostInterface,
                         .bridge = bridge,
                         .peerName = interface,
                         .peerAddress = mac,
                         .peerNamespace = netns.get(),
                         .mtu = mtu}));
    // Where br_netfilter is loaded, a container's packet to its own published port is translated within the
    // bridge, and has to go back to the port that it came from.
    if (!endpoint.ports.empty()) {
        TRY(const auto link, links.find(endpoint.hostInterface));
        CHECK(links.setHairpin(link.index));
    }
    return isolation::network::inNamespace(netns, [&] { return configure(endpoint); });
}

} // namespace quayside::networks
