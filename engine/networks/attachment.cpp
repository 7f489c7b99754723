// Running containers that join a network, leave one, or get another name.
#include "engine/networks/hostnetworks.h"

#include "engine/networks/gateways.h"

#include <algorithm>

namespace quayside::networks
{

namespace
{

// Rules that lead to where the ports were, taken away, and those that lead to where they are now, made.
Result<> movePorts(HostTable &table, const std::vector<Endpoint> &before, const std::vector<Endpoint> &after,
                   const std::string &whose)
{
    TRY(const auto old, portRules(before));
    TRY(const auto wanted, portRules(after));
    if (old == wanted)
        return {};
    table.unpublish(old);
    return table.publish(wanted, whose);
}

} // namespace

Result<std::vector<Endpoint>> HostNetworks::attach(const ContainerRequest &request, const Fd &netns)
{
    std::vector<Endpoint> before, after;
    ContainerLink link;
    {
        const std::lock_guard guard(m_mutex);
        const auto known = m_held.find(request.containerId);
        Held held = known == m_held.end() ? Held() : known->second; // ours to keep only once there is an address
        if (!held.connected) { // it ran with no network at all
            held.container = request;
            held.container.endpoints.clear();
            held.container.ports.clear();
            held.connected = true;
        }
        before = after = held.endpoints;
        TRY(auto endpoint, takeEndpoint(request, request.endpoints.front(), before));
        const auto bindings = allPorts(before);
        after.push_back(endpoint);
        auto ports = Result<>();
        if (bindings.empty())
            ports = takePorts(request, after);
        chooseGateways(after);
        if (!bindings.empty())
            spreadPorts(after, bindings);
        if (!ports) {
            giveBackAddresses(endpoint);
            return std::unexpected(std::move(ports).error());
        }
        link = linkOf(after.back());
        held.endpoints = after;
        m_held[request.containerId] = std::move(held);
    }
    auto connected = connectLink(link, after, netns);
    if (connected)
        connected = movePorts(m_table, before, after, request.containerName);
    const bool hadServer = std::ranges::contains(before, true, &Endpoint::resolver);
    if (connected && !hadServer)
        connected = serveNames(request, after, netns, When::Now);
    else
        tellNames(request.containerId, connected ? after : before);
    if (!connected) {
        (void)disconnectLink(after.back(), before, netns);
        (void)movePorts(m_table, after, before, request.containerName);
        tellNames(request.containerId, before);
        const std::lock_guard guard(m_mutex);
        m_held[request.containerId].endpoints = before;
        giveBackAddresses(after.back());
        if (allPorts(before).empty())
            m_ports.release(request.containerId);
        return std::unexpected(std::move(connected).error());
    }
    emit("connect", request.containerId, after.back());
    return after;
}

Result<std::vector<Endpoint>> HostNetworks::detach(const std::string &containerId,
                                                   const std::string &networkId, const Fd &netns)
{
    std::vector<Endpoint> before, after;
    Endpoint leaving;
    std::string name;
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_held.find(containerId);
        const auto held = found != m_held.end();
        const auto endpoint =
            held ? std::ranges::find(found->second.endpoints, networkId, &Endpoint::networkId)
                 : std::vector<Endpoint>::iterator();
        if (!held || endpoint == found->second.endpoints.end())
            return fail(ErrorKind::InvalidArgument, "container {} is not connected to network {}",
                        containerId, networkId);
        before = after = found->second.endpoints;
        leaving = *endpoint;
        name = found->second.container.containerName;
        std::erase_if(after, [&](const Endpoint &one) { return one.networkId == networkId; });
        chooseGateways(after);
        spreadPorts(after, allPorts(before));
        found->second.endpoints = after;
    }
    // Its rules go first, its address only when nothing leads to it any more.
    const auto moved = movePorts(m_table, before, after, name);
    const auto gone = disconnectLink(leaving, after, netns);
    if (std::ranges::contains(after, true, &Endpoint::resolver))
        tellNames(containerId, after);
    else
        forgetNames(containerId);
    {
        const std::lock_guard guard(m_mutex);
        giveBackAddresses(leaving);
        if (allPorts(after).empty())
            m_ports.release(containerId);
    }
    emit("disconnect", containerId, leaving);
    CHECK(gone);
    CHECK(moved);
    return after;
}

std::vector<Endpoint> HostNetworks::rename(const std::string &containerId, const std::string &name)
{
    std::vector<Endpoint> endpoints;
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_held.find(containerId);
        if (found == m_held.end())
            return {};
        found->second.container.containerName = name;
        for (auto &endpoint : found->second.endpoints) {
            std::ranges::replace(endpoint.names, endpoint.containerName, name);
            endpoint.containerName = name;
        }
        endpoints = found->second.endpoints;
    }
    tellNames(containerId, endpoints);
    return endpoints;
}

} // namespace quayside::networks
