// What a container holds of its networks from its start to its end.
#include "engine/networks/hostnetworks.h"

#include "engine/networks/gateways.h"

#include <algorithm>

namespace quayside::networks
{

using isolation::network::macText;
using isolation::network::parseMac;

Result<std::vector<PortRule>> portRules(const std::vector<Endpoint> &endpoints)
{
    std::vector<PortRule> rules;
    for (const auto &endpoint : endpoints)
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

static Result<IpAddress> takeFrom(AddressPool &pool, const std::optional<std::string> &wanted,
                                  const std::optional<std::string> &former = {})
{
    if (!wanted) {
        const auto before = IpAddress::parse(former.value_or(""));
        return before && pool.take(*before) ? *before : pool.take();
    }
    TRY(const auto address, IpAddress::parse(*wanted));
    CHECK(pool.take(address));
    return address;
}

static Result<> mayChoose(const NetworkRecord &record, const std::optional<std::string> &address,
                          const std::optional<Ipam> &ipam, const char *family)
{
    if (!address)
        return {};
    if (record.predefined())
        return fail(ErrorKind::InvalidArgument,
                    "invalid config for network {}: invalid endpoint settings:\nuser "
                    "specified IP address is supported on user defined networks only",
                    record.name);
    if (!ipam)
        return fail(ErrorKind::InvalidArgument, "the address {} cannot be had: the network {} has no {}",
                    *address, record.name, family);
    if (!ipam->given)
        return fail(ErrorKind::InvalidArgument,
                    "invalid config for network {}: invalid endpoint settings:\nuser specified IP address is "
                    "supported only when connecting to networks with user configured subnets",
                    record.name);
    return {};
}

Result<> HostNetworks::takeMac(const Network &network, const EndpointRequest &request,
                               Endpoint &endpoint) const
{
    if (!request.macAddress) {
        TRY(const auto v4, IpAddress::parse(endpoint.ipv4Address));
        endpoint.macAddress = macText(macFor(v4));
        return {};
    }
    TRY(const auto mac, parseMac(*request.macAddress));
    if (mac[0] & 1)
        return fail(ErrorKind::InvalidArgument, "the MAC address {} is one of a group, not of an interface",
                    *request.macAddress);
    endpoint.macAddress = macText(mac);
    for (const auto &[id, held] : m_held)
        for (const auto &other : held.endpoints)
            if (other.networkId == network.record.id && other.macAddress == endpoint.macAddress)
                return fail(ErrorKind::Conflict,
                            "the container {} has the MAC address {} on the network {} already",
                            other.containerName, endpoint.macAddress, network.record.name);
    return {};
}

Result<> HostNetworks::takeAddresses(Network &network, const EndpointRequest &request, Endpoint &endpoint)
{
    const auto &record = network.record;
    CHECK(mayChoose(record, request.ipv4Address, record.ipam4, "IPv4"));
    CHECK(mayChoose(record, request.ipv6Address, record.ipam6, "IPv6"));
    TRY(const auto v4, takeFrom(*network.pool4, request.ipv4Address, request.formerIpv4Address));
    endpoint.ipv4Address = v4.text();
    endpoint.ipv4PrefixLength = network.pool4->subnet().length;
    if (network.pool6) {
        TRY(const auto v6, takeFrom(*network.pool6, request.ipv6Address));
        endpoint.ipv6Address = v6.text();
        endpoint.ipv6PrefixLength = network.pool6->subnet().length;
    }
    if (!record.internal) {
        // A macvlan's gateway is a router on the wire: there is one only where somebody said so.
        if (network.bridged() || record.ipam4->gateway)
            endpoint.ipv4Gateway = network.pool4->gateway().text();
        if (network.pool6 && (network.bridged() || record.ipam6->gateway))
            endpoint.ipv6Gateway = network.pool6->gateway().text();
    }
    return takeMac(network, request, endpoint);
}

void HostNetworks::giveBackAddresses(const Endpoint &endpoint)
{
    const auto network = byId(endpoint.networkId);
    if (!network)
        return;
    if (const auto v4 = IpAddress::parse(endpoint.ipv4Address); v4 && network->pool4)
        network->pool4->giveBack(*v4);
    if (const auto v6 = IpAddress::parse(endpoint.ipv6Address); v6 && network->pool6)
        network->pool6->giveBack(*v6);
}

// What others find a container by, as Docker has it: its name, what it was called for this network, the
// beginning of its id, its host name.
static std::vector<std::string> namesOf(const ContainerRequest &container, const EndpointRequest &request)
{
    std::vector<std::string> names = {container.containerName};
    const auto add = [&](const std::string &name) {
        if (!name.empty() && !std::ranges::contains(names, name))
            names.push_back(name);
    };
    std::ranges::for_each(request.aliases, add);
    add(container.containerId.substr(0, 12));
    add(container.hostname);
    return names;
}

Result<Endpoint> HostNetworks::takeEndpoint(const ContainerRequest &container, const EndpointRequest &request,
                                            const std::vector<Endpoint> &others)
{
    // An id that was looked up for the container when it was made, maybe by root, is not looked up again as
    // its owner.
    auto network = byId(request.network);
    if (!network) {
        TRY(network, find(container.owner, request.network));
    }
    const auto &record = network->record;
    if (network->removing)
        return fail(ErrorKind::NotFound, "network {} not found", request.network);
    if (!network->problem.empty())
        return fail(ErrorKind::Unavailable, "the network {} does not work: {}", record.name,
                    network->problem);
    if (std::ranges::contains(others, record.id, &Endpoint::networkId))
        return fail(ErrorKind::Forbidden, "endpoint with name {} already exists in network {}",
                    container.containerName, record.name);
    Endpoint endpoint{.networkId = record.id, .networkName = record.name};
    endpoint.containerName = container.containerName;
    endpoint.owner = container.owner.uid;
    endpoint.gatewayPriority = request.gatewayPriority;
    TRY(endpoint.endpointId, randomId());
    if (!network->pool4)
        return endpoint;
    endpoint.interface = freeInterface(others, network->options.interfacePrefix);
    if (network->bridged())
        endpoint.hostInterface = "veth" + endpoint.endpointId.substr(0, 8);
    if (!record.predefined()) {
        endpoint.names = namesOf(container, request);
        endpoint.resolver = true;
    }
    if (auto taken = takeAddresses(*network, request, endpoint); !taken) {
        giveBackAddresses(endpoint);
        return std::unexpected(std::move(taken).error());
    }
    return endpoint;
}

// On the network that leads out; on none where no network does.
Result<> HostNetworks::takePorts(const ContainerRequest &container, std::vector<Endpoint> &endpoints)
{
    chooseGateways(endpoints);
    const auto out = std::ranges::find(endpoints, true, &Endpoint::leadsOut4);
    if (out == endpoints.end() || container.ports.empty())
        return {};
    const auto network = byId(out->networkId);
    if (!network || !network->bridged())
        return {};
    auto requests = container.ports;
    for (auto &port : requests)
        if (port.hostAddress.empty())
            port.hostAddress = network->options.hostBinding;
    const bool ipv6 = std::ranges::contains(endpoints, true, &Endpoint::leadsOut6);
    const auto bindings = m_ports.reserve(container.containerId, requests, ipv6, container.owner.uid);
    if (!bindings)
        return wrap(bindings.error(), "driver failed programming external connectivity on endpoint {} ({})",
                    container.containerName, out->endpointId.substr(0, 12));
    spreadPorts(endpoints, *bindings);
    return {};
}

Result<std::vector<Endpoint>> HostNetworks::reserve(const ContainerRequest &request)
{
    const std::lock_guard guard(m_mutex);
    if (m_held.contains(request.containerId))
        return fail(ErrorKind::Conflict, "the container {} holds its networks already",
                    request.containerName);
    std::vector<Endpoint> endpoints;
    Result<> result;
    for (const auto &one : request.endpoints) {
        auto endpoint = takeEndpoint(request, one, endpoints);
        if (!endpoint) {
            result = std::unexpected(std::move(endpoint).error());
            break;
        }
        endpoints.push_back(*std::move(endpoint));
    }
    if (result)
        result = takePorts(request, endpoints);
    if (!result) {
        for (const auto &endpoint : endpoints)
            giveBackAddresses(endpoint);
        return std::unexpected(std::move(result).error());
    }
    Held held{.container = request, .endpoints = endpoints};
    held.container.endpoints.clear();
    held.container.ports.clear();
    m_held[request.containerId] = std::move(held);
    return endpoints;
}

ContainerLink HostNetworks::linkOf(const Endpoint &endpoint) const
{
    ContainerLink link{.endpoint = endpoint};
    const auto network = byId(endpoint.networkId);
    if (!network)
        return link;
    if (network->bridged()) {
        link.bridge = network->bridge;
        link.mtu = network->settings->mtu;
        link.isolated = !network->options.icc;
    } else {
        link.parent = network->macvlan.parent;
        link.mtu = network->macvlan.mtu;
    }
    return link;
}

Result<> HostNetworks::connect(const std::string &containerId, const Fd &netns)
{
    Held held;
    std::vector<ContainerLink> links;
    bool loopbackOnly = true;
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_held.find(containerId);
        if (found == m_held.end())
            return fail(ErrorKind::InvalidArgument, "the container {} has reserved no network", containerId);
        found->second.connected = true;
        held = found->second;
        for (const auto &endpoint : held.endpoints) {
            const auto network = byId(endpoint.networkId);
            loopbackOnly = loopbackOnly && network && network->record.driver != "host";
            if (!endpoint.ipv4Address.empty())
                links.push_back(linkOf(endpoint));
        }
    }
    if (!links.empty() || loopbackOnly)
        CHECK(connectLinks(links, netns));
    CHECK(serveNames(held.container, held.endpoints, netns, When::Now));
    TRY(const auto rules, portRules(held.endpoints));
    CHECK(m_table.publish(rules, held.container.containerName));
    for (const auto &endpoint : held.endpoints)
        emit("connect", containerId, endpoint);
    return {};
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

void HostNetworks::release(const std::string &containerId)
{
    Held held;
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_held.find(containerId);
        if (found == m_held.end())
            return;
        held = found->second; // it stays until its rules are gone: no network of it can be removed meanwhile
    }
    // First the rules, then the addresses and ports that they lead to: somebody else may have those at once.
    forgetNames(containerId);
    if (const auto rules = portRules(held.endpoints))
        m_table.unpublish(*rules);
    {
        const std::lock_guard guard(m_mutex);
        m_held.erase(containerId);
        m_ports.release(containerId);
        for (const auto &endpoint : held.endpoints)
            giveBackAddresses(endpoint);
    }
    if (!held.connected)
        return;
    for (const auto &endpoint : held.endpoints) {
        if (!endpoint.hostInterface.empty())
            removeLater(endpoint.hostInterface);
        emit("disconnect", containerId, endpoint);
    }
}

Result<> HostNetworks::adopt(const ContainerRequest &request, const std::vector<Endpoint> &endpoints,
                             const Fd &netns)
{
    Held held{.container = request, .endpoints = {}, .connected = true};
    Result<> result;
    {
        const std::lock_guard guard(m_mutex);
        if (m_held.contains(request.containerId))
            return {};
        for (const auto &endpoint : endpoints) {
            const auto network = byId(endpoint.networkId);
            const auto v4 = IpAddress::parse(endpoint.ipv4Address);
            if (!network) {
                result = fail(ErrorKind::NotFound, "network {} not found", endpoint.networkName);
                continue;
            }
            if (v4 && network->pool4)
                if (auto taken = network->pool4->take(*v4); !taken) {
                    result = std::move(taken);
                    continue;
                }
            if (const auto v6 = IpAddress::parse(endpoint.ipv6Address); v6 && network->pool6)
                (void)network->pool6->take(*v6); // the IPv4 address settles whose it is
            held.endpoints.push_back(endpoint);
        }
        m_ports.adopt(request.containerId, allPorts(held.endpoints), request.owner.uid);
        m_held[request.containerId] = held;
    }
    TRY(const auto rules, portRules(held.endpoints));
    m_table.adopt(rules); // sweep() brings them to the kernel
    CHECK(mend(held, netns));
    CHECK(serveNames(request, held.endpoints, netns, When::Later));
    return result;
}

// An engine that died while the container joined or left a network may have left the other state in the
// kernel; what the records say becomes true.
Result<> HostNetworks::mend(const Held &held, const Fd &netns)
{
    TRY(auto links, Links::open());
    TRY(bool changed, removeStrangers(held.endpoints, netns));
    for (const auto &endpoint : held.endpoints) {
        if (endpoint.hostInterface.empty() || links.find(endpoint.hostInterface))
            continue;
        ContainerLink link;
        {
            const std::lock_guard guard(m_mutex);
            link = linkOf(endpoint);
        }
        CHECK(connectLink(link, {}, netns));
        changed = true;
    }
    return changed ? setDefaultRoutes(held.endpoints, netns) : Result<>();
}

} // namespace quayside::networks
