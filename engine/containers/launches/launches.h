// Launches that are held before each of their steps, and recordings of the last starts.
#pragma once

#include "engine/access/access.h"
#include "engine/api/types/launch.h"
#include "engine/containers/containers.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::containers
{

// Thread-safe. `ref` as in Containers.
class Launches
{
public:
    virtual ~Launches() = default;
    using Peer = access::Peer;

    // Begins a launch and returns when it is held before its first step. NotModified: it runs; Conflict: a
    // launch of it goes on.
    virtual Result<> hold(const Peer &, const std::string &ref) = 0;
    struct Way {
        long steps = 1;
        std::string to; // before the step of this name
        bool all = false;
    };
    // Goes on, and returns when it is held again or over. Conflict: nothing is held; InvalidArgument: no such
    // step, or it is behind.
    virtual Result<> next(const Peer &, const std::string &ref, const Way &way) = 0;
    // As if it had never been begun. Conflict: nothing is held.
    virtual Result<> abort(const Peer &, const std::string &ref) = 0;
    // Of the launch that goes on, else of the last start. NotFound: it was never started.
    virtual Result<api::Launch> now(const Peer &, const std::string &ref) = 0;
    // Calls `told` with that launch as JSON at once, and again at each change, on some engine thread; `over`
    // with the last. Whoever follows is a client: without one a launch is aborted in the end.
    using Told = std::function<void(std::shared_ptr<const std::string> json, bool over)>;
    virtual Result<std::unique_ptr<Containers::WaitHandle>> follow(const Peer &, const std::string &ref,
                                                                   Told told) = 0;
    // The last ones, the newest first.
    virtual Result<std::vector<api::LaunchStart>> starts(const Peer &, const std::string &ref) = 0;
    virtual Result<api::Launch> start(const Peer &, const std::string &ref, long number) = 0;
};

} // namespace quayside::containers
