// Images out of Dockerfiles: the backend of POST /build and of what belongs to it.
#pragma once

#include "engine/access/access.h"
#include "engine/api/stream/bytestream.h"
#include "engine/api/types/hostconfig.h"
#include "engine/base/result.h"
#include "engine/build/cache/cache.h"
#include "engine/build/graph/graph.h"
#include "engine/build/history/history.h"
#include "engine/images/registry/credentials.h"

#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace quayside
{
class Records;
namespace containers
{
class Containers;
}
namespace images
{
class Images;
}
namespace storage
{
class LayerStore;
}
} // namespace quayside

namespace quayside::build
{

class SshAgent; // secrets/agent.h

struct BuildRequest {
    std::string dockerfile = "Dockerfile"; // its path in the context
    std::string remote;                    // a context to fetch: git or http(s); "": the request's body
    std::shared_ptr<const Fd>
        directory; // that the peer has open (takeDirectory()): the context in place of the body
    std::vector<std::string> tags;
    BuildArgs arguments;
    std::map<std::string, std::string> labels;
    std::string target, platform;
    std::vector<std::string> cacheFrom; // images whose history counts as cache
    bool noCache = false, pull = false, quiet = false;
    // Limits, hosts and network of every RUN. networkMode "": bridge.
    api::HostConfig host;
    std::map<std::string, images::Credentials> credentials; // by registry, as X-Registry-Config names it
    // takeOutput(): gets the target's files; then an image is made only where there are tags.
    std::shared_ptr<const Fd> tar;
    std::map<std::string, std::shared_ptr<const Fd>> secrets; // by id: takeSecret()
    std::map<std::string, std::shared_ptr<SshAgent>> agents;  // by id, as --ssh names them: SshAgent::take()
};

struct BuildEvent {
    enum class Kind {
        Stream, // text as a terminal shows it, with its line ends
        Json,   // one object of a pull's progress
        Image,  // the id of what was built
        Record, // the id of its record, before all others
    };
    Kind kind = Kind::Stream;
    std::string text;
    bool more = false; // another one follows at once: this one need not be sent by itself
};

struct BuildError {
    Error error;
    int exitCode = 0; // of a RUN that failed; else 0
};
using BuildOutcome = std::expected<std::string, BuildError>; // the image's id; "": none was asked for

// Thread-safe.
class Builds
{
public:
    struct Services {
        Records &records;
        images::Images &images;
        containers::Containers &containers;
        storage::LayerStore &layers;
        Cache &cache;
        History &history;
        api::EventSink events{};                   // "builder" prune
        std::string workerFile = "/proc/self/exe"; // unpacks: images/unpack/unpack.h
        // Of what only a user's cache holds, once a build of that user ends. 0: a tenth of the file system,
        // and at least 2 GB.
        std::uint64_t cacheBytes = 0;
    };
    // Sweeps what a dead engine left.
    static Result<std::unique_ptr<Builds>> open(const std::string &root, Services services);
    virtual ~Builds() = default;

    using Peer = access::Peer;
    // Blocks until it is done. `body`: the context as a tar, read first. `sink` is called by one thread at a
    // time; the build ends soon after `cancelled`, asked several times a second by the same, says so
    // (Cancelled). What was finished until an error is in the cache.
    virtual BuildOutcome build(const Peer &, const BuildRequest &request, api::ByteSource &body,
                               const std::function<void(const BuildEvent &)> &sink,
                               const std::function<bool()> &cancelled) = 0;

    struct Pruned {
        std::vector<std::string> ids;
        std::uint64_t bytes = 0;
    };
    // Forgets steps of the peer's cache and removes the layers that nothing else has.
    virtual Result<Pruned> prune(const Peer &, const PruneRequest &request) = 0;
    // For `system df`: most recently used first.
    struct Usage {
        CachedStep step;
        bool shared = false; // an image has its layer as well
    };
    virtual std::vector<Usage> usage(const Peer &) const = 0;

    // What was built: see history.h.
    virtual History &history() = 0;
    // An image without a name of the files and the configuration as they were after a step, labelled
    // quayside.build and quayside.build.step: another one each time, for one container, with which it goes;
    // of a command that failed with what it had changed until then. Conflict: it was not run, or its layers
    // are gone.
    virtual Result<api::BuildStepImage> enter(const Peer &, const std::string &build, int step) = 0;
    // A container was removed: `image` as its configuration names it.
    virtual void containerGone(const std::string &image) = 0;
    // Removes a record, and the layers that only it has kept.
    virtual Result<> forget(const Peer &, const std::string &build) = 0;
};

} // namespace quayside::build
