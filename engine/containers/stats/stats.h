// What containers use, once or every second.
#pragma once

#include "engine/api/types/stats.h"
#include "engine/containers/containers.h"

#include <functional>
#include <memory>
#include <string>

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

    // Calls `sampled` once a second, on some engine thread, with one JSON object; all that follow a container
    // get the same one. Its precpu is what the sample before it had; the first has none. Of a container that
    // does not run: id and name only. The last call comes with null, when the container is gone.
    using Sampled = std::function<void(std::shared_ptr<const std::string>)>;
    virtual Result<std::unique_ptr<Containers::WaitHandle>> follow(const Peer &peer, const std::string &ref,
                                                                   Sampled sampled) = 0;
};

} // namespace quayside::containers
