#include "engine/containers/files/process.h"

#include <csignal>
#include <cstddef>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <vector>

namespace quayside::containers::files
{
namespace
{

// Reading a file or a folder may take as long as a slow disk or server needs; no sign of progress for this
// long is a file system that hangs.
constexpr int stallMilliseconds = 120'000;

bool isReady(int socket, short events)
{
    pollfd ready{socket, events, 0};
    return ::poll(&ready, 1, 0) > 0;
}

} // namespace

Result<Channels> Channels::make(int socket, Fd target)
{
    Channels channels;
    Fd data(socket >= 0 ? ::fcntl(socket, F_DUPFD_CLOEXEC, 3) : ::open("/dev/null", O_RDWR | O_CLOEXEC));
    if (!data)
        return failErrno(errno, "handing the client's socket on");
    int control[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0)
        return failErrno(errno, "making a socket for the container's files");
    channels.control = Fd(control[0]);
    channels.slots.add(std::move(data));
    channels.slots.add(Fd(control[1]));
    channels.slots.add(std::move(target));
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

Result<FilesProcess> FilesProcess::start(int program, const Fd &plan, Channels channels,
                                         const FilesRequest &request, std::shared_ptr<Sessions::Place> place)
{
    std::vector<std::string> words = wordsOf(request);
    words.insert(words.begin(), {"quayside-files", childArgument});
    TRY(Spawned spawned, spawnOpen(program, plan, channels.slots.fds(), std::move(words)));
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

// A client may take its time; a file system may not.
Result<Packet> FilesProcess::receive(const std::function<bool()> &waitsForClient)
{
    Packet packet;
    do {
        pollfd ready{m_channels.control.get(), POLLIN, 0};
        int count = 0;
        do
            count = ::poll(&ready, 1, stallMilliseconds);
        while ((count < 0 && errno == EINTR) || (count == 0 && waitsForClient && waitsForClient()));
        if (count < 0)
            return failErrno(errno, "waiting for the container's files");
        if (count == 0)
            return fail(ErrorKind::Internal, "the container's files made no progress for {} seconds",
                        stallMilliseconds / 1000);
        const ssize_t got = ::recv(m_channels.control.get(), &packet, sizeof packet, 0);
        constexpr auto head = static_cast<ssize_t>(offsetof(Packet, text));
        if (got <= 0)
            return gone();
        if (got < head || packet.length != static_cast<std::uint32_t>(got - head))
            return fail(ErrorKind::Internal, "the process that copies the container's files said nonsense");
    } while (packet.kind == PacketKind::Progress);
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

Result<> FilesProcess::finish(const Told &told)
{
    return finishWith({}, told);
}

Result<> FilesProcess::finishWith(const std::function<bool()> &waitsForClient, const Told &told)
{
    for (;;) {
        TRY(const Packet packet, receive(waitsForClient));
        if (packet.kind == PacketKind::Done)
            break;
        if (!told)
            return fail(ErrorKind::Internal, "the process that copies the container's files said nonsense");
        CHECK(told(packet));
    }
    reap(std::exchange(m_process, Fd()));
    m_place->ended();
    return {};
}

// One that is gone by now has said why, or is told of as it is waited for.
Result<> FilesProcess::go(const Go &go, std::string_view ahead)
{
    std::string bytes(reinterpret_cast<const char *>(&go), sizeof go);
    bytes += ahead;
    if (::send(m_channels.control.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0 && errno != EPIPE)
        return failErrno(errno, "handing the client's socket on");
    return {};
}

Result<> FilesProcess::copyTo(api::SocketSink &archive)
{
    TRY(const auto loan, archive.lendOutput());
    CHECK(go({.chunked = loan.chunked}, {}));
    return finishWith([&archive] { return !isReady(archive.socket(), POLLOUT); }, {});
}

Result<> FilesProcess::copyFrom(api::SocketSource &archive, const Told &told)
{
    TRY(const auto loan, archive.lendInput());
    CHECK(go({.chunked = loan.framing.chunked, .length = loan.framing.length}, loan.ahead));
    return finishWith([&archive] { return !isReady(archive.socket(), POLLIN); }, told);
}

} // namespace quayside::containers::files
