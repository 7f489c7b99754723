#include "engine/containers/stats/sampler.h"

#include "engine/containers/state/times.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

constexpr auto period = 1000ms;

// /proc/PID/net/dev of a process that is still the one that `process` refers to: a number may be given anew.
std::map<std::string, api::NetworkStats> networksOf(std::int32_t pid, const Fd &process)
{
    const std::string path = std::format("/proc/{}/net/dev", pid);
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text(16384, '\0'); // some 120 bytes an interface
    std::size_t size = 0;
    while (file && size < text.size()) {
        const ssize_t got = ::read(file.get(), text.data() + size, text.size() - size);
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    const bool same = ::syscall(SYS_pidfd_send_signal, process.get(), 0, nullptr, 0) == 0;
    return same ? parseNetDev(text) : std::map<std::string, api::NetworkStats>();
}

} // namespace

class Sampler::Handle final : public Containers::WaitHandle
{
public:
    Handle(std::shared_ptr<Registry> registry, std::string id, std::shared_ptr<Follower> follower)
        : m_registry(std::move(registry)), m_id(std::move(id)), m_follower(std::move(follower))
    {
    }
    ~Handle() override
    {
        {
            const std::scoped_lock lock(m_follower->mutex);
            m_follower->sampled = nullptr;
        }
        const std::scoped_lock lock(m_registry->mutex);
        const auto subject = m_registry->subjects.find(m_id);
        if (subject == m_registry->subjects.end())
            return;
        std::erase(subject->second.followers, m_follower);
        if (subject->second.followers.empty())
            m_registry->subjects.erase(subject);
    }

private:
    std::shared_ptr<Registry> m_registry; // a client may let go when the engine's services have gone
    const std::string m_id;
    std::shared_ptr<Follower> m_follower;
};

void Sampler::Follower::call(const std::shared_ptr<const std::string> &json)
{
    const std::scoped_lock lock(mutex);
    if (sampled)
        sampled(json);
}

Sampler::Sampler(Sources sources, Watcher &watcher, Workers &workers)
    : m_sources(std::move(sources)), m_watcher(watcher), m_workers(workers)
{
}

Stats::Snapshot Sampler::snapshot(const ContainerPtr &container, const HostUse &host) const
{
    Snapshot snapshot;
    Fd process;
    std::int32_t pid = 0;
    {
        const std::scoped_lock lock(container->mutex);
        snapshot.stats.id = container->id;
        snapshot.stats.name = "/" + container->record.name;
        if (!container->runs())
            return snapshot;
        pid = container->state.pid;
        if (container->record.hostConfig.networkMode != "host") // the host's interfaces are not its own
            process.reset(::fcntl(container->run.process.get(), F_DUPFD_CLOEXEC, 3));
    }
    const auto measured = m_sources.measure(container->id);
    if (!measured) // it has ended meanwhile
        return snapshot;
    snapshot.running = true;
    snapshot.stats.read = rfc3339(nowNs());
    addMeasured(snapshot.stats, *measured, host);
    if (process)
        snapshot.stats.networks = networksOf(pid, process);
    return snapshot;
}

Result<Stats::Snapshot> Sampler::now(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_sources.find(peer, ref));
    return snapshot(container, m_sources.host());
}

Result<std::vector<std::string>> Sampler::find(const Peer &peer, const std::vector<std::string> &refs)
{
    std::vector<std::string> ids;
    for (const auto &ref : refs) {
        TRY(const auto container, m_sources.find(peer, ref));
        ids.push_back(container->id);
    }
    return ids;
}

std::string Sampler::round(const Peer &peer, const std::vector<std::string> &ids)
{
    const HostUse host = m_sources.host();
    std::string lines;
    std::int64_t count = 0;
    for (const auto &container : m_sources.all()) {
        if (!ids.empty() && std::ranges::find(ids, container->id) == ids.end())
            continue;
        {
            const std::scoped_lock lock(container->mutex);
            if (container->removed || container->record.step || !container->runs() ||
                !access::mayUse(peer, container->record.owner.uid, container->record.delegates))
                continue;
        }
        const Snapshot taken = snapshot(container, host);
        if (!taken.running)
            continue;
        lines += encode(sumsOf(taken.stats, nowNs())) + "\n";
        ++count;
    }
    return lines + encode(api::StatsRound{count}) + "\n";
}

Result<std::unique_ptr<Containers::WaitHandle>> Sampler::follow(const Peer &peer, const std::string &ref,
                                                                Sampled sampled)
{
    TRY(const auto container, m_sources.find(peer, ref));
    auto follower = std::make_shared<Follower>();
    follower->sampled = std::move(sampled);
    const std::scoped_lock lock(m_registry->mutex);
    auto &subject = m_registry->subjects[container->id];
    subject.container = container;
    subject.followers.push_back(follower);
    if (!m_registry->ticking)
        schedule(0ms);
    return std::make_unique<Handle>(m_registry, container->id, std::move(follower));
}

void Sampler::schedule(std::chrono::milliseconds delay)
{
    m_registry->ticking = true;
    m_watcher.after(delay, [this] { m_workers.post([this] { tick(); }); });
}

void Sampler::tick()
{
    const auto begun = Watcher::Clock::now();
    std::vector<std::string> ids;
    {
        const std::scoped_lock lock(m_registry->mutex);
        for (const auto &[id, subject] : m_registry->subjects)
            ids.push_back(id);
    }
    const HostUse host = ids.empty() ? HostUse() : m_sources.host();
    for (const auto &id : ids)
        sample(id, host);
    const std::scoped_lock lock(m_registry->mutex);
    m_registry->ticking = false;
    if (m_registry->subjects.empty())
        return;
    const auto spent = std::chrono::duration_cast<std::chrono::milliseconds>(Watcher::Clock::now() - begun);
    schedule(std::max<std::chrono::milliseconds>(period - spent, 10ms));
}

void Sampler::sample(const std::string &id, const HostUse &host)
{
    ContainerPtr container;
    std::vector<std::shared_ptr<Follower>> followers;
    api::ContainerStats before;
    {
        const std::scoped_lock lock(m_registry->mutex);
        const auto subject = m_registry->subjects.find(id);
        if (subject == m_registry->subjects.end())
            return;
        container = subject->second.container;
        followers = subject->second.followers;
        before = subject->second.last;
    }
    bool removed;
    {
        const std::scoped_lock lock(container->mutex);
        removed = container->removed;
    }
    std::shared_ptr<const std::string> json;
    if (!removed) {
        auto taken = snapshot(container, host);
        if (taken.running && !before.id.empty()) {
            taken.stats.preread = before.read;
            taken.stats.precpu = before.cpu;
        }
        json = std::make_shared<const std::string>(encode(taken.stats));
        const std::scoped_lock lock(m_registry->mutex);
        if (const auto subject = m_registry->subjects.find(id); subject != m_registry->subjects.end())
            subject->second.last = taken.running ? std::move(taken.stats) : api::ContainerStats();
    }
    for (const auto &follower : followers)
        follower->call(json);
    if (removed) {
        const std::scoped_lock lock(m_registry->mutex);
        m_registry->subjects.erase(id);
    }
}

} // namespace quayside::containers
