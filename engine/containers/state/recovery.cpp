// What an engine finds when it starts: containers that ran on, that ended meanwhile, that a reboot took.
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/command.h"
#include "engine/containers/launch/control.h"
#include "engine/containers/launch/logfolder.h"
#include "engine/containers/launch/stagelauncher.h"
#include "engine/containers/state/bootid.h"
#include "engine/containers/state/exitrecord.h"
#include "engine/containers/state/times.h"

#include <cerrno>
#include <dirent.h>
#include <unistd.h>
#include <unordered_map>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

constexpr auto helloTimeout = 5s; // a frozen or swapped-out stage may take its time

bool isId(std::string_view name)
{
    return name.size() == 64 && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<std::string> idsIn(const std::string &path)
{
    std::vector<std::string> ids;
    DIR *entries = ::opendir(path.c_str());
    if (!entries)
        return ids;
    while (const dirent *entry = ::readdir(entries))
        if (isId(entry->d_name))
            ids.emplace_back(entry->d_name);
    ::closedir(entries);
    return ids;
}

} // namespace

// A record that cannot be read costs that container only; it stays in the database.
Result<> Service::loadRecords()
{
    std::unordered_map<std::string, RunState> states;
    TRY(const auto stateDocuments, m_services.records.all(stateKind));
    for (const auto &[id, document] : stateDocuments)
        if (auto state = decodeState(document))
            states[id] = *std::move(state);
    TRY(const auto documents, m_services.records.all(recordKind));
    std::vector<std::string> known;
    for (const auto &[id, document] : documents) {
        known.push_back(id);
        auto record = decodeRecord(document);
        if (!record || record->id != id || argvOf(record->config).empty()) {
            // Its files stay, for whoever can mend it; the others are not its hostages.
            if (m_services.warn)
                m_services.warn("container " + id + " is left out: " +
                                (record ? "its record is damaged" : record.error().message));
            continue;
        }
        // Gone but for the record, whose removal a power cut has undone (durabilityOf()).
        if (record->hostConfig.autoRemove && ::access(folderOf(id).c_str(), F_OK) != 0 && errno == ENOENT) {
            CHECK(m_services.records.apply({{recordKind, id, {}}, {stateKind, id, {}}}, Durability::Normal));
            continue;
        }
        const auto container = std::make_shared<Container>(*std::move(record));
        if (const auto state = states.find(id); state != states.end())
            container->state = state->second;
        m_index.add(container);
        if (const auto &parent = container->record.hostConfig.cgroupParent; !parent.empty())
            (void)m_launcher->cgroups().place(id, parent, container->record.owner.uid); // it was once checked
        for (const auto &mount : container->record.mounts)
            if (mount.type == MountType::Volume)
                m_services.volumes.addUser({mount.volumeOwner, mount.name}, id);
    }
    // A folder without a record: its create or remove was cut short.
    for (const auto &id : idsIn(m_options.root + "/containers"))
        if (std::ranges::find(known, id) == known.end())
            (void)m_services.layers.removeContainer(id);
    sweepRings(m_options, known);
    return {};
}

// The stage answers: the container is ours again.
bool Service::reconnect(const ContainerPtr &container)
{
    auto control = connectToStage(m_launcher->socketPath(container->id));
    if (!control)
        return false;
    auto hello = receive(*control, helloTimeout);
    if (!hello || hello->head.kind != stage::MessageKind::Hello || hello->head.running == 0 ||
        hello->fds.empty())
        return false;
    const std::scoped_lock lock(container->mutex);
    auto &state = container->state;
    ++container->launches;
    container->run = Runtime{.control = *std::move(control),
                             .process = std::move(hello->fds[0]),
                             .input = hello->fds.size() > 1 ? std::move(hello->fds[1]) : Fd(),
                             .since = std::chrono::steady_clock::now()};
    if (state.status != Status::Paused)
        state.status = Status::Running;
    if (state.pid != hello->head.pid || state.startedNs == 0)
        state.startedNs =
            utcOfStartTime(hello->head.startTime); // the engine died before it could write it down
    state.pid = hello->head.pid;
    state.startTime = hello->head.startTime;
    (void)saveState(*container);
    return true;
}

// Its stage is gone: the exit record says how it ended, if the stage came to write one.
void Service::endedMeanwhile(const ContainerPtr &container)
{
    const auto folder = openFolder(container->id);
    const auto exit = folder ? readExitRecord(*folder) : std::unexpected(folder.error());
    m_launcher->cleanUp(container->id, true);
    RunState ended;
    {
        const std::scoped_lock lock(container->mutex);
        auto &state = container->state;
        const bool sameBoot = state.bootId == m_bootId;
        state.launched = false;
        state.pid = 0;
        state.endpoints.clear();
        endRun(state.health);
        if (exit && *exit) {
            state.status = Status::Exited;
            state.exitCode = (*exit)->code;
            state.oomKilled = (*exit)->oom;
            state.end.signal = (*exit)->signal;
            state.end.known = true;
            state.finishedNs = (*exit)->finishedNs;
            state.startedNs = (*exit)->startedNs != 0 ? (*exit)->startedNs : state.startedNs;
        } else if (state.status == Status::Created || (state.startedNs == 0)) {
            state.status = Status::Created; // its launch was cut short: nothing ever ran
        } else {
            state.status = Status::Exited;
            state.exitCode = 137;
            state.finishedNs = nowNs();
            state.error = sameBoot
                              ? "the process that watched over the container ended without saying how the "
                                "container ended"
                              : "the machine went down while the container ran";
        }
        (void)saveState(*container);
        ended = state;
    }
    releaseVolumes(container->record, ended.status == Status::Exited);
    if (ended.status == Status::Exited)
        emit(*container, "die", {{"exitCode", std::to_string(ended.exitCode)}});
}

void Service::resumePolicy(const ContainerPtr &container, bool wasRunning)
{
    bool again = false, autoRemove = false;
    {
        const std::scoped_lock lock(container->mutex);
        auto &state = container->state;
        const auto &policy = container->record.hostConfig.restartPolicy.name;
        if (wasRunning || state.status == Status::Restarting)
            again = wantsRestart(*container);
        else // "always" means also after the engine's start, whoever stopped it
            again = state.status == Status::Exited &&
                    (policy == "always" || (policy == "unless-stopped" && !state.stoppedByUser));
        if (again)
            state.status = Status::Restarting;
        else if (state.status == Status::Restarting)
            state.status = Status::Exited;
        autoRemove = wasRunning && container->record.hostConfig.autoRemove && state.status == Status::Exited;
    }
    if (again)
        scheduleRestart(container);
    if (autoRemove) {
        const std::scoped_lock operation(container->operation);
        (void)removeStopped(container, true);
    }
}

void Service::recoverOne(const ContainerPtr &container)
{
    bool launched;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->state.status == Status::Removing)
            container->state.status = Status::Exited; // the removal failed
        launched = container->state.launched;
    }
    if (launched && reconnect(container)) {
        adoptNetworks(container);
        finishUpdate(container);
        return;
    }
    if (launched)
        endedMeanwhile(container);
}

// A tmpfs volume that nobody who still runs has held goes.
void Service::holdVolumes(const std::vector<std::string> &running)
{
    for (const auto &container : m_index.all()) {
        if (std::ranges::find(running, container->id) == running.end())
            continue;
        for (const auto &mount : container->record.mounts)
            if (mount.type == MountType::Volume)
                (void)m_services.volumes.hold({mount.volumeOwner, mount.name}, container->id);
    }
    m_services.volumes.releaseOthers();
}

Result<> Service::recover()
{
    CHECK(loadRecords());
    const auto containers = m_index.all();
    std::vector<std::pair<ContainerPtr, bool>> stopped; // with: did it run when the engine went
    std::vector<std::string> running;
    for (const auto &container : containers) {
        const bool ran = container->state.launched && container->state.status != Status::Created;
        recoverOne(container);
        if (container->runs())
            running.push_back(container->id);
        else
            stopped.emplace_back(container, ran);
    }
    holdVolumes(running);
    m_launcher->sweep(running);
    m_services.networks.sweep();
    for (const auto &container : containers)
        if (container->runs()) {
            watchStage(container);
            if (container->state.status == Status::Running)
                m_health->resume(container);
        }
    m_files->resumePaused();
    for (const auto &[container, ran] : stopped)
        resumePolicy(container, ran);
    removeOldSteps();
    return {};
}

Result<std::unique_ptr<Containers>> Containers::open(const Options &options, Services services)
{
    TRY(auto launcher, StageLauncher::make(options, services.layers, services.volumes));
    TRY(auto idRanges, IdRanges::open(services.records, {}));
    TRY(auto watcher, Watcher::start());
    auto service = std::make_unique<Service>(options, std::move(services), std::move(launcher),
                                             std::move(idRanges), std::move(watcher));
    CHECK(service->recover());
    return service;
}

} // namespace quayside::containers
