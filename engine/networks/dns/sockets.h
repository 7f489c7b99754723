// The name server's sockets inside a container's network namespace.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/isolation/network/address.h"

#include <cstdint>

namespace quayside::networks::dns
{

struct Sockets {
    Fd udp, tcp; // non-blocking; tcp listens
};

// They are bound to ports of their own at 127.0.0.11, and rules in the namespace lead port 53 there and back:
// so a container can have a name server of its own on every address. The rules rewrite the port without
// connection tracking, which would cost every packet of the container. Where the kernel has no nf_tables,
// the sockets are bound to port 53 itself.
Result<Sockets> openSockets(const Fd &netns);

// A socket to a server, connected or about to be (TCP): in `netns`, or in the calling thread's own namespace
// where that is not valid.
Result<Fd> openUpstream(const Fd &netns, const isolation::network::IpAddress &server, std::uint16_t port,
                        bool tcp);

} // namespace quayside::networks::dns
