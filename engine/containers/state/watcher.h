// One thread that waits for stages to say something or hang up, and for timers. No wake-ups when idle.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace quayside::containers
{

// Thread-safe. Callbacks run on the watcher's thread and must be short: post to Workers what takes time.
class Watcher
{
public:
    using Clock = std::chrono::steady_clock;
    using Token = std::uint64_t;

    static Result<std::unique_ptr<Watcher>> start();
    ~Watcher(); // stops
    // Joins; nothing is called afterwards, and what is asked for afterwards never comes.
    void stop();

    // Calls `ready` each time that `fd` becomes readable or hangs up (edge-triggered). The caller keeps the
    // descriptor open until forget(). Readiness from before the call counts.
    Result<Token> watch(int fd, std::function<void()> ready);
    // After return `ready` is not called any more, except where this is called from a callback.
    void forget(Token token);

    Token after(std::chrono::milliseconds delay, std::function<void()> elapsed);
    void cancel(Token timer);

private:
    Watcher(Fd epoll, Fd wake) : m_epoll(std::move(epoll)), m_wake(std::move(wake)) {}
    void run();
    int untilNextTimer();
    void runTimers();
    void callWatch(Token token);
    void wake();

    struct Watch {
        int fd;
        std::shared_ptr<std::function<void()>> ready;
    };
    struct Timer {
        Token token;
        std::function<void()> elapsed;
    };
    Fd m_epoll, m_wake;
    std::mutex m_mutex;
    std::mutex m_calling; // held while a watch's callback runs
    Token m_next = 1;
    bool m_ending = false;
    std::unordered_map<Token, Watch> m_watches;
    std::multimap<Clock::time_point, Timer> m_timers;
    std::thread m_thread;
};

} // namespace quayside::containers
