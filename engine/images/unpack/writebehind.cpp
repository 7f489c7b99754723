#include "engine/images/unpack/writebehind.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace quayside::images
{
namespace
{

constexpr std::size_t pieceSize = std::size_t{256} * 1024;
constexpr std::size_t mostWaiting = std::size_t{4} << 20;
// While one is filled and one is emptied the others wait: a pipe is locked for as long as either takes.
constexpr int pipes = 4;

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
{
    makePipes();
    m_thread = std::thread([this, enter = std::move(enter)] { work(enter); });
}

// Where a user has too many pages in pipes already, the kernel gives small ones, which are worth nothing.
void WriteBehind::makePipes()
{
    for (int i = 0; i < pipes; ++i) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            break;
        Pipe pipe{Fd(ends[0]), Fd(ends[1])};
        if (::fcntl(ends[1], F_SETPIPE_SZ, pieceSize) < static_cast<int>(pieceSize))
            break;
        m_pipes.push_back(std::move(pipe));
    }
    m_moves = !m_pipes.empty();
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

Result<std::uint64_t> WriteBehind::move(int fd, Blocks &from, std::uint64_t count, off_t offset)
{
    if (!m_filling.bytes.empty())
        submit(false);
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_pipes.empty(); });
        m_filling.pipe = std::move(m_pipes.back());
        m_pipes.pop_back();
    }
    m_filling.fd = fd;
    m_filling.offset = offset;
    Result<std::uint64_t> moved = 0;
    do {
        const bool first = m_filling.piped == 0;
        moved = from.moveTo(m_filling.pipe.in.get(), count - m_filling.piped, first);
        m_filling.piped += moved.value_or(0);
    } while (moved && *moved > 0 && m_filling.piped < count);
    const std::uint64_t all = m_filling.piped;
    submit(false);
    CHECK(moved);
    return all;
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

// What is left in the pipe after an error is still counted in the piece.
Result<> WriteBehind::writePiped(Piece &piece)
{
    while (piece.piped > 0) {
        const ssize_t done = ::splice(piece.pipe.out.get(), nullptr, piece.fd, &piece.offset, piece.piped, 0);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0 && errno == EINVAL)
            return readPiped(piece, true); // a file system that cannot
        if (done <= 0)
            return failErrno(done < 0 ? errno : EIO, "writing it");
        piece.piped -= static_cast<std::uint64_t>(done);
    }
    return {};
}

// Empties the pipe. `write`: into the file.
Result<> WriteBehind::readPiped(Piece &piece, bool write)
{
    std::array<char, std::size_t{16} * 1024> bytes;
    while (piece.piped > 0) {
        const ssize_t got = ::read(piece.pipe.out.get(), bytes.data(), std::min(bytes.size(), piece.piped));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return failErrno(got < 0 ? errno : EIO, "reading a pipe");
        piece.piped -= static_cast<std::uint64_t>(got);
        if (write)
            CHECK(writeAll(piece.fd, {bytes.data(), static_cast<std::size_t>(got)}, piece.offset));
        piece.offset += got;
    }
    return {};
}

Result<> WriteBehind::writePiece(Piece &piece)
{
    if (!piece.pipe.out)
        return writeAll(piece.fd, {piece.bytes.data(), piece.bytes.size()}, piece.offset);
    auto done = writePiped(piece);
    if (!done)
        (void)readPiped(piece, false); // the pipe is to be used again
    return done;
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
        auto done = writePiece(piece);
        lock.lock();
        if (!done && (m_failed.empty() || m_failed.back().first != m_written + 1))
            m_failed.emplace_back(m_written + 1, std::move(done).error());
        m_written += piece.last ? 1 : 0;
        m_waiting -= piece.bytes.size();
        if (piece.bytes.capacity() > 0)
            m_spare.push_back(std::move(piece.bytes));
        if (piece.pipe.out)
            m_pipes.push_back(std::move(piece.pipe));
        m_changed.notify_all();
    }
}

} // namespace quayside::images
