// One more command in a running container.
#include "engine/containers/launch/command.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/containers/launch/launchguard.h"
#include "engine/isolation/plan/codec.h"

#include <fcntl.h>
#include <sys/socket.h>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

constexpr auto startTimeout = 30s;
constexpr std::size_t maxPasswdBytes = 1 << 20;

struct Pipe {
    Fd reading, writing;
};

// Non-blocking on the engine's side only: the flags belong to each end (pipe(2)).
Result<Pipe> makePipe(bool engineReads)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) < 0)
        return failErrno(errno, "making a pipe");
    Pipe pipe{Fd(ends[0]), Fd(ends[1])};
    const int ours = engineReads ? ends[0] : ends[1];
    if (::fcntl(ours, F_SETFL, ::fcntl(ours, F_GETFL) | O_NONBLOCK) < 0)
        return failErrno(errno, "making a pipe");
    return pipe;
}

Result<> addStreams(const ExecLaunch &request, isolation::Slots &slots, PreparedExec &parts,
                    ExecLaunched &launched)
{
    if (!request.attachStreams || request.request.tty)
        return {};
    if (request.request.attachStdin) {
        TRY(auto pipe, makePipe(false));
        parts.input = slots.add(std::move(pipe.reading));
        launched.input = std::move(pipe.writing);
    }
    if (request.request.attachStdout) {
        TRY(auto pipe, makePipe(true));
        parts.output = slots.add(std::move(pipe.writing));
        launched.output = std::move(pipe.reading);
    }
    if (request.request.attachStderr) {
        TRY(auto pipe, makePipe(true));
        parts.error = slots.add(std::move(pipe.writing));
        launched.error = std::move(pipe.reading);
    }
    return {};
}

Result<StageMessage> awaitStart(const Fd &control)
{
    TRY(auto message, receive(control, startTimeout));
    if (message.head.kind == stage::MessageKind::Started && !message.fds.empty())
        return message;
    if (message.head.kind != stage::MessageKind::Failed)
        return fail(ErrorKind::Internal, "the stage sent message {} out of turn",
                    static_cast<unsigned>(message.head.kind));
    const auto kind = message.head.errorKind <= static_cast<std::uint32_t>(ErrorKind::Internal)
                          ? static_cast<ErrorKind>(message.head.errorKind)
                          : ErrorKind::Internal;
    return std::unexpected(Error{kind, message.head.errnum, std::move(message.text)});
}

Result<> takeTerminal(StageMessage &started, ExecLaunched &launched)
{
    if (started.fds.size() < 2)
        return fail(ErrorKind::Internal, "the stage sent no terminal");
    launched.output = std::move(started.fds[1]);
    const int fd = launched.output.get();
    launched.input.reset(::fcntl(fd, F_DUPFD_CLOEXEC, 3));
    if (!launched.input || ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK) < 0)
        return failErrno(errno, "taking the terminal");
    return {};
}

} // namespace

// From the files as they are inside now.
Result<ResolvedUser> StageLauncher::userInside(const ExecLaunch &request)
{
    TRY(const Fd root, openProcessRoot(m_kernel, request.state.pid, request.process, request.record.id));
    TRY(const auto passwd, readInRoot(m_kernel, root, "/etc/passwd", maxPasswdBytes));
    TRY(const auto group, readInRoot(m_kernel, root, "/etc/group", maxPasswdBytes));
    const auto &user = request.request.user.empty() ? request.record.config.user : request.request.user;
    const bool sameUser = request.request.user.empty();
    return resolveUser(user, sameUser ? request.record.hostConfig.groupAdd : std::vector<std::string>(),
                       passwd.value_or(""), group.value_or(""));
}

Result<ExecLaunched> StageLauncher::exec(const ExecLaunch &request)
{
    const auto &host = request.record.hostConfig;
    const bool privileged = host.privileged || request.request.privileged;
    isolation::Slots slots;
    PreparedExec parts{.rows = request.rows, .columns = request.columns, .firstId = request.state.firstId};
    ExecLaunched launched{.terminal = request.request.tty};
    if (!request.held) { // there are no users yet but root of its user namespace
        TRY(parts.user, userInside(request));
    } else if (!request.pivoted) {
        TRY(Fd root, openProcessRoot(m_kernel, request.state.pid, request.process, request.record.id));
        parts.root = slots.add(std::move(root));
    }
    TRY(parts.capabilities, capabilities(host, privileged, nullptr));
    if (parts.root >= 0) { // whatever the container's own is
        TRY(Fd program, m_seccomp.standard(0));
        parts.seccomp = slots.add(std::move(program));
    } else {
        TRY(parts.seccomp, seccomp(host, parts.capabilities, host.privileged, slots));
    }
    TRY(parts.cgroup, m_cgroups->join(request.record.id, slots));
    CHECK(addStreams(request, slots, parts, launched));
    parts.target = slots.add(Fd(::fcntl(request.process.get(), F_DUPFD_CLOEXEC, 3)));
    int pair[2];
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return failErrno(errno, "making a socket for the stage");
    launched.control.reset(pair[0]);
    parts.control = slots.add(Fd(pair[1]));
    TRY(const auto plan, buildExecPlan(request.record, request.request, parts));
    TRY(const Fd planFile, sealedFile("quayside-plan", isolation::encode(plan)));
    TRY(auto spawned, spawnStage(m_stage, planFile, slots.fds(), true));
    slots = {};
    auto started = awaitStart(launched.control);
    Result<> complete;
    if (started && launched.terminal)
        complete = takeTerminal(*started, launched);
    if (!started || !complete) {
        launched.control.reset();
        endStage(spawned.pidfd);
        return std::unexpected(started ? std::move(complete).error() : std::move(started).error());
    }
    launched.pid = started->head.pid;
    launched.process = std::move(started->fds[0]);
    launched.stage = std::move(spawned.pidfd);
    return launched;
}

} // namespace quayside::containers
