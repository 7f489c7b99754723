// Networks: what the routes /networks/… answer.
#pragma once

#include "engine/api/types/decode.h"
#include "engine/api/types/endpoint.h"
#include "engine/api/types/filters.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::api
{

struct IPAMConfig {
    std::string subnet, ipRange, gateway; // CIDR, CIDR, address
    std::map<std::string, std::string> auxiliaryAddresses;
};

struct IPAM {
    std::string driver = "default";
    std::map<std::string, std::string> options;
    std::vector<IPAMConfig> config;
};

struct ConfigReference {
    std::string network;
};

struct NetworkContainer {
    std::string name, endpointID, macAddress;
    std::string ipv4Address, ipv6Address; // with prefix length: "172.17.0.2/16"
};

struct PeerInfo {
    std::string name, ip;
};

struct Network {
    std::string name, id;
    std::string created = "0001-01-01T00:00:00Z"; // RFC 3339
    std::string scope = "local", driver;
    bool enableIPv4 = true, enableIPv6 = false;
    IPAM ipam;
    bool internal = false, attachable = false, ingress = false;
    ConfigReference configFrom;
    bool configOnly = false;
    std::map<std::string, NetworkContainer> containers; // by container id
    std::map<std::string, std::string> options, labels;
    std::vector<PeerInfo> peers;
};
std::string encode(const Network &network);
std::string encode(const std::vector<Network> &networks);
template <>
Result<Network> decode(std::string_view json);
template <>
Result<std::vector<Network>> decode(std::string_view json);

} // namespace quayside::api
