// Wildcards of COPY and ADD, as Go's filepath.Match reads them.
#pragma once

#include "engine/base/result.h"

#include <string_view>

namespace quayside::build
{

bool hasWildcard(std::string_view text); // * ? [ or a backslash

// One component of a path against one of a pattern: * ? [a-z] [^a] and \ before any character; characters are
// UTF-8. InvalidArgument: malformed.
Result<bool> matchesWildcard(std::string_view pattern, std::string_view name);

} // namespace quayside::build
