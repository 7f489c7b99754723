// Checkpoints, implemented.
#pragma once

#include "engine/containers/checkpoint/checkpoints.h"
#include "engine/containers/checkpoint/saved.h"
#include "engine/containers/launch/launcher.h"
#include "engine/containers/state/container.h"
#include "engine/containers/state/index.h"

#include <functional>
#include <map>
#include <string>

namespace quayside::containers
{

class CheckpointsService final : public Checkpoints
{
public:
    // What it needs of the service that owns it.
    struct Host {
        std::function<Result<ContainerPtr>(const Peer &, const std::string &ref, Right)> find;
        std::function<std::string(const std::string &id)> folderOf;
        std::function<Result<>(const ContainerPtr &, const Restoring &)> start;
        std::function<void(const Container &, const std::string &action,
                           std::map<std::string, std::string> extra)>
            emit;
        // A container of the files and the configuration of another, which is stopped: its id.
        std::function<Result<std::string>(const Peer &, const ContainerPtr &, const std::string &name)> copy;
        std::function<void(const ContainerPtr &)> discard; // such a container, with the image of its files
        std::function<void(const ContainerPtr &, std::uint64_t launch)> awaitEnd;
    };
    explicit CheckpointsService(Host host) : m_host(std::move(host)) {}

    Result<> create(const Peer &, const std::string &ref,
                    const api::CheckpointCreateRequest &request) override;
    Result<std::vector<api::Checkpoint>> list(const Peer &, const std::string &ref) override;
    Result<> remove(const Peer &, const std::string &ref, const std::string &name) override;
    Result<> start(const Peer &, const std::string &ref, const std::string &name) override;
    Result<std::string> move(const Peer &, const std::string &ref, const std::string &name,
                             const std::string &newName) override;

private:
    // Links the images of a checkpoint to another container's, and starts that one from them.
    Result<> goOnIn(const Peer &peer, const Container &copy, const SavedCheckpoints &from,
                    const std::string &name, SavedCheckpoint saved);
    Result<> save(const Peer &peer, const ContainerPtr &container,
                  const api::CheckpointCreateRequest &request);
    [[nodiscard]] SavedCheckpoints of(const Container &container) const
    {
        return SavedCheckpoints(m_host.folderOf(container.id));
    }
    const Host m_host;
};

} // namespace quayside::containers
