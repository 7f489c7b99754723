#include "engine/api/types/health.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(HealthConfig, f, v)
{
    f.omitEmpty("Test", v.test);
    f.omitEmpty("Interval", v.interval);
    f.omitEmpty("Timeout", v.timeout);
    f.omitEmpty("StartPeriod", v.startPeriod);
    f.omitEmpty("StartInterval", v.startInterval);
    f.omitEmpty("Retries", v.retries);
}

QUAYSIDE_FIELDS(HealthcheckResult, f, v)
{
    f("Start", v.start);
    f("End", v.end);
    f("ExitCode", v.exitCode);
    f("Output", v.output);
}

QUAYSIDE_FIELDS(Health, f, v)
{
    f("Status", v.status);
    f("FailingStreak", v.failingStreak);
    f("Log", v.log);
}

} // namespace quayside::api
