// GET  /containers/{id}/top?ps_args=      POST /containers/{id}/update
// POST /containers/prune?filters=
#include "engine/server/routes/resources.h"

#include "engine/containers/containers.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/timestamp.h"

#include <ranges>
#include <string_view>

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

// ?away=memory,cpus, an extension: to Docker 0 is "as it is", and what is below it an error. Inside -1 takes
// away.
Result<> takeAway(const std::string &names, api::HostConfig &wanted)
{
    for (std::int64_t *given : {&wanted.memory, &wanted.nanoCpus})
        if (*given == -1) // of the body: refused as any other number below 0
            *given = -2;
    if (names.empty())
        return {};
    for (const auto part : std::views::split(names, ',')) {
        const std::string_view name(part.begin(), part.end());
        if (name == "memory")
            wanted.memory = -1;
        else if (name == "cpus")
            wanted.nanoCpus = -1;
        else
            return fail(ErrorKind::InvalidArgument, "away={}: memory and cpus can be taken away",
                        names.substr(0, 100));
    }
    return {};
}

Result<Response> update(Containers &containers, const Request &request)
{
    TRY(auto wanted, decodeBody<api::HostConfig>(request));
    CHECK(takeAway(request.value("away"), wanted));
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
