// firewalld keeps its table to itself (nft(8), "flags owner"; from version 2.2): rules of ours cannot go into
// it. There our bridges go into its zone "trusted" instead, as netavark's and libvirt's do into theirs: what
// leaves a container is let through, and containers reach this machine as they do without a firewall. What
// may enter a bridge is decided by our own table all the same.
#pragma once

#include "engine/base/result.h"

#include <string>
#include <vector>

namespace quayside::networks
{

// Asks for the chain in which firewalld sends each interface to its zone's rules.
std::string listZonesDocument();
// Those of `bridges` that are in no zone that lets everything pass. `listing`: the answer to
// listZonesDocument().
std::vector<std::string> bridgesOutsideTrusted(const std::string &listing,
                                               const std::vector<std::string> &bridges);
// firewall-cmd(1), until the next reload: firewalld tells nobody of one, but its table changes then.
// Unavailable: it is not there, does not answer in ten seconds, or refuses.
Result<> trustBridge(const std::string &bridge);

} // namespace quayside::networks
