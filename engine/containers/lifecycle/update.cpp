// Limits and restart policy of a container that exists.
#include "engine/containers/lifecycle/service.h"
#include "engine/containers/lifecycle/updatelimits.h"

namespace quayside::containers
{

namespace
{

// Devices are decided at create: writing their list again would cut off what the container has.
isolation::cgroups::Limits liveLimits(const api::HostConfig &host)
{
    auto limits = limitsOf(host);
    limits.devices.reset();
    if (host.memory == 0 && host.memorySwap == -1) // there may have been one
        limits.memory = -1;
    return limits;
}

} // namespace

// Record and state in one transaction: an engine that dies before the cgroups have the limits finds out.
Result<> Service::saveUpdated(Container &container, api::HostConfig config, bool pending)
{
    Record record = container.record;
    RunState state = container.state;
    record.hostConfig = std::move(config);
    state.limitsPending = pending;
    CHECK(m_services.records.apply(
        {{recordKind, record.id, encode(record)}, {stateKind, record.id, encode(state)}}, Durability::Full));
    container.record.hostConfig = std::move(record.hostConfig);
    container.state.limitsPending = pending;
    return {};
}

Result<std::vector<std::string>> Service::update(const Peer &peer, const std::string &ref,
                                                 const api::HostConfig &wanted)
{
    TRY(const auto container, find(peer, ref));
    const std::scoped_lock operation(container->operation); // it neither starts nor ends meanwhile
    api::HostConfig before;
    Result<api::HostConfig> after;
    bool running;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removed || container->removing || container->state.status == Status::Dead)
            return fail(
                ErrorKind::Conflict,
                "Cannot update container {}: container is marked for removal and cannot be \"update\"",
                container->id);
        before = container->record.hostConfig;
        running = container->runs();
        after = updated(before, wanted);
        if (after)
            if (auto checked = checkHost(*after, m_facts); !checked)
                after = std::unexpected(std::move(checked).error());
        if (!after)
            return wrap(std::move(after).error(), "Cannot update container {}", container->id);
        CHECK(saveUpdated(*container, *after, running));
    }
    std::vector<std::string> warnings;
    if (running) {
        auto done = m_launcher->cgroups().update(container->id, liveLimits(*after), warnings);
        if (!done) { // as it was: what was written of the new limits goes again
            std::vector<std::string> again;
            (void)m_launcher->cgroups().update(container->id, liveLimits(before), again);
        }
        const std::scoped_lock lock(container->mutex);
        CHECK(saveUpdated(*container, done ? *after : before, false));
        if (!done)
            return wrap(std::move(done).error(), "Cannot update container {}", container->id);
    }
    emit(*container, "update");
    return warnings;
}

void Service::finishUpdate(const ContainerPtr &container)
{
    api::HostConfig config;
    {
        const std::scoped_lock lock(container->mutex);
        if (!container->state.limitsPending)
            return;
        config = container->record.hostConfig;
    }
    std::vector<std::string> warnings;
    // What the kernel refuses now it would have refused then: the next start says so.
    (void)m_launcher->cgroups().update(container->id, liveLimits(config), warnings);
    const std::scoped_lock lock(container->mutex);
    container->state.limitsPending = false;
    (void)saveState(*container);
}

} // namespace quayside::containers
