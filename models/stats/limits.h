// The limits that a container's plots show and change: what they are, how they are stepped, and the request.
#pragma once

#include "engine/api/types/container.h"
#include "models/client/observe.h"

namespace quayside::models
{

enum class Limit { Memory, Cpus, Processes };

// In bytes, CPUs, processes. 0: there is none.
double limitOf(Limit limit, const api::HostConfig &config);
// The nearest value that reads well: sixteen steps from a number to its double; CPUs in twentieths.
double snappedLimit(Limit limit, double value);
// The next one up or down from there, and far: the double or the half.
double steppedLimit(Limit limit, double value, bool up, bool far);
// Engines without the feature limits-away can take only some limits away. What Docker's engine was given as a
// number of CPUs stays; a quota can go.
bool canTakeAway(Limit limit, const api::HostConfig &before, bool limitsAway);
// value 0: no limit, where it can be taken away. before: the container's present configuration. limitsAway:
// the engine has this feature. Memory may not be more than memory and swap together: without a limit before,
// or past the old one, both go.
client::LimitsUpdate limitUpdate(Limit limit, double value, const api::HostConfig &before, bool limitsAway);

} // namespace quayside::models
