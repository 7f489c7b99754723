#include "engine/logs/writer.h"

#include "engine/logs/names.h"

#include <algorithm>
#include <cstring>
#include <ctime>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::logs
{
namespace
{

bool isFree(const Fd &file)
{
    return ::flock(file.get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

// One of the file's two forms that a reader holds; none where nobody does.
Fd heldFile(int folder, std::uint32_t number)
{
    for (const std::string &name : {fileNameOf(number), compressedNameOf(number)})
        if (Fd file(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)); file && !isFree(file))
            return file;
    return {};
}

// What readers may hold of a log beyond its own limit.
constexpr std::uint64_t maxHeldBytes = 64 << 20;

// "time stdout F " and the same with P, for one read.
struct Heads {
    char full[headLength + 1], partial[headLength + 1];
    explicit Heads(Source source)
    {
        timespec now{};
        ::clock_gettime(CLOCK_REALTIME, &now);
        formatTime(now.tv_sec * 1'000'000'000LL + now.tv_nsec, full);
        std::memcpy(full + timeLength, source == Source::Stdout ? " stdout F " : " stderr F ", 10);
        std::memcpy(partial, full, headLength);
        partial[headLength - 2] = 'P';
    }
};

} // namespace

Result<Writer> Writer::open(Fd folder, const Options &options)
{
    Writer writer(std::move(folder), options);
    const NumberRange files = filesFrom(writer.m_folder.get(), 1);
    // One that is compressed is complete, though nothing should follow it.
    const bool complete =
        ::faccessat(writer.m_folder.get(), compressedNameOf(files.last).c_str(), F_OK, 0) == 0;
    CHECK(writer.openFile(std::max(files.last + (complete ? 1 : 0), 1U)));
    writer.removeOld();
    writer.compressOld();
    // A record that a dead stage left half-written must not swallow the next one.
    char last = '\n';
    if (writer.m_size > 0 &&
        ::pread(writer.m_file.get(), &last, 1, static_cast<off_t>(writer.m_size) - 1) == 1 && last != '\n' &&
        ::write(writer.m_file.get(), "\n", 1) == 1)
        ++writer.m_size;
    return writer;
}

Result<> Writer::openFile(std::uint32_t number)
{
    const std::string name = fileNameOf(number);
    Fd file(
        ::openat(m_folder.get(), name.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640));
    struct stat status{};
    if (!file || ::fstat(file.get(), &status) < 0)
        return failErrno(errno, "opening the log file {}", name);
    m_file = std::move(file);
    m_number = number;
    m_size = static_cast<std::uint64_t>(status.st_size);
    return {};
}

void Writer::rotateIfDue()
{
    if (m_options.maxBytes == 0 || m_size < m_options.maxBytes || m_number >= maxNumber)
        return;
    if (!openFile(m_number + 1)) // the disk is full: the file grows on until there is room for another
        return;
    removeOld();
    compressOld();
}

void Writer::compressOld()
{
    if (m_options.compress && filesFrom(m_folder.get(), 1).first < m_number)
        m_compressor.start(m_folder.get(), m_number);
}

// Usually one; more where the limit was lowered, or readers have caught up. Readers hold the first file that
// they have not read to its end (files.cpp), and with it all that follow, up to a bound.
void Writer::removeOld()
{
    if (m_options.maxBytes == 0)
        return;
    const std::uint64_t keep = std::max(m_options.maxFiles, 1U);
    const std::uint64_t most = keep + maxHeldBytes / m_options.maxBytes;
    if (m_overtaken && isFree(m_overtaken))
        m_overtaken.reset();
    for (std::uint64_t old = filesFrom(m_folder.get(), 1).first; old != 0 && old + keep <= m_number; ++old) {
        const auto number = static_cast<std::uint32_t>(old);
        Fd file = heldFile(m_folder.get(), number);
        if ((file || m_overtaken) && old + most > m_number)
            break;
        ::unlinkat(m_folder.get(), fileNameOf(number).c_str(), 0);
        ::unlinkat(m_folder.get(), compressedNameOf(number).c_str(), 0);
        if (file) // what comes after the gap is still kept for its reader
            m_overtaken = std::move(file);
    }
}

void Writer::append(Source source, std::string_view text)
{
    const Heads heads(source);
    while (!text.empty()) {
        const std::string_view window = text.substr(0, maxText);
        const auto *end = static_cast<const char *>(std::memchr(window.data(), '\n', window.size()));
        if (end != nullptr) { // with its own line end
            const auto length = static_cast<std::size_t>(end - window.data()) + 1;
            add(heads.full, window.substr(0, length), false);
            text.remove_prefix(length);
        } else { // too long, or the rest comes with the next read; a prompt must be seen now
            add(heads.partial, window, true);
            text.remove_prefix(window.size());
        }
    }
    flush();
}

void Writer::add(const char *head, std::string_view text, bool newline)
{
    static constexpr char lineEnd = '\n';
    if (m_count + 3 > m_parts.size())
        flush();
    m_parts[m_count++] = {const_cast<char *>(head), headLength};
    m_parts[m_count++] = {const_cast<char *>(text.data()), text.size()};
    if (newline)
        m_parts[m_count++] = {const_cast<char *>(&lineEnd), 1};
    m_bytes += headLength + text.size() + (newline ? 1 : 0);
    m_textBytes += text.size();
}

void Writer::flush()
{
    if (m_count == 0)
        return;
    rotateIfDue();
    if ((m_lost == 0 || noteLoss()) && writeAll(m_parts.data(), m_count))
        m_size += m_bytes;
    else
        m_lost += m_textBytes;
    m_count = m_bytes = m_textBytes = 0;
}

// All of it or nothing: what a full disk cut off is taken back to the last whole record.
bool Writer::writeAll(iovec *parts, std::size_t count)
{
    while (count > 0) {
        const ssize_t written = ::writev(m_file.get(), parts, static_cast<int>(count));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            m_errnum = written < 0 ? errno : ENOSPC;
            // Nothing is left to be done where even this fails: the reader skips what is no record.
            [[maybe_unused]] const int cut = ::ftruncate(m_file.get(), static_cast<off_t>(m_size));
            return false;
        }
        auto done = static_cast<std::size_t>(written);
        for (; count > 0 && done >= parts->iov_len; --count)
            done -= (parts++)->iov_len;
        if (count > 0) {
            parts->iov_base = static_cast<char *>(parts->iov_base) + done;
            parts->iov_len -= done;
        }
    }
    return true;
}

bool Writer::noteLoss()
{
    const Heads heads(Source::Stderr);
    std::string note(heads.full, headLength);
    note += std::format("quayside: {} bytes of output were lost here: {}\n", m_lost, ::strerror(m_errnum));
    iovec part{note.data(), note.size()};
    if (!writeAll(&part, 1))
        return false;
    m_size += note.size();
    m_lost = 0;
    return true;
}

void Writer::finish()
{
    if (m_lost > 0)
        noteLoss();
    removeOld();
    compressOld();
}

} // namespace quayside::logs
