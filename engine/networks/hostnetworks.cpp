#include "engine/networks/hostnetworks.h"

#include "engine/access/names.h"
#include "engine/networks/gateways.h"
#include "engine/networks/resolvers.h"

#include <algorithm>

namespace quayside::networks
{

HostNetworks::HostNetworks(Names names, Records &records, api::EventSink sink)
    : m_names(std::move(names)), m_records(records), m_sink(std::move(sink)),
      m_table(m_names.table, [this](std::chrono::milliseconds delay, std::function<void()> task) {
          m_watcher->runIn(delay, std::move(task));
      })
{
}

HostNetworks::~HostNetworks()
{
    if (m_watcher)
        m_watcher->stop();
}

BridgeRules HostNetworks::Network::rules() const
{
    BridgeRules rules{.interface = settings->interface,
                      .subnets = {},
                      .internal = record.internal,
                      .masquerade = options.masquerade,
                      .icc = options.icc};
    for (const auto *pool : {pool4.get(), pool6.get()})
        if (pool)
            rules.subnets.push_back(pool->subnet());
    return rules;
}

// An id counts before a name, a name before the beginning of an id, and the peer's own before what it sees of
// others (only root does). The names of the three that every engine has are nobody's.
Result<HostNetworks::NetworkPtr> HostNetworks::find(const Peer &peer, const std::string &nameOrId) const
{
    std::vector<access::Owned> named;
    std::vector<NetworkPtr> begun;
    for (const auto &network : m_networks) {
        const auto &record = network->record;
        if (!record.predefined() && !access::maySee(peer, record.owner))
            continue;
        if (record.id == nameOrId || (record.predefined() && record.name == nameOrId))
            return network;
        if (record.name == nameOrId)
            named.push_back({record.id, record.owner});
        if (!nameOrId.empty() && record.id.starts_with(nameOrId))
            begun.push_back(network);
    }
    TRY(const auto *meant, access::theOneMeant(peer, "network", nameOrId, named));
    if (meant)
        return byId(meant->id);
    if (begun.size() > 1)
        return fail(ErrorKind::InvalidArgument, "network {} is ambiguous ({} matches found on ID prefix)",
                    nameOrId, begun.size());
    if (begun.empty())
        return fail(ErrorKind::NotFound, "network {} not found", nameOrId);
    return begun.front();
}

HostNetworks::NetworkPtr HostNetworks::byId(const std::string &id) const
{
    const auto found =
        std::ranges::find(m_networks, id, [](const auto &network) { return network->record.id; });
    return found == m_networks.end() ? nullptr : *found;
}

std::vector<std::string> HostNetworks::holders(const Peer &peer, const std::string &networkId) const
{
    std::vector<std::string> found;
    for (const auto &[containerId, held] : m_held)
        if (!std::ranges::contains(held.endpoints, networkId, &Endpoint::networkId))
            continue;
        else if (access::maySee(peer, held.container.owner.uid))
            found.push_back(std::format("name:\"{}\" id:\"{}\"", held.container.containerName,
                                        containerId.substr(0, 12)));
        else
            found.emplace_back("one that is not yours: root connected it");
    return found;
}

std::vector<std::string> HostNetworks::bridges() const
{
    std::vector<std::string> all;
    for (const auto &network : m_networks)
        if (network->bridged())
            all.push_back(network->settings->interface);
    return all;
}

std::vector<std::string> HostNetworks::warnings() const
{
    const std::lock_guard guard(m_mutex);
    auto all = m_hostWarnings;
    all.insert(all.end(), m_firewallWarnings.begin(), m_firewallWarnings.end());
    for (const auto &network : m_networks)
        if (!network->problem.empty())
            all.push_back(
                std::format("the network {} does not work: {}", network->record.name, network->problem));
    const auto resolvers = hostResolvers(true);
    if (!resolvers.warning.empty())
        all.push_back(resolvers.warning);
    return all;
}

std::vector<std::string> HostNetworks::nameServers() const
{
    bool ipv6 = false;
    {
        const std::lock_guard guard(m_mutex);
        ipv6 = std::ranges::any_of(m_networks, [](const auto &network) { return network->pool6 != nullptr; });
    }
    return hostResolvers(ipv6).lines;
}

void HostNetworks::emit(const char *action, const std::string &containerId, const Endpoint &endpoint) const
{
    if (!m_sink)
        return;
    std::string driver = endpoint.networkName;
    {
        const std::lock_guard guard(m_mutex);
        if (const auto network = byId(endpoint.networkId))
            driver = network->record.driver;
    }
    api::Event event{.type = "network", .action = action, .actor = {.id = endpoint.networkId}};
    event.actor.attributes = {{"container", containerId}, {"name", endpoint.networkName}, {"type", driver}};
    event.owner = endpoint.owner;
    m_sink(std::move(event));
}

void HostNetworks::emit(const char *action, const NetworkRecord &record) const
{
    if (!m_sink)
        return;
    api::Event event{.type = "network", .action = action, .actor = {.id = record.id}};
    event.actor.attributes = {{"name", record.name}, {"type", record.driver}};
    event.owner = record.owner;
    m_sink(std::move(event));
}

std::vector<api::Network> HostNetworks::list(const Peer &peer) const
{
    const std::lock_guard guard(m_mutex);
    std::vector<api::Network> all;
    for (const auto &network : m_networks)
        if (network->record.predefined() || access::maySee(peer, network->record.owner))
            all.push_back(describe(peer, *network));
    return all;
}

Result<api::Network> HostNetworks::inspect(const Peer &peer, const std::string &nameOrId) const
{
    const std::lock_guard guard(m_mutex);
    TRY(const auto network, find(peer, nameOrId));
    return describe(peer, *network);
}

static api::IPAMConfig configOf(const AddressPool &pool, const std::optional<Ipam> &ipam)
{
    api::IPAMConfig config{.subnet = pool.subnet().text(), .ipRange = {}, .gateway = pool.gateway().text()};
    if (!ipam)
        return config;
    if (ipam->range)
        config.ipRange = ipam->range->text();
    for (const auto &[name, address] : ipam->auxiliary)
        config.auxiliaryAddresses[name] = address.text();
    return config;
}

// Docker's names for what its own default bridge does, and ours does too.
static std::map<std::string, std::string> defaultOptions(const BridgeSettings &settings)
{
    const std::string prefix = "com.docker.network.";
    return {{prefix + "bridge.default_bridge", "true"},
            {prefix + "bridge.enable_icc", "true"},
            {prefix + "bridge.enable_ip_masquerade", "true"},
            {prefix + "bridge.host_binding_ipv4", "0.0.0.0"},
            {prefix + "bridge.name", settings.interface},
            {prefix + "driver.mtu", std::to_string(settings.mtu)}};
}

static api::NetworkContainer describeEndpoint(const Endpoint &endpoint)
{
    api::NetworkContainer container{endpoint.containerName, endpoint.endpointId, endpoint.macAddress, {}, {}};
    if (!endpoint.ipv4Address.empty())
        container.ipv4Address = std::format("{}/{}", endpoint.ipv4Address, endpoint.ipv4PrefixLength);
    if (!endpoint.ipv6Address.empty())
        container.ipv6Address = std::format("{}/{}", endpoint.ipv6Address, endpoint.ipv6PrefixLength);
    return container;
}

api::Network HostNetworks::describe(const Peer &peer, const Network &network) const
{
    const auto &record = network.record;
    api::Network result;
    result.name = record.name;
    result.id = record.id;
    result.created = record.created;
    result.driver = record.driver;
    result.internal = record.internal;
    result.enableIPv6 = network.pool6 != nullptr;
    result.labels = record.labels;
    result.options =
        record.predefined() && network.settings ? defaultOptions(*network.settings) : record.options;
    if (network.pool4)
        result.ipam.config.push_back(configOf(*network.pool4, record.ipam4));
    if (network.pool6)
        result.ipam.config.push_back(configOf(*network.pool6, record.ipam6));
    for (const auto &[containerId, held] : m_held)
        for (const auto &endpoint : held.endpoints)
            if (held.connected && endpoint.networkId == record.id && access::maySee(peer, endpoint.owner))
                result.containers[containerId] = describeEndpoint(endpoint);
    return result;
}

} // namespace quayside::networks
