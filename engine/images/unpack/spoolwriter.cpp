#include "engine/images/unpack/spoolwriter.h"

#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::images
{

Result<> SpoolWriter::write(const std::string &name, archive_entry *entry, TarReader &data)
{
    if (name.empty())
        return {};
    const std::string base = baseOf(name);
    TRY(const int parent, m_folders.open(parentOf(name), Links::None));
    if (const char *target = archive_entry_hardlink(entry))
        return writeHardLink(parent, base, target);
    switch (archive_entry_filetype(entry)) {
    case AE_IFDIR:
        if (::mkdirat(parent, base.c_str(), 0700) != 0 && errno != EEXIST)
            return failErrno(errno, "making the folder");
        return {};
    case AE_IFLNK: // docker save before 25 links layers that two images share
        if (::symlinkat(archive_entry_symlink(entry), parent, base.c_str()) != 0)
            return failErrno(errno, "making the link");
        return {};
    case AE_IFREG:
        break;
    default:
        return fail(ErrorKind::InvalidArgument, "an image archive holds files, folders and links only");
    }
    const Fd file(::openat(parent, base.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file && errno == EEXIST)
        return fail(ErrorKind::InvalidArgument, "its name comes twice in the archive");
    if (!file)
        return failErrno(errno, "making the file");
    return data.copyTo(file.get(), entry);
}

Result<> SpoolWriter::writeHardLink(int parent, const std::string &base, std::string_view raw)
{
    const auto target = normalise(raw, 16);
    if (!target || target->empty())
        return fail(ErrorKind::InvalidArgument, "it is a hard link to {}, which is outside the archive",
                    shown(raw));
    const Fd folder(::fcntl(parent, F_DUPFD_CLOEXEC, 0)); // the next find() closes it
    TRY(const int from, m_folders.find(parentOf(*target)));
    if (::linkat(from, baseOf(*target).c_str(), folder.get(), base.c_str(), 0) != 0)
        return failErrno(errno, "making the hard link to {}", shown(raw));
    return {};
}

} // namespace quayside::images
