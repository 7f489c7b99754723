// Whether other programs' packet filters let a connection to a container pass, as far as a listing tells.
#pragma once

#include "engine/isolation/network/address.h"

#include <cstdint>
#include <string>

namespace quayside::networks::doctor
{

// The first packet of a connection from another machine, behind the translation of its address.
struct Packet {
    std::string bridge; // the interface that it leaves by
    isolation::network::IpAddress target;
    std::string protocol; // tcp or udp
    std::uint16_t port = 0;
};

enum class Fate : std::uint8_t {
    Passes,
    MayDrop, // where it comes from, or what the listing does not show, decides
    Drops,
};
struct FirewallVerdict {
    Fate fate = Fate::Passes;
    std::string where; // "the chain forward of the table inet filter"; "" where it passes
};

// `listing`: JSON of "list ruleset" (libnftables-json(5)). Every base chain at the hook forward is asked, but
// those of `ownTable`: a packet passes only where all of them let it.
FirewallVerdict forwardVerdict(const std::string &listing, const std::string &ownTable, const Packet &packet);
std::string listRulesetDocument();

} // namespace quayside::networks::doctor
