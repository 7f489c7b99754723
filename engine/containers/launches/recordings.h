// The recordings of a container's last starts, in <root>/containers/ID/starts: a file for each, named by its
// number. They go with the container.
#pragma once

#include "engine/api/types/launch.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <vector>

namespace quayside::containers
{

inline constexpr std::size_t keptStarts = 8;

// `folder`: the container's (O_PATH). What cannot be read is not there.
// Gives the launch its number.
Result<> addRecording(const Fd &folder, api::Launch launch);
// The newest first.
std::vector<api::LaunchStart> listRecordings(const Fd &folder);
// NotFound: none of that number is kept.
Result<api::Launch> readRecording(const Fd &folder, long number);
// 0: there is none.
long lastRecording(const Fd &folder);

} // namespace quayside::containers
