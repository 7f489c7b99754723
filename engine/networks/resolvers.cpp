#include "engine/networks/resolvers.h"

#include "engine/isolation/network/address.h"

#include <fstream>

namespace quayside::networks
{

using isolation::network::Family;
using isolation::network::IpAddress;

namespace
{

struct Parsed {
    std::vector<std::string> servers, rest;
    bool loopback = false; // one was left out for that
};

Parsed parse(std::string_view text, bool ipv6)
{
    Parsed parsed;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const auto first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#' || line[first] == ';')
            continue;
        line = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
        const auto gap = line.find_first_of(" \t");
        const auto keyword = line.substr(0, gap);
        if (keyword == "search" || keyword == "options" || keyword == "domain")
            parsed.rest.emplace_back(line);
        if (keyword != "nameserver" || gap == std::string_view::npos)
            continue;
        const auto word = line.substr(line.find_first_not_of(" \t", gap));
        const auto address = IpAddress::parse(word.substr(0, word.find_first_of(" \t")));
        if (address && address->loopback())
            parsed.loopback = true;
        else if (address && (address->family == Family::V4 || ipv6))
            parsed.servers.push_back("nameserver " + address->text());
    }
    return parsed;
}

std::string readStart(const char *path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(64 * 1024, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

} // namespace

Resolvers usableResolvers(std::string_view resolvConf, std::string_view upstream, bool ipv6)
{
    Parsed parsed = parse(resolvConf, ipv6);
    if (parsed.servers.empty()) {
        const Parsed other = parse(upstream, ipv6);
        parsed.servers = other.servers;
    }
    Resolvers resolvers{std::move(parsed.servers), {}};
    if (resolvers.lines.empty())
        resolvers.warning =
            parsed.loopback ? "the host's name servers listen on its loopback address only, where containers "
                              "cannot reach them: names are not resolved in containers. Use --dns"
                            : "the host has no name server in /etc/resolv.conf: names are not resolved in "
                              "containers. Use --dns";
    resolvers.lines.insert(resolvers.lines.end(), parsed.rest.begin(), parsed.rest.end());
    return resolvers;
}

Resolvers hostResolvers(bool ipv6)
{
    return usableResolvers(readStart("/etc/resolv.conf"), readStart("/run/systemd/resolve/resolv.conf"),
                           ipv6);
}

} // namespace quayside::networks
