// GET  /containers/{id}/logs?follow=&stdout=&stderr=&since=&until=&timestamps=&tail=
// POST /containers/{id}/attach?stream=&logs=&stdin=&stdout=&stderr=
// GET  /containers/{id}/attach/ws?stream=&logs=&stdin=&stdout=&stderr=
// POST /containers/{id}/wait?condition=
#include "engine/server/routes/resources.h"

#include "engine/containers/containers.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/inputpump.h"
#include "engine/server/routes/logpump.h"
#include "engine/server/routes/looppost.h"
#include "engine/server/routes/streamtype.h"
#include "engine/server/transport/websocketchannel.h"
#include "engine/server/workers.h"

#include <QTimer>

#include <algorithm>
#include <charconv>
#include <limits>

namespace quayside::server
{

namespace
{

using containers::Containers;
using containers::WaitCondition;
using containers::WaitResult;

// What a worker thread hands to the event loop; shared, since a std::function must be copyable.
struct Opened {
    containers::Streams streams;
    std::unique_ptr<Containers::WaitHandle> whenEnded, whenInputOpens;
};
using SharedOpened = std::shared_ptr<Opened>;

// Output from the log, input to the container, until the container ends or the client leaves.
class StreamSession : public QObject
{
public:
    explicit StreamSession(Channel *channel) : QObject(channel), m_channel(channel)
    {
        connect(channel, &Channel::closed, this, &QObject::deleteLater);
    }

    // The channel has begun its answer. Without a log to read: input only.
    void run(const SharedOpened &opened, bool follow)
    {
        containers::Streams &streams = opened->streams;
        m_whenEnded = std::move(opened->whenEnded);
        m_whenInputOpens = std::move(opened->whenInputOpens);
        if (streams.input || streams.inputLater) {
            m_input = new InputPump(m_channel, std::move(streams.input), std::move(streams.inputEnded), this);
            if (m_earlyInput)
                m_input->open(std::move(m_earlyInput));
        }
        if (streams.log) {
            m_log = new LogPump(std::move(streams.log), follow, !streams.terminal, m_channel, this);
            connect(m_log, &LogPump::ended, this, &StreamSession::finish);
            m_log->start();
        }
        if (m_containerEnded)
            containerEnded();
    }

    // Both may come before run(), where the container starts and ends at once.
    void inputOpened(Fd input)
    {
        if (m_input)
            m_input->open(std::move(input));
        else
            m_earlyInput = std::move(input);
    }
    void containerEnded()
    {
        m_containerEnded = true;
        if (m_log)
            m_log->sourceEnded();
        else if (m_whenEnded)
            finish();
    }

    // A container that stays silent does not keep its followers past their `until`.
    void endAt(std::int64_t untilNs)
    {
        constexpr std::int64_t longest = std::numeric_limits<int>::max(); // of a timer: 24 days
        const std::int64_t left = (untilNs - nowNanoseconds()) / 1'000'000 + 1;
        QTimer::singleShot(static_cast<int>(std::clamp<std::int64_t>(left, 0, longest)), this,
                           [this, untilNs] {
                               if (nowNanoseconds() < untilNs)
                                   endAt(untilNs);
                               else
                                   containerEnded();
                           });
    }

private:
    void finish()
    {
        m_channel->finish();
        deleteLater();
    }

    Channel *m_channel;
    LogPump *m_log = nullptr;
    InputPump *m_input = nullptr;
    std::unique_ptr<Containers::WaitHandle> m_whenEnded, m_whenInputOpens;
    Fd m_earlyInput;
    bool m_containerEnded = false;
};

// What the backend calls from its threads.
struct Callbacks {
    explicit Callbacks(StreamSession *session)
        : logEnded(postTo(session, std::function<void()>([session] { session->containerEnded(); }))),
          exited(postTo(session, std::function<void(WaitResult)>(
                                     [session](const WaitResult &) { session->containerEnded(); }))),
          inputOpened(postTo(session, std::function<void(Fd)>(
                                          [session](Fd input) { session->inputOpened(std::move(input)); })))
    {
    }
    std::function<void()> logEnded;
    std::function<void(WaitResult)> exited;
    std::function<void(Fd)> inputOpened;
};

// ?tail=: "all" or a number of lines; dockerd takes anything else for all.
std::optional<std::uint64_t> tailOf(const Request &request)
{
    const std::string text = request.value("tail");
    std::uint64_t lines = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), lines);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return lines;
}

Result<logs::ReadOptions> readOptions(const Request &request)
{
    logs::ReadOptions options;
    TRY(options.follow, request.flag("follow", false));
    TRY(options.stdoutWanted, request.flag("stdout", false));
    TRY(options.stderrWanted, request.flag("stderr", false));
    TRY(options.timestamps, request.flag("timestamps", false));
    TRY(options.details, request.flag("details", false));
    if (!options.stdoutWanted && !options.stderrWanted)
        return fail(ErrorKind::InvalidArgument, "Bad parameters: you must choose at least one stream");
    options.tail = tailOf(request);
    TRY(const auto since, timeOf(request, "since"));
    TRY(const auto until, timeOf(request, "until"));
    options.sinceNs = since.value_or(0);
    options.untilNs = until.value_or(0);
    return options;
}

Result<SharedOpened> openLog(Containers &containers, const access::Peer &peer, const std::string &id,
                             logs::ReadOptions options, const Callbacks &callbacks)
{
    auto opened = std::make_shared<Opened>();
    TRY(opened->streams.terminal, containers.hasTerminal(peer, id));
    options.multiplexed = !opened->streams.terminal;
    TRY(opened->streams.log, containers.logs(peer, id, options));
    if (options.follow) {
        TRY(opened->whenEnded, containers.whenLogEnds(peer, id, callbacks.logEnded));
    }
    return opened;
}

Result<> logs(Containers &containers, const Request &request, Channel *channel)
{
    TRY(const auto options, readOptions(request));
    auto *session = new StreamSession(channel);
    callThen<SharedOpened>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id"), options,
         callbacks = Callbacks(session)] { return openLog(containers, peer, id, options, callbacks); },
        [channel, session, follow = options.follow, untilNs = options.untilNs,
         minor = request.apiMinor](const SharedOpened &opened) {
            channel->begin(200, streamType(opened->streams.terminal, minor));
            session->run(opened, follow);
            if (follow && untilNs != 0)
                session->endAt(untilNs);
        });
    return {};
}

struct AttachOptions {
    bool stream = false, logs = false, stdinWanted = false, stdoutWanted = false, stderrWanted = false;
};

Result<SharedOpened> openAttach(Containers &containers, const access::Peer &peer, const std::string &id,
                                const AttachOptions &wanted, const Callbacks &callbacks)
{
    if (!wanted.stream) { // just the log so far
        return openLog(containers, peer, id,
                       {.stdoutWanted = wanted.stdoutWanted, .stderrWanted = wanted.stderrWanted}, callbacks);
    }
    auto opened = std::make_shared<Opened>();
    TRY(opened->streams, containers.attach(peer, id, wanted.logs, wanted.stdinWanted, wanted.stdoutWanted,
                                           wanted.stderrWanted));
    // The next exit and not the log's end: `docker start -a` attaches to an exited container, then starts it.
    // When it comes, the log is complete.
    TRY(opened->whenEnded, containers.wait(peer, id, WaitCondition::NextExit, callbacks.exited));
    if (opened->streams.inputLater) {
        TRY(opened->whenInputOpens, containers.whenInputOpens(peer, id, callbacks.inputOpened));
    }
    return opened;
}

Result<AttachOptions> attachOptions(const Request &request)
{
    AttachOptions wanted;
    TRY(wanted.stream, request.flag("stream", false));
    TRY(wanted.logs, request.flag("logs", false));
    TRY(wanted.stdinWanted, request.flag("stdin", false));
    TRY(wanted.stdoutWanted, request.flag("stdout", false));
    TRY(wanted.stderrWanted, request.flag("stderr", false));
    CHECK(checkDetachKeys(request.value("detachKeys")));
    return wanted;
}

Result<> attach(Containers &containers, const Request &request, Channel *channel)
{
    TRY(const auto wanted, attachOptions(request));
    auto *session = new StreamSession(channel);
    callThen<SharedOpened>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id"), wanted,
         callbacks = Callbacks(session)] { return openAttach(containers, peer, id, wanted, callbacks); },
        [channel, session, wanted, minor = request.apiMinor](const SharedOpened &opened) {
            channel->hijack(streamType(opened->streams.terminal, minor));
            session->run(opened, wanted.stream);
        });
    return {};
}

// Both output streams raw and in one, as dockerd sends them: a message has no place for the name of a stream.
Result<> attachWebSocket(Containers &containers, const Request &request, Channel *channel)
{
    constexpr int binaryFrom = 28; // API 1.28; before it messages were text
    TRY(const auto wanted, attachOptions(request));
    TRY(auto answer, webSocketAnswer(request.headers));
    auto *socket = new WebSocketChannel(channel, std::move(answer), request.apiMinor >= binaryFrom);
    auto *session = new StreamSession(socket);
    callThen<SharedOpened>(
        socket,
        [&containers, peer = request.peer, id = request.parameters.at("id"), wanted,
         callbacks = Callbacks(session)] { return openAttach(containers, peer, id, wanted, callbacks); },
        [socket, session, wanted](const SharedOpened &opened) {
            if (opened->streams.log)
                opened->streams.log->setMultiplexed(false);
            opened->streams.terminal = true; // raw
            socket->hijack({});
            session->run(opened, wanted.stream);
        });
    return {};
}

// The head of the answer goes out at once: `docker run` waits for it before it starts the container.
class WaitSession : public QObject
{
public:
    explicit WaitSession(Channel *channel) : QObject(channel), m_channel(channel)
    {
        connect(channel, &Channel::closed, this, &QObject::deleteLater);
    }
    void begin(std::unique_ptr<Containers::WaitHandle> handle)
    {
        m_handle = std::move(handle);
        m_channel->begin(200, "application/json");
        m_begun = true;
        if (m_result)
            finish();
    }
    void done(const WaitResult &result)
    {
        m_result = result;
        if (m_begun)
            finish();
    }

private:
    void finish()
    {
        api::WaitResponse response{.statusCode = m_result->statusCode, .error = {}};
        if (!m_result->error.empty())
            response.error = m_result->error;
        m_channel->write(encode(response) + "\n");
        m_channel->finish();
        deleteLater();
    }

    Channel *m_channel;
    std::unique_ptr<Containers::WaitHandle> m_handle;
    std::optional<WaitResult> m_result;
    bool m_begun = false;
};

Result<WaitCondition> conditionOf(const Request &request)
{
    const std::string text = request.value("condition");
    if (text.empty() || text == "not-running")
        return WaitCondition::NotRunning;
    if (text == "next-exit")
        return WaitCondition::NextExit;
    if (text == "removed")
        return WaitCondition::Removed;
    return fail(ErrorKind::InvalidArgument, "invalid condition: \"{}\"", text.substr(0, 64));
}

Result<> wait(Containers &containers, const Request &request, Channel *channel)
{
    using SharedHandle = std::shared_ptr<std::unique_ptr<Containers::WaitHandle>>;
    TRY(const WaitCondition condition, conditionOf(request));
    auto *session = new WaitSession(channel);
    const auto done = postTo(session, std::function<void(WaitResult)>(
                                          [session](const WaitResult &result) { session->done(result); }));
    callThen<SharedHandle>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id"), condition,
         done]() -> Result<SharedHandle> {
            TRY(auto handle, containers.wait(peer, id, condition, done));
            return std::make_shared<std::unique_ptr<Containers::WaitHandle>>(std::move(handle));
        },
        [session](const SharedHandle &handle) { session->begin(std::move(*handle)); });
    return {};
}

} // namespace

Routes containerStreamRoutes(Containers &containers)
{
    const auto session = [&containers](Result<> (*handler)(Containers &, const Request &, Channel *)) {
        return SessionHandler([&containers, handler](const Request &request, Channel *channel) {
            return handler(containers, request, channel);
        });
    };
    return {
        {"GET", "/containers/{id}/logs", session(logs)},
        {"POST", "/containers/{id}/attach", session(attach)},
        {"GET", "/containers/{id}/attach/ws", session(attachWebSocket)},
        {"POST", "/containers/{id}/wait", session(wait)},
    };
}

} // namespace quayside::server
