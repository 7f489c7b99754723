#include "engine/images/registry/gzip.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <new>

namespace quayside::images
{
namespace
{

using namespace std::string_view_literals;

constexpr std::size_t blockSize = std::size_t{512} * 1024;
// ISA-L's best, as small as zlib's third and several times as quick.
constexpr std::uint32_t level = 3;
// No time, no name, no operating system: they would differ.
constexpr std::string_view head = "\x1f\x8b\x08\0\0\0\0\0\0\xff"sv;
constexpr std::string_view lastBlock = "\x03\0"sv; // of deflate: final, empty

unsigned threadsFor(unsigned wanted)
{
    return wanted > 0 ? wanted : std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
}

std::array<char, 8> tailOf(std::uint32_t crc, std::uint64_t size)
{
    std::array<char, 8> tail{};
    for (unsigned i = 0; i < 4; ++i) {
        tail[i] = static_cast<char>(crc >> (8 * i) & 0xff);
        tail[4 + i] = static_cast<char>(size >> (8 * i) & 0xff);
    }
    return tail;
}

std::unexpected<Error> outOfMemory()
{
    return failErrno(ENOMEM, "compressing a layer");
}

// false: it could not be done. Throws std::bad_alloc.
bool deflate(std::vector<char> &plain, std::vector<char> &packed)
{
    thread_local std::vector<std::uint8_t> room(ISAL_DEF_LVL3_DEFAULT);
    packed.resize(plain.size() + plain.size() / 64 + 1024); // what does not shrink is stored
    isal_zstream stream;
    ::isal_deflate_stateless_init(&stream);
    stream.level = level;
    stream.level_buf = room.data();
    stream.level_buf_size = static_cast<std::uint32_t>(room.size());
    stream.flush = FULL_FLUSH;
    stream.end_of_stream = 0;
    stream.next_in = reinterpret_cast<std::uint8_t *>(plain.data());
    stream.avail_in = static_cast<std::uint32_t>(plain.size());
    stream.next_out = reinterpret_cast<std::uint8_t *>(packed.data());
    stream.avail_out = static_cast<std::uint32_t>(packed.size());
    const bool done = ::isal_deflate_stateless(&stream) == COMP_OK && stream.avail_in == 0;
    packed.resize(stream.total_out);
    return done;
}

} // namespace

GzipSink::GzipSink(api::ByteSink &out, unsigned threads) : m_out(out), m_most(threadsFor(threads)) {}

GzipSink::~GzipSink()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
}

// Deflate blocks that end at a whole byte and refer to nothing before them: they can be put one after the
// other. Without memory the block has failed, and holds nothing: this runs on threads that nobody catches
// for.
void GzipSink::pack(Block &block)
{
    try {
        block.failed = !deflate(block.plain, block.packed);
    } catch (const std::bad_alloc &) {
        block.failed = true;
        block.packed.clear();
    }
    block.crc =
        ::crc32_gzip_refl(0, reinterpret_cast<const unsigned char *>(block.plain.data()), block.plain.size());
}

void GzipSink::work()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        const auto next = std::ranges::find_if(m_blocks, [](const auto &block) { return !block->taken; });
        if (m_ended)
            return;
        if (next == m_blocks.end()) {
            m_changed.wait(lock);
            continue;
        }
        Block &block = **next;
        block.taken = true;
        lock.unlock();
        pack(block);
        lock.lock();
        block.ready = true;
        m_changed.notify_all();
    }
}

Result<> GzipSink::put(std::string_view bytes)
{
    m_sum.add(bytes);
    m_size += bytes.size();
    return m_out.write(bytes);
}

Result<> GzipSink::deliver(std::size_t most)
{
    while (true) {
        std::unique_lock lock(m_mutex);
        const bool due = m_blocks.size() > most;
        if (due)
            m_changed.wait(lock, [this] { return m_blocks.front()->ready; });
        if (m_blocks.empty() || !m_blocks.front()->ready)
            return {};
        std::unique_ptr<Block> block = std::move(m_blocks.front());
        m_blocks.pop_front();
        lock.unlock();
        if (block->failed && block->packed.empty())
            return outOfMemory();
        if (block->failed)
            return fail(ErrorKind::Internal, "compressing a layer failed");
        if (m_size == 0)
            CHECK(put(head));
        CHECK(put({block->packed.data(), block->packed.size()}));
        m_crc = static_cast<std::uint32_t>(
            ::crc32_combine(m_crc, block->crc, static_cast<z_off_t>(block->plain.size())));
        m_plainSize += block->plain.size();
        m_spare.push_back(std::move(block));
    }
}

std::unique_ptr<GzipSink::Block> GzipSink::freeBlock()
{
    if (m_spare.empty()) {
        auto block = std::make_unique<Block>();
        block->plain.reserve(blockSize);
        return block;
    }
    auto block = std::move(m_spare.back());
    m_spare.pop_back();
    block->plain.clear();
    block->taken = block->ready = block->failed = false;
    return block;
}

// The threads come with the second block: most layers are small.
Result<> GzipSink::submit()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_blocks.push_back(std::move(m_filling));
    }
    m_changed.notify_all();
    if (m_threads.size() < m_most)
        startThread();
    return deliver(m_most + 1);
}

// Those that are there do all of it; where there is none, this one does what nobody has taken.
void GzipSink::startThread()
{
    try {
        m_threads.emplace_back([this] { work(); });
        return;
    } catch (const std::exception &) { // no memory, or no more threads
    }
    if (!m_threads.empty())
        return;
    const auto waiting = std::ranges::find(m_blocks, false, [](const auto &block) { return block->taken; });
    if (waiting == m_blocks.end())
        return;
    (*waiting)->taken = true;
    pack(**waiting);
    (*waiting)->ready = true;
}

Result<> GzipSink::write(std::string_view bytes)
{
    try {
        return take(bytes);
    } catch (const std::bad_alloc &) {
        return outOfMemory();
    }
}

Result<> GzipSink::take(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (m_filling && m_filling->plain.size() == blockSize)
            CHECK(submit());
        if (!m_filling)
            m_filling = freeBlock();
        std::vector<char> &plain = m_filling->plain;
        const std::size_t now = std::min(bytes.size(), blockSize - plain.size());
        plain.insert(plain.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(now));
        bytes.remove_prefix(now);
    }
    return {};
}

Result<> GzipSink::finish()
{
    try {
        return end();
    } catch (const std::bad_alloc &) {
        return outOfMemory();
    }
}

Result<> GzipSink::end()
{
    if (m_filling && !m_threads.empty())
        CHECK(submit());
    if (m_filling) { // the only one
        pack(*m_filling);
        m_filling->taken = m_filling->ready = true;
        m_blocks.push_back(std::move(m_filling));
    }
    CHECK(deliver(0));
    if (m_size == 0)
        CHECK(put(head));
    CHECK(put(lastBlock));
    const auto tail = tailOf(m_crc, m_plainSize);
    return put({tail.data(), tail.size()});
}

} // namespace quayside::images
