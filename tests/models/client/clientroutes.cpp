#include "tests/models/client/clientroutes.h"

#include "engine/api/stream/frames.h"

#include <fstream>

namespace quayside::test
{

using server::CallHandler;
using server::Channel;
using server::Request;
using server::Response;
using server::SessionHandler;
using server::TransferHandler;
using server::TransferSink;

namespace
{

Result<Response> remember(const Request &request, Result<Response> response)
{
    seen = {request.path, request.query, request.body};
    return response;
}

std::string frame(api::Stream stream, std::string_view text)
{
    const auto header = api::frameHeader(stream, static_cast<std::uint32_t>(text.size()));
    return std::string(header.data(), header.size()) + std::string(text);
}

class Terminal : public QObject
{
public:
    Terminal(Channel *channel, bool terminal) : QObject(channel)
    {
        streamClosed = false;
        connect(channel, &Channel::received, this, [=](const QByteArray &bytes) {
            const std::string text = bytes.toStdString();
            channel->write(terminal ? text
                                    : frame(api::Stream::Stdout, text) + frame(api::Stream::Stderr, "!"));
        });
        connect(channel, &Channel::inputEnded, this, [=] {
            channel->write(terminal ? "end" : frame(api::Stream::Stdout, "end"));
            channel->finish();
        });
        connect(channel, &Channel::closed, this, [] { streamClosed = true; });
        channel->hijack(terminal ? "application/vnd.docker.raw-stream"
                                 : "application/vnd.docker.multiplexed-stream");
    }
};

class Follow : public QObject
{
public:
    Follow(Channel *channel, std::string piece, int count)
        : QObject(channel), m_piece(std::move(piece)), m_left(count)
    {
        streamClosed = false;
        connect(channel, &Channel::closed, this, [] { streamClosed = true; });
        connect(channel, &Channel::writable, this, [this, channel] { pump(channel); });
        channel->begin(200, "application/vnd.docker.raw-stream");
        pump(channel);
    }
    void pump(Channel *channel)
    {
        for (; m_left > 0; --m_left)
            if (!channel->write(m_piece)) {
                --m_left;
                return;
            }
        channel->finish();
    }
    std::string m_piece;
    int m_left;
};

} // namespace

server::Routes containerRoutes()
{
    return {
        {"GET", "/containers/json", CallHandler([](const Request &r) {
             return remember(r, Response::json(R"([{"Id":"abc","Names":["/web"],"State":"running"}])"));
         })},
        {"POST", "/containers/create", CallHandler([](const Request &r) -> Result<Response> {
             if (r.value("name") == "taken")
                 return fail(ErrorKind::Conflict, "the name taken is taken");
             return remember(r, Response::json(R"({"Id":"new","Warnings":["careful"]})", 201));
         })},
        {"POST", "/containers/{id}/start", CallHandler([](const Request &r) -> Result<Response> {
             if (r.parameters.at("id") == "runs")
                 return fail(ErrorKind::NotModified, "runs already");
             return remember(r, Response::noContent());
         })},
        {"GET", "/containers/{id}/json", CallHandler([](const Request &r) -> Result<Response> {
             const std::string id = r.parameters.at("id");
             if (id == "none")
                 return fail(ErrorKind::NotFound, "No such container: none");
             return Response::json(std::string(R"({"Id":"x","Config":{"Tty":)") +
                                   (id == "tty" ? "true" : "false") + "}}");
         })},
        {"GET", "/containers/{id}/logs", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             const std::string id = r.parameters.at("id");
             if (id == "tty")
                 new Follow(channel, "raw\r\n", 3);
             else if (id == "flood")
                 new Follow(channel, frame(api::Stream::Stdout, std::string(65528, 'x')), 16384);
             else
                 new Follow(channel,
                            frame(api::Stream::Stdout, "out\n") + frame(api::Stream::Stderr, "err\n"), 2);
             return {};
         })},
        {"POST", "/containers/{id}/attach",
         SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             new Terminal(channel, r.parameters.at("id") == "tty");
             return {};
         })},
        {"GET", "/broken", CallHandler([](const Request &) { return Response::json("{"); })},
    };
}

namespace
{

Result<> loadImages(const Request &, api::ByteSource &body, TransferSink &out)
{
    uploaded = 0;
    std::string buffer(65536, '\0');
    for (;;) {
        TRY(const std::size_t got, body.read(buffer));
        if (got == 0)
            break;
        uploaded += got;
    }
    CHECK(out.write(R"({"status":"Loading layer","id":"l1","progressDetail":{"current":5,"total":10}})"
                    "\r\n{\"stream\":\"Loaded image: x\\n\"}"));
    return out.write("\n");
}

Result<> makeBase(const Request &request, api::ByteSource &body, TransferSink &out)
{
    std::string buffer(4096, '\0');
    TRY(const std::size_t got, body.read(buffer));
    seen = {request.path, request.query, buffer.substr(0, got)};
    CHECK(out.write("{\"stream\":\"I: retrieving\"}\n"));
    return out.write(R"({"errorDetail":{"message":"no mirror answers"},"error":"no mirror answers"})");
}

} // namespace

server::Routes otherRoutes()
{
    return {
        {"GET", "/_ping", CallHandler([](const Request &) { return Response{200, "text/plain", "OK", {}}; })},
        {"POST", "/images/load", TransferHandler(loadImages)},
        {"POST", "/images/create",
         TransferHandler([](const Request &r, api::ByteSource &body, TransferSink &out) -> Result<> {
             if (r.value("repo") == "refused")
                 return fail(ErrorKind::NoSpace, "the disk is full");
             CHECK(loadImages(r, body, out));
             return out.write("{\"status\":\"sha256:1234\"}\r\n");
         })},
        {"GET", "/images/get",
         TransferHandler([](const Request &r, api::ByteSource &, TransferSink &out) -> Result<> {
             const std::string piece(65536, 'i');
             for (int i = 0; i < 256; ++i) {
                 if (i == 100 && r.value("names") == "broken")
                     return fail(ErrorKind::Internal, "a blob is damaged");
                 CHECK(out.write(piece));
             }
             return {};
         })},
        {"POST", "/quayside/images/base", TransferHandler(makeBase)},
        {"GET", "/events", SessionHandler([](const Request &, Channel *channel) -> Result<> {
             streamClosed = false;
             QObject::connect(channel, &Channel::closed, channel, [] { streamClosed = true; });
             channel->begin(200, "application/json");
             channel->write(
                 R"({"Type":"container","Action":"start","Actor":{"ID":"abc","Attributes":{"name":"web"}})");
             channel->write(R"(,"scope":"local","time":1,"timeNano":1000000000})"
                            "\n");
             return {};
         })},
    };
}

long residentKiB()
{
    std::ifstream status("/proc/self/status");
    std::string line;
    while (std::getline(status, line))
        if (line.starts_with("VmRSS:"))
            return std::strtol(line.c_str() + 6, nullptr, 10);
    return 0;
}

} // namespace quayside::test
