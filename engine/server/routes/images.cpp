// GET    /images/json?all=&shared-size=&manifests=&filters=
// GET    /images/{name}/json?manifests=      GET  /images/{name}/history
// POST   /images/{name}/tag?repo=&tag=       DELETE /images/{name}?force=&noprune=
// POST   /images/load?quiet=&quayside-platforms=           GET  /images/{name}/get   GET /images/get?names=
// POST   /images/prune?filters=
// POST   /images/create?fromSrc=-&repo=&tag=&message=&changes=
// POST   /images/create?fromImage=&tag=&platform=&quayside-platforms=   (X-Registry-Auth)
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/containers/containers.h"
#include "engine/images/images.h"
#include "engine/server/routes/decoding.h"
#include "engine/containers/imageusers.h"
#include "engine/server/routes/progress.h"
#include "engine/server/routes/registries.h"

namespace quayside::server
{

namespace
{

using images::Images;

const std::string &nameOf(const Request &request)
{
    return request.parameters.at("name");
}

std::vector<std::string> valuesOf(const Request &request, const std::string &name)
{
    std::vector<std::string> values;
    const auto [first, last] = request.query.equal_range(name);
    for (auto entry = first; entry != last; ++entry)
        if (!entry->second.empty())
            values.push_back(entry->second);
    return values;
}

// What `manifests=1` adds to an image in a list (1.47) and alone (1.48).
template <typename Shown>
Result<> addManifests(Shown &shown, const Images &images, const containers::Containers &containers,
                      const Request &request)
{
    TRY(auto found, images.manifests(request.peer, shown.id, usersOf(containers)));
    shown.descriptor = std::move(found.descriptor);
    shown.manifests = std::move(found.summaries);
    return {};
}

Result<Response> list(Images &images, const containers::Containers &containers, const Request &request)
{
    CHECK(request.flag("all", false)); // no intermediate images are kept: there is nothing to leave out
    TRY(const bool sharedSize, request.flag("shared-size", false));
    TRY(auto filters,
        decodeFilters(request, {"before", "dangling", "label", "label!", "reference", "since", "until"}));
    if (const std::string name = request.value("filter"); !name.empty()) // before 1.28
        filters.values["reference"].push_back(name);
    CHECK(untilAsSeconds(filters));
    TRY(const bool manifests, request.flag("manifests", false));
    TRY(auto found, images.list(request.peer, sharedSize, filters));
    for (api::ImageSummary &image : found)
        if (manifests)
            CHECK(addManifests(image, images, containers, request));
    return Response::json(encode(found));
}

Result<Response> inspect(Images &images, const containers::Containers &containers, const Request &request)
{
    TRY(const bool manifests, request.flag("manifests", false));
    TRY(auto found, images.inspect(request.peer, nameOf(request)));
    if (manifests)
        CHECK(addManifests(found, images, containers, request));
    return Response::json(encode(found));
}

Result<Response> history(Images &images, const Request &request)
{
    TRY(const auto found, images.history(request.peer, nameOf(request)));
    return Response::json(encode(found));
}

Result<Response> tag(Images &images, const Request &request)
{
    const std::string repository = request.value("repo");
    if (repository.empty())
        return fail(ErrorKind::InvalidArgument, "repository name must have at least one component");
    CHECK(images.tag(request.peer, nameOf(request), repository, request.value("tag", "latest")));
    Response response{201, {}, {}, {}};
    return response;
}

Result<Response> remove(Images &images, containers::Containers &containers, const Request &request)
{
    TRY(const bool force, request.flag("force", false));
    TRY(const bool noPrune, request.flag("noprune", false));
    TRY(const auto removed,
        images.remove(request.peer, nameOf(request), force, noPrune, usersOf(containers)));
    return Response::json(encode(removed));
}

Result<Response> prune(Images &images, containers::Containers &containers, const Request &request)
{
    TRY(auto filters, decodeFilters(request, {"dangling", "label", "label!", "until"}));
    CHECK(untilAsSeconds(filters));
    TRY(const auto report, images.prune(request.peer, filters, usersOf(containers)));
    return Response::json(encode(report));
}

Result<> load(Images &images, const Request &request, api::ByteSource &body, TransferSink &out)
{
    images::LoadWanted wanted;
    TRY(wanted.quiet, request.flag("quiet", false));
    TRY(wanted.allPlatforms, allPlatformsWanted(request));
    ProgressLines progress(out);
    auto loaded = images.load(request.peer, body, wanted, progress.sink());
    // What an archive lacks is a fault of the request: nothing that the path names is missing.
    if (!loaded && loaded.error().kind == ErrorKind::NotFound)
        loaded.error().kind = ErrorKind::InvalidArgument;
    return progress.end(std::move(loaded));
}

Result<> save(Images &images, const Request &request, const std::vector<std::string> &names,
              TransferSink &out)
{
    if (names.empty())
        return fail(ErrorKind::InvalidArgument, "no image to save: give at least one name");
    for (const std::string &name : names) // before the first byte of the answer
        if (const auto known = images.resolve(request.peer, name); !known)
            return std::unexpected(known.error());
    out.setContentType("application/x-tar");
    return images.save(request.peer, names, out);
}

Result<> create(Images &images, const Request &request, api::ByteSource &body, TransferSink &out)
{
    if (!request.value("fromImage").empty())
        return pullImage(images, request, out);
    const std::string source = request.value("fromSrc");
    if (source.empty())
        return fail(ErrorKind::InvalidArgument,
                    "nothing to make an image of: name an image (fromImage) or send an archive (fromSrc=-)");
    if (source != "-")
        return fail(
            ErrorKind::NotSupported,
            "importing from an address is not supported: send the archive with the request (fromSrc=-)");
    ProgressLines progress(out);
    const auto id = images.import(request.peer, body, request.value("repo"), request.value("tag"),
                                  request.value("message"), valuesOf(request, "changes"), progress.sink());
    if (!id)
        return progress.end(std::unexpected(id.error()));
    return progress.end(out.write("{\"status\":" + api::quotedJson(*id) + "}\r\n"));
}

} // namespace

Routes imageRoutes(Images &images, containers::Containers &containers)
{
    const auto call = [&images](Result<Response> (*handler)(Images &, const Request &)) {
        return CallHandler([&images, handler](const Request &request) { return handler(images, request); });
    };
    const auto withContainers =
        [&](Result<Response> (*handler)(Images &, const containers::Containers &, const Request &)) {
            return CallHandler([&images, &containers, handler](const Request &request) {
                return handler(images, containers, request);
            });
        };
    return {
        {"GET", "/images/json", withContainers(list)},
        {"GET", "/images/get",
         TransferHandler([&images](const Request &request, api::ByteSource &, TransferSink &out) {
             return save(images, request, valuesOf(request, "names"), out);
         })},
        {"POST", "/images/load",
         TransferHandler([&images](const Request &request, api::ByteSource &body, TransferSink &out) {
             return load(images, request, body, out);
         })},
        {"POST", "/images/create",
         TransferHandler([&images](const Request &request, api::ByteSource &body, TransferSink &out) {
             return create(images, request, body, out);
         })},
        {"GET", "/images/{name:*}/json", withContainers(inspect)},
        {"GET", "/images/{name:*}/history", call(history)},
        {"GET", "/images/{name:*}/get",
         TransferHandler([&images](const Request &request, api::ByteSource &, TransferSink &out) {
             return save(images, request, {nameOf(request)}, out);
         })},
        {"POST", "/images/prune", CallHandler([&images, &containers](const Request &request) {
             return prune(images, containers, request);
         })},
        {"POST", "/images/{name:*}/tag", call(tag)},
        {"DELETE", "/images/{name:*}", CallHandler([&images, &containers](const Request &request) {
             return remove(images, containers, request);
         })},
    };
}

} // namespace quayside::server
