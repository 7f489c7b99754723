// The contents of source files, whatever stands behind them.
#pragma once

#include "engine/build/context/source.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace quayside::build
{

// `file` from its start to its end, piece by piece; of a stream with a bound on the time that it takes to go
// on (Unavailable). `path`: for messages.
using TakePiece = std::function<Result<>(std::string_view piece)>;
Result<> readContent(const SourceFile &file, const std::string &path, std::vector<char> &buffer,
                     const TakePiece &take);

// Waits until a stream has something more, or its end.
Result<> waitForContent(const SourceFile &file, const std::string &path);

} // namespace quayside::build
