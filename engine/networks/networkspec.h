// POST /networks/create: from what was asked for to a record, or to a sentence why not. Pure functions.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/network.h"
#include "engine/base/result.h"
#include "engine/networks/networkrecord.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace quayside::networks
{

// The options of the bridge driver that this engine honours (docs.docker.com, "Bridge network driver").
struct BridgeOptions {
    std::string interface;               // com.docker.network.bridge.name; "": from the network's id
    std::optional<std::uint32_t> mtu;    // com.docker.network.driver.mtu; none: the way out decides
    bool icc = true;                     // com.docker.network.bridge.enable_icc
    bool masquerade = true;              // com.docker.network.bridge.enable_ip_masquerade
    std::string hostBinding;             // com.docker.network.bridge.host_binding_ipv4; "": every address
    std::string interfacePrefix = "eth"; // com.docker.network.container_iface_prefix
};
// InvalidArgument: a value that makes no sense. NotSupported: an option that cannot be honoured.
Result<BridgeOptions> bridgeOptions(const std::map<std::string, std::string> &options);

struct MacvlanOptions {
    std::string parent; // an interface of the host
    std::optional<std::uint32_t> mtu;
};
Result<MacvlanOptions> macvlanOptions(const std::map<std::string, std::string> &options);

// Everything but the id, the time and what the engine chooses itself (subnets that were not given): the
// record has no ipam4 then, and an ipam6 only where IPv6 was asked for with a subnet. `peer`: who asks; what
// reaches the host's own network is for root.
struct NetworkSpec {
    NetworkRecord record;
    bool ipv6 = false;
};
Result<NetworkSpec> networkSpec(const access::Peer &peer, const api::NetworkCreateRequest &request);

// Whether a subnet that was asked for may be used on this host. `others`: subnets of this engine's networks;
// `onLink`: the addresses of the host's interfaces; `routed`: those and its routes and name servers. An
// ordinary user must not draw the host's own traffic onto a bridge: private ranges that the host does not
// use.
struct HostRanges {
    std::vector<IpPrefix> others, onLink, routed;
};
Result<> checkSubnet(const access::Peer &peer, const IpPrefix &subnet, const HostRanges &ranges);

} // namespace quayside::networks
