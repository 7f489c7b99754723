// The user's mounts of a launch: sources opened, volumes filled, detached mounts made.
#pragma once

#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/containers/state/record.h"
#include "engine/containers/steps/steps.h"
#include "engine/isolation/namespaces/prepare.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"
#include "engine/storage/layerstore.h"
#include "engine/volumes/volumes.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// Thread-safe.
class MountSources
{
public:
    MountSources(Kernel &kernel, storage::LayerStore &layers, volumes::Volumes &volumes,
                 isolation::namespaces::IdMaps &idMaps, std::string socketPath)
        : m_kernel(kernel), m_layers(layers), m_volumes(volumes), m_idMaps(idMaps),
          m_socketPath(std::move(socketPath))
    {
    }

    // Adds to `mounts` what the record asks for. `warnings` get what could not be done as asked.
    Result<> prepare(const Record &record, std::uint32_t firstId, const storage::RootSource &root,
                     isolation::Slots &slots, std::vector<isolation::MountPlan> &mounts,
                     std::vector<std::string> &warnings);
    // Those of a build's step.
    Result<> prepareStep(const std::vector<StepMount> &steps, std::uint32_t firstId, isolation::Slots &slots,
                         std::vector<isolation::MountPlan> &mounts);
    // Lets go of the volumes that prepare() holds for this container. Mounts that were made of them stay
    // whole.
    void release(const Record &record);
    // hosts, hostname and resolv.conf, from `folder` (<root>/containers/ID).
    Result<> prepareEtcFiles(const Fd &folder, std::uint32_t firstId, isolation::Slots &slots,
                             std::vector<isolation::MountPlan> &mounts);

private:
    // A mount whose source is a path of the host, opened with the rights of `owner`.
    Result<isolation::MountPlan> bind(const access::Peer &owner, const MountSpec &mount, unsigned long flags,
                                      std::uint32_t firstId, isolation::Slots &slots,
                                      std::vector<std::string> &warnings);
    Result<isolation::MountPlan> volume(const Record &record, const MountSpec &mount, std::uint32_t firstId,
                                        const storage::RootSource &root, isolation::Slots &slots,
                                        std::vector<std::string> &warnings);
    Result<isolation::MountPlan> image(const MountSpec &mount, std::uint32_t firstId, isolation::Slots &slots,
                                       const Fd *upper = nullptr);
    Result<isolation::MountPlan> step(const StepMount &mount, std::uint32_t firstId, isolation::Slots &slots);
    Result<> fill(const MountSpec &mount, const storage::RootSource &root);

    Kernel &m_kernel;
    storage::LayerStore &m_layers;
    volumes::Volumes &m_volumes;
    isolation::namespaces::IdMaps &m_idMaps;
    const std::string m_socketPath;
};

} // namespace quayside::containers
