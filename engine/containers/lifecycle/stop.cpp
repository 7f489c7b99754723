// stop, kill and restart.
#include "engine/containers/lifecycle/service.h"

#include <csignal>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

constexpr int defaultTimeout = 10; // seconds, as Docker's
constexpr auto killPatience =
    10s; // for the end after SIGKILL: a process in uninterruptible sleep may take its time

Result<int> stopSignalOf(const Container &container)
{
    const auto &name = container.record.config.stopSignal;
    return name.empty() ? Result<int>(SIGTERM) : parseSignal(name);
}

} // namespace

bool Service::cancelRestart(const ContainerPtr &container)
{
    std::vector<std::shared_ptr<Waiter>> due;
    WaitResult result;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->state.status != Status::Restarting)
            return false;
        m_watcher->cancel(container->restartTimer);
        container->state.status = Status::Exited;
        container->state.stoppedByUser = true;
        (void)saveState(*container);
        result.statusCode = container->state.exitCode;
        due = container->takeWaiters({Waiter::For::NotRunning, Waiter::For::LogEnd});
    }
    container->changed.notify_all();
    for (const auto &waiter : due)
        waiter->fire(result);
    return true;
}

bool Service::waitForEnd(Container &container, std::uint64_t launch,
                         std::optional<std::chrono::milliseconds> timeout)
{
    std::unique_lock lock(container.mutex);
    const auto over = [&] { return container.launches != launch || !container.runs(); };
    if (!timeout) {
        container.changed.wait(lock, over);
        return true;
    }
    return container.changed.wait_for(lock, *timeout, over);
}

Result<> Service::signalContainer(const ContainerPtr &container, int signal)
{
    bool paused;
    {
        const std::scoped_lock lock(container->mutex);
        if (!container->runs())
            return fail(ErrorKind::Conflict, "container {} is not running", container->id);
        TRY(const int stopSignal, stopSignalOf(*container));
        // A signal that is meant to end it: no policy brings it back, and a paused one has to go on to end.
        const bool ends = signal == SIGKILL || signal == stopSignal;
        if (ends)
            container->state.stoppedByUser = true;
        paused = ends && container->state.status == Status::Paused;
        if (::syscall(SYS_pidfd_send_signal, container->run.process.get(), signal, nullptr, 0) < 0 &&
            errno != ESRCH)
            return failErrno(errno, "sending signal {} to container {}", signal, container->id);
        if (container->state.end.askedSignal == 0)
            container->state.end.askedSignal = signal;
        if (ends)
            (void)saveState(*container);
        if (paused)
            container->state.status = Status::Running;
    }
    if (!paused)
        return {};
    // Cgroups of version 2 let a frozen process be killed: then its cgroup may have gone with it.
    auto thawed = m_launcher->thaw(container->id);
    return !thawed && thawed.error().kind == ErrorKind::NotFound ? Result<>() : std::move(thawed);
}

void Service::noteAsked(const ContainerPtr &container, const Peer &peer, const char *what)
{
    const std::scoped_lock lock(container->mutex);
    if (container->runs())
        container->state.end = {.asked = what, .uid = peer.uid};
}

Result<> Service::kill(const Peer &peer, const std::string &ref, const std::string &signal)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    TRY(const int number, signal.empty() ? Result<int>(SIGKILL) : parseSignal(signal));
    if (m_launches->abortHeld(container) || cancelRestart(container))
        return {};
    noteAsked(container, peer, "kill");
    if (auto sent = signalContainer(container, number); !sent)
        return wrap(std::move(sent).error(), "cannot kill container: {}", ref);
    emit(*container, "kill", {{"signal", std::to_string(number)}});
    return {};
}

Result<> Service::stopContainer(const ContainerPtr &container, std::optional<int> seconds,
                                const std::string &signal)
{
    std::uint64_t launch;
    int number, timeout;
    {
        const std::scoped_lock lock(container->mutex);
        if (!container->runs())
            return fail(ErrorKind::NotModified, "container {} is already stopped", container->id);
        launch = container->launches;
        TRY(number, signal.empty() ? stopSignalOf(*container) : parseSignal(signal));
        timeout =
            seconds.value_or(static_cast<int>(container->record.config.stopTimeout.value_or(defaultTimeout)));
        container->state.stoppedByUser = true; // also where the signal is not the usual one
    }
    const auto sendAndTell = [&](int what) {
        if (signalContainer(container, what)) // an error: it has just ended by itself
            emit(*container, "kill", {{"signal", std::to_string(what)}});
    };
    sendAndTell(number);
    const auto patience = timeout < 0 ? std::nullopt : std::optional<std::chrono::milliseconds>(timeout * 1s);
    if (!waitForEnd(*container, launch, patience)) {
        {
            const std::scoped_lock lock(container->mutex);
            container->state.end.timedOut = true;
        }
        sendAndTell(SIGKILL);
        if (!waitForEnd(*container, launch, killPatience))
            return fail(ErrorKind::Unavailable,
                        "container {} does not end after SIGKILL: a process of it hangs in the "
                        "kernel; try again later",
                        container->id);
    }
    return {};
}

Result<> Service::stop(const Peer &peer, const std::string &ref, std::optional<int> seconds,
                       const std::string &signal)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    if (m_launches->abortHeld(container))
        return {};
    if (!cancelRestart(container)) {
        noteAsked(container, peer, "stop");
        CHECK(stopContainer(container, seconds, signal));
    }
    emit(*container, "stop");
    return {};
}

Result<> Service::restart(const Peer &peer, const std::string &ref, std::optional<int> seconds,
                          const std::string &signal)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    m_launches->abortHeld(container);
    bool autoRemove;
    {
        // --rm: it must survive its own stop.
        const std::scoped_lock lock(container->mutex);
        autoRemove = std::exchange(container->record.hostConfig.autoRemove, false);
    }
    auto done = [&]() -> Result<> {
        if (!cancelRestart(container)) {
            noteAsked(container, peer, "restart");
            auto stopped = stopContainer(container, seconds, signal);
            if (!stopped && stopped.error().kind != ErrorKind::NotModified)
                return stopped;
            if (stopped)
                emit(*container, "stop");
        }
        return start(peer, container->id);
    }();
    {
        const std::scoped_lock lock(container->mutex);
        container->record.hostConfig.autoRemove = autoRemove;
    }
    if (!done)
        return done;
    emit(*container, "restart");
    return {};
}

} // namespace quayside::containers
