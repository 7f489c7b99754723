// POST /containers/{id}/exec   POST /exec/{id}/start   POST /exec/{id}/resize?h=&w=   GET /exec/{id}/json
#include "engine/server/routes/resources.h"

#include "engine/containers/containers.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/inputpump.h"
#include "engine/server/routes/looppost.h"
#include "engine/server/routes/outputpump.h"
#include "engine/server/routes/streamtype.h"
#include "engine/server/workers.h"

namespace quayside::server
{

namespace
{

using containers::Containers;

constexpr long maxTerminalSide = 65535; // struct winsize holds 16 bits

const std::string &idOf(const Request &request)
{
    return request.parameters.at("id");
}

Result<Response> create(Containers &containers, const Request &request)
{
    TRY(const auto wanted, decodeBody<api::ExecCreateRequest>(request));
    if (wanted.cmd.empty())
        return fail(ErrorKind::InvalidArgument, "No exec command specified");
    CHECK(checkDetachKeys(wanted.detachKeys));
    CHECK(access::mayExec(request.peer, wanted));
    TRY(const std::string id, containers.createExec(request.peer, idOf(request), wanted));
    return Response::json(encode(api::IDResponse{id}), 201);
}

Result<Response> inspect(Containers &containers, const Request &request)
{
    TRY(const auto found, containers.inspectExec(request.peer, idOf(request)));
    return Response::json(encode(found));
}

Result<Response> resize(Containers &containers, const Request &request)
{
    TRY(const int rows, requiredNumber(request, "h", 0, maxTerminalSide));
    TRY(const int columns, requiredNumber(request, "w", 0, maxTerminalSide));
    CHECK(containers.resizeExec(request.peer, idOf(request), rows, columns));
    return Response{};
}

// What a worker thread hands to the event loop.
struct Started {
    containers::Streams streams;
    std::unique_ptr<Containers::WaitHandle> whenEnded;
    std::string refusal; // the command is missing or cannot be executed
};
using SharedStarted = std::shared_ptr<Started>;

// The client's side of one exec. The stream ends after both the output's end and the process's, so that a
// client that then asks for the exit code gets it.
class ExecSession : public QObject
{
public:
    explicit ExecSession(Channel *channel) : QObject(channel), m_channel(channel) {}

    void run(const SharedStarted &started)
    {
        containers::Streams &streams = started->streams;
        m_whenEnded = std::move(started->whenEnded);
        m_output = new OutputPump(m_channel, std::move(streams.output), std::move(streams.error),
                                  !streams.terminal, this);
        if (streams.input)
            new InputPump(m_channel, std::move(streams.input), std::move(streams.inputEnded), this);
        connect(m_output, &OutputPump::ended, this, [this] {
            m_outputEnded = true;
            finishWhenOver();
        });
        connect(m_channel, &Channel::closed, this, [this] {
            m_output->discard();
            deleteLater();
        });
        m_output->start();
    }

    // May come before run(), where the process ended at once.
    void processEnded()
    {
        m_processEnded = true;
        finishWhenOver();
    }

private:
    void finishWhenOver()
    {
        if (!m_processEnded || !m_outputEnded)
            return;
        m_channel->finish();
        deleteLater();
    }

    Channel *m_channel;
    OutputPump *m_output = nullptr;
    std::unique_ptr<Containers::WaitHandle> m_whenEnded;
    bool m_outputEnded = false, m_processEnded = false;
};

Result<SharedStarted> startOn(Containers &containers, const access::Peer &peer, const std::string &id,
                              const api::ExecStartRequest &wanted, const std::function<void()> &ended)
{
    const bool sized = wanted.consoleSize.size() == 2;
    const auto side = [&](std::size_t index) {
        return sized
                   ? static_cast<int>(std::clamp<std::int64_t>(wanted.consoleSize[index], 0, maxTerminalSide))
                   : 0;
    };
    auto started = std::make_shared<Started>();
    auto streams = containers.startExec(peer, id, wanted.detach, wanted.tty, side(0), side(1));
    if (!streams) {
        const ErrorKind kind = streams.error().kind;
        if (wanted.detach || (kind != ErrorKind::NoCommand && kind != ErrorKind::CannotRun))
            return std::unexpected(streams.error());
        started->refusal = streams.error().message;
        started->streams.terminal = wanted.tty;
        return started;
    }
    started->streams = std::move(*streams);
    if (!wanted.detach) {
        TRY(started->whenEnded, containers.whenExecEnds(peer, id, ended));
    }
    return started;
}

void answer(Channel *channel, ExecSession *session, const SharedStarted &started, bool detach, int apiMinor)
{
    if (detach) {
        channel->begin(200, "application/json");
        channel->finish();
        session->deleteLater();
        return;
    }
    channel->hijack(streamType(started->streams.terminal, apiMinor));
    if (started->refusal.empty())
        return session->run(started);
    // As dockerd does: the stream says why, and the exit code (126 or 127) is asked for afterwards.
    const std::string text = started->refusal + "\r\n";
    channel->write(started->streams.terminal ? text : frameOf(api::Stream::Stdout, text));
    channel->finish();
    session->deleteLater();
}

Result<> start(Containers &containers, const Request &request, Channel *channel)
{
    TRY(const auto wanted, decodeBody<api::ExecStartRequest>(request));
    auto *session = new ExecSession(channel);
    const auto ended = postTo(session, std::function<void()>([session] { session->processEnded(); }));
    callThen<SharedStarted>(
        channel,
        [&containers, peer = request.peer, id = idOf(request), wanted, ended] {
            return startOn(containers, peer, id, wanted, ended);
        },
        [channel, session, detach = wanted.detach, minor = request.apiMinor](const SharedStarted &started) {
            answer(channel, session, started, detach, minor);
        });
    return {};
}

} // namespace

Routes execRoutes(Containers &containers)
{
    const auto call = [&containers](Result<Response> (*handler)(Containers &, const Request &)) {
        return CallHandler(
            [&containers, handler](const Request &request) { return handler(containers, request); });
    };
    return {
        {"POST", "/containers/{id}/exec", call(create)},
        {"GET", "/exec/{id}/json", call(inspect)},
        {"POST", "/exec/{id}/resize", call(resize)},
        {"POST", "/exec/{id}/start", SessionHandler([&containers](const Request &request, Channel *channel) {
             return start(containers, request, channel);
         })},
    };
}

} // namespace quayside::server
