#include "engine/volumes/movetree.h"

#include "engine/volumes/copyup.h"
#include "engine/volumes/localvolumes.h"

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace quayside::volumes
{

namespace
{

constexpr int maxDepth = 128; // one descriptor pair a level
constexpr int mostTries = 16;

Fd openBelow(int folder, const std::string &name)
{
    return Fd(::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Result<> putAside(int folder, const std::string &name, int aside)
{
    TRY(const std::string other, randomHex(8));
    if (::renameat(folder, name.c_str(), aside, other.c_str()) < 0 && errno != ENOENT)
        return failErrno(errno, "taking {} out of the volume", name);
    return {};
}

Result<> moveEntries(int from, int to, int aside, int depth);

Result<> mergeFolder(const Fd &from, const Fd &to, int aside, int depth)
{
    struct stat status{};
    if (::fstat(from.get(), &status) < 0)
        return failErrno(errno, "looking at a folder of the archive");
    CHECK(moveEntries(from.get(), to.get(), aside, depth));
    CHECK(copyFolderAttributes(from, to));
    const timespec times[2] = {status.st_atim, status.st_mtim}; // which the renames have changed
    if (::futimens(to.get(), times) < 0)
        return failErrno(errno, "giving a folder its times");
    return {};
}

// Something may be put there again and again.
Result<> moveOne(int from, int to, const std::string &name, int aside, int depth)
{
    for (int tries = 0; tries < mostTries; ++tries) {
        if (::renameat2(from, name.c_str(), to, name.c_str(), RENAME_NOREPLACE) == 0)
            return {};
        if (errno != EEXIST && errno != ENOTEMPTY)
            return failErrno(errno, "moving {} into the volume", name);
        const Fd mine = openBelow(from, name), theirs = openBelow(to, name);
        if (mine && theirs)
            return mergeFolder(mine, theirs, aside, depth + 1);
        CHECK(putAside(to, name, aside));
    }
    return fail(ErrorKind::Conflict,
                "{} is made in the volume again and again: stop the containers that use it", name);
}

Result<> moveEntries(int from, int to, int aside, int depth)
{
    if (depth > maxDepth)
        return fail(ErrorKind::TooLarge, "the folders are nested deeper than {}", maxDepth);
    TRY(const auto names, namesIn(from));
    for (const auto &name : names)
        CHECK(moveOne(from, to, name, aside, depth));
    return {};
}

} // namespace

Result<> moveTree(const Fd &from, const Fd &to, const Fd &aside)
{
    return mergeFolder(from, to, aside.get(), 0);
}

Result<> moveAway(const Fd &folder, const Fd &aside)
{
    TRY(const auto names, namesIn(folder.get()));
    for (const auto &name : names)
        CHECK(putAside(folder.get(), name, aside.get()));
    return {};
}

} // namespace quayside::volumes
