#include "engine/containers/state/watcher.h"

#include <algorithm>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <vector>

namespace quayside::containers
{

namespace
{
constexpr std::uint64_t wakeToken = 0;
}

Result<std::unique_ptr<Watcher>> Watcher::start()
{
    Fd epoll(::epoll_create1(EPOLL_CLOEXEC));
    Fd wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    epoll_event event{.events = EPOLLIN, .data = {.u64 = wakeToken}};
    if (!epoll || !wake || ::epoll_ctl(epoll.get(), EPOLL_CTL_ADD, wake.get(), &event) < 0)
        return failErrno(errno, "starting to watch the containers");
    std::unique_ptr<Watcher> watcher(new Watcher(std::move(epoll), std::move(wake)));
    watcher->m_thread = std::thread([raw = watcher.get()] { raw->run(); });
    return watcher;
}

Watcher::~Watcher()
{
    stop();
}

void Watcher::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    wake();
    if (m_thread.joinable())
        m_thread.join();
}

Result<Watcher::Token> Watcher::watch(int fd, std::function<void()> ready)
{
    const std::scoped_lock lock(m_mutex);
    const Token token = m_next++;
    epoll_event event{.events = EPOLLIN | EPOLLRDHUP | EPOLLET, .data = {.u64 = token}};
    m_watches.emplace(token, Watch{fd, std::make_shared<std::function<void()>>(std::move(ready))});
    if (::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) < 0) {
        m_watches.erase(token);
        return failErrno(errno, "watching a container");
    }
    return token;
}

void Watcher::forget(Token token)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_watches.find(token);
        if (found == m_watches.end())
            return;
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, found->second.fd, nullptr);
        m_watches.erase(found);
    }
    if (std::this_thread::get_id() != m_thread.get_id()) {
        const std::scoped_lock waitForCallback(m_calling);
    }
}

Watcher::Token Watcher::after(std::chrono::milliseconds delay, std::function<void()> elapsed)
{
    Token token;
    {
        const std::scoped_lock lock(m_mutex);
        token = m_next++;
        m_timers.emplace(Clock::now() + delay, Timer{token, std::move(elapsed)});
    }
    wake();
    return token;
}

void Watcher::cancel(Token timer)
{
    const std::scoped_lock lock(m_mutex);
    const auto found =
        std::ranges::find_if(m_timers, [timer](const auto &entry) { return entry.second.token == timer; });
    if (found != m_timers.end())
        m_timers.erase(found);
}

void Watcher::wake()
{
    const std::uint64_t one = 1;
    // Fails only where the counter is full, and then the thread wakes anyway.
    [[maybe_unused]] const auto written = ::write(m_wake.get(), &one, sizeof one);
}

int Watcher::untilNextTimer()
{
    const std::scoped_lock lock(m_mutex);
    if (m_timers.empty())
        return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(m_timers.begin()->first - Clock::now()).count();
    return static_cast<int>(std::clamp<long long>(left, 0, 3600000));
}

void Watcher::runTimers()
{
    std::vector<std::function<void()>> due;
    {
        const std::scoped_lock lock(m_mutex);
        const auto end = m_timers.upper_bound(Clock::now());
        for (auto it = m_timers.begin(); it != end; ++it)
            due.push_back(std::move(it->second.elapsed));
        m_timers.erase(m_timers.begin(), end);
    }
    for (auto &elapsed : due)
        elapsed();
}

void Watcher::callWatch(Token token)
{
    const std::scoped_lock calling(m_calling);
    std::shared_ptr<std::function<void()>> ready;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_watches.find(token);
        if (found == m_watches.end())
            return;
        ready = found->second.ready;
    }
    (*ready)();
}

void Watcher::run()
{
    for (;;) {
        epoll_event events[32];
        const int count = ::epoll_wait(m_epoll.get(), events, 32, untilNextTimer());
        {
            const std::scoped_lock lock(m_mutex);
            if (m_ending)
                return;
        }
        for (int i = 0; i < count; ++i) {
            if (events[i].data.u64 != wakeToken) {
                callWatch(events[i].data.u64);
                continue;
            }
            std::uint64_t ignored;
            [[maybe_unused]] const auto drained = ::read(m_wake.get(), &ignored, sizeof ignored);
        }
        runTimers();
    }
}

} // namespace quayside::containers
