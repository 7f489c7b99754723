// GET /containers/{id}/stats?stream=&one-shot=
// GET /quayside/stats?ids=&interval=            all that run, in rounds
#include "engine/server/routes/resources.h"

#include "engine/containers/stats/stats.h"
#include "engine/server/routes/looppost.h"
#include "engine/server/workers.h"

#include <QPointer>
#include <QTimer>

#include <utility>

namespace quayside::server
{

namespace
{

using containers::Containers;
using Snapshot = containers::Stats::Snapshot;
using Sample = std::shared_ptr<const std::string>;
using SharedHandle = std::shared_ptr<std::unique_ptr<Containers::WaitHandle>>;

// A line a second, until the client leaves or the container is gone. A client that does not read misses
// samples: nothing is kept for it.
class StatsSession : public QObject
{
public:
    explicit StatsSession(Channel *channel) : QObject(channel), m_channel(channel)
    {
        connect(channel, &Channel::closed, this, &QObject::deleteLater);
    }
    void begin(std::unique_ptr<Containers::WaitHandle> handle)
    {
        m_handle = std::move(handle);
        m_channel->begin(200, "application/json");
        m_begun = true;
        if (m_early)
            sampled(std::exchange(m_early, nullptr));
        if (m_gone && !m_ended)
            end();
    }
    void sampled(const Sample &json)
    {
        m_gone = m_gone || !json;
        if (!m_begun && json)
            m_early = json; // the first one may be here before the word that there will be any
        if (!m_begun || m_ended)
            return;
        if (!json)
            return end();
        if (m_channel->room() >= json->size() + 1)
            m_channel->write(*json + "\n");
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
    Sample m_early;
    bool m_begun = false, m_ended = false, m_gone = false;
};

void answerWith(Channel *channel, const api::ContainerStats &stats)
{
    channel->begin(200, "application/json");
    channel->write(encode(stats) + "\n");
    channel->finish();
}

// Two samples a second apart, as CPU time is told by what came between. They are not those of who follows
// the container, whose next one may be nearly a second away: docker stats --no-stream gives up after two.
void statsOnce(Containers &containers, const Request &request, Channel *channel, bool oneShot)
{
    constexpr std::chrono::seconds apart{1};
    const auto sample = [&containers, peer = request.peer, id = request.parameters.at("id")] {
        return containers.stats().now(peer, id);
    };
    callThen<Snapshot>(channel, sample, [channel, oneShot, sample](const Snapshot &first) {
        if (oneShot || !first.running)
            return answerWith(channel, first.stats);
        QTimer::singleShot(apart, channel, [channel, sample, first] {
            callThen<Snapshot>(channel, sample, [channel, first](Snapshot second) {
                if (second.running) {
                    second.stats.preread = first.stats.read;
                    second.stats.precpu = first.stats.cpu;
                }
                answerWith(channel, second.stats);
            });
        });
    });
}

void statsStream(Containers &containers, const Request &request, Channel *channel)
{
    auto *session = new StatsSession(channel);
    const auto sampled = postTo(
        session, std::function<void(Sample)>([session](const Sample &json) { session->sampled(json); }));
    callThen<SharedHandle>(
        channel,
        [&containers, peer = request.peer, id = request.parameters.at("id"),
         sampled]() -> Result<SharedHandle> {
            TRY(auto handle, containers.stats().follow(peer, id, sampled));
            return std::make_shared<std::unique_ptr<Containers::WaitHandle>>(std::move(handle));
        },
        [session](const SharedHandle &handle) { session->begin(std::move(*handle)); });
}

Result<> stats(Containers &containers, const Request &request, Channel *channel)
{
    TRY(const bool stream, request.flag("stream", true));
    TRY(const bool oneShot, request.flag("one-shot", false));
    if (stream && oneShot)
        return fail(ErrorKind::InvalidArgument, "cannot have stream=true and one-shot=true");
    if (stream)
        statsStream(containers, request, channel);
    else
        statsOnce(containers, request, channel, oneShot);
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
