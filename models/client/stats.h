// What containers use of the machine. As all calls: see engineclient.h.
// Sources: Docker Engine API 1.51, /containers/{id}/stats; docs/extensions.md, /quayside/stats.
#pragma once

#include "models/client/engineclient.h"

namespace quayside::client
{

// Bytes; -1: not told. What is in two parts counts in one only.
struct MemoryParts {
    std::int64_t programs = -1; // anonymous memory
    std::int64_t shared = -1;   // tmpfs and shared memory
    std::int64_t cache = -1;    // of files
    std::int64_t kernel = -1;
    std::int64_t swap = -1; // on disk: besides the others
};

// Percent of the last ten seconds in which some process (full: every one that had something to do) waited.
// -1: not told.
struct Pressure {
    double some = -1, full = -1;
};

// One sample, flattened to what is shown. Counters only grow; -1: the engine does not tell.
struct StatsSample {
    std::string id;                        // of the container; empty where the engine does not say
    std::int64_t time = 0;                 // ns since 1970, the engine's clock; 0: the container does not run
    std::int64_t cpu = -1;                 // ns of all CPUs together that it has used
    std::int64_t systemCpu = -1;           // ns of all CPUs together that the machine has used or idled
    int cpus = 1;                          // of the machine
    std::int64_t memory = -1;              // bytes without the page cache that can be dropped
    std::int64_t memoryLimit = -1;         // bytes; the machine's memory where there is no limit
    MemoryParts parts;                     // of all its memory, the page cache included
    std::int64_t received = -1, sent = -1; // bytes over all of its interfaces
    std::int64_t read = -1, written = -1;  // bytes from and to disks
    std::int64_t processes = -1;
    std::int64_t processLimit = -1; // -1: none, or not told
    Pressure cpuPressure, memoryPressure, ioPressure;
};
Result<StatsSample> parseStats(std::string_view json);

// A sample about every second until it is cancelled, the container is removed or the engine ends it.
Call followStats(EngineClient &client, const std::string &id, QObject *context,
                 std::function<void(const StatsSample &)> onSample, Done<void> onEnd);
// One sample, at once.
Call statsOnce(EngineClient &client, const std::string &id, QObject *context, Done<StatsSample> done);

// A line of /quayside/stats: a sample, or the end of a round.
struct StatsLine {
    std::optional<std::int64_t> round; // containers that it had
    StatsSample sample;
};
Result<StatsLine> parseStatsLine(std::string_view json);
// All running containers, in rounds; our engine only (feature "stats-stream"). A round that this program is
// too slow for is left out.
Call followAllStats(EngineClient &client, int intervalMilliseconds, QObject *context,
                    std::function<void(const StatsLine &)> onLine, Done<void> onEnd);

} // namespace quayside::client
