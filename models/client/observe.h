// Calls about what a container does: its use of the machine, its processes, what it changed, its limits.
// As all calls: see engineclient.h. Sources: Docker Engine API 1.51, /containers/{id}/stats, top, changes,
// update.
#pragma once

#include "models/client/engineclient.h"

namespace quayside::client
{

// One sample of /stats, flattened to what is shown. Counters only grow; -1: the engine does not tell.
struct StatsSample {
    std::int64_t time = 0;                 // ns since 1970, the engine's clock; 0: the container does not run
    std::int64_t cpu = -1;                 // ns of all CPUs together that it has used
    std::int64_t systemCpu = -1;           // ns of all CPUs together that the machine has used or idled
    int cpus = 1;                          // of the machine
    std::int64_t memory = -1;              // bytes without the page cache that can be dropped
    std::int64_t memoryLimit = -1;         // bytes; the machine's memory where there is no limit
    std::int64_t received = -1, sent = -1; // bytes over all of its interfaces
    std::int64_t read = -1, written = -1;  // bytes from and to disks
    std::int64_t processes = -1;
};
Result<StatsSample> parseStats(std::string_view json);

// A sample about every second until it is cancelled, the container is removed or the engine ends it.
Call followStats(EngineClient &client, const std::string &id, QObject *context,
                 std::function<void(const StatsSample &)> onSample, Done<void> onEnd);

struct ProcessTable {
    std::vector<std::string> titles;
    std::vector<std::vector<std::string>> rows; // as many cells as titles
};
Result<ProcessTable> parseProcesses(std::string_view json);
// Conflict: it does not run. arguments: of ps; empty: the engine's own choice.
Call processes(EngineClient &client, const std::string &id, const std::string &arguments, QObject *context,
               Done<ProcessTable> done);

enum class PathChangeKind { Modified, Added, Deleted };
struct PathChange {
    std::string path; // absolute, in the container
    PathChangeKind kind = PathChangeKind::Modified;
};
Result<std::vector<PathChange>> parseChanges(std::string_view json);
Call pathChanges(EngineClient &client, const std::string &id, QObject *context,
                 Done<std::vector<PathChange>> done);

// What is absent stays as it is.
struct LimitsUpdate {
    std::optional<std::int64_t> memory, memorySwap; // bytes; 0: no limit; memorySwap -1: no limit
    std::optional<std::int64_t> nanoCpus;           // 0: no limit
    std::optional<std::int64_t> pids;               // 0: no limit
    std::optional<std::string> restartPolicy;       // no, always, unless-stopped, on-failure
    std::optional<int> restartRetries;
};
// Warnings of the engine, sentences.
Call updateLimits(EngineClient &client, const std::string &id, const LimitsUpdate &limits, QObject *context,
                  Done<std::vector<std::string>> done);

} // namespace quayside::client
