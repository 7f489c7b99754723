// GET    /containers/{id}/checkpoints?dir=
// POST   /containers/{id}/checkpoints            {"CheckpointID", "CheckpointDir", "Exit"}
// DELETE /containers/{id}/checkpoints/{checkpoint}?dir=
// POST   /quayside/containers/{id}/move?checkpoint=&name=    {"Id"}: a new container that goes on from it
// GET    /quayside/checkpoint                    {"Possible", "Why"}
// (POST /containers/{id}/start?checkpoint= is with the containers.)
#include "engine/server/routes/resources.h"

#include "engine/api/types/exec.h"
#include "engine/api/types/handingover.h"
#include "engine/containers/checkpoint/check.h"
#include "engine/containers/checkpoint/checkpoints.h"
#include "engine/containers/containers.h"
#include "engine/images/base/process.h"
#include "engine/server/routes/decoding.h"

namespace quayside::server
{

namespace
{

using containers::Containers;

const std::string &idOf(const Request &request)
{
    return request.parameters.at("id");
}

// Of one who keeps them elsewhere, and would not find them there.
Result<> refuseFolder(const Request &request)
{
    if (request.value("dir").empty())
        return {};
    return fail(ErrorKind::NotSupported, "a folder for checkpoints (--checkpoint-dir) is not supported: they "
                                         "are kept with their container");
}

Result<Response> list(Containers &containers, const Request &request)
{
    CHECK(refuseFolder(request));
    TRY(const auto found, containers.checkpoints().list(request.peer, idOf(request)));
    return Response::json(encode(found));
}

Result<Response> create(Containers &containers, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::CheckpointCreateRequest>(request));
    CHECK(containers.checkpoints().create(request.peer, idOf(request), wanted));
    return Response{201, {}, {}, {}};
}

Result<Response> remove(Containers &containers, const Request &request)
{
    CHECK(refuseFolder(request));
    CHECK(containers.checkpoints().remove(request.peer, idOf(request), request.parameters.at("checkpoint")));
    return Response::noContent();
}

Result<Response> move(Containers &containers, const Request &request)
{
    TRY(const auto id, containers.checkpoints().move(request.peer, idOf(request), request.value("checkpoint"),
                                                     request.value("name")));
    return Response::json(encode(api::IDResponse{id}), 201);
}

Result<Response> check(Containers &, const Request &)
{
    return Response::json(encode(containers::checkCheckpoint(images::findProgram("criu"))));
}

} // namespace

Routes checkpointRoutes(Containers &containers)
{
    const auto call = [&containers](Result<Response> (*handler)(Containers &, const Request &)) {
        return CallHandler(
            [&containers, handler](const Request &request) { return handler(containers, request); });
    };
    return {
        {"GET", "/containers/{id}/checkpoints", call(list)},
        {"POST", "/containers/{id}/checkpoints", call(create)},
        {"DELETE", "/containers/{id}/checkpoints/{checkpoint}", call(remove)},
        {"POST", "/quayside/containers/{id}/move", call(move)},
        {"GET", "/quayside/checkpoint", call(check)},
    };
}

} // namespace quayside::server
