// The end of a run: its exit record, what is taken back, what comes next.
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/control.h"
#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/launch/spawn.h"
#include "engine/containers/state/exitrecord.h"
#include "engine/containers/state/times.h"

#include <atomic>
#include <memory>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

// Docker's back-off: doubled with each restart, and forgotten after a run of ten seconds.
constexpr auto firstDelay = 100ms;
constexpr auto longestDelay = 60000ms;
constexpr auto goodRun = 10s;

ExitRecord recordOrLoss(Result<std::optional<ExitRecord>> found, std::string &error)
{
    if (found && *found)
        return **found;
    error = found ? "the process that watched over the container ended without saying how the container ended"
                  : found.error().message;
    return {.code = 137, .signal = 9, .finishedNs = nowNs()};
}

bool isOver(const Fd &control)
{
    for (;;) {
        const auto message = receiveNow(control);
        if (!message)
            return true; // hung up
        if (!*message)
            return false;
        if ((*message)->head.kind == stage::MessageKind::Ended)
            return true; // the exit record is on disk
    }
}

} // namespace

void Service::watchStage(const ContainerPtr &container)
{
    const std::scoped_lock lock(container->mutex);
    const auto launch = container->launches;
    auto token = m_watcher->watch(container->run.control.get(), [this, container, launch] {
        m_workers->post([this, container, launch] { stageSpoke(container, launch); });
    });
    if (token)
        container->run.watch = *token;
    else // no descriptor left for epoll, which a limit forbids: look once a second instead
        m_watcher->after(1s, [this, container] { watchStage(container); });
}

void Service::stageSpoke(const ContainerPtr &container, std::uint64_t launch)
{
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->launches != launch || !container->runs())
            return;
    }
    // Only whoever holds `operation` replaces the descriptor.
    if (isOver(container->run.control))
        finishRun(container);
}

// A stage that has said how its container ended still holds the last reference to the mounts, and their end
// makes it wait for the kernel for some milliseconds. Nobody who waits for the container has to wait for that
// too.
void Service::reapLater(Fd stage)
{
    struct Ending {
        Fd stage;
        std::atomic<Watcher::Token> token = 0;
        std::atomic<bool> reaped = false;
    };
    if (!stage)
        return;
    auto ending = std::make_shared<Ending>(std::move(stage));
    const auto token = m_watcher->watch(ending->stage.get(), [this, ending] {
        reap(ending->stage);
        ending->reaped = true;
        m_watcher->forget(ending->token);
    });
    if (!token) {
        reap(ending->stage);
        return;
    }
    ending->token = *token;
    if (ending->reaped) // before the token was there
        m_watcher->forget(*token);
}

void Service::releaseRun(const ContainerPtr &container, bool mayLiveOn)
{
    Runtime run;
    Record record;
    {
        const std::scoped_lock lock(container->mutex);
        run = std::exchange(container->run, {});
        record = container->record;
    }
    const bool sharesPid = sharesPids(record.hostConfig);
    if (run.watch != 0)
        m_watcher->forget(run.watch);
    run.control.reset();
    reapLater(std::move(run.stage));
    m_services.networks.release(container->id);
    m_launcher->cleanUp(container->id, sharesPid || mayLiveOn);
    releaseVolumes(record, true);
}

// A signal that did not end it has nothing to do with its end: `docker kill -s HUP`, hours before.
static void settleEnd(RunState &state, const ExitRecord &exit)
{
    EndState &end = state.end;
    end.signal = exit.signal;
    end.known = true;
    const bool bySignal =
        end.askedSignal != 0 && (exit.signal == end.askedSignal || exit.code == 128 + end.askedSignal);
    if (exit.oom || (end.asked == "kill" && !bySignal && !state.stoppedByUser)) {
        end.asked.clear();
        end.timedOut = false;
    }
}

void Service::finishRun(const ContainerPtr &container)
{
    std::string error;
    const auto folder = openFolder(container->id);
    const ExitRecord exit = recordOrLoss(
        folder ? readExitRecord(*folder) : Result<std::optional<ExitRecord>>(std::unexpected(folder.error())),
        error);
    const auto since = container->run.since;
    m_health->stop(container);
    releaseRun(container, !error.empty()); // a stage that was killed leaves what it watched over
    RunState ended;
    std::vector<std::shared_ptr<Waiter>> due;
    {
        const std::scoped_lock lock(container->mutex);
        auto &state = container->state;
        if (exit.startedNs != 0)
            state.startedNs = exit.startedNs;
        state.status = Status::Exited;
        state.launched = false;
        state.pid = 0;
        state.exitCode = exit.code;
        state.oomKilled = exit.oom;
        settleEnd(state, exit);
        state.error = error;
        state.finishedNs = exit.finishedNs;
        state.endpoints.clear();
        endRun(state.health);
        if (std::chrono::steady_clock::now() - since >= goodRun)
            container->restartDelay = {};
        const bool again = wantsRestart(*container);
        if (again)
            state.status = Status::Restarting;
        // The exit record still says it, should this fail. One that goes now goes as well where a new engine
        // finds it running by its record, and ended by its exit record.
        if (!container->record.hostConfig.autoRemove)
            (void)saveState(*container);
        ended = state;
        due = again ? container->takeWaiters({Waiter::For::NextExit, Waiter::For::LogEnd})
                    : container->takeWaiters(
                          {Waiter::For::NotRunning, Waiter::For::NextExit, Waiter::For::LogEnd});
    }
    if (ended.oomKilled)
        emit(*container, "oom");
    emit(*container, "die",
         {{"exitCode", std::to_string(ended.exitCode)},
          {"execDuration",
           std::to_string(std::max<std::int64_t>(ended.finishedNs - ended.startedNs, 0) / 1000000000)}});
    container->changed.notify_all();
    for (const auto &waiter : due)
        waiter->fire({.statusCode = ended.exitCode, .error = {}});
    afterRun(container, ended);
}

bool Service::wantsRestart(Container &container) const
{
    const auto &policy = container.record.hostConfig.restartPolicy;
    if (container.state.stoppedByUser || container.removing)
        return false;
    if (policy.name == "always" || policy.name == "unless-stopped")
        return true;
    return policy.name == "on-failure" && container.state.exitCode != 0 &&
           (policy.maximumRetryCount == 0 || container.state.restartCount < policy.maximumRetryCount);
}

void Service::afterRun(const ContainerPtr &container, const RunState &ended)
{
    if (ended.status == Status::Restarting) {
        scheduleRestart(container);
        return;
    }
    bool autoRemove;
    {
        const std::scoped_lock lock(container->mutex);
        autoRemove = container->record.hostConfig.autoRemove && !container->removing;
    }
    if (autoRemove)
        (void)removeStopped(container, true); // what is left of it can be removed again by hand
}

void Service::scheduleRestart(const ContainerPtr &container)
{
    const std::scoped_lock lock(container->mutex);
    auto &delay = container->restartDelay;
    delay = delay.count() == 0 ? firstDelay : std::min<std::chrono::milliseconds>(delay * 2, longestDelay);
    const auto launch = container->launches;
    container->restartTimer = m_watcher->after(delay, [this, container, launch] {
        m_workers->post([this, container, launch] { restartNow(container, launch); });
    });
}

void Service::restartNow(const ContainerPtr &container, std::uint64_t launchCount)
{
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->launches != launchCount || container->state.status != Status::Restarting ||
            container->removed)
            return;
        ++container->state.restartCount;
    }
    if (auto launched = launch(container); !launched)
        recordStartFailure(container, launched.error());
}

} // namespace quayside::containers
