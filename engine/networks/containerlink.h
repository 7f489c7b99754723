// A container's end of its network.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/networks/networks.h"

#include <cstdint>

namespace quayside::networks
{

// Switches the loopback interface of the namespace on: all that a container without a network has.
Result<> connectNothing(const Fd &netns);

// Makes the veth pair from the bridge into the namespace, as eth0 with the endpoint's addresses and default
// routes. On failure half of it may be there: Links::remove() of the endpoint's hostInterface takes it back.
Result<> connectBridge(const Endpoint &endpoint, int bridge, std::uint32_t mtu, const Fd &netns);

} // namespace quayside::networks
