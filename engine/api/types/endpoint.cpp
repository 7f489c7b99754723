#include "engine/api/types/endpoint.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(PortBinding, f, v)
{
    f("HostIp", v.hostIp);
    f("HostPort", v.hostPort);
}

QUAYSIDE_FIELDS(EndpointIPAMConfig, f, v)
{
    f.omitEmpty("IPv4Address", v.ipv4Address);
    f.omitEmpty("IPv6Address", v.ipv6Address);
    f.omitEmpty("LinkLocalIPs", v.linkLocalIPs);
}

QUAYSIDE_FIELDS(EndpointSettings, f, v)
{
    f("IPAMConfig", v.ipamConfig);
    f.nullEmpty("Links", v.links);
    f.nullEmpty("Aliases", v.aliases);
    f("MacAddress", v.macAddress);
    f.nullEmpty("DriverOpts", v.driverOpts);
    f("GwPriority", v.gwPriority);
    f("NetworkID", v.networkID);
    f("EndpointID", v.endpointID);
    f("Gateway", v.gateway);
    f("IPAddress", v.ipAddress);
    f("IPPrefixLen", v.ipPrefixLen);
    f("IPv6Gateway", v.ipv6Gateway);
    f("GlobalIPv6Address", v.globalIPv6Address);
    f("GlobalIPv6PrefixLen", v.globalIPv6PrefixLen);
    f.nullEmpty("DNSNames", v.dnsNames);
}

QUAYSIDE_FIELDS(NetworkingConfig, f, v)
{
    f("EndpointsConfig", v.endpointsConfig);
}

QUAYSIDE_FIELDS(Address, f, v)
{
    f("Addr", v.addr);
    f("PrefixLen", v.prefixLen);
}

QUAYSIDE_FIELDS(NetworkSettings, f, v)
{
    f("Bridge", v.bridge);
    f("SandboxID", v.sandboxID);
    f("SandboxKey", v.sandboxKey);
    f("Ports", v.ports);
    f("HairpinMode", v.hairpinMode);
    f("LinkLocalIPv6Address", v.linkLocalIPv6Address);
    f("LinkLocalIPv6PrefixLen", v.linkLocalIPv6PrefixLen);
    f.nullEmpty("SecondaryIPAddresses", v.secondaryIPAddresses);
    f.nullEmpty("SecondaryIPv6Addresses", v.secondaryIPv6Addresses);
    f("EndpointID", v.endpointID);
    f("Gateway", v.gateway);
    f("GlobalIPv6Address", v.globalIPv6Address);
    f("GlobalIPv6PrefixLen", v.globalIPv6PrefixLen);
    f("IPAddress", v.ipAddress);
    f("IPPrefixLen", v.ipPrefixLen);
    f("IPv6Gateway", v.ipv6Gateway);
    f("MacAddress", v.macAddress);
    f("Networks", v.networks);
}

} // namespace quayside::api
