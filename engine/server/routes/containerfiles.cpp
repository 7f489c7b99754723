// HEAD, GET, PUT /containers/{id}/archive?path=   (PUT: noOverwriteDirNonDir=&copyUIDGID=)
// GET  /containers/{id}/export                    GET /containers/{id}/changes
// POST /commit?container=&repo=&tag=&comment=&author=&pause=&changes=
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/containers/containers.h"
#include "engine/containers/files/containerfiles.h"
#include "engine/server/routes/decoding.h"

#include <QByteArray>

namespace quayside::server
{

namespace
{

using containers::ContainerFiles;
using containers::Containers;

const std::string &idOf(const Request &request)
{
    return request.parameters.at("id");
}

constexpr const char *statHeader = "X-Docker-Container-Path-Stat";

std::string headerOf(const api::ContainerPathStat &stat)
{
    return QByteArray::fromStdString(encode(stat)).toBase64().toStdString();
}

Result<Response> stat(Containers &containers, const Request &request)
{
    TRY(const auto found, containers.files().stat(request.peer, idOf(request), request.value("path")));
    return Response{200, "application/json", {}, {{statHeader, headerOf(found)}}};
}

Result<> read(Containers &containers, const Request &request, api::SocketSource &, TransferSink &out)
{
    const auto found = [&out](const api::ContainerPathStat &stat) {
        out.setContentType("application/x-tar");
        out.setHeader(statHeader, headerOf(stat));
    };
    return containers.files().read(request.peer, idOf(request), request.value("path"), found, out);
}

Result<> write(Containers &containers, const Request &request, api::SocketSource &body, TransferSink &)
{
    ContainerFiles::WriteOptions options;
    TRY(options.keepDirectories, request.flag("noOverwriteDirNonDir", false));
    TRY(options.copyOwner, request.flag("copyUIDGID", false));
    return containers.files().write(request.peer, idOf(request), request.value("path"), options, body);
}

Result<> exportRoot(Containers &containers, const Request &request, api::SocketSource &, TransferSink &out)
{
    const auto found = [&out] { out.setContentType("application/octet-stream"); };
    return containers.files().exportRoot(request.peer, idOf(request), found, out);
}

Result<Response> changes(Containers &containers, const Request &request)
{
    TRY(const auto found, containers.files().changes(request.peer, idOf(request)));
    return Response::json(encode(found));
}

Result<Response> commit(Containers &containers, const Request &request)
{
    ContainerFiles::CommitOptions options{.repository = request.value("repo"),
                                          .tag = request.value("tag"),
                                          .comment = request.value("comment"),
                                          .author = request.value("author")};
    TRY(options.pause, request.flag("pause", true));
    const auto [first, last] = request.query.equal_range("changes");
    for (auto entry = first; entry != last; ++entry)
        options.changes.push_back(entry->second);
    CHECK(requireJson(request));
    if (const std::string body = request.body; !body.empty() && body != "null" && body != "null\n") {
        TRY(options.config, api::decode<api::ContainerConfig>(body));
    }
    TRY(const std::string id, containers.files().commit(request.peer, request.value("container"), options));
    return Response::json("{\"Id\":" + api::quotedJson(id) + "}\n", 201);
}

} // namespace

Routes containerFileRoutes(Containers &containers)
{
    const auto call = [&containers](Result<Response> (*handler)(Containers &, const Request &)) {
        return CallHandler(
            [&containers, handler](const Request &request) { return handler(containers, request); });
    };
    using Transfer = Result<> (*)(Containers &, const Request &, api::SocketSource &, TransferSink &);
    const auto transfer = [&containers](Transfer handler) {
        return TransferHandler(
            [&containers, handler](const Request &request, api::SocketSource &body, TransferSink &out) {
                return handler(containers, request, body, out);
            });
    };
    return {
        {"HEAD", "/containers/{id}/archive", call(stat)},
        {"GET", "/containers/{id}/archive", transfer(read)},
        {"PUT", "/containers/{id}/archive", transfer(write)},
        {"GET", "/containers/{id}/export", transfer(exportRoot)},
        {"GET", "/containers/{id}/changes", call(changes)},
        {"POST", "/commit", call(commit)},
    };
}

} // namespace quayside::server
