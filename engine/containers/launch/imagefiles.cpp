#include "engine/containers/launch/imagefiles.h"

#include "engine/base/rootedpath.h"

#include <fcntl.h>
#include <linux/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

Result<Fd> openUpper(const storage::RootSource &source)
{
    Fd upper(::openat(source.upper.get(), "upper", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!upper)
        return failErrno(errno, "opening the container's upper folder");
    return upper;
}

// By descriptor ("/proc/self/fd/N"): works on every kernel that has idmapped overlays.
std::string pathOf(const Fd &fd)
{
    return "/proc/self/fd/" + std::to_string(fd.get());
}

// Overlay wants two lower folders at least.
Result<Fd> mountReadOnly(Kernel &kernel, const std::vector<std::string> &lower)
{
    Fd context(kernel.fsopen("overlay"));
    if (!context)
        return failErrno(-context.get(), "looking into the container's root");
    int failed = 0;
    for (const auto &folder : lower)
        if (failed >= 0)
            failed = kernel.fsconfig(context.get(), FSCONFIG_SET_STRING, "lowerdir+", folder.c_str(), 0);
    if (failed >= 0)
        failed = kernel.fsconfig(context.get(), FSCONFIG_SET_FLAG, "userxattr", nullptr, 0);
    if (failed >= 0)
        failed = kernel.fsconfig(context.get(), FSCONFIG_CMD_CREATE, nullptr, nullptr, 0);
    if (failed < 0)
        return failErrno(-failed, "looking into the container's root ({})", kernel.fsMessages(context.get()));
    Fd mount(kernel.fsmount(context.get(), MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV));
    if (!mount)
        return failErrno(-mount.get(), "looking into the container's root");
    return mount;
}

} // namespace

Result<Fd> openMergedRoot(Kernel &kernel, const storage::RootSource &source)
{
    TRY(const Fd upper, openUpper(source));
    std::vector<std::string> lower{pathOf(upper)};
    for (const auto &layer : source.lower)
        lower.push_back(pathOf(layer));
    return mountReadOnly(kernel, lower);
}

Result<Fd> openImageRoot(Kernel &kernel, const storage::RootSource &source)
{
    std::vector<std::string> lower;
    for (const auto &layer : source.lower)
        lower.push_back(pathOf(layer));
    if (lower.size() > 1)
        return mountReadOnly(kernel, lower);
    // One layer, or none: there is nothing to merge.
    Fd only(lower.empty() ? ::openat(source.upper.get(), "work", O_PATH | O_DIRECTORY | O_CLOEXEC)
                          : ::fcntl(source.lower.front().get(), F_DUPFD_CLOEXEC, 3));
    if (!only)
        return failErrno(errno, "looking into the container's image");
    return only;
}

Result<Fd> openProcessRoot(Kernel &kernel, std::int32_t pid, const Fd &process, const std::string &id)
{
    const std::string path = "/proc/" + std::to_string(pid) + "/root";
    Fd root(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!root)
        return failErrno(errno, "looking into container {}", id);
    if (kernel.pidfdSendSignal(process.get(), 0) < 0)
        return fail(ErrorKind::Conflict, "container {} is not running", id);
    return root;
}

Result<std::optional<std::string>> readInRoot(Kernel &kernel, const Fd &root, const std::string &path,
                                              std::size_t maxBytes)
{
    const auto found = openInRoot(kernel, root.get(), path, O_PATH);
    if (!found) {
        if (found.error().kind == ErrorKind::NotFound)
            return std::nullopt;
        return std::unexpected(found.error());
    }
    struct stat status{};
    if (::fstat(found->get(), &status) < 0)
        return failErrno(errno, "reading {} in the container", path);
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "{} in the container is no regular file", path);
    if (static_cast<std::size_t>(status.st_size) > maxBytes)
        return fail(ErrorKind::TooLarge, "{} in the container has {} bytes; at most {} are read", path,
                    status.st_size, maxBytes);
    // What was checked is what is read: reopened by descriptor, not by path.
    const Fd file(::open(pathOf(*found).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return failErrno(errno, "reading {} in the container", path);
    std::string text(static_cast<std::size_t>(status.st_size), '\0');
    const auto count = ::pread(file.get(), text.data(), text.size(), 0);
    if (count < 0)
        return failErrno(errno, "reading {} in the container", path);
    text.resize(static_cast<std::size_t>(count));
    return text;
}

} // namespace quayside::containers
