#include "engine/networks/hosttable.h"

#include "engine/isolation/network/flows.h"
#include "engine/isolation/network/links.h"

#include <algorithm>

namespace quayside::networks
{

using isolation::network::NftTable;

constexpr auto family = "inet";

HostTable::HostTable(std::string name, Later later) : m_later(std::move(later))
{
    m_wanted.name = std::move(name);
}

HostTable::~HostTable()
{
    m_table.keep();
}

Result<> HostTable::open(std::vector<BridgeRules> bridges)
{
    const std::lock_guard guard(m_mutex);
    m_wanted.bridges = std::move(bridges);
    TRY(const bool there, NftTable::exists(m_nft, family, m_wanted.name));
    if (there) {
        m_table = NftTable::adopt(m_nft, family, m_wanted.name);
        return {};
    }
    TRY(m_table, NftTable::make(m_nft, family, m_wanted.name, tableDocument(m_wanted)));
    m_current = true;
    return {};
}

Result<> HostTable::addBridge(const BridgeRules &bridge)
{
    const std::lock_guard guard(m_mutex);
    restLater();
    m_wanted.bridges.push_back(bridge);
    if (auto made = change(addBridgeDocument(m_wanted.name, bridge)); !made) {
        m_wanted.bridges.pop_back();
        return wrap(std::move(made).error(), "making the packet filter's rules for {}", bridge.interface);
    }
    return {};
}

void HostTable::removeBridge(const std::string &interface)
{
    const std::lock_guard guard(m_mutex);
    restLater();
    const auto found = std::ranges::find(m_wanted.bridges, interface, &BridgeRules::interface);
    if (found == m_wanted.bridges.end())
        return;
    const auto bridge = *found;
    m_wanted.bridges.erase(found);
    (void)change(removeBridgeDocument(m_wanted.name, bridge)); // there is nobody to tell
}

Result<> HostTable::publish(const std::vector<PortRule> &ports, const std::string &whose)
{
    if (ports.empty())
        return {};
    const std::lock_guard guard(m_mutex);
    m_wanted.ports.insert(ports.begin(), ports.end());
    restLater();
    if (auto published = change(addPortsDocument(m_wanted.name, ports)); !published) {
        for (const auto &rule : ports)
            m_wanted.ports.erase(rule);
        return wrap(std::move(published).error(), "publishing the ports of {}", whose);
    }
    forgetFlowsLater(ports);
    return {};
}

void HostTable::unpublish(const std::vector<PortRule> &ports)
{
    if (ports.empty())
        return;
    const std::lock_guard guard(m_mutex);
    restLater();
    std::vector<PortRule> present;
    for (const auto &rule : ports)
        if (m_wanted.ports.erase(rule) != 0)
            present.push_back(rule);
    if (present.empty())
        return;
    const auto removed = m_nft.run(removePortsDocument(m_wanted.name, present));
    forgetFlowsLater(present);
    if (!removed) // some were gone already (flushed by somebody, or never made by a dead engine)
        remake();
}

void HostTable::adopt(const std::vector<PortRule> &ports)
{
    const std::lock_guard guard(m_mutex);
    m_wanted.ports.insert(ports.begin(), ports.end());
}

HostTable::Found HostTable::find(const std::vector<PortRule> &ports)
{
    const std::lock_guard guard(m_mutex);
    const auto listing = m_nft.query(listTableDocument(m_wanted.name));
    if (!listing && listing.error().kind != ErrorKind::NotFound)
        return {.problem = listing.error().message};
    return {.portsThere = listing && hasPorts(*listing, ports),
            .whole = listing && tableIsWhole(*listing, m_wanted)};
}

void HostTable::restore()
{
    const std::lock_guard guard(m_mutex);
    const auto listing = m_nft.query(listTableDocument(m_wanted.name));
    if (!listing || !tableIsWhole(*listing, m_wanted))
        remake();
    else
        m_current = true;
}

// From what was wanted before to what is wanted now. A dead engine's table, or one that somebody just
// flushed, may not have our sets or their elements: then all of it anew.
Result<> HostTable::change(const std::string &document)
{
    if (m_current && m_nft.run(document))
        return {};
    auto made = m_nft.run(tableDocument(m_wanted));
    m_current = made.has_value();
    return made;
}

void HostTable::remake()
{
    m_current = m_nft.run(tableDocument(m_wanted)).has_value();
}

void HostTable::restLater()
{
    constexpr auto delay = std::chrono::seconds(2);
    if (m_willRest.exchange(true))
        return;
    m_later(delay, [this] {
        m_willRest = false;
        m_nft.rest();
    });
}

// Flows that go where they went before the rules changed.
void HostTable::forgetFlowsLater(const std::vector<PortRule> &changed)
{
    const bool waiting = !m_changedUdpPorts.empty();
    for (const auto &rule : changed)
        if (rule.protocol == "udp")
            m_changedUdpPorts.insert(rule.hostPort);
    if (!waiting && !m_changedUdpPorts.empty())
        m_later(std::chrono::milliseconds(0), [this] { forgetFlows(); });
}

void HostTable::forgetFlows()
{
    std::set<std::uint16_t> ports;
    std::set<PortRule> rules;
    {
        const std::lock_guard guard(m_mutex);
        ports = std::exchange(m_changedUdpPorts, {});
        rules = m_wanted.ports;
    }
    auto links = isolation::network::Links::open();
    const auto addresses = links ? links->addresses() : std::unexpected(links.error());
    const auto local = [&](const IpAddress &destination) {
        const auto same = [&](const auto &own) { return own.address.address == destination; };
        return destination.loopback() || (addresses && std::ranges::any_of(*addresses, same));
    };
    const auto stale = [&](const isolation::network::UdpFlow &flow) {
        if (!ports.contains(flow.port) || !local(flow.destination))
            return false;
        const auto rule = std::ranges::find_if(rules, [&](const PortRule &r) {
            return r.protocol == "udp" && r.hostPort == flow.port &&
                   r.target.family == flow.destination.family &&
                   (!r.hostAddress || *r.hostAddress == flow.destination);
        });
        return flow.answeredBy != (rule == rules.end() ? flow.destination : rule->target);
    };
    // An error costs an old client its flow until that times out; the port itself is published all the same.
    (void)isolation::network::forgetUdpFlows(stale);
}

} // namespace quayside::networks
