#include "engine/helper/process.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

namespace quayside::helper
{

namespace
{

// A connection, a log and a pidfd for each of some thousand containers; the kernel's default for fs.nr_open.
constexpr rlim_t wantedFiles = 1'048'576;

void raiseOpenFiles()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const rlim_t hard = limit.rlim_max;
    limit.rlim_cur = limit.rlim_max = std::max(hard, wantedFiles);
    if (::setrlimit(RLIMIT_NOFILE, &limit) == 0) // needs CAP_SYS_RESOURCE where it is above the hard limit
        return;
    limit.rlim_cur = limit.rlim_max = hard;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

void prepareProcess()
{
    ::umask(022);
    if (::chdir("/") != 0) // a folder that is unmounted or removed later must not be held
        ::_exit(1);
    std::signal(SIGPIPE, SIG_IGN); // a client or a container that goes away is an error value
    raiseOpenFiles();
    // Each arena keeps what it once needed; with a pool of worker threads the default (8 per CPU) adds up.
    ::mallopt(M_ARENA_MAX, 2);
    ::mallopt(M_TRIM_THRESHOLD, 256 * 1024);
}

void trimMemory()
{
    ::malloc_trim(0);
}

} // namespace quayside::helper
