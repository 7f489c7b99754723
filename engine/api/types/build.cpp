#include "engine/api/types/build.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(BuildStep, f, v)
{
    f("Number", v.number);
    f("Stage", v.stage);
    f("Instruction", v.instruction);
    f("FirstLine", v.firstLine);
    f("LastLine", v.lastLine);
    f("State", v.state);
    f.omitEmpty("Started", v.started);
    f.omitEmpty("Ended", v.ended);
    f("Duration", v.duration);
    f.omitEmpty("Base", v.base);
    f.omitEmpty("Layer", v.layer);
    f("Size", v.size);
    f.omitEmpty("CacheKey", v.cacheKey);
    f.omitEmpty("Why", v.why);
    f.omitEmpty("Error", v.error);
    f.omitEmpty("ExitCode", v.exitCode);
    f("LogBytes", v.logBytes);
    f.omitEmpty("LogLeftOut", v.logLeftOut);
    f("Enterable", v.enterable);
}

QUAYSIDE_FIELDS(BuildRecord, f, v)
{
    f("Id", v.id);
    f("Owner", v.owner);
    f("State", v.state);
    f("Tags", v.tags);
    f("Context", v.context);
    f("Dockerfile", v.dockerfile);
    f.omitEmpty("Target", v.target);
    f.omitEmpty("Platform", v.platform);
    f("Arguments", v.arguments);
    f("NoCache", v.noCache);
    f("Started", v.started);
    f.omitEmpty("Ended", v.ended);
    f("Duration", v.duration);
    f.omitEmpty("Image", v.image);
    f.omitEmpty("Error", v.error);
    f.omitEmpty("ExitCode", v.exitCode);
    f("StepCount", v.stepCount);
    f("EndedSteps", v.endedSteps);
    f("CachedSteps", v.cachedSteps);
    f.omitEmpty("Steps", v.steps);
    f.omitEmpty("Text", v.text);
}

QUAYSIDE_FIELDS(BuildLog, f, v)
{
    f("Number", v.number);
    f("Offset", v.offset);
    f("Text", v.text);
}

QUAYSIDE_FIELDS(BuildChange, f, v)
{
    f.omitEmpty("Build", v.build);
    f.omitEmpty("Step", v.step);
    f.omitEmpty("Log", v.log);
}

QUAYSIDE_FIELDS(BuildStepImage, f, v)
{
    f("Image", v.image);
    f("Shell", v.shell);
    f("Environment", v.environment);
}

QUAYSIDE_CODEC(BuildRecord)
QUAYSIDE_CODEC(std::vector<BuildRecord>)
QUAYSIDE_CODEC(BuildChange)
QUAYSIDE_CODEC(BuildStepImage)

} // namespace quayside::api
