// Host paths are opened as the caller (security.md §1): what comes back is what the caller could have opened
// without the engine.
#pragma once

#include "engine/access/access.h"
#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <string>

namespace quayside::access
{

struct HostPathRequest {
    std::string path;      // absolute
    bool writable = false; // else reading is enough
    bool create = false;   // make a missing folder (and its parents, mode 0755) with the caller's right
};

// An O_PATH descriptor of `path`, symbolic links followed with the caller's eyes. For a peer other than root
// the work is done by a forked child with the peer's uid, gid and groups and without capabilities
// (credentials(7)); it is given five seconds, since a file system of the caller's own (FUSE) may never
// answer. One error, NotFound, stands for "not there" and "not allowed", so that nobody learns what exists.
// Devices are opened for root only.
Result<Fd> openHostPath(const Peer &peer, const HostPathRequest &request);

// Is `opened` the file that `path` leads to, or one of the folders above it? Used to keep the engine's own
// socket out of containers. False where `path` does not exist.
bool contains(const Fd &opened, const std::string &path);

} // namespace quayside::access
