// What a container has to do with networks: ports, endpoints, NetworkSettings.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct PortBinding {
    std::string hostIp;   // "": every address
    std::string hostPort; // decimal, a range "8000-8010", or "": any free port
};

// "80/tcp" → where it is published; no binding (null on the wire): exposed only.
using PortMap = std::map<std::string, std::vector<PortBinding>>;

struct EndpointIPAMConfig {
    std::string ipv4Address, ipv6Address;
    std::vector<std::string> linkLocalIPs;
};

struct EndpointSettings {
    std::optional<EndpointIPAMConfig> ipamConfig;
    std::vector<std::string> links, aliases;
    std::string macAddress;
    std::map<std::string, std::string> driverOpts;
    std::int64_t gwPriority = 0;
    // Of a running container:
    std::string networkID, endpointID, gateway, ipAddress;
    std::int64_t ipPrefixLen = 0;
    std::string ipv6Gateway, globalIPv6Address;
    std::int64_t globalIPv6PrefixLen = 0;
    std::vector<std::string> dnsNames;
};

struct NetworkingConfig {
    std::map<std::string, EndpointSettings> endpointsConfig; // by network name
};

struct Address {
    std::string addr;
    std::int64_t prefixLen = 0;
};

struct NetworkSettings {
    std::string bridge, sandboxID, sandboxKey;
    PortMap ports;
    bool hairpinMode = false;
    std::string linkLocalIPv6Address;
    std::int64_t linkLocalIPv6PrefixLen = 0;
    std::vector<Address> secondaryIPAddresses, secondaryIPv6Addresses;
    // Of the default bridge, for old clients:
    std::string endpointID, gateway, globalIPv6Address;
    std::int64_t globalIPv6PrefixLen = 0;
    std::string ipAddress;
    std::int64_t ipPrefixLen = 0;
    std::string ipv6Gateway, macAddress;
    std::map<std::string, EndpointSettings> networks;
};

} // namespace quayside::api
