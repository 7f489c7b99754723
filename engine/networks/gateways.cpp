#include "engine/networks/gateways.h"

#include <algorithm>

namespace quayside::networks
{

static Endpoint *firstOut(std::vector<Endpoint> &endpoints, std::string Endpoint::*gateway)
{
    Endpoint *best = nullptr;
    for (auto &endpoint : endpoints) {
        if ((endpoint.*gateway).empty())
            continue;
        if (!best || endpoint.gatewayPriority > best->gatewayPriority ||
            (endpoint.gatewayPriority == best->gatewayPriority && endpoint.networkName < best->networkName))
            best = &endpoint;
    }
    return best;
}

void chooseGateways(std::vector<Endpoint> &endpoints)
{
    for (auto &endpoint : endpoints)
        endpoint.leadsOut4 = endpoint.leadsOut6 = false;
    if (auto *v4 = firstOut(endpoints, &Endpoint::ipv4Gateway))
        v4->leadsOut4 = true;
    if (auto *v6 = firstOut(endpoints, &Endpoint::ipv6Gateway))
        v6->leadsOut6 = true;
}

std::string freeInterface(const std::vector<Endpoint> &endpoints, const std::string &prefix)
{
    for (int i = 0;; ++i) {
        auto name = prefix + std::to_string(i);
        if (std::ranges::none_of(endpoints, [&](const auto &one) { return one.interface == name; }))
            return name;
    }
}

void spreadPorts(std::vector<Endpoint> &endpoints, const std::vector<PortBinding> &bindings)
{
    for (auto &endpoint : endpoints)
        endpoint.ports.clear();
    for (const auto &binding : bindings) {
        const bool v6 = binding.hostAddress.contains(':');
        const auto out = std::ranges::find(endpoints, true, v6 ? &Endpoint::leadsOut6 : &Endpoint::leadsOut4);
        if (out != endpoints.end() && !out->hostInterface.empty()) // a macvlan is on the wire itself
            out->ports.push_back(binding);
    }
}

std::vector<PortBinding> allPorts(const std::vector<Endpoint> &endpoints)
{
    std::vector<PortBinding> all;
    for (const auto &endpoint : endpoints)
        all.insert(all.end(), endpoint.ports.begin(), endpoint.ports.end());
    return all;
}

} // namespace quayside::networks
