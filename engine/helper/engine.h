// The engine as one object: its services, made in order and taken down in the reverse one.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/build/build.h"
#include "engine/containers/containers.h"
#include "engine/containers/launch/spawn.h"
#include "engine/helper/options.h"
#include "engine/images/images.h"
#include "engine/images/registry/registries.h"
#include "engine/networks/networks.h"
#include "engine/records/records.h"
#include "engine/server/eventhub.h"
#include "engine/server/router.h"
#include "engine/server/transport/listener.h"
#include "engine/storage/layerstore.h"
#include "engine/volumes/volumes.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace quayside::helper
{

class Engine
{
public:
    // Opens what is on disk, takes the running containers back, and listens. Conflict: another engine works
    // on the root or listens on the socket.
    static Result<std::unique_ptr<Engine>> start(const Options &options);
    // Ends the connections and leaves the containers running.
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

private:
    Engine() = default;
    Result<> openServices(const Options &options);
    Result<> listen(const Options &options);
    void makeStarters();
    void trimWhenQuiet();
    void followRemovals();
    [[nodiscard]] std::vector<storage::LayerId> layersOfBuilds() const;

    // The order is the contract: each one uses only what stands above it.
    std::optional<containers::SealedProgram> m_worker;
    std::unique_ptr<Records> m_records;
    server::EventHub m_events;
    std::unique_ptr<storage::LayerStore> m_layers;
    std::unique_ptr<images::Registries> m_registries;
    std::unique_ptr<build::Cache> m_buildCache;     // before the images: its layers are to stay
    std::unique_ptr<build::History> m_buildHistory; // the same
    std::unique_ptr<images::Images> m_images;
    std::unique_ptr<networks::Networks> m_networks;
    std::unique_ptr<volumes::Volumes> m_volumes;
    std::unique_ptr<containers::Containers> m_containers;
    std::unique_ptr<build::Builds> m_builds;
    server::Router m_router;
    std::unique_ptr<server::Listener> m_listener;
    std::unique_ptr<server::EventSubscription> m_activity, m_removals;
    QTimer m_quiet;          // runs for a moment after each activity, and not while nothing happens
    std::jthread m_starters; // joined first: it uses the images
};

} // namespace quayside::helper
