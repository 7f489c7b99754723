// Writing all of some bytes to a descriptor. Source: write(2).
#pragma once

#include "engine/base/result.h"

#include <string_view>

namespace quayside
{

// From where the descriptor stands; goes on after a signal and after a short write. what: stands before the
// reason of a failure, "writing the file".
Result<> writeAll(int fd, std::string_view bytes, std::string_view what);

} // namespace quayside
