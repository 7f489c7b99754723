#include "engine/build/solve/output.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace quayside::build
{
namespace
{

using namespace std::chrono_literals;

constexpr std::size_t mostBytes = 1 << 20; // of one stage that wait
constexpr auto askAgain = 50ms;            // at least so often what waits is told

} // namespace

Result<> OrderedOutput::write(std::size_t stage, BuildEvent event)
{
    std::unique_lock lock(m_mutex);
    Queue &queue = m_queues[stage];
    m_changed.wait(lock, [&] { return m_closed || queue.bytes < mostBytes; });
    if (m_closed)
        return fail(ErrorKind::Cancelled, "the build was cancelled");
    queue.bytes += event.text.size();
    queue.events.push_back(std::move(event));
    if (queue.bytes >= mostBytes)
        tellLocked();
    return {};
}

void OrderedOutput::tellLocked()
{
    ++m_news;
    m_changed.notify_all();
}

void OrderedOutput::ended(std::size_t stage)
{
    const std::scoped_lock lock(m_mutex);
    m_ended.insert(stage);
    tellLocked();
}

void OrderedOutput::close()
{
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_changed.notify_all();
}

std::vector<BuildEvent> OrderedOutput::takeLocked()
{
    std::vector<BuildEvent> taken;
    for (auto &[stage, queue] : m_queues)
        if (queue.bytes >= mostBytes && !m_open.empty() && stage != *m_open.begin())
            std::ranges::move(std::exchange(queue, {}).events, std::back_inserter(taken));
    while (!m_open.empty()) {
        const std::size_t stage = *m_open.begin();
        Queue &queue = m_queues[stage];
        std::ranges::move(queue.events, std::back_inserter(taken));
        queue = {};
        if (!m_ended.contains(stage))
            break;
        m_open.erase(stage);
    }
    return taken;
}

void OrderedOutput::pump(const std::function<void(const BuildEvent &)> &sink,
                         const std::function<bool()> &stop)
{
    std::unique_lock lock(m_mutex);
    while (!m_closed) {
        const auto seen = m_news; // what comes while the lock is open must not wait
        auto events = takeLocked();
        const bool over = m_open.empty();
        if (!events.empty())
            m_changed.notify_all();
        lock.unlock();
        for (auto &event : events) {
            event.more = &event != &events.back();
            sink(event);
        }
        const bool stopped = stop();
        lock.lock();
        if (over || stopped)
            return;
        m_changed.wait_for(lock, askAgain, [&] { return m_closed || m_news != seen; });
    }
}

} // namespace quayside::build
