#include "engine/images/unpack/folders.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

namespace quayside::images
{
namespace
{

int openat2(int root, const char *path, std::uint64_t resolve)
{
    open_how how{};
    how.flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    how.resolve = resolve | RESOLVE_NO_MAGICLINKS;
    int fd = -1;
    do // EAGAIN: a rename elsewhere on the file system made the kernel give up (openat2(2))
        fd = static_cast<int>(::syscall(SYS_openat2, root, path, &how, sizeof how));
    while (fd < 0 && errno == EAGAIN);
    return fd;
}

} // namespace

std::string parentOf(const std::string &name)
{
    const std::size_t slash = name.rfind('/');
    return slash == std::string::npos ? std::string() : name.substr(0, slash);
}

std::string baseOf(const std::string &name)
{
    return name.substr(name.rfind('/') + 1); // npos + 1 == 0
}

bool isWhiteout(int parent, const std::string &name)
{
    struct stat status{};
    return ::fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISCHR(status.st_mode) &&
           status.st_rdev == makedev(0, 0);
}

Result<> setOpaque(int parent, const std::string &name)
{
    const Fd folder(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder || ::fsetxattr(folder.get(), "user.overlay.opaque", "y", 1, 0) != 0)
        return failErrno(errno, "hiding what the lower layers have in {}", name);
    return {};
}

Result<> makeDirectory(int parent, const std::string &name)
{
    if (::mkdirat(parent, name.c_str(), 0755) == 0)
        return {};
    // The whiteout hid the lower layers' folder of this name: so must the new one.
    if (errno == EEXIST && isWhiteout(parent, name) && ::unlinkat(parent, name.c_str(), 0) == 0 &&
        ::mkdirat(parent, name.c_str(), 0755) == 0)
        return setOpaque(parent, name);
    return failErrno(errno, "making the folder {}", name);
}

// RESOLVE_BENEATH first: it stops at absolute links, which RESOLVE_IN_ROOT then takes from the tree's root.
Result<Fd> Folders::resolve(const std::string &path, Links links) const
{
    const char *name = path.empty() ? "." : path.c_str();
    Fd fd(openat2(m_root, name,
                  links == Links::None ? RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS : RESOLVE_BENEATH));
    if (fd)
        return fd;
    if (errno == EXDEV) {
        fd = Fd(openat2(m_root, name, RESOLVE_IN_ROOT));
        if (fd)
            return fd;
    }
    if (errno == ELOOP)
        return fail(ErrorKind::InvalidArgument, "its folder is behind a symbolic link");
    const int error = errno;
    return std::unexpected(failErrno(error, "opening the folder {}", path).error());
}

Result<int> Folders::open(const std::string &path, Links links)
{
    if (m_folder && m_path == path && m_links == links)
        return m_folder.get();
    auto folder = resolve(path, links);
    if (!folder && (folder.error().errnum == ENOENT || folder.error().errnum == ENOTDIR) && !path.empty())
        folder = make(path, links);
    if (!folder)
        return std::unexpected(folder.error());
    m_folder = *std::move(folder);
    m_path = path;
    m_links = links;
    return m_folder.get();
}

Result<int> Folders::find(const std::string &path)
{
    if (m_folder && m_path == path && m_links == Links::Within)
        return m_folder.get();
    TRY(Fd folder, resolve(path, Links::Within));
    m_folder = std::move(folder);
    m_path = path;
    m_links = Links::Within;
    return m_folder.get();
}

Result<Fd> Folders::make(const std::string &path, Links links)
{
    TRY(const int parent, open(parentOf(path), links)); // as deep as the limit of depth
    const std::string name = baseOf(path);
    struct stat status{};
    const bool there = ::fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (there && S_ISLNK(status.st_mode))
        return fail(ErrorKind::InvalidArgument,
                    "its folder is behind the link {}, which leads to no folder of the image", path);
    if (there && !isWhiteout(parent, name))
        return fail(ErrorKind::InvalidArgument, "its folder {} is a file", path);
    CHECK(makeDirectory(parent, name));
    return resolve(path, links);
}

} // namespace quayside::images
