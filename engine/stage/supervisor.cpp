#include "engine/stage/supervisor.h"

#include "engine/stage/message.h"

#include <chrono>

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quayside::stage
{

Result<Door> Door::open(const std::string &path)
{
    if (path.empty())
        return Door();
    const std::size_t slash = path.rfind('/');
    Fd folder(::open(path.substr(0, slash).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    std::string name = path.substr(slash + 1);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    // By the folder's descriptor: a path of 64 hex digits and more soon passes the 107 bytes of an address.
    const std::string shortPath = std::format("/proc/self/fd/{}/{}", folder.get(), name);
    if (!folder || slash == std::string::npos || shortPath.size() >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidArgument, "{} is no place for the stage's socket", path);
    shortPath.copy(address.sun_path, sizeof address.sun_path - 1);
    Fd socket(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    ::unlinkat(folder.get(), name.c_str(), 0);
    if (!socket || ::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0 ||
        ::listen(socket.get(), 4) < 0)
        return failErrno(errno, "listening on {}", path);
    return Door(std::move(folder), std::move(name), std::move(socket));
}

Door::~Door()
{
    if (m_socket)
        ::unlinkat(m_folder.get(), m_name.c_str(), 0);
}

Fd Door::accept() const
{
    Fd engine(::accept4(m_socket.get(), nullptr, nullptr, SOCK_CLOEXEC));
    ucred peer{};
    socklen_t size = sizeof peer;
    if (!engine || ::getsockopt(engine.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) < 0 || peer.uid != 0)
        return {};
    return engine;
}

Supervisor::Supervisor(Running running, Fd control, Door door, std::optional<logs::Writer> log)
    : m_running(std::move(running)), m_control(std::move(control)), m_epoll(::epoll_create1(EPOLL_CLOEXEC)),
      m_door(std::move(door)), m_log(std::move(log))
{
}

Result<> Supervisor::watch(int fd, Source source)
{
    epoll_event event{.events = EPOLLIN, .data = {.u32 = static_cast<std::uint32_t>(source)}};
    if (fd >= 0 && ::epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event) < 0)
        return failErrno(errno, "watching descriptor {}", fd);
    return {};
}

Result<> Supervisor::watchAll()
{
    const bool terminal = m_running.terminal.valid();
    if (terminal)
        ::fcntl(m_running.terminal.get(), F_SETFL, O_NONBLOCK);
    CHECK(watch(m_running.process.pidfd.get(), Source::Process));
    CHECK(watch(terminal ? m_running.terminal.get() : m_running.stdio.outReader.get(), Source::Output));
    CHECK(watch(m_running.stdio.errorReader.get(), Source::Error));
    CHECK(watch(m_control.get(), Source::Control));
    return watch(m_door.fd(), Source::Door);
}

Result<> Supervisor::await(int milliseconds)
{
    std::array<epoll_event, 5> events{};
    const int count =
        ::epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), milliseconds);
    if (count < 0 && errno != EINTR)
        return failErrno(errno, "waiting for events");
    for (int i = 0; i < count; ++i)
        handle(static_cast<Source>(events[static_cast<std::size_t>(i)].data.u32));
    return {};
}

Result<Supervisor::End> Supervisor::run(const std::function<void()> &settle)
{
    using namespace std::chrono;
    CHECK(watchAll());
    const auto settled = steady_clock::now() + 1s;
    for (auto left = 1000ms; settle && !m_ended && left > 0ms;
         left = ceil<milliseconds>(settled - steady_clock::now()))
        CHECK(await(static_cast<int>(left.count())));
    if (settle && !m_ended)
        settle();
    while (!m_ended)
        CHECK(await(-1));
    // Whoever else holds the pipes (a descriptor passed to another container) is not waited for.
    drainAll();
    if (m_log)
        m_log->finish();
    return reap();
}

void Supervisor::handle(Source source)
{
    switch (source) {
    case Source::Process:
        m_ended = true;
        return;
    case Source::Output:
        drain(m_running.terminal.valid() ? m_running.terminal : m_running.stdio.outReader,
              logs::Source::Stdout);
        return;
    case Source::Error:
        drain(m_running.stdio.errorReader, logs::Source::Stderr);
        return;
    case Source::Control:
        return handleControl();
    case Source::Door:
        if (Fd engine = m_door.accept()) {
            m_control = std::move(engine);
            greet();
        }
        return;
    }
}

bool Supervisor::drain(Fd &from, logs::Source stream)
{
    static std::array<char, bufferBytes> buffer;
    const ssize_t size = ::read(from.get(), buffer.data(), buffer.size());
    if (size > 0) {
        if (m_log)
            m_log->append(stream, {buffer.data(), static_cast<std::size_t>(size)});
        return true;
    }
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return false;
    // The end: of a pipe 0, of a terminal EIO, which may be over when somebody opens the terminal again: only
    // a pipe is closed. (A hung-up terminal would be readable all the time.)
    if (from.get() != m_running.terminal.get())
        from.reset();
    else
        ::epoll_ctl(m_epoll.get(), EPOLL_CTL_DEL, from.get(), nullptr);
    return false;
}

void Supervisor::drainAll()
{
    Fd &output = m_running.terminal.valid() ? m_running.terminal : m_running.stdio.outReader;
    while (output && drain(output, logs::Source::Stdout)) {
    }
    while (m_running.stdio.errorReader && drain(m_running.stdio.errorReader, logs::Source::Stderr)) {
    }
}

void Supervisor::handleControl()
{
    const std::optional<Packet> packet = receive(m_control.get()).value_or(std::nullopt);
    if (!packet) // hung up, or nonsense: on without an engine until one connects
        m_control.reset();
    else if (packet->message.kind == MessageKind::CloseInput)
        m_running.stdio.inWriter.reset();
}

void Supervisor::greet()
{
    if (!watch(m_control.get(), Source::Control))
        m_control.reset();
    const Message hello{.kind = MessageKind::Hello,
                        .pid = m_running.process.pid,
                        .startTime = m_running.startTime,
                        .running = m_ended ? 0U : 1U};
    if (!send(m_control.get(), hello, {}, m_running.descriptors()))
        m_control.reset();
}

Result<Supervisor::End> Supervisor::reap()
{
    siginfo_t info{};
    while (::waitid(P_PIDFD, static_cast<id_t>(m_running.process.pidfd.get()), &info, WEXITED) < 0) {
        if (errno != EINTR)
            return failErrno(errno, "waiting for process {}", m_running.process.pid);
    }
    const bool exited = info.si_code == CLD_EXITED;
    return End{exited ? info.si_status : 128 + info.si_status, exited ? 0 : info.si_status};
}

void Supervisor::sayEnded(const End &end, bool oom)
{
    if (!m_control)
        return;
    Message ended{.kind = MessageKind::Ended, .pid = m_running.process.pid, .startTime = m_running.startTime};
    ended.exitCode = end.code;
    ended.oom = oom ? 1 : 0;
    // An engine that is gone reads the record instead.
    [[maybe_unused]] const auto told = send(m_control.get(), ended);
}

} // namespace quayside::stage
