// HealthConfig, Health and HealthcheckResult of the contract.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

// Times in nanoseconds; 0: inherit from the image.
struct HealthConfig {
    std::vector<std::string> test; // ["NONE"], ["CMD", …], ["CMD-SHELL", command]; empty: inherit
    std::int64_t interval = 0, timeout = 0, retries = 0, startPeriod = 0, startInterval = 0;
};

struct HealthcheckResult {
    std::string start, end; // RFC 3339
    std::int64_t exitCode = 0;
    std::string output;
};

struct Health {
    std::string status; // none, starting, healthy, unhealthy
    std::int64_t failingStreak = 0;
    std::vector<HealthcheckResult> log;
};

} // namespace quayside::api
