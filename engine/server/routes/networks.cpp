// GET /networks?filters=   GET /networks/{id}
#include "engine/server/routes/resources.h"

#include "engine/networks/networks.h"
#include "engine/server/routes/decoding.h"

#include <algorithm>

namespace quayside::server
{

namespace
{

// The networks that every engine has.
bool isPredefined(const api::Network &network)
{
    return network.name == "bridge" || network.name == "host" || network.name == "none";
}

bool contains(const std::vector<std::string> &parts, const std::string &whole)
{
    return parts.empty() || std::ranges::any_of(parts, [&](const std::string &part) {
               return whole.find(part) != std::string::npos;
           });
}

Result<bool> matches(const api::Network &network, const api::Filters &filters)
{
    if (filters.contains("dangling")) { // on which no container is; the engine's own never count
        TRY(const bool dangling, filters.flag("dangling", false));
        if (isPredefined(network) ? dangling : network.containers.empty() != dangling)
            return false;
    }
    const std::string type = isPredefined(network) ? "builtin" : "custom";
    return contains(filters.of("name"), network.name) && contains(filters.of("id"), network.id) &&
           filters.matches("driver", network.driver) && filters.matches("scope", network.scope) &&
           filters.matches("type", type) && filters.matchesLabels(network.labels);
}

Result<Response> list(networks::Networks &networks, const Request &request)
{
    TRY(const auto filters,
        decodeFilters(request, {"dangling", "driver", "id", "label", "label!", "name", "scope", "type"}));
    std::vector<api::Network> found;
    for (api::Network &network : networks.list()) {
        TRY(const bool wanted, matches(network, filters));
        if (!wanted)
            continue;
        network.containers.clear(); // only an inspect tells who is on it (1.28 and later)
        found.push_back(std::move(network));
    }
    return Response::json(encode(found));
}

} // namespace

Routes networkRoutes(networks::Networks &networks)
{
    return {
        {"GET", "/networks", CallHandler([&](const Request &request) { return list(networks, request); })},
        {"GET", "/networks/{id}", CallHandler([&](const Request &request) -> Result<Response> {
             TRY(const auto network, networks.inspect(request.parameters.at("id")));
             return Response::json(encode(network));
         })},
    };
}

} // namespace quayside::server
