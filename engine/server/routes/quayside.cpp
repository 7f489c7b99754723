// What other engines don't have, below /quayside/: see Capabilities for how a client finds out.
// GET  /quayside/capabilities
// POST /quayside/images/base           {"suite": …, "packages": […], "name": …, "variant": …} → progress
// lines GET  /quayside/containers/{id}/plan  the LaunchPlan
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/api/types/system.h"
#include "engine/containers/containers.h"
#include "engine/images/images.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/progress.h"
#include "engine/server/routes/version.h"

#include <array>

namespace quayside::server
{

namespace
{

constexpr std::size_t maxBaseRequest = 64 * 1024; // a few thousand package names

Result<Response> capabilities(const Request &)
{
    return Response::json(
        encode(api::Capabilities{.engine = "quayside",
                                 .version = engineVersion,
                                 .features = {"base-images", "starters", "launch-plan", "start-warnings",
                                              "names-per-user"}})); // docs/extensions.md
}

Result<std::string> readAll(api::ByteSource &body, std::size_t limit)
{
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        TRY(const std::size_t length, body.read(piece));
        if (length == 0)
            return text;
        text.append(piece.data(), length);
        if (text.size() > limit)
            return fail(ErrorKind::TooLarge, "the request is larger than {} bytes", limit);
    }
}

Result<> makeBase(images::Images &images, const Request &request, api::ByteSource &body, TransferSink &out)
{
    TRY(const std::string text, readAll(body, maxBaseRequest));
    Request withBody = request;
    withBody.body = text;
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
        {"GET", "/quayside/containers/{id}/plan",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const std::string plan, containers.plan(request.peer, request.parameters.at("id")));
             return Response::json(plan);
         })},
    };
}

} // namespace quayside::server
