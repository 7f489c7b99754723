#include "engine/server/eventhub.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

namespace quayside::server
{

namespace
{

constexpr std::int64_t nanosecondsPerSecond = 1'000'000'000;

std::int64_t nowNs()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count();
}

} // namespace

EventSubscription::~EventSubscription()
{
    const std::scoped_lock lock(m_hub.m_mutex);
    std::erase(m_hub.m_subscriptions, this);
}

std::optional<api::Event> EventSubscription::take()
{
    const std::scoped_lock lock(m_hub.m_mutex);
    if (m_queue.empty())
        return {};
    const auto event = std::move(m_queue.front());
    m_queue.pop_front();
    return *event;
}

bool EventSubscription::overflowed() const
{
    const std::scoped_lock lock(m_hub.m_mutex);
    return m_overflowed;
}

void EventSubscription::push(const std::shared_ptr<const api::Event> &event)
{
    if (m_overflowed || !m_accepts(*event))
        return;
    if (m_queue.size() < EventHub::queueLimit)
        m_queue.push_back(event);
    else
        m_overflowed = true;
}

EventHub::~EventHub() = default;

void EventHub::publish(api::Event event)
{
    bool wakeNow = false;
    {
        const std::scoped_lock lock(m_mutex);
        // Taken under the lock, so that the order of the times is the order of the events.
        if (event.timeNano == 0)
            event.timeNano = event.time != 0 ? event.time * nanosecondsPerSecond : nowNs();
        if (event.time == 0)
            event.time = event.timeNano / nanosecondsPerSecond;
        const auto kept = std::make_shared<const api::Event>(std::move(event));
        m_past.push_back(kept);
        if (m_past.size() > remembered)
            m_past.pop_front();
        for (EventSubscription *subscription : m_subscriptions)
            subscription->push(kept);
        wakeNow = !m_subscriptions.empty() && !std::exchange(m_wakePending, true);
    }
    if (wakeNow)
        QMetaObject::invokeMethod(this, &EventHub::wake, Qt::QueuedConnection);
}

api::EventSink EventHub::sink()
{
    return [this](api::Event event) { publish(std::move(event)); };
}

std::unique_ptr<EventSubscription> EventHub::subscribe(std::function<bool(const api::Event &)> accepts,
                                                       std::optional<std::int64_t> sinceNs)
{
    std::unique_ptr<EventSubscription> subscription(new EventSubscription(*this, std::move(accepts)));
    const std::scoped_lock lock(m_mutex);
    if (sinceNs)
        for (const auto &event : m_past)
            if (event->timeNano >= *sinceNs)
                subscription->push(event);
    m_subscriptions.push_back(subscription.get());
    return subscription;
}

std::size_t EventHub::subscribers() const
{
    const std::scoped_lock lock(m_mutex);
    return m_subscriptions.size();
}

void EventHub::wake()
{
    std::vector<QPointer<EventSubscription>> due;
    {
        const std::scoped_lock lock(m_mutex);
        m_wakePending = false;
        for (EventSubscription *subscription : m_subscriptions)
            if (!subscription->m_queue.empty() || subscription->m_overflowed)
                due.emplace_back(subscription);
    }
    for (const auto &subscription : due) // a follower may leave while it is told
        if (subscription)
            emit subscription->arrived();
}

} // namespace quayside::server
