// What is remembered of a network.
#pragma once

#include "engine/isolation/network/address.h"
#include "engine/networks/addresspool.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside
{
class Records;
}

namespace quayside::networks
{

// The addresses of one family.
struct Ipam {
    IpPrefix subnet;
    std::optional<IpPrefix> range;
    std::optional<IpAddress> gateway; // none: the subnet's first address
    std::map<std::string, IpAddress> auxiliary;
    bool given = false; // by whoever made the network: only then can a container ask for an address of it
    bool operator==(const Ipam &) const = default;
    [[nodiscard]] PoolSpec pool() const;
};

struct NetworkRecord {
    std::string id, name;
    std::string driver;      // bridge, macvlan, host, null
    std::string created;     // RFC 3339
    std::uint32_t owner = 0; // uid
    bool internal = false;
    std::optional<Ipam> ipam4, ipam6;
    std::map<std::string, std::string> options, labels;

    // One of the three that every engine has. Their names are taken for everybody.
    [[nodiscard]] bool predefined() const;
};
bool isPredefinedName(std::string_view name);

std::string encode(const NetworkRecord &record);
Result<NetworkRecord> decodeNetworkRecord(const std::string &id, std::string_view json);

// Those of the database, and the three that every engine has (bridge, host, none: "predefined"), which are
// made where they are missing. The three come first.
Result<std::vector<NetworkRecord>> loadNetworks(Records &records);
Result<> save(Records &records, const NetworkRecord &record);
Result<> forget(Records &records, const std::string &id);

// 64 hex digits.
Result<std::string> randomId();
std::string now(); // RFC 3339

} // namespace quayside::networks
