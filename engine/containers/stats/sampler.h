// One sampler for all that follow: each second it measures each container that somebody follows, once.
// While nobody follows it has no timer and nothing wakes.
#pragma once

#include "engine/containers/state/container.h"
#include "engine/containers/state/watcher.h"
#include "engine/containers/state/workers.h"
#include "engine/containers/stats/snapshot.h"
#include "engine/containers/stats/stats.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace quayside::containers
{

// Thread-safe. Timers come from the watcher, the measuring is a job of a worker: both outlive this, or have
// stopped before it goes.
class Sampler final : public Stats
{
public:
    struct Sources {
        std::function<Result<ContainerPtr>(const Peer &, const std::string &)> find;
        std::function<std::vector<ContainerPtr>()> all;
        std::function<Result<isolation::cgroups::Measured>(const std::string &id)> measure;
        std::function<HostUse()> host = hostUse;
    };
    Sampler(Sources sources, Watcher &watcher, Workers &workers);

    Result<Snapshot> now(const Peer &peer, const std::string &ref) override;
    Result<std::vector<std::string>> find(const Peer &peer, const std::vector<std::string> &refs) override;
    std::string round(const Peer &peer, const std::vector<std::string> &ids) override;
    Result<std::unique_ptr<Containers::WaitHandle>> follow(const Peer &peer, const std::string &ref,
                                                           Sampled sampled) override;

private:
    // Cancelling waits for a call that is under way, but not for one that cancels itself.
    struct Follower {
        std::recursive_mutex mutex;
        Sampled sampled; // empty: cancelled
        void call(const std::shared_ptr<const std::string> &json);
    };
    class Handle;
    struct Subject {
        ContainerPtr container;
        std::vector<std::shared_ptr<Follower>> followers;
        api::ContainerStats last; // of the sample before; without an id: there was none
    };

    struct Registry {
        std::mutex mutex;
        std::map<std::string, Subject> subjects; // by container
        bool ticking = false;                    // a timer or a job is on its way
    };

    Snapshot snapshot(const ContainerPtr &container, const HostUse &host) const;
    void schedule(std::chrono::milliseconds delay); // registry's mutex held
    void tick();
    void sample(const std::string &id, const HostUse &host);

    const Sources m_sources;
    Watcher &m_watcher;
    Workers &m_workers;
    const std::shared_ptr<Registry> m_registry = std::make_shared<Registry>();
};

} // namespace quayside::containers
