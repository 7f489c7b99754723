#include "engine/containers/health/monitor.h"

#include "engine/containers/state/times.h"

namespace quayside::containers
{

void HealthMonitor::begin(const ContainerPtr &container)
{
    {
        const std::scoped_lock lock(container->mutex);
        if (!healthCheckOf(container->record.config))
            return;
        beginRun(container->state.health);
    }
    resume(container);
}

void HealthMonitor::resume(const ContainerPtr &container)
{
    auto watched = std::make_shared<Watched>();
    {
        const std::scoped_lock lock(container->mutex);
        auto check = healthCheckOf(container->record.config);
        if (!check)
            return;
        watched->check = *std::move(check);
    }
    stop(container);
    {
        const std::scoped_lock lock(m_mutex);
        m_watched[container->id] = watched;
    }
    schedule(container, watched);
}

void HealthMonitor::stop(const ContainerPtr &container)
{
    std::shared_ptr<Probe> running;
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_watched.find(container->id);
        if (found == m_watched.end())
            return;
        auto &watched = *found->second;
        watched.stopped = true;
        running = std::move(watched.probe);
        if (watched.timer != 0)
            m_watcher.cancel(watched.timer);
        m_watched.erase(found);
    }
    if (running)
        running->cancel();
}

// Docker counts the interval from the end of one check to the start of the next.
void HealthMonitor::schedule(const ContainerPtr &container, const WatchedPtr &watched)
{
    HealthCheck::Duration delay;
    {
        const std::scoped_lock lock(container->mutex);
        delay = untilNextProbe(container->state.health, watched->check, container->state.startedNs, nowNs());
    }
    const std::scoped_lock lock(m_mutex);
    if (watched->stopped)
        return;
    watched->timer =
        m_watcher.after(std::chrono::ceil<std::chrono::milliseconds>(delay), [this, container, watched] {
            m_workers.post([this, container, watched] { probe(container, watched); });
        });
}

void HealthMonitor::probe(const ContainerPtr &container, const WatchedPtr &watched)
{
    auto probe = std::make_shared<Probe>(
        m_watcher, m_workers, watched->check.timeout,
        [this, container, watched](ProbeResult result) { finished(container, watched, std::move(result)); });
    {
        const std::scoped_lock lock(m_mutex);
        if (watched->stopped)
            return;
        watched->probe = probe;
    }
    auto process = m_host.run(container, watched->check.argv, [probe](int code) { probe->ended(code); });
    if (process)
        probe->started(*std::move(process));
    else
        probe->failed(process.error().message);
}

void HealthMonitor::finished(const ContainerPtr &container, const WatchedPtr &watched, ProbeResult result)
{
    bool changed = false;
    {
        const std::scoped_lock lock(m_mutex, container->mutex);
        if (watched->stopped)
            return;
        watched->probe.reset();
        auto &health = container->state.health;
        const auto before = health.status;
        note(health, watched->check, std::move(result), container->state.startedNs);
        changed = health.status != before;
    }
    m_host.counted(container, changed);
    schedule(container, watched);
}

} // namespace quayside::containers
