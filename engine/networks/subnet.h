// Where a network's addresses come from.
#pragma once

#include "engine/isolation/network/address.h"

#include <vector>

namespace quayside::networks
{

using isolation::network::IpPrefix;

// A private IPv4 range (RFC 1918) that overlaps with none of `taken` (the host's routes, addresses and name
// servers), nor with what Docker (172.17.0.0/16 and up) and Podman (10.88.0.0/16) take first.
// Networks that users make have many more ranges to choose from, the later ones smaller.
enum class SubnetUse { Default, UserDefined };
Result<IpPrefix> chooseSubnet(const std::vector<IpPrefix> &taken, SubnetUse use = SubnetUse::Default);

// A /64 of a random unique local prefix (RFC 4193, 3.2.2).
Result<IpPrefix> randomUlaSubnet();

} // namespace quayside::networks
