// POST /build?dockerfile=&t=&remote=&q=&nocache=&cachefrom=&pull=&rm=&forcerm=&memory=&memswap=&cpushares=&
//   cpusetcpus=&cpusetmems=&cpuperiod=&cpuquota=&buildargs=&shmsize=&squash=&labels=&networkmode=&platform=&
//   target=&outputs=&version=&extrahosts=&ulimits=&securityopt=&cgroupparent=   &contextfd=&secrets=&agents=
//   (X-Registry-Config)
// POST /build/prune?all=&keep-storage=&max-used-space=&reserved-space=&filters=
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/build/build.h"
#include "engine/build/context/callerfolder.h"
#include "engine/build/outputs/tar.h"
#include "engine/build/secrets/agent.h"
#include "engine/build/secrets/secret.h"
#include "engine/images/content/document.h"
#include "engine/images/registry/credentials.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/progress.h"

#include <array>
#include <charconv>
#include <limits>

namespace quayside::server
{

namespace
{

using build::BuildEvent;
using build::BuildRequest;

constexpr std::size_t mostHandedOver = 100; // secrets, and agents: each is an open descriptor

std::vector<std::string> valuesOf(const Request &request, const std::string &name)
{
    std::vector<std::string> values;
    const auto [first, last] = request.query.equal_range(name);
    for (auto entry = first; entry != last; ++entry)
        if (!entry->second.empty())
            values.push_back(entry->second);
    return values;
}

// A JSON document in the query; null where there is none.
Result<api::Json> jsonOf(const Request &request, const std::string &name, bool object)
{
    const std::string text = request.value(name);
    if (text.empty() || text == "null")
        return api::Json();
    // Arguments and labels are somebody's own names: "a" and "A" are two.
    auto json = api::parseJson(text, {.depth = 8, .caseVariants = true});
    if (!json)
        return wrap(std::move(json).error(), "error reading {}", name);
    if (object ? !json->is_object() : !json->is_array())
        return fail(ErrorKind::InvalidArgument, "error reading {}: {} is expected", name,
                    object ? "an object" : "an array");
    return json;
}

Result<> readTexts(const Request &request, BuildRequest &build)
{
    TRY(const auto arguments, jsonOf(request, "buildargs", true));
    for (const auto &[name, value] : arguments.items()) {
        if (!value.is_string() && !value.is_null())
            return fail(ErrorKind::InvalidArgument, "error reading build args: {} is no text", name);
        build.arguments[name] =
            value.is_null() ? std::optional<std::string>() : std::optional(value.get<std::string>());
    }
    TRY(const auto labels, jsonOf(request, "labels", true));
    for (const auto &[name, value] : labels.items()) {
        if (!value.is_string())
            return fail(ErrorKind::InvalidArgument, "error reading labels: {} is no text", name);
        build.labels[name] = value.get<std::string>();
    }
    TRY(const auto cache, jsonOf(request, "cachefrom", false));
    for (const auto &name : cache) {
        if (!name.is_string())
            return fail(ErrorKind::InvalidArgument, "error reading cache-from: a name is no text");
        build.cacheFrom.push_back(name.get<std::string>());
    }
    return {};
}

Result<> readLimits(const Request &request, api::HostConfig &host)
{
    struct Number {
        const char *name;
        std::int64_t api::HostConfig::*member;
    };
    static constexpr std::array<Number, 6> numbers{{{"memory", &api::HostConfig::memory},
                                                    {"memswap", &api::HostConfig::memorySwap},
                                                    {"cpushares", &api::HostConfig::cpuShares},
                                                    {"cpuperiod", &api::HostConfig::cpuPeriod},
                                                    {"cpuquota", &api::HostConfig::cpuQuota},
                                                    {"shmsize", &api::HostConfig::shmSize}}};
    for (const auto &[name, member] : numbers) {
        TRY(const auto value, request.number(name));
        host.*member = value.value_or(0);
    }
    host.cpusetCpus = request.value("cpusetcpus");
    host.cpusetMems = request.value("cpusetmems");
    host.cgroupParent = request.value("cgroupparent");
    host.networkMode = request.value("networkmode");
    host.extraHosts = valuesOf(request, "extrahosts");
    host.securityOpt = valuesOf(request, "securityopt");
    TRY(const auto limits, jsonOf(request, "ulimits", false));
    for (const auto &limit : limits) {
        if (!limit.is_object() || !limit.contains("Name") || !limit["Name"].is_string() ||
            !limit.contains("Soft") || !limit["Soft"].is_number_integer() || !limit.contains("Hard") ||
            !limit["Hard"].is_number_integer())
            return fail(ErrorKind::InvalidArgument,
                        "error reading ulimits: Name, Soft and Hard are expected");
        host.ulimits.push_back({limit["Name"].get<std::string>(), limit["Soft"].get<std::int64_t>(),
                                limit["Hard"].get<std::int64_t>()});
    }
    return {};
}

// What this engine does not do, before anything is read.
Result<> checkSupported(const Request &request)
{
    if (const auto version = request.value("version"); version == "2")
        return fail(ErrorKind::NotSupported,
                    "this engine does not speak BuildKit's protocol: use the classic builder "
                    "(DOCKER_BUILDKIT=0), which has BuildKit's instructions here");
    TRY(const bool squash, request.flag("squash", false));
    if (squash)
        return fail(
            ErrorKind::NotSupported,
            "squashing layers is not supported: use a stage with COPY --from for an image of few layers");
    if (const auto isolation = request.value("isolation"); !isolation.empty() && isolation != "default")
        return fail(ErrorKind::InvalidArgument, "invalid isolation: {}: there is none on Linux", isolation);
    CHECK(request.flag("rm", true));
    CHECK(request.flag("forcerm", false));
    return {};
}

// Our window's way: a directory that it has open.
Result<> readDirectory(const Request &request, BuildRequest &build)
{
    TRY(const auto number, request.number("contextfd"));
    if (!number)
        return {};
    if (!build.remote.empty())
        return fail(ErrorKind::InvalidArgument, "remote and contextfd exclude each other");
    if (*number < 0 || *number > std::numeric_limits<int>::max())
        return fail(ErrorKind::InvalidArgument, "invalid contextfd: no descriptor has the number {}",
                    *number);
    if (!request.process)
        return fail(ErrorKind::NotSupported,
                    "contextfd needs Linux 6.5 (SO_PEERPIDFD): send the context as a tar");
    TRY(Fd directory, build::takeDirectory(*request.process, static_cast<int>(*number)));
    build.directory = std::make_shared<const Fd>(std::move(directory));
    return {};
}

// {"id": N}: what is handed over, as descriptors of the calling process.
Result<> eachDescriptor(const Request &request, const std::string &name,
                        const std::function<Result<>(const std::string &id, int number)> &take)
{
    TRY(const auto given, jsonOf(request, name, true));
    if (!given.empty() && !request.process)
        return fail(ErrorKind::NotSupported, "{} needs Linux 6.5 (SO_PEERPIDFD)", name);
    if (given.size() > mostHandedOver)
        return fail(ErrorKind::InvalidArgument, "{} has {} entries; there may be {}", name, given.size(),
                    mostHandedOver);
    for (const auto &[id, value] : given.items()) {
        const auto number = value.is_number_integer() ? value.get<std::int64_t>() : -1;
        if (id.empty() || number < 0 || number > std::numeric_limits<int>::max())
            return fail(ErrorKind::InvalidArgument,
                        "error reading {}: an id and the number of a descriptor are expected", name);
        CHECK(take(id, static_cast<int>(number)));
    }
    return {};
}

// For RUN --mount=type=secret and type=ssh.
Result<> readHandedOver(const Request &request, BuildRequest &build)
{
    CHECK(eachDescriptor(request, "secrets", [&](const std::string &id, int number) -> Result<> {
        TRY(Fd secret, build::takeSecret(*request.process, number, id));
        build.secrets[id] = std::make_shared<const Fd>(std::move(secret));
        return {};
    }));
    return eachDescriptor(request, "agents", [&](const std::string &id, int number) -> Result<> {
        TRY(Fd socket, build::SshAgent::take(*request.process, number, id));
        build.agents[id] =
            std::make_shared<build::SshAgent>(std::move(socket), request.peer.uid, request.peer.gid);
        return {};
    });
}

// One output: a tar, for a descriptor of the calling process. An image comes of itself.
Result<> readOutputs(const Request &request, BuildRequest &build)
{
    TRY(const auto outputs, jsonOf(request, "outputs", false));
    if (outputs.empty())
        return {};
    const auto attribute = [&](const char *name) -> std::string {
        const auto attributes = outputs[0].value("Attrs", api::Json::object());
        const auto value = attributes.is_object() ? attributes.value(name, api::Json()) : api::Json();
        return value.is_string() ? value.get<std::string>() : std::string();
    };
    if (outputs.size() > 1 || !outputs[0].is_object() || outputs[0].value("Type", api::Json()) != "tar")
        return fail(
            ErrorKind::NotSupported,
            "outputs: there is one of the type tar besides the image: unpack it for a folder, and take "
            "an archive of the image with docker save");
    const std::string text = attribute("fd");
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 0)
        return fail(ErrorKind::InvalidArgument,
                    "outputs: Attrs has no fd, the number of a descriptor that the tar is written to");
    if (!request.process)
        return fail(ErrorKind::NotSupported, "outputs needs Linux 6.5 (SO_PEERPIDFD)");
    TRY(Fd out, build::takeOutput(*request.process, number));
    build.tar = std::make_shared<const Fd>(std::move(out));
    return {};
}

Result<BuildRequest> decodeBuild(const Request &request)
{
    CHECK(checkSupported(request));
    BuildRequest build{.dockerfile = request.value("dockerfile"),
                       .remote = request.value("remote"),
                       .tags = valuesOf(request, "t"),
                       .target = request.value("target"),
                       .platform = request.value("platform")};
    if (build.remote == "client-session")
        return fail(ErrorKind::NotSupported, "a context from a BuildKit session is not supported");
    CHECK(readDirectory(request, build));
    CHECK(readHandedOver(request, build));
    CHECK(readOutputs(request, build));
    TRY(build.noCache, request.flag("nocache", false));
    const std::string pull = request.value("pull"); // any text but a false one, as old clients have it
    build.pull = !pull.empty() && pull != "0" && pull != "false";
    TRY(build.quiet, request.flag("q", false));
    CHECK(readTexts(request, build));
    CHECK(readLimits(request, build.host));
    if (const auto header = request.headers.find("x-registry-config"); header != request.headers.end()) {
        TRY(build.credentials, images::decodeCredentialsMap(header->second));
    }
    return build;
}

std::string lineOf(const BuildEvent &event)
{
    switch (event.kind) {
    case BuildEvent::Kind::Json:
        return event.text;
    case BuildEvent::Kind::Image:
        return "{\"aux\":{\"ID\":" + api::quotedJson(event.text) + "}}";
    case BuildEvent::Kind::Stream:
    case BuildEvent::Kind::Record: // no line, but a header
        break;
    }
    return "{\"stream\":" + api::quotedJson(event.text) + "}";
}

Result<> buildImage(build::Builds &builds, const Request &request, api::ByteSource &body, TransferSink &out)
{
    TRY(const auto wanted, decodeBuild(request));
    ProgressLines progress(out);
    const auto outcome = builds.build(
        request.peer, wanted, body,
        [&](const BuildEvent &event) {
            if (event.kind == BuildEvent::Kind::Record)
                out.setHeader("Quayside-Build", event.text);
            else if (!wanted.quiet || event.kind == BuildEvent::Kind::Image)
                progress.line(lineOf(event), event.more);
        },
        [&] { return out.cancelled(); });
    if (outcome) {
        if (wanted.quiet)
            progress.line(lineOf({BuildEvent::Kind::Stream, *outcome + "\n"}));
        return {};
    }
    const auto &[error, exitCode] = outcome.error();
    if (exitCode == 0 || !out.started())
        return progress.end(std::unexpected(error));
    // docker build ends with the code of the command.
    const std::string message = api::quotedJson(error.message);
    progress.line("{\"errorDetail\":{\"code\":" + std::to_string(exitCode) + ",\"message\":" + message +
                  "},\"error\":" + message + "}");
    return {};
}

Result<std::optional<bool>> filterFlag(const api::Filters &filters, const std::string &name)
{
    if (!filters.contains(name))
        return std::nullopt;
    TRY(const bool value, filters.flag(name, false));
    return value;
}

Result<Response> prune(build::Builds &builds, const Request &request)
{
    CHECK(request.flag("all", false)); // all of the cache can be made again: there is nothing to spare
    build::PruneRequest wanted;
    const std::array<std::pair<const char *, std::uint64_t *>, 4> limits{
        {{"keep-storage", &wanted.reservedBytes}, // its old name
         {"reserved-space", &wanted.reservedBytes},
         {"max-used-space", &wanted.mostBytes},
         {"min-free-space", &wanted.minFreeBytes}}};
    for (const auto &[name, limit] : limits) {
        TRY(const auto bytes, request.number(name));
        if (bytes && *bytes < 0)
            return fail(ErrorKind::InvalidArgument, "invalid {} {}: a number of bytes is expected", name,
                        *bytes);
        if (bytes && *bytes > 0)
            *limit = static_cast<std::uint64_t>(*bytes);
    }
    TRY(auto filters, decodeFilters(request, {"until", "id", "parent", "type", "description", "inuse",
                                              "shared", "private", "unused-for"}));
    if (filters.contains("unused-for") && !filters.contains("until"))
        filters.values["until"] = filters.values["unused-for"];
    CHECK(untilAsSeconds(filters));
    if (filters.contains("until"))
        for (const auto &text : filters.values["until"])
            wanted.unusedBefore = std::stoll(text) * 1'000'000'000;
    const std::array<std::pair<const char *, std::set<std::string> *>, 4> words{
        {{"id", &wanted.ids},
         {"parent", &wanted.parents},
         {"description", &wanted.descriptions},
         {"type", &wanted.types}}};
    for (const auto &[name, set] : words)
        if (filters.contains(name))
            set->insert(filters.values[name].begin(), filters.values[name].end());
    TRY(const auto inUse, filterFlag(filters, "inuse"));
    TRY(const auto isPrivate, filterFlag(filters, "private"));
    TRY(wanted.shared, filterFlag(filters, "shared"));
    if (isPrivate)
        wanted.shared = !*isPrivate;
    if (inUse.value_or(false)) // nothing that a step uses at this moment is removed
        return Response::json(R"({"CachesDeleted":null,"SpaceReclaimed":0})");
    TRY(const auto pruned, builds.prune(request.peer, wanted));
    std::string ids;
    for (const auto &id : pruned.ids)
        ids += (ids.empty() ? "" : ",") + api::quotedJson(id);
    return Response::json("{\"CachesDeleted\":" + (ids.empty() ? "null" : "[" + ids + "]") +
                          ",\"SpaceReclaimed\":" + std::to_string(pruned.bytes) + "}");
}

} // namespace

Routes buildRoutes(build::Builds &builds)
{
    return {
        {"POST", "/build",
         TransferHandler([&builds](const Request &request, api::ByteSource &body, TransferSink &out) {
             return buildImage(builds, request, body, out);
         })},
        {"POST", "/build/prune",
         CallHandler([&builds](const Request &request) { return prune(builds, request); })},
    };
}

std::string buildCacheOf(const build::Builds &builds, const access::Peer &peer)
{
    api::Json list = api::Json::array();
    for (const auto &[step, shared] : builds.usage(peer)) {
        const auto time = [](std::int64_t ns) { return images::rfc3339(ns / 1'000'000'000); };
        list.push_back({{"ID", step.key},
                        {"Parents", api::Json::array({step.parent})},
                        {"Type", "regular"},
                        {"Description", step.description},
                        {"InUse", false},
                        {"Shared", shared},
                        {"Size", step.layer ? step.layer->size : 0},
                        {"CreatedAt", time(step.createdNs)},
                        {"LastUsedAt", time(step.usedNs)},
                        {"UsageCount", step.uses + 1}});
    }
    return list.dump(-1, ' ', false, api::Json::error_handler_t::replace);
}

} // namespace quayside::server
