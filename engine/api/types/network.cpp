#include "engine/api/types/network.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(IPAMConfig, f, v)
{
    f.omitEmpty("Subnet", v.subnet);
    f.omitEmpty("IPRange", v.ipRange);
    f.omitEmpty("Gateway", v.gateway);
    f.omitEmpty("AuxiliaryAddresses", v.auxiliaryAddresses);
}

QUAYSIDE_FIELDS(IPAM, f, v)
{
    f("Driver", v.driver);
    f.nullEmpty("Options", v.options);
    f("Config", v.config);
}

QUAYSIDE_FIELDS(ConfigReference, f, v)
{
    f("Network", v.network);
}

QUAYSIDE_FIELDS(NetworkContainer, f, v)
{
    f("Name", v.name);
    f("EndpointID", v.endpointID);
    f("MacAddress", v.macAddress);
    f("IPv4Address", v.ipv4Address);
    f("IPv6Address", v.ipv6Address);
}

QUAYSIDE_FIELDS(PeerInfo, f, v)
{
    f("Name", v.name);
    f("IP", v.ip);
}

QUAYSIDE_FIELDS(Network, f, v)
{
    f("Name", v.name);
    f("Id", v.id);
    f("Created", v.created);
    f("Scope", v.scope);
    f("Driver", v.driver);
    f("EnableIPv4", v.enableIPv4);
    f("EnableIPv6", v.enableIPv6);
    f("IPAM", v.ipam);
    f("Internal", v.internal);
    f("Attachable", v.attachable);
    f("Ingress", v.ingress);
    f("ConfigFrom", v.configFrom);
    f("ConfigOnly", v.configOnly);
    f("Containers", v.containers);
    f("Options", v.options);
    f("Labels", v.labels);
    f.omitEmpty("Peers", v.peers);
}

QUAYSIDE_FIELDS(NetworkCreateRequest, f, v)
{
    f("Name", v.name);
    f.omitEmpty("CheckDuplicate", v.checkDuplicate);
    f("Driver", v.driver);
    f("Scope", v.scope);
    f.omitEmpty("EnableIPv4", v.enableIPv4);
    f.omitEmpty("EnableIPv6", v.enableIPv6);
    f.omitEmpty("IPAM", v.ipam);
    f("Internal", v.internal);
    f("Attachable", v.attachable);
    f("Ingress", v.ingress);
    f("ConfigOnly", v.configOnly);
    f.omitEmpty("ConfigFrom", v.configFrom);
    f("Options", v.options);
    f("Labels", v.labels);
}

QUAYSIDE_FIELDS(NetworkCreateResponse, f, v)
{
    f("Id", v.id);
    f("Warning", v.warning);
}

QUAYSIDE_FIELDS(NetworkConnectRequest, f, v)
{
    f("Container", v.container);
    f.omitEmpty("EndpointConfig", v.endpointConfig);
}

QUAYSIDE_FIELDS(NetworkDisconnectRequest, f, v)
{
    f("Container", v.container);
    f("Force", v.force);
}

QUAYSIDE_FIELDS(NetworkPruneResponse, f, v)
{
    f.nullEmpty("NetworksDeleted", v.networksDeleted);
}

QUAYSIDE_CODEC(NetworkCreateRequest)
QUAYSIDE_CODEC(NetworkCreateResponse)
QUAYSIDE_CODEC(NetworkConnectRequest)
QUAYSIDE_CODEC(NetworkDisconnectRequest)
QUAYSIDE_CODEC(NetworkPruneResponse)
QUAYSIDE_CODEC(Network)
QUAYSIDE_CODEC(std::vector<Network>)

} // namespace quayside::api
