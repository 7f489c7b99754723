// One run of a health check: its output is read while it runs, and it is killed where it takes too long.
#pragma once

#include "engine/base/fd.h"
#include "engine/containers/health/healthstate.h"
#include "engine/containers/state/watcher.h"
#include "engine/containers/state/workers.h"

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace quayside::containers
{

// The command as the engine holds it: reading ends of its output (non-blocking) and its pidfd.
struct ProbeProcess {
    Fd output, error, process;
};

// Thread-safe. Held by those who will call back, so that it lives as long as it is needed.
class Probe : public std::enable_shared_from_this<Probe>
{
public:
    using Done = std::function<void(ProbeResult)>;
    // `done` is called once, on a worker thread, unless cancel() came first.
    Probe(Watcher &watcher, Workers &workers, HealthCheck::Duration timeout, Done done);

    void started(ProbeProcess process);
    void failed(const std::string &why); // it never ran
    void ended(int exitCode);            // may come before started()
    // Kills what runs; nobody wants to know how it ends.
    void cancel();

private:
    void watch(const Fd &stream, Watcher::Token &token);
    void read();
    void readSome(std::size_t most);
    bool drain(Fd &stream, std::size_t &budget);
    void kill() const;
    void timedOut();
    void complete();
    void release();
    [[nodiscard]] std::string outputText() const;

    Watcher &m_watcher;
    Workers &m_workers;
    const HealthCheck::Duration m_timeout;
    const std::int64_t m_startNs;

    std::mutex m_mutex; // guards the rest
    Done m_done;        // empty: it has been told
    ProbeProcess m_process;
    bool m_started = false, m_tooLong = false, m_reading = false, m_truncated = false;
    std::optional<int> m_exitCode;
    std::string m_output;
    Watcher::Token m_watches[2] = {}, m_timer = 0;
};

} // namespace quayside::containers
