// A build's result as a tar that its caller reads (docs/adr/024-outputs.md).
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <functional>

namespace quayside::build
{

// Descriptor `number` of the process that the peer's `pidfd` names: a pipe, open for writing, with a reader.
// InvalidArgument: it is no such descriptor. (A file would be written with the engine's rights to the disk,
// and who reads from a socket may ask who has written.)
Result<Fd> takeOutput(const Fd &pidfd, int number);

// All files below `root` (O_DIRECTORY or O_PATH; -1: there are none) as `docker export` has them. Waits for a
// slow reader, and asks `cancelled` several times a second meanwhile. Cancelled also where nobody reads any
// more.
Result<> writeFiles(int root, const Fd &out, const std::function<bool()> &cancelled);

} // namespace quayside::build
