// The child that reads a caller's folder, as the caller. Async-signal-safe: it is forked from a process with
// threads.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace quayside::build
{

struct CallerIds {
    uid_t uid;
    gid_t gid;
    const gid_t *groups;
    std::size_t groupCount;
};

// Answers requests (callerprotocol.h) on `socket` until its other end is closed. `root`: the folder.
[[noreturn]] void serveCaller(int socket, int root, const CallerIds &who);

} // namespace quayside::build
