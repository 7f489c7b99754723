#include "engine/containers/files/process.h"

#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <vector>

namespace quayside::containers::files
{
namespace
{

constexpr int pipeBytes = 1 << 20;
constexpr std::size_t pieceBytes = 1 << 20; // of an archive that comes

// Reading a file or a folder may take as long as a slow disk or server needs; nothing at all for this long is
// a file system that hangs.
constexpr int stallMilliseconds = 120'000;

Result<> waitFor(int fd, short events, const char *what)
{
    pollfd ready{fd, events, 0};
    for (;;) {
        const int count = ::poll(&ready, 1, stallMilliseconds);
        if (count > 0)
            return {};
        if (count == 0)
            return fail(ErrorKind::Internal, "{} the container's files made no progress for {} seconds", what,
                        stallMilliseconds / 1000);
        if (errno != EINTR)
            return failErrno(errno, "waiting for the container's files");
    }
}

} // namespace

Result<Channels> Channels::make(bool engineReads, Fd target)
{
    int data[2], control[2];
    if (::pipe2(data, O_CLOEXEC) != 0)
        return failErrno(errno, "making a pipe for the container's files");
    Fd reading(data[0]), writing(data[1]);
    // Fewer turns of the two processes; without it (pipe-user-pages-soft) it works as well.
    (void)::fcntl(reading.get(), F_SETPIPE_SZ, pipeBytes);
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0)
        return failErrno(errno, "making a socket for the container's files");
    Channels channels;
    channels.control = Fd(control[0]);
    channels.data = engineReads ? std::move(reading) : std::move(writing);
    channels.slots.add(engineReads ? std::move(writing) : std::move(reading));
    channels.slots.add(Fd(control[1]));
    channels.slots.add(std::move(target));
    const int ours = channels.data.get();
    if (!engineReads && ::fcntl(ours, F_SETFL, O_WRONLY | O_NONBLOCK) != 0)
        return failErrno(errno, "making a pipe for the container's files");
    return channels;
}

FilesProcess::FilesProcess(Fd process, Channels channels, std::shared_ptr<Sessions::Place> place)
    : m_process(std::move(process)), m_channels(std::move(channels)), m_place(std::move(place))
{
}

FilesProcess::~FilesProcess()
{
    if (!m_process)
        return;
    ::syscall(SYS_pidfd_send_signal, m_process.get(), SIGKILL, nullptr, 0);
    reap(m_process);
    m_place->ended();
}

Result<FilesProcess> FilesProcess::start(const StageFile &program, const Fd &plan, Channels channels,
                                         const FilesRequest &request, std::shared_ptr<Sessions::Place> place)
{
    std::vector<std::string> words = wordsOf(request);
    words.insert(words.begin(), {"quayside-files", childArgument});
    TRY(Spawned spawned, spawnSealed(program, plan, channels.slots.fds(), std::move(words)));
    channels.slots = {}; // the child has its own: while ours are open no hang-up is seen
    FilesProcess process(std::move(spawned.pidfd), std::move(channels), std::move(place));
    if (!process.m_place->started(process.m_process))
        return process.gone();
    return process;
}

std::unexpected<Error> FilesProcess::failed(const Packet &packet) const
{
    const ErrorKind kind = packet.error <= ErrorKind::Internal ? packet.error : ErrorKind::Internal;
    return std::unexpected(Error{kind, packet.errnum, std::string(packet.text.data(), packet.length)});
}

std::unexpected<Error> FilesProcess::gone()
{
    if (const std::string why = m_place->endedBy(); !why.empty())
        return fail(ErrorKind::Conflict, "the container was {} while its files were copied; try again", why);
    return fail(ErrorKind::Internal, "the process that copies the container's files ended unexpectedly");
}

Result<Packet> FilesProcess::receive()
{
    Packet packet;
    CHECK(waitFor(m_channels.control.get(), POLLIN, "finding"));
    const ssize_t got = ::recv(m_channels.control.get(), &packet, sizeof packet, 0);
    constexpr auto head = static_cast<ssize_t>(offsetof(Packet, text));
    if (got <= 0)
        return gone();
    if (got < head || packet.length != static_cast<std::uint32_t>(got - head))
        return fail(ErrorKind::Internal, "the process that copies the container's files said nonsense");
    if (packet.kind == PacketKind::Failed)
        return failed(packet);
    return packet;
}

Result<api::ContainerPathStat> FilesProcess::found()
{
    TRY(const Packet packet, receive());
    const std::string_view text(packet.text.data(), packet.length);
    const std::size_t zero = text.find('\0');
    if (packet.kind != PacketKind::Found || zero == std::string_view::npos)
        return fail(ErrorKind::Internal, "the process that copies the container's files said nonsense");
    return api::ContainerPathStat{.name = std::string(text.substr(0, zero)),
                                  .size = packet.size,
                                  .mode = packet.mode,
                                  .seconds = packet.seconds,
                                  .nanoseconds = packet.nanoseconds,
                                  .linkTarget = std::string(text.substr(zero + 1))};
}

Result<> FilesProcess::finish()
{
    TRY(const Packet packet, receive());
    if (packet.kind != PacketKind::Done)
        return fail(ErrorKind::Internal, "the process that copies the container's files said nonsense");
    reap(std::exchange(m_process, Fd()));
    m_place->ended();
    return {};
}

Result<> FilesProcess::copyTo(api::ByteSink &archive)
{
    for (;;) {
        CHECK(waitFor(m_channels.data.get(), POLLIN, "reading"));
        int waiting = 0;
        if (::ioctl(m_channels.data.get(), FIONREAD, &waiting) != 0)
            return failErrno(errno, "reading the container's files");
        if (waiting == 0) // readable and empty: the child has closed its end
            return finish();
        CHECK(archive.writeFrom(m_channels.data.get(), static_cast<std::size_t>(waiting)));
    }
}

Result<> FilesProcess::copyFrom(api::ByteSource &archive)
{
    std::vector<char> buffer(pieceBytes);
    for (;;) {
        TRY(const std::size_t got, archive.read(buffer));
        if (got == 0)
            break;
        for (std::string_view bytes(buffer.data(), got); !bytes.empty();) {
            const ssize_t done = ::write(m_channels.data.get(), bytes.data(), bytes.size());
            if (done > 0)
                bytes.remove_prefix(static_cast<std::size_t>(done));
            else if (errno == EAGAIN)
                CHECK(waitFor(m_channels.data.get(), POLLOUT, "writing"));
            else if (errno != EINTR)
                return finish().and_then([]() -> Result<> { // it wants no more: it says why
                    return fail(ErrorKind::Internal, "the archive was not taken to its end");
                });
        }
    }
    m_channels.data.reset();
    return finish();
}

} // namespace quayside::containers::files
