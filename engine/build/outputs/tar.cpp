#include "engine/build/outputs/tar.h"

#include "engine/api/stream/bytestream.h"
#include "engine/images/pack/pack.h"

#include <fcntl.h>
#include <format>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

constexpr int askMilliseconds = 200;

class ReaderSink : public api::ByteSink
{
public:
    ReaderSink(const Fd &out, const std::function<bool()> &cancelled) : m_out(out), m_cancelled(cancelled) {}

    Result<> write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const ssize_t done = ::write(m_out.get(), bytes.data(), bytes.size());
            if (done < 0 && errno == EPIPE)
                return fail(ErrorKind::Cancelled, "the reader of the build's output has gone");
            if (done < 0 && errno == EAGAIN)
                CHECK(wait());
            else if (done < 0 && errno != EINTR)
                return failErrno(errno, "writing the build's output");
            bytes.remove_prefix(done > 0 ? static_cast<std::size_t>(done) : 0);
        }
        return {};
    }

private:
    Result<> wait() const
    {
        while (true) {
            pollfd ready{m_out.get(), POLLOUT, 0};
            const int found = ::poll(&ready, 1, askMilliseconds);
            if (found > 0)
                return {};
            if (found < 0 && errno != EINTR)
                return failErrno(errno, "waiting for the reader of the build's output");
            if (m_cancelled && m_cancelled())
                return fail(ErrorKind::Cancelled, "the build was cancelled");
        }
    }

    const Fd &m_out;
    const std::function<bool()> &m_cancelled;
};

} // namespace

Result<Fd> takeOutput(const Fd &pidfd, int number)
{
    const Fd theirs(static_cast<int>(::syscall(SYS_pidfd_getfd, pidfd.get(), number, 0)));
    struct stat status{};
    const int flags = theirs ? ::fcntl(theirs.get(), F_GETFL) : O_PATH;
    const bool open = (flags & O_PATH) == 0 && (flags & O_ACCMODE) != O_RDONLY;
    if (!open || ::fstat(theirs.get(), &status) != 0 || !S_ISFIFO(status.st_mode))
        return fail(ErrorKind::InvalidArgument,
                    "descriptor {} of the calling process is no pipe that it has open for writing", number);
    // An open file of our own: whether theirs blocks is up to them.
    Fd out(::open(std::format("/proc/self/fd/{}", theirs.get()).c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC));
    if (!out && errno == ENXIO)
        return fail(ErrorKind::InvalidArgument, "nobody reads from the pipe of descriptor {}", number);
    if (!out)
        return failErrno(errno, "opening the pipe of descriptor {}", number);
    return out;
}

Result<> writeFiles(int root, const Fd &out, const std::function<bool()> &cancelled)
{
    ReaderSink sink(out, cancelled);
    images::GatheringSink gathering(sink);
    images::TarWriter tar(gathering);
    images::Packer packer(tar, images::PackForm::Plain, [](const std::string &path) { return path; });
    if (root >= 0) {
        const Fd folder(::openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!folder)
            return failErrno(errno, "opening the files of the build");
        CHECK(images::walkTree(folder.get(), packer));
    }
    CHECK(tar.finish());
    return gathering.flush();
}

} // namespace quayside::build
