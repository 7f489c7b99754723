// What the child of openHostPath() does once it is the caller. Async-signal-safe: no allocation, no locks.
#pragma once

namespace quayside::access
{

struct SourceWanted {
    const char *path;
    bool writable, create, devices;
};

// The descriptor (O_PATH), or -1 with *errnum set. EINVAL: a device, and devices are not wanted.
int openSource(const SourceWanted &wanted, int *errnum);

// All capability sets empty, ambient too (capabilities(7)).
bool dropCapabilities();

} // namespace quayside::access
