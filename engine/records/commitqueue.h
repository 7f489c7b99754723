// Commits of several threads made together.
#pragma once

#include "engine/records/records.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

namespace quayside::records
{

// One thread at a time commits. What others ask for meanwhile waits, and the next commit has all of it: a
// hundred containers that start at once cost a few writes to the disk and not a hundred. Thread-safe.
class CommitQueue
{
public:
    struct Request {
        const std::vector<Records::Change> &changes;
        Durability durability;
        Result<> result;
        bool done = false;
    };
    // Called by one thread at a time with requests in the order in which they came; sets the result of each.
    using Commit = std::function<void(std::span<Request *const>)>;
    explicit CommitQueue(Commit commit) : m_commit(std::move(commit)) {}

    // Returns when the changes are committed, or were refused.
    Result<> apply(const std::vector<Records::Change> &changes, Durability durability);

private:
    const Commit m_commit;
    std::mutex m_mutex;
    std::condition_variable m_committed;
    std::vector<Request *> m_waiting;
    bool m_committing = false;
};

} // namespace quayside::records
