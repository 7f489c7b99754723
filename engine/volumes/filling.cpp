#include "engine/volumes/filling.h"

#include "engine/storage/removetree.h"
#include "engine/volumes/copyup.h"

#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::volumes
{

namespace
{

constexpr const char *filling = ".filling", *filled = ".filled", *data = "_data";

Fd openFolder(const Fd &parent, const char *name)
{
    return Fd(::openat(parent.get(), name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

Result<> removeFolder(const Fd &volume, const char *name)
{
    {
        const Fd folder = openFolder(volume, name);
        if (!folder && errno == ENOENT)
            return {};
        if (!folder)
            return failErrno(errno, "opening {} of a volume", name);
        CHECK(storage::removeContents(folder.get()));
    }
    if (::unlinkat(volume.get(), name, AT_REMOVEDIR) < 0)
        return failErrno(errno, "removing {} of a volume", name);
    return {};
}

// Renames within one file system: no byte is copied, nothing is overwritten.
Result<> moveIn(const Fd &volume)
{
    const Fd from = openFolder(volume, filled), to = openFolder(volume, data);
    if (!from || !to)
        return failErrno(errno, "opening the folders of a volume");
    TRY(const auto names, namesIn(from.get()));
    struct stat status{};
    if (::fstat(from.get(), &status) < 0)
        return failErrno(errno, "looking at a volume's copy");
    CHECK(copyFolderAttributes(from, to));
    for (const auto &name : names)
        if (::renameat2(from.get(), name.c_str(), to.get(), name.c_str(), RENAME_NOREPLACE) < 0 &&
            errno != EEXIST)
            return failErrno(errno, "moving {} into the volume", name);
    const timespec times[2] = {status.st_atim, status.st_mtim}; // which the renames have changed
    if (::futimens(to.get(), times) < 0)
        return failErrno(errno, "giving the volume its times");
    return removeFolder(volume, filled);
}

} // namespace

Result<> fillFrom(const Fd &volume, const Fd &source)
{
    CHECK(removeFolder(volume, filling));
    if (::mkdirat(volume.get(), filling, 0700) < 0)
        return failErrno(errno, "making a folder for the copy");
    auto copied = [&]() -> Result<> {
        const Fd to = openFolder(volume, filling);
        CHECK(copyTree(source, to));
        if (::syncfs(to.get()) < 0)
            return failErrno(errno, "writing the copy to the disk");
        if (::renameat(volume.get(), filling, volume.get(), filled) < 0)
            return failErrno(errno, "naming the copy");
        return {};
    }();
    if (!copied) {
        (void)removeFolder(volume, filling); // else before the next copy
        return copied;
    }
    return moveIn(volume);
}

Result<> finishFilling(const Fd &volume)
{
    CHECK(removeFolder(volume, filling));
    if (::faccessat(volume.get(), filled, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return moveIn(volume);
    return {};
}

} // namespace quayside::volumes
