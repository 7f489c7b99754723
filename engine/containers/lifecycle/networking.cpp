#include "engine/containers/lifecycle/networking.h"

#include "engine/containers/lifecycle/ports.h"
#include "engine/isolation/network/address.h"

#include <algorithm>
#include <arpa/inet.h>

namespace quayside::containers
{

namespace
{

bool sharesNetwork(const std::string &mode)
{
    return mode == "host" || mode.starts_with("container:");
}

bool isCustomNetwork(const std::string &mode)
{
    return mode != "bridge" && mode != "none" && !sharesNetwork(mode);
}

bool isPredefined(const api::Network &network)
{
    return network.name == "bridge" || network.name == "host" || network.name == "none";
}

bool isAddress(int family, const std::string &text)
{
    unsigned char bytes[16];
    return ::inet_pton(family, text.c_str(), bytes) == 1;
}

bool hasSubnetFor(const api::Network &network, const std::string &text)
{
    const auto address = isolation::network::IpAddress::parse(text);
    return address && std::ranges::any_of(network.ipam.config, [&](const api::IPAMConfig &config) {
               const auto subnet = isolation::network::IpPrefix::parse(config.subnet);
               return subnet && subnet->contains(*address);
           });
}

Result<> checkAddresses(const api::EndpointSettings &given, const api::Network &network)
{
    if (!given.ipamConfig)
        return {};
    const auto &ipam = *given.ipamConfig;
    if (!ipam.linkLocalIPs.empty())
        return fail(ErrorKind::NotSupported, "link-local addresses of an endpoint are not supported");
    if (isPredefined(network) && (!ipam.ipv4Address.empty() || !ipam.ipv6Address.empty()))
        return fail(ErrorKind::InvalidArgument,
                    "user specified IP address is supported on user defined networks only");
    if (!ipam.ipv4Address.empty() && !isAddress(AF_INET, ipam.ipv4Address))
        return fail(ErrorKind::InvalidArgument, "invalid IPv4 address: {}", ipam.ipv4Address);
    if (!ipam.ipv6Address.empty() && !isAddress(AF_INET6, ipam.ipv6Address))
        return fail(ErrorKind::InvalidArgument, "invalid IPv6 address: {}", ipam.ipv6Address);
    for (const auto &text : {ipam.ipv4Address, ipam.ipv6Address})
        if (!text.empty() && !hasSubnetFor(network, text))
            return fail(ErrorKind::InvalidArgument,
                        "invalid config for network {}: no configured subnet contains IP address {}",
                        network.name, text);
    return {};
}

// As a name server can say it (RFC 1035, 2.3.4), and no more than people write.
Result<> checkAlias(const std::string &alias)
{
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    if (alias.empty() || alias.size() > 253 || alias.find_first_not_of(allowed) != std::string::npos)
        return fail(
            ErrorKind::InvalidArgument,
            "invalid network alias \"{}\": letters, digits, '.', '_' and '-' are possible, 253 at most",
            alias);
    return {};
}

} // namespace

bool ownsNetwork(const Record &record)
{
    return !sharesNetwork(record.hostConfig.networkMode);
}

Result<api::EndpointSettings> settledEndpoint(const api::EndpointSettings &given, const api::Network &network)
{
    if (!given.links.empty())
        return fail(ErrorKind::NotSupported,
                    "links are not part of Quayside: containers of one network find one "
                    "another by name; use --network-alias for other names");
    if (!given.driverOpts.empty())
        return fail(ErrorKind::NotSupported, "the driver option {} of an endpoint is not supported",
                    given.driverOpts.begin()->first);
    if (!given.aliases.empty() && isPredefined(network))
        return fail(ErrorKind::InvalidArgument,
                    "network-scoped alias is supported only for containers in user defined networks");
    for (const auto &alias : given.aliases)
        CHECK(checkAlias(alias));
    CHECK(checkAddresses(given, network));
    api::EndpointSettings settings;
    settings.ipamConfig = given.ipamConfig;
    settings.aliases = given.aliases;
    settings.macAddress = given.macAddress;
    settings.gwPriority = given.gwPriority;
    settings.networkID = network.id;
    return settings;
}

Result<> mayJoinNetwork(const Record &record)
{
    const auto &mode = record.hostConfig.networkMode;
    if (sharesNetwork(mode))
        return fail(ErrorKind::InvalidArgument,
                    "container sharing network namespace with another container or host "
                    "cannot be connected to any other network");
    if (mode == "none" || record.config.networkDisabled)
        return fail(ErrorKind::InvalidArgument,
                    "container cannot be connected to multiple networks with one of the "
                    "networks in private (none) mode");
    return {};
}

Result<> settleNetworks(const access::Peer &peer, const networks::Networks &networks, Record &record)
{
    const std::string mode = record.config.networkDisabled ? "none" : record.hostConfig.networkMode;
    auto asked = std::exchange(record.networking.endpointsConfig, {});
    if (const auto given = asked.extract("default"))
        asked.try_emplace("bridge", given.mapped());
    if (mode == "none" || sharesNetwork(mode)) {
        for (const auto &[name, settings] : asked)
            if (name != mode)
                return fail(ErrorKind::InvalidArgument,
                            "conflicting options: cannot attach both user-defined and non-user-defined "
                            "network-modes ({} and {})",
                            mode, name);
        if (!mode.starts_with("container:"))
            record.networking.endpointsConfig[mode];
        return {};
    }
    if (asked.empty() || isCustomNetwork(mode)) {
        TRY(const auto main, networks.inspect(peer, mode));
        if (!asked.contains(main.name) && !asked.contains(main.id) && !asked.contains(mode))
            asked[main.name];
    }
    auto &settled = record.networking.endpointsConfig;
    for (const auto &[name, given] : asked) {
        TRY(const auto network, networks.inspect(peer, name));
        if (network.driver == "host" || network.driver == "null")
            return fail(ErrorKind::InvalidArgument,
                        "conflicting options: a container with a network of its own cannot be on {} too",
                        network.name);
        if (settled.contains(network.name))
            return fail(ErrorKind::InvalidArgument, "the network {} is asked for twice", network.name);
        TRY(settled[network.name], settledEndpoint(given, network));
        const bool main = network.name == mode || network.id == mode || asked.size() == 1;
        auto &mac = settled[network.name].macAddress;
        if (main && mac.empty())
            mac = record.config.macAddress;
    }
    return {};
}

std::vector<std::string> networkWarnings(const access::Peer &peer, const networks::Networks &networks,
                                         const Record &record)
{
    const auto ports = portRequests(record.config, record.hostConfig);
    if (!ownsNetwork(record) || !ports || ports->empty())
        return {};
    for (const auto &[name, settings] : record.networking.endpointsConfig) {
        const auto network = networks.inspect(peer, settings.networkID.empty() ? name : settings.networkID);
        if (network && network->driver == "bridge" && !network->internal)
            return {};
    }
    return {"Published ports are discarded: none of the container's networks leads out of this machine by a "
            "bridge"};
}

networks::EndpointRequest endpointRequest(const api::EndpointSettings &settings)
{
    networks::EndpointRequest request{.network = settings.networkID};
    if (!settings.macAddress.empty())
        request.macAddress = settings.macAddress;
    if (settings.ipamConfig && !settings.ipamConfig->ipv4Address.empty())
        request.ipv4Address = settings.ipamConfig->ipv4Address;
    if (settings.ipamConfig && !settings.ipamConfig->ipv6Address.empty())
        request.ipv6Address = settings.ipamConfig->ipv6Address;
    request.aliases = settings.aliases;
    request.gatewayPriority = settings.gwPriority;
    return request;
}

networks::ContainerRequest networkRequest(const Record &record)
{
    networks::ContainerRequest request{.containerId = record.id,
                                       .containerName = record.name,
                                       .owner = record.owner,
                                       .hostname = record.config.hostname};
    request.nameServers = record.hostConfig.dns;
    const auto &mode = record.hostConfig.networkMode;
    for (const auto &[name, settings] : record.networking.endpointsConfig) {
        if (settings.networkID.empty()) { // none
            request.endpoints.push_back({.network = name});
            return request;
        }
        const bool main = name == mode || (mode.size() >= 12 && settings.networkID.starts_with(mode));
        request.endpoints.insert(main ? request.endpoints.begin() : request.endpoints.end(),
                                 endpointRequest(settings));
    }
    if (auto ports = portRequests(record.config, record.hostConfig)) // checked at create
        request.ports = *std::move(ports);
    return request;
}

} // namespace quayside::containers
