#include "engine/storage/projectquota.h"

#include "engine/base/fd.h"
#include "engine/storage/folders.h"

#include <array>
#include <cerrno>
#include <format>

#include <fcntl.h>
#include <linux/dqblk_xfs.h>
#include <linux/fs.h>
#include <linux/quota.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace quayside::storage
{
namespace
{

// Numbers that people give to projects (/etc/projid) are small. 65,536 from "QS".
constexpr std::uint32_t firstProject = 0x51530000;
constexpr std::array quotaFolders{"upper", "work"};

struct FileSystemName {
    std::uint64_t type;
    const char *name;
    const char *remedy; // nullptr: it has no project quotas at all
};
constexpr FileSystemName fileSystems[] = {
    {0xef53, "ext4",
     "turn them on while it is not mounted, with 'tune2fs -O project,quota DEVICE', and mount it with the "
     "option prjquota"},
    {0x58465342, "xfs",
     "mount it with the option pquota (the root file system: rootflags=pquota on the kernel's command line)"},
    {0xf2f52010, "f2fs",
     "make it with 'mkfs.f2fs -O extra_attr,project_quota,quota' and mount it with the option prjquota"},
    {0x9123683e, "btrfs", nullptr},
    {0x01021994, "tmpfs", nullptr},
    {0x2fc12fc1, "zfs", nullptr},
    {0x794c7630, "overlay", nullptr},
};

int quota(int fd, unsigned command, std::uint32_t project, void *argument)
{
    const long done = ::syscall(SYS_quotactl_fd, fd, QCMD(command, PRJQUOTA), project, argument);
    return done < 0 ? errno : 0;
}

// What belongs to a project and what is made in it (FS_XFLAG_PROJINHERIT). 0: to none.
Result<std::uint32_t> projectOf(const Fd &folder)
{
    fsxattr attributes{};
    if (::ioctl(folder.get(), FS_IOC_FSGETXATTR, &attributes) < 0)
        return failErrno(errno, "reading the project of a folder");
    return attributes.fsx_projid;
}

Result<> setProject(int container, const char *name, std::uint32_t project)
{
    TRY(const Fd folder, openFolder(container, name));
    fsxattr attributes{};
    if (::ioctl(folder.get(), FS_IOC_FSGETXATTR, &attributes) < 0)
        return failErrno(errno, "reading the project of a container's folder");
    attributes.fsx_projid = project;
    attributes.fsx_xflags |= FS_XFLAG_PROJINHERIT;
    if (::ioctl(folder.get(), FS_IOC_FSSETXATTR, &attributes) < 0)
        return failErrno(errno, "setting the project of a container's folder");
    return {};
}

} // namespace

std::string missingQuota(std::uint64_t type)
{
    for (const auto &one : fileSystems)
        if (one.type == type && one.remedy)
            return std::format("its file system, {}, does not hold to project quotas: {}", one.name,
                               one.remedy);
        else if (one.type == type)
            return std::format("its file system, {}, has no project quotas: put it on xfs or ext4", one.name);
    return "its file system has no project quotas: put it on xfs or ext4";
}

// The generic state knows both kinds: quota files (ext4, f2fs) and xfs's.
Result<> ProjectQuota::check() const
{
    fs_quota_statv state{};
    state.qs_version = FS_QSTATV_VERSION1;
    constexpr unsigned wanted = FS_QUOTA_PDQ_ACCT | FS_QUOTA_PDQ_ENFD;
    if (quota(m_folder, Q_XGETQSTATV, 0, &state) == 0 && (state.qs_flags & wanted) == wanted)
        return {};
    struct statfs status{};
    ::fstatfs(m_folder, &status);
    return fail(ErrorKind::NotSupported,
                "--storage-opt size: the engine's folder cannot limit a container's size, since {}",
                missingQuota(static_cast<std::uint64_t>(status.f_type)));
}

Result<std::uint32_t> ProjectQuota::freeProject() const
{
    for (int attempt = 0; attempt < 256; ++attempt) {
        std::uint16_t number = 0;
        if (::getrandom(&number, sizeof number, 0) != sizeof number)
            return failErrno(errno, "choosing a project");
        const std::uint32_t project = firstProject + number;
        if_dqblk used{};
        const int failed = quota(m_folder, Q_GETQUOTA, project, &used);
        if (failed == ENOENT ||
            (failed == 0 && used.dqb_curspace == 0 && used.dqb_curinodes == 0 && used.dqb_bhardlimit == 0))
            return project;
        if (failed != 0)
            return failErrno(failed, "asking for the quota of the project {}", project);
    }
    return fail(ErrorKind::Unavailable, "no project is free for one more container with a size");
}

Result<> ProjectQuota::setLimit(std::uint32_t project, std::uint64_t bytes) const
{
    if_dqblk limits{};
    limits.dqb_bhardlimit = (bytes + 1023) / 1024; // blocks of 1 KiB (QIF_DQBLKSIZE)
    limits.dqb_valid = QIF_BLIMITS;
    if (const int failed = quota(m_folder, Q_SETQUOTA, project, &limits); failed != 0)
        return failErrno(failed, "setting the quota of the project {}", project);
    return {};
}

// The number first, then the limit: whatever a dead engine leaves, the folder says what belongs to it.
Result<> ProjectQuota::limit(int container, std::uint64_t bytes)
{
    const std::scoped_lock lock(m_mutex);
    TRY(const std::uint32_t project, freeProject());
    for (const char *name : quotaFolders)
        CHECK(setProject(container, name, project));
    return setLimit(project, bytes);
}

void ProjectQuota::release(int container)
{
    const Fd upper(
        ::openat(container, quotaFolders.front(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!upper)
        return;
    const auto project = projectOf(upper);
    if (project && *project >= firstProject && *project - firstProject <= UINT16_MAX)
        (void)setLimit(*project, 0); // what stays is a limit on files that go
}

} // namespace quayside::storage
