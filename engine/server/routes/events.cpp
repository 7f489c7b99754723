// GET /events?since=&until=&filters=   one JSON object a line, until the client leaves or `until` is over
#include "engine/server/routes/resources.h"

#include "engine/containers/containers.h"
#include "engine/server/eventhub.h"
#include "engine/server/routes/decoding.h"
#include "engine/server/routes/eventfilter.h"

#include <QTimer>

#include <charconv>
#include <chrono>
#include <ranges>

namespace quayside::server
{

namespace
{

// Writes what the hub queues as far as the client takes it; the rest waits in the subscription, which is
// bounded.
class EventSession : public QObject
{
public:
    EventSession(Channel *channel, std::unique_ptr<EventSubscription> subscription,
                 std::optional<std::int64_t> untilNs)
        : QObject(channel), m_channel(channel), m_subscription(std::move(subscription))
    {
        connect(m_subscription.get(), &EventSubscription::arrived, this, &EventSession::pump);
        connect(m_channel, &Channel::writable, this, &EventSession::pump);
        connect(m_channel, &Channel::closed, this, &QObject::deleteLater);
        m_channel->begin(200, "application/json");
        if (untilNs)
            QTimer::singleShot(std::chrono::milliseconds(millisecondsUntil(*untilNs)), this, [this] {
                m_ending = true;
                pump();
            });
        pump();
    }

private:
    static std::int64_t millisecondsUntil(std::int64_t untilNs)
    {
        constexpr std::int64_t longest = 24LL * 3600 * 1000 * 20; // what a timer of int milliseconds holds
        return std::clamp<std::int64_t>((untilNs - nowNanoseconds() + 999'999) / 1'000'000, 0, longest);
    }

    void pump()
    {
        if (m_finished)
            return;
        while (m_channel->room() > 0) {
            const auto event = m_subscription->take();
            if (!event) {
                if (m_ending || m_subscription->overflowed())
                    finish();
                return;
            }
            m_channel->write(encode(*event) + "\n");
        }
    }

    // Also where the client was too slow to be told of everything: it must look again, and the end of the
    // stream is what tells it.
    void finish()
    {
        m_finished = true;
        m_channel->finish();
        deleteLater();
    }

    Channel *m_channel;
    std::unique_ptr<EventSubscription> m_subscription;
    bool m_ending = false, m_finished = false;
};

// Users who see it besides the owner of its object.
std::vector<std::uint32_t> delegatesOf(const api::Event &event)
{
    std::vector<std::uint32_t> users;
    const auto given = event.actor.attributes.find(containers::delegatesAttribute);
    if (event.type != "container" || given == event.actor.attributes.end())
        return users;
    for (const auto word : std::views::split(std::string_view(given->second), ',')) {
        const std::string_view text(word.begin(), word.end());
        std::uint32_t uid = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), uid).ec == std::errc())
            users.push_back(uid);
    }
    return users;
}

Result<> follow(EventHub &hub, const Request &request, Channel *channel)
{
    TRY(const auto since, timeOf(request, "since"));
    TRY(const auto until, timeOf(request, "until"));
    if (since && until && *since > *until)
        return fail(ErrorKind::InvalidArgument, "`since` time ({}) cannot be after `until` time ({})",
                    request.value("since"), request.value("until"));
    auto filters = api::decode<api::Filters>(request.value("filters"));
    if (!filters)
        return wrap(filters.error(), "invalid filter");
    TRY(const auto wanted, eventFilter(*filters));
    // With `until` alone, what happened before is meant too.
    const auto from = since ? since : until ? std::optional<std::int64_t>(0) : std::nullopt;
    auto accepts = [wanted, peer = request.peer, until](const api::Event &event) {
        return (event.isPublic || access::mayUse(peer, event.owner, delegatesOf(event))) &&
               (!until || event.timeNano <= *until) && wanted(event);
    };
    new EventSession(channel, hub.subscribe(std::move(accepts), from), until);
    return {};
}

} // namespace

Routes eventRoutes(EventHub &events)
{
    return {
        {"GET", "/events", SessionHandler([&events](const Request &request, Channel *channel) {
             return follow(events, request, channel);
         })},
    };
}

} // namespace quayside::server
