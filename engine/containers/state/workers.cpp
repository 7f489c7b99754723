#include "engine/containers/state/workers.h"

namespace quayside::containers
{

Workers::Workers(int threads)
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { run(); });
}

Workers::~Workers()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_ready.notify_all();
    for (auto &thread : m_threads)
        thread.join();
}

void Workers::post(std::function<void()> job)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_ready.notify_one();
}

void Workers::run()
{
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            m_ready.wait(lock, [this] { return m_ending || !m_jobs.empty(); });
            if (m_ending)
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
}

} // namespace quayside::containers
