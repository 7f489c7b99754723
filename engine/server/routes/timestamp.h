// Points in time as clients write them in `since` and `until` (logs, events).
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace quayside::server
{

// UTC nanoseconds since 1970. Takes what dockerd takes: "1700000000", "1700000000.000000001", RFC 3339 dates
// and times with fewer digits ("2024-01-02", "2024-01-02T15:04", with or without a zone; without one it is
// UTC), and Go durations before `nowNs` ("10m", "1h30m", "1.5s"). InvalidArgument otherwise, also out of the
// range of 64-bit nanoseconds.
Result<std::int64_t> parseTimestamp(std::string_view text, std::int64_t nowNs);

} // namespace quayside::server
