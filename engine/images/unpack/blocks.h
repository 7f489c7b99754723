// The uncompressed bytes of an archive, block by block, and their digest.
#pragma once

#include "engine/api/stream/movable.h"
#include "engine/base/result.h"
#include "engine/images/content/digest.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <vector>

namespace quayside::images
{

class Blocks
{
public:
    virtual ~Blocks() = default;
    // The view holds until the next call; empty: the end.
    virtual Result<std::string_view> next() = 0;
    virtual std::string digest() = 0; // of all of them, after the end; once

    // What comes after the last block, as of api::MovableSource.
    [[nodiscard]] virtual std::uint64_t movable() const { return 0; }
    virtual Result<std::uint64_t> moveTo(int /*pipe*/, std::uint64_t /*count*/, bool /*wait*/) { return 0; }
};

// Reads when it is asked to.
class PlainBlocks : public Blocks
{
public:
    // `hashed`: false where nobody asks for the digest.
    PlainBlocks(std::unique_ptr<api::ByteSource> source, bool hashed);
    Result<std::string_view> next() override;
    std::string digest() override { return m_sum.digest(); }
    [[nodiscard]] std::uint64_t movable() const override
    {
        return m_movable == nullptr || m_hashed ? 0 : m_movable->movable();
    }
    Result<std::uint64_t> moveTo(int pipe, std::uint64_t count, bool wait) override;
    // The source had as much as was asked for when it was last read: it is quicker than its reader.
    [[nodiscard]] bool isBehind() const { return m_behind; }

private:
    std::unique_ptr<api::ByteSource> m_source;
    api::MovableSource *m_movable; // it, where it can
    const bool m_hashed;
    bool m_behind = false;
    Sha256 m_sum;
    std::vector<char> m_buffer;
    std::size_t m_asked; // by the next read
};

// Reads ahead, and hashes, on a thread of its own: uncompressing and writing go on at the same time.
class BlocksAhead : public Blocks
{
public:
    // `enter` is called on the new thread first of all: what it is to give up before it reads anything.
    explicit BlocksAhead(std::function<Result<>()> enter);
    ~BlocksAhead() override; // waits for a read that is under way
    BlocksAhead(const BlocksAhead &) = delete;
    BlocksAhead &operator=(const BlocksAhead &) = delete;

    Result<> entered();                                  // waits for what `enter` says
    void begin(std::unique_ptr<api::ByteSource> source); // once
    Result<std::string_view> next() override;
    std::string digest() override { return m_sum.digest(); }

private:
    using Block = std::vector<char>;
    void work(const std::function<Result<>()> &enter);
    std::optional<Block> freeBlock();
    void pass(Block block, Result<std::size_t> got);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Result<>> m_entered;
    std::unique_ptr<api::ByteSource> m_source;
    std::deque<Block> m_full, m_free;
    std::optional<Result<>> m_end; // why no more come
    bool m_stop = false;
    Sha256 m_sum;  // the thread's, until the end
    Block m_shown; // to next()'s caller
    std::thread m_thread;
};

} // namespace quayside::images
