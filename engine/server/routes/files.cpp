// Looking around in a container's or a volume's files, and changing one thing at a time.
// GET  /quayside/containers/{id}/files?path=&after=&text=&limit=    POST …/files  (FileEdit)
// GET, PUT /quayside/containers/{id}/file?path=   (If-Match, If-None-Match: *)
// The same below /quayside/volumes/{id}. In place of path and after, encoded and afterEncoded:
// docs/extensions.md.
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/containers/containers.h"
#include "engine/containers/files/containerfiles.h"
#include "engine/images/contents/listing.h"
#include "engine/server/routes/decoding.h"

namespace quayside::server
{

namespace
{

using containers::ContainerFiles;

Result<std::string> bytesOf(const Request &request, const char *plain, const char *coded,
                            std::string otherwise)
{
    if (const std::string text = request.value(coded); !text.empty())
        return images::decodedPath(text);
    return request.value(plain, std::move(otherwise));
}

ContainerFiles::FilePlace placeOf(const Request &request, bool volume)
{
    return {.ref = request.parameters.at("id"), .volume = volume};
}

Result<Response> list(ContainerFiles &files, const Request &request, bool volume)
{
    constexpr long most = 10'000;
    auto place = placeOf(request, volume);
    ContainerFiles::ListOptions options{.text = request.value("text")};
    TRY(place.path, bytesOf(request, "path", "encoded", "/"));
    TRY(options.after, bytesOf(request, "after", "afterEncoded", ""));
    TRY(const auto limit, request.number("limit"));
    if (limit && (*limit < 1 || *limit > most))
        return fail(ErrorKind::InvalidArgument, "invalid limit {}: between 1 and {} is expected", *limit,
                    most);
    options.limit = static_cast<std::uint32_t>(limit.value_or(most));
    TRY(const auto folder, files.list(request.peer, place, options));
    return Response::json(encode(folder));
}

Result<Response> edit(ContainerFiles &files, const Request &request, bool volume)
{
    TRY(const auto wanted, decodeBody<api::FileEdit>(request));
    CHECK(files.edit(request.peer, placeOf(request, volume), wanted));
    return Response::noContent();
}

// "\"version\"" → "version"; what is quoted otherwise fits no file.
std::string unquoted(const std::string &tag)
{
    return tag.size() >= 2 && tag.front() == '"' && tag.back() == '"' ? tag.substr(1, tag.size() - 2) : tag;
}

std::string versionOf(const Request &request)
{
    if (const auto none = request.headers.find("if-none-match"); none != request.headers.end())
        return "none";
    const auto match = request.headers.find("if-match");
    return match == request.headers.end() || match->second == "*" ? "" : unquoted(match->second);
}

Result<> read(ContainerFiles &files, const Request &request, bool volume, TransferSink &out)
{
    auto place = placeOf(request, volume);
    TRY(place.path, bytesOf(request, "path", "encoded", ""));
    const auto found = [&out](const api::ContainerPathStat &stat, const std::string &version) {
        out.setContentType("application/octet-stream");
        out.setHeader("ETag", "\"" + version + "\"");
        out.setHeader("Quayside-File-Size", std::to_string(stat.size));
    };
    return files.readFile(request.peer, place, found, out);
}

Result<> write(ContainerFiles &files, const Request &request, bool volume, api::SocketSource &body,
               TransferSink &out)
{
    auto place = placeOf(request, volume);
    TRY(place.path, bytesOf(request, "path", "encoded", ""));
    TRY(const std::string version, files.putFile(request.peer, place, versionOf(request), body));
    out.setContentType("application/json");
    out.setHeader("ETag", "\"" + version + "\"");
    return out.write("{\"Version\":" + api::quotedJson(version) + "}\n");
}

void addRoutes(Routes &routes, ContainerFiles &files, const std::string &prefix, bool volume)
{
    routes.push_back({"GET", prefix + "/files", CallHandler([&files, volume](const Request &request) {
                          return list(files, request, volume);
                      })});
    routes.push_back({"POST", prefix + "/files", CallHandler([&files, volume](const Request &request) {
                          return edit(files, request, volume);
                      })});
    routes.push_back(
        {"GET", prefix + "/file",
         TransferHandler([&files, volume](const Request &request, api::SocketSource &, TransferSink &out) {
             return read(files, request, volume, out);
         })});
    routes.push_back({"PUT", prefix + "/file",
                      TransferHandler([&files, volume](const Request &request, api::SocketSource &body,
                                                       TransferSink &out) {
                          return write(files, request, volume, body, out);
                      })});
}

} // namespace

Routes fileRoutes(containers::Containers &containers)
{
    Routes routes;
    addRoutes(routes, containers.files(), "/quayside/containers/{id}", false);
    addRoutes(routes, containers.files(), "/quayside/volumes/{id}", true);
    return routes;
}

} // namespace quayside::server
