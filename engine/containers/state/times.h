// Times as the API writes them.
#pragma once

#include "engine/containers/state/record.h"

#include <cstdint>
#include <string>

namespace quayside::containers
{

std::int64_t nowNs(); // UTC, CLOCK_REALTIME

// RFC 3339 with nine digits; 0 is Docker's "0001-01-01T00:00:00Z", never.
std::string rfc3339(std::int64_t ns);

// "Less than a second", "3 seconds", "About a minute", "2 minutes", "About an hour", … as Docker's go-units.
std::string humanDuration(std::int64_t ns);

// The Status column: "Up 3 seconds", "Up 2 minutes (Paused)", "Exited (0) 2 minutes ago", "Created",
// "Restarting (1) 4 seconds ago", "Removal In Progress", "Dead".
std::string statusText(const RunState &state, std::int64_t now);

} // namespace quayside::containers
