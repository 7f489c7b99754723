#include "engine/build/outputs/tar.h"

#include "engine/api/stream/bytestream.h"
#include "engine/images/pack/pack.h"

#include <algorithm>
#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

constexpr int askMilliseconds = 200;

bool isStreamSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_STREAM;
}

// Whether the descriptor blocks is its owner's choice: after poll(2) a pipe takes PIPE_BUF bytes in any case.
class ReaderSink : public api::ByteSink
{
public:
    ReaderSink(const Fd &out, const std::function<bool()> &cancelled)
        : m_out(out), m_cancelled(cancelled), m_socket(isStreamSocket(out.get()))
    {
    }

    Result<> write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            CHECK(wait());
            const ssize_t done =
                m_socket ? ::send(m_out.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT)
                         : ::write(m_out.get(), bytes.data(), std::min<std::size_t>(bytes.size(), PIPE_BUF));
            if (done < 0 && errno == EPIPE)
                return fail(ErrorKind::Cancelled, "the reader of the build's output has gone");
            if (done < 0 && errno != EINTR && errno != EAGAIN)
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
    const bool m_socket;
};

} // namespace

Result<Fd> takeOutput(const Fd &pidfd, int number)
{
    Fd out(static_cast<int>(::syscall(SYS_pidfd_getfd, pidfd.get(), number, 0)));
    struct stat status{};
    const int flags = out ? ::fcntl(out.get(), F_GETFL) : O_PATH;
    const bool open = (flags & O_PATH) == 0 && (flags & O_ACCMODE) != O_RDONLY;
    if (!open || ::fstat(out.get(), &status) != 0 ||
        (!S_ISFIFO(status.st_mode) && !(S_ISSOCK(status.st_mode) && isStreamSocket(out.get()))))
        return fail(
            ErrorKind::InvalidArgument,
            "descriptor {} of the calling process is no pipe or stream socket that it has open for writing",
            number);
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
