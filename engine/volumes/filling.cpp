#include "engine/volumes/filling.h"

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

// Renames within one file system: no byte is copied, nothing is overwritten.
Result<> moveIn(const Fd &volume, storage::RemovalQueue &trash)
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
    if (::unlinkat(volume.get(), filled, AT_REMOVEDIR) == 0)
        return {};
    return trash.remove(volume.get(), filled); // with what had no place
}

} // namespace

Result<> fillFrom(const Fd &volume, const Fd &source, storage::RemovalQueue &trash)
{
    CHECK(trash.remove(volume.get(), filling));
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
        (void)trash.remove(volume.get(), filling); // else before the next copy
        return copied;
    }
    return moveIn(volume, trash);
}

Result<> finishFilling(const Fd &volume, storage::RemovalQueue &trash)
{
    CHECK(trash.remove(volume.get(), filling));
    if (::faccessat(volume.get(), filled, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return moveIn(volume, trash);
    return {};
}

} // namespace quayside::volumes
