// Everything that happens to the engine's objects, from whichever thread it happens on, to whoever follows
// /events.
#pragma once

#include "engine/api/types/event.h"

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace quayside::server
{

class EventHub;

// One follower's queue, filled by the hub. Use and destroy it on the event-loop thread, before the hub.
class EventSubscription : public QObject
{
    Q_OBJECT
public:
    ~EventSubscription() override;

    // The oldest event that was not taken yet; nothing: wait for arrived().
    std::optional<api::Event> take();
    // More events came than the queue holds: the newest ones were dropped, and the follower must be told,
    // since a view of the engine that silently misses an event is wrong for ever.
    [[nodiscard]] bool overflowed() const;

signals:
    void arrived(); // events wait; emitted on the event loop, at most once for a burst

private:
    friend class EventHub;
    using Accepts = std::function<bool(const api::Event &)>;
    EventSubscription(EventHub &hub, Accepts accepts) : m_hub(hub), m_accepts(std::move(accepts)) {}
    void push(const std::shared_ptr<const api::Event> &event); // the hub's lock is held

    EventHub &m_hub;
    Accepts m_accepts;
    std::deque<std::shared_ptr<const api::Event>> m_queue;
    bool m_overflowed = false;
};

// Lives on the event-loop thread; publish() may be called from any.
class EventHub : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t remembered = 1024; // events kept for `since`
    static constexpr std::size_t queueLimit = 4096; // events that wait for one follower

    EventHub() = default;
    ~EventHub() override;

    // Fills time and timeNano in where they are 0, remembers the event and queues it for its followers. Never
    // blocks on one of them.
    void publish(api::Event event);
    [[nodiscard]] api::EventSink sink();

    // Follows what `accepts` says yes to (called under the hub's lock, on any thread: it must be pure). With
    // `sinceNs` (UTC nanoseconds) the remembered events from then on come first; none is lost or doubled in
    // between.
    std::unique_ptr<EventSubscription> subscribe(std::function<bool(const api::Event &)> accepts,
                                                 std::optional<std::int64_t> sinceNs = {});

    [[nodiscard]] std::size_t subscribers() const;

private:
    friend class EventSubscription;
    void wake();

    mutable std::mutex m_mutex;
    std::deque<std::shared_ptr<const api::Event>> m_past;
    std::vector<EventSubscription *> m_subscriptions;
    bool m_wakePending = false;
};

} // namespace quayside::server
