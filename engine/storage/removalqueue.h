// Removal in two steps: renamed aside at once, deleted in the background.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>

namespace quayside::storage
{

// Owns <root>/trash. Its one thread starts with the first removal and sleeps without a timer when idle; what
// is left when the engine ends is deleted after the next start. Thread-safe.
class RemovalQueue
{
public:
    explicit RemovalQueue(Fd trash); // queues what is in there
    ~RemovalQueue();
    RemovalQueue(const RemovalQueue &) = delete;
    RemovalQueue &operator=(const RemovalQueue &) = delete;

    // `name` in `parent` (same file system) is gone when this returns. One that isn't there is no error.
    Result<> remove(int parent, const std::string &name);
    void wait(); // until everything queued is deleted, or could not be

private:
    void enqueue(std::string name);
    void work(const std::stop_token &stop);
    void removeOne(const std::string &name, const std::stop_token &stop);

    Fd m_trash;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<std::string> m_names;
    bool m_busy = false;
    std::jthread m_thread;
};

} // namespace quayside::storage
