#include "engine/networks/containerlink.h"

#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/sysctl.h"

#include <chrono>
#include <fstream>
#include <string>
#include <thread>

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

// The kernel joins the multicast group of a new address (RFC 4291, 2.7.1) in a worker of its own. Until then
// neighbours ask in vain for the address, and ask again only after a second.
static void awaitSolicitations(const std::string &address)
{
    using namespace std::chrono_literals;
    const auto parsed = IpAddress::parse(address);
    if (!parsed)
        return;
    const auto &b = parsed->bytes;
    const auto group = std::format("ff0200000000000000000001ff{:02x}{:02x}{:02x}", b[13], b[14], b[15]);
    const auto deadline = std::chrono::steady_clock::now() + 100ms;
    while (std::chrono::steady_clock::now() < deadline) {
        std::ifstream groups("/proc/thread-self/net/igmp6");
        for (std::string line; std::getline(groups, line);)
            if (line.contains(group))
                return;
        std::this_thread::sleep_for(200us);
    }
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
    CHECK(links.awaitRunning(link.index));
    if (endpoint.ipv6Address.empty())
        return {};
    CHECK(
        addAddress(links, link.index, endpoint.ipv6Address, endpoint.ipv6PrefixLength, endpoint.ipv6Gateway));
    awaitSolicitations(endpoint.ipv6Address);
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
    TRY(const auto link, links.find(endpoint.hostInterface));
    // Where br_netfilter is loaded, a container's packet to its own published port is translated within the
    // bridge, and has to go back to the port that it came from.
    if (!endpoint.ports.empty())
        CHECK(links.setHairpin(link.index));
    CHECK(isolation::network::inNamespace(netns, [&] { return configure(endpoint); }));
    CHECK(links.awaitRunning(link.index));
    return links.awaitRunning(bridge); // its first port gives the bridge its carrier
}

} // namespace quayside::networks
