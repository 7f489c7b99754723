#include "engine/images/unpack/writebehind.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace quayside::images
{
namespace
{

constexpr std::size_t pieceSize = std::size_t{256} * 1024;
constexpr std::size_t mostWaiting = std::size_t{4} << 20;

} // namespace

Result<> writeAll(int fd, std::string_view bytes, off_t offset)
{
    while (!bytes.empty()) {
        const ssize_t done = ::pwrite(fd, bytes.data(), bytes.size(), offset);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failErrno(errno, "writing it");
        bytes.remove_prefix(static_cast<std::size_t>(done));
        offset += done;
    }
    return {};
}

WriteBehind::WriteBehind(std::function<Result<>()> enter)
    : m_thread([this, enter = std::move(enter)] { work(enter); })
{
}

WriteBehind::~WriteBehind()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<> WriteBehind::entered()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_entered.has_value(); });
    return *m_entered;
}

// A piece that was written is used again: fresh memory costs as much as copying into it.
std::vector<char> WriteBehind::room()
{
    const std::scoped_lock lock(m_mutex);
    if (m_spare.empty())
        return {};
    std::vector<char> bytes = std::move(m_spare.back());
    m_spare.pop_back();
    bytes.clear();
    return bytes;
}

void WriteBehind::write(int fd, std::string_view bytes, off_t offset)
{
    while (!bytes.empty()) {
        const auto end = m_filling.offset + static_cast<off_t>(m_filling.bytes.size());
        if (!m_filling.bytes.empty() && (offset != end || m_filling.bytes.size() == pieceSize))
            submit(false);
        if (m_filling.bytes.capacity() == 0) {
            m_filling.bytes = room();
            m_filling.bytes.reserve(pieceSize);
        }
        if (m_filling.bytes.empty())
            m_filling.offset = offset;
        m_filling.fd = fd;
        const std::size_t now = std::min(bytes.size(), pieceSize - m_filling.bytes.size());
        m_filling.bytes.insert(m_filling.bytes.end(), bytes.begin(),
                               bytes.begin() + static_cast<std::ptrdiff_t>(now));
        bytes.remove_prefix(now);
        offset += static_cast<off_t>(now);
    }
}

void WriteBehind::submit(bool last)
{
    m_filling.last = last;
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting < mostWaiting; });
    m_waiting += m_filling.bytes.size();
    m_pieces.push_back(std::exchange(m_filling, {}));
    m_changed.notify_all();
}

std::uint64_t WriteBehind::endFile()
{
    submit(true);
    return ++m_handedOver;
}

std::uint64_t WriteBehind::written()
{
    const std::scoped_lock lock(m_mutex);
    return m_written;
}

void WriteBehind::waitFor(std::uint64_t file)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_written >= file; });
}

Result<> WriteBehind::outcome(std::uint64_t file)
{
    const std::scoped_lock lock(m_mutex);
    const auto failed = std::ranges::find(m_failed, file, &std::pair<std::uint64_t, Error>::first);
    return failed == m_failed.end() ? Result<>() : std::unexpected(failed->second);
}

void WriteBehind::work(const std::function<Result<>()> &enter)
{
    auto entered = enter();
    std::unique_lock lock(m_mutex);
    m_stop = m_stop || !entered;
    m_entered = std::move(entered);
    m_changed.notify_all();
    while (true) {
        m_changed.wait(lock, [this] { return m_stop || !m_pieces.empty(); });
        if (m_stop)
            return;
        Piece piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        lock.unlock();
        auto done = writeAll(piece.fd, {piece.bytes.data(), piece.bytes.size()}, piece.offset);
        lock.lock();
        if (!done && (m_failed.empty() || m_failed.back().first != m_written + 1))
            m_failed.emplace_back(m_written + 1, std::move(done).error());
        m_written += piece.last ? 1 : 0;
        m_waiting -= piece.bytes.size();
        if (piece.bytes.capacity() > 0)
            m_spare.push_back(std::move(piece.bytes));
        m_changed.notify_all();
    }
}

} // namespace quayside::images
