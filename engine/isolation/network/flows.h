// Connections that the kernel tracks (conntrack), through ctnetlink.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/network/address.h"

#include <cstdint>
#include <functional>

namespace quayside::isolation::network
{

struct UdpFlow {
    IpAddress destination; // where the first packet went
    std::uint16_t port = 0;
    IpAddress answeredBy; // another one than `destination` where the address is translated
};

// Forgets the flows that `stale` picks. The translation of a flow is settled by its first packet: without
// this a client that goes on sending never reaches a port that was published, or given to another container,
// since. Walks the kernel's whole table: some milliseconds.
Result<> forgetUdpFlows(const std::function<bool(const UdpFlow &)> &stale);

} // namespace quayside::isolation::network
