// GET  /quayside/containers/{id}/delegates                         {"Users": […], "Owner"}
// PUT  /quayside/containers/{id}/delegates  {"Users": ["alice", …]}   the same, as it is then
#include "engine/server/routes/resources.h"

#include "engine/api/types/handingover.h"
#include "engine/containers/containers.h"
#include "engine/server/routes/decoding.h"

namespace quayside::server
{

Routes delegateRoutes(containers::Containers &containers)
{
    return {
        {"GET", "/quayside/containers/{id}/delegates",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const auto now, containers.delegates(request.peer, request.parameters.at("id")));
             return Response::json(encode(now));
         })},
        {"PUT", "/quayside/containers/{id}/delegates",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const auto wanted, decodeBody<api::Delegates>(request));
             TRY(const auto now,
                 containers.setDelegates(request.peer, request.parameters.at("id"), wanted.users));
             return Response::json(encode(now));
         })},
    };
}

} // namespace quayside::server
