#include "engine/images/unpack/process.h"

#include "engine/images/unpack/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <string>
#include <vector>

namespace quayside::images
{
namespace
{

using protocol::Packet;

// posix_spawn(3) is made of async-signal-safe steps; the engine has threads.
class SpawnPlan
{
public:
    SpawnPlan()
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
        sigset_t none, all;
        ::sigemptyset(&none);
        ::sigfillset(&all);
        ::posix_spawnattr_setsigmask(&attributes, &none);
        ::posix_spawnattr_setsigdefault(&attributes, &all);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnPlan()
    {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnPlan(const SpawnPlan &) = delete;
    SpawnPlan &operator=(const SpawnPlan &) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

// Away from 0…4: dup2 onto those must not overwrite a source that is yet to come.
Result<Fd> raised(int fd)
{
    Fd high(::fcntl(fd, F_DUPFD_CLOEXEC, 10));
    if (!high)
        return failErrno(errno, "duplicating a descriptor");
    return high;
}

Result<pid_t> spawn(const std::string &program, std::vector<std::string> words, int archive, int folder,
                    int control)
{
    TRY(const Fd in, raised(archive));
    TRY(const Fd tree, raised(folder));
    TRY(const Fd back, raised(control));
    SpawnPlan plan;
    ::posix_spawn_file_actions_adddup2(&plan.actions, in.get(), protocol::archiveFd);
    ::posix_spawn_file_actions_addopen(&plan.actions, 1, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addopen(&plan.actions, 2, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&plan.actions, tree.get(), protocol::folderFd);
    ::posix_spawn_file_actions_adddup2(&plan.actions, back.get(), protocol::controlFd);
    ::posix_spawn_file_actions_addclosefrom_np(&plan.actions, protocol::controlFd + 1);
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    char *environment[] = {nullptr};
    pid_t pid = -1;
    const int error =
        ::posix_spawn(&pid, program.c_str(), &plan.actions, &plan.attributes, argv.data(), environment);
    if (error != 0)
        return failErrno(error, "starting {} to unpack", program);
    return pid;
}

const char *wordOf(UnpackMode mode)
{
    switch (mode) {
    case UnpackMode::Spool:
        return "spool";
    case UnpackMode::Tree:
        return "tree";
    case UnpackMode::Context:
        return "context";
    default:
        return "layer";
    }
}

Result<> writeMap(pid_t pid, const char *name)
{
    const std::string path = std::format("/proc/{}/{}", pid, name);
    constexpr std::string_view map = "0 0 65536\n";
    const Fd file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (!file || ::write(file.get(), map.data(), map.size()) != static_cast<ssize_t>(map.size()))
        return failErrno(errno, "mapping the ids of the unpacking process ({})", name);
    return {};
}

} // namespace

UnpackProcess::UnpackProcess(UnpackProcess &&other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_archive(std::move(other.m_archive)),
      m_control(std::move(other.m_control)), m_stallSeconds(other.m_stallSeconds), m_status(other.m_status),
      m_ended(other.m_ended), m_result(other.m_result)
{
}

Result<UnpackProcess> UnpackProcess::start(int folder, const UnpackOptions &options)
{
    int archive[2], control[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, archive) != 0)
        return failErrno(errno, "making a socket to unpack through");
    Fd ourArchive(archive[0]);
    const Fd itsArchive(archive[1]);
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) != 0)
        return failErrno(errno, "making a socket to unpack through");
    Fd ourControl(control[0]);
    const Fd itsControl(control[1]);
    const int size = 1 << 20;
    ::setsockopt(ourArchive.get(), SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
    const UnpackLimits &limits = options.limits;
    TRY(const pid_t pid,
        spawn(options.program,
              {"quayside-unpack", unpackArgument, wordOf(options.mode), std::to_string(limits.bytes),
               std::to_string(limits.entries), std::to_string(limits.depth)},
              itsArchive.get(), folder, itsControl.get()));
    UnpackProcess process(pid, std::move(ourArchive), std::move(ourControl),
                          static_cast<int>(limits.stallSeconds));
    CHECK(process.mapIds());
    return process;
}

Result<> UnpackProcess::mapIds()
{
    pollfd event{m_control.get(), POLLIN, 0};
    Packet packet;
    if (::poll(&event, 1, m_stallSeconds * 1000) != 1 ||
        ::recv(m_control.get(), &packet, sizeof packet, 0) != static_cast<ssize_t>(sizeof packet))
        return gone();
    if (packet.kind == protocol::Kind::Result)
        m_result = packet;
    if (packet.kind != protocol::Kind::WantsIds)
        return gone();
    // It waits for our answer and is our child that nobody has reaped: the pid is its own.
    CHECK(writeMap(m_pid, "uid_map"));
    CHECK(writeMap(m_pid, "gid_map"));
    packet = {.kind = protocol::Kind::HasIds};
    if (::send(m_control.get(), &packet, sizeof packet, MSG_NOSIGNAL) < 0)
        return gone();
    return {};
}

UnpackProcess::~UnpackProcess()
{
    if (m_pid <= 0)
        return;
    m_archive.reset();
    ::kill(m_pid, SIGKILL);
    reap();
    // Its child dies with it (PR_SET_PDEATHSIG), a moment later: the end of the control socket tells when.
    // Until then it could still write into the folder.
    pollfd event{m_control.get(), 0, 0};
    while (::poll(&event, 1, 10'000) < 0 && errno == EINTR) {
    }
}

void UnpackProcess::reap()
{
    while (m_pid > 0 && ::waitpid(m_pid, &m_status, 0) < 0 && errno == EINTR) {
    }
    m_pid = -1;
}

std::unexpected<Error> UnpackProcess::gone()
{
    if (m_result && !m_result->ok) {
        const std::string_view text(m_result->message.data(),
                                    std::min<std::size_t>(m_result->length, protocol::maxMessage));
        const ErrorKind kind = m_result->error <= ErrorKind::Internal ? m_result->error : ErrorKind::Internal;
        return std::unexpected(Error{kind, m_result->errnum, std::string(text)});
    }
    m_archive.reset();
    reap();
    const int code = WIFEXITED(m_status) ? WEXITSTATUS(m_status) : 128 + WTERMSIG(m_status);
    if (code == 128 + SIGSYS)
        return fail(ErrorKind::Internal,
                    "the unpacking process was stopped: it made a system call that it has no use for");
    if (code > 128)
        return fail(ErrorKind::Internal, "the unpacking process ended by signal {}", code - 128);
    return fail(ErrorKind::Internal, "the unpacking process ended early, with status {}", code);
}

Result<> UnpackProcess::takePackets()
{
    Packet packet;
    while (true) {
        const ssize_t got = ::recv(m_control.get(), &packet, sizeof packet, MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN)
            return {};
        if (got <= 0) {
            m_ended = true;
            return {};
        }
        if (got != static_cast<ssize_t>(sizeof packet))
            return fail(ErrorKind::Internal, "the unpacking process said something unexpected");
        if (packet.kind == protocol::Kind::Result)
            m_result = packet;
    }
}

Result<bool> UnpackProcess::waitFor(bool room)
{
    pollfd events[2] = {{m_control.get(), POLLIN, 0}, {m_archive.get(), POLLOUT, 0}};
    const int ready = ::poll(events, room ? 2 : 1, m_stallSeconds * 1000);
    if (ready < 0 && errno != EINTR)
        return failErrno(errno, "waiting for the unpacking process");
    if (ready == 0)
        return fail(ErrorKind::TooLarge, "unpacking made no progress for {} seconds", m_stallSeconds);
    if (events[0].revents != 0)
        CHECK(takePackets());
    return !m_result && !m_ended;
}

Result<bool> UnpackProcess::feed(std::string_view bytes)
{
    while (!bytes.empty()) {
        TRY(const bool alive, waitFor(true));
        if (!alive)
            return false;
        const ssize_t sent = ::send(m_archive.get(), bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0)
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        else if (errno != EAGAIN && errno != EINTR)
            return false;
    }
    return true;
}

Result<Packet> UnpackProcess::finish()
{
    ::shutdown(m_archive.get(), SHUT_WR);
    while (!m_ended) {
        TRY([[maybe_unused]] const bool alive, waitFor(false));
    }
    if (!m_result || !m_result->ok)
        return gone();
    reap();
    return *m_result;
}

} // namespace quayside::images
