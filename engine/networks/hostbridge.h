// A network's bridge on the host, and the settings of the host that it needs.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/network/address.h"
#include "engine/isolation/network/links.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace quayside::networks
{

using isolation::network::IpPrefix;
using isolation::network::Links;

struct BridgeSettings {
    std::string interface;
    std::string alias;               // says whose it is: so a new engine knows what a dead one left
    std::vector<IpPrefix> addresses; // the gateways, with their subnets' lengths; the first one of IPv4
    std::uint32_t mtu = 1500;
};

// The host's interfaces, their addresses and its routes, read once for everything that is to be known of
// them: each question costs as much as there is of it.
struct HostState {
    std::vector<isolation::network::InterfaceAddress> addresses;
    std::vector<isolation::network::Route> routes;
    static Result<HostState> read(Links &links);
};

// The host's interfaces and their addresses, read once for looking many bridges up.
class BridgesThere
{
public:
    static Result<BridgesThere> read(Links &links);
    [[nodiscard]] const isolation::network::Link *find(const std::string &interface) const; // nullptr: none
    [[nodiscard]] const std::vector<IpPrefix> &addresses(int index) const;
    // Whether the bridge is there, switched on, marked as ours, with the gateways' addresses and no others.
    [[nodiscard]] bool whole(const BridgeSettings &settings) const;

private:
    std::map<std::string, isolation::network::Link> m_links;
    std::map<int, std::vector<IpPrefix>> m_addresses;
};

// Gone with the object where the object made it, unless it is kept.
class HostBridge
{
public:
    // Makes the bridge, or takes the one that is there, with the gateway's addresses and no others. Conflict
    // where an interface that is no bridge has the name.
    static Result<HostBridge> ensure(const BridgeSettings &settings, const BridgesThere &there);
    // The same, but Conflict also where there is any interface of the name: somebody else's.
    static Result<HostBridge> make(const BridgeSettings &settings);

    HostBridge(HostBridge &&other) noexcept;
    HostBridge &operator=(HostBridge &&) = delete;
    ~HostBridge();
    void keep() { m_made = false; }
    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool made() const { return m_made; } // it was not there

private:
    HostBridge(int index, bool made) : m_index(index), m_made(made) {}
    // `present`: the addresses that it has already.
    static Result<HostBridge> configured(Links &links, HostBridge bridge, const BridgeSettings &settings,
                                         const std::vector<IpPrefix> &present);
    int m_index;
    bool m_made;
};

// Lets the host pass packets on between its interfaces, where it does not yet. Says what it changed.
Result<std::vector<std::string>> enableForwarding(bool ipv6);

[[nodiscard]] bool hostHasIpv6();
// That of the interface with the default route, at most 1500: a packet that is too big for the way out would
// be lost where ICMP is filtered.
std::uint32_t uplinkMtu(Links &links, const HostState &host);
// What a subnet should not overlap with: addresses and routes of other interfaces than `own` (indexes).
struct HostUse {
    std::vector<IpPrefix> addresses, routes;
};
HostUse hostUse(const HostState &host, const std::set<int> &own);

} // namespace quayside::networks
