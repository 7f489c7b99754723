#include "engine/networks/networkrecord.h"

#include "engine/records/records.h"

#include <nlohmann/json.hpp>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <tuple>

namespace quayside::networks
{

using Json = nlohmann::json;

namespace
{

constexpr auto kind = "network";
constexpr std::array<std::pair<const char *, const char *>, 3> predefinedNetworks = {
    {{"bridge", "bridge"}, {"host", "host"}, {"none", "null"}}};

void put(Json &json, const char *family, const std::optional<Ipam> &ipam)
{
    if (!ipam)
        return;
    json[std::string("subnet") + family] = ipam->subnet.text();
    if (ipam->range)
        json[std::string("range") + family] = ipam->range->text();
    if (ipam->gateway)
        json[std::string("gateway") + family] = ipam->gateway->text();
    if (ipam->given)
        json[std::string("given") + family] = true;
    for (const auto &[name, address] : ipam->auxiliary)
        json[std::string("auxiliary") + family][name] = address.text();
}

template <typename T>
Result<std::optional<T>> parsed(const Json &json, const std::string &field)
{
    if (!json.contains(field))
        return std::nullopt;
    if (!json[field].is_string())
        return fail(ErrorKind::Internal, "{} is not a string", field);
    TRY(auto value, T::parse(json[field].template get<std::string>()));
    return value;
}

Result<std::optional<Ipam>> ipamOf(const Json &json, const std::string &family)
{
    TRY(const auto subnet, parsed<IpPrefix>(json, "subnet" + family));
    if (!subnet)
        return std::nullopt;
    Ipam ipam{.subnet = *subnet, .given = json.contains("given" + family)};
    TRY(ipam.range, parsed<IpPrefix>(json, "range" + family));
    TRY(ipam.gateway, parsed<IpAddress>(json, "gateway" + family));
    const auto auxiliary = json.find("auxiliary" + family);
    if (auxiliary == json.end())
        return ipam;
    if (!auxiliary->is_object())
        return fail(ErrorKind::Internal, "auxiliary{} is not an object", family);
    for (const auto &[name, text] : auxiliary->items()) {
        TRY(const auto address, parsed<IpAddress>(*auxiliary, name));
        ipam.auxiliary[name] = *address;
    }
    return ipam;
}

Result<std::map<std::string, std::string>> wordsOf(const Json &json, const char *field)
{
    std::map<std::string, std::string> words;
    if (!json.contains(field))
        return words;
    for (const auto &[name, value] : json[field].items()) {
        if (!value.is_string())
            return fail(ErrorKind::Internal, "{} has a value that is not a string", field);
        words[name] = value.get<std::string>();
    }
    return words;
}

Result<> readRest(const Json &json, NetworkRecord &record)
{
    TRY(record.ipam4, ipamOf(json, "4"));
    TRY(record.ipam6, ipamOf(json, "6"));
    TRY(record.options, wordsOf(json, "options"));
    TRY(record.labels, wordsOf(json, "labels"));
    record.internal = json.contains("internal");
    if (json.contains("owner") && json["owner"].is_number_unsigned())
        record.owner = json["owner"].get<std::uint32_t>();
    return {};
}

} // namespace

PoolSpec Ipam::pool() const
{
    PoolSpec spec{.subnet = subnet, .range = range, .gateway = gateway, .reserved = {}};
    for (const auto &[name, address] : auxiliary)
        spec.reserved.push_back(address);
    return spec;
}

bool isPredefinedName(std::string_view name)
{
    return std::ranges::any_of(predefinedNetworks, [&](const auto &one) { return one.first == name; });
}

bool NetworkRecord::predefined() const
{
    return isPredefinedName(name);
}

std::string encode(const NetworkRecord &record)
{
    Json json = {{"name", record.name}, {"driver", record.driver}, {"created", record.created}};
    put(json, "4", record.ipam4);
    put(json, "6", record.ipam6);
    if (record.owner != 0)
        json["owner"] = record.owner;
    if (record.internal)
        json["internal"] = true;
    if (!record.options.empty())
        json["options"] = record.options;
    if (!record.labels.empty())
        json["labels"] = record.labels;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
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
    if (auto read = readRest(json, record); !read)
        return wrap(std::move(read).error(), "the record of the network {}", id);
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

std::string now()
{
    return std::format("{:%FT%T}Z", std::chrono::system_clock::now());
}

Result<> save(Records &records, const NetworkRecord &record)
{
    return records.put(kind, record.id, encode(record));
}

Result<> forget(Records &records, const std::string &id)
{
    return records.remove(kind, id);
}

Result<std::vector<NetworkRecord>> loadNetworks(Records &records)
{
    std::vector<NetworkRecord> networks;
    TRY(const auto documents, records.all(kind));
    for (const auto &[id, document] : documents) {
        TRY(auto record, decodeNetworkRecord(id, document));
        networks.push_back(std::move(record));
    }
    for (const auto &[name, driver] : predefinedNetworks) {
        if (std::ranges::any_of(networks, [&](const auto &network) { return network.name == name; }))
            continue;
        TRY(auto id, randomId());
        NetworkRecord record{.id = std::move(id), .name = name, .driver = driver, .created = now()};
        CHECK(save(records, record));
        networks.push_back(std::move(record));
    }
    std::ranges::sort(networks, {}, [](const NetworkRecord &record) {
        return std::tuple(!record.predefined(), record.predefined() ? record.name : record.created);
    });
    return networks;
}

} // namespace quayside::networks
