#include "engine/networks/networkrecord.h"

#include "engine/records/records.h"

#include <nlohmann/json.hpp>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>

namespace quayside::networks
{

using Json = nlohmann::json;
using isolation::network::IpPrefix;

constexpr auto kind = "network";

std::string encode(const NetworkRecord &record)
{
    Json json = {{"name", record.name}, {"driver", record.driver}, {"created", record.created}};
    if (record.subnet4)
        json["subnet4"] = record.subnet4->text();
    if (record.subnet6)
        json["subnet6"] = record.subnet6->text();
    return json.dump();
}

static Result<std::optional<IpPrefix>> subnetOf(const Json &json, const char *field)
{
    if (!json.contains(field))
        return std::nullopt;
    if (!json[field].is_string())
        return fail(ErrorKind::Internal, "{} is not a string", field);
    TRY(const auto prefix, IpPrefix::parse(json[field].get<std::string>()));
    return prefix;
}

Result<NetworkRecord> decodeNetworkRecord(const std::string &id, std::string_view text)
{
    const auto json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorKind::Internal, "the record of the network {} is damaged", id);
    NetworkRecord record{.id = id};
    for (const auto &[field, target] :
         {std::pair{"name", &record.name}, {"driver", &record.driver}, {"created", &record.created}}) {
        if (!json.contains(field) || !json[field].is_string())
            return fail(ErrorKind::Internal, "the record of the network {} has no {}", id, field);
        *target = json[field].get<std::string>();
    }
    for (const auto &[field, target] :
         {std::pair{"subnet4", &record.subnet4}, {"subnet6", &record.subnet6}}) {
        auto subnet = subnetOf(json, field);
        if (!subnet)
            return wrap(std::move(subnet).error(), "the record of the network {}", id);
        *target = *subnet;
    }
    return record;
}

Result<std::string> randomId()
{
    std::array<std::uint8_t, 32> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return failErrno(errno, "making an id");
    std::string id;
    for (const auto byte : bytes)
        id += std::format("{:02x}", byte);
    return id;
}

Result<> save(Records &records, const NetworkRecord &record)
{
    return records.put(kind, record.id, encode(record));
}

Result<std::vector<NetworkRecord>> loadNetworks(Records &records)
{
    std::vector<NetworkRecord> networks;
    TRY(const auto documents, records.all(kind));
    for (const auto &[id, document] : documents) {
        TRY(auto record, decodeNetworkRecord(id, document));
        networks.push_back(std::move(record));
    }
    for (const auto &[name, driver] : {std::pair{"bridge", "bridge"}, {"host", "host"}, {"none", "null"}}) {
        if (std::ranges::any_of(networks, [&](const auto &network) { return network.name == name; }))
            continue;
        TRY(auto id, randomId());
        NetworkRecord record{.id = std::move(id), .name = name, .driver = driver};
        record.created = std::format("{:%FT%T}Z", std::chrono::system_clock::now());
        CHECK(save(records, record));
        networks.push_back(std::move(record));
    }
    return networks;
}

} // namespace quayside::networks
