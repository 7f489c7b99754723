// Several blobs at a time to or from one registry, and what they tell of it in one thread.
#pragma once

#include "engine/images/archive/archive.h"
#include "engine/images/registry/session.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace quayside::images
{

class Transfers
{
public:
    // All three are borrowed. `progress` is called by run() on its caller's thread only; `cancelled` is asked
    // ten times a second.
    Transfers(const Session &session, const ProgressSink &progress, const std::function<bool()> &cancelled)
        : m_session(session), m_progress(progress), m_cancelled(cancelled)
    {
    }

    // Calls `one` for 0 … count-1 on up to three threads, each with a session of its own. The first error
    // ends the others.
    using One = std::function<Result<>(Session &session, std::size_t index)>;
    Result<> run(std::size_t count, const One &one);
    // From any thread: one event. It is delivered by run(), or, after it, by deliver().
    void say(std::string line);
    void deliver(); // what is left, on the caller's thread

private:
    void work(std::size_t count, const One &one);
    std::optional<std::size_t> next(std::size_t count);
    void end(Error error);
    void deliver(std::size_t workers);

    const Session &m_session;
    const ProgressSink &m_progress;
    const std::function<bool()> &m_cancelled;
    std::mutex m_mutex; // of what follows
    std::condition_variable m_changed;
    std::deque<std::string> m_lines;
    std::size_t m_next = 0, m_ended = 0;
    std::optional<Error> m_error;
    std::atomic<bool> m_stop = false;
};

// Indices of `sizes`, from the largest down: what begins last must not be long.
std::vector<std::size_t> largestFirst(const std::vector<std::uint64_t> &sizes);

// Events in Docker's shape; `digest`'s first twelve digits are what people see.
std::string blobStatus(const std::string &status, const std::string &digest);
std::string blobProgress(const std::string &status, const std::string &digest, std::uint64_t bytes,
                         std::uint64_t total);

// Tells of what goes through, at most ten times a second.
class CountedSource : public api::ByteSource
{
public:
    CountedSource(api::ByteSource &source, std::function<void(std::uint64_t)> tell)
        : m_source(source), m_tell(std::move(tell))
    {
    }
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    api::ByteSource &m_source;
    const std::function<void(std::uint64_t)> m_tell;
    std::uint64_t m_bytes = 0;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

} // namespace quayside::images
