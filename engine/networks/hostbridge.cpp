#include "engine/networks/hostbridge.h"

#include "engine/isolation/network/sysctl.h"
#include "engine/networks/addresspool.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace quayside::networks
{

using isolation::network::Family;
using isolation::network::IpAddress;
using isolation::network::readSysctl;
using isolation::network::writeSysctl;

HostBridge::HostBridge(HostBridge &&other) noexcept
    : m_index(other.m_index), m_made(std::exchange(other.m_made, false))
{
}

HostBridge::~HostBridge()
{
    if (!m_made)
        return;
    if (auto links = Links::open())
        (void)links->remove(m_index);
}

Result<HostState> HostState::read(Links &links)
{
    HostState host;
    TRY(host.addresses, links.addresses());
    TRY(host.routes, links.routes());
    return host;
}

// Its own, as every interface has one.
static bool linkLocal(const IpPrefix &address)
{
    return address.address.family == Family::V6 && address.address.bytes[0] == 0xfe;
}

Result<BridgesThere> BridgesThere::read(Links &links)
{
    BridgesThere there;
    TRY(const auto all, links.list());
    for (const auto &link : all)
        there.m_links[link.name] = link;
    TRY(const auto addresses, links.addresses());
    for (const auto &[index, address] : addresses)
        if (!linkLocal(address))
            there.m_addresses[index].push_back(address);
    return there;
}

const isolation::network::Link *BridgesThere::find(const std::string &interface) const
{
    const auto found = m_links.find(interface);
    return found == m_links.end() ? nullptr : &found->second;
}

const std::vector<IpPrefix> &BridgesThere::addresses(int index) const
{
    static const std::vector<IpPrefix> none;
    const auto found = m_addresses.find(index);
    return found == m_addresses.end() ? none : found->second;
}

bool BridgesThere::whole(const BridgeSettings &settings) const
{
    const auto *link = find(settings.interface);
    return link && link->kind == "bridge" && link->up && link->alias == settings.alias &&
           std::ranges::is_permutation(addresses(link->index), settings.addresses);
}

Result<HostBridge> HostBridge::configured(Links &links, HostBridge bridge, const BridgeSettings &settings,
                                          const std::vector<IpPrefix> &present)
{
    const auto setting = [&](const char *family, const char *name) {
        return std::format("{}/conf/{}/{}", family, settings.interface, name);
    };
    CHECK(links.setAlias(bridge.m_index, settings.alias));
    // A connection to 127.0.0.1 that is led to a container leaves the host with a loopback source for a
    // moment (before it is masqueraded), and comes back for one.
    CHECK(writeSysctl(setting("ipv4", "route_localnet"), "1"));
    // Addresses are usable at once, and no container may advertise itself as the host's router. An error here
    // means a kernel without IPv6.
    (void)writeSysctl(setting("ipv6", "accept_dad"), "0");
    (void)writeSysctl(setting("ipv6", "accept_ra"), "0");
    CHECK(links.setUp(bridge.m_index));
    for (const auto &address : present)
        if (!std::ranges::contains(settings.addresses, address))
            CHECK(links.removeAddress(bridge.m_index, address));
    for (const auto &address : settings.addresses)
        CHECK(links.addAddress(bridge.m_index, address));
    return bridge;
}

Result<HostBridge> HostBridge::make(const BridgeSettings &settings)
{
    TRY(auto links, Links::open());
    if (links.find(settings.interface))
        return fail(ErrorKind::Conflict,
                    "there is an interface {} on this machine already: choose another name",
                    settings.interface);
    TRY(const int index,
        links.addBridge({settings.interface, macFor(settings.addresses.front().address), settings.mtu}));
    return configured(links, HostBridge(index, true), settings, {});
}

Result<HostBridge> HostBridge::ensure(const BridgeSettings &settings, const BridgesThere &there)
{
    const auto *found = there.find(settings.interface);
    if (found && found->kind != "bridge")
        return fail(ErrorKind::Conflict,
                    "the interface {} is not a bridge: remove it, so that the engine can make its own",
                    settings.interface);
    if (!found)
        return make(settings);
    TRY(auto links, Links::open());
    return configured(links, HostBridge(found->index, false), settings, there.addresses(found->index));
}

// Forwarding switches router advertisements off (ip-sysctl.rst, accept_ra), and with them the address of a
// host that lives by them: 2 keeps them.
static void keepRouterAdvertisements(std::vector<std::string> &changes)
{
    std::error_code error;
    for (std::filesystem::directory_iterator entry("/proc/sys/net/ipv6/conf", error), end;
         !error && entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        const auto setting = std::format("ipv6/conf/{}/accept_ra", name);
        if (name == "all" || readSysctl(setting) != "1")
            continue;
        if (writeSysctl(setting, "2"))
            changes.push_back(std::format(
                "net.ipv6.conf.{}.accept_ra was set to 2, so that {} keeps its IPv6 address", name, name));
    }
}

Result<std::vector<std::string>> enableForwarding(bool ipv6)
{
    std::vector<std::string> changes;
    TRY(const auto v4, readSysctl("ipv4/ip_forward"));
    if (v4 != "1") {
        CHECK(writeSysctl("ipv4/ip_forward", "1"));
        changes.emplace_back(
            "net.ipv4.ip_forward was off and is on now: containers need it to reach other machines");
    }
    if (!ipv6)
        return changes;
    TRY(const auto v6, readSysctl("ipv6/conf/all/forwarding"));
    if (v6 != "1") {
        keepRouterAdvertisements(changes);
        CHECK(writeSysctl("ipv6/conf/all/forwarding", "1"));
        changes.emplace_back(
            "net.ipv6.conf.all.forwarding was off and is on now: containers need it to reach other machines");
    }
    return changes;
}

bool hostHasIpv6()
{
    return readSysctl("ipv6/conf/all/disable_ipv6") == "0";
}

std::uint32_t uplinkMtu(Links &links, const HostState &host)
{
    constexpr std::uint32_t usual = 1500, least = 1280; // RFC 8200, 5
    int index = 0;
    std::uint32_t metric = ~0U;
    for (const auto &route : host.routes)
        if (route.destination.length == 0 && route.destination.address.family == Family::V4 &&
            route.metric < metric) {
            index = route.index;
            metric = route.metric;
        }
    if (index == 0)
        return usual;
    const auto uplink = links.find(index);
    return uplink ? std::clamp(uplink->mtu, least, usual) : usual;
}

HostUse hostUse(const HostState &host, const std::set<int> &own)
{
    HostUse use;
    for (const auto &route : host.routes)
        if (!own.contains(route.index) &&
            route.destination.length > 3) // VPNs split the default route in 0/1 and 128/1
            use.routes.push_back(route.destination);
    for (const auto &[index, address] : host.addresses)
        if (!own.contains(index))
            use.addresses.push_back(address);
    return use;
}

} // namespace quayside::networks
