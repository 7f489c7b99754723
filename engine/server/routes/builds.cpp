// What was built (docs/extensions.md, "Builds").
// GET    /quayside/builds?limit=
// GET    /quayside/builds/{id}
// GET    /quayside/builds/{id}/steps/{n}/log
// GET    /quayside/builds/{id}/events          one JSON object a line, until the build ends
// POST   /quayside/builds/{id}/steps/{n}/image
// DELETE /quayside/builds/{id}
#include "engine/server/routes/resources.h"

#include "engine/api/types/build.h"
#include "engine/build/build.h"

#include <charconv>
#include <chrono>

namespace quayside::server
{

namespace
{

using namespace std::chrono_literals;
using build::Builds;

constexpr auto lookForTheClient = 250ms; // while nothing happens

Result<int> stepOf(const Request &request)
{
    const std::string &text = request.parameters.at("n");
    int step = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), step);
    if (error != std::errc() || end != text.data() + text.size() || step < 1)
        return fail(ErrorKind::InvalidArgument, "{} is no number of a step: they count from 1", text);
    return step;
}

Result<Response> list(Builds &builds, const Request &request)
{
    TRY(const auto limit, request.number("limit"));
    if (limit && *limit < 1)
        return fail(ErrorKind::InvalidArgument, "invalid limit {}: at least 1 is expected", *limit);
    const auto most = static_cast<std::size_t>(limit.value_or(build::History::mostBuilds));
    return Response::json(encode(builds.history().list(request.peer, most)));
}

Result<Response> inspect(Builds &builds, const Request &request)
{
    TRY(const auto record, builds.history().inspect(request.peer, request.parameters.at("id")));
    return Response::json(encode(record));
}

Result<Response> log(Builds &builds, const Request &request)
{
    TRY(const int step, stepOf(request));
    TRY(std::string text, builds.history().log(request.peer, request.parameters.at("id"), step));
    return Response{200, "text/plain", std::move(text), {}};
}

// Reads on only as the client does: see Follower.
Result<> events(Builds &builds, const Request &request, TransferSink &out)
{
    TRY(const auto follower, builds.history().follow(request.peer, request.parameters.at("id")));
    while (!follower->atEnd() && !out.cancelled())
        for (const auto &change : follower->next(lookForTheClient))
            CHECK(out.write(encode(change) + "\n"));
    return {};
}

Result<Response> enter(Builds &builds, const Request &request)
{
    TRY(const int step, stepOf(request));
    TRY(const auto image, builds.enter(request.peer, request.parameters.at("id"), step));
    return Response::json(encode(image), 201);
}

Result<Response> remove(Builds &builds, const Request &request)
{
    CHECK(builds.forget(request.peer, request.parameters.at("id")));
    return Response::noContent();
}

} // namespace

Routes buildRecordRoutes(Builds &builds)
{
    const auto call = [&builds](Result<Response> (*handler)(Builds &, const Request &)) {
        return CallHandler([&builds, handler](const Request &request) { return handler(builds, request); });
    };
    return {
        {"GET", "/quayside/builds", call(list)},
        {"GET", "/quayside/builds/{id}", call(inspect)},
        {"GET", "/quayside/builds/{id}/steps/{n}/log", call(log)},
        {"GET", "/quayside/builds/{id}/events",
         TransferHandler([&builds](const Request &request, api::SocketSource &, TransferSink &out) {
             return events(builds, request, out);
         })},
        {"POST", "/quayside/builds/{id}/steps/{n}/image", call(enter)},
        {"DELETE", "/quayside/builds/{id}", call(remove)},
    };
}

} // namespace quayside::server
