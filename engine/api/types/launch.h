// A launch of a container, step by step: answers of GET /quayside/containers/{id}/launch and …/starts
// (docs/extensions.md, "launch-steps"). Of a launch that is held, or of one that was recorded.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

// Nanoseconds are counted from the launch's beginning (Launch::started); 0: not yet.

struct LaunchCall {     // a system call that was made
    std::string call;   // as C writes it: fsopen("overlay", FSOPEN_CLOEXEC)
    std::string result; // "9", "-1 EPERM"
    std::int64_t startNs = 0, endNs = 0;
};

struct LaunchStep {
    std::string name;  // "root": the same in every launch
    std::string title; // "Mount the root file system"
    std::string side;  // who does it: engine, stage, process (the new one itself)
    std::int64_t startNs = 0, endNs = 0;
    std::vector<LaunchCall> calls;
    std::vector<std::string> shell; // lines that would do the same
};

struct Launch {
    std::int64_t number = 0; // of the container's starts
    std::string state;       // held, running, done, failed, aborted
    std::int64_t at = 0;     // index of the next step
    std::string started;     // RFC 3339 with nanoseconds
    std::string failed;      // why, a sentence; ""
    std::int64_t pid = 0;    // of the new process, as the host numbers it; 0: there is none yet
    std::vector<LaunchStep> steps;
};
std::string encode(const Launch &launch);
template <>
Result<Launch> decode(std::string_view json);

// One of the last starts of a container.
struct LaunchStart {
    std::int64_t number = 0;
    std::string started; // RFC 3339 with nanoseconds
    std::int64_t durationNs = 0;
    bool held = false;
    std::string failed; // why, a sentence; ""
};
std::string encode(const std::vector<LaunchStart> &starts);
template <>
Result<std::vector<LaunchStart>> decode(std::string_view json);

} // namespace quayside::api
