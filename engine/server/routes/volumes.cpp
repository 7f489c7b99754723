// GET  /volumes?filters=         POST /volumes/create
// GET  /volumes/{name}           DELETE /volumes/{name}?force=
// POST /volumes/prune?filters=
#include "engine/server/routes/resources.h"

#include "engine/server/routes/decoding.h"
#include "engine/volumes/volumes.h"

#include <algorithm>

namespace quayside::server
{

namespace
{

using volumes::Volumes;

Result<Response> list(Volumes &volumes, const Request &request)
{
    TRY(const auto filters, decodeFilters(request, {"dangling", "driver", "label", "label!", "name"}));
    TRY(const bool dangling, filters.flag("dangling", false));
    api::VolumeListResponse found;
    for (api::Volume &volume : volumes.list(request.peer.uid)) {
        const auto &names = filters.of("name");
        const bool named = names.empty() || std::ranges::any_of(names, [&](const std::string &part) {
                               return volume.name.find(part) != std::string::npos;
                           });
        const bool used = volume.usageData && volume.usageData->refCount > 0;
        if (!named || !filters.matches("driver", volume.driver) || !filters.matchesLabels(volume.labels) ||
            (filters.contains("dangling") && used == dangling))
            continue;
        volume.usageData.reset(); // /system/df tells it
        found.volumes.push_back(std::move(volume));
    }
    return Response::json(encode(found));
}

Result<Response> create(Volumes &volumes, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::VolumeCreateOptions>(request));
    if (wanted.clusterVolumeSpec)
        return fail(ErrorKind::NotSupported,
                    "cluster volumes are not part of Quayside: it runs containers on one machine");
    if (!wanted.driver.empty() && wanted.driver != "local")
        return fail(ErrorKind::NotFound,
                    "error looking up volume plugin {}: only the driver \"local\" is there", wanted.driver);
    TRY(auto made,
        volumes.create(request.peer,
                       {.name = wanted.name, .labels = wanted.labels, .options = wanted.driverOpts}));
    made.usageData.reset();
    return Response::json(encode(made), 201);
}

Result<Response> inspect(Volumes &volumes, const Request &request)
{
    TRY(auto volume, volumes.inspect(request.peer.uid, request.parameters.at("name")));
    volume.usageData.reset();
    return Response::json(encode(volume));
}

Result<Response> remove(Volumes &volumes, const Request &request)
{
    TRY(const bool force, request.flag("force", false));
    const auto removed = volumes.remove(request.peer.uid, request.parameters.at("name"));
    if (!removed && !(force && removed.error().kind == ErrorKind::NotFound))
        return std::unexpected(removed.error());
    return Response::noContent();
}

// Before 1.42 all unused volumes were meant, since then the anonymous ones.
Result<Response> prune(Volumes &volumes, const Request &request)
{
    TRY(const auto filters, decodeFilters(request, {"all", "label", "label!"}));
    TRY(const bool all, filters.flag("all", request.apiMinor < 42));
    TRY(const auto pruned, volumes.prune(request.peer.uid, all, filters));
    return Response::json(
        encode(api::VolumePruneReport{.volumesDeleted = pruned.names, .spaceReclaimed = pruned.bytes}));
}

} // namespace

Routes volumeRoutes(Volumes &volumes)
{
    const auto call = [&volumes](Result<Response> (*handler)(Volumes &, const Request &)) {
        return CallHandler([&volumes, handler](const Request &request) { return handler(volumes, request); });
    };
    return {
        {"GET", "/volumes", call(list)},
        {"POST", "/volumes/create", call(create)},
        {"POST", "/volumes/prune", call(prune)},
        {"GET", "/volumes/{name}", call(inspect)},
        {"DELETE", "/volumes/{name}", call(remove)},
    };
}

} // namespace quayside::server
