#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/command.h"
#include "engine/containers/lifecycle/views.h"
#include "engine/containers/state/times.h"
#include "engine/storage/foldersize.h"

#include <filesystem>

namespace quayside::containers
{

namespace
{

api::ContainerState stateOf(const RunState &state)
{
    api::ContainerState view;
    view.status = text(state.status);
    view.running = state.status == Status::Running || state.status == Status::Paused ||
                   state.status == Status::Restarting;
    view.paused = state.status == Status::Paused;
    view.restarting = state.status == Status::Restarting;
    view.oomKilled = state.oomKilled;
    view.dead = state.status == Status::Dead;
    view.pid = state.pid;
    view.exitCode = state.exitCode;
    view.error = state.error;
    view.startedAt = rfc3339(state.startedNs);
    view.finishedAt = rfc3339(state.finishedNs);
    if (state.health.status != HealthStatus::None)
        view.health = containers::view(state.health);
    return view;
}

std::optional<api::Ending> endingOf(const RunState &state)
{
    const EndState &end = state.end;
    if (!end.known)
        return std::nullopt;
    api::Ending view{
        .asked = end.asked, .uid = {}, .askedSignal = 0, .timedOut = false, .signal = end.signal};
    if (!end.asked.empty()) {
        view.uid = end.uid;
        view.askedSignal = end.askedSignal;
        view.timedOut = end.timedOut;
    }
    return view;
}

} // namespace

Result<> Service::addSizes(const Record &record, std::optional<std::int64_t> &rw,
                           std::optional<std::int64_t> &rootFs) const
{
    TRY(const Fd upper, openFolder(record.id, "upper"));
    TRY(const std::int64_t own, storage::folderSize(upper));
    std::int64_t layers = 0;
    for (const auto &layer : record.layers) {
        TRY(const auto info, m_services.layers.info(layer));
        layers += static_cast<std::int64_t>(info.bytes);
    }
    rw = own;
    rootFs = own + layers;
    return {};
}

Result<api::ContainerInspect> Service::inspect(const Peer &peer, const std::string &ref, bool size)
{
    TRY(const auto container, find(peer, ref, Right::Use));
    Record record;
    RunState state;
    std::vector<std::string> execs;
    {
        const std::scoped_lock lock(container->mutex);
        record = container->record;
        state = container->state;
        execs = container->execIds;
    }
    api::ContainerInspect view;
    view.id = record.id;
    view.created = rfc3339(record.createdNs);
    const auto argv = argvOf(record.config);
    view.path = argv.front();
    view.args.assign(argv.begin() + 1, argv.end());
    view.state = stateOf(state);
    view.image = record.imageId;
    const std::string folder = folderOf(record.id);
    view.resolvConfPath = folder + "/resolv.conf";
    view.hostnamePath = folder + "/hostname";
    view.hostsPath = folder + "/hosts";
    view.logPath = record.hostConfig.logConfig.type == "none" ? "" : folder + "/log";
    view.name = "/" + record.name;
    view.restartCount = state.restartCount;
    view.driver = "overlay2";
    view.platform = "linux";
    view.execIDs = std::move(execs);
    view.graphDriver = graphDriverOf(m_options.root, record);
    view.mounts = mountPointsOf(m_options.root, record);
    view.networkSettings = networkSettingsOf(record, state);
    view.quayside = api::ContainerExtension{.warnings = std::move(state.warnings), .ending = endingOf(state)};
    view.hostConfig = std::move(record.hostConfig);
    view.config = record.config;
    if (size)
        CHECK(addSizes(record, view.sizeRw, view.sizeRootFs));
    return view;
}

} // namespace quayside::containers
