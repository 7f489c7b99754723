#include "engine/images/unpack/layerwriter.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace quayside::images
{

// A whiteout hides what the layers below have, never what its own layer brings, whichever comes first in the
// archive.
Result<> writeWhiteout(Folders &folders, const std::string &name)
{
    const std::string base = baseOf(name);
    const std::string hidden = base.substr(whiteoutPrefix.size());
    if (hidden.empty() || hidden == "." || hidden == "..")
        return fail(ErrorKind::InvalidArgument, "it is a whiteout of nothing");
    TRY(const int parent, folders.open(parentOf(name), Links::None));
    if (base == ".wh..wh..opq")
        return setOpaque(parent, ".");
    if (hidden.starts_with(whiteoutPrefix))
        return {}; // AUFS's own records (.wh..wh.plnk, .wh..wh.aufs)
    struct stat status{};
    if (::fstatat(parent, hidden.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0)
        return S_ISDIR(status.st_mode) ? setOpaque(parent, hidden) : Result<>();
    // No privilege is asked for this one device since Linux 5.8.
    if (::mknodat(parent, hidden.c_str(), S_IFCHR, makedev(0, 0)) != 0)
        return failErrno(errno, "hiding {}", hidden);
    return {};
}

} // namespace quayside::images
