// Reads files of a container's root before it runs, as the container would see them.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/storage/layerstore.h"

#include <cstdint>
#include <optional>
#include <string>

namespace quayside::containers
{

// The root as one read-only tree: a detached overlay of the layers and the container's upper/ (or the one
// layer itself), so that whiteouts, opaque folders and links mean what they will mean inside. Never attached
// anywhere; gone with the descriptor.
Result<Fd> openMergedRoot(Kernel &kernel, const storage::RootSource &source);

// The same of the layers alone, without upper/: what the container began with.
Result<Fd> openImageRoot(Kernel &kernel, const storage::RootSource &source);

// What a running process has for a root. It is known by its pidfd, its folder in /proc by its pid: the signal
// 0 afterwards says that both were the same. Conflict: it has ended. `id`: of its container.
Result<Fd> openProcessRoot(Kernel &kernel, std::int32_t pid, const Fd &process, const std::string &id);

// A small regular file below `root` (openat2, RESOLVE_IN_ROOT). Empty: not there. An error: no regular file
// (a FIFO would hang a reader), or larger than `maxBytes`.
Result<std::optional<std::string>> readInRoot(Kernel &kernel, const Fd &root, const std::string &path,
                                              std::size_t maxBytes);

} // namespace quayside::containers
