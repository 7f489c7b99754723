#include "engine/networks/hostnetworks.h"

#include "engine/networks/containerlink.h"
#include "engine/networks/resolvers.h"

#include <algorithm>

namespace quayside::networks
{

using isolation::network::macText;
using isolation::network::parseMac;

HostNetworks::~HostNetworks()
{
    if (m_watcher)
        m_watcher->stop();
    m_rules.table.keep();
}

Result<const HostNetworks::Network *> HostNetworks::find(const std::string &nameOrId) const
{
    const Network *found = nullptr;
    for (const auto &network : m_networks) {
        if (network.record.name == nameOrId || network.record.id == nameOrId)
            return &network;
        if (nameOrId.empty() || !network.record.id.starts_with(nameOrId))
            continue;
        if (found)
            return fail(ErrorKind::InvalidArgument, "network {} is ambiguous: several ids begin so",
                        nameOrId);
        found = &network;
    }
    if (!found)
        return fail(ErrorKind::NotFound, "network {} not found", nameOrId);
    return found;
}

const HostNetworks::Network *HostNetworks::byId(const std::string &id) const
{
    const auto found =
        std::ranges::find(m_networks, id, [](const auto &network) { return network.record.id; });
    return found == m_networks.end() ? nullptr : &*found;
}

Result<> HostNetworks::takeAddresses(Network &network, const EndpointRequest &request, Endpoint &endpoint)
{
    if (request.ipv4Address || request.ipv6Address)
        return fail(
            ErrorKind::InvalidArgument,
            "the network {} chooses its containers' addresses: an address can be asked for on networks of "
            "your own only",
            network.record.name);
    if (request.macAddress)
        CHECK(parseMac(*request.macAddress));
    TRY(const auto v4, network.pool4->take());
    endpoint.ipv4Address = v4.text();
    endpoint.ipv4Gateway = network.pool4->gateway().text();
    endpoint.ipv4PrefixLength = network.pool4->subnet().length;
    endpoint.macAddress = request.macAddress.value_or(macText(macFor(v4)));
    if (!network.pool6)
        return {};
    const auto v6 = network.pool6->take();
    if (!v6) {
        giveBackAddresses(endpoint);
        return std::unexpected(v6.error());
    }
    endpoint.ipv6Address = v6->text();
    endpoint.ipv6Gateway = network.pool6->gateway().text();
    endpoint.ipv6PrefixLength = network.pool6->subnet().length;
    return {};
}

void HostNetworks::giveBackAddresses(const Endpoint &endpoint)
{
    const auto *network = byId(endpoint.networkId);
    if (!network || !network->bridged())
        return;
    if (const auto v4 = IpAddress::parse(endpoint.ipv4Address))
        network->pool4->giveBack(*v4);
    if (const auto v6 = IpAddress::parse(endpoint.ipv6Address); v6 && network->pool6)
        network->pool6->giveBack(*v6);
}

Result<Endpoint> HostNetworks::reserve(const EndpointRequest &request)
{
    const std::lock_guard guard(m_mutex);
    TRY(const auto *found, find(request.network));
    auto &network = const_cast<Network &>(*found); // of our own m_networks
    const auto present = m_held.find(request.containerId);
    if (present != m_held.end() && std::ranges::any_of(present->second, [&](const Held &h) {
            return h.endpoint.networkId == network.record.id;
        }))
        return fail(ErrorKind::Conflict, "the container is on the network {} already", network.record.name);
    Endpoint endpoint{.networkId = network.record.id, .networkName = network.record.name};
    endpoint.containerName = request.containerName;
    endpoint.owner = request.owner;
    TRY(endpoint.endpointId, randomId());
    if (network.bridged()) {
        CHECK(takeAddresses(network, request, endpoint));
        endpoint.hostInterface = "veth" + endpoint.endpointId.substr(0, 8);
        auto ports = m_ports.reserve(endpoint.endpointId, request.ports, network.pool6 != nullptr);
        if (!ports) {
            giveBackAddresses(endpoint);
            return wrap(std::move(ports).error(),
                        "driver failed programming external connectivity on endpoint {} ({})",
                        request.containerName, endpoint.endpointId.substr(0, 12));
        }
        endpoint.ports = *std::move(ports);
    }
    m_held[request.containerId].push_back({endpoint});
    return endpoint;
}

Result<> HostNetworks::connect(const Endpoint &endpoint, const Fd &netns)
{
    std::string driver, containerId;
    int bridge = 0;
    std::uint32_t mtu = 0;
    {
        const std::lock_guard guard(m_mutex);
        const auto *network = byId(endpoint.networkId);
        for (auto &[id, held] : m_held)
            for (auto &one : held)
                if (network && one.endpoint.endpointId == endpoint.endpointId) {
                    one.connected = true;
                    containerId = id;
                    driver = network->record.driver;
                    bridge = network->bridge;
                    mtu = network->settings.mtu;
                }
    }
    if (containerId.empty())
        return fail(ErrorKind::InvalidArgument, "the endpoint {} was not reserved", endpoint.endpointId);
    if (driver == "null")
        CHECK(connectNothing(netns));
    if (driver == "bridge") {
        CHECK(connectBridge(endpoint, bridge, mtu, netns));
        CHECK(publish(endpoint));
    }
    emit("connect", containerId, endpoint);
    return {};
}

void HostNetworks::release(const std::string &containerId)
{
    std::vector<Held> released;
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_held.find(containerId);
        if (found == m_held.end())
            return;
        released = std::move(found->second);
        m_held.erase(found);
    }
    // First the rules, then the addresses and ports that they lead to: somebody else may have those at once.
    for (const auto &held : released)
        unpublish(held.endpoint);
    {
        const std::lock_guard guard(m_mutex);
        for (const auto &held : released) {
            m_ports.release(held.endpoint.endpointId);
            giveBackAddresses(held.endpoint);
        }
    }
    for (const auto &held : released) {
        if (!held.connected)
            continue;
        if (!held.endpoint.hostInterface.empty())
            removeLater(held.endpoint.hostInterface);
        emit("disconnect", containerId, held.endpoint);
    }
}

Result<> HostNetworks::adopt(const std::string &containerId, const Endpoint &endpoint)
{
    {
        const std::lock_guard guard(m_mutex);
        const auto *network = byId(endpoint.networkId);
        if (!network)
            return fail(ErrorKind::NotFound, "network {} not found", endpoint.networkName);
        auto &held = m_held[containerId];
        if (std::ranges::any_of(held,
                                [&](const Held &h) { return h.endpoint.endpointId == endpoint.endpointId; }))
            return {};
        if (network->bridged()) {
            TRY(const auto v4, IpAddress::parse(endpoint.ipv4Address));
            CHECK(network->pool4->take(v4));
            if (const auto v6 = IpAddress::parse(endpoint.ipv6Address); v6 && network->pool6)
                (void)network->pool6->take(*v6); // the IPv4 address settles whose it is
            m_ports.adopt(endpoint.endpointId, endpoint.ports);
        }
        held.push_back({endpoint, true});
    }
    TRY(const auto rules, portRules(endpoint));
    const std::lock_guard guard(m_rules.mutex);
    m_rules.wanted.ports.insert(rules.begin(), rules.end()); // sweep() brings them to the kernel
    return {};
}

std::vector<std::string> HostNetworks::warnings() const
{
    const std::lock_guard guard(m_mutex);
    auto all = m_hostWarnings;
    all.insert(all.end(), m_firewallWarnings.begin(), m_firewallWarnings.end());
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
        ipv6 = std::ranges::any_of(m_networks, [](const auto &network) { return network.pool6 != nullptr; });
    }
    return hostResolvers(ipv6).lines;
}

void HostNetworks::emit(const char *action, const std::string &containerId, const Endpoint &endpoint) const
{
    if (!m_sink)
        return;
    api::Event event{.type = "network", .action = action, .actor = {.id = endpoint.networkId}};
    const std::string driver = endpoint.networkName == "none" ? "null" : endpoint.networkName;
    event.actor.attributes = {{"container", containerId}, {"name", endpoint.networkName}, {"type", driver}};
    event.owner = endpoint.owner;
    m_sink(std::move(event));
}

std::vector<api::Network> HostNetworks::list() const
{
    const std::lock_guard guard(m_mutex);
    std::vector<api::Network> all;
    for (const auto &network : m_networks)
        all.push_back(describe(network));
    return all;
}

Result<api::Network> HostNetworks::inspect(const std::string &nameOrId) const
{
    const std::lock_guard guard(m_mutex);
    TRY(const auto *network, find(nameOrId));
    return describe(*network);
}

api::Network HostNetworks::describe(const Network &network) const
{
    api::Network result;
    result.name = network.record.name;
    result.id = network.record.id;
    result.created = network.record.created;
    result.driver = network.record.driver;
    if (network.bridged()) {
        result.enableIPv6 = network.pool6 != nullptr;
        for (const auto *pool : {network.pool4.get(), network.pool6.get()})
            if (pool)
                result.ipam.config.push_back(
                    {.subnet = pool->subnet().text(), .ipRange = {}, .gateway = pool->gateway().text()});
        // Docker's names for what its own default bridge does, and ours does too.
        const std::string prefix = "com.docker.network.";
        result.options = {{prefix + "bridge.default_bridge", "true"},
                          {prefix + "bridge.enable_icc", "true"},
                          {prefix + "bridge.enable_ip_masquerade", "true"},
                          {prefix + "bridge.host_binding_ipv4", "0.0.0.0"},
                          {prefix + "bridge.name", network.settings.interface},
                          {prefix + "driver.mtu", std::to_string(network.settings.mtu)}};
    }
    for (const auto &[containerId, held] : m_held)
        for (const auto &[endpoint, connected] : held) {
            if (!connected || endpoint.networkId != network.record.id)
                continue;
            api::NetworkContainer container{
                endpoint.containerName, endpoint.endpointId, endpoint.macAddress, {}, {}};
            if (!endpoint.ipv4Address.empty())
                container.ipv4Address = std::format("{}/{}", endpoint.ipv4Address, endpoint.ipv4PrefixLength);
            if (!endpoint.ipv6Address.empty())
                container.ipv6Address = std::format("{}/{}", endpoint.ipv6Address, endpoint.ipv6PrefixLength);
            result.containers[containerId] = std::move(container);
        }
    return result;
}

} // namespace quayside::networks
