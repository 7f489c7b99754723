// Ids and names of containers.
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace quayside::containers
{

// 64 hex digits from getrandom(2). Never all decimal digits in the first 12: Docker's rule, since a short id
// is used as a host name.
Result<std::string> newId();

// Docker's pattern: [a-zA-Z0-9][a-zA-Z0-9_.-]+
bool isValidName(std::string_view name);

// adjective_noun, not taken by any container that `taken` knows; after a few collisions with a digit at the
// end.
Result<std::string> newName(const std::function<bool(const std::string &)> &taken);

} // namespace quayside::containers
