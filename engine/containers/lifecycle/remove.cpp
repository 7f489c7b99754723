#include "engine/containers/lifecycle/service.h"

#include "engine/containers/launch/logfolder.h"

#include <csignal>

namespace quayside::containers
{

namespace
{

Result<> mayRemove(const Container &container)
{
    const auto &state = container.state;
    if (container.removing)
        return fail(ErrorKind::Conflict, "removal of container {} is already in progress", container.id);
    if (container.launching)
        return fail(
            ErrorKind::Conflict,
            "cannot remove container \"/{}\": a launch of it is held: abort it first, or force remove",
            container.record.name);
    if (!container.runs() && state.status != Status::Restarting)
        return {};
    const bool paused = state.status == Status::Paused;
    return fail(ErrorKind::Conflict,
                "cannot remove container \"/{}\": container is {}: {}stop the container before "
                "removing or force remove",
                container.record.name, text(state.status), paused ? "unpause and then " : "");
}

} // namespace

// Without `operation`: whoever ends the run needs it.
Result<> Service::killForRemoval(const ContainerPtr &container)
{
    if (m_launches->abortHeld(container) || cancelRestart(container))
        return {};
    std::uint64_t launch;
    {
        const std::scoped_lock lock(container->mutex);
        if (!container->runs())
            return {};
        launch = container->launches;
    }
    if (signalContainer(container, SIGKILL))
        emit(*container, "kill", {{"signal", std::to_string(SIGKILL)}});
    if (!waitForEnd(*container, launch, std::chrono::seconds(10)))
        return fail(
            ErrorKind::Unavailable,
            "cannot remove container \"/{}\": could not kill: it does not end after SIGKILL; try again later",
            container->record.name);
    return {};
}

Result<> Service::remove(const Peer &peer, const std::string &ref, bool force, bool volumes)
{
    TRY(const auto container, find(peer, ref));
    if (force)
        CHECK(killForRemoval(container));
    const std::scoped_lock operation(container->operation);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed) // --rm was quicker
            return force ? Result<>() : fail(ErrorKind::NotFound, "No such container: {}", ref);
        CHECK(mayRemove(*container));
    }
    return removeStopped(container, volumes);
}

// The record goes first: what an engine that dies after it leaves behind is swept when the next one starts.
Result<> Service::removeStopped(const ContainerPtr &container, bool volumes)
{
    Record record;
    Status before;
    {
        const std::scoped_lock lock(container->mutex);
        container->removing = true;
        before = std::exchange(container->state.status, Status::Removing);
        record = container->record;
    }
    m_files->endForRemoval(record.id);
    m_launches->settle();
    auto removed = m_services.records.apply({{recordKind, record.id, {}}, {stateKind, record.id, {}}},
                                            durabilityOf(record));
    if (!removed) {
        const std::scoped_lock lock(container->mutex);
        container->removing = false;
        container->state.status = before;
        return wrap(std::move(removed).error(), "removing container {}", record.id);
    }
    (void)m_services.layers.removeContainer(record.id); // swept at the next start, where it fails
    removeRing(m_options, record.id);
    for (const auto &mount : record.mounts) {
        if (mount.type != MountType::Volume)
            continue;
        m_services.volumes.removeUser({mount.volumeOwner, mount.name}, record.id);
        if (volumes && mount.anonymous)
            (void)m_services.volumes.remove(mount.volumeOwner,
                                            mount.name); // in use by another container: it stays
    }
    m_index.remove(record.id);
    std::vector<std::shared_ptr<Waiter>> due;
    WaitResult result;
    {
        const std::scoped_lock lock(container->mutex);
        container->removed = true;
        result.statusCode = container->state.exitCode;
        due = std::exchange(container->waiters, {});
        for (const auto &exec : container->execIds)
            m_execs.remove(exec);
    }
    container->changed.notify_all();
    emit(record, "destroy");
    for (const auto &waiter : due)
        waiter->fire(result);
    return {};
}

} // namespace quayside::containers
