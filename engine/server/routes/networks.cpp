// GET /networks?filters=              POST /networks/create           POST /networks/prune?filters=
// GET /networks/{id}?verbose=&scope=  DELETE /networks/{id}
// POST /networks/{id}/connect         POST /networks/{id}/disconnect
#include "engine/server/routes/resources.h"

#include "engine/containers/containers.h"
#include "engine/networks/networks.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/timestamp.h"

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
    for (const auto &type : filters.of("type"))
        if (type != "builtin" && type != "custom")
            return fail(ErrorKind::InvalidArgument, "invalid filter: 'type'='{}'", type);
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
    for (api::Network &network : networks.list(request.peer)) {
        TRY(const bool wanted, matches(network, filters));
        if (!wanted)
            continue;
        network.containers.clear(); // only an inspect tells who is on it (1.28 and later)
        found.push_back(std::move(network));
    }
    return Response::json(encode(found));
}

Result<Response> create(networks::Networks &networks, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::NetworkCreateRequest>(request));
    TRY(const auto made, networks.create(request.peer, wanted));
    return Response::json(encode(made), 201);
}

Result<Response> inspect(networks::Networks &networks, const Request &request)
{
    // verbose adds the services of swarm mode, of which there are none.
    TRY([[maybe_unused]] const bool verbose, request.flag("verbose", false));
    TRY(const auto network, networks.inspect(request.peer, request.parameters.at("id")));
    if (const auto scope = request.value("scope"); !scope.empty() && scope != network.scope)
        return fail(ErrorKind::NotFound, "network {} not found", request.parameters.at("id"));
    return Response::json(encode(network));
}

Result<Response> remove(networks::Networks &networks, const Request &request)
{
    CHECK(networks.remove(request.peer, request.parameters.at("id")));
    return Response::noContent();
}

Result<std::optional<std::int64_t>> untilOf(const api::Filters &filters)
{
    const auto &values = filters.of("until");
    if (values.empty())
        return std::nullopt;
    if (values.size() > 1)
        return fail(ErrorKind::InvalidArgument, "more than one until filter specified");
    TRY(const auto until, parseTimestamp(values.front(), nowNanoseconds()));
    return std::optional(until);
}

// Those that no running container is on. One that somebody joins meanwhile stays.
Result<Response> prune(networks::Networks &networks, const Request &request)
{
    TRY(const auto filters, decodeFilters(request, {"label", "label!", "until"}));
    TRY(const auto until, untilOf(filters));
    api::NetworkPruneResponse pruned;
    for (const auto &network : networks.list(request.peer)) {
        if (isPredefined(network) || !network.containers.empty() || !filters.matchesLabels(network.labels))
            continue;
        TRY(const auto made, parseTimestamp(network.created, nowNanoseconds()));
        if (until && made >= *until)
            continue;
        if (networks.remove(request.peer, network.id))
            pruned.networksDeleted.push_back(network.name);
    }
    return Response::json(encode(pruned));
}

Result<Response> connect(containers::Containers &containers, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::NetworkConnectRequest>(request));
    CHECK(containers.connectNetwork(request.peer, request.parameters.at("id"), wanted.container,
                                    wanted.endpointConfig.value_or(api::EndpointSettings())));
    return Response{.status = 200, .contentType = {}, .body = {}, .headers = {}};
}

Result<Response> disconnect(containers::Containers &containers, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::NetworkDisconnectRequest>(request));
    CHECK(containers.disconnectNetwork(request.peer, request.parameters.at("id"), wanted.container,
                                       wanted.force));
    return Response{.status = 200, .contentType = {}, .body = {}, .headers = {}};
}

} // namespace

Routes networkRoutes(networks::Networks &networks, containers::Containers &containers)
{
    const auto call = [](auto &backend, auto handler) {
        return CallHandler([&backend, handler](const Request &request) { return handler(backend, request); });
    };
    return {
        {"GET", "/networks", call(networks, list)},
        {"POST", "/networks/create", call(networks, create)},
        {"POST", "/networks/prune", call(networks, prune)},
        {"GET", "/networks/{id}", call(networks, inspect)},
        {"DELETE", "/networks/{id}", call(networks, remove)},
        {"POST", "/networks/{id}/connect", call(containers, connect)},
        {"POST", "/networks/{id}/disconnect", call(containers, disconnect)},
    };
}

} // namespace quayside::server
