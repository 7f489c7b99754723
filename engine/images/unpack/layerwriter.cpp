#include "engine/images/unpack/layerwriter.h"

#include "engine/storage/removetree.h"

#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

namespace quayside::images
{

Result<> LayerWriter::write(const std::string &name, archive_entry *entry, TarReader &data)
{
    if (m_form == LayerForm::Context) {
        archive_entry_set_uid(entry, 0);
        archive_entry_set_gid(entry, 0);
        archive_entry_xattr_clear(entry);
    }
    if (name.empty())
        return writeRoot(entry);
    const std::string base = baseOf(name);
    if (m_form == LayerForm::Image && base.starts_with(whiteoutPrefix))
        return writeWhiteout(m_folders, name);
    if (archive_entry_hardlink(entry) != nullptr)
        return writeHardLink(name, entry);
    TRY(const int parent, m_folders.open(parentOf(name), Links::Within));
    switch (archive_entry_filetype(entry)) {
    case AE_IFREG:
        return writeFile(parent, base, entry, data);
    case AE_IFDIR:
        return writeFolder(parent, name, entry);
    case AE_IFLNK:
        return writeLink(parent, base, entry);
    case AE_IFIFO:
        return writeFifo(parent, base, entry);
    case AE_IFCHR:
    case AE_IFBLK:
        return fail(ErrorKind::InvalidArgument,
                    "it is a device; images hold none, a container gets those it needs");
    default:
        return fail(ErrorKind::InvalidArgument, "it is of a kind that images don't hold");
    }
}

Result<> LayerWriter::writeRoot(archive_entry *entry)
{
    if (archive_entry_filetype(entry) != AE_IFDIR || archive_entry_hardlink(entry) != nullptr)
        return fail(ErrorKind::InvalidArgument, "the root of an image is a folder");
    TRY(const Metadata metadata, metadataOf(entry));
    CHECK(applyTo(m_root, entry, metadata, true));
    m_setgidSeen = m_setgidSeen || (metadata.mode & S_ISGID) != 0;
    m_times.push_back({".", metadata.times});
    return {};
}

Result<> LayerWriter::makeRoom(int parent, const std::string &base)
{
    if (::unlinkat(parent, base.c_str(), 0) == 0 || errno == ENOENT)
        return {};
    const Fd folder(::openat(parent, base.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "replacing an earlier entry of its name");
    CHECK(storage::removeContents(folder.get()));
    if (::unlinkat(parent, base.c_str(), AT_REMOVEDIR) != 0)
        return failErrno(errno, "replacing an earlier entry of its name");
    return {};
}

Result<> LayerWriter::writeFile(int parent, const std::string &base, archive_entry *entry, TarReader &data)
{
    TRY(const Metadata metadata, metadataOf(entry));
    const auto create = [&] {
        return ::openat(parent, base.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                        metadata.mode & 0777);
    };
    Fd file(create());
    if (!file && errno == EEXIST) {
        CHECK(makeRoom(parent, base));
        file = Fd(create());
    }
    if (!file)
        return failErrno(errno, "making the file");
    CHECK(data.copyTo(file.get(), entry));
    CHECK(applyTo(file.get(), entry, metadata, m_setgidSeen));
    if (::futimens(file.get(), metadata.times.data()) != 0)
        return failErrno(errno, "setting its times");
    return {};
}

Result<> LayerWriter::writeFolder(int parent, const std::string &name, archive_entry *entry)
{
    TRY(const Metadata metadata, metadataOf(entry));
    const std::string base = baseOf(name);
    const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    Fd folder(::openat(parent, base.c_str(), flags));
    if (!folder && errno != ENOENT && !isWhiteout(parent, base))
        CHECK(makeRoom(parent, base));
    if (!folder) {
        CHECK(makeDirectory(parent, base));
        folder = Fd(::openat(parent, base.c_str(), flags));
    }
    if (!folder)
        return failErrno(errno, "opening the folder");
    CHECK(applyTo(folder.get(), entry, metadata, true));
    m_setgidSeen = m_setgidSeen || (metadata.mode & S_ISGID) != 0;
    m_times.push_back({name, metadata.times});
    return {};
}

Result<> LayerWriter::writeLink(int parent, const std::string &base, archive_entry *entry)
{
    TRY(const Metadata metadata, metadataOf(entry));
    const char *target = archive_entry_symlink(entry);
    if (target == nullptr || *target == '\0')
        return fail(ErrorKind::InvalidArgument, "it is a link to nothing");
    if (::symlinkat(target, parent, base.c_str()) != 0) {
        if (errno != EEXIST)
            return failErrno(errno, "making the link");
        CHECK(makeRoom(parent, base));
        if (::symlinkat(target, parent, base.c_str()) != 0)
            return failErrno(errno, "making the link");
    }
    return applyByName(parent, base, metadata, true);
}

Result<> LayerWriter::writeFifo(int parent, const std::string &base, archive_entry *entry)
{
    TRY(const Metadata metadata, metadataOf(entry));
    CHECK(makeRoom(parent, base));
    if (::mknodat(parent, base.c_str(), S_IFIFO | 0600, 0) != 0)
        return failErrno(errno, "making the fifo");
    return applyByName(parent, base, metadata, false);
}

Result<> LayerWriter::writeHardLink(const std::string &name, archive_entry *entry)
{
    std::string_view raw = archive_entry_hardlink(entry);
    const std::string where = shown(raw);
    raw.remove_prefix(
        std::min(raw.find_first_not_of('/'), raw.size())); // counts from the image's root, as elsewhere
    const auto target = normalise(raw, m_maxDepth);
    if (!target || target->empty())
        return fail(ErrorKind::InvalidArgument, "it is a hard link to {}, which is outside the image", where);
    if (*target == name)
        return {};
    const auto found = m_folders.find(parentOf(*target));
    struct stat status{};
    const std::string targetBase = baseOf(*target);
    if (!found || ::fstatat(*found, targetBase.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return fail(ErrorKind::InvalidArgument, "it is a hard link to {}, which is not in its layer", where);
    if (S_ISDIR(status.st_mode) || S_ISCHR(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "it is a hard link to {}, which is no file", where);
    const Fd targetFolder(::fcntl(*found, F_DUPFD_CLOEXEC, 0)); // the next open() closes it
    TRY(const int parent, m_folders.open(parentOf(name), Links::Within));
    const std::string base = baseOf(name);
    const auto link = [&] {
        return ::linkat(targetFolder.get(), targetBase.c_str(), parent, base.c_str(), 0) == 0;
    };
    if (link())
        return {};
    if (errno == EEXIST)
        CHECK(makeRoom(parent, base));
    if (!link())
        return failErrno(errno, "making the hard link to {}", where);
    return {};
}

Result<> LayerWriter::finish()
{
    for (const FolderTime &folder : m_times) {
        struct stat status{};
        const auto parent = m_folders.find(parentOf(folder.name));
        const std::string base = baseOf(folder.name);
        // A later entry may have replaced the folder.
        if (!parent || ::fstatat(*parent, base.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 ||
            !S_ISDIR(status.st_mode))
            continue;
        if (::utimensat(*parent, base.c_str(), folder.times.data(), AT_SYMLINK_NOFOLLOW) != 0)
            return failErrno(errno, "setting the times of {}", folder.name);
    }
    return {};
}

} // namespace quayside::images
