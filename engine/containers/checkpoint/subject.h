// A running container as CRIU sees it: what is written down of it, and what the launch makes again.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/checkpoint/saved.h"
#include "engine/containers/state/record.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

// NotSupported, with the reason, for containers that CRIU cannot write down, or we cannot put together again.
Result<> mayCheckpoint(const Record &record);

// Of /proc/PID/mountinfo: all but the root and the tmpfs of the container's own, whose files are memory.
// NotSupported for a path that CRIU could misunderstand.
Result<std::vector<std::string>> outerMounts(std::string_view mountinfo, const Record &record);

// Fills in streams and mounts. `pid`: of its first process, whose parent is the stage.
Result<> describe(std::int32_t pid, const Record &record, SavedCheckpoint &saved);

} // namespace quayside::containers
