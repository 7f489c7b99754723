#include "engine/networks/containerlink.h"

#include "engine/isolation/network/links.h"
#include "engine/isolation/network/netns.h"
#include "engine/isolation/network/sysctl.h"

#include <algorithm>
#include <chrono>
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
Result<> awaitSolicitations(Links &links, const std::string &address)
{
    using namespace std::chrono_literals;
    TRY(const auto parsed, IpAddress::parse(address));
    // Where many containers start at once the worker is late, and everybody's looking makes it later.
    const auto deadline = std::chrono::steady_clock::now() + 100ms;
    for (auto pause = 200us; std::chrono::steady_clock::now() < deadline; pause *= 2) {
        TRY(const bool joined, links.isSolicited(parsed));
        if (joined)
            return {};
        std::this_thread::sleep_for(pause);
    }
    return {};
}

Result<> addAddress(Links &links, int index, const std::string &address, int length)
{
    TRY(const auto parsed, IpAddress::parse(address));
    return links.addAddress(index, IpPrefix{parsed, length});
}

// Nobody else on this network has the address, and nobody there is to be believed about routes. An error
// means a kernel without IPv6.
void prepareIpv6(const Endpoint &endpoint)
{
    const auto setting = [&](const char *name) {
        return std::format("ipv6/conf/{}/{}", endpoint.interface, name);
    };
    if (endpoint.ipv6Address.empty()) {
        (void)writeSysctl(setting("disable_ipv6"), "1");
    } else {
        (void)writeSysctl(setting("accept_dad"), "0");
        (void)writeSysctl(setting("accept_ra"), "0");
    }
}

Result<> addRoute(Links &links, int index, const std::string &gateway)
{
    TRY(const auto router, IpAddress::parse(gateway));
    return links.addDefaultRoute(index, router);
}

// A question makes the kernel see that packets pass, which an IPv6 address has to wait for.
Result<int> switchOn(Links &links, const Endpoint &endpoint, bool loopbackToo)
{
    prepareIpv6(endpoint);
    links.collect();
    if (loopbackToo)
        CHECK(links.setUp(loopbackIndex));
    CHECK(links.setUp(endpoint.interface));
    CHECK(links.commit());
    TRY(const auto link, links.find(endpoint.interface));
    if (!link.running)
        CHECK(links.awaitRunning(link.index));
    return link.index;
}

Result<> configure(Links &links, const Endpoint &endpoint, bool loopbackToo, bool routes)
{
    TRY(const int index, switchOn(links, endpoint, loopbackToo));
    const bool ipv6 = !endpoint.ipv6Address.empty();
    links.collect();
    CHECK(addAddress(links, index, endpoint.ipv4Address, endpoint.ipv4PrefixLength));
    if (ipv6)
        CHECK(addAddress(links, index, endpoint.ipv6Address, endpoint.ipv6PrefixLength));
    if (routes && endpoint.leadsOut4)
        CHECK(addRoute(links, index, endpoint.ipv4Gateway));
    if (routes && endpoint.leadsOut6)
        CHECK(addRoute(links, index, endpoint.ipv6Gateway));
    CHECK(links.commit());
    return ipv6 ? awaitSolicitations(links, endpoint.ipv6Address) : Result<>();
}

Result<> addDefaultRoutes(Links &links, const std::vector<Endpoint> &endpoints)
{
    for (const auto &endpoint : endpoints) {
        if (!endpoint.leadsOut4 && !endpoint.leadsOut6)
            continue;
        TRY(const auto link, links.find(endpoint.interface));
        if (endpoint.leadsOut4)
            CHECK(addRoute(links, link.index, endpoint.ipv4Gateway));
        if (endpoint.leadsOut6)
            CHECK(addRoute(links, link.index, endpoint.ipv6Gateway));
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
    if (!link.running)
        CHECK(links.awaitRunning(link.index));
    return links.awaitRunning(wanted.bridge); // its first port gives the bridge its carrier
}

Result<> preparePort(Links &links, const ContainerLink &wanted)
{
    if (wanted.bridge == 0 || (wanted.endpoint.ports.empty() && !wanted.isolated))
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
        for (const auto &endpoint : endpoints)
            CHECK(configure(inside, endpoint, &endpoint == &endpoints.front(), true));
        return endpoints.empty() ? inside.setUp(loopbackIndex) : Result<>();
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
        return configure(inside, wanted.endpoint, false, false);
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
