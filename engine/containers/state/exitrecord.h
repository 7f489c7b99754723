// Reads the exit record that a stage leaves behind (format: engine/stage/protocol.h).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace quayside::containers
{

struct ExitRecord {
    std::int64_t code = 0; // 128 + signal where a signal ended it
    int signal = 0;
    bool oom = false;
    std::int64_t startedNs = 0, finishedNs = 0; // UTC
};

// Unknown keys are passed over; a missing or malformed code or time is an error.
Result<ExitRecord> parseExitRecord(std::string_view text);

// From <folder>/exit; empty where there is none.
Result<std::optional<ExitRecord>> readExitRecord(const Fd &folder);
// Before a start: the record of the run before goes. Absent is fine.
Result<> removeExitRecord(const Fd &folder);

} // namespace quayside::containers
