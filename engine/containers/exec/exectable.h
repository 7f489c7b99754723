// The commands that run, or ran, in containers beside their first process.
#pragma once

#include "engine/api/types/exec.h"
#include "engine/base/fd.h"
#include "engine/containers/state/container.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace quayside::containers
{

struct Exec {
    Exec(std::string execId, std::string container, api::ExecCreateRequest given)
        : id(std::move(execId)), containerId(std::move(container)), request(std::move(given))
    {
    }
    const std::string id, containerId;
    const api::ExecCreateRequest request;

    std::mutex mutex; // guards the rest
    bool started = false, running = false, ended = false;
    bool kept = true;   // for a while after its end, for those who ask for its exit code
    bool heard = false; // its end has been read from `control`: the hang-up that follows says nothing more
    std::optional<std::int64_t> exitCode;
    std::int32_t pid = 0;
    Fd control, stage, terminal; // terminal: a dup of the pty master, for resize
    Watcher::Token watch = 0;
    std::vector<std::shared_ptr<Waiter>> waiters;
};
using ExecPtr = std::shared_ptr<Exec>;

// "exec_start: sh -c ls", as Docker names these events.
std::string execEvent(const char *what, const Exec &exec);

// Thread-safe.
class ExecTable
{
public:
    void add(const ExecPtr &exec)
    {
        const std::scoped_lock lock(m_mutex);
        m_execs[exec->id] = exec;
    }
    [[nodiscard]] ExecPtr find(const std::string &id) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_execs.find(id);
        return found == m_execs.end() ? nullptr : found->second;
    }
    void remove(const std::string &id)
    {
        const std::scoped_lock lock(m_mutex);
        m_execs.erase(id);
    }

private:
    mutable std::mutex m_mutex;
    std::map<std::string, ExecPtr> m_execs;
};

} // namespace quayside::containers
