#include "engine/containers/health/healthstate.h"

#include "engine/containers/state/times.h"

#include <algorithm>

namespace quayside::containers
{

namespace
{

using namespace std::chrono_literals;

constexpr HealthCheck::Duration defaultInterval = 30s, defaultTimeout = 30s, defaultStartInterval = 5s;
constexpr std::int64_t defaultRetries = 3;
constexpr std::int64_t shortest = 1'000'000; // nanoseconds

HealthCheck::Duration orDefault(std::int64_t given, HealthCheck::Duration otherwise)
{
    return given > 0 ? HealthCheck::Duration(given) : otherwise;
}

bool inStartPeriod(const HealthCheck &check, std::int64_t runStartedNs, std::int64_t atNs)
{
    return atNs - runStartedNs < check.startPeriod.count();
}

} // namespace

std::string_view text(HealthStatus status)
{
    switch (status) {
    case HealthStatus::None:
        return "none";
    case HealthStatus::Starting:
        return "starting";
    case HealthStatus::Healthy:
        return "healthy";
    case HealthStatus::Unhealthy:
        return "unhealthy";
    }
    return "none";
}

HealthStatus healthStatusFrom(std::string_view word)
{
    for (const auto status : {HealthStatus::Starting, HealthStatus::Healthy, HealthStatus::Unhealthy})
        if (word == text(status))
            return status;
    return HealthStatus::None;
}

api::Health view(const HealthState &state)
{
    api::Health health{.status = std::string(text(state.status)), .failingStreak = state.failingStreak};
    if (state.log)
        for (const auto &probe : *state.log)
            health.log.push_back(
                {rfc3339(probe.startNs), rfc3339(probe.endNs), probe.exitCode, probe.output});
    return health;
}

std::optional<HealthCheck> healthCheckOf(const api::ContainerConfig &config)
{
    if (!config.healthcheck || config.healthcheck->test.size() < 2)
        return std::nullopt;
    const auto &given = *config.healthcheck;
    const auto &kind = given.test.front();
    HealthCheck check;
    if (kind == "CMD-SHELL") {
        check.argv = config.shell.empty() ? std::vector<std::string>{"/bin/sh", "-c"} : config.shell;
        check.argv.push_back(given.test[1]);
    } else if (kind == "CMD") {
        check.argv.assign(given.test.begin() + 1, given.test.end());
    } else {
        return std::nullopt;
    }
    check.interval = orDefault(given.interval, defaultInterval);
    check.timeout = orDefault(given.timeout, defaultTimeout);
    check.startPeriod = orDefault(given.startPeriod, 0s);
    check.startInterval = orDefault(given.startInterval, defaultStartInterval);
    check.retries = given.retries > 0 ? given.retries : defaultRetries;
    return check;
}

Result<> checkHealthConfig(const std::optional<api::HealthConfig> &config)
{
    if (!config)
        return {};
    const std::pair<const char *, std::int64_t> durations[] = {{"Interval", config->interval},
                                                               {"Timeout", config->timeout},
                                                               {"StartPeriod", config->startPeriod},
                                                               {"StartInterval", config->startInterval}};
    for (const auto &[name, value] : durations)
        if (value != 0 && value < shortest)
            return fail(ErrorKind::InvalidArgument, "{} in Healthcheck cannot be less than 1ms", name);
    if (config->retries < 0)
        return fail(ErrorKind::InvalidArgument, "Retries in Healthcheck cannot be negative");
    if (config->test.empty() || config->test.front() == "NONE")
        return {};
    const auto &kind = config->test.front();
    if (kind != "CMD" && kind != "CMD-SHELL")
        return fail(ErrorKind::InvalidArgument,
                    "Unknown healthcheck type '{}': Test starts with NONE, CMD or CMD-SHELL",
                    kind.substr(0, 64));
    if (config->test.size() < 2 || config->test[1].empty())
        return fail(ErrorKind::InvalidArgument, "the health check is of type {} and has no command", kind);
    if (kind == "CMD-SHELL" && config->test.size() > 2)
        return fail(ErrorKind::InvalidArgument,
                    "the health check is of type CMD-SHELL, which takes one command; it has {}",
                    config->test.size() - 1);
    return {};
}

void beginRun(HealthState &state)
{
    state.status = HealthStatus::Starting;
    state.failingStreak = 0;
}

void endRun(HealthState &state)
{
    if (state.status != HealthStatus::None)
        state.status = HealthStatus::Unhealthy;
}

void note(HealthState &state, const HealthCheck &check, ProbeResult result, std::int64_t runStartedNs)
{
    const bool failed = result.exitCode != 0;
    const bool forgiven =
        state.status == HealthStatus::Starting && inStartPeriod(check, runStartedNs, result.startNs);
    auto log = state.log ? *state.log : HealthState::Log();
    if (log.size() >= probesKept)
        log.erase(log.begin(), log.end() - (probesKept - 1));
    log.push_back(std::move(result));
    state.log = std::make_shared<const HealthState::Log>(std::move(log));
    if (!failed) {
        state.failingStreak = 0;
        state.status = HealthStatus::Healthy;
    } else if (!forgiven && ++state.failingStreak >= check.retries) {
        state.status = HealthStatus::Unhealthy;
    }
}

HealthCheck::Duration untilNextProbe(const HealthState &state, const HealthCheck &check,
                                     std::int64_t runStartedNs, std::int64_t now)
{
    const bool starting = state.status == HealthStatus::Starting && inStartPeriod(check, runStartedNs, now);
    return starting ? check.startInterval : check.interval;
}

} // namespace quayside::containers
