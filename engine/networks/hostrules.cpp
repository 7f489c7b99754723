// Published ports, and what is on the host for them: how it comes there, and how it comes back.
#include "engine/networks/hostnetworks.h"

#include "engine/isolation/network/flows.h"
#include "engine/networks/firewalls.h"
#include "engine/networks/resolvers.h"
#include "engine/networks/subnet.h"

#include <algorithm>

namespace quayside::networks
{

using isolation::network::Nft;
using isolation::network::NftTable;
using isolation::network::Watcher;

constexpr auto family = "inet";

Result<std::vector<PortRule>> portRules(const Endpoint &endpoint)
{
    std::vector<PortRule> rules;
    for (const auto &port : endpoint.ports) {
        TRY(const auto host, IpAddress::parse(port.hostAddress));
        const bool v4 = host.family == Family::V4;
        TRY(const auto target, IpAddress::parse(v4 ? endpoint.ipv4Address : endpoint.ipv6Address));
        PortRule rule{.protocol = port.protocol, .hostPort = port.hostPort, .target = target};
        if (!host.unspecified())
            rule.hostAddress = host;
        rule.targetPort = port.containerPort;
        rules.push_back(std::move(rule));
    }
    return rules;
}

// Flows that go where they went before the rules changed.
void HostNetworks::forgetFlowsLater(const std::vector<PortRule> &changed)
{
    const bool waiting = !m_rules.changedUdpPorts.empty();
    for (const auto &rule : changed)
        if (rule.protocol == "udp")
            m_rules.changedUdpPorts.insert(rule.hostPort);
    if (!waiting && !m_rules.changedUdpPorts.empty())
        m_watcher->runIn(std::chrono::milliseconds(0), [this] { forgetFlows(); });
}

void HostNetworks::forgetFlows()
{
    std::set<std::uint16_t> ports;
    std::set<PortRule> rules;
    {
        const std::lock_guard guard(m_rules.mutex);
        ports = std::exchange(m_rules.changedUdpPorts, {});
        rules = m_rules.wanted.ports;
    }
    auto links = Links::open();
    const auto addresses = links ? links->addresses() : std::unexpected(links.error());
    const auto local = [&](const IpAddress &destination) {
        const auto same = [&](const auto &own) { return own.address.address == destination; };
        return destination.loopback() || (addresses && std::ranges::any_of(*addresses, same));
    };
    const auto stale = [&](const isolation::network::UdpFlow &flow) {
        if (!ports.contains(flow.port) || !local(flow.destination))
            return false;
        const auto rule = std::ranges::find_if(rules, [&](const PortRule &r) {
            return r.protocol == "udp" && r.hostPort == flow.port &&
                   r.target.family == flow.destination.family &&
                   (!r.hostAddress || *r.hostAddress == flow.destination);
        });
        return flow.answeredBy != (rule == rules.end() ? flow.destination : rule->target);
    };
    // An error costs an old client its flow until that times out; the port itself is published all the same.
    (void)isolation::network::forgetUdpFlows(stale);
}

Result<> HostNetworks::publish(const Endpoint &endpoint)
{
    if (endpoint.ports.empty())
        return {};
    TRY(const auto rules, portRules(endpoint));
    const std::lock_guard guard(m_rules.mutex);
    m_rules.wanted.ports.insert(rules.begin(), rules.end());
    restNftLater();
    // A dead engine's table, or one that somebody just flushed, may not have our maps: then all of it anew.
    auto published = m_rules.current ? m_nft.run(addPortsDocument(m_names.table, rules)) : Result<>();
    if (!published || !m_rules.current) {
        published = m_nft.run(tableDocument(m_rules.wanted));
        m_rules.current = published.has_value();
    }
    if (!published) {
        for (const auto &rule : rules)
            m_rules.wanted.ports.erase(rule);
        return wrap(std::move(published).error(), "publishing the ports of {}", endpoint.containerName);
    }
    forgetFlowsLater(rules);
    return {};
}

void HostNetworks::unpublish(const Endpoint &endpoint)
{
    const auto rules = portRules(endpoint);
    if (endpoint.ports.empty() || !rules)
        return;
    const std::lock_guard guard(m_rules.mutex);
    restNftLater();
    std::vector<PortRule> present;
    for (const auto &rule : *rules)
        if (m_rules.wanted.ports.erase(rule) != 0)
            present.push_back(rule);
    if (present.empty())
        return;
    const auto removed = m_nft.run(removePortsDocument(m_names.table, present));
    forgetFlowsLater(present);
    if (removed)
        return;
    // Some were gone already (flushed by somebody, or never made by a dead engine).
    m_rules.current = m_nft.run(tableDocument(m_rules.wanted)).has_value();
}

// An idle engine keeps no connection to nftables, a busy one does not make it anew for each port.
void HostNetworks::restNftLater()
{
    constexpr auto delay = std::chrono::seconds(2);
    if (m_nftWillRest.exchange(true))
        return;
    m_watcher->runIn(delay, [this] {
        m_nftWillRest = false;
        m_nft.rest();
    });
}

// Mostly the namespace is dead by then and has taken its interface along, many at a time, which is far
// cheaper than one by one. One that somebody keeps open is taken from the bridge all the same.
void HostNetworks::removeLater(const std::string &interface)
{
    constexpr auto delay = std::chrono::milliseconds(300);
    m_watcher->runIn(delay, [interface] {
        auto links = Links::open();
        if (!links)
            return;
        if (const auto link = links->find(interface))
            (void)links->remove(link->index);
    });
}

void HostNetworks::sweep()
{
    restore({.ownTable = true, .otherTables = true, .interfaces = true});
    std::set<std::string> owned;
    std::vector<int> bridges;
    {
        const std::lock_guard guard(m_mutex);
        for (const auto &[container, held] : m_held)
            for (const auto &one : held)
                owned.insert(one.endpoint.hostInterface);
        for (const auto &network : m_networks)
            if (network.bridged())
                bridges.push_back(network.bridge);
    }
    auto links = Links::open();
    if (!links)
        return;
    for (const int bridge : bridges)
        if (const auto ports = links->list(bridge))
            for (const auto &port : *ports)
                if (port.kind == "veth" && !owned.contains(port.name))
                    (void)links->remove(port.index);
}

void HostNetworks::restore(Watcher::Changes changes)
{
    const std::lock_guard guard(m_restoring);
    // What fails here is tried again at the next change; there is nobody to tell.
    if (changes.interfaces)
        (void)restoreBridges();
    if (changes.ownTable)
        restoreTable();
    if (changes.otherTables)
        checkFirewalls();
    restNftLater();
}

Result<> HostNetworks::restoreBridges()
{
    TRY(auto links, Links::open());
    const std::lock_guard guard(m_mutex);
    for (auto &network : m_networks) {
        if (!network.bridged())
            continue;
        TRY(auto bridge, HostBridge::ensure(network.settings));
        network.bridge = bridge.index();
        bridge.keep();
        reattach(links, network);
    }
    return {};
}

// Interfaces of running containers that lost their bridge.
void HostNetworks::reattach(Links &links, const Network &network)
{
    const auto all = links.list();
    if (!all)
        return;
    for (const auto &[container, held] : m_held)
        for (const auto &[endpoint, connected] : held) {
            const auto link =
                std::ranges::find(*all, endpoint.hostInterface, &isolation::network::Link::name);
            if (connected && endpoint.networkId == network.record.id && link != all->end() &&
                link->master != network.bridge)
                (void)links.setMaster(link->index, network.bridge);
        }
}

void HostNetworks::restoreTable()
{
    const std::lock_guard guard(m_rules.mutex);
    const auto listing = m_nft.query(listTableDocument(m_names.table));
    if (!listing || !tableIsWhole(*listing, m_rules.wanted))
        m_rules.current = m_nft.run(tableDocument(m_rules.wanted)).has_value();
    else
        m_rules.current = true;
}

void HostNetworks::checkFirewalls()
{
    auto warnings = openForeignChains(m_nft, m_names.bridge, m_names.comment, m_names.table);
    const std::lock_guard guard(m_mutex);
    m_firewallWarnings = std::move(warnings);
}

Result<std::unique_ptr<HostNetworks>> HostNetworks::open(const Options &options, Records &records,
                                                         api::EventSink sink)
{
    std::unique_ptr<HostNetworks> networks(new HostNetworks(namesFor(options.root), std::move(sink)));
    CHECK(networks->load(records));
    return networks;
}

Result<> HostNetworks::load(Records &records)
{
    TRY(auto stored, loadNetworks(records));
    for (auto &record : stored) {
        m_networks.emplace_back();
        m_networks.back().record = std::move(record);
    }
    for (auto &network : m_networks)
        if (network.bridged())
            if (auto prepared = prepareBridge(records, network); !prepared)
                return wrap(std::move(prepared).error(), "preparing the network {}", network.record.name);
    CHECK(prepareTable());
    checkFirewalls();
    return startWatcher();
}

static Result<IpPrefix> subnetFor(Links &links, const std::string &interface,
                                  const std::optional<IpPrefix> &remembered)
{
    // Containers of a dead engine may still be on the bridge: then nothing may change.
    if (remembered && links.find(interface))
        return *remembered;
    TRY(auto taken, takenRanges(links, interface));
    for (const auto &line : hostResolvers(true).lines)
        if (line.starts_with("nameserver "))
            if (const auto server = IpPrefix::parse(line.substr(line.find(' ') + 1)))
                taken.push_back(*server);
    const bool free =
        remembered && std::ranges::none_of(taken, [&](const auto &t) { return t.overlaps(*remembered); });
    if (free)
        return *remembered;
    return chooseSubnet(taken);
}

Result<> HostNetworks::prepareBridge(Records &records, Network &network)
{
    TRY(auto links, Links::open());
    auto &record = network.record;
    const auto before = encode(record);
    TRY(record.subnet4, subnetFor(links, m_names.bridge, record.subnet4));
    if (!record.subnet6) {
        TRY(record.subnet6, randomUlaSubnet());
    }
    if (encode(record) != before)
        CHECK(save(records, record));
    network.settings = {m_names.bridge, *record.subnet4, {}, uplinkMtu(links)};
    network.pool4 = std::make_unique<AddressPool>(*record.subnet4);
    if (hostHasIpv6()) {
        network.settings.subnet6 = record.subnet6;
        network.pool6 = std::make_unique<AddressPool>(*record.subnet6);
    }
    TRY(auto bridge, HostBridge::ensure(network.settings));
    TRY(auto changes, enableForwarding(network.pool6 != nullptr));
    std::ranges::move(changes, std::back_inserter(m_hostWarnings));
    network.bridge = bridge.index();
    bridge.keep();
    return {};
}

Result<> HostNetworks::prepareTable()
{
    const std::lock_guard guard(m_rules.mutex);
    m_rules.wanted.name = m_names.table;
    for (const auto &network : m_networks) {
        if (!network.bridged())
            continue;
        BridgeRules rules{network.settings.interface, {network.settings.subnet4}};
        if (network.settings.subnet6)
            rules.subnets.push_back(*network.settings.subnet6);
        m_rules.wanted.bridges.push_back(std::move(rules));
    }
    TRY(const bool there, NftTable::exists(m_nft, family, m_names.table));
    if (there) {
        // Its ports still serve the containers of a dead engine: sweep() makes it anew once they are adopted.
        m_rules.table = NftTable::adopt(m_nft, family, m_names.table);
        return {};
    }
    TRY(m_rules.table, NftTable::make(m_nft, family, m_names.table, tableDocument(m_rules.wanted)));
    m_rules.current = true;
    return {};
}

Result<> HostNetworks::startWatcher()
{
    // In two steps: the callback uses m_watcher.
    TRY(m_watcher, Watcher::make(m_names.table, [this](Watcher::Changes changes) { restore(changes); }));
    CHECK(m_watcher->start());
    restNftLater();
    return {};
}

Result<std::unique_ptr<Networks>> Networks::open(const Options &options, Records &records,
                                                 api::EventSink sink)
{
    return HostNetworks::open(options, records, std::move(sink));
}

Result<> Networks::removeAll(const Options &options)
{
    const auto names = namesFor(options.root);
    TRY(auto links, Links::open());
    Nft nft;
    if (const auto bridge = links.find(names.bridge)) {
        TRY(const auto ports, links.list(bridge->index));
        for (const auto &port : ports)
            if (port.kind == "veth")
                CHECK(links.remove(port.index));
        CHECK(links.remove(bridge->index));
    }
    CHECK(closeForeignChains(nft, names.comment));
    TRY(const bool there, NftTable::exists(nft, family, names.table));
    return there ? nft.run(deleteTableDocument(names.table)) : Result<>();
}

} // namespace quayside::networks
