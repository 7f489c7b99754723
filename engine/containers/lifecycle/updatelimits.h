// What POST /containers/{id}/update makes of a container's configuration.
#pragma once

#include "engine/api/types/hostconfig.h"
#include "engine/base/result.h"

namespace quayside::containers
{

// `current` with what `wanted` changes. Pure; the result still has to pass checkHost(). Zero and empty mean
// "as it is". Errors: NotSupported for what only create takes, Conflict in the words of moby,
// container/container_unix.go, UpdateContainer(). Departs from it in one thing: a container without a limit
// of memory, or with unlimited swap, takes one of memory alone.
Result<api::HostConfig> updated(const api::HostConfig &current, const api::HostConfig &wanted);

} // namespace quayside::containers
