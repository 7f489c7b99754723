#include "engine/storage/removalqueue.h"

#include "engine/storage/folders.h"
#include "engine/storage/removetree.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace quayside::storage
{

RemovalQueue::RemovalQueue(Fd trash) : m_trash(std::move(trash))
{
    if (auto left = entriesOf(m_trash.get())) {
        for (std::string &name : *left)
            enqueue(std::move(name));
    }
}

RemovalQueue::~RemovalQueue()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

Result<> RemovalQueue::remove(int parent, const std::string &name)
{
    std::string aside = randomName("t");
    if (::renameat(parent, name.c_str(), m_trash.get(), aside.c_str()) != 0) {
        if (errno == ENOENT)
            return {};
        return failErrno(errno, "moving {} to the trash", name);
    }
    enqueue(std::move(aside));
    return {};
}

void RemovalQueue::enqueue(std::string name)
{
    const std::lock_guard lock(m_mutex);
    m_names.push_back(std::move(name));
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
    m_changed.notify_all();
}

void RemovalQueue::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_names.empty() && !m_busy; });
}

// Nobody waits for a deletion, and where many containers come and go it would slow down those that start: it takes the
// time that nobody else wants. Not SCHED_IDLE: it holds locks of the file system, and would keep them too long.
// Where very many wait all the same, the room on the disk matters more.
static void standBack(std::size_t waiting)
{
    constexpr std::size_t many = 256;
    // Of this thread (setpriority(2), Notes).
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), waiting > many ? 0 : 19);
}

void RemovalQueue::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_names.empty(); })) {
        const std::string name = std::move(m_names.front());
        m_names.pop_front();
        m_busy = true;
        standBack(m_names.size());
        lock.unlock();
        removeOne(name, stop);
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

// An error leaves the rest in the trash: the next start tries again. So does, a few times, a folder that is
// not empty after all: the unpacking child of a killed engine writes on for the moment that it needs to
// notice.
void RemovalQueue::removeOne(const std::string &name, const std::stop_token &stop)
{
    constexpr int attempts = 20;
    if (::unlinkat(m_trash.get(), name.c_str(), 0) == 0)
        return;
    const Fd folder(::openat(m_trash.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    for (int i = 0; folder && i < attempts && !stop.stop_requested(); ++i) {
        if (i > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        const auto removed = removeContents(folder.get(), [&stop] { return stop.stop_requested(); });
        if (removed && ::unlinkat(m_trash.get(), name.c_str(), AT_REMOVEDIR) == 0)
            return;
        if (removed ? errno != ENOTEMPTY : removed.error().errnum != ENOTEMPTY)
            return;
    }
}

} // namespace quayside::storage
