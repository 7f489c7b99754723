// Who reads or writes a container's files right now.
#pragma once

#include "engine/base/fd.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers::files
{

enum class SessionKind : std::uint8_t {
    Mounts, // a child that has the root of a stopped container mounted: nobody else may meanwhile
    Enters, // a child inside a running container
    Walks,  // no child: the engine goes through the container's own folder
};

struct Session {
    SessionKind kind = SessionKind::Walks;
    std::string endedBy; // "started", "removed": why it was ended
    Fd process;          // pidfd of the child, once it is there
};

// Thread-safe. The sessions of all containers.
class Sessions
{
public:
    class Place; // one session's place in the registry; leaves with this object
    // Nothing for one that mounts where another holds the root: waitForRoot(), then try again.
    std::shared_ptr<Place> tryEnter(const std::string &containerId, SessionKind kind);
    void waitForRoot(const std::string &containerId);
    // Waits until no session has the container's root mounted, and ends those that still have it after
    // `patience`: no child of theirs is left when this returns.
    void clear(const std::string &containerId, std::chrono::milliseconds patience, std::string_view why);
    // The same at once, and tells those that walk, too.
    void end(const std::string &containerId, std::string_view why);

private:
    friend class Place;
    [[nodiscard]] std::vector<std::shared_ptr<Session>> sessionsOf(const std::string &containerId) const;
    [[nodiscard]] bool holdsRoot(const std::string &containerId) const;
    void endChildren(const std::string &containerId, std::string_view why);
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::multimap<std::string, std::shared_ptr<Session>> m_sessions;
};

class Sessions::Place
{
public:
    Place(Sessions &sessions, std::string containerId, std::shared_ptr<Session> session);
    ~Place();
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    // The child is there: who clears the container may end it. False: that has happened already.
    bool started(const Fd &process);
    void ended();                              // it has gone by itself
    [[nodiscard]] std::string endedBy() const; // empty: nobody
private:
    Sessions &m_sessions;
    const std::string m_id;
    const std::shared_ptr<Session> m_session;
};

} // namespace quayside::containers::files
