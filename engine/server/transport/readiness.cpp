#include "engine/server/transport/readiness.h"

#include "engine/base/fd.h"

#include <QCoreApplication>
#include <QPointer>

#include <sys/epoll.h>

#include <array>
#include <unordered_map>

namespace quayside::server
{

namespace
{

// The event loop's, for as long as the application lives.
class ReadinessSet : public QObject
{
public:
    static ReadinessSet *instance()
    {
        static QPointer<ReadinessSet> set;
        if (!set && QCoreApplication::instance())
            set = new ReadinessSet(QCoreApplication::instance());
        return set;
    }

    std::uint64_t add(int descriptor, Readiness *watch) // 0: could not
    {
        epoll_event event{.events = EPOLLIN, .data = {.u64 = m_next}};
        if (!m_epoll || ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, descriptor, &event) != 0)
            return 0;
        m_watches.emplace(m_next, watch);
        return m_next++;
    }

    void remove(int descriptor, std::uint64_t number)
    {
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, descriptor, nullptr);
        m_watches.erase(number);
    }

private:
    explicit ReadinessSet(QObject *parent) : QObject(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
    {
        if (!m_epoll)
            return;
        m_notifier = std::make_unique<QSocketNotifier>(m_epoll.get(), QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &ReadinessSet::tell);
    }

    void tell()
    {
        std::array<epoll_event, 64> events;
        // What finds no room is told at the next turn.
        const int count = ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), 0);
        for (int i = 0; i < count; ++i)
            if (const auto found = m_watches.find(events[static_cast<std::size_t>(i)].data.u64);
                found != m_watches.end())
                emit found->second->activated();
    }

    Fd m_epoll;
    std::unique_ptr<QSocketNotifier> m_notifier;
    // By number and not by address: an event that was fetched may be of a watch that an earlier one
    // destroyed, and another watch may have its address, or its descriptor, by now.
    std::unordered_map<std::uint64_t, Readiness *> m_watches;
    std::uint64_t m_next = 1;
};

} // namespace

Readiness::Readiness(int descriptor, QObject *parent) : QObject(parent), m_descriptor(descriptor)
{
    setEnabled(true);
}

Readiness::~Readiness()
{
    setEnabled(false);
}

void Readiness::setEnabled(bool enabled)
{
    if (enabled == (m_number != 0 || m_substitute))
        return;
    auto *set = ReadinessSet::instance();
    if (enabled) {
        m_number = set ? set->add(m_descriptor, this) : 0;
        if (m_number != 0)
            return;
        m_substitute = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
        connect(m_substitute.get(), &QSocketNotifier::activated, this, &Readiness::activated);
        return;
    }
    if (m_substitute) { // it may be what is calling
        m_substitute->setEnabled(false);
        m_substitute.release()->deleteLater();
    }
    if (const auto number = std::exchange(m_number, 0); set && number != 0)
        set->remove(m_descriptor, number);
}

} // namespace quayside::server
