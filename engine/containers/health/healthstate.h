// The health of a container as dockerd counts it: pure, so that tests decide the time.
// Sources: the contract, "HealthConfig" and "Health"; Dockerfile reference, HEALTHCHECK.
#pragma once

#include "engine/api/types/container.h"
#include "engine/api/types/health.h"
#include "engine/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

enum class HealthStatus : std::uint8_t { None, Starting, Healthy, Unhealthy };
std::string_view text(HealthStatus status); // "none", "starting", …
HealthStatus healthStatusFrom(std::string_view text);

// One run of the check. Times are UTC nanoseconds.
struct ProbeResult {
    std::int64_t startNs = 0, endNs = 0;
    std::int64_t exitCode = 0; // -1: it could not be run, or took too long
    std::string output;        // at most maxProbeOutput bytes, and "..." where there was more
};
inline constexpr std::size_t maxProbeOutput = 4096;
inline constexpr std::size_t probesKept = 5;

// None where the container has no check.
struct HealthState {
    using Log = std::vector<ProbeResult>;
    HealthStatus status = HealthStatus::None;
    std::int64_t failingStreak = 0;
    // Oldest first, never changed in place: states are copied for every list.
    std::shared_ptr<const Log> log;
};
api::Health view(const HealthState &state);

// The check of a container with Docker's defaults filled in.
struct HealthCheck {
    using Duration = std::chrono::nanoseconds;
    std::vector<std::string> argv;
    Duration interval{}, timeout{}, startPeriod{}, startInterval{};
    std::int64_t retries = 0;
};
// Nothing: the configuration has no check, or NONE.
std::optional<HealthCheck> healthCheckOf(const api::ContainerConfig &config);
// InvalidArgument in dockerd's words.
Result<> checkHealthConfig(const std::optional<api::HealthConfig> &config);

void beginRun(HealthState &state); // starting, with the log of the run before
void endRun(HealthState &state);   // who does not run is not healthy
// Counts a result. Failures in the start period do not count before the first success.
void note(HealthState &state, const HealthCheck &check, ProbeResult result, std::int64_t runStartedNs);
// From now to the next probe.
HealthCheck::Duration untilNextProbe(const HealthState &state, const HealthCheck &check,
                                     std::int64_t runStartedNs, std::int64_t nowNs);

} // namespace quayside::containers
