// POST /containers/prune: what does not run goes.
#include "engine/containers/lifecycle/service.h"

namespace quayside::containers
{

Result<api::ContainerPruneResponse>
Service::prune(const Peer &peer, std::optional<std::int64_t> createdBefore, const api::Filters &filters)
{
    const std::unique_lock pruning(m_pruning, std::try_to_lock);
    if (!pruning)
        return fail(ErrorKind::Conflict, "a prune operation is already running");
    api::ContainerPruneResponse response;
    for (const auto &container : m_index.all()) {
        const std::unique_lock operation(container->operation, std::try_to_lock);
        if (!operation) // it is being started or removed
            continue;
        Record record;
        {
            const std::scoped_lock lock(container->mutex);
            const auto status = container->state.status;
            const bool stopped =
                status == Status::Created || status == Status::Exited || status == Status::Dead;
            if (!stopped || container->removed || container->record.step || container->removing ||
                container->launching || !access::maySee(peer, container->record.owner.uid) ||
                !filters.matchesLabels(container->record.config.labels) ||
                (createdBefore && container->record.createdNs >= *createdBefore))
                continue;
            record = container->record;
        }
        std::optional<std::int64_t> own, all;
        const auto measured = addSizes(record, own, all);
        CHECK(removeStopped(container, false));
        response.containersDeleted.push_back(record.id);
        response.spaceReclaimed += measured ? own.value_or(0) : 0;
    }
    if (m_services.events)
        m_services.events({.type = "container",
                           .action = "prune",
                           .actor = {"", {{"reclaimed", std::to_string(response.spaceReclaimed)}}},
                           .owner = peer.uid});
    return response;
}

} // namespace quayside::containers
