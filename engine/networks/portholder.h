// Which program has a port.
#pragma once

#include <cstdint>
#include <string>

namespace quayside::networks
{

// "nginx (process 123)", from /proc/net and /proc/*/fd of this network namespace; "" where it can't be told
// (the holder is in another pid namespace, or gone by now), or not told to the viewer (a uid), who is neither
// root nor runs it. Slow (looks at every process): for error messages.
std::string portHolder(const std::string &protocol, std::uint16_t port, std::uint32_t viewer = 0);

} // namespace quayside::networks
