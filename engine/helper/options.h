// The command line of quayside-engine (design.md section 5).
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace quayside::helper
{

struct Options {
    std::string root = "/var/lib/quayside";
    std::string runDir = "/run/quayside";
    std::string socket; // <runDir>/engine.sock where not given
    std::string logLevel = "info";
    std::vector<std::string> registryMirrors, insecureRegistries; // each option may come several times
    std::optional<std::string> buildCacheLimit;                   // as given
    std::uint64_t buildCacheBytes = 0;                            // 0: not given; see build::Builds::Services
    bool help = false, version = false;
};

// `arguments`: without the program's name. Paths come back absolute and without "." and "..", since bridges,
// tables and cgroups are named after the root. InvalidArgument names the argument.
Result<Options> parseOptions(std::span<const char *const> arguments);

std::string helpText();

} // namespace quayside::helper
