// The route tables of the API, one for each resource. What they are given must live as long as the router.
#pragma once

#include "engine/server/routes/route.h"

#include <string>

namespace quayside
{
class Records;
namespace access
{
struct Peer;
}
namespace build
{
class Builds;
}
namespace containers
{
class Containers;
}
namespace images
{
class Images;
class Registries;
} // namespace images
namespace networks
{
class Networks;
}
namespace volumes
{
class Volumes;
}
} // namespace quayside

namespace quayside::server
{

class EventHub;

// The engine's own facts, fixed at start.
struct EngineFacts {
    std::string id;   // of this installation, kept in the records
    std::string root; // <root>, as info tells it
    bool debug = false;
};

// The id of this installation: read from the records, or made and kept there at the first start.
Result<std::string> engineId(Records &records);

struct Backends {
    EngineFacts facts;
    containers::Containers &containers;
    images::Images &images;
    images::Registries &registries;
    networks::Networks &networks;
    volumes::Volumes &volumes;
    build::Builds &builds;
    EventHub &events;
};

Routes systemRoutes(const Backends &backends);
Routes diskUsageRoutes(containers::Containers &containers, images::Images &images, volumes::Volumes &volumes,
                       build::Builds &builds);
Routes buildRoutes(build::Builds &builds);
Routes buildRecordRoutes(build::Builds &builds);
std::string buildCacheOf(const build::Builds &builds, const access::Peer &peer); // of `system df`, JSON
Routes eventRoutes(EventHub &events);
Routes containerRoutes(containers::Containers &containers);
Routes containerActionRoutes(containers::Containers &containers);
Routes containerStatsRoutes(containers::Containers &containers);
Routes containerStreamRoutes(containers::Containers &containers);
Routes containerFileRoutes(containers::Containers &containers);
Routes fileRoutes(containers::Containers &containers);
Routes execRoutes(containers::Containers &containers);
Routes imageRoutes(images::Images &images, containers::Containers &containers);
Routes imageContentRoutes(images::Images &images, containers::Containers &containers);
Routes registryRoutes(images::Images &images, images::Registries &registries);
Routes networkRoutes(networks::Networks &networks, containers::Containers &containers);
Routes volumeRoutes(volumes::Volumes &volumes);
Routes volumeArchiveRoutes(volumes::Volumes &volumes, containers::Containers &containers);
Routes checkpointRoutes(containers::Containers &containers);
Routes delegateRoutes(containers::Containers &containers);
Routes launchRoutes(containers::Containers &containers);
Routes quaysideRoutes(images::Images &images, containers::Containers &containers);
// What the contract has and this engine has not: 501 with a sentence.
Routes unsupportedRoutes();

// All of them, the literal paths before the patterns that would take them as well.
Routes allRoutes(const Backends &backends);

} // namespace quayside::server
