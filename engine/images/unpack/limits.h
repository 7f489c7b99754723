// How much an archive may be.
#pragma once

#include <cstdint>

namespace quayside::images
{

struct UnpackLimits {
    std::uint64_t bytes = 64ULL << 30; // content of all files, and the apparent size of each
    std::uint64_t entries = 2'000'000;
    std::uint32_t depth = 256;        // folders above an entry
    std::uint32_t stallSeconds = 120; // without progress
};

} // namespace quayside::images
