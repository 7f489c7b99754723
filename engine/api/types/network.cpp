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

QUAYSIDE_CODEC(Network)
QUAYSIDE_CODEC(std::vector<Network>)

} // namespace quayside::api
