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

// POST /networks/create.
struct NetworkCreateRequest {
    std::string name, driver, scope;
    bool checkDuplicate = false; // of old clients; names are unique for each owner in any case
    bool internal = false, attachable = false, ingress = false, configOnly = false;
    std::optional<ConfigReference> configFrom;
    std::optional<IPAM> ipam;
    std::optional<bool> enableIPv4, enableIPv6;
    std::map<std::string, std::string> options, labels;
};
std::string encode(const NetworkCreateRequest &request);
template <>
Result<NetworkCreateRequest> decode(std::string_view json);

struct NetworkCreateResponse {
    std::string id, warning;
};
std::string encode(const NetworkCreateResponse &response);
template <>
Result<NetworkCreateResponse> decode(std::string_view json);

// POST /networks/{id}/connect and /disconnect.
struct NetworkConnectRequest {
    std::string container;
    std::optional<EndpointSettings> endpointConfig;
};
std::string encode(const NetworkConnectRequest &request);
template <>
Result<NetworkConnectRequest> decode(std::string_view json);

struct NetworkDisconnectRequest {
    std::string container;
    bool force = false;
};
std::string encode(const NetworkDisconnectRequest &request);
template <>
Result<NetworkDisconnectRequest> decode(std::string_view json);

struct NetworkPruneResponse {
    std::vector<std::string> networksDeleted; // names
};
std::string encode(const NetworkPruneResponse &response);
template <>
Result<NetworkPruneResponse> decode(std::string_view json);

std::string encode(const Network &network);
std::string encode(const std::vector<Network> &networks);
template <>
Result<Network> decode(std::string_view json);
template <>
Result<std::vector<Network>> decode(std::string_view json);

} // namespace quayside::api
