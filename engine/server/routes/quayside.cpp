// What other engines don't have, below /quayside/: see Capabilities for how a client finds out.
// GET  /quayside/capabilities
// POST /quayside/images/base            {"suite": …, "packages": […], "name": …, "variant": …} → progress
// POST /quayside/images/starter?name=   the id: made where the caller sees none of that name
// GET  /quayside/containers/{id}/plan          the LaunchPlan
// GET  /quayside/containers/{id}/xray?file=    what the kernel says of it
// GET  /quayside/xray                          and of the host
// GET  /quayside/containers/{id}/ports/check?port=80/tcp    POST /quayside/containers/{id}/ports/repair
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/api/types/exec.h"
#include "engine/api/types/system.h"
#include "engine/containers/checkpoint/check.h"
#include "engine/containers/containers.h"
#include "engine/containers/xray/xray.h"
#include "engine/images/images.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/progress.h"
#include "engine/server/routes/version.h"

namespace quayside::server
{

namespace
{

constexpr std::size_t maxBaseRequest = 64 * 1024; // a few thousand package names

// docs/extensions.md
const std::vector<std::string> ourFeatures{
    "base-images",  "starters",       "launch-plan", "start-warnings",  "names-per-user", "layer-explorer",
    "registries",   "all-platforms",  "builds",      "build-folder",    "build-secrets",  "build-tar",
    "xray",         "volume-archive", "port-doctor", "container-files", "volume-files",   "stats-parts",
    "stats-stream", "endings",        "lab",         "starter-image",   "delegates",      "checkpoint-check",
    "launch-steps", "limits-away",
};

Result<Response> capabilities(const Request &)
{
    auto features = ourFeatures;
    if (containers::checkpointsWork())
        features.emplace_back("checkpoints");
    return Response::json(encode(
        api::Capabilities{.engine = "quayside", .version = engineVersion, .features = std::move(features)}));
}

Result<> makeBase(images::Images &images, const Request &request, api::ByteSource &body, TransferSink &out)
{
    Request withBody = request;
    TRY(withBody.body, readBody(body, maxBaseRequest));
    TRY(const auto given, decodeBody<api::BaseImageRequest>(withBody));
    images::BaseImageRequest wanted;
    if (!given.suite.empty())
        wanted.suite = given.suite;
    if (!given.variant.empty())
        wanted.variant = given.variant;
    wanted.packages = given.packages;
    wanted.name = given.name;
    ProgressLines progress(out);
    const auto id =
        images.makeBase(request.peer, wanted, [&out] { return out.cancelled(); }, progress.sink());
    if (!id)
        return progress.end(std::unexpected(id.error()));
    return progress.end(out.write("{\"status\":" + api::quotedJson(*id) + "}\r\n"));
}

} // namespace

Routes quaysideRoutes(images::Images &images, containers::Containers &containers)
{
    return {
        {"GET", "/quayside/capabilities", CallHandler(capabilities)},
        {"POST", "/quayside/images/base",
         TransferHandler([&images](const Request &request, api::ByteSource &body, TransferSink &out) {
             return makeBase(images, request, body, out);
         })},
        {"POST", "/quayside/images/starter",
         CallHandler([&images](const Request &request) -> Result<Response> {
             TRY(const auto id, images.provideStarter(request.peer, request.value("name")));
             return Response::json(encode(api::IDResponse{id}));
         })},
        {"GET", "/quayside/containers/{id}/plan",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const std::string plan, containers.plan(request.peer, request.parameters.at("id")));
             return Response::json(plan);
         })},
        {"GET", "/quayside/containers/{id}/xray",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const auto xray, containers.xray().ofContainer(request.peer, request.parameters.at("id"),
                                                                request.value("file")));
             return Response::json(encode(xray));
         })},
        {"GET", "/quayside/xray", CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const auto xray, containers.xray().ofHost(request.peer));
             return Response::json(encode(xray));
         })},
        {"GET", "/quayside/containers/{id}/ports/check",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const auto check,
                 containers.checkPort(request.peer, request.parameters.at("id"), request.value("port")));
             return Response::json(encode(check));
         })},
        {"POST", "/quayside/containers/{id}/ports/repair",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             CHECK(containers.repairNetworks(request.peer, request.parameters.at("id")));
             return Response::noContent();
         })},
    };
}

} // namespace quayside::server
