#include "engine/networks/dns/server.h"

#include <fstream>
#include <sstream>

namespace quayside::networks::dns
{

std::vector<IpAddress> hostServers()
{
    constexpr std::size_t most = 8, mostLines = 1000;
    std::vector<IpAddress> servers;
    std::ifstream file("/etc/resolv.conf");
    std::string line;
    for (std::size_t i = 0; i < mostLines && servers.size() < most && std::getline(file, line); ++i) {
        std::istringstream words(line);
        std::string keyword, address;
        words >> keyword >> address;
        if (keyword != "nameserver")
            continue;
        if (const auto server = IpAddress::parse(address))
            servers.push_back(*server);
    }
    return servers;
}

} // namespace quayside::networks::dns
