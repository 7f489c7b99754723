// A thread that writes what is recorded of builds, so that no build waits for it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace quayside::build
{

// Thread-safe. One job at a time, in the order of their times. The thread starts with the first job and
// sleeps without a timer when there is none.
class Writer
{
public:
    using Job = std::function<void()>;
    using Clock = std::chrono::steady_clock;

    Writer() = default;
    ~Writer(); // does all that is left
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void post(Job job);
    void postLater(Clock::duration delay, Job job);
    // Until all that was posted before is done, without regard to delays. Not from a job.
    void settle();

private:
    struct Entry {
        Clock::time_point due;
        Job job;
    };
    void insert(Entry entry);
    void run();
    bool readyLocked() const;

    std::mutex m_mutex;
    std::condition_variable m_news, m_done;
    std::deque<Entry> m_jobs;  // by time
    std::size_t m_hurried = 0; // so many of them are not waited with
    std::size_t m_posted = 0, m_finished = 0;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace quayside::build
