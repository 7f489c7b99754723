// The way to a published port, looked at hop by hop.
#include "engine/networks/hostnetworks.h"

#include "engine/isolation/network/netns.h"
#include "engine/networks/doctor/hops.h"
#include "engine/networks/portholder.h"

#include <algorithm>

namespace quayside::networks
{

namespace
{

using namespace doctor;
using isolation::network::Family;
using isolation::network::InterfaceAddress;

constexpr std::chrono::milliseconds patience{1500};

std::string end(const std::string &address, int port)
{
    return address.contains(':') ? std::format("[{}]:{}", address, port)
                                 : std::format("{}:{}", address, port);
}

bool has(Links &links, int index, const std::string &address)
{
    const auto all = links.addresses();
    return all && std::ranges::any_of(*all, [&](const InterfaceAddress &one) {
               return one.index == index && one.address.address.text() == address;
           });
}

// In whichever namespace the calling thread is.
std::string problemOf(const std::string &interface, const std::string &address, int master = 0)
{
    auto links = Links::open();
    if (!links)
        return links.error().message;
    const auto link = links->find(interface);
    if (!link)
        return std::format("the interface {} is not there", interface);
    if (!link->up)
        return std::format("the interface {} is down", interface);
    if (master != 0 && link->master != master)
        return std::format("the interface {} is not on its bridge", interface);
    if (!address.empty() && !has(*links, link->index, address))
        return std::format("the interface {} has lost its address {}", interface, address);
    return {};
}

api::PortHop interfaceHop(const Endpoint &endpoint, int bridge, const Fd &netns)
{
    const std::string looked =
        std::format("{} inside, {} on this computer", endpoint.interface, endpoint.hostInterface);
    std::string problem = endpoint.hostInterface.empty() ? "" : problemOf(endpoint.hostInterface, {}, bridge);
    if (problem.empty()) {
        const auto entered = isolation::network::inNamespace(netns, [&]() -> Result<> {
            problem = problemOf(endpoint.interface, endpoint.ipv4Address);
            return {};
        });
        if (!entered)
            problem = entered.error().message;
    }
    if (problem.empty())
        return okHop("interface", looked,
                     std::format("{} is up and has {}.", endpoint.interface, endpoint.ipv4Address));
    return brokenHop("interface", looked, std::format("The container's connection is broken: {}.", problem),
                     "Disconnect the container from the network and connect it again, or restart it.");
}

api::PortHop bridgeHop(const std::string &bridge, const std::string &gateway, const std::string &known)
{
    const std::string problem = known.empty() ? problemOf(bridge, gateway) : known;
    if (problem.empty())
        return okHop("bridge", bridge, std::format("The bridge {} is up and has {}.", bridge, gateway));
    return brokenHop("bridge", bridge, std::format("The network's bridge is broken: {}.", problem),
                     "Make bridge and rules anew.", "rules");
}

std::string reachedBy(const std::string &address)
{
    if (address == "0.0.0.0" || address == "::")
        return "all addresses of this computer";
    return address.starts_with("127.") ? address + ", which only programs of this computer reach" : address;
}

api::PortHop hostHop(const PortBinding &binding, bool held, std::uint32_t viewer)
{
    const std::string looked = hostEnd(binding);
    auto links = Links::open();
    const auto address = IpAddress::parse(binding.hostAddress);
    if (address && !address->unspecified() && !address->loopback() && links) {
        const auto all = links->addresses();
        if (all &&
            !std::ranges::contains(*all, *address, [](const auto &one) { return one.address.address; }))
            return brokenHop("host", looked,
                             std::format("This computer no longer has the address {}.", binding.hostAddress),
                             "Publish the port on all addresses, or on one that is there.", "edit");
    }
    if (held)
        return okHop("host", looked,
                     std::format("Port {} is the container's, on {}.", binding.hostPort,
                                 reachedBy(binding.hostAddress)));
    const auto holder = portHolder(binding.protocol, binding.hostPort, viewer);
    return brokenHop("host", looked,
                     std::format("Port {} has been taken by {} while the engine was away.", binding.hostPort,
                                 holder.empty() ? "another program" : holder),
                     "End that program, or publish another port of this computer.", "edit");
}

api::PortHop ruleHop(const HostTable::Found &found, const std::string &table)
{
    const std::string looked = "the nftables table inet " + table;
    if (found.problem.empty() && found.portsThere && found.whole)
        return okHop("rule", looked,
                     "The rule that leads from this computer's port to the container is there.");
    const std::string message = !found.problem.empty() ? "The engine's rules cannot be read: " + found.problem
                                : !found.portsThere
                                    ? std::string("The rule that leads to the container has been removed.")
                                    : std::string("Some of the engine's rules have been removed.");
    return brokenHop(
        "rule", looked, message,
        "Make bridge and rules anew. A firewall that is loaded again and again may remove them each "
        "time.",
        "rules");
}

void tryBoth(const Endpoint &endpoint, const PortBinding &binding, api::PortCheck &check)
{
    const std::string inside = endpoint.ipv4Address,
                      outside = binding.hostAddress == "0.0.0.0" ? "127.0.0.1" : binding.hostAddress;
    if (binding.protocol != "tcp") {
        const std::string why = "UDP has no connection that could be tried.";
        check.hops.push_back(unknownHop("inside", end(inside, binding.containerPort), why));
        check.hops.push_back(unknownHop("outside", end(outside, binding.hostPort), why));
        return;
    }
    const auto target = IpAddress::parse(inside), published = IpAddress::parse(outside);
    if (target)
        check.hops.push_back(
            insideHop(tryTcp(*target, binding.containerPort, patience), end(inside, binding.containerPort)));
    if (published)
        check.hops.push_back(
            outsideHop(tryTcp(*published, binding.hostPort, patience), end(outside, binding.hostPort)));
}

// The one of IPv4 where there is one: what holds for it holds for IPv6 as well, but for ::1.
const PortBinding *bindingOf(const Endpoint &endpoint, const std::string &protocol, std::uint16_t port)
{
    const PortBinding *found = nullptr;
    for (const auto &binding : endpoint.ports)
        if (binding.protocol == protocol && binding.containerPort == port &&
            (found == nullptr || found->hostAddress.contains(':')))
            found = &binding;
    return found;
}

} // namespace

Result<api::PortCheck> HostNetworks::checkPort(const PortCheckRequest &request, const Fd &netns)
{
    api::PortCheck check{.protocol = request.protocol, .containerPort = request.port};
    Endpoint endpoint;
    std::optional<PortBinding> binding;
    std::string bridge, problem;
    int bridgeIndex = 0;
    bool held = false;
    {
        const std::lock_guard guard(m_mutex);
        const auto found = m_held.find(request.containerId);
        if (found == m_held.end())
            return fail(ErrorKind::NotFound, "the container is on no network");
        for (const auto &one : found->second.endpoints)
            if (const auto *port = bindingOf(one, request.protocol, request.port); port && !binding) {
                binding = *port;
                endpoint = one;
            }
        if (!binding)
            return fail(ErrorKind::NotFound, "port {}/{} is not published", request.port, request.protocol);
        for (const auto &port : endpoint.ports)
            if (port.protocol == request.protocol && port.containerPort == request.port)
                check.published.push_back(hostEnd(port));
        if (const auto network = byId(endpoint.networkId); network && network->bridged()) {
            bridge = network->settings->interface;
            bridgeIndex = network->bridge;
            problem = network->problem;
        }
        held = m_ports.holds(request.containerId, *binding);
    }
    check.address = endpoint.ipv4Address;
    look({.check = check,
          .endpoint = endpoint,
          .binding = *binding,
          .bridge = bridge,
          .bridgeIndex = bridgeIndex,
          .problem = problem,
          .held = held,
          .viewer = request.viewer},
         netns);
    check.works = std::ranges::none_of(check.hops, [](const auto &hop) { return hop.state == "broken"; });
    return check;
}

void HostNetworks::look(const PortWay &way, const Fd &netns)
{
    auto &hops = way.check.hops;
    const Endpoint &endpoint = way.endpoint;
    hops.push_back(hostHop(way.binding, way.held, way.viewer));
    const auto rules = portRules({endpoint});
    hops.push_back(ruleHop(m_table.find(rules.value_or(std::vector<PortRule>())), m_names.table));
    const auto target = IpAddress::parse(endpoint.ipv4Address);
    const auto listing = m_table.nft().query(listRulesetDocument());
    if (target && listing)
        hops.push_back(firewallHop(forwardVerdict(*listing, m_names.table,
                                                  {.bridge = way.bridge,
                                                   .target = *target,
                                                   .protocol = way.binding.protocol,
                                                   .port = way.binding.containerPort}),
                                   way.bridge));
    else
        hops.push_back(unknownHop("firewall", "nft list ruleset", "What other firewalls do cannot be read."));
    if (!way.bridge.empty())
        hops.push_back(bridgeHop(way.bridge, endpoint.ipv4Gateway, way.problem));
    hops.push_back(interfaceHop(endpoint, way.bridgeIndex, netns));
    Wanted wanted{.protocol = way.binding.protocol, .port = way.binding.containerPort, .addresses = {}};
    for (const auto &text : {endpoint.ipv4Address, endpoint.ipv6Address})
        if (const auto address = IpAddress::parse(text))
            wanted.addresses.push_back(*address);
    if (const auto listeners = listenersIn(netns, wanted.protocol))
        hops.push_back(programHop(wanted, *listeners,
                                  [&netns](const std::string &inode) { return holderIn(netns, inode); }));
    else
        hops.push_back(unknownHop("program", "/proc/net inside", listeners.error().message));
    tryBoth(endpoint, way.binding, way.check);
    m_table.restLater();
}

Result<> HostNetworks::repair()
{
    CHECK(restoreBridges());
    m_table.restore();
    checkFirewalls();
    m_table.restLater();
    return {};
}

} // namespace quayside::networks
