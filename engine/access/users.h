// Users of the host, by name and number (the host's NSS, never an image's).
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>

namespace quayside::access
{

// "alice" or "1000". InvalidArgument: this machine has no such user. A number is taken whether it has a name
// or not.
Result<std::uint32_t> userNumber(const std::string &nameOrNumber);
// The number where it has no name.
std::string userName(std::uint32_t uid);

} // namespace quayside::access
