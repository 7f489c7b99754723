// What is remembered of a network.
#pragma once

#include "engine/base/result.h"
#include "engine/isolation/network/address.h"

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

struct NetworkRecord {
    std::string id, name;
    std::string driver;  // bridge, host, null
    std::string created; // RFC 3339
    std::optional<isolation::network::IpPrefix> subnet4, subnet6;
};

std::string encode(const NetworkRecord &record);
Result<NetworkRecord> decodeNetworkRecord(const std::string &id, std::string_view json);

// Those of the database, and the three that every engine has (bridge, host, none: "predefined"), which are
// made where they are missing.
Result<std::vector<NetworkRecord>> loadNetworks(Records &records);
Result<> save(Records &records, const NetworkRecord &record);

// 64 hex digits.
Result<std::string> randomId();

} // namespace quayside::networks
