#include "engine/logs/files.h"

#include "engine/logs/inflate.h"
#include "engine/logs/record.h"

#include <algorithm>
#include <cstring>
#include <ctime>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::logs
{
namespace
{

constexpr std::size_t blockBytes = 65'536;
constexpr int longestMoment = 100; // ms
constexpr std::size_t maxLine = headLength + maxText + 1;

std::uint64_t sizeOf(const Fd &file)
{
    struct stat status{};
    return ::fstat(file.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

// Looks for the start of the last lines, from the end of one file to its start.
class BackwardScan
{
public:
    BackwardScan(const Fd &file, std::uint64_t wanted, std::uint64_t &found, bool &anyRecord)
        : m_file(file), m_wanted(wanted), m_found(found), m_anyRecord(anyRecord), m_next(sizeOf(file))
    {
    }
    // Where the first wanted line starts. No value: further up, in an earlier file.
    Result<std::optional<std::uint64_t>> run()
    {
        for (std::uint64_t end = m_next; end > 0;) {
            const std::uint64_t start = end > blockBytes ? end - blockBytes : 0;
            // With the head of a record that starts at the block's last byte.
            m_block.resize(static_cast<std::size_t>(end - start) + headLength);
            const ssize_t size =
                ::pread(m_file.get(), m_block.data(), m_block.size(), static_cast<off_t>(start));
            if (size < 0)
                return failErrno(errno, "reading the log");
            m_block.resize(static_cast<std::size_t>(size));
            if (const auto position = scanBlock(start, std::min<std::uint64_t>(end, start + m_block.size())))
                return position;
            end = start;
        }
        return std::nullopt;
    }

private:
    // Line starts of [start, end) from the last to the first: after each line end, and at the start of the
    // file.
    std::optional<std::uint64_t> scanBlock(std::uint64_t start, std::uint64_t end)
    {
        for (std::uint64_t at = end; at-- > start;) {
            const auto *found = static_cast<const char *>(
                ::memrchr(m_block.data(), '\n', static_cast<std::size_t>(at + 1 - start)));
            if (found == nullptr)
                break;
            at = start + static_cast<std::uint64_t>(found - m_block.data());
            // Behind the last line end is nothing, or a record of which not all is there yet.
            if (!std::exchange(m_ended, true))
                m_next = at + 1;
            else if (const auto position = lineStartsAt(at + 1, start))
                return position;
        }
        return start == 0 && m_ended ? lineStartsAt(0, 0) : std::nullopt;
    }
    std::optional<std::uint64_t> lineStartsAt(std::uint64_t position, std::uint64_t blockStart)
    {
        const auto inBlock = static_cast<std::size_t>(position - blockStart);
        const auto record =
            parseRecord(std::string_view(m_block).substr(std::min(inBlock, m_block.size()), headLength));
        if (!record)
            return std::nullopt;
        // The very last record ends a line even where the container has not ended it.
        if (record->full || !m_anyRecord) {
            if (m_found == m_wanted)
                return m_next;
            ++m_found;
        }
        m_anyRecord = true;
        m_next = position;
        return std::nullopt;
    }
    const Fd &m_file;
    std::uint64_t m_wanted;
    std::uint64_t &m_found;
    bool &m_anyRecord;
    std::uint64_t m_next; // where the record after this one starts
    bool m_ended = false; // a line end has been seen
    std::string m_block;
};

} // namespace

// The writer leaves a file that somebody reads, and all after it: what is slower than a rotation loses
// nothing.
Result<Fd> Files::openForm(const std::string &name, const std::string &other)
{
    Fd file(::openat(m_folder.get(), name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!file && errno == ENOENT)
        return Fd();
    if (!file)
        return failErrno(errno, "opening the log file {}", name);
    // Who removes or compresses files takes each for a moment, to see whether it is held.
    const auto taken = [&] { return ::flock(file.get(), LOCK_SH | LOCK_NB) < 0 && errno == EWOULDBLOCK; };
    struct stat status{};
    const auto gone = [&] { return ::fstat(file.get(), &status) == 0 && status.st_nlink == 0; };
    bool busy = taken();
    const auto isThere = [&] { return ::faccessat(m_folder.get(), other.c_str(), F_OK, 0) == 0; };
    for (int i = 0; busy && !gone() && !isThere() && i < longestMoment; ++i) {
        const timespec step{0, 1'000'000};
        ::nanosleep(&step, nullptr);
        busy = taken();
    }
    if (busy || gone())
        return Fd();
    return file;
}

Result<bool> Files::open(std::uint32_t number)
{
    TRY(Fd file, openForm(fileNameOf(number), compressedNameOf(number)));
    Fd compressed;
    if (!file) { // it is gone, unless it became its other form, which is there before
        TRY(compressed, openForm(compressedNameOf(number), fileNameOf(number)));
        if (!compressed)
            return false;
        TRY(file, inflated(m_folder.get(), compressed));
    }
    m_file = std::move(file);
    m_compressed = std::move(compressed);
    m_number = number;
    m_offset = 0;
    m_begin = 0;
    m_buffer.clear(); // a torn last record of the file before
    m_skipping = false;
    return true;
}

Result<> Files::seekStart()
{
    // A rotation may remove it between the look and the opening.
    for (NumberRange files = filesFrom(m_folder.get(), 1); files.first != 0;
         files = filesFrom(m_folder.get(), files.first + 1)) {
        TRY(const bool opened, open(files.first));
        if (opened)
            break;
    }
    return {};
}

Result<> Files::seekEnd()
{
    const NumberRange files = filesFrom(m_folder.get(), 1);
    // Of a log that is to come the first file is made here, so that it is held from its first byte on.
    if (files.last == 0)
        const Fd made(::openat(m_folder.get(), fileNameOf(1).c_str(),
                               O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640));
    TRY(const bool opened, open(std::max(files.last, 1U)));
    m_offset = opened ? sizeOf(m_file) : 0;
    return {};
}

Result<> Files::seekTail(std::uint64_t lines)
{
    std::uint64_t found = 0;
    bool anyRecord = lines == 0; // of no lines not even the unfinished one
    const NumberRange files = filesFrom(m_folder.get(), 1);
    for (std::uint32_t number = files.last; number != 0 && number >= files.first; --number) {
        TRY(const bool opened, open(number));
        if (!opened)
            return seekStart();
        TRY(const std::optional<std::uint64_t> start, BackwardScan(m_file, lines, found, anyRecord).run());
        if (start) {
            m_offset = *start;
            return {};
        }
    }
    return seekStart();
}

std::uint32_t Files::nextNumber() const
{
    struct stat status{};
    // More than one rotation behind, the next ones may be gone as well.
    const bool removed = m_file && ::fstat(m_file.get(), &status) == 0 && status.st_nlink == 0;
    if (m_number == 0 || removed)
        return filesFrom(m_folder.get(), m_number + 1).first;
    const std::string next = fileNameOf(m_number + 1);
    if (::faccessat(m_folder.get(), next.c_str(), F_OK, 0) == 0)
        return m_number + 1;
    const std::string compressed = compressedNameOf(m_number + 1);
    return ::faccessat(m_folder.get(), compressed.c_str(), F_OK, 0) == 0 ? m_number + 1 : 0;
}

Result<bool> Files::fill()
{
    m_buffer.erase(0, m_begin);
    m_begin = 0;
    const std::size_t kept = m_buffer.size();
    m_buffer.resize(kept + blockBytes);
    const ssize_t size =
        m_file ? ::pread(m_file.get(), m_buffer.data() + kept, blockBytes, static_cast<off_t>(m_offset)) : 0;
    m_buffer.resize(kept + static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    if (size < 0)
        return failErrno(errno, "reading the log");
    m_offset += static_cast<std::uint64_t>(size);
    return size > 0;
}

Result<std::optional<std::string_view>> Files::lineInBuffer()
{
    const std::string_view rest = std::string_view(m_buffer).substr(m_begin);
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) {
        if (rest.size() > maxLine) {
            m_skipping = true;
            m_begin = m_buffer.size();
        }
        return std::nullopt;
    }
    m_begin += end + 1;
    if (std::exchange(m_skipping, false) || end > maxLine)
        return std::string_view(); // no record: the caller skips it
    return rest.substr(0, end);
}

Result<std::optional<std::string_view>> Files::nextLine()
{
    for (;;) {
        TRY(const std::optional<std::string_view> line, lineInBuffer());
        if (line)
            return line;
        TRY(bool more, fill());
        if (more)
            continue;
        const std::uint32_t next = nextNumber();
        if (next == 0)
            return std::nullopt;
        // It has a successor, so it is complete: but more may have come since it was read to its end.
        TRY(more, fill());
        if (!more)
            CHECK(open(next).transform([](bool) {}));
    }
}

} // namespace quayside::logs
