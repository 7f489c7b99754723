// Connections that the kernel tracks (conntrack), through ctnetlink.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/network/address.h"

#include <cstdint>
#include <functional>

namespace quayside::isolation::network
{

// Forgets the UDP flows to `port` whose original destination `concerned` accepts. The address translation of
// a flow is settled by its first packet: without this a client that goes on sending never reaches a port that
// was published, or given to another container, since.
Result<> forgetUdpFlows(std::uint16_t port, const std::function<bool(const IpAddress &)> &concerned);

} // namespace quayside::isolation::network
