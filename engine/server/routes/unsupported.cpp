// What the contract has and this engine does not do yet, or never: 501 with a sentence that says which of the
// two.
#include "engine/server/routes/resources.h"

#include <array>

namespace quayside::server
{

namespace
{

constexpr const char *later = "is not part of this version of Quayside yet";
constexpr const char *never = "is not part of Quayside: it runs containers on one machine";

struct Missing {
    const char *method, *pattern, *what, *when;
};

constexpr auto missing = std::to_array<Missing>({
    {"POST", "/build/cancel", "ending a BuildKit build", later},
    {"POST", "/session", "a BuildKit session", later},
    {"POST", "/grpc", "BuildKit's protocol", later},
    {"GET", "/images/{name:*}/attestations", "reading attestations", later},
    {"PUT", "/volumes/{name}", "updating a cluster volume", never},
    {"GET", "/plugins/privileges", "plugins", never},
    {"POST", "/plugins/pull", "plugins", never},
    {"POST", "/plugins/create", "plugins", never},
    {"DELETE", "/plugins/{name:*}", "plugins", never},
    {"POST", "/plugins/{name:*}/enable", "plugins", never},
    {"POST", "/plugins/{name:*}/disable", "plugins", never},
    {"POST", "/plugins/{name:*}/upgrade", "plugins", never},
    {"POST", "/plugins/{name:*}/push", "plugins", never},
    {"POST", "/plugins/{name:*}/set", "plugins", never},
    {"GET", "/swarm", "swarm mode", never},
    {"POST", "/swarm/init", "swarm mode", never},
    {"POST", "/swarm/join", "swarm mode", never},
    {"POST", "/swarm/leave", "swarm mode", never},
    {"POST", "/swarm/update", "swarm mode", never},
    {"GET", "/swarm/unlockkey", "swarm mode", never},
    {"POST", "/swarm/unlock", "swarm mode", never},
    {"GET", "/nodes", "swarm mode", never},
    {"GET", "/nodes/{id}", "swarm mode", never},
    {"DELETE", "/nodes/{id}", "swarm mode", never},
    {"POST", "/nodes/{id}/update", "swarm mode", never},
    {"GET", "/services", "swarm mode", never},
    {"POST", "/services/create", "swarm mode", never},
    {"GET", "/services/{id}", "swarm mode", never},
    {"DELETE", "/services/{id}", "swarm mode", never},
    {"POST", "/services/{id}/update", "swarm mode", never},
    {"GET", "/services/{id}/logs", "swarm mode", never},
    {"GET", "/tasks", "swarm mode", never},
    {"GET", "/tasks/{id}", "swarm mode", never},
    {"GET", "/tasks/{id}/logs", "swarm mode", never},
    {"GET", "/secrets", "swarm mode", never},
    {"POST", "/secrets/create", "swarm mode", never},
    {"GET", "/secrets/{id}", "swarm mode", never},
    {"DELETE", "/secrets/{id}", "swarm mode", never},
    {"POST", "/secrets/{id}/update", "swarm mode", never},
    {"GET", "/configs", "swarm mode", never},
    {"POST", "/configs/create", "swarm mode", never},
    {"GET", "/configs/{id}", "swarm mode", never},
    {"DELETE", "/configs/{id}", "swarm mode", never},
    {"POST", "/configs/{id}/update", "swarm mode", never},
});

// The longest pattern first is what the order of the table gives: a literal path before the pattern that
// would take it.
Result<> refuse(const Missing &entry)
{
    return fail(ErrorKind::NotSupported, "{} {}", entry.what, entry.when);
}

} // namespace

Routes unsupportedRoutes()
{
    Routes routes;
    for (const Missing &entry : missing) {
        // A transfer, so that a body of any size (a build context) is refused without being read.
        routes.push_back({entry.method, entry.pattern,
                          TransferHandler([&entry](const Request &, api::ByteSource &, TransferSink &) {
                              return refuse(entry);
                          })});
    }
    return routes;
}

Routes allRoutes(const Backends &backends)
{
    Routes routes;
    const auto add = [&routes](Routes more) {
        routes.insert(routes.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
    };
    add(systemRoutes(backends));
    add(diskUsageRoutes(backends.containers, backends.images, backends.volumes, backends.builds));
    add(buildRoutes(backends.builds));
    add(buildRecordRoutes(backends.builds));
    add(eventRoutes(backends.events));
    add(containerRoutes(backends.containers));
    add(containerActionRoutes(backends.containers));
    add(containerStatsRoutes(backends.containers));
    add(containerStreamRoutes(backends.containers));
    add(containerFileRoutes(backends.containers));
    add(fileRoutes(backends.containers));
    add(execRoutes(backends.containers));
    add(registryRoutes(backends.images, backends.registries));
    add(imageRoutes(backends.images, backends.containers));
    add(imageContentRoutes(backends.images, backends.containers));
    add(networkRoutes(backends.networks, backends.containers));
    add(volumeRoutes(backends.volumes));
    add(volumeArchiveRoutes(backends.volumes, backends.containers));
    add(launchRoutes(backends.containers));
    add(quaysideRoutes(backends.images, backends.containers));
    add(checkpointRoutes(backends.containers));
    add(delegateRoutes(backends.containers));
    add(unsupportedRoutes());
    return routes;
}

} // namespace quayside::server
