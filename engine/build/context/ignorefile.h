// The .dockerignore of a context.
#pragma once

#include "engine/build/context/source.h"

#include <string>

namespace quayside::build
{

// <dockerfile>.dockerignore where there is one, else .dockerignore, else nothing. InvalidArgument: it holds a
// pattern that cannot be; TooLarge: above 1 MiB.
Result<dockerfile::IgnorePatterns> readIgnoreFile(const FileSource &context, const std::string &dockerfile);

} // namespace quayside::build
