// wait, logs and attach.
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/control.h"
#include "engine/containers/launch/logfolder.h"
#include "engine/containers/lifecycle/logattributes.h"

#include <fcntl.h>

namespace quayside::containers
{

namespace
{

// A handle of something that has happened already.
class Done final : public Containers::WaitHandle
{
};

// dockerd's words, and its 501.
Result<> mayReadLog(const Record &record)
{
    TRY(const auto limits, logLimits(record.hostConfig.logConfig));
    if (!limits.readable)
        return fail(ErrorKind::NotSupported, "configured logging driver does not support reading");
    return {};
}

// The flags of a pty's master and of a pipe's end are shared by all who have it: non-blocking for everyone.
Result<Fd> dupOf(const Fd &fd)
{
    Fd copy(::fcntl(fd.get(), F_DUPFD_CLOEXEC, 3));
    if (!copy || ::fcntl(copy.get(), F_SETFL, ::fcntl(copy.get(), F_GETFL) | O_NONBLOCK) < 0)
        return failErrno(errno, "attaching to the container's input");
    return copy;
}

} // namespace

Result<std::unique_ptr<Containers::WaitHandle>> Service::wait(const Peer &peer, const std::string &ref,
                                                              WaitCondition condition,
                                                              std::function<void(WaitResult)> done)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    WaitResult result;
    {
        const std::scoped_lock lock(container->mutex);
        const bool runs = container->runs() || container->state.status == Status::Restarting;
        if (container->removed || (condition == WaitCondition::NotRunning && !runs))
            result.statusCode = container->state.exitCode;
        else
            return addWaiter(*container,
                             condition == WaitCondition::NotRunning ? Waiter::For::NotRunning
                             : condition == WaitCondition::NextExit ? Waiter::For::NextExit
                                                                    : Waiter::For::Removed,
                             std::move(done));
    }
    done(result);
    return std::make_unique<Done>();
}

Result<std::unique_ptr<Containers::WaitHandle>> Service::whenLogEnds(const Peer &peer, const std::string &ref,
                                                                     std::function<void()> ended)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    {
        const std::scoped_lock lock(container->mutex);
        const bool fresh = container->state.status == Status::Created && container->state.startedNs == 0;
        if (!container->removed && (container->runs() || fresh))
            return addWaiter(*container, Waiter::For::LogEnd,
                             [ended = std::move(ended)](const WaitResult &) { ended(); });
    }
    ended();
    return std::make_unique<Done>();
}

Result<bool> Service::hasTerminal(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    const std::scoped_lock lock(container->mutex);
    return container->record.config.tty;
}

Result<std::string> Service::plan(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref));
    return m_launcher->plan(container->id);
}

Result<std::unique_ptr<logs::Reader>> Service::logs(const Peer &peer, const std::string &ref,
                                                    const logs::ReadOptions &options)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    logs::ReadOptions wanted = options;
    {
        const std::scoped_lock lock(container->mutex);
        CHECK(mayReadLog(container->record));
        wanted.multiplexed = !container->record.config.tty;
        if (wanted.details)
            wanted.attributes = logAttributes(container->record);
    }
    TRY(const Fd folder, openFolder(container->id, "log"));
    return logs::Reader::open(folder, wanted);
}

Result<Streams> Service::attach(const Peer &peer, const std::string &ref, bool logs, bool wantStdin,
                                bool wantStdout, bool wantStderr)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    Streams streams;
    api::LogConfig logConfig;
    {
        const std::scoped_lock lock(container->mutex);
        if (logs)
            CHECK(mayReadLog(container->record));
        logConfig = container->record.hostConfig.logConfig;
        const auto &status = container->state.status;
        if (status == Status::Paused)
            return fail(ErrorKind::Conflict, "container {} is paused, unpause the container before attach",
                        container->id);
        if (status == Status::Restarting)
            return fail(ErrorKind::Conflict,
                        "container {} is restarting, wait until the container is running", container->id);
        streams.terminal = container->record.config.tty;
        const bool keepsInput = wantStdin && container->record.config.openStdin;
        streams.inputLater = keepsInput && !container->runs();
        if (keepsInput && container->runs() && container->run.input) {
            TRY(streams.input, dupOf(container->run.input));
        }
        if (keepsInput && container->record.config.stdinOnce && !streams.terminal) {
            const auto launch = container->launches + (container->runs() ? 0 : 1);
            streams.inputEnded = [this, container, launch] { inputEnded(container, launch); };
        }
    }
    if (wantStdout || wantStderr) {
        TRY(const Fd folder, openLogFolder(m_options, container->id, logConfig));
        TRY(streams.log, logs::Reader::open(folder, {.follow = true,
                                                     .stdoutWanted = wantStdout,
                                                     .stderrWanted = wantStderr,
                                                     .multiplexed = !streams.terminal,
                                                     .fromEnd = !logs}));
    }
    emit(*container, "attach");
    return streams;
}

// StdinOnce: the first client that leaves takes standard input with it, for good.
void Service::inputEnded(const ContainerPtr &container, std::uint64_t launch)
{
    const std::scoped_lock lock(container->mutex);
    if (container->launches != launch || !container->runs())
        return;
    container->run.input.reset();
    (void)send(container->run.control, stage::MessageKind::CloseInput); // a stage that is gone holds none
}

Result<std::unique_ptr<Containers::WaitHandle>>
Service::whenInputOpens(const Peer &peer, const std::string &ref, std::function<void(Fd)> opened)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    Fd input;
    {
        const std::scoped_lock lock(container->mutex);
        if (!container->runs()) {
            auto waiter = std::make_shared<InputWaiter>(std::move(opened));
            container->inputWaiters.push_back(waiter);
            return std::make_unique<CancelHandle<InputWaiter>>(std::move(waiter));
        }
        if (container->run.input) {
            TRY(input, dupOf(container->run.input));
        }
    }
    if (input)
        opened(std::move(input));
    return std::make_unique<Done>();
}

void Service::offerInput(const ContainerPtr &container)
{
    std::vector<std::pair<std::shared_ptr<InputWaiter>, Fd>> due;
    {
        const std::scoped_lock lock(container->mutex);
        for (auto &waiter : std::exchange(container->inputWaiters, {}))
            if (auto input = dupOf(container->run.input))
                due.emplace_back(std::move(waiter), *std::move(input));
    }
    for (auto &[waiter, input] : due)
        waiter->fire(std::move(input));
}

} // namespace quayside::containers
