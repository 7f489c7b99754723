// What other engines don't have for volumes.
// GET  /quayside/volumes/{name}/archive?compress=gzip|zstd
// PUT  /quayside/volumes/{name}/archive?create=&replace=
// POST /quayside/volumes/{name}/clone  {"Name": …} → progress lines
#include "engine/server/routes/resources.h"

#include "engine/api/json.h"
#include "engine/api/types/volumeclone.h"
#include "engine/containers/containers.h"
#include "engine/containers/files/volumefiles.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/progress.h"
#include "engine/volumes/volumes.h"

#include <chrono>

namespace quayside::server
{

namespace
{

using containers::VolumeFiles;
using containers::files::Compression;

constexpr const char *warningHeader = "Quayside-Warning";
constexpr std::size_t maxCloneRequest = 4096;
constexpr std::chrono::milliseconds betweenLines{200};

Result<Compression> compressionOf(const Request &request)
{
    const std::string name = request.value("compress", "none");
    if (name == "none")
        return Compression::None;
    if (name == "gzip")
        return Compression::Gzip;
    if (name == "zstd")
        return Compression::Zstd;
    return fail(ErrorKind::InvalidArgument, "compress={}: gzip, zstd and none are there", name);
}

std::string warningOf(std::size_t runningUsers)
{
    if (runningUsers == 0)
        return {};
    return std::format(
        "{} running container{} this volume: what is written meanwhile may be there in part only",
        runningUsers, runningUsers == 1 ? " uses" : "s use");
}

Result<> read(VolumeFiles &files, const Request &request, TransferSink &out)
{
    TRY(const Compression compression, compressionOf(request));
    const auto found = [&](std::size_t runningUsers) {
        out.setContentType(compression == Compression::None   ? "application/x-tar"
                           : compression == Compression::Gzip ? "application/gzip"
                                                              : "application/zstd");
        if (const std::string warning = warningOf(runningUsers); !warning.empty())
            out.setHeader(warningHeader, warning);
    };
    return files.read(request.peer, request.parameters.at("name"), compression, found, out);
}

Result<> write(VolumeFiles &files, const Request &request, api::SocketSource &body, TransferSink &out)
{
    VolumeFiles::WriteOptions options;
    TRY(options.create, request.flag("create", false));
    TRY(options.replace, request.flag("replace", false));
    TRY(const std::size_t users, files.write(request.peer, request.parameters.at("name"), options, body));
    out.setContentType("application/json");
    return out.write("{\"Warning\":" + api::quotedJson(warningOf(users)) + "}\n");
}

Result<> clone(volumes::Volumes &volumes, const Request &request, api::ByteSource &body, TransferSink &out)
{
    Request withBody = request;
    TRY(withBody.body, readBody(body, maxCloneRequest));
    TRY(const auto wanted, decodeBody<api::VolumeCloneRequest>(withBody));
    ProgressLines progress(out);
    auto said = std::chrono::steady_clock::now();
    const auto copied = [&](std::uint64_t bytes, std::uint64_t all) -> Result<> {
        if (out.cancelled())
            return fail(ErrorKind::Cancelled, "the client is gone");
        if (const auto now = std::chrono::steady_clock::now(); now - said >= betweenLines) {
            said = now;
            progress.line(std::format(R"({{"progressDetail":{{"current":{},"total":{}}}}})", bytes, all));
        }
        return {};
    };
    const auto made = volumes.clone(request.peer, request.parameters.at("name"), wanted.name, copied);
    if (!made)
        return progress.end(std::unexpected(made.error()));
    return progress.end(out.write("{\"status\":" + api::quotedJson(made->name) + "}\r\n"));
}

} // namespace

Routes volumeArchiveRoutes(volumes::Volumes &volumes, containers::Containers &containers)
{
    return {
        {"GET", "/quayside/volumes/{name}/archive",
         TransferHandler([&containers](const Request &request, api::SocketSource &, TransferSink &out) {
             return read(containers.volumeFiles(), request, out);
         })},
        {"PUT", "/quayside/volumes/{name}/archive",
         TransferHandler([&containers](const Request &request, api::SocketSource &body, TransferSink &out) {
             return write(containers.volumeFiles(), request, body, out);
         })},
        {"POST", "/quayside/volumes/{name}/clone",
         TransferHandler([&volumes](const Request &request, api::SocketSource &body, TransferSink &out) {
             return clone(volumes, request, body, out);
         })},
    };
}

} // namespace quayside::server
