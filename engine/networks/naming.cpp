// Containers and the name server.
#include "engine/networks/hostnetworks.h"

#include <algorithm>
#include <fcntl.h>

namespace quayside::networks
{

std::vector<dns::Entry> HostNetworks::entriesOf(const std::vector<Endpoint> &endpoints) const
{
    std::vector<dns::Entry> entries;
    for (const auto &endpoint : endpoints) {
        const auto network = byId(endpoint.networkId);
        if (!network)
            continue;
        dns::Entry entry{.networkId = endpoint.networkId,
                         .networkName = endpoint.networkName,
                         .internal = network->record.internal || !network->pool4,
                         .names = endpoint.names,
                         .guest = !network->record.predefined() && network->record.owner != endpoint.owner};
        for (const auto *pool : {network->pool4.get(), network->pool6.get()})
            if (pool)
                entry.subnets.push_back(pool->subnet());
        for (const auto &text : {endpoint.ipv4Address, endpoint.ipv6Address})
            if (const auto address = IpAddress::parse(text))
                entry.addresses.push_back(*address);
        entries.push_back(std::move(entry));
    }
    return entries;
}

void HostNetworks::tellNames(const std::string &containerId, const std::vector<Endpoint> &endpoints)
{
    std::vector<dns::Entry> entries;
    {
        const std::lock_guard guard(m_mutex);
        entries = entriesOf(endpoints);
    }
    m_directory.set(containerId, std::move(entries));
}

// Not before somebody needs it: an engine whose containers are all on the default network has no thread for
// it.
Result<dns::Server *> HostNetworks::nameServer()
{
    const std::lock_guard guard(m_startingDns);
    if (!m_dns) {
        const auto host = [] { return dns::Upstreams{.servers = dns::hostServers()}; };
        TRY(m_dns, dns::Server::start(m_directory, host, {}));
    }
    return m_dns.get();
}

void HostNetworks::forgetNames(const std::string &containerId)
{
    m_directory.set(containerId, {});
    const std::lock_guard guard(m_startingDns);
    if (m_dns)
        m_dns->forget(containerId);
}

Result<> HostNetworks::serveNames(const ContainerRequest &container, const std::vector<Endpoint> &endpoints,
                                  const Fd &netns, When when)
{
    tellNames(container.containerId, endpoints);
    if (!std::ranges::contains(endpoints, true, &Endpoint::resolver))
        return {};
    TRY(auto *server, nameServer());
    dns::Upstreams upstreams;
    for (const auto &text : container.nameServers)
        if (const auto address = IpAddress::parse(text))
            upstreams.servers.push_back(*address);
    Fd kept;
    if (!upstreams.servers.empty() || when == When::Later) {
        kept = Fd(::fcntl(netns.get(), F_DUPFD_CLOEXEC, 3));
        if (!kept)
            return failErrno(errno, "keeping the network namespace of {}", container.containerName);
    }
    if (when == When::Later) {
        server->serveLater(container.containerId, std::move(kept), std::move(upstreams));
        return {};
    }
    auto sockets = dns::openSockets(netns);
    if (!sockets)
        return wrap(std::move(sockets).error(), "starting the name server of {}", container.containerName);
    server->serve(container.containerId, *std::move(sockets), std::move(kept), std::move(upstreams));
    return {};
}

} // namespace quayside::networks
