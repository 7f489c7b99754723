#include "engine/images/unpack/blocks.h"

#include <algorithm>
#include <utility>

namespace quayside::images
{
namespace
{

constexpr std::size_t blockSize = std::size_t{256} * 1024;
constexpr std::size_t blocksAhead = 4;
// Where contents are moved, what lies between two of them is little: more would be read of the second.
constexpr std::size_t afterMoving = std::size_t{4} * 1024;

} // namespace

PlainBlocks::PlainBlocks(std::unique_ptr<api::ByteSource> source, bool hashed)
    : m_source(std::move(source)), m_movable(dynamic_cast<api::MovableSource *>(m_source.get())),
      m_hashed(hashed), m_buffer(blockSize), m_asked(blockSize)
{
}

Result<std::string_view> PlainBlocks::next()
{
    const std::size_t asked = std::exchange(m_asked, std::min(2 * m_asked, blockSize));
    TRY(const std::size_t got, m_source->read(std::span(m_buffer).first(asked)));
    m_behind = got == asked;
    const std::string_view block(m_buffer.data(), got);
    if (m_hashed)
        m_sum.add(block);
    return block;
}

Result<std::uint64_t> PlainBlocks::moveTo(int pipe, std::uint64_t count, bool wait)
{
    if (movable() == 0)
        return 0;
    m_asked = afterMoving;
    return m_movable->moveTo(pipe, count, wait);
}

BlocksAhead::BlocksAhead(std::function<Result<>()> enter)
    : m_free(blocksAhead, Block(blockSize)), m_thread([this, enter = std::move(enter)] { work(enter); })
{
}

BlocksAhead::~BlocksAhead()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<> BlocksAhead::entered()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_entered.has_value(); });
    return *m_entered;
}

void BlocksAhead::begin(std::unique_ptr<api::ByteSource> source)
{
    const std::scoped_lock lock(m_mutex);
    m_source = std::move(source);
    m_changed.notify_all();
}

Result<std::string_view> BlocksAhead::next()
{
    std::unique_lock lock(m_mutex);
    if (m_shown.capacity() > 0)
        m_free.push_back(std::move(m_shown));
    m_shown = {};
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_end || !m_full.empty(); });
    if (m_full.empty()) {
        CHECK(*m_end);
        return std::string_view();
    }
    m_shown = std::move(m_full.front());
    m_full.pop_front();
    return std::string_view(m_shown.data(), m_shown.size());
}

// Nothing: it is over.
std::optional<BlocksAhead::Block> BlocksAhead::freeBlock()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stop || (m_source && !m_free.empty()); });
    if (m_stop || m_end)
        return std::nullopt;
    Block block = std::move(m_free.front());
    m_free.pop_front();
    return block;
}

void BlocksAhead::pass(Block block, Result<std::size_t> got)
{
    const std::scoped_lock lock(m_mutex);
    if (got && *got > 0) {
        block.resize(*got);
        m_full.push_back(std::move(block));
    } else {
        m_end = got ? Result<>() : Result<>(std::unexpected(std::move(got).error()));
    }
    m_changed.notify_all();
}

void BlocksAhead::work(const std::function<Result<>()> &enter)
{
    {
        auto result = enter();
        const std::scoped_lock lock(m_mutex);
        m_stop = m_stop || !result;
        m_entered = std::move(result);
        m_changed.notify_all();
    }
    while (auto block = freeBlock()) {
        block->resize(blockSize);
        auto got = m_source->read(*block);
        if (got)
            m_sum.add({block->data(), *got});
        const bool last = !got || *got == 0;
        pass(*std::move(block), std::move(got));
        if (last)
            return;
    }
}

} // namespace quayside::images
