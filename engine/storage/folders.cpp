#include "engine/storage/folders.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace quayside::storage
{

Result<> checkId(const std::string &id, std::string_view what)
{
    const bool hex =
        std::ranges::all_of(id, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (id.size() != 64 || !hex)
        return fail(ErrorKind::InvalidArgument, "\"{}\" is no id of a {}: 64 hex digits are expected", id,
                    what);
    return {};
}

Result<Fd> openFolder(int parent, const std::string &name)
{
    Fd fd(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd)
        return failErrno(errno, "opening the folder {}", name);
    return fd;
}

Result<Fd> makeFolder(int parent, const std::string &name, mode_t mode)
{
    const bool made = ::mkdirat(parent, name.c_str(), 0700) == 0;
    if (!made && errno != EEXIST)
        return failErrno(errno, "making the folder {}", name);
    TRY(Fd fd, openFolder(parent, name));
    // Whatever umask and a setgid parent made of it.
    if (made && (::fchown(fd.get(), 0, 0) != 0 || ::fchmod(fd.get(), mode) != 0))
        return failErrno(errno, "setting the owner and mode of the folder {}", name);
    return fd;
}

Result<> flush(int folder, std::string_view what)
{
    if (::fsync(folder) != 0)
        return failErrno(errno, "writing {} to the disk", what);
    return {};
}

Result<std::vector<std::string>> entriesOf(int folder)
{
    // A descriptor of its own: a directory stream closes the one it is given.
    const int own = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    std::unique_ptr<DIR, int (*)(DIR *)> stream(own >= 0 ? ::fdopendir(own) : nullptr, ::closedir);
    if (!stream)
        return failErrno(errno, "listing a folder");
    std::vector<std::string> names;
    while (const dirent *entry = ::readdir(stream.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            names.emplace_back(name);
    }
    return names;
}

std::string randomName(std::string_view prefix)
{
    std::uint64_t value = 0;
    while (::getrandom(&value, sizeof value, 0) != sizeof value) {
    }
    return std::format("{}{:016x}", prefix, value);
}

} // namespace quayside::storage
