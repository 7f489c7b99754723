// Durations as Go writes them, "1m30s".
#pragma once

#include "engine/base/result.h"

#include <chrono>
#include <string_view>

namespace quayside::dockerfile
{

// time.ParseDuration: a sign, then numbers with a unit each (ns, us, µs, ms, s, m, h); "0" needs none. Errors
// are Go's.
[[nodiscard]] Result<std::chrono::nanoseconds> parseDuration(std::string_view text);

} // namespace quayside::dockerfile
