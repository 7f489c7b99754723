// Launches, implemented: the launches that are held, a thread for each, and where recordings are.
#pragma once

#include "engine/containers/launches/heldlaunch.h"

#include <map>
#include <thread>

namespace quayside::containers
{

class LaunchesService final : public Launches
{
public:
    // What it needs of the service that owns it. `operation` of the container is held in those that take one.
    struct Host {
        std::function<Result<ContainerPtr>(const Peer &, const std::string &ref)> find;
        std::function<Result<>(const ContainerPtr &)> begin; // whether it may be; marks it as launching
        std::function<Result<>(const ContainerPtr &, HeldLaunch &)> launch;
        std::function<Result<Fd>(const std::string &id)> openFolder;
        HeldLaunch::Host held;
    };
    explicit LaunchesService(Host host) : m_host(std::move(host)) {}
    ~LaunchesService() override { end(); }

    Result<> hold(const Peer &, const std::string &ref) override;
    Result<> next(const Peer &, const std::string &ref, const Way &way) override;
    Result<> abort(const Peer &, const std::string &ref) override;
    Result<api::Launch> now(const Peer &, const std::string &ref) override;
    Result<std::unique_ptr<Containers::WaitHandle>> follow(const Peer &, const std::string &ref,
                                                           Told told) override;
    Result<std::vector<api::LaunchStart>> starts(const Peer &, const std::string &ref) override;
    Result<api::Launch> start(const Peer &, const std::string &ref, long number) override;

    // Keeps the recording of a start, unless the container is going.
    void keep(const ContainerPtr &container, api::Launch launch);
    // After return nothing is written any more for a container that is marked as removing.
    void settle() { const std::scoped_lock writing(m_writing); }
    // Whether there was one; it is over then. Without `operation`.
    bool abortHeld(const ContainerPtr &container);
    // Aborts all, and takes no more.
    void end();

private:
    [[nodiscard]] std::shared_ptr<HeldLaunch> heldOf(const ContainerPtr &container);
    Result<std::shared_ptr<HeldLaunch>> findHeld(const Peer &peer, const std::string &ref);
    Result<std::shared_ptr<HeldLaunch>> begin(const ContainerPtr &container);
    Result<api::Launch> lastOf(const ContainerPtr &container);
    void run(const std::shared_ptr<HeldLaunch> &held);

    const Host m_host;
    std::mutex m_mutex, m_writing;
    bool m_ending = false;
    std::map<std::string, std::shared_ptr<HeldLaunch>> m_held; // by container
    std::map<std::thread::id, std::thread> m_threads;
    std::vector<std::thread> m_ended; // to be joined
};

} // namespace quayside::containers
