#include "engine/containers/launches/heldlaunch.h"

#include <algorithm>
#include <fcntl.h>

namespace quayside::containers
{

namespace
{

using isolation::StepId;

class FollowHandle final : public Containers::WaitHandle
{
public:
    FollowHandle(std::shared_ptr<HeldLaunch> launch, std::shared_ptr<LaunchFollower> follower)
        : m_launch(std::move(launch)), m_follower(std::move(follower))
    {
    }
    ~FollowHandle() override
    {
        m_follower->cancel();
        m_launch->forget(m_follower);
    }

private:
    std::shared_ptr<HeldLaunch> m_launch;
    std::shared_ptr<LaunchFollower> m_follower;
};

} // namespace

HeldLaunch::HeldLaunch(ContainerPtr container, long number, Host host)
    : m_container(std::move(container)), m_number(number), m_host(std::move(host))
{
}

void HeldLaunch::planned(const isolation::LaunchPlan &plan)
{
    const std::scoped_lock lock(m_mutex);
    LaunchTrace::planned(plan);
}

void HeldLaunch::began(StepId step)
{
    const std::scoped_lock lock(m_mutex);
    LaunchTrace::began(step);
}

void HeldLaunch::ended(StepId step)
{
    const std::scoped_lock lock(m_mutex);
    LaunchTrace::ended(step);
}

void HeldLaunch::told(const isolation::StepTimes &times)
{
    const std::scoped_lock lock(m_mutex);
    LaunchTrace::told(times);
}

void HeldLaunch::called(std::string_view lines)
{
    const std::scoped_lock lock(m_mutex);
    LaunchTrace::called(lines);
}

void HeldLaunch::created(std::int32_t pid, const Fd &process)
{
    const std::scoped_lock lock(m_mutex);
    LaunchTrace::created(pid, process);
    const std::scoped_lock inside(m_container->mutex);
    m_container->held.pid = pid;
    m_container->held.process.reset(::fcntl(process.get(), F_DUPFD_CLOEXEC, 3));
}

// What the process has become by now, for exec.
void HeldLaunch::noteHeld(int index)
{
    const std::scoped_lock inside(m_container->mutex);
    m_container->held.entered = index > indexOf(StepId::UserNamespace);
    // Of a lab only with its mounts locked: whoever may mount could undo them.
    m_container->held.pivoted = index > indexOf(StepId::Pivot) && index > indexOf(StepId::LockMounts);
}

Result<> HeldLaunch::before(StepId step)
{
    int index;
    {
        const std::scoped_lock lock(m_mutex);
        index = indexOf(step);
        if (index < 0) // not of this plan: there is nothing to it
            return {};
        m_at = index;
        noteHeld(index);
        m_held = index >= m_target && !m_aborted;
    }
    tell();
    std::unique_lock lock(m_mutex);
    if (m_held) {
        lock.unlock();
        m_host.held(*m_container, isolation::infoOf(step).name);
        m_operation->unlock();
        lock.lock();
        m_changed.notify_all();
        auto turn = waitTurn(lock, index);
        lock.unlock();
        m_operation->lock();
        CHECK(turn);
        tell();
    } else {
        const bool aborted = m_aborted;
        lock.unlock();
        if (aborted)
            return fail(ErrorKind::Cancelled, "the launch was aborted");
    }
    return step == StepId::Exec ? m_host.committing(*m_container) : Result<>{};
}

Result<> HeldLaunch::waitTurn(std::unique_lock<std::mutex> &lock, int index)
{
    while (!m_aborted && m_target <= index) {
        m_changed.wait_until(lock, m_seen + m_host.patience);
        const auto now = std::chrono::steady_clock::now();
        if (!m_followers.empty())
            m_seen = now;
        m_aborted = m_aborted || (m_target <= index && now >= m_seen + m_host.patience);
    }
    m_held = false;
    if (m_aborted)
        return fail(ErrorKind::Cancelled, "the launch was aborted");
    return {};
}

Result<> HeldLaunch::result() const
{
    const std::scoped_lock lock(m_mutex);
    return m_result;
}

void HeldLaunch::end(Result<> result)
{
    {
        const std::scoped_lock lock(m_mutex);
        finish(result || m_aborted ? "" : result.error().message);
        m_result = std::move(result);
        m_held = false;
        m_over = true;
        if (m_result)
            m_at = static_cast<int>(steps().size());
        const std::scoped_lock inside(m_container->mutex);
        m_container->launching = false;
        m_container->held = {};
    }
    tell();
    m_changed.notify_all();
}

api::Launch HeldLaunch::launchNow() const
{
    auto launch = view();
    launch.number = m_number;
    launch.at = m_at;
    if (m_held)
        launch.state = "held";
    if (m_aborted && m_over)
        launch.state = "aborted";
    return launch;
}

api::Launch HeldLaunch::now()
{
    const std::scoped_lock lock(m_mutex);
    m_seen = std::chrono::steady_clock::now();
    return launchNow();
}

std::string HeldLaunch::stepName() const
{
    const std::scoped_lock lock(m_mutex);
    const auto at = static_cast<std::size_t>(m_at);
    return at < steps().size() ? isolation::infoOf(steps()[at]).name : "";
}

// The reader's part, without the container's locks.
void HeldLaunch::tell()
{
    const std::scoped_lock telling(m_telling);
    std::vector<std::shared_ptr<LaunchFollower>> followers;
    std::shared_ptr<const std::string> json;
    bool over;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_followers.empty())
            return;
        followers = m_followers;
        json = std::make_shared<const std::string>(encode(launchNow()));
        over = m_over;
    }
    for (const auto &follower : followers)
        follower->tell(json, over);
}

Result<> HeldLaunch::goOn(const Launches::Way &way)
{
    const std::scoped_lock lock(m_mutex);
    m_seen = std::chrono::steady_clock::now();
    if (!m_held)
        return fail(ErrorKind::Conflict, "nothing is held: the launch of {} is {}",
                    m_container->id.substr(0, 12), m_over ? "over" : "taking a step");
    const auto last = static_cast<int>(steps().size());
    int target = last;
    if (!way.to.empty()) {
        const auto named = std::ranges::find_if(
            steps(), [&](StepId step) { return way.to == isolation::infoOf(step).name; });
        target = static_cast<int>(named - steps().begin());
        if (named == steps().end() || target <= m_at)
            return fail(ErrorKind::InvalidArgument, "the launch has no step {} before it", way.to);
    } else if (!way.all) {
        if (way.steps < 1 || way.steps > last)
            return fail(ErrorKind::InvalidArgument, "steps is {}: it must be between 1 and {}", way.steps,
                        last);
        target = std::min(m_at + static_cast<int>(way.steps), last);
    }
    m_target = target;
    m_held = false;
    m_changed.notify_all();
    return {};
}

Result<> HeldLaunch::abort()
{
    const std::scoped_lock lock(m_mutex);
    if (m_over || m_target >= static_cast<int>(steps().size()) + (steps().empty() ? 1 : 0))
        return fail(ErrorKind::Conflict, "nothing is held: the launch of {} has gone on to its end",
                    m_container->id.substr(0, 12));
    m_aborted = true;
    m_changed.notify_all();
    return {};
}

bool HeldLaunch::aborted() const
{
    const std::scoped_lock lock(m_mutex);
    return m_aborted;
}

void HeldLaunch::waitSettled()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_held || m_over; });
}

void HeldLaunch::waitOver()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_over; });
}

std::unique_ptr<Containers::WaitHandle> HeldLaunch::follow(Launches::Told told)
{
    auto follower = std::make_shared<LaunchFollower>(std::move(told));
    const std::scoped_lock telling(m_telling);
    std::shared_ptr<const std::string> json;
    bool over;
    {
        const std::scoped_lock lock(m_mutex);
        m_followers.push_back(follower);
        json = std::make_shared<const std::string>(encode(launchNow()));
        over = m_over;
    }
    follower->tell(json, over);
    return std::make_unique<FollowHandle>(shared_from_this(), std::move(follower));
}

void HeldLaunch::forget(const std::shared_ptr<LaunchFollower> &follower)
{
    const std::scoped_lock lock(m_mutex);
    m_seen = std::chrono::steady_clock::now();
    std::erase(m_followers, follower);
    m_changed.notify_all();
}

} // namespace quayside::containers
