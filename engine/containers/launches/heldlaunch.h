// One launch that is held before each step: the thread that launches waits in here for whoever steps it.
#pragma once

#include "engine/containers/launches/launches.h"
#include "engine/containers/launches/launchtrace.h"
#include "engine/containers/state/container.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace quayside::containers
{

class LaunchFollower
{
public:
    explicit LaunchFollower(Launches::Told told) : m_told(std::move(told)) {}
    void tell(const std::shared_ptr<const std::string> &json, bool over)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_told)
            m_told(json, over);
    }
    // After return nothing is told any more.
    void cancel()
    {
        const std::scoped_lock lock(m_mutex);
        m_told = nullptr;
    }

private:
    std::recursive_mutex m_mutex;
    Launches::Told m_told;
};

// Thread-safe but for what LaunchObserver says. Locks: `operation` of the container, then m_telling, then
// m_mutex, then the container's `mutex`.
class HeldLaunch final : public LaunchTrace, public std::enable_shared_from_this<HeldLaunch>
{
public:
    struct Host {
        std::function<void(const Container &, const std::string &step)> held; // it stops here
        std::function<Result<>(Container &)> committing;                      // the next thing is the command
        std::chrono::steady_clock::duration patience;                         // without any client
    };
    HeldLaunch(ContainerPtr container, long number, Host host);

    // The launching thread holds `operation` through this lock, except while the launch is held.
    void useLock(std::unique_lock<std::mutex> &operation) { m_operation = &operation; }
    void planned(const isolation::LaunchPlan &plan) override;
    void began(isolation::StepId step) override;
    void ended(isolation::StepId step) override;
    void told(const isolation::StepTimes &times) override;
    void called(std::string_view lines) override;
    void created(std::int32_t pid, const Fd &process) override;
    [[nodiscard]] bool holds() const override { return true; }
    Result<> before(isolation::StepId step) override;

    void end(Result<> result);
    [[nodiscard]] Result<> result() const; // so far

    [[nodiscard]] const ContainerPtr &container() const { return m_container; }
    [[nodiscard]] api::Launch now();
    [[nodiscard]] std::string stepName() const; // the next one's
    // As Launches::next and abort, without waiting.
    Result<> goOn(const Launches::Way &way);
    Result<> abort();
    [[nodiscard]] bool aborted() const;
    // Until it is held or over.
    void waitSettled();
    void waitOver();
    std::unique_ptr<Containers::WaitHandle> follow(Launches::Told told);
    void forget(const std::shared_ptr<LaunchFollower> &follower);

private:
    [[nodiscard]] api::Launch launchNow() const; // m_mutex held
    void tell();
    Result<> waitTurn(std::unique_lock<std::mutex> &lock, int index);
    void noteHeld(int index);

    const ContainerPtr m_container;
    const long m_number;
    const Host m_host;
    std::unique_lock<std::mutex> *m_operation = nullptr;

    std::mutex m_telling; // one change is told to all before the next
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_at = 0, m_target = 0; // up to where it may go
    bool m_held = false, m_aborted = false, m_over = false;
    Result<> m_result;
    std::chrono::steady_clock::time_point m_seen = std::chrono::steady_clock::now();
    std::vector<std::shared_ptr<LaunchFollower>> m_followers;
};

} // namespace quayside::containers
