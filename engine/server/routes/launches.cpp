// Launches step by step, and recordings of starts (docs/extensions.md).
// POST /quayside/containers/{id}/launch              held before its first step
// GET  /quayside/containers/{id}/launch?stream=      how it stands; else the last start
// POST /quayside/containers/{id}/launch/next?steps=&to=&all=
// POST /quayside/containers/{id}/launch/abort
// GET  /quayside/containers/{id}/starts              GET …/starts/{n}
#include "engine/server/routes/resources.h"

#include "engine/containers/launches/launches.h"
#include "engine/server/routes/looppost.h"
#include "engine/server/workers.h"

#include <QPointer>

#include <charconv>

namespace quayside::server
{

namespace
{

using containers::Containers;
using containers::Launches;
using Handle = std::shared_ptr<std::unique_ptr<Containers::WaitHandle>>;
using Text = std::shared_ptr<const std::string>;

// The launch as it stands, a line for each change, until it is over or the client leaves. A client that reads
// slowly misses states in between, never the last.
class LaunchSession : public QObject
{
public:
    explicit LaunchSession(Channel *channel) : QObject(channel), m_channel(channel)
    {
        connect(channel, &Channel::closed, this, &QObject::deleteLater);
        connect(channel, &Channel::writable, this, [this] {
            m_full = false;
            write();
        });
    }
    void begin(std::unique_ptr<Containers::WaitHandle> handle)
    {
        m_handle = std::move(handle);
        m_channel->begin(200, "application/json");
        m_begun = true;
        write();
    }
    void told(const Text &json, bool over)
    {
        m_next = json;
        m_over = m_over || over;
        write();
    }

private:
    void write()
    {
        if (!m_begun || m_full || m_ended)
            return;
        if (const Text line = std::exchange(m_next, nullptr))
            m_full = !m_channel->write(*line + "\n");
        if (!m_over)
            return;
        m_ended = true;
        m_channel->finish();
        deleteLater();
    }

    Channel *m_channel;
    std::unique_ptr<Containers::WaitHandle> m_handle;
    Text m_next;
    bool m_begun = false, m_full = false, m_over = false, m_ended = false;
};

Result<> streamLaunch(Containers &containers, const Request &request, Channel *channel)
{
    auto *session = new LaunchSession(channel);
    const auto told = postTo(session, std::function<void(Text, bool)>([session](const Text &json, bool over) {
                                 session->told(json, over);
                             }));
    callThen<Handle>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id"), told]() -> Result<Handle> {
            TRY(auto handle, containers.launches().follow(peer, id, told));
            return std::make_shared<std::unique_ptr<Containers::WaitHandle>>(std::move(handle));
        },
        [session = QPointer(session)](const Handle &handle) {
            if (session)
                session->begin(std::move(*handle));
        });
    return {};
}

Result<> showLaunch(Containers &containers, const Request &request, Channel *channel)
{
    TRY(const bool stream, request.flag("stream", false));
    if (stream)
        return streamLaunch(containers, request, channel);
    callThen<std::string>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id")]() -> Result<std::string> {
            TRY(const auto launch, containers.launches().now(peer, id));
            return encode(launch);
        },
        [channel = QPointer(channel)](const std::string &json) {
            if (!channel)
                return;
            channel->begin(200, "application/json");
            channel->write(json + "\n");
            channel->finish();
        });
    return {};
}

Result<Response> nextStep(Containers &containers, const Request &request)
{
    Launches::Way way{.to = request.value("to")};
    TRY(way.all, request.flag("all", false));
    TRY(const auto steps, request.number("steps"));
    if (static_cast<int>(way.all) + static_cast<int>(!way.to.empty()) + static_cast<int>(steps.has_value()) >
        1)
        return fail(ErrorKind::InvalidArgument, "only one of steps, to and all can be given");
    way.steps = steps.value_or(1);
    CHECK(containers.launches().next(request.peer, request.parameters.at("id"), way));
    return Response::noContent();
}

Result<Response> showStart(Containers &containers, const Request &request)
{
    const std::string &text = request.parameters.at("number");
    long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1)
        return fail(ErrorKind::InvalidArgument, "{} is no number of a start", text);
    TRY(const auto launch, containers.launches().start(request.peer, request.parameters.at("id"), number));
    return Response::json(encode(launch));
}

} // namespace

Routes launchRoutes(Containers &containers)
{
    return {
        {"GET", "/quayside/containers/{id}/launch",
         SessionHandler([&containers](const Request &request, Channel *channel) {
             return showLaunch(containers, request, channel);
         })},
        {"POST", "/quayside/containers/{id}/launch",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             CHECK(containers.launches().hold(request.peer, request.parameters.at("id")));
             return Response::noContent();
         })},
        {"POST", "/quayside/containers/{id}/launch/next",
         CallHandler([&containers](const Request &request) { return nextStep(containers, request); })},
        {"POST", "/quayside/containers/{id}/launch/abort",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             CHECK(containers.launches().abort(request.peer, request.parameters.at("id")));
             return Response::noContent();
         })},
        {"GET", "/quayside/containers/{id}/starts",
         CallHandler([&containers](const Request &request) -> Result<Response> {
             TRY(const auto starts, containers.launches().starts(request.peer, request.parameters.at("id")));
             return Response::json(encode(starts));
         })},
        {"GET", "/quayside/containers/{id}/starts/{number}",
         CallHandler([&containers](const Request &request) { return showStart(containers, request); })},
    };
}

} // namespace quayside::server
