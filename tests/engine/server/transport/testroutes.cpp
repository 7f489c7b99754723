#include "tests/engine/server/transport/testroutes.h"

#include "engine/api/http/body.h"

#include <chrono>
#include <fstream>
#include <thread>

#include <unistd.h>

namespace quayside::test
{

using namespace quayside::server;

namespace
{

// Writes `total` bytes of zeros as the client takes them.
class Flood : public QObject
{
public:
    Flood(Channel *channel, std::size_t total, std::size_t piece)
        : QObject(channel), m_channel(channel), m_left(total), m_piece(piece, '\0')
    {
        connect(channel, &Channel::writable, this, &Flood::pump);
        connect(channel, &Channel::closed, this, [this] { floodEnded = true; });
        floodEnded = false;
        floodWritten = 0;
        channel->begin(200, "application/octet-stream");
        pump();
    }

private:
    void pump()
    {
        while (m_left > 0) {
            const std::size_t now = std::min(m_left, m_piece.size());
            m_left -= now;
            floodWritten += now;
            if (!m_channel->write(std::string_view(m_piece).substr(0, now)) && m_left > 0)
                return;
        }
        m_channel->finish();
    }
    Channel *m_channel;
    std::size_t m_left;
    std::string m_piece;
};

// Sends back what it gets on a hijacked connection; "bye" at the end of the input.
class Echo : public QObject
{
public:
    explicit Echo(Channel *channel) : QObject(channel)
    {
        echoClosed = false;
        connect(channel, &Channel::received, this, [channel](const QByteArray &bytes) {
            if (!channel->write({bytes.constData(), static_cast<std::size_t>(bytes.size())}))
                channel->pauseReading(true);
        });
        connect(channel, &Channel::writable, this, [channel] { channel->pauseReading(false); });
        connect(channel, &Channel::inputEnded, this, [channel] {
            channel->write("bye");
            channel->finish();
        });
        connect(channel, &Channel::closed, this, [] { echoClosed = true; });
        channel->hijack("application/vnd.docker.raw-stream");
    }
};

Result<> swallow(const Request &, api::ByteSource &body, TransferSink &out)
{
    transferred = 0;
    std::string buffer(65536, '\0');
    for (;;) {
        auto got = body.read(buffer);
        if (!got) {
            transferCancelled = got.error().kind == ErrorKind::Cancelled;
            return std::unexpected(got.error());
        }
        if (*got == 0)
            break;
        transferred += *got;
    }
    return out.write(std::to_string(transferred));
}

// As another process would: with a parser of its own, on the socket.
Result<> borrowInput(const Request &, api::SocketSource &body, TransferSink &)
{
    transferred = 0;
    TRY(auto loan, body.lendInput());
    api::BodyParser parser(loan.framing);
    api::BodySource source(body.socket(), parser, std::move(loan.ahead));
    std::string buffer(65536, '\0');
    for (;;) {
        auto got = source.read(buffer);
        if (!got)
            transferCancelled = got.error().kind == ErrorKind::Cancelled;
        TRY(const std::size_t count, std::move(got));
        if (count == 0)
            return {};
        transferred += count;
    }
}

Result<> borrowOutput(const Request &request, api::SocketSource &, TransferSink &out)
{
    TRY(const auto loan, out.lendOutput());
    api::BodySink sink(out.socket(), loan.chunked);
    CHECK(sink.begin(10, "hello"));
    CHECK(sink.put("world"));
    CHECK(sink.write("!"));
    CHECK(sink.begin(2, "ab"));
    CHECK(sink.flush());
    return request.value("fail") == "1" ? fail(ErrorKind::Internal, "no more") : Result<>();
}

Result<> pour(const Request &request, api::ByteSource &, TransferSink &out)
{
    out.setContentType("application/x-tar");
    const std::string piece(65536, 'x');
    for (long left = request.number("pieces")->value_or(1); left > 0; --left) {
        if (auto written = out.write(piece); !written) {
            transferCancelled = true;
            return written;
        }
    }
    return {};
}

} // namespace

std::string request(const std::string &line, const std::string &fields, const std::string &body)
{
    return line + " HTTP/1.1\r\nHost: engine\r\n" + fields + "\r\n" + body;
}

std::string post(const std::string &path, const std::string &body)
{
    return request("POST " + path, "Content-Length: " + std::to_string(body.size()) + "\r\n", body);
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

Routes testRoutes()
{
    return {
        {"GET", "/_ping", CallHandler([](const Request &) { return Response{200, "text/plain", "OK", {}}; })},
        {"HEAD", "/_ping",
         CallHandler([](const Request &) { return Response{200, "text/plain", "OK", {}}; })},
        {"POST", "/echo",
         CallHandler([](const Request &r) { return Response{200, "text/plain", r.body, {}}; })},
        {"GET", "/slow", CallHandler([](const Request &) {
             std::this_thread::sleep_for(std::chrono::milliseconds(300));
             return Response{200, "text/plain", "slow", {}};
         })},
        {"GET", "/what", CallHandler([](const Request &r) {
             return Response{
                 200,
                 "text/plain",
                 std::format("1.{} {} uid {} pid {}", r.apiMinor, r.value("q"), r.peer.uid, r.peer.pid),
                 {}};
         })},
        {"GET", "/images/{name:*}/json", CallHandler([](const Request &r) {
             return Response{200, "text/plain", r.parameters.at("name"), {}};
         })},
        {"DELETE", "/none", CallHandler([](const Request &) { return Response::noContent(); })},
        {"POST", "/conflict", CallHandler([](const Request &) -> Result<Response> {
             return fail(ErrorKind::Conflict, "the name \"web\" is taken");
         })},
        {"POST", "/swallow", TransferHandler(swallow)},
        {"GET", "/pour", TransferHandler(pour)},
        {"POST", "/borrow", TransferHandler(borrowInput)},
        {"GET", "/borrow", TransferHandler(borrowOutput)},
        {"POST", "/refuse",
         TransferHandler([](const Request &, api::ByteSource &, TransferSink &) -> Result<> {
             return fail(ErrorKind::NotSupported, "not this");
         })},
        {"GET", "/flood", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             new Flood(channel, static_cast<std::size_t>(r.number("bytes")->value_or(0)), 65536);
             return {};
         })},
        {"POST", "/attach", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             if (r.value("fail") == "1")
                 return fail(ErrorKind::NotFound, "no such container");
             new Echo(channel);
             return {};
         })},
        {"GET", "/then", SessionHandler([](const Request &r, Channel *channel) -> Result<> {
             const bool works = r.value("fail").empty();
             callThen<std::unique_ptr<int>>(
                 channel,
                 [works]() -> Result<std::unique_ptr<int>> {
                     if (works)
                         return std::make_unique<int>(42);
                     return fail(ErrorKind::NotFound, "no answer");
                 },
                 [channel](std::unique_ptr<int> number) {
                     channel->begin(200, "text/plain");
                     channel->write(std::to_string(*number));
                     channel->finish();
                 });
             return {};
         })},
    };
}

} // namespace quayside::test
