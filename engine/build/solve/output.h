// The events of stages that run side by side, told one stage after the other.
#pragma once

#include "engine/build/build.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <vector>

namespace quayside::build
{

// The first stage that has not ended is told as it goes; what later ones have to say is kept until it is
// their turn, or is more than a megabyte: nobody waits for another stage's end (it may wait for a lock that
// this one holds), only for a client that does not read.
class OrderedOutput
{
public:
    explicit OrderedOutput(std::vector<std::size_t> stages) : m_open(stages.begin(), stages.end()) {}

    // Any thread. Cancelled: nobody listens any more. What is written is told within a twentieth of a second,
    // together with what else comes meanwhile: steps out of the cache cost no wake-ups.
    Result<> write(std::size_t stage, BuildEvent event);
    void ended(std::size_t stage);
    void close(); // nobody listens any more

    // One thread: passes on what there is, with `more` set on all but the last of what goes together, until
    // all stages have ended or `stop`, which is asked several times a second, says so.
    void pump(const std::function<void(const BuildEvent &)> &sink, const std::function<bool()> &stop);

private:
    struct Queue {
        std::deque<BuildEvent> events;
        std::size_t bytes = 0;
    };
    std::vector<BuildEvent> takeLocked();
    void tellLocked();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::size_t, Queue> m_queues;
    std::set<std::size_t> m_open; // not ended, or not told to the end
    std::set<std::size_t> m_ended;
    bool m_closed = false;
    std::uint64_t m_news = 0; // counts what pump() has to look at
};

} // namespace quayside::build
