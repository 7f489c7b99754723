#include "engine/logs/compress.h"

#include "engine/base/fd.h"
#include "engine/logs/names.h"

#include <array>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zlib.h>

namespace quayside::logs
{
namespace
{

constexpr std::size_t blockBytes = 65'536;
constexpr const char *draftName = "compressing"; // no name of a log file
constexpr int gzipWindow = 15 + 16;              // zlib.h, deflateInit2: 16 more for gzip's head and end

bool writeAll(int fd, const unsigned char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(fd, bytes, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

// One block of input, all of its output. `flush`: Z_FINISH for the last.
bool deflateBlock(z_stream &stream, int to, int flush)
{
    std::array<unsigned char, blockBytes> out;
    do {
        stream.next_out = out.data();
        stream.avail_out = out.size();
        if (::deflate(&stream, flush) == Z_STREAM_ERROR ||
            !writeAll(to, out.data(), out.size() - stream.avail_out))
            return false;
    } while (stream.avail_out == 0);
    return true;
}

bool compressInto(int from, int to)
{
    z_stream stream{};
    if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return false;
    std::vector<unsigned char> in(blockBytes);
    ssize_t size = 0;
    bool good = true;
    do {
        size = ::read(from, in.data(), in.size());
        stream.next_in = in.data();
        stream.avail_in = size > 0 ? static_cast<unsigned>(size) : 0;
        good = size >= 0 && deflateBlock(stream, to, size == 0 ? Z_FINISH : Z_NO_FLUSH);
    } while (good && size > 0);
    ::deflateEnd(&stream);
    return good && ::fdatasync(to) == 0;
}

bool isFree(int file)
{
    return ::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

// False: there is no point in going on with the next one.
bool compressFile(int folder, std::uint32_t number)
{
    const std::string name = fileNameOf(number), compressed = compressedNameOf(number);
    const Fd from(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!from)
        return true; // it is done, or gone
    // Readers keep what follows the file that they hold: it stays as it is until they are through.
    if (!isFree(from.get()))
        return false;
    ::flock(from.get(), LOCK_UN);
    const Fd draft(::openat(folder, draftName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0640));
    if (!draft || !compressInto(from.get(), draft.get()) ||
        ::renameat(folder, draftName, folder, compressed.c_str()) < 0) {
        ::unlinkat(folder, draftName, 0); // the disk is full
        return false;
    }
    struct stat status{};
    const bool wanted = isFree(from.get()) && ::fstat(from.get(), &status) == 0 && status.st_nlink > 0;
    // Held by a reader that came meanwhile, or removed: the plain file is the one that counts.
    ::unlinkat(folder, (wanted ? name : compressed).c_str(), 0);
    return wanted;
}

} // namespace

void compressFiles(int folder, std::uint32_t current)
{
    for (std::uint32_t number = filesFrom(folder, 1).first; number != 0 && number < current; ++number)
        if (!compressFile(folder, number))
            return;
}

void Compressor::start(int folder, std::uint32_t current)
{
    if (m_child > 0 && ::waitpid(m_child, nullptr, WNOHANG) == 0)
        return;
    m_child = ::fork();
    if (m_child != 0)
        return;
    // Nothing of the stage's goes along: its sockets' ends and the container's mounts must not outlive it in
    // here.
    const int own = ::dup2(folder, 3);
    ::close_range(own + 1, ~0U, 0);
    ::setpriority(PRIO_PROCESS, 0, 19);
    compressFiles(own, current);
    ::_exit(0);
}

} // namespace quayside::logs
