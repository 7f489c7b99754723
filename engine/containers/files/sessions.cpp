#include "engine/containers/files/sessions.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>

namespace quayside::containers::files
{
namespace
{

// A child is gone when its pidfd can be read: its mounts went before (do_exit() in the kernel).
bool isGone(const Fd &process)
{
    pollfd ended{process.get(), POLLIN, 0};
    return ::poll(&ended, 1, 0) == 1;
}

} // namespace

std::vector<std::shared_ptr<Session>> Sessions::sessionsOf(const std::string &containerId) const
{
    std::vector<std::shared_ptr<Session>> found;
    const auto [first, last] = m_sessions.equal_range(containerId);
    for (auto entry = first; entry != last; ++entry)
        found.push_back(entry->second);
    return found;
}

// Whoever has its client still waiting, but no child any more, holds nothing.
bool Sessions::holdsRoot(const std::string &containerId) const
{
    return std::ranges::any_of(sessionsOf(containerId), [](const auto &session) {
        return session->kind != SessionKind::Walks && !(session->process && isGone(session->process));
    });
}

std::shared_ptr<Sessions::Place> Sessions::tryEnter(const std::string &containerId, SessionKind kind)
{
    auto session = std::make_shared<Session>();
    session->kind = kind;
    const std::scoped_lock lock(m_mutex);
    if (kind == SessionKind::Mounts && holdsRoot(containerId))
        return {};
    m_sessions.emplace(containerId, session);
    return std::make_shared<Place>(*this, containerId, std::move(session));
}

void Sessions::waitForRoot(const std::string &containerId)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return !holdsRoot(containerId); });
}

void Sessions::endChildren(const std::string &containerId, std::string_view why)
{
    std::unique_lock lock(m_mutex);
    const auto sessions = sessionsOf(containerId);
    for (const auto &session : sessions) {
        if (session->kind == SessionKind::Walks)
            continue;
        session->endedBy = why;
        // One that is just being started sees endedBy in started() and ends its child itself.
        m_changed.wait(lock, [&] {
            return session->process || !std::ranges::contains(sessionsOf(containerId), session);
        });
        if (!session->process)
            continue;
        ::syscall(SYS_pidfd_send_signal, session->process.get(), SIGKILL, nullptr, 0);
        pollfd ended{session->process.get(), POLLIN, 0};
        while (::poll(&ended, 1, -1) < 0 && errno == EINTR) {
        }
    }
}

void Sessions::clear(const std::string &containerId, std::chrono::milliseconds patience, std::string_view why)
{
    {
        std::unique_lock lock(m_mutex);
        if (m_changed.wait_for(lock, patience, [&] { return !holdsRoot(containerId); }))
            return;
    }
    endChildren(containerId, why);
}

void Sessions::end(const std::string &containerId, std::string_view why)
{
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &session : sessionsOf(containerId))
            session->endedBy = why;
    }
    endChildren(containerId, why);
}

Sessions::Place::Place(Sessions &sessions, std::string containerId, std::shared_ptr<Session> session)
    : m_sessions(sessions), m_id(std::move(containerId)), m_session(std::move(session))
{
}

Sessions::Place::~Place()
{
    {
        const std::scoped_lock lock(m_sessions.m_mutex);
        auto [first, last] = m_sessions.m_sessions.equal_range(m_id);
        const auto own = std::find_if(first, last, [this](const auto &e) { return e.second == m_session; });
        if (own != last)
            m_sessions.m_sessions.erase(own);
    }
    m_sessions.m_changed.notify_all();
}

bool Sessions::Place::started(const Fd &process)
{
    {
        const std::scoped_lock lock(m_sessions.m_mutex);
        m_session->process = Fd(::fcntl(process.get(), F_DUPFD_CLOEXEC, 3));
    }
    m_sessions.m_changed.notify_all();
    return endedBy().empty();
}

void Sessions::Place::ended()
{
    m_sessions.m_changed.notify_all();
}

std::string Sessions::Place::endedBy() const
{
    const std::scoped_lock lock(m_sessions.m_mutex);
    return m_session->endedBy;
}

} // namespace quayside::containers::files
