// Which programs listen in a network namespace, and on what.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/isolation/network/address.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::networks::doctor
{

using isolation::network::IpAddress;

struct Listener {
    IpAddress address;
    std::uint16_t port = 0;
    std::string inode; // of its socket
};

// Of a table like /proc/net/tcp (proc_net_tcp.rst): sockets that listen; of UDP those that are bound and not
// connected. An IPv4 address in IPv6's clothes is an IPv4 one.
std::vector<Listener> parseListeners(std::string_view table, bool tcp);
// protocol: "tcp" or "udp"; both families.
Result<std::vector<Listener>> listenersIn(const Fd &netns, const std::string &protocol);
// "python3 (process 7)" with the number that it has inside; "" where no process of that namespace has it.
std::string holderIn(const Fd &netns, const std::string &inode);

} // namespace quayside::networks::doctor
