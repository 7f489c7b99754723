#include "engine/networks/containerlink.h"

#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/sysctl.h"

#include <algorithm>
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

namespace
{

// The kernel joins the multicast group of a new address (RFC 4291, 2.7.1) in a worker of its own. Until then
// neighbours ask in vain for the address, and ask again only after a second.
void awaitSolicitations(const std::string &address)
{
    using namespace std::chrono_literals;
    const auto parsed = IpAddress::parse(address);
    if (!parsed)
        return;
    const auto &b = parsed->bytes;
    const auto group = std::format("ff0200000000000000000001ff{:02x}{:02x}{:02x}", b[13], b[14], b[15]);
    // Where many containers start at once the worker is late, and everybody's looking makes it later.
    const auto deadline = std::chrono::steady_clock::now() + 100ms;
    for (auto pause = 200us; std::chrono::steady_clock::now() < deadline; pause *= 2) {
        std::ifstream groups("/proc/thread-self/net/igmp6");
        for (std::string line; std::getline(groups, line);)
            if (line.contains(group))
                return;
        std::this_thread::sleep_for(pause);
    }
}

Result<> addAddress(Links &links, int index, const std::string &address, int length)
{
    TRY(const auto parsed, IpAddress::parse(address));
    return links.addAddress(index, IpPrefix{parsed, length});
}

Result<> configure(Links &links, const Endpoint &endpoint)
{
    TRY(const auto link, links.find(endpoint.interface));
    const auto setting = [&](const char *name) {
        return std::format("ipv6/conf/{}/{}", endpoint.interface, name);
    };
    // Nobody else on this network has the address, and nobody there is to be believed about routes. An error
    // means a kernel without IPv6.
    if (endpoint.ipv6Address.empty()) {
        (void)writeSysctl(setting("disable_ipv6"), "1");
    } else {
        (void)writeSysctl(setting("accept_dad"), "0");
        (void)writeSysctl(setting("accept_ra"), "0");
    }
    CHECK(links.setUp(link.index));
    CHECK(addAddress(links, link.index, endpoint.ipv4Address, endpoint.ipv4PrefixLength));
    CHECK(links.awaitRunning(link.index));
    if (endpoint.ipv6Address.empty())
        return {};
    CHECK(addAddress(links, link.index, endpoint.ipv6Address, endpoint.ipv6PrefixLength));
    awaitSolicitations(endpoint.ipv6Address);
    return {};
}

Result<> addDefaultRoute(Links &links, const Endpoint &endpoint, const std::string &gateway)
{
    TRY(const auto router, IpAddress::parse(gateway));
    TRY(const auto link, links.find(endpoint.interface));
    return links.addDefaultRoute(link.index, router);
}

Result<> addDefaultRoutes(Links &links, const std::vector<Endpoint> &endpoints)
{
    for (const auto &endpoint : endpoints) {
        if (endpoint.leadsOut4)
            CHECK(addDefaultRoute(links, endpoint, endpoint.ipv4Gateway));
        if (endpoint.leadsOut6)
            CHECK(addDefaultRoute(links, endpoint, endpoint.ipv6Gateway));
    }
    return {};
}

Result<> makeLink(Links &links, const ContainerLink &wanted, const Fd &netns)
{
    const auto &endpoint = wanted.endpoint;
    TRY(const auto mac, isolation::network::parseMac(endpoint.macAddress));
    if (wanted.parent.empty())
        return links.addVeth({.name = endpoint.hostInterface,
                              .bridge = wanted.bridge,
                              .peerName = endpoint.interface,
                              .peerAddress = mac,
                              .peerNamespace = netns.get(),
                              .mtu = wanted.mtu.value_or(1500)});
    const auto parent = links.find(wanted.parent);
    if (!parent)
        return fail(ErrorKind::InvalidArgument,
                    "the network {} is on the interface {}, which this machine does not have (any more)",
                    endpoint.networkName, wanted.parent);
    return links.addMacvlan({.name = endpoint.interface,
                             .parent = parent->index,
                             .address = mac,
                             .targetNamespace = netns.get(),
                             .mtu = wanted.mtu});
}

// The host's end, once the other one is up.
Result<> finishPort(Links &links, const ContainerLink &wanted)
{
    if (wanted.bridge == 0)
        return {};
    TRY(const auto link, links.find(wanted.endpoint.hostInterface));
    CHECK(links.awaitRunning(link.index));
    return links.awaitRunning(wanted.bridge); // its first port gives the bridge its carrier
}

Result<> preparePort(Links &links, const ContainerLink &wanted)
{
    if (wanted.bridge == 0)
        return {};
    TRY(const auto link, links.find(wanted.endpoint.hostInterface));
    // Where br_netfilter is loaded, a container's packet to its own published port is translated within the
    // bridge, and has to go back to the port that it came from.
    if (!wanted.endpoint.ports.empty())
        CHECK(links.setHairpin(link.index));
    return wanted.isolated ? links.setIsolated(link.index) : Result<>();
}

} // namespace

Result<> connectLinks(const std::vector<ContainerLink> &wanted, const Fd &netns)
{
    TRY(auto links, Links::open());
    std::vector<Endpoint> endpoints;
    for (const auto &one : wanted) {
        CHECK(makeLink(links, one, netns));
        CHECK(preparePort(links, one));
        endpoints.push_back(one.endpoint);
    }
    CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
        TRY(auto inside, Links::open());
        CHECK(inside.setUp(loopbackIndex));
        for (const auto &endpoint : endpoints)
            CHECK(configure(inside, endpoint));
        return addDefaultRoutes(inside, endpoints);
    }));
    for (const auto &one : wanted)
        CHECK(finishPort(links, one));
    return {};
}

Result<> connectLink(const ContainerLink &wanted, const std::vector<Endpoint> &all, const Fd &netns)
{
    TRY(auto links, Links::open());
    CHECK(makeLink(links, wanted, netns));
    CHECK(preparePort(links, wanted));
    CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
        TRY(auto inside, Links::open());
        return configure(inside, wanted.endpoint);
    }));
    CHECK(setDefaultRoutes(all, netns));
    return finishPort(links, wanted);
}

Result<> disconnectLink(const Endpoint &endpoint, const std::vector<Endpoint> &rest, const Fd &netns)
{
    if (!endpoint.hostInterface.empty()) {
        TRY(auto links, Links::open());
        if (const auto link = links.find(endpoint.hostInterface))
            CHECK(links.remove(link->index));
    } else {
        CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
            TRY(auto inside, Links::open());
            const auto link = inside.find(endpoint.interface);
            return link ? inside.remove(link->index) : Result<>();
        }));
    }
    return setDefaultRoutes(rest, netns);
}

// eth0, eth1, …: a container's own virtual interfaces (of an engine that runs inside it) are called
// otherwise.
static bool isOurs(const isolation::network::Link &link)
{
    constexpr std::string_view prefix = "eth";
    return (link.kind == "veth" || link.kind == "macvlan") && link.name.starts_with(prefix) &&
           link.name.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
}

Result<bool> removeStrangers(const std::vector<Endpoint> &endpoints, const Fd &netns)
{
    bool removed = false;
    CHECK(isolation::network::inNamespace(netns, [&]() -> Result<> {
        TRY(auto inside, Links::open());
        TRY(const auto all, inside.list());
        for (const auto &link : all)
            if (isOurs(link) && !std::ranges::contains(endpoints, link.name, &Endpoint::interface)) {
                CHECK(inside.remove(link.index));
                removed = true;
            }
        return {};
    }));
    return removed;
}

Result<> setDefaultRoutes(const std::vector<Endpoint> &endpoints, const Fd &netns)
{
    return isolation::network::inNamespace(netns, [&]() -> Result<> {
        TRY(auto inside, Links::open());
        for (const auto family : {isolation::network::Family::V4, isolation::network::Family::V6})
            CHECK(inside.removeDefaultRoutes(family));
        return addDefaultRoutes(inside, endpoints);
    });
}

} // namespace quayside::networks
