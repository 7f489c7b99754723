#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/control.h"
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/launch/spawn.h"
#include "engine/containers/state/ids.h"

#include <fcntl.h>
#include <sys/ioctl.h>

namespace quayside::containers
{

namespace
{

// There has to be a user namespace of its own that the command can be root of, and of nothing else.
Result<> mayExecHeld(const Container &container)
{
    if (usesHostUser(container.record.hostConfig))
        return fail(
            ErrorKind::Forbidden,
            "the launch of container {} is held, and it runs in the host's user namespace: a command in it "
            "now would be root of the host",
            container.id);
    if (!container.held.entered)
        return fail(
            ErrorKind::Conflict,
            "container {} has not entered its user namespace yet: take its launch on to the step after "
            "\"user\"",
            container.id);
    return {};
}

Result<> mayExecIn(const Container &container)
{
    if (container.launching)
        return mayExecHeld(container);
    const auto status = container.state.status;
    if (status == Status::Paused)
        return fail(ErrorKind::Conflict, "container {} is paused, unpause the container before exec",
                    container.id);
    if (status == Status::Restarting)
        return fail(ErrorKind::Conflict, "container {} is restarting, wait until the container is running",
                    container.id);
    if (status != Status::Running)
        return fail(ErrorKind::Conflict, "container {} is not running", container.id);
    return {};
}

std::optional<int> endOf(const Fd &control)
{
    for (;;) {
        const auto message = receiveNow(control);
        if (!message)
            return 137; // the stage was killed: what it ran is gone with it, or nobody knows
        if (!*message)
            return std::nullopt;
        if ((*message)->head.kind == stage::MessageKind::Ended)
            return (*message)->head.exitCode;
    }
}

class Done final : public Containers::WaitHandle
{
};

} // namespace

std::string execEvent(const char *what, const Exec &exec)
{
    std::string name = std::string(what) + ":";
    for (const auto &argument : exec.request.cmd)
        name += " " + argument;
    return name;
}

Result<ExecPtr> Service::findExec(const Peer &peer, const std::string &execId, ContainerPtr *container) const
{
    const auto exec = m_execs.find(execId);
    const auto owner =
        exec ? m_index.find(peer, exec->containerId, Right::Use) : fail(ErrorKind::NotFound, "");
    if (!owner)
        return fail(ErrorKind::NotFound, "No such exec instance: {}", execId);
    if (container)
        *container = *owner;
    return exec;
}

Result<std::string> Service::createExec(const Peer &peer, const std::string &ref,
                                        const api::ExecCreateRequest &request)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    CHECK(access::mayExec(peer, request));
    if (request.cmd.empty() || request.cmd.front().empty())
        return fail(ErrorKind::InvalidArgument, "No exec command specified");
    if (!request.workingDir.empty() && request.workingDir.front() != '/')
        return fail(ErrorKind::InvalidArgument,
                    "the working directory '{}' is invalid, it needs to be an absolute path",
                    request.workingDir);
    for (const auto &setting : request.env)
        if (setting.empty() || setting.front() == '=')
            return fail(ErrorKind::InvalidArgument, "invalid environment variable: {}", setting);
    TRY(const auto id, newId());
    const auto exec = std::make_shared<Exec>(id, container->id, request);
    {
        const std::scoped_lock lock(container->mutex);
        CHECK(mayExecIn(*container));
        m_execs.add(exec);
        container->execIds.push_back(id);
    }
    emit(*container, execEvent("exec_create", *exec), {{"execID", id}});
    return id;
}

Result<ExecLaunched> Service::launchExec(const ContainerPtr &container, const ExecPtr &exec, bool attach,
                                         int rows, int columns)
{
    Record record;
    RunState state;
    Fd process;
    bool held, pivoted;
    {
        const std::scoped_lock lock(container->mutex);
        CHECK(mayExecIn(*container));
        record = container->record;
        state = container->state;
        held = container->launching;
        pivoted = container->held.pivoted;
        if (held)
            state.pid = container->held.pid;
        const Fd &first = held ? container->held.process : container->run.process;
        process.reset(::fcntl(first.get(), F_DUPFD_CLOEXEC, 3));
    }
    if (!process)
        return failErrno(errno, "starting a command in container {}", container->id);
    return m_launcher->exec({.record = record,
                             .state = state,
                             .process = process,
                             .execId = exec->id,
                             .request = exec->request,
                             .attachStreams = attach,
                             .rows = rows,
                             .columns = columns,
                             .held = held,
                             .pivoted = pivoted});
}

Result<Streams> Service::startExec(const Peer &peer, const std::string &execId, bool detach, bool terminal,
                                   int rows, int columns)
{
    ContainerPtr container;
    TRY(const auto exec, findExec(peer, execId, &container));
    if (terminal != exec->request.tty && !detach)
        return fail(ErrorKind::InvalidArgument, "exec {} was made {} a terminal: start it the same way",
                    execId, exec->request.tty ? "with" : "without");
    {
        const std::scoped_lock lock(exec->mutex);
        if (exec->started)
            return fail(ErrorKind::Conflict, "exec {} {}", execId,
                        exec->running ? "is already running" : "has already run");
        exec->started = true;
    }
    const auto &size = exec->request.consoleSize;
    if (rows == 0 && columns == 0 && size.size() == 2) {
        rows = static_cast<int>(size[0]);
        columns = static_cast<int>(size[1]);
    }
    auto launched = launchExec(container, exec, !detach, rows, columns);
    if (!launched) {
        const auto kind = launched.error().kind;
        execEnded(container, exec, kind == ErrorKind::NoCommand ? 127 : 126);
        if (kind == ErrorKind::NoCommand || kind == ErrorKind::CannotRun)
            return wrap(std::move(launched).error(),
                        "OCI runtime exec failed: exec failed: unable to start container "
                        "process");
        return std::unexpected(std::move(launched).error());
    }
    execRuns(container, exec, *launched);
    Streams streams{.terminal = launched->terminal};
    if (detach)
        return streams;
    if (exec->request.attachStdin)
        streams.input = std::move(launched->input);
    streams.output = std::move(launched->output);
    streams.error = std::move(launched->error);
    return streams;
}

// Takes over what the engine holds of it, but for its streams.
void Service::execRuns(const ContainerPtr &container, const ExecPtr &exec, ExecLaunched &launched)
{
    {
        const std::scoped_lock lock(exec->mutex);
        exec->running = true;
        exec->pid = launched.pid;
        exec->control = std::move(launched.control);
        exec->stage = std::move(launched.stage);
        if (launched.terminal)
            exec->terminal.reset(::fcntl(launched.output.get(), F_DUPFD_CLOEXEC, 3));
    }
    emit(*container, execEvent("exec_start", *exec), {{"execID", exec->id}});
    watchExec(container, exec);
}

void Service::watchExec(const ContainerPtr &container, const ExecPtr &exec)
{
    const std::scoped_lock lock(exec->mutex);
    auto token = m_watcher->watch(exec->control.get(), [this, container, exec] {
        m_workers->post([this, container, exec] {
            std::optional<int> code;
            {
                const std::scoped_lock execLock(exec->mutex);
                // The socket stays readable, so this may run again before execEnded() has: the first one
                // counts.
                if (exec->running && !exec->heard)
                    code = endOf(exec->control);
                exec->heard = exec->heard || code.has_value();
            }
            if (code)
                execEnded(container, exec, *code);
        });
    });
    if (token)
        exec->watch = *token;
    else
        m_watcher->after(std::chrono::seconds(1), [this, container, exec] { watchExec(container, exec); });
}

void Service::execEnded(const ContainerPtr &container, const ExecPtr &exec, int exitCode)
{
    Fd stage, control;
    Watcher::Token watch = 0;
    std::vector<std::shared_ptr<Waiter>> due;
    bool ran = false;
    {
        const std::scoped_lock lock(exec->mutex);
        if (exec->ended)
            return;
        exec->ended = true;
        ran = std::exchange(exec->running, false);
        exec->exitCode = exitCode;
        exec->terminal.reset();
        stage = std::move(exec->stage);
        control = std::move(exec->control);
        watch = exec->watch;
        due = std::exchange(exec->waiters, {});
    }
    if (watch != 0)
        m_watcher->forget(watch);
    control.reset();
    reapLater(std::move(stage));
    {
        const std::scoped_lock lock(container->mutex);
        std::erase(container->execIds, exec->id);
    }
    if (ran)
        emit(*container, "exec_die", {{"execID", exec->id}, {"exitCode", std::to_string(exitCode)}});
    for (const auto &waiter : due)
        waiter->fire({.statusCode = exitCode, .error = {}});
    if (!exec->kept)
        m_execs.remove(exec->id);
    else // five minutes, as Docker's
        m_watcher->after(std::chrono::minutes(5), [this, id = exec->id] { m_execs.remove(id); });
}

Result<api::ExecInspect> Service::inspectExec(const Peer &peer, const std::string &execId)
{
    TRY(const auto exec, findExec(peer, execId));
    api::ExecInspect view;
    view.id = exec->id;
    view.containerID = exec->containerId;
    view.detachKeys = exec->request.detachKeys;
    view.openStdin = exec->request.attachStdin;
    view.openStdout = exec->request.attachStdout;
    view.openStderr = exec->request.attachStderr;
    view.processConfig.entrypoint = exec->request.cmd.front();
    view.processConfig.arguments.assign(exec->request.cmd.begin() + 1, exec->request.cmd.end());
    view.processConfig.tty = exec->request.tty;
    view.processConfig.privileged = exec->request.privileged;
    view.processConfig.user = exec->request.user;
    const std::scoped_lock lock(exec->mutex);
    view.running = exec->running;
    view.exitCode = exec->exitCode;
    view.pid = exec->pid;
    return view;
}

Result<> Service::resizeExec(const Peer &peer, const std::string &execId, int rows, int columns)
{
    TRY(const auto exec, findExec(peer, execId));
    if (rows < 0 || rows > 65535 || columns < 0 || columns > 65535)
        return fail(ErrorKind::InvalidArgument, "a terminal of {} x {} is out of range", rows, columns);
    const std::scoped_lock lock(exec->mutex);
    if (!exec->running)
        return fail(ErrorKind::Conflict, "exec {} is not running", execId);
    if (!exec->terminal)
        return {};
    const winsize size{static_cast<unsigned short>(rows), static_cast<unsigned short>(columns), 0, 0};
    if (::ioctl(exec->terminal.get(), TIOCSWINSZ, &size) < 0)
        return failErrno(errno, "resizing the terminal of exec {}", execId);
    return {};
}

Result<std::unique_ptr<Containers::WaitHandle>>
Service::whenExecEnds(const Peer &peer, const std::string &execId, std::function<void()> ended)
{
    TRY(const auto exec, findExec(peer, execId));
    {
        const std::scoped_lock lock(exec->mutex);
        if (!exec->ended) {
            auto waiter = std::make_shared<Waiter>(
                Waiter::For::NextExit, [ended = std::move(ended)](const WaitResult &) { ended(); });
            exec->waiters.push_back(waiter);
            return std::make_unique<CancelHandle<Waiter>>(std::move(waiter));
        }
    }
    ended();
    return std::make_unique<Done>();
}

} // namespace quayside::containers
