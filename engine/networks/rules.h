// The engine's own nftables table, as data: JSON of libnftables-json(5). Pure functions; nothing here talks
// to the kernel. Everything but the elements of sets and maps is static: a container without published ports
// costs no transaction, and one with ports, or a network, costs a small one, however many others there are.
#pragma once

#include "engine/isolation/network/address.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace quayside::networks
{

using isolation::network::IpAddress;
using isolation::network::IpPrefix;

// One element of a port map: protocol, host's port (and address) → container's address and port.
struct PortRule {
    std::string protocol;                 // tcp or udp
    std::optional<IpAddress> hostAddress; // none: every address of the target's family
    std::uint16_t hostPort = 0;
    IpAddress target;
    std::uint16_t targetPort = 0;
    auto operator<=>(const PortRule &) const = default;
};

struct BridgeRules {
    std::string interface;
    std::vector<IpPrefix> subnets;
    bool internal = false;  // nothing leads out of it or into it
    bool masquerade = true; // what leaves the host bears the host's address
    bool icc = true;        // its containers reach each other
    auto operator<=>(const BridgeRules &) const = default;
};

struct TableRules {
    std::string name;
    std::vector<BridgeRules> bridges;
    std::set<PortRule> ports;
};

// One transaction that makes the table, or makes it anew where it is there.
std::string tableDocument(const TableRules &rules);
// What one network has in the table's sets.
std::string addBridgeDocument(const std::string &table, const BridgeRules &bridge);
std::string removeBridgeDocument(const std::string &table, const BridgeRules &bridge);
std::string addPortsDocument(const std::string &table, const std::vector<PortRule> &ports);
std::string removePortsDocument(const std::string &table, const std::vector<PortRule> &ports);
std::string listTableDocument(const std::string &table);
std::string deleteTableDocument(const std::string &table);

// Whether the port maps of `listing` (the answer to listTableDocument) have these.
bool hasPorts(const std::string &listing, const std::vector<PortRule> &ports);
// Whether it still has every chain, rule and element of `rules`.
bool tableIsWhole(const std::string &listing, const TableRules &rules);

} // namespace quayside::networks
