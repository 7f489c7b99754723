#include "engine/records/commitqueue.h"

#include <utility>

namespace quayside::records
{

Result<> CommitQueue::apply(const std::vector<Records::Change> &changes, Durability durability)
{
    Request request{.changes = changes, .durability = durability, .result = {}};
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&request);
    m_committed.wait(lock, [&] { return request.done || !m_committing; });
    if (request.done)
        return std::move(request.result);
    m_committing = true;
    const auto together = std::exchange(m_waiting, {});
    lock.unlock();
    m_commit(together);
    lock.lock();
    m_committing = false;
    for (Request *one : together)
        one->done = true;
    m_committed.notify_all();
    return std::move(request.result);
}

} // namespace quayside::records
