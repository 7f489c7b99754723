// What several verbs share.
#include "engine/containers/lifecycle/service.h"

#include "engine/containers/state/bootid.h"
#include "engine/containers/xray/observer.h"

#include <algorithm>
#include <fcntl.h>

namespace quayside::containers
{

namespace
{

// Threads for exits, restarts and removals that nobody waits for. They sleep when idle.
constexpr int workerThreads = 4;

} // namespace

std::unexpected<Error> notTheImage(Error error)
{
    if (error.kind == ErrorKind::NotFound)
        error.kind = ErrorKind::InvalidArgument;
    return std::unexpected(std::move(error));
}

Service::Service(Options options, Services services, std::unique_ptr<Launcher> launcher,
                 std::unique_ptr<IdRanges> idRanges, std::unique_ptr<Watcher> watcher)
    : m_options(std::move(options)), m_services(std::move(services)), m_bootId(bootId()),
      m_facts(hostFacts()), m_launcher(std::move(launcher)), m_idRanges(std::move(idRanges)),
      m_watcher(std::move(watcher)), m_workers(std::make_unique<Workers>(workerThreads))
{
    m_files = std::make_unique<FilesService>(FilesService::Host{
        .index = m_index,
        .launcher = *m_launcher,
        .idRanges = *m_idRanges,
        .layers = m_services.layers,
        .images = m_services.images,
        .volumes = m_services.volumes,
        .records = m_services.records,
        .workerFile = m_options.workerFile,
        .emit = [this](const Record &record, const std::string &action,
                       std::map<std::string, std::string> extra) { emit(record, action, std::move(extra)); },
        .pause = [this](const Peer &peer, const std::string &id) { return pause(peer, id); },
        .unpause = [this](const Peer &peer, const std::string &id) { return unpause(peer, id); }});
    m_xray = std::make_unique<Observer>(Observer::Host{.index = m_index,
                                                       .launcher = *m_launcher,
                                                       .layers = m_services.layers,
                                                       .images = m_services.images,
                                                       .root = m_options.root});
    m_launches = std::make_unique<LaunchesService>(launchesHost());
    m_checkpoints = std::make_unique<CheckpointsService>(checkpointsHost());
    m_volumeFiles =
        std::make_unique<VolumeFilesService>(VolumeFilesService::Host{.volumes = m_services.volumes,
                                                                      .launcher = *m_launcher,
                                                                      .idRanges = *m_idRanges,
                                                                      .workerFile = m_options.workerFile});
    m_sampler = std::make_unique<Sampler>(
        Sampler::Sources{
            .find = [this](const Peer &peer, const std::string &ref) { return find(peer, ref, Right::Use); },
            .all = [this] { return m_index.all(); },
            .measure = [this](const std::string &id) { return m_launcher->cgroups().measure(id); }},
        *m_watcher, *m_workers);
    m_health = std::make_unique<HealthMonitor>(*m_watcher, *m_workers, healthHost());
}

Service::~Service()
{
    m_launches->end(); // what is held has not happened
    m_watcher->stop(); // it posts to the workers, and they ask it for timers
    m_workers.reset();
    m_watcher.reset();
}

Stats &Service::stats()
{
    return *m_sampler;
}

Xray &Service::xray()
{
    return *m_xray;
}

Launches &Service::launches()
{
    return *m_launches;
}

Checkpoints &Service::checkpoints()
{
    return *m_checkpoints;
}

Result<> Service::saveState(const Container &container)
{
    return m_services.records.put(stateKind, container.id, encode(container.state), Durability::Normal);
}

std::string Service::folderOf(const std::string &id) const
{
    return m_options.root + "/containers/" + id;
}

Result<Fd> Service::openFolder(const std::string &id, const char *below) const
{
    const std::string path = folderOf(id) + (below ? std::string("/") + below : std::string());
    Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    return folder;
}

void Service::emit(const Record &record, std::string action, std::map<std::string, std::string> extra) const
{
    if (!m_services.events || record.step)
        return;
    api::Event event{.type = "container", .action = std::move(action), .owner = record.owner.uid};
    event.actor.id = record.id;
    event.actor.attributes = record.config.labels;
    event.actor.attributes["image"] = record.config.image;
    event.actor.attributes["name"] = record.name;
    for (auto &[name, value] : extra)
        event.actor.attributes[name] = std::move(value);
    event.actor.attributes.erase(delegatesAttribute);
    std::string users;
    for (const auto uid : record.delegates)
        users += (users.empty() ? "" : ",") + std::to_string(uid);
    if (!users.empty())
        event.actor.attributes[delegatesAttribute] = std::move(users);
    m_services.events(std::move(event));
}

void Service::emit(const Container &container, std::string action,
                   std::map<std::string, std::string> extra) const
{
    Record record;
    {
        const std::scoped_lock lock(container.mutex);
        record.id = container.id;
        record.name = container.record.name;
        record.owner = container.record.owner;
        record.delegates = container.record.delegates;
        record.step = container.record.step;
        record.config.labels = container.record.config.labels;
        record.config.image = container.record.config.image;
    }
    emit(record, std::move(action), std::move(extra));
}

std::unique_ptr<Containers::WaitHandle> Service::addWaiter(Container &container, Waiter::For condition,
                                                           std::function<void(WaitResult)> done)
{
    auto waiter = std::make_shared<Waiter>(condition, std::move(done));
    container.waiters.push_back(waiter);
    return std::make_unique<CancelHandle<Waiter>>(std::move(waiter));
}

std::vector<Containers::User> Service::usersOfImage(const std::string &imageId) const
{
    std::vector<User> users;
    for (const auto &container : m_index.all()) {
        const std::scoped_lock lock(container->mutex);
        const Record &record = container->record;
        if (record.imageId == imageId || std::ranges::contains(record.mounts, imageId, &MountSpec::imageId))
            users.push_back({container->id, container->runs(), container->record.owner.uid});
    }
    return users;
}

Containers::Counts Service::counts() const
{
    Counts counts;
    for (const auto &container : m_index.all()) {
        const std::scoped_lock lock(container->mutex);
        if (container->record.step)
            continue;
        if (container->state.status == Status::Paused)
            ++counts.paused;
        else if (container->state.status == Status::Running || container->state.status == Status::Restarting)
            ++counts.running;
        else
            ++counts.stopped;
    }
    return counts;
}

} // namespace quayside::containers
