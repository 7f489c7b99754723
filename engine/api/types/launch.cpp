#include "engine/api/types/launch.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(LaunchCall, f, v)
{
    f("Call", v.call);
    f("Result", v.result);
    f("StartNs", v.startNs);
    f("EndNs", v.endNs);
}

QUAYSIDE_FIELDS(LaunchStep, f, v)
{
    f("Name", v.name);
    f("Title", v.title);
    f("Side", v.side);
    f("StartNs", v.startNs);
    f("EndNs", v.endNs);
    f("Calls", v.calls);
    f("Shell", v.shell);
}

QUAYSIDE_FIELDS(Launch, f, v)
{
    f("Number", v.number);
    f("State", v.state);
    f("At", v.at);
    f("Started", v.started);
    f("DurationNs", v.durationNs);
    f("Held", v.held);
    f("Failed", v.failed);
    f("Pid", v.pid);
    f("Steps", v.steps);
}

QUAYSIDE_FIELDS(LaunchStart, f, v)
{
    f("Number", v.number);
    f("Started", v.started);
    f("DurationNs", v.durationNs);
    f("Held", v.held);
    f("Failed", v.failed);
}

QUAYSIDE_CODEC(Launch)
QUAYSIDE_CODEC(std::vector<LaunchStart>)

} // namespace quayside::api
