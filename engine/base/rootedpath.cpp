#include "engine/base/rootedpath.h"

#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>

namespace quayside
{
namespace
{

// A rename or mount elsewhere on the machine makes a look-up below a root fail with EAGAIN; it says nothing
// about the path. Somebody who renames in a loop must not hold the engine up for ever.
constexpr int maxRetries = 128;

std::uint64_t resolveFlags(Links links)
{
    return RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS | (links == Links::Refuse ? RESOLVE_NO_SYMLINKS : 0U);
}

int openRetrying(Kernel &kernel, int root, const std::string &path, const open_how &how)
{
    int fd = -EAGAIN;
    for (int i = 0; i < maxRetries && fd == -EAGAIN; ++i)
        fd = kernel.openat2(root, path.c_str(), how);
    return fd;
}

int openPath(Kernel &kernel, int root, const std::string &path, int flags, Links links)
{
    return openRetrying(kernel, root, path, {static_cast<std::uint64_t>(flags), 0, resolveFlags(links)});
}

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (part == ".." && !parts.empty())
            parts.pop_back();
        else if (!part.empty() && part != "." && part != "..")
            parts.emplace_back(part);
    }
    return parts;
}

// The parent folder of a path and its last part.
std::pair<std::string, std::string> split(const std::string &clean)
{
    const std::size_t slash = clean.rfind('/');
    return {slash == 0 ? "/" : clean.substr(0, slash), clean.substr(slash + 1)};
}

} // namespace

std::string cleanPath(std::string_view path)
{
    std::string clean;
    for (const std::string &part : partsOf(path))
        clean += "/" + part;
    return clean.empty() ? "/" : clean;
}

Result<Fd> openInRoot(Kernel &kernel, int root, std::string_view path, int flags, mode_t mode, Links links)
{
    if (path.find('\0') != std::string_view::npos)
        return fail(ErrorKind::InvalidArgument, "a path may not contain a zero byte");
    const std::string name(path.empty() ? "/" : path);
    const int fd =
        openRetrying(kernel, root, name, {static_cast<std::uint64_t>(flags), mode, resolveFlags(links)});
    if (fd < 0)
        return failErrno(-fd, "opening {}", name);
    return Fd(fd);
}

Result<Fd> makeFolders(Kernel &kernel, int root, std::string_view path, mode_t mode, Links links)
{
    constexpr int folderFlags = O_PATH | O_DIRECTORY;
    const std::string clean = cleanPath(path);
    // Mostly it is there. Else each part is resolved from the root again, so that links in the middle stay
    // inside.
    int fd = openPath(kernel, root, clean, folderFlags, links);
    if (fd >= 0)
        return Fd(fd);
    if (fd != -ENOENT || clean == "/")
        return failErrno(-fd, "opening the folder {}", clean);
    const auto [parentPath, name] = split(clean);
    TRY(const Fd parent, makeFolders(kernel, root, parentPath, mode, links));
    if (const int made = kernel.mkdirat(parent.get(), name.c_str(), mode); made < 0 && made != -EEXIST)
        return failErrno(-made, "making the folder {}", clean);
    fd = openPath(kernel, root, clean, folderFlags, links);
    if (fd < 0)
        return failErrno(-fd, "opening the folder {} after making it", clean);
    return Fd(fd);
}

namespace
{

// Images have links whose target appears only at run time (/etc/resolv.conf → ../run/…): the file is made
// where the link points, still inside the root. 40 links: as path_resolution(7).
Result<Fd> makeFileBehind(Kernel &kernel, int root, const std::string &path, mode_t mode, Links links,
                          int depth)
{
    if (const int there = openPath(kernel, root, path, O_PATH, links); there >= 0)
        return Fd(there);
    else if (there != -ENOENT || depth == 0)
        return failErrno(-there, "opening {}", path);
    const auto [parentPath, name] = split(path);
    TRY(const Fd parent, makeFolders(kernel, root, parentPath, 0755, links));
    const Fd link(openPath(kernel, parent.get(), name, O_PATH | O_NOFOLLOW, Links::Follow));
    if (link.valid() && links == Links::Follow && S_ISLNK(kernel.identify(link.get()).mode)) {
        const std::string target = kernel.readLink(link.get());
        const std::string next = target.starts_with('/') ? target : parentPath + "/" + target;
        return makeFileBehind(kernel, root, cleanPath(next), mode, links, depth - 1);
    }
    const open_how how{O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode, resolveFlags(Links::Refuse)};
    const Fd made(openRetrying(kernel, parent.get(), name, how));
    const int fd = openPath(kernel, parent.get(), name, O_PATH, Links::Refuse);
    if (fd < 0)
        return failErrno(-fd, "making the file {}", path);
    return Fd(fd);
}

} // namespace

Result<Fd> makeFile(Kernel &kernel, int root, std::string_view path, mode_t mode, Links links)
{
    const std::string clean = cleanPath(path);
    TRY(Fd file, makeFileBehind(kernel, root, clean, mode, links, 40));
    if (S_ISDIR(kernel.identify(file.get()).mode))
        return fail(ErrorKind::Conflict, "{} is a folder, a file was expected", clean);
    return file;
}

} // namespace quayside
