#include "engine/helper/process.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>

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

// Only mappings that are executable and not writable: those hold nothing but what stands in the file, so that
// MADV_DONTNEED (madvise(2)) loses nothing. Read-only data would not do: relocations were written there.
void dropProgramText()
{
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        unsigned long begin = 0, end = 0, offset = 0, inode = 0;
        std::array<char, 8> permissions{};
        if (std::sscanf(line.c_str(), "%lx-%lx %7s %lx %*s %lu", &begin, &end, permissions.data(), &offset,
                        &inode) == 5 &&
            std::string_view(permissions.data()) == "r-xp" && inode != 0)
            ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DONTNEED);
    }
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
    dropProgramText();
}

} // namespace quayside::helper
