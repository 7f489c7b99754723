// CRIU as a program: how it is called to write a container down, and what it says when it cannot.
#pragma once

#include "engine/base/result.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::containers
{

struct CriuRun {
    int status = 0;   // 128 + number of a signal
    std::string said; // both streams, no more than 64 KiB
};
// Unavailable: it took longer; it has been ended then.
Result<CriuRun> runCriu(const std::vector<std::string> &argv, std::chrono::milliseconds time);

// What a container's first process and its streams are to CRIU, and what is not written down.
struct Dump {
    std::string program, images; // absolute paths
    std::int32_t pid = 0;
    bool leaveRunning = false;
    std::vector<std::string> mountPoints; // of mounts that the launch makes
    std::string input;                    // "file[18:3]": a file of the host's; else nothing to be told of
};
std::vector<std::string> dumpArguments(const Dump &dump);
inline constexpr const char *dumpLog = "dump.log"; // in the folder of the images

// From a log of CRIU's: the first error in it, without time stamp and line number, as the later ones follow
// from it. Empty: there is none.
std::string reasonIn(std::string_view log);

} // namespace quayside::containers
