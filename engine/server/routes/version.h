// What this engine calls itself.
#pragma once

namespace quayside::server
{

inline constexpr const char *engineVersion = QUAYSIDE_VERSION; // of CMake's project()

} // namespace quayside::server
