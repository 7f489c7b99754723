// Compresses those files of a log that are complete, in a process of its own, so that the stage stays small
// and the container's output is never waited for. gzip, as `zcat` reads it (RFC 1952).
#pragma once

#include <cstdint>

#include <sys/types.h>

namespace quayside::logs
{

// At most one child at a time, which works through all that is due; what it does not get to, or is killed at,
// the next one does. It works on when this process ends. Where no process can be made, files stay as they
// are.
class Compressor
{
public:
    // Of `folder`, all before the file `current`, up to the first that a reader holds.
    void start(int folder, std::uint32_t current);

private:
    pid_t m_child = 0;
};

// What the child does. A file is there whole at any moment, plain or compressed, and its readers hold it
// either way.
void compressFiles(int folder, std::uint32_t current);

} // namespace quayside::logs
