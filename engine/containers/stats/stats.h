// What containers use, once or every second.
#pragma once

#include "engine/api/types/stats.h"
#include "engine/containers/containers.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::containers
{

// Thread-safe.
class Stats
{
public:
    using Peer = access::Peer;
    virtual ~Stats() = default;

    struct Snapshot {
        bool running = false;
        api::ContainerStats stats; // without precpu; of a container that does not run: id and name only
    };
    virtual Result<Snapshot> now(const Peer &peer, const std::string &ref) = 0;

    // Whole ids of what the peer may see. NotFound: one is not there.
    virtual Result<std::vector<std::string>> find(const Peer &peer, const std::vector<std::string> &refs) = 0;
    // One sample of each container that runs and that the peer may see: JSON lines, the last one ends the
    // round (docs/extensions.md, /quayside/stats). ids: only these; empty: all. Nothing is kept in between.
    virtual std::string round(const Peer &peer, const std::vector<std::string> &ids) = 0;

    // Calls `sampled` once a second, on some engine thread, with one JSON object; all that follow a container
    // get the same one. Its precpu is what the sample before it had; the first has none. Of a container that
    // does not run: id and name only. The last call comes with null, when the container is gone.
    using Sampled = std::function<void(std::shared_ptr<const std::string>)>;
    virtual Result<std::unique_ptr<Containers::WaitHandle>> follow(const Peer &peer, const std::string &ref,
                                                                   Sampled sampled) = 0;
};

} // namespace quayside::containers
