// What is on the host for the networks: how it comes there, and how it comes back.
#include "engine/networks/hostnetworks.h"

#include "engine/networks/firewalls.h"
#include "engine/networks/resolvers.h"
#include "engine/networks/subnet.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace quayside::networks
{

using isolation::network::Nft;
using isolation::network::NftTable;
using isolation::network::Watcher;

void HostNetworks::sweep()
{
    restore({.ownTable = true, .otherTables = true, .interfaces = true});
    removeLeftovers();
}

// Bridges of ours that no network has, and interfaces on the others that no container has.
void HostNetworks::removeLeftovers()
{
    std::set<std::string> owned;
    std::set<int> bridges;
    {
        const std::lock_guard guard(m_mutex);
        for (const auto &[container, held] : m_held)
            for (const auto &endpoint : held.endpoints)
                owned.insert(endpoint.hostInterface);
        for (const auto &network : m_networks)
            if (network->bridged())
                bridges.insert(network->bridge);
    }
    auto links = Links::open();
    if (!links)
        return;
    const auto all = links->list();
    if (!all)
        return;
    for (const auto &link : *all) {
        const bool orphan =
            link.kind == "bridge" && link.alias == m_names.comment && !bridges.contains(link.index);
        const bool left = link.kind == "veth" && bridges.contains(link.master) && !owned.contains(link.name);
        if (orphan || left)
            (void)links->remove(link.index);
    }
}

void HostNetworks::restore(Watcher::Changes changes)
{
    const std::lock_guard guard(m_restoring);
    // What fails here is tried again at the next change; there is nobody to tell.
    if (changes.interfaces)
        (void)restoreBridges();
    if (changes.ownTable)
        m_table.restore();
    if (changes.otherTables)
        checkFirewalls();
    m_table.restLater();
}

bool HostNetworks::Network::whole(const BridgesThere &there) const
{
    return !bridged() ||
           (problem.empty() && there.whole(*settings) && there.find(settings->interface)->index == bridge);
}

Result<> HostNetworks::restoreBridges()
{
    TRY(auto links, Links::open());
    TRY(auto there, BridgesThere::read(links));
    const std::lock_guard guard(m_mutex);
    Result<> result;
    if (!std::ranges::all_of(m_networks, [&](const auto &network) { return network->whole(there); })) {
        TRY(there, BridgesThere::read(links)); // a network may have come since
        result = mendBridges(there);
    }
    reattach(links, there);
    return result;
}

Result<> HostNetworks::mendBridges(const BridgesThere &there)
{
    Result<> result;
    for (const auto &network : m_networks) {
        if (network->whole(there))
            continue;
        auto bridge = HostBridge::ensure(*network->settings, there);
        if (!bridge) { // the others all the same
            network->problem = bridge.error().message;
            result = std::unexpected(std::move(bridge).error());
            continue;
        }
        network->problem.clear();
        network->bridge = bridge->index();
        bridge->keep();
    }
    return result;
}

// Interfaces of running containers that lost their bridge.
void HostNetworks::reattach(Links &links, const BridgesThere &there) const
{
    for (const auto &[container, held] : m_held)
        for (const auto &endpoint : held.endpoints) {
            const auto *link = held.connected ? there.find(endpoint.hostInterface) : nullptr;
            const auto network = link ? byId(endpoint.networkId) : nullptr;
            if (network && network->bridged() && link->master != network->bridge)
                (void)links.setMaster(link->index, network->bridge);
        }
}

void HostNetworks::checkFirewalls()
{
    std::vector<std::string> interfaces;
    {
        const std::lock_guard guard(m_mutex);
        interfaces = bridges();
    }
    auto warnings = openForeignChains(m_table.nft(), interfaces, m_names.comment, m_names.table);
    const std::lock_guard guard(m_mutex);
    m_firewallWarnings = std::move(warnings);
}

Result<std::unique_ptr<HostNetworks>> HostNetworks::open(const Options &options, Records &records,
                                                         api::EventSink sink)
{
    std::unique_ptr<HostNetworks> networks(
        new HostNetworks(namesFor(options.root), records, std::move(sink)));
    CHECK(networks->load());
    return networks;
}

static Result<IpPrefix> defaultSubnet(const HostUse &use, const std::optional<Ipam> &remembered,
                                      std::vector<IpPrefix> taken)
{
    std::ranges::copy(use.routes, std::back_inserter(taken));
    std::ranges::copy(use.addresses, std::back_inserter(taken));
    for (const auto &line : hostResolvers(true).lines)
        if (line.starts_with("nameserver "))
            if (const auto server = IpPrefix::parse(line.substr(line.find(' ') + 1)))
                taken.push_back(*server);
    const bool free = remembered && std::ranges::none_of(
                                        taken, [&](const auto &t) { return t.overlaps(remembered->subnet); });
    if (free)
        return remembered->subnet;
    return chooseSubnet(taken);
}

// The default bridge's addresses: chosen once, and again where the host has come to use them.
Result<> HostNetworks::prepareDefault(Network &network, const HostState &host, const BridgesThere &there)
{
    auto &record = network.record;
    const auto before = encode(record);
    std::vector<IpPrefix> taken;
    for (const auto &other : m_networks)
        if (!other->record.predefined() && other->record.ipam4 && other->record.driver == "bridge")
            taken.push_back(other->record.ipam4->subnet);
    // Containers of a dead engine may still be on the bridge: then nothing may change.
    const auto *bridge = there.find(m_names.bridge);
    if (!record.ipam4 || !bridge) {
        const auto use = hostUse(host, bridge ? std::set<int>{bridge->index} : std::set<int>());
        TRY(const auto subnet, defaultSubnet(use, record.ipam4, std::move(taken)));
        record.ipam4 = Ipam{.subnet = subnet};
    }
    if (!record.ipam6) {
        TRY(const auto subnet6, randomUlaSubnet());
        record.ipam6 = Ipam{.subnet = subnet6};
    }
    return encode(record) != before ? save(m_records, record) : Result<>();
}

Result<> HostNetworks::prepare(Network &network, std::uint32_t uplinkMtu, const BridgesThere &there)
{
    CHECK(settle(network, uplinkMtu));
    if (!network.bridged())
        return {};
    TRY(auto bridge, HostBridge::ensure(*network.settings, there));
    network.bridge = bridge.index();
    bridge.keep();
    return {};
}

Result<> HostNetworks::load()
{
    TRY(auto stored, loadNetworks(m_records));
    for (auto &record : stored) {
        m_networks.push_back(std::make_shared<Network>());
        m_networks.back()->record = std::move(record);
    }
    TRY(auto links, Links::open());
    TRY(const auto host, HostState::read(links));
    TRY(const auto there, BridgesThere::read(links));
    const auto mtu = uplinkMtu(links, host);
    std::vector<BridgeRules> bridges;
    for (const auto &network : m_networks) {
        const bool isDefault = network->record.driver == "bridge" && network->record.predefined();
        auto ready = isDefault ? prepareDefault(*network, host, there) : Result<>();
        if (ready)
            ready = prepare(*network, mtu, there);
        if (network->bridged())
            bridges.push_back(network->rules());
        // Without the default network there is no engine; one that a user made costs only itself.
        if (!ready && network->record.predefined())
            return wrap(ready.error(), "preparing the network {}", network->record.name);
        if (!ready)
            network->problem = ready.error().message;
    }
    TRY(auto changes, enableForwarding(hostHasIpv6()));
    std::ranges::move(changes, std::back_inserter(m_hostWarnings));
    CHECK(m_table.open(std::move(bridges)));
    checkFirewalls();
    return startWatcher();
}

Result<> HostNetworks::startWatcher()
{
    // In two steps: the callback uses m_watcher.
    TRY(m_watcher, Watcher::make(
                       m_names.table, [this](Watcher::Changes changes) { restore(changes); },
                       [this](std::uint32_t generation) { return m_table.nft().made(generation); }));
    CHECK(m_watcher->start());
    m_table.restLater();
    return {};
}

Result<std::unique_ptr<Networks>> Networks::open(const Options &options, Records &records,
                                                 api::EventSink sink)
{
    return HostNetworks::open(options, records, std::move(sink));
}

static Result<> removeBridge(Links &links, const isolation::network::Link &bridge)
{
    TRY(const auto ports, links.list(bridge.index));
    for (const auto &port : ports)
        if (port.kind == "veth")
            CHECK(links.remove(port.index));
    return links.remove(bridge.index);
}

Result<> Networks::removeAll(const Options &options)
{
    const auto names = namesFor(options.root);
    TRY(auto links, Links::open());
    Nft nft;
    TRY(const auto all, links.list());
    for (const auto &link : all)
        if (link.kind == "bridge" && (link.name == names.bridge || link.alias == names.comment))
            CHECK(removeBridge(links, link));
    CHECK(closeForeignChains(nft, names.comment));
    TRY(const bool there, NftTable::exists(nft, "inet", names.table));
    return there ? nft.run(deleteTableDocument(names.table)) : Result<>();
}

} // namespace quayside::networks
