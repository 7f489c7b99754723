#include "engine/containers/launch/hostmodes.h"
#include "engine/containers/lifecycle/networking.h"
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/state/exitrecord.h"
#include "engine/containers/state/times.h"

#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>

namespace quayside::containers
{

namespace
{

constexpr std::string_view sharedPrefix = "container:";

bool isShareableIpc(const std::string &mode)
{
    return mode == "shareable" || mode == "host" || mode.starts_with(sharedPrefix);
}

// What docker's command derives its exit code from: the words of dockerd.
std::unexpected<Error> startError(Error error)
{
    if (error.kind == ErrorKind::NoCommand || error.kind == ErrorKind::CannotRun)
        return wrap(std::move(error), "failed to create task for container");
    return std::unexpected(std::move(error));
}

int exitCodeOf(const Error &error)
{
    if (error.kind == ErrorKind::NoCommand)
        return 127;
    if (error.kind == ErrorKind::CannotRun)
        return 126;
    return 128;
}

} // namespace

Result<> mayStart(const Container &container)
{
    if (container.launching)
        return fail(ErrorKind::Conflict,
                    "a launch of container {} is held: take it to its end, or abort it first", container.id);
    switch (container.state.status) {
    case Status::Running:
    case Status::Restarting:
        return fail(ErrorKind::NotModified, "container {} is already running", container.id);
    case Status::Paused:
        return fail(ErrorKind::Conflict, "cannot start a paused container, try unpause instead");
    case Status::Removing:
    case Status::Dead:
        return fail(ErrorKind::Conflict, "container is marked for removal and cannot be started");
    case Status::Created:
    case Status::Exited:
        break;
    }
    return {};
}

Result<> Service::start(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    return startFrom(container, nullptr);
}

Result<> Service::startFrom(const ContainerPtr &container, const Restoring *from)
{
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed)
            return fail(ErrorKind::NotFound, "No such container: {}", container->id);
        CHECK(mayStart(*container));
        container->state.restartCount = 0;
        container->state.stoppedByUser = false;
        container->restartDelay = {};
    }
    auto launched = launch(container, from);
    if (launched)
        return {};
    recordStartFailure(container, launched.error());
    bool autoRemove;
    {
        const std::scoped_lock lock(container->mutex);
        autoRemove = container->record.hostConfig.autoRemove;
    }
    if (autoRemove)
        (void)removeStopped(container, true);
    return std::unexpected(std::move(launched).error());
}

void Service::recordStartFailure(const ContainerPtr &container, const Error &error)
{
    std::vector<std::shared_ptr<Waiter>> due;
    WaitResult result;
    {
        const std::scoped_lock lock(container->mutex);
        auto &state = container->state;
        state.status = state.startedNs == 0 ? Status::Created : Status::Exited;
        state.launched = false;
        state.pid = 0;
        state.exitCode = exitCodeOf(error);
        state.error = error.message;
        state.endpoints.clear();
        (void)saveState(*container); // what it says is not worth a second error
        result = {.statusCode = state.exitCode, .error = {}};
        due = container->takeWaiters({Waiter::For::NotRunning, Waiter::For::NextExit, Waiter::For::LogEnd});
    }
    container->changed.notify_all();
    for (const auto &waiter : due)
        waiter->fire(result);
}

Result<JoinedProcess> Service::joined(const std::string &mode, const Record &record, bool ipc)
{
    TRY(const auto other, find(record.owner, mode.substr(sharedPrefix.size())));
    const std::scoped_lock lock(other->mutex);
    if (!other->runs())
        return fail(ErrorKind::Conflict, "cannot join the namespaces of container {}: it is not running",
                    other->id);
    JoinedProcess process{.pid = other->state.pid,
                          .id = other->id,
                          .firstId = other->state.firstId,
                          .lab = isLab(other->record.hostConfig)};
    if (ipc && !isShareableIpc(other->record.hostConfig.ipcMode))
        return fail(ErrorKind::Conflict,
                    "cannot join IPC of container {}: non-shareable IPC (hint: use IpcMode:shareable for the "
                    "donor container)",
                    other->id);
    process.pidfd.reset(::fcntl(other->run.process.get(), F_DUPFD_CLOEXEC, 3));
    if (!process.pidfd)
        return failErrno(errno, "joining container {}", other->id);
    return process;
}

Result<> Service::joinOthers(const Record &record, LaunchRequest &request)
{
    const auto &host = record.hostConfig;
    const std::pair<const std::string *, std::optional<JoinedProcess> *> modes[] = {
        {&host.networkMode, &request.network}, {&host.ipcMode, &request.ipc}, {&host.pidMode, &request.pid}};
    const bool hostUser = usesHostUser(host);
    const JoinedProcess *first = nullptr;
    for (const auto &[mode, process] : modes) {
        if (!mode->starts_with(sharedPrefix))
            continue;
        TRY(*process, joined(*mode, record, mode == &host.ipcMode));
        if (hostUser) // has its rights over all of them
            continue;
        if ((*process)->firstId == 0)
            return fail(ErrorKind::Conflict,
                        "container {} runs in the host's user namespace (--privileged or --userns=host), so "
                        "only a container with --userns=host can join its namespaces",
                        (*process)->id);
        // A namespace belongs to the user namespace that made it, and a process has but one of those.
        if (first && first->id != (*process)->id)
            return fail(ErrorKind::NotSupported,
                        "the namespaces of two other containers, {} and {}, cannot be joined "
                        "together: each has its own user namespace",
                        first->id, (*process)->id);
        first = &**process;
        request.firstId = first->firstId;
    }
    return {};
}

// Where it had them they are the ones that its processes know; those that are taken are the network's to
// choose.
Result<std::vector<networks::Endpoint>> Service::reserveNetworks(const Record &record, const Restoring *from)
{
    auto request = networkRequest(record);
    if (from) {
        for (auto &endpoint : request.endpoints) {
            const auto network = m_services.networks.inspect(record.owner, endpoint.network);
            const auto known = from->addresses.find(network ? network->id : endpoint.network);
            if (known != from->addresses.end())
                endpoint.formerIpv4Address = known->second;
        }
    }
    return m_services.networks.reserve(request);
}

Result<> Service::launch(const ContainerPtr &container, const Restoring *from)
{
    const auto trace = std::make_shared<LaunchTrace>();
    auto done = launchObserved(container, *trace, from);
    keepRecording(container, trace, done);
    return done;
}

Result<> Service::launchObserved(const ContainerPtr &container, LaunchObserver &observer,
                                 const Restoring *from)
{
    Record record;
    {
        const std::scoped_lock lock(container->mutex);
        record = container->record;
    }
    m_files->clearForStart(record.id);
    LaunchRequest request{.record = record,
                          .observer = observer,
                          .stepMounts = container->stepMounts,
                          .secrets = container->stepSecrets,
                          .nameServers = m_services.networks.nameServers(),
                          .from = from};
    if (!usesHostUser(record.hostConfig)) {
        TRY(request.firstId, m_idRanges->firstIdOf(record.owner.uid));
    }
    CHECK(joinOthers(record, request));
    TRY(const Fd folder, openFolder(record.id));
    CHECK(removeExitRecord(folder));
    if (ownsNetwork(record)) {
        TRY(request.endpoints, reserveNetworks(record, from));
        request.connect = [this, id = record.id](const Fd &netns) {
            return m_services.networks.connect(id, netns);
        };
    }
    auto done = launchReserved(container, record, std::move(request));
    if (!done) {
        m_services.networks.release(record.id);
        return startError(std::move(done).error());
    }
    return {};
}

// What is written before the process exists lets a new engine find it, should this one die in between.
Result<> Service::launchReserved(const ContainerPtr &container, const Record &record, LaunchRequest request)
{
    {
        const std::scoped_lock lock(container->mutex);
        auto &state = container->state;
        state.endpoints = request.endpoints;
        state.launched = !request.observer.holds(); // a held one has not happened until its last step
        state.bootId = m_bootId;
        state.firstId = request.firstId;
        state.error.clear();
        state.warnings.clear();
        if (state.launched)
            CHECK(saveState(*container));
    }
    auto launched = m_launcher->launch(request);
    if (!launched) {
        releaseVolumes(record, false);
        if (const std::string reason = request.from ? request.from->reason() : std::string(); !reason.empty())
            launched.error().message += ": " + reason;
        return std::unexpected(std::move(launched).error());
    }
    if (m_services.warn)
        for (const auto &warning : launched->warnings)
            m_services.warn("container " + record.id.substr(0, 12) + ": " + warning);
    volumesMounted(record);
    return markRunning(container, *std::move(launched));
}

Result<> Service::markRunning(const ContainerPtr &container, Launched launched)
{
    Result<> saved;
    {
        const std::scoped_lock lock(container->mutex);
        auto &state = container->state;
        ++container->launches;
        state.status = Status::Running;
        state.pid = launched.pid;
        state.startTime = launched.startTime;
        state.exitCode = 0;
        state.oomKilled = false;
        state.end = {};
        state.startedNs = nowNs();
        state.warnings = std::move(launched.warnings);
        container->run = Runtime{.control = std::move(launched.control),
                                 .process = std::move(launched.process),
                                 .input = std::move(launched.input),
                                 .stage = std::move(launched.stage),
                                 .since = std::chrono::steady_clock::now()};
        saved = saveState(*container);
        if (!saved) // it runs, but nobody would know after a restart: end it, the way of any other end
            ::syscall(SYS_pidfd_send_signal, container->run.process.get(), SIGKILL, nullptr, 0);
    }
    container->changed.notify_all();
    emit(*container, "start");
    m_health->begin(container);
    offerInput(container);
    watchStage(container);
    return {};
}

} // namespace quayside::containers
