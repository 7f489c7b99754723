// Networks that come and go.
#include "engine/networks/hostnetworks.h"

#include "engine/networks/resolvers.h"
#include "engine/networks/subnet.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace quayside::networks
{

static std::vector<IpPrefix> nameServerRanges()
{
    std::vector<IpPrefix> ranges;
    for (const auto &line : hostResolvers(true).lines)
        if (line.starts_with("nameserver "))
            if (const auto server = IpPrefix::parse(line.substr(line.find(' ') + 1)))
                ranges.push_back(*server);
    return ranges;
}

// Subnets that were asked for are checked, others chosen. A macvlan is on a network that is there already.
Result<> HostNetworks::chooseSubnets(const Peer &peer, NetworkSpec &spec, const HostState &host) const
{
    auto &record = spec.record;
    HostRanges ranges;
    std::set<int> own;
    {
        const std::lock_guard guard(m_mutex);
        for (const auto &network : m_networks) {
            own.insert(network->bridge);
            for (const auto *ipam : {&network->record.ipam4, &network->record.ipam6})
                if (*ipam && network->record.driver != "macvlan")
                    ranges.others.push_back((*ipam)->subnet);
        }
        own.erase(0); // those without a bridge
    }
    if (record.driver == "macvlan")
        return {};
    const auto use = hostUse(host, own);
    ranges.onLink = use.addresses;
    ranges.routed = use.routes;
    std::ranges::copy(use.addresses, std::back_inserter(ranges.routed));
    std::ranges::copy(nameServerRanges(), std::back_inserter(ranges.routed));
    for (const auto &ipam : {record.ipam4, record.ipam6})
        if (ipam)
            CHECK(checkSubnet(peer, ipam->subnet, ranges));
    if (!record.ipam4) {
        auto taken = ranges.routed;
        std::ranges::copy(ranges.others, std::back_inserter(taken));
        TRY(const auto subnet, chooseSubnet(taken, SubnetUse::UserDefined));
        record.ipam4 = Ipam{.subnet = subnet};
    }
    if (spec.ipv6 && !record.ipam6) {
        TRY(const auto subnet, randomUlaSubnet());
        record.ipam6 = Ipam{.subnet = subnet};
    }
    return {};
}

Result<> HostNetworks::settle(Network &network, std::uint32_t uplinkMtu) const
{
    const auto &record = network.record;
    if (record.ipam4)
        network.pool4 = std::make_unique<AddressPool>(record.ipam4->pool());
    if (record.ipam6 && hostHasIpv6())
        network.pool6 = std::make_unique<AddressPool>(record.ipam6->pool());
    if (record.driver == "macvlan") {
        TRY(network.macvlan, macvlanOptions(record.options));
        return {};
    }
    if (record.driver != "bridge")
        return {};
    if (!record.predefined()) {
        TRY(network.options, bridgeOptions(record.options));
    }
    BridgeSettings settings{.alias = m_names.comment, .mtu = network.options.mtu.value_or(uplinkMtu)};
    if (record.predefined())
        settings.interface = m_names.bridge;
    else
        settings.interface =
            network.options.interface.empty() ? "qs-" + record.id.substr(0, 12) : network.options.interface;
    for (const auto *pool : {network.pool4.get(), network.pool6.get()})
        if (pool)
            settings.addresses.push_back({pool->gateway(), pool->subnet().length});
    network.settings = std::move(settings);
    return {};
}

// The bridge and its rules; all of it or nothing.
Result<> HostNetworks::bringUp(Network &network)
{
    if (!network.bridged())
        return {};
    TRY(auto bridge, HostBridge::make(*network.settings));
    TRY(auto changes, enableForwarding(network.pool6 != nullptr));
    CHECK(m_table.addBridge(network.rules()));
    network.bridge = bridge.index();
    bridge.keep();
    const std::lock_guard guard(m_mutex);
    std::ranges::move(changes, std::back_inserter(m_hostWarnings));
    return {};
}

void HostNetworks::takeDown(const Network &network)
{
    if (!network.bridged())
        return;
    if (auto links = Links::open())
        if (const auto link = links->find(network.settings->interface);
            link && link->alias == m_names.comment)
            (void)links->remove(link->index);
    m_table.removeBridge(network.settings->interface);
}

Result<api::NetworkCreateResponse> HostNetworks::create(const Peer &peer,
                                                        const api::NetworkCreateRequest &request)
{
    TRY(auto spec, networkSpec(peer, request));
    const std::lock_guard changing(m_changing);
    {
        const std::lock_guard guard(m_mutex);
        for (const auto &network : m_networks)
            if (network->record.name == request.name && network->record.owner == peer.uid)
                return fail(ErrorKind::Conflict, "network with name {} already exists", request.name);
    }
    TRY(auto links, Links::open());
    TRY(const auto host, HostState::read(links));
    CHECK(chooseSubnets(peer, spec, host));
    auto network = std::make_shared<Network>();
    network->record = std::move(spec.record);
    TRY(network->record.id, randomId());
    network->record.created = now();
    if (spec.ipv6 && !hostHasIpv6())
        return fail(
            ErrorKind::InvalidArgument,
            "IPv6 is switched off on this machine (net.ipv6.conf.all.disable_ipv6): leave --ipv6 out");
    if (network->record.driver == "macvlan") {
        TRY(const auto options, macvlanOptions(network->record.options));
        if (!links.find(options.parent))
            return fail(ErrorKind::InvalidArgument,
                        "this machine has no interface {}: a macvlan network needs one", options.parent);
    }
    CHECK(settle(*network, uplinkMtu(links, host)));
    // The record first: an engine that dies between the two makes the bridge when it comes back, one that
    // dies before leaves nothing.
    CHECK(save(m_records, network->record));
    if (auto up = bringUp(*network); !up) {
        (void)forget(m_records, network->record.id);
        return wrap(std::move(up).error(), "failed to create network {}", request.name);
    }
    {
        const std::lock_guard guard(m_mutex);
        m_networks.push_back(network);
    }
    checkFirewalls();
    emit("create", network->record);
    return api::NetworkCreateResponse{.id = network->record.id, .warning = {}};
}

Result<> HostNetworks::remove(const Peer &peer, const std::string &nameOrId)
{
    const std::lock_guard changing(m_changing);
    NetworkPtr network;
    {
        const std::lock_guard guard(m_mutex);
        TRY(network, find(peer, nameOrId));
        const auto &record = network->record;
        if (record.predefined())
            return fail(ErrorKind::Forbidden, "{} is a pre-defined network and cannot be removed",
                        record.name);
        if (const auto users = holders(peer, record.id); !users.empty()) {
            std::string list;
            for (const auto &user : users)
                list += (list.empty() ? "" : ", ") + user;
            return fail(ErrorKind::Forbidden,
                        "error while removing network: network {} has active endpoints ({})", record.name,
                        list);
        }
        network->removing = true;
    }
    if (auto forgotten = forget(m_records, network->record.id); !forgotten) {
        const std::lock_guard guard(m_mutex);
        network->removing = false;
        return wrap(std::move(forgotten).error(), "removing the network {}", network->record.name);
    }
    {
        const std::lock_guard guard(m_mutex);
        std::erase(m_networks, network);
    }
    takeDown(*network);
    checkFirewalls();
    emit("destroy", network->record);
    return {};
}

} // namespace quayside::networks
