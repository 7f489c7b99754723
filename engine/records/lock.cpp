#include "engine/records/lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <charconv>
#include <thread>

namespace quayside::records
{

static std::string holderOf(int fd)
{
    std::array<char, 16> text{};
    const auto length = ::pread(fd, text.data(), text.size(), 0);
    long pid = 0;
    if (length <= 0 || std::from_chars(text.data(), text.data() + length, pid).ec != std::errc{} || pid <= 0)
        return "another engine";
    return std::format("another engine (process {})", pid);
}

static void writeHolder(int fd)
{
    // Only for the message above: a failure here costs nothing.
    const auto text = std::format("{}\n", ::getpid());
    if (::ftruncate(fd, 0) == 0)
        (void)!::pwrite(fd, text.data(), text.size(), 0);
}

Result<Fd> lockFile(const std::string &path, std::chrono::milliseconds patience)
{
    Fd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd)
        return failErrno(errno, "opening the lock {}", path);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return failErrno(errno, "locking {}", path);
        if (std::chrono::steady_clock::now() >= deadline)
            return fail(ErrorKind::Conflict,
                        "{} already runs on this directory: it holds {}. Stop it, or choose "
                        "another --root",
                        holderOf(fd.get()), path);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    writeHolder(fd.get());
    return fd;
}

} // namespace quayside::records
