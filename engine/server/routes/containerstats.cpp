// GET /containers/{id}/stats?stream=&one-shot=
// GET /quayside/stats?ids=&interval=            all that run, in rounds
#include "engine/server/routes/resources.h"

#include "engine/containers/stats/stats.h"
#include "engine/server/routes/looppost.h"
#include "engine/server/workers.h"

#include <QPointer>
#include <QTimer>

namespace quayside::server
{

namespace
{

using containers::Containers;
using Sample = std::shared_ptr<const std::string>;
using SharedHandle = std::shared_ptr<std::unique_ptr<Containers::WaitHandle>>;

// A line a second, until the client leaves or the container is gone. A client that does not read misses
// samples: nothing is kept for it.
class StatsSession : public QObject
{
public:
    // stream: false for one sample, the second, whose CPU time can be compared with the first's.
    StatsSession(Channel *channel, bool stream) : QObject(channel), m_channel(channel), m_stream(stream)
    {
        connect(channel, &Channel::closed, this, &QObject::deleteLater);
    }
    void begin(std::unique_ptr<Containers::WaitHandle> handle)
    {
        m_handle = std::move(handle);
        m_channel->begin(200, "application/json");
        m_begun = true;
        if (m_gone)
            end();
    }
    void sampled(const Sample &json)
    {
        m_gone = m_gone || !json;
        if (!m_begun || m_ended)
            return; // the next one comes in a second
        if (m_gone)
            return end();
        if (!m_stream && !std::exchange(m_first, true))
            return;
        if (m_channel->room() >= json->size() + 1)
            m_channel->write(*json + "\n");
        if (!m_stream)
            end();
    }
    void answer(const std::string &json)
    {
        m_channel->begin(200, "application/json");
        m_channel->write(json + "\n");
        end();
    }

private:
    void end()
    {
        m_ended = true;
        m_channel->finish();
        deleteLater();
    }

    Channel *m_channel;
    std::unique_ptr<Containers::WaitHandle> m_handle;
    const bool m_stream;
    bool m_begun = false, m_first = false, m_ended = false, m_gone = false;
};

// What is known at once, or a handle on what will come.
struct Opened {
    std::optional<std::string> json;
    SharedHandle handle;
};

Result<Opened> open(Containers &containers, const access::Peer &peer, const std::string &id, bool stream,
                    bool oneShot, const containers::Stats::Sampled &sampled)
{
    Opened opened;
    if (!stream) {
        TRY(const auto now, containers.stats().now(peer, id));
        if (oneShot || !now.running) {
            opened.json = encode(now.stats);
            return opened;
        }
    }
    TRY(auto handle, containers.stats().follow(peer, id, sampled));
    opened.handle = std::make_shared<std::unique_ptr<Containers::WaitHandle>>(std::move(handle));
    return opened;
}

Result<> stats(Containers &containers, const Request &request, Channel *channel)
{
    TRY(const bool stream, request.flag("stream", true));
    TRY(const bool oneShot, request.flag("one-shot", false));
    if (stream && oneShot)
        return fail(ErrorKind::InvalidArgument, "cannot have stream=true and one-shot=true");
    auto *session = new StatsSession(channel, stream);
    const auto sampled = postTo(
        session, std::function<void(Sample)>([session](const Sample &json) { session->sampled(json); }));
    callThen<Opened>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id"), stream, oneShot, sampled] {
            return open(containers, peer, id, stream, oneShot, sampled);
        },
        [session](const Opened &opened) {
            if (opened.json)
                session->answer(*opened.json);
            else
                session->begin(std::move(*opened.handle));
        });
    return {};
}

// A round of lines each interval, until the client leaves. Of a client that does not read, one round waits;
// those that come meanwhile are not made.
class RoundsSession : public QObject
{
public:
    RoundsSession(Containers &containers, access::Peer peer, Channel *channel)
        : QObject(channel), m_containers(containers), m_peer(std::move(peer)), m_channel(channel)
    {
        connect(channel, &Channel::closed, this, &QObject::deleteLater);
        connect(channel, &Channel::writable, this, [this] { m_full = false; });
        m_timer.callOnTimeout(this, [this] { makeRound(); });
    }
    void begin(std::vector<std::string> ids, std::chrono::milliseconds interval)
    {
        m_ids = std::move(ids);
        m_channel->begin(200, "application/json");
        m_timer.start(interval);
        makeRound();
    }

private:
    void makeRound()
    {
        if (m_full || std::exchange(m_working, true))
            return;
        callThen<std::string>(
            m_channel,
            [&containers = m_containers, peer = m_peer, ids = m_ids]() -> Result<std::string> {
                return containers.stats().round(peer, ids);
            },
            [session = QPointer(this)](const std::string &lines) {
                if (!session)
                    return;
                session->m_working = false;
                session->m_full = !session->m_channel->write(lines);
            });
    }

    Containers &m_containers;
    const access::Peer m_peer;
    Channel *m_channel;
    std::vector<std::string> m_ids;
    QTimer m_timer;
    bool m_working = false, m_full = false;
};

std::vector<std::string> splitAtCommas(const std::string &text)
{
    std::vector<std::string> words;
    for (const QByteArray &word : QByteArray::fromStdString(text).split(','))
        if (!word.isEmpty())
            words.push_back(word.toStdString());
    return words;
}

Result<> rounds(Containers &containers, const Request &request, Channel *channel)
{
    constexpr long shortest = 500, longest = 60'000;
    TRY(const auto given, request.number("interval"));
    const long interval = given.value_or(1000);
    if (interval < shortest || interval > longest)
        return fail(ErrorKind::InvalidArgument, "interval is {} ms: it must be between {} and {}", interval,
                    shortest, longest);
    auto *session = new RoundsSession(containers, request.peer, channel);
    callThen<std::vector<std::string>>(
        channel,
        [&containers, peer = request.peer, refs = splitAtCommas(request.value("ids"))] {
            return containers.stats().find(peer, refs);
        },
        [session = QPointer(session), interval](std::vector<std::string> ids) {
            if (session)
                session->begin(std::move(ids), std::chrono::milliseconds(interval));
        });
    return {};
}

} // namespace

Routes containerStatsRoutes(Containers &containers)
{
    return {
        {"GET", "/containers/{id}/stats",
         SessionHandler([&containers](const Request &request, Channel *channel) {
             return stats(containers, request, channel);
         })},
        {"GET", "/quayside/stats", SessionHandler([&containers](const Request &request, Channel *channel) {
             return rounds(containers, request, channel);
         })}};
}

} // namespace quayside::server
