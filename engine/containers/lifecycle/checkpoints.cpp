// What checkpoints need of the containers, and a container made of another.
#include "engine/containers/files/containerfiles.h"
#include "engine/containers/imageusers.h"
#include "engine/containers/lifecycle/service.h"

#include <algorithm>

namespace quayside::containers
{

using namespace std::chrono_literals;

CheckpointsService::Host Service::checkpointsHost()
{
    static constexpr auto patience = 10s; // its processes are gone when CRIU is done
    return {
        .find = [this](const Peer &peer, const std::string &ref,
                       Right right) { return find(peer, ref, right); },
        .folderOf = [this](const std::string &id) { return folderOf(id); },
        .start = [this](const ContainerPtr &container,
                        const Restoring &from) { return startFrom(container, &from); },
        .emit =
            [this](const Container &container, const std::string &action,
                   std::map<std::string, std::string> extra) { emit(container, action, std::move(extra)); },
        .copy = [this](const Peer &peer, const ContainerPtr &container,
                       const std::string &name) { return copyStopped(peer, container, name); },
        .discard = [this](const ContainerPtr &container) { discardCopy(container); },
        .awaitEnd = [this](const ContainerPtr &container,
                           std::uint64_t launch) { waitForEnd(*container, launch, patience); }};
}

// Its changed files become a layer, of an image without a name. It is its owner's, whoever asks.
Result<std::string> Service::copyStopped(const Peer &, const ContainerPtr &container, const std::string &name)
{
    Record record;
    {
        const std::scoped_lock lock(container->mutex);
        if (container->runs() || container->launching)
            return fail(ErrorKind::Conflict,
                        "container \"/{}\" runs: stop it first, or two would go on from one checkpoint",
                        container->record.name);
        record = container->record;
    }
    if (std::ranges::any_of(record.mounts, &MountSpec::anonymous))
        return fail(ErrorKind::NotSupported,
                    "container \"/{}\" has volumes without a name, which belong to it alone: give them names "
                    "to move it",
                    record.name);
    api::ContainerCreateRequest request;
    static_cast<api::ContainerConfig &>(request) = record.config;
    request.hostConfig = record.hostConfig;
    request.networkingConfig = record.networking;
    TRY(request.image, files().commit(record.owner, record.id, {.comment = "moved with a checkpoint"}));
    auto made = create(record.owner, name, request);
    if (!made) {
        discardImage(record.owner, request.image);
        return std::unexpected(std::move(made).error());
    }
    return made->id;
}

void Service::discardCopy(const ContainerPtr &container)
{
    Record record;
    {
        const std::scoped_lock lock(container->mutex);
        record = container->record;
    }
    (void)remove(record.owner, record.id, true, false);
    discardImage(record.owner, record.imageId);
}

// Of files that were kept for a container that has not come to be. Where it fails, a prune finds the image.
void Service::discardImage(const Peer &owner, const std::string &imageId)
{
    (void)m_services.images.remove(owner, imageId, false, false, usersOf(*this));
}

} // namespace quayside::containers
