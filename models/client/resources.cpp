#include "models/client/resources.h"

#include "models/client/requests.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace quayside::client
{

namespace
{

using Json = nlohmann::json;

std::string networkPath(const std::string &id, const std::string &rest)
{
    return "/networks/" + api::percentEncode(id) + rest;
}

} // namespace

std::string encode(const NewNetwork &network)
{
    Json body{{"Name", network.name},
              {"CheckDuplicate", true}, // engines before 25 make a second one
                                        // of the same name otherwise
              {"Driver", network.driver},
              {"Internal", network.internal},
              {"EnableIPv6", network.ipv6},
              {"Options", network.options},
              {"Labels", network.labels}};
    Json pool = Json::object();
    if (!network.subnet.empty())
        pool["Subnet"] = network.subnet;
    if (!network.gateway.empty())
        pool["Gateway"] = network.gateway;
    if (!network.ipRange.empty())
        pool["IPRange"] = network.ipRange;
    Json pools = Json::array();
    if (!pool.empty())
        pools.push_back(pool);
    if (!network.subnet6.empty())
        pools.push_back({{"Subnet", network.subnet6}});
    if (!pools.empty())
        body["IPAM"] = {{"Driver", "default"}, {"Config", pools}};
    return body.dump();
}

Call createNetwork(EngineClient &client, const NewNetwork &network, QObject *context, Done<std::string> done)
{
    auto read = [](std::string_view text) -> Result<std::string> {
        const Json json = Json::parse(text, nullptr, false);
        if (!json.is_object() || !json.contains("Id") || !json["Id"].is_string())
            return fail(ErrorKind::Internal, "the engine did not say which network it made");
        return json["Id"].get<std::string>();
    };
    return fetchWith<std::string>(client.http(), post("/networks/create", encode(network)), context,
                                  std::move(done), read);
}

std::string encode(const Connection &connection)
{
    Json endpoint = Json::object();
    if (!connection.aliases.empty())
        endpoint["Aliases"] = connection.aliases;
    if (!connection.address.empty())
        endpoint["IPAMConfig"] = {
            {connection.address.contains(':') ? "IPv6Address" : "IPv4Address", connection.address}};
    return Json{{"Container", connection.container}, {"EndpointConfig", endpoint}}.dump();
}

Call connectNetwork(EngineClient &client, const std::string &network, const Connection &connection,
                    QObject *context, Done<void> done)
{
    return act(client.http(), post(networkPath(network, "/connect"), encode(connection)), context,
               std::move(done));
}

Call disconnectNetwork(EngineClient &client, const std::string &network, const std::string &container,
                       QObject *context, Done<void> done)
{
    const std::string body = Json{{"Container", container}, {"Force", false}}.dump();
    return act(client.http(), post(networkPath(network, "/disconnect"), body), context, std::move(done));
}

Call createVolume(EngineClient &client, const api::VolumeCreateOptions &options, QObject *context,
                  Done<api::Volume> done)
{
    return fetch<api::Volume>(client.http(), post("/volumes/create", api::encode(options)), context,
                              std::move(done));
}

Result<std::map<std::string, std::int64_t>> parseVolumeSizes(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return fail(ErrorKind::Internal, "the engine's disk usage is not an object");
    std::map<std::string, std::int64_t> sizes;
    const auto volumes = json.find("Volumes");
    if (volumes == json.end() || !volumes->is_array())
        return sizes;
    for (const Json &volume : *volumes) {
        if (!volume.is_object() || !volume.contains("Name") || !volume["Name"].is_string())
            return fail(ErrorKind::Internal, "a volume in the engine's disk usage has no name");
        const auto usage = volume.find("UsageData");
        const bool known = usage != volume.end() && usage->is_object() && usage->contains("Size") &&
                           (*usage)["Size"].is_number_integer();
        sizes[volume["Name"].get<std::string>()] = known ? (*usage)["Size"].get<std::int64_t>() : -1;
    }
    return sizes;
}

Call volumeSizes(EngineClient &client, QObject *context, Done<std::map<std::string, std::int64_t>> done)
{
    return fetchWith<std::map<std::string, std::int64_t>>(client.http(), get("/system/df?type=volume"),
                                                          context, std::move(done), parseVolumeSizes);
}

} // namespace quayside::client
