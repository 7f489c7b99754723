// Runs the health checks of running containers. One without a check costs nothing, one with a check costs a
// timer.
#pragma once

#include "engine/containers/health/healthstate.h"
#include "engine/containers/health/probe.h"
#include "engine/containers/state/container.h"
#include "engine/containers/state/watcher.h"
#include "engine/containers/state/workers.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace quayside::containers
{

// Thread-safe. No call may be made with a container's mutex held.
class HealthMonitor
{
public:
    // What it needs of the service.
    struct Host {
        // Starts the command in the container, as an exec. `ended` is called once, later or at once, on any
        // thread.
        std::function<Result<ProbeProcess>(const ContainerPtr &, const std::vector<std::string> &argv,
                                           std::function<void(int exitCode)> ended)>
            run;
        // After a result was counted in the container's state. `changed`: its status became another.
        std::function<void(const ContainerPtr &, bool changed)> counted;
    };
    HealthMonitor(Watcher &watcher, Workers &workers, Host host)
        : m_watcher(watcher), m_workers(workers), m_host(std::move(host))
    {
    }

    // A run has begun: starting. Nothing happens where the container has no check.
    void begin(const ContainerPtr &container);
    // It goes on: after a pause, or found again by a new engine.
    void resume(const ContainerPtr &container);
    // It has ended, or is paused: a check that runs is killed, and its result does not count.
    void stop(const ContainerPtr &container);

private:
    // One container's, from begin or resume to stop.
    struct Watched {
        HealthCheck check;
        std::shared_ptr<Probe> probe; // the one that runs
        Watcher::Token timer = 0;
        bool stopped = false;
    };
    using WatchedPtr = std::shared_ptr<Watched>;

    void schedule(const ContainerPtr &container, const WatchedPtr &watched);
    void probe(const ContainerPtr &container, const WatchedPtr &watched);
    void finished(const ContainerPtr &container, const WatchedPtr &watched, ProbeResult result);

    Watcher &m_watcher;
    Workers &m_workers;
    const Host m_host;
    std::mutex m_mutex;                          // guards the rest, and every Watched
    std::map<std::string, WatchedPtr> m_watched; // by container
};

} // namespace quayside::containers
