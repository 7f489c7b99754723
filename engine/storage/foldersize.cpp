#include "engine/storage/foldersize.h"

#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <set>
#include <string_view>
#include <sys/stat.h>

namespace quayside::storage
{

namespace
{

constexpr int maxDepth = 512; // one descriptor a level; a tree that is deeper is counted as far as that

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

using Seen = std::set<std::pair<dev_t, ino_t>>;

std::int64_t sizeBelow(int parent, const char *name, int depth, Seen &seen)
{
    const int fd = ::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    const std::unique_ptr<DIR, CloseFolder> folder(fd >= 0 ? ::fdopendir(fd) : nullptr);
    if (!folder)
        return 0;
    std::int64_t bytes = 0;
    while (const dirent *entry = ::readdir(folder.get())) {
        const std::string_view entryName = entry->d_name;
        struct stat status{};
        if (entryName == "." || entryName == ".." ||
            ::fstatat(fd, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
            continue;
        if (S_ISDIR(status.st_mode) && depth < maxDepth)
            bytes += sizeBelow(fd, entry->d_name, depth + 1, seen);
        else if (S_ISREG(status.st_mode) &&
                 (status.st_nlink == 1 || seen.insert({status.st_dev, status.st_ino}).second))
            bytes += status.st_size;
    }
    return bytes;
}

} // namespace

Result<std::int64_t> folderSize(const Fd &folder)
{
    Seen seen;
    return sizeBelow(folder.get(), ".", 0, seen);
}

} // namespace quayside::storage
