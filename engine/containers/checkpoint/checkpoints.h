// Running containers written down (CRIU), to go on from there later, or in another container.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/checkpoint.h"
#include "engine/base/result.h"

#include <string>
#include <vector>

namespace quayside::containers
{

// Thread-safe; calls block for as long as CRIU works. `ref` as in Containers.
class Checkpoints
{
public:
    virtual ~Checkpoints() = default;
    using Peer = access::Peer;

    // NotSupported: this machine cannot do it, or not for this container. Conflict: it does not run, or has
    // a checkpoint of that name. After an error it runs on.
    virtual Result<> create(const Peer &, const std::string &ref,
                            const api::CheckpointCreateRequest &request) = 0;
    virtual Result<std::vector<api::Checkpoint>> list(const Peer &, const std::string &ref) = 0;
    virtual Result<> remove(const Peer &, const std::string &ref, const std::string &name) = 0;
    // The container, which is stopped, goes on from there. The checkpoint stays.
    virtual Result<> start(const Peer &, const std::string &ref, const std::string &name) = 0;
    // A new container, of the image and the files of this one, which is stopped, goes on from there: its id.
    virtual Result<std::string> move(const Peer &, const std::string &ref, const std::string &name,
                                     const std::string &newName) = 0;
};

} // namespace quayside::containers
