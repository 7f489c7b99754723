// Calls about what a container does: its processes, what it changed, its limits. Its use of the machine:
// stats.h. As all calls: see engineclient.h. Sources: Docker Engine API 1.51, /containers/{id}/top, changes,
// update.
#pragma once

#include "models/client/engineclient.h"

namespace quayside::client
{

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
    std::optional<std::int64_t> memory, memorySwap; // bytes; -1: no limit (memory: engines with limits-away)
    std::optional<std::int64_t> nanoCpus;           // -1: no limit (engines with limits-away)
    std::optional<std::int64_t> cpuPeriod,
        cpuQuota;                             // microseconds; another way to limit CPUs; quota -1: none
    std::optional<std::int64_t> pids;         // 0: no limit
    std::optional<std::string> restartPolicy; // no, always, unless-stopped, on-failure
    std::optional<int> restartRetries;
};
// Warnings of the engine, sentences.
Call updateLimits(EngineClient &client, const std::string &id, const LimitsUpdate &limits, QObject *context,
                  Done<std::vector<std::string>> done);

} // namespace quayside::client
