// What is inside images, and what removing them would free.
// GET /quayside/images/{name}/{contents,packages,disk}   GET /quayside/images/prune?filters=
// GET /quayside/images/{name}/tree?layer=&path=&text=    GET /quayside/images/{name}/find?text=&layer=&limit=
// GET /quayside/images/{name}/file?path=&layer=          GET /quayside/images/{name}/compare?with=&path=
// layer: an index, or "all". In place of path, encoded: what an entry says in Encoded.
#include "engine/server/routes/resources.h"

#include "engine/images/contents/contents.h"
#include "engine/images/contents/listing.h"
#include "engine/server/routes/decoding.h"
#include "engine/containers/imageusers.h"

#include <unistd.h>

namespace quayside::server
{

namespace
{

using containers::Containers;
using images::Contents;
using images::Images;

const std::string &nameOf(const Request &request)
{
    return request.parameters.at("name");
}

Result<std::optional<std::size_t>> layerOf(const Request &request)
{
    if (request.value("layer", "all") == "all")
        return std::nullopt;
    TRY(const auto layer, request.number("layer"));
    if (!layer || *layer < 0)
        return fail(ErrorKind::InvalidArgument,
                    "invalid layer \"{}\": its index, counted from 0 at the bottom, or all is expected",
                    request.value("layer").substr(0, 100));
    return static_cast<std::size_t>(*layer);
}

Result<Contents::Place> placeOf(const Request &request)
{
    Contents::Place place{.image = nameOf(request), .path = request.value("path", "/")};
    TRY(place.layer, layerOf(request));
    if (const std::string coded = request.value("encoded"); !coded.empty()) {
        TRY(place.path, images::decodedPath(coded));
    }
    return place;
}

Result<Response> contents(Images &images, const Request &request)
{
    TRY(const auto found, images.contents().overview(request.peer, nameOf(request)));
    return Response::json(encode(found));
}

Result<Response> tree(Images &images, const Request &request)
{
    TRY(const auto place, placeOf(request));
    TRY(const auto found, images.contents().folder(request.peer, place, request.value("text")));
    return Response::json(encode(found));
}

Result<Response> find(Images &images, const Request &request)
{
    constexpr long usual = 500, most = 10'000;
    TRY(const auto place, placeOf(request));
    TRY(const auto limit, request.number("limit"));
    if (limit && (*limit < 1 || *limit > most))
        return fail(ErrorKind::InvalidArgument, "invalid limit {}: between 1 and {} is expected", *limit,
                    most);
    TRY(const auto found, images.contents().find(request.peer, place, request.value("text"),
                                                 static_cast<std::size_t>(limit.value_or(usual))));
    return Response::json(encode(found));
}

Result<Response> compare(Images &images, const Request &request)
{
    const std::string other = request.value("with");
    if (other.empty())
        return fail(ErrorKind::InvalidArgument, "nothing to compare it with: name another image as with");
    TRY(const auto place, placeOf(request));
    TRY(const auto found, images.contents().compare(request.peer, place, other));
    return Response::json(encode(found));
}

Result<Response> packages(Images &images, const Request &request)
{
    TRY(const auto found, images.contents().packages(request.peer, nameOf(request)));
    return Response::json(encode(found));
}

Result<> sendFile(Images &images, const Request &request, TransferSink &out)
{
    if (request.value("path").empty() && request.value("encoded").empty())
        return fail(ErrorKind::InvalidArgument, "which file? Name it as path");
    TRY(const auto place, placeOf(request));
    TRY(const Fd file, images.contents().openFile(request.peer, place));
    out.setContentType("application/octet-stream");
    std::string piece(std::size_t{256} * 1024, '\0');
    while (true) {
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failErrno(errno, "reading {}", place.path);
        if (got == 0)
            return {};
        CHECK(out.write({piece.data(), static_cast<std::size_t>(got)}));
    }
}

Result<Response> disk(Images &images, Containers &containers, const Request &request)
{
    TRY(auto found, images.disk(request.peer, nameOf(request), usersOf(containers)));
    TRY(const auto all, containers.list(request.peer, true, {}, false, {}));
    for (const api::ContainerSummary &container : all) {
        if (container.imageID != found.id)
            continue;
        const std::string name = container.names.empty() ? std::string() : container.names.front();
        found.usedBy.push_back(
            {container.id, name.starts_with('/') ? name.substr(1) : name, container.state});
    }
    return Response::json(encode(found));
}

Result<Response> previewPrune(Images &images, Containers &containers, const Request &request)
{
    TRY(auto filters, decodeFilters(request, {"dangling", "label", "label!", "until"}));
    CHECK(untilAsSeconds(filters));
    TRY(const auto preview, images.previewPrune(request.peer, filters, usersOf(containers)));
    return Response::json(encode(preview));
}

} // namespace

Routes imageContentRoutes(Images &images, Containers &containers)
{
    const auto call = [&images](Result<Response> (*handler)(Images &, const Request &)) {
        return CallHandler([&images, handler](const Request &request) { return handler(images, request); });
    };
    return {
        {"GET", "/quayside/images/prune", CallHandler([&images, &containers](const Request &request) {
             return previewPrune(images, containers, request);
         })},
        {"GET", "/quayside/images/{name:*}/contents", call(contents)},
        {"GET", "/quayside/images/{name:*}/tree", call(tree)},
        {"GET", "/quayside/images/{name:*}/find", call(find)},
        {"GET", "/quayside/images/{name:*}/compare", call(compare)},
        {"GET", "/quayside/images/{name:*}/packages", call(packages)},
        {"GET", "/quayside/images/{name:*}/disk", CallHandler([&images, &containers](const Request &request) {
             return disk(images, containers, request);
         })},
        {"GET", "/quayside/images/{name:*}/file",
         TransferHandler([&images](const Request &request, api::ByteSource &, TransferSink &out) {
             return sendFile(images, request, out);
         })},
    };
}

} // namespace quayside::server
