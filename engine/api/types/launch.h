// A launch of a container, step by step: answers of GET /quayside/containers/{id}/launch and …/starts
// (docs/extensions.md). Times are nanoseconds from the start of the launch; 0: not yet.
#pragma once

#include "engine/api/types/decode.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::api
{

// A system call that was made.
struct LaunchCall {
    std::string call;   // as in C: fsopen("overlay", FSOPEN_CLOEXEC)
    std::string result; // "9 /* overlay */", "-1 EPERM"; "": it did not return
    std::int64_t startNs = 0, endNs = 0;
};

struct LaunchStep {
    std::string name, title; // "root", "Mount the root file system"
    std::string side;        // engine, stage, process: who takes it
    std::int64_t startNs = 0, endNs = 0;
    std::vector<LaunchCall> calls;  // none where they were not noted
    std::vector<std::string> shell; // what a person would type for it
};

struct Launch {
    std::int64_t number = 0;       // counts the container's starts
    std::string state;             // held, running, done, failed, aborted
    std::int64_t at = 0;           // index of the next step
    std::string started;           // RFC 3339 with nanoseconds, UTC
    std::int64_t durationNs = 0;   // 0: it goes on
    bool held = false;             // it was taken step by step
    std::string failed;            // why, as a sentence
    std::int64_t pid = 0;          // of the process, as the host numbers it; 0: there is none yet
    std::vector<LaunchStep> steps; // in the order in which a held launch takes them
};
std::string encode(const Launch &launch);
template <>
Result<Launch> decode(std::string_view json);

// One of the last starts.
struct LaunchStart {
    std::int64_t number = 0;
    std::string started;
    std::int64_t durationNs = 0;
    bool held = false;
    std::string failed;
};
std::string encode(const std::vector<LaunchStart> &starts);
template <>
Result<std::vector<LaunchStart>> decode(std::string_view json);

} // namespace quayside::api
