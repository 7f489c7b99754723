// The host's resolv.conf as a container can use it (resolv.conf(5)).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quayside::networks
{

struct Resolvers {
    std::vector<std::string> lines; // "nameserver …", "search …", "options …"
    std::string warning;            // "" or what a container lacks, and why
};

// A server on the host's loopback is out of a container's reach: then those that systemd-resolved asks itself
// (`upstream`: /run/systemd/resolve/resolv.conf) stand in for it. Addresses with a zone are left out, and
// IPv6 ones where the container has no IPv6.
Resolvers usableResolvers(std::string_view resolvConf, std::string_view upstream, bool ipv6);

// The same, from the host's files.
Resolvers hostResolvers(bool ipv6);

} // namespace quayside::networks
