// A container's use of the machine at one moment, as rates that can be drawn.
#pragma once

#include "models/client/stats.h"

#include <QtTypes>

#include <array>

namespace quayside::models
{

enum class Measure {
    Cpu,    // percent of one CPU: 200 is two whole ones
    Memory, // bytes, without the page cache that can be dropped
    Programs,
    Shared,
    Kernel,
    Cache,
    Swap,     // these five: client::MemoryParts
    Received, // bytes a second, these four
    Sent,
    Read,
    Written,
    Processes,
    CpuPressure, // percent of the time in which something waited, these three
    MemoryPressure,
    IoPressure
};
constexpr std::size_t measureCount = 15;

struct StatsPoint {
    qint64 time = 0; // ms since 1970
    std::array<float, measureCount> values;

    StatsPoint() { values.fill(-1); } // -1: not known
    [[nodiscard]] float of(Measure measure) const { return values[std::size_t(measure)]; }
    void set(Measure measure, double value) { values[std::size_t(measure)] = float(value); }
};

// Between two samples of one container. A counter that became smaller began anew with its container: that
// rate is not known.
StatsPoint pointBetween(const client::StatsSample &before, const client::StatsSample &now);

} // namespace quayside::models
