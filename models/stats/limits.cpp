#include "models/stats/limits.h"

#include <algorithm>
#include <cmath>

namespace quayside::models
{

namespace
{

constexpr double leastMemory = 6 << 20;       // what engines refuse to go below
constexpr std::int64_t usualPeriod = 100'000; // microseconds
constexpr double leastCpus = 0.05, leastProcesses = 1;

double leastOf(Limit limit)
{
    return limit == Limit::Memory ? leastMemory : limit == Limit::Cpus ? leastCpus : leastProcesses;
}

// Of the values around this one.
double stepAt(Limit limit, double value)
{
    if (limit == Limit::Cpus)
        return value < 2 ? 0.05 : value < 8 ? 0.25 : 1;
    const double step = std::exp2(std::floor(std::log2(std::max(value, 1.0))) - 4);
    return std::max(step, limit == Limit::Memory ? double(1 << 18) : 1.0);
}

// By a quota where a number of CPUs could not be taken away again.
void limitCpus(client::LimitsUpdate &update, double value, bool byNumber)
{
    if (byNumber) {
        update.nanoCpus = value == 0 ? -1 : std::int64_t(std::llround(value * 100)) * 10'000'000;
        return;
    }
    update.cpuQuota = value == 0 ? -1 : std::int64_t(std::llround(value * 100)) * usualPeriod / 100;
    if (value > 0)
        update.cpuPeriod = usualPeriod;
}

} // namespace

double limitOf(Limit limit, const api::HostConfig &config)
{
    switch (limit) {
    case Limit::Memory:
        return double(std::max<std::int64_t>(0, config.memory));
    case Limit::Cpus:
        if (config.nanoCpus > 0)
            return double(config.nanoCpus) / 1e9;
        return config.cpuQuota > 0
                   ? double(config.cpuQuota) / double(config.cpuPeriod > 0 ? config.cpuPeriod : usualPeriod)
                   : 0;
    case Limit::Processes:
        return double(std::max<std::int64_t>(0, config.pidsLimit.value_or(0)));
    }
    return 0;
}

double snappedLimit(Limit limit, double value)
{
    const double step = stepAt(limit, value);
    return std::max(leastOf(limit), std::round(value / step) * step);
}

double steppedLimit(Limit limit, double value, bool up, bool far)
{
    if (far)
        return snappedLimit(limit, up ? value * 2 : value / 2);
    const double step = stepAt(limit, up ? value : value * 0.999); // below a boundary the steps are smaller
    return std::max(leastOf(limit), (std::round(value / step) + (up ? 1 : -1)) * step);
}

bool canTakeAway(Limit limit, const api::HostConfig &before, bool limitsAway)
{
    return limitsAway || limit == Limit::Processes || (limit == Limit::Cpus && before.nanoCpus == 0);
}

client::LimitsUpdate limitUpdate(Limit limit, double value, const api::HostConfig &before, bool limitsAway)
{
    client::LimitsUpdate update;
    switch (limit) {
    case Limit::Memory: {
        const auto memory = std::int64_t(value);
        update.memory = memory == 0 ? -1 : memory;
        if (memory == 0 || before.memorySwap <= 0 || memory > before.memorySwap)
            update.memorySwap = memory == 0 ? -1 : memory * 2;
        break;
    }
    case Limit::Cpus:
        limitCpus(update, value, limitsAway || before.nanoCpus > 0);
        break;
    case Limit::Processes:
        update.pids = std::llround(value);
        break;
    }
    return update;
}

} // namespace quayside::models
