#include "engine/build/history/writer.h"

#include <algorithm>
#include <utility>

namespace quayside::build
{

Writer::~Writer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_news.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::post(Job job)
{
    insert({Clock::now(), std::move(job)});
}

void Writer::postLater(Clock::duration delay, Job job)
{
    insert({Clock::now() + delay, std::move(job)});
}

void Writer::insert(Entry entry)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto place = std::ranges::upper_bound(m_jobs, entry.due, {}, &Entry::due);
        m_jobs.insert(place, std::move(entry));
        ++m_posted;
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_news.notify_one();
}

void Writer::settle()
{
    std::unique_lock lock(m_mutex);
    const std::size_t target = m_posted;
    m_hurried = m_jobs.size();
    m_news.notify_one();
    m_done.wait(lock, [&] { return m_finished >= target; });
}

bool Writer::readyLocked() const
{
    return !m_jobs.empty() && (m_ending || m_hurried > 0 || m_jobs.front().due <= Clock::now());
}

void Writer::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        while (!readyLocked()) {
            if (m_ending)
                return; // there is nothing left
            if (m_jobs.empty())
                m_news.wait(lock);
            else
                m_news.wait_until(lock, m_jobs.front().due);
        }
        Entry entry = std::move(m_jobs.front());
        m_jobs.pop_front();
        m_hurried -= m_hurried > 0 ? 1 : 0;
        lock.unlock();
        entry.job();
        entry.job = nullptr; // what it holds goes without the lock
        lock.lock();
        ++m_finished;
        m_done.notify_all();
    }
}

} // namespace quayside::build
