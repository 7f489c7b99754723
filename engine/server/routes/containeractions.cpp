// GET  /containers/{id}/top?ps_args=      POST /containers/{id}/update
// POST /containers/prune?filters=
#include "engine/server/routes/resources.h"

#include "engine/containers/containers.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/timestamp.h"

namespace quayside::server
{

namespace
{

using containers::Containers;

Result<Response> top(Containers &containers, const Request &request)
{
    TRY(const auto found,
        containers.top(request.peer, request.parameters.at("id"), request.value("ps_args")));
    return Response::json(encode(found));
}

Result<Response> update(Containers &containers, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::HostConfig>(request));
    TRY(auto warnings, containers.update(request.peer, request.parameters.at("id"), wanted));
    return Response::json(encode(api::ContainerUpdateResponse{std::move(warnings)}));
}

// `until`: made before this moment.
Result<std::optional<std::int64_t>> createdBefore(const api::Filters &filters)
{
    const auto &values = filters.of("until");
    if (values.size() > 1)
        return fail(ErrorKind::InvalidArgument, "more than one until filter specified");
    if (values.empty())
        return std::optional<std::int64_t>();
    TRY(const auto time, parseTimestamp(values.front(), nowNanoseconds()));
    return std::optional(time);
}

Result<Response> prune(Containers &containers, const Request &request)
{
    TRY(const auto filters, decodeFilters(request, {"label", "label!", "until"}));
    TRY(const auto before, createdBefore(filters));
    TRY(const auto done, containers.prune(request.peer, before, filters));
    return Response::json(encode(done));
}

} // namespace

Routes containerActionRoutes(Containers &containers)
{
    const auto call = [&containers](Result<Response> (*handler)(Containers &, const Request &)) {
        return CallHandler(
            [&containers, handler](const Request &request) { return handler(containers, request); });
    };
    return {
        {"GET", "/containers/{id}/top", call(top)},
        {"POST", "/containers/{id}/update", call(update)},
        {"POST", "/containers/prune", call(prune)},
    };
}

} // namespace quayside::server
