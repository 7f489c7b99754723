// Compresses what goes to a registry (RFC 1952), the same bytes for the same content, however many processors
// there are.
#pragma once

#include "engine/api/stream/bytestream.h"
#include "engine/images/content/digest.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace quayside::images
{

// One member, cut into blocks of half a megabyte that know nothing of each other, so that several threads may
// work on it; the caller's own writes to `out`. Holds a few megabytes.
class GzipSink : public api::ByteSink
{
public:
    explicit GzipSink(api::ByteSink &out, unsigned threads = 0); // 0: as there are processors, at most four
    ~GzipSink() override;
    GzipSink(const GzipSink &) = delete;
    GzipSink &operator=(const GzipSink &) = delete;

    Result<> write(std::string_view bytes) override;
    Result<> finish(); // once, at the end

    [[nodiscard]] std::uint64_t size() const { return m_size; } // of what went to `out`
    std::string digest() { return m_sum.digest(); }             // of the same; once, after finish()

private:
    struct Block {
        std::vector<char> plain, packed;
        std::uint32_t crc = 0; // of `plain`
        bool taken = false, ready = false, failed = false;
    };
    Result<> take(std::string_view bytes); // throws std::bad_alloc
    Result<> end();                        // the same
    Result<> submit();
    void startThread();
    Result<> deliver(std::size_t most); // in order, until at most so many are left
    Result<> put(std::string_view bytes);
    std::unique_ptr<Block> freeBlock();
    void work();
    static void pack(Block &block);

    api::ByteSink &m_out;
    const unsigned m_most;
    Sha256 m_sum;
    std::uint64_t m_size = 0;
    std::uint32_t m_crc = 0;
    std::uint64_t m_plainSize = 0;
    std::unique_ptr<Block> m_filling;
    std::vector<std::unique_ptr<Block>> m_spare;
    std::mutex m_mutex; // of what follows
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<Block>> m_blocks; // in order
    bool m_ended = false;
    std::vector<std::jthread> m_threads;
};

} // namespace quayside::images
