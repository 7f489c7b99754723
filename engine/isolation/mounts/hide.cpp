// What a container must not see or change in proc and sysfs.
#include "engine/isolation/mounts/apply.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"

#include <optional>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

namespace quayside::isolation::mounts
{
namespace
{

constexpr std::uint64_t hidden = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC;

// No value: the path is not there, and there is nothing to hide.
Result<std::optional<Fd>> find(Kernel &kernel, int root, const std::string &path)
{
    auto found = openInRoot(kernel, root, path, O_PATH, 0, Links::Refuse);
    if (!found && (found.error().errnum == ENOENT || found.error().errnum == ENOTDIR))
        return std::nullopt;
    if (!found)
        return std::unexpected(std::move(found).error());
    return std::optional<Fd>(std::move(*found));
}

// Hides folders behind one empty, read-only tmpfs, files behind /dev/null of the host (of the image:
// CVE-2025-31133).
class Mask
{
public:
    explicit Mask(Kernel &kernel) : m_kernel(kernel) {}
    Result<> over(const Fd &target, const std::string &path)
    {
        if (!S_ISDIR(m_kernel.identify(target.get()).mode))
            return overFile(target, path);
        // The first is the file system itself, the others are binds of it.
        if (m_empty) {
            TRY(const Fd again, cloneTree(m_kernel, m_empty.get(), "", false));
            return attach(m_kernel, again, target, path);
        }
        TRY(FileSystem tmpfs, FileSystem::open(m_kernel, "tmpfs"));
        CHECK(tmpfs.options("size=4k,nr_inodes=2,mode=755"));
        TRY(m_empty, tmpfs.mount(hidden));
        return attach(m_kernel, m_empty, target, path);
    }

private:
    Result<> overFile(const Fd &target, const std::string &path)
    {
        TRY(const Fd null, cloneTree(m_kernel, AT_FDCWD, "/dev/null", false));
        const Kernel::FileIdentity identity = m_kernel.identify(null.get());
        if (!S_ISCHR(identity.mode) || identity.device != makedev(1, 3))
            return fail(ErrorKind::Internal, "/dev/null of the host is not the null device");
        return attach(m_kernel, null, target, path);
    }
    Kernel &m_kernel;
    Fd m_empty;
};

Result<> makeReadOnly(Kernel &kernel, const Fd &target, const std::string &path)
{
    TRY(const Fd tree, cloneTree(kernel, target.get(), "", true));
    if (const int done = kernel.mountSetattr(tree.get(), true, {.set = hidden}); done < 0)
        return failErrno(-done, "making {} read-only", path);
    return attach(kernel, tree, target, path);
}

} // namespace

Result<> hidePaths(Kernel &kernel, const SecurityPlan &plan, int root)
{
    Mask mask(kernel);
    for (const std::string &path : plan.readOnlyPaths) {
        TRY(const std::optional<Fd> target, find(kernel, root, path));
        if (target)
            CHECK(makeReadOnly(kernel, *target, path));
    }
    for (const std::string &path : plan.maskedPaths) {
        TRY(const std::optional<Fd> target, find(kernel, root, path));
        if (target)
            CHECK(mask.over(*target, path));
    }
    return {};
}

} // namespace quayside::isolation::mounts
