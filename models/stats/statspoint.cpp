#include "models/stats/statspoint.h"

namespace quayside::models
{

namespace
{

double rate(std::int64_t before, std::int64_t now, double seconds)
{
    return before < 0 || now < before || seconds <= 0 ? -1 : double(now - before) / seconds;
}

// Where the engine tells the machine's own time, that is the measure (as `docker stats` has it), else the
// clock.
double cpuPercent(const client::StatsSample &before, const client::StatsSample &now, double seconds)
{
    if (before.cpu < 0 || now.cpu < before.cpu)
        return -1;
    const double used = double(now.cpu - before.cpu);
    if (before.systemCpu >= 0 && now.systemCpu > before.systemCpu)
        return used / double(now.systemCpu - before.systemCpu) * now.cpus * 100;
    return seconds > 0 ? used / (seconds * 1e9) * 100 : -1;
}

} // namespace

StatsPoint pointBetween(const client::StatsSample &before, const client::StatsSample &now)
{
    const double seconds = double(now.time - before.time) / 1e9;
    StatsPoint point;
    point.time = now.time / 1'000'000;
    point.set(Measure::Cpu, cpuPercent(before, now, seconds));
    point.set(Measure::Memory, double(now.memory));
    point.set(Measure::Programs, double(now.parts.programs));
    point.set(Measure::Shared, double(now.parts.shared));
    point.set(Measure::Kernel, double(now.parts.kernel));
    point.set(Measure::Cache, double(now.parts.cache));
    point.set(Measure::Swap, double(now.parts.swap));
    point.set(Measure::Received, rate(before.received, now.received, seconds));
    point.set(Measure::Sent, rate(before.sent, now.sent, seconds));
    point.set(Measure::Read, rate(before.read, now.read, seconds));
    point.set(Measure::Written, rate(before.written, now.written, seconds));
    point.set(Measure::Processes, double(now.processes));
    point.set(Measure::CpuPressure, now.cpuPressure.some);
    point.set(Measure::MemoryPressure, now.memoryPressure.some);
    point.set(Measure::IoPressure, now.ioPressure.some);
    return point;
}

} // namespace quayside::models
