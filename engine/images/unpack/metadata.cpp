#include "engine/images/unpack/metadata.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <string_view>

namespace quayside::images
{
namespace
{

// trusted.* and user.overlay.* would speak to overlayfs; security.* to the host's security modules.
bool mayCome(std::string_view name)
{
    return (name.starts_with("user.") && !name.starts_with("user.overlay.")) ||
           name == "security.capability" || name == "system.posix_acl_access" ||
           name == "system.posix_acl_default";
}

Result<> checkXattrs(archive_entry *entry)
{
    const char *name = nullptr;
    const void *value = nullptr;
    std::size_t size = 0;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK) {
        if (name != nullptr && !mayCome(name))
            return fail(ErrorKind::InvalidArgument, "an image may not set the extended attribute {}",
                        std::string_view(name).substr(0, 100));
    }
    return {};
}

Result<> setXattrs(int fd, archive_entry *entry)
{
    const char *name = nullptr;
    const void *value = nullptr;
    std::size_t size = 0;
    archive_entry_xattr_reset(entry);
    while (archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK) {
        if (name != nullptr && ::fsetxattr(fd, name, value, size, 0) != 0)
            return failErrno(errno, "setting the extended attribute {}",
                             std::string_view(name).substr(0, 100));
    }
    return {};
}

} // namespace

Result<Metadata> metadataOf(archive_entry *entry)
{
    const la_int64_t uid = archive_entry_uid(entry), gid = archive_entry_gid(entry);
    if (uid < 0 || uid > 65535 || gid < 0 || gid > 65535)
        return fail(ErrorKind::InvalidArgument,
                    "its owner {}:{} is outside 0..65535, the ids that a container has", uid, gid);
    CHECK(checkXattrs(entry));
    Metadata metadata{
        static_cast<uid_t>(uid), static_cast<gid_t>(gid), archive_entry_perm(entry) & 07777, {}};
    metadata.times[0].tv_nsec = UTIME_OMIT;
    metadata.times[1] = {archive_entry_mtime(entry), archive_entry_mtime_nsec(entry)};
    return metadata;
}

Result<> applyTo(int fd, archive_entry *entry, const Metadata &metadata, bool inherited)
{
    const bool own = inherited || metadata.uid != 0 || metadata.gid != 0;
    if (own && ::fchown(fd, metadata.uid, metadata.gid) != 0)
        return failErrno(errno, "giving it to {}:{}", metadata.uid, metadata.gid);
    // After the content and the owner: both writes and chown(2) clear the set-id bits and the capabilities.
    if ((own || (metadata.mode & 07000) != 0) && ::fchmod(fd, metadata.mode) != 0)
        return failErrno(errno, "setting its mode");
    return setXattrs(fd, entry);
}

Result<> applyByName(int parent, const std::string &name, const Metadata &metadata, bool link)
{
    if (::fchownat(parent, name.c_str(), metadata.uid, metadata.gid, AT_SYMLINK_NOFOLLOW) != 0)
        return failErrno(errno, "giving it to {}:{}", metadata.uid, metadata.gid);
    if (!link && ::fchmodat(parent, name.c_str(), metadata.mode, 0) != 0)
        return failErrno(errno, "setting its mode");
    if (::utimensat(parent, name.c_str(), metadata.times.data(), AT_SYMLINK_NOFOLLOW) != 0)
        return failErrno(errno, "setting its times");
    return {};
}

} // namespace quayside::images
