#include "engine/containers/launches/launchesservice.h"

#include "engine/containers/launches/recordings.h"

namespace quayside::containers
{

namespace
{

class NothingMore final : public Containers::WaitHandle
{
};

} // namespace

std::shared_ptr<HeldLaunch> LaunchesService::heldOf(const ContainerPtr &container)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_held.find(container->id);
    return found == m_held.end() ? nullptr : found->second;
}

Result<std::shared_ptr<HeldLaunch>> LaunchesService::findHeld(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_host.find(peer, ref));
    auto held = heldOf(container);
    if (!held)
        return fail(ErrorKind::Conflict, "nothing is held: there is no launch of {} that goes on", ref);
    return held;
}

Result<std::shared_ptr<HeldLaunch>> LaunchesService::begin(const ContainerPtr &container)
{
    const std::scoped_lock operation(container->operation);
    const std::scoped_lock lock(m_mutex);
    for (auto &thread : m_ended)
        thread.join();
    m_ended.clear();
    if (m_ending)
        return fail(ErrorKind::Unavailable, "the engine is about to end: try again when it is back");
    TRY(const Fd folder, m_host.openFolder(container->id));
    CHECK(m_host.begin(container));
    auto held = std::make_shared<HeldLaunch>(container, lastRecording(folder) + 1, m_host.held);
    m_held[container->id] = held;
    std::thread thread([this, held] { run(held); });
    const auto id = thread.get_id();
    m_threads.emplace(id, std::move(thread));
    return held;
}

void LaunchesService::run(const std::shared_ptr<HeldLaunch> &held)
{
    const auto &container = held->container();
    {
        std::unique_lock operation(container->operation);
        held->useLock(operation);
        auto done = m_host.launch(container, *held);
        held->end(std::move(done));
    }
    if (!held->aborted())
        keep(container, held->now());
    const std::scoped_lock lock(m_mutex);
    m_held.erase(container->id);
    if (auto self = m_threads.extract(std::this_thread::get_id())) // else end() waits for it
        m_ended.push_back(std::move(self.mapped()));
}

Result<> LaunchesService::hold(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_host.find(peer, ref));
    TRY(const auto held, begin(container));
    held->waitSettled();
    return held->result();
}

Result<> LaunchesService::next(const Peer &peer, const std::string &ref, const Way &way)
{
    TRY(const auto held, findHeld(peer, ref));
    CHECK(held->goOn(way));
    held->waitSettled(); // how it went is what the launch says
    return {};
}

Result<> LaunchesService::abort(const Peer &peer, const std::string &ref)
{
    TRY(const auto held, findHeld(peer, ref));
    CHECK(held->abort());
    held->waitOver();
    return {};
}

bool LaunchesService::abortHeld(const ContainerPtr &container)
{
    const auto held = heldOf(container);
    if (!held)
        return false;
    const bool aborted = held->abort().has_value();
    held->waitOver();
    return aborted;
}

Result<api::Launch> LaunchesService::lastOf(const ContainerPtr &container)
{
    {
        const std::scoped_lock lock(container->mutex);
        if (container->lastStart)
            return *container->lastStart;
    }
    TRY(const Fd folder, m_host.openFolder(container->id));
    const long last = lastRecording(folder);
    if (last == 0)
        return fail(ErrorKind::NotFound, "container {} has no recording of a start: start it first",
                    container->id.substr(0, 12));
    return readRecording(folder, last);
}

Result<api::Launch> LaunchesService::now(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_host.find(peer, ref));
    if (const auto held = heldOf(container))
        return held->now();
    return lastOf(container);
}

Result<std::unique_ptr<Containers::WaitHandle>> LaunchesService::follow(const Peer &peer,
                                                                        const std::string &ref, Told told)
{
    TRY(const auto container, m_host.find(peer, ref));
    if (const auto held = heldOf(container))
        return held->follow(std::move(told));
    TRY(const auto last, lastOf(container));
    told(std::make_shared<const std::string>(encode(last)), true);
    return std::make_unique<NothingMore>();
}

Result<std::vector<api::LaunchStart>> LaunchesService::starts(const Peer &peer, const std::string &ref)
{
    TRY(const auto container, m_host.find(peer, ref));
    {
        const std::scoped_lock lock(container->mutex);
        if (const auto &last = container->lastStart)
            return std::vector<api::LaunchStart>{
                {last->number, last->started, last->durationNs, last->held, last->failed}};
    }
    TRY(const Fd folder, m_host.openFolder(container->id));
    return listRecordings(folder);
}

Result<api::Launch> LaunchesService::start(const Peer &peer, const std::string &ref, long number)
{
    TRY(const auto container, m_host.find(peer, ref));
    {
        const std::scoped_lock lock(container->mutex);
        if (container->lastStart && container->lastStart->number == number)
            return *container->lastStart;
    }
    TRY(const Fd folder, m_host.openFolder(container->id));
    return readRecording(folder, number);
}

void LaunchesService::keep(const ContainerPtr &container, api::Launch launch)
{
    const std::scoped_lock writing(m_writing);
    {
        const std::scoped_lock lock(container->mutex);
        if (container->removing || container->removed)
            return;
        if (container->record.hostConfig.autoRemove) { // its files are gone with its end
            launch.number = 1;
            container->lastStart = std::make_shared<const api::Launch>(std::move(launch));
            return;
        }
    }
    // What cannot be written (a full disk) is one recording less.
    if (const auto folder = m_host.openFolder(container->id))
        (void)addRecording(*folder, std::move(launch));
}

void LaunchesService::end()
{
    std::vector<std::shared_ptr<HeldLaunch>> going;
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
        for (const auto &[id, held] : m_held)
            going.push_back(held);
    }
    for (const auto &held : going)
        (void)held->abort(); // else it is at its last step, and ends by itself
    for (;;) {
        std::vector<std::thread> threads;
        {
            const std::scoped_lock lock(m_mutex);
            threads = std::exchange(m_ended, {});
            for (auto &[id, thread] : m_threads)
                threads.push_back(std::move(thread));
            m_threads.clear();
            if (threads.empty())
                return;
        }
        for (auto &thread : threads)
            thread.join();
    }
}

} // namespace quayside::containers
