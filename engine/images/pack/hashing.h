// A digest that is computed beside what produces the bytes.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/images/content/digest.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace quayside::images
{

// Takes bytes on one thread and hashes them on another of its own; holds at most a few megabytes.
class HashingSink : public api::ByteSink
{
public:
    HashingSink();
    ~HashingSink() override; // waits for its thread
    HashingSink(const HashingSink &) = delete;
    HashingSink &operator=(const HashingSink &) = delete;

    Result<> write(std::string_view bytes) override;
    std::string finish(); // "sha256:…" of all that was written; nothing may be written after it
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

private:
    void pass(); // the buffer that is being filled, to the thread
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::vector<char>> m_full, m_free;
    bool m_ended = false;
    Sha256 m_sum; // the thread's, until it has ended
    std::vector<char> m_filling;
    std::uint64_t m_bytes = 0;
    std::jthread m_thread;
};

} // namespace quayside::images
