// GET    /containers/json?all=&limit=&size=&filters=    POST /containers/create?name=&platform=
// GET    /containers/{id}/json?size=                    POST
// /containers/{id}/{start?checkpoint=,pause,unpause} POST   /containers/{id}/{stop,restart}?t=&signal= POST
// /containers/{id}/kill?signal= POST   /containers/{id}/rename?name=                  POST
// /containers/{id}/resize?h=&w= DELETE /containers/{id}?force=&v=
#include "engine/server/routes/resources.h"

#include "engine/containers/checkpoint/checkpoints.h"
#include "engine/containers/containers.h"
#include "engine/server/routes/decoding.h"

#include <sys/utsname.h>

namespace quayside::server
{

namespace
{

using containers::Containers;

constexpr long maxStopSeconds = 24L * 3600 * 365;
constexpr long maxTerminalSide = 65535; // struct winsize holds 16 bits

const std::string &idOf(const Request &request)
{
    return request.parameters.at("id");
}

Result<Response> list(Containers &containers, const Request &request)
{
    TRY(const bool all, request.flag("all", false));
    TRY(const bool size, request.flag("size", false));
    TRY(const auto given, request.number("limit"));
    TRY(const auto filters, decodeFilters(request, {"ancestor", "before", "expose", "exited", "health", "id",
                                                    "isolation", "is-task", "label", "label!", "name",
                                                    "network", "publish", "since", "status", "volume"}));
    std::optional<int> limit;
    if (given && *given > 0)
        limit = static_cast<int>(std::min<long>(*given, std::numeric_limits<int>::max()));
    TRY(const auto found, containers.list(request.peer, all || limit, limit, size, filters));
    return Response::json(encode(found));
}

// ?platform=linux/amd64: this machine's, or nothing that could run here.
Result<> checkPlatform(const std::string &platform)
{
    if (platform.empty())
        return {};
    utsname names{};
    ::uname(&names);
    const std::string machine = names.machine;
    const std::string ours = machine == "x86_64" ? "amd64" : machine == "aarch64" ? "arm64" : machine;
    if (platform == "linux" || platform == "linux/" + ours || platform.starts_with("linux/" + ours + "/"))
        return {};
    return fail(ErrorKind::InvalidArgument,
                "platform {}: this machine runs linux/{} only; images for other platforms can be pulled, "
                "kept, pushed "
                "and saved here, not run",
                platform.substr(0, 64), ours);
}

Result<Response> create(Containers &containers, const Request &request)
{
    if (request.body.empty())
        return fail(ErrorKind::InvalidArgument, "invalid JSON: got EOF while reading request body");
    TRY(auto wanted, decodeBody<api::ContainerCreateRequest>(request));
    CHECK(checkPlatform(request.value("platform")));
    CHECK(access::mayCreateContainer(request.peer, wanted));
    auto made = containers.create(request.peer, request.value("name"), wanted);
    if (!made) {
        // 404 says that the image is missing, and clients then pull it: whatever else is missing must not.
        if (made.error().kind == ErrorKind::NotFound && !made.error().message.contains("No such image"))
            made.error().kind = ErrorKind::InvalidArgument;
        return std::unexpected(std::move(made.error()));
    }
    return Response::json(encode(*made), 201);
}

Result<Response> inspect(Containers &containers, const Request &request)
{
    TRY(const bool size, request.flag("size", false));
    TRY(const auto found, containers.inspect(request.peer, idOf(request), size));
    return Response::json(encode(found));
}

Result<Response> start(Containers &containers, const Request &request)
{
    // Before 1.24 a start took a HostConfig; what such a client asks for would be lost without a word.
    if (request.body.size() > 7 && request.body.find_first_not_of("{} \r\n\tnul") != std::string::npos)
        return fail(ErrorKind::InvalidArgument,
                    "starting a container with a non-empty request body is no longer part of "
                    "the API: give the configuration when the container is created");
    if (!request.value("checkpoint-dir").empty())
        return fail(ErrorKind::NotSupported, "a folder for checkpoints (--checkpoint-dir) is not supported: "
                                             "they are kept with their container");
    const std::string checkpoint = request.value("checkpoint");
    CHECK(checkpoint.empty() ? containers.start(request.peer, idOf(request))
                             : containers.checkpoints().start(request.peer, idOf(request), checkpoint));
    return Response::noContent();
}

// How long to wait for the container's end before it is killed; negative: for ever; nothing: as the container
// says.
Result<std::optional<int>> stopSeconds(const Request &request)
{
    TRY(const auto given, request.number("t"));
    if (!given)
        return std::optional<int>();
    if (*given > maxStopSeconds)
        return fail(ErrorKind::InvalidArgument, "invalid value for 't': at most {} seconds", maxStopSeconds);
    return std::optional(static_cast<int>(std::max(*given, -1L)));
}

using StopLike = Result<> (Containers::*)(const Containers::Peer &, const std::string &, std::optional<int>,
                                          const std::string &);

CallHandler stopping(Containers &containers, StopLike act)
{
    return [&containers, act](const Request &request) -> Result<Response> {
        TRY(const auto seconds, stopSeconds(request));
        CHECK((containers.*act)(request.peer, idOf(request), seconds, request.value("signal")));
        return Response::noContent();
    };
}

using Simple = Result<> (Containers::*)(const Containers::Peer &, const std::string &);

CallHandler simple(Containers &containers, Simple act)
{
    return [&containers, act](const Request &request) -> Result<Response> {
        CHECK((containers.*act)(request.peer, idOf(request)));
        return Response::noContent();
    };
}

Result<Response> kill(Containers &containers, const Request &request)
{
    const std::string signal = request.value("signal");
    CHECK(containers.kill(request.peer, idOf(request), signal.empty() ? "SIGKILL" : signal));
    return Response::noContent();
}

Result<Response> rename(Containers &containers, const Request &request)
{
    const std::string name = request.value("name");
    if (name.empty() || name == "/")
        return fail(ErrorKind::InvalidArgument, "Neither old nor new names may be empty");
    CHECK(containers.rename(request.peer, idOf(request), name));
    return Response::noContent();
}

Result<Response> resize(Containers &containers, const Request &request)
{
    TRY(const int rows, requiredNumber(request, "h", 0, maxTerminalSide));
    TRY(const int columns, requiredNumber(request, "w", 0, maxTerminalSide));
    CHECK(containers.resize(request.peer, idOf(request), rows, columns));
    return Response{};
}

Result<Response> remove(Containers &containers, const Request &request)
{
    TRY(const bool force, request.flag("force", false));
    TRY(const bool volumes, request.flag("v", false));
    TRY(const bool link, request.flag("link", false));
    if (link)
        return fail(ErrorKind::NotSupported,
                    "container links are not supported: connect the containers to one network");
    CHECK(containers.remove(request.peer, idOf(request), force, volumes));
    return Response::noContent();
}

} // namespace

Routes containerRoutes(Containers &containers)
{
    const auto call = [&containers](Result<Response> (*handler)(Containers &, const Request &)) {
        return CallHandler(
            [&containers, handler](const Request &request) { return handler(containers, request); });
    };
    return {
        {"GET", "/containers/json", call(list)},
        {"POST", "/containers/create", call(create)},
        {"GET", "/containers/{id}/json", call(inspect)},
        {"POST", "/containers/{id}/start", call(start)},
        {"POST", "/containers/{id}/stop", stopping(containers, &Containers::stop)},
        {"POST", "/containers/{id}/restart", stopping(containers, &Containers::restart)},
        {"POST", "/containers/{id}/kill", call(kill)},
        {"POST", "/containers/{id}/pause", simple(containers, &Containers::pause)},
        {"POST", "/containers/{id}/unpause", simple(containers, &Containers::unpause)},
        {"POST", "/containers/{id}/rename", call(rename)},
        {"POST", "/containers/{id}/resize", call(resize)},
        {"DELETE", "/containers/{id}", call(remove)},
    };
}

} // namespace quayside::server
