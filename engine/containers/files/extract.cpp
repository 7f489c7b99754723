#include "engine/containers/files/extract.h"

#include "engine/images/unpack/metadata.h"
#include "engine/storage/folders.h"
#include "engine/storage/removetree.h"

#include <archive_entry.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace quayside::containers::files
{
namespace
{

constexpr std::uint32_t idsInside = 65536;
constexpr la_int64_t worthHandingOver =
    la_int64_t{64} * 1024; // less is written in the time that it takes to say so
constexpr std::string_view asidePrefix = ".quayside-";
constexpr int mostTries = 100;
constexpr std::size_t mostUnfinished = 64; // each is an open file

std::string parentOf(const std::string &name)
{
    const std::size_t slash = name.rfind('/');
    return slash == std::string::npos ? std::string() : name.substr(0, slash);
}

std::string baseOf(const std::string &name)
{
    return name.substr(name.rfind('/') + 1);
}

// Names come from the archive; an absolute link leads to the process's root, which is the container's.
Fd openFolder(int folder, const std::string &path)
{
    open_how how{};
    how.flags = O_PATH | O_DIRECTORY | O_CLOEXEC;
    how.resolve = RESOLVE_NO_MAGICLINKS;
    const char *name = path.empty() ? "." : path.c_str();
    return Fd(static_cast<int>(::syscall(SYS_openat2, folder, name, &how, sizeof how)));
}

} // namespace

// "/a" and "./a" are "a"; ".." may go back up, but not out.
Result<std::string> FolderWriter::nameOf(std::string_view raw, std::uint32_t maxDepth)
{
    std::vector<std::string_view> parts;
    for (std::string_view rest = raw; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (part.empty() || part == ".")
            continue;
        if (part != "..") {
            if (part.size() > 255)
                return fail(ErrorKind::InvalidArgument, "a part of its name is longer than 255 bytes");
            parts.push_back(part);
        } else if (parts.empty()) {
            return fail(ErrorKind::InvalidArgument, "its name leaves the folder with \"..\"");
        } else {
            parts.pop_back();
        }
    }
    if (parts.size() > maxDepth)
        return fail(ErrorKind::TooLarge, "it lies deeper than {} folders", maxDepth);
    std::string name;
    for (const std::string_view part : parts) {
        name += name.empty() ? "" : "/";
        name += part;
    }
    return name;
}

Result<int> FolderWriter::openParent(const std::string &path)
{
    if (m_parent && m_path == path)
        return m_parent.get();
    Fd folder = openFolder(m_folder, path);
    if (!folder && errno == ENOENT) {
        TRY(folder, makeParents(path));
    }
    if (!folder)
        return failErrno(errno, "opening its folder {}", images::shown(path));
    m_parent = std::move(folder);
    m_path = path;
    return m_parent.get();
}

Result<Fd> FolderWriter::makeParents(const std::string &path)
{
    Fd folder = openFolder(m_folder, path);
    if (folder || errno != ENOENT || path.empty())
        return folder;
    TRY(const Fd parent, makeParents(parentOf(path)));
    if (!parent || ::mkdirat(parent.get(), baseOf(path).c_str(), 0755) != 0)
        return failErrno(errno, "making its folder {}", images::shown(path));
    return openFolder(m_folder, path);
}

// What is in the way of an entry goes; a folder that meets a folder stays.
Result<> FolderWriter::makeRoom(int parent, const std::string &name, bool folder)
{
    struct stat status{};
    if (::fstatat(parent, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? Result<>() : failErrno(errno, "looking at what is there");
    const bool there = S_ISDIR(status.st_mode);
    if (there && folder)
        return {};
    if (m_options.keepDirectories && there)
        return fail(ErrorKind::InvalidArgument, "cannot overwrite directory {} with non-directory",
                    images::shown(name));
    if (m_options.keepDirectories && folder)
        return fail(ErrorKind::InvalidArgument, "cannot overwrite non-directory {} with directory",
                    images::shown(name));
    if (there) {
        const Fd inner(::openat(parent, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!inner)
            return failErrno(errno, "replacing the folder of its name");
        CHECK(storage::removeContents(inner.get()));
    }
    if (::unlinkat(parent, name.c_str(), there ? AT_REMOVEDIR : 0) != 0 && errno != ENOENT)
        return failErrno(errno, "replacing what has its name");
    return {};
}

Result<> FolderWriter::setOwner(archive_entry *entry) const
{
    const la_int64_t uid = archive_entry_uid(entry), gid = archive_entry_gid(entry);
    if (m_options.owner) {
        archive_entry_set_uid(entry, m_options.owner->first);
        archive_entry_set_gid(entry, m_options.owner->second);
        return {};
    }
    const bool known = uid >= 0 && uid < idsInside && gid >= 0 && gid < idsInside;
    if (!known && m_options.exactIds)
        return fail(ErrorKind::InvalidArgument,
                    "its owner {}:{} is outside 0..65535, the ids that a container has; copy without "
                    "--archive (copyUIDGID)",
                    uid, gid);
    if (uid < 0 || uid >= idsInside)
        archive_entry_set_uid(entry, 0);
    if (gid < 0 || gid >= idsInside)
        archive_entry_set_gid(entry, 0);
    return {};
}

Result<> FolderWriter::write(const std::string &name, archive_entry *entry, images::TarReader &data)
{
    CHECK(setOwner(entry));
    if (archive_entry_hardlink(entry) != nullptr)
        return makeHardLink(name, entry);
    const bool folder = archive_entry_filetype(entry) == AE_IFDIR;
    if (name.empty() && folder && m_options.folderItself)
        return takeFolderItself(entry);
    if (name.empty())
        return folder ? Result<>() // the folder itself stays what it is, as with dockerd
                      : fail(ErrorKind::InvalidArgument, "it has no name");
    TRY(const int parent, openParent(parentOf(name)));
    const std::string base = baseOf(name);
    if (folder) {
        CHECK(makeRoom(parent, base, true));
        return makeFolder(parent, base, name, entry);
    }
    return replace(parent, base,
                   [&](const std::string &made) { return take(parent, made, base, entry, data); });
}

// Where nothing is in the way, which is the rule, nobody has to look first.
Result<> FolderWriter::replace(int parent, const std::string &base,
                               const std::function<Result<>(const std::string &made)> &make)
{
    for (int tries = 0; tries < mostTries; ++tries) {
        auto done = make(base);
        if (done || done.error().errnum != EEXIST)
            return done;
        CHECK(makeRoom(parent, base, false));
    }
    // Something puts it back again and again. Only then, since who is killed now leaves the other name
    // behind.
    return make(storage::randomName(asidePrefix));
}

// What was made aside goes to its place at once, over what another copy, or the container, put there
// meanwhile.
Result<> FolderWriter::place(int parent, const std::string &made, const std::string &base)
{
    if (made == base)
        return {};
    const int outcome = ::renameat(parent, made.c_str(), parent, base.c_str()) == 0 ? 0 : errno;
    ::unlinkat(parent, made.c_str(), 0); // rename(2) leaves it where both are links to one file
    return outcome == 0 ? Result<>() : failErrno(outcome, "putting it in its place");
}

Result<> FolderWriter::makeFolder(int parent, const std::string &base, const std::string &name,
                                  archive_entry *entry)
{
    TRY(const images::Metadata metadata, images::metadataOf(entry));
    if (::mkdirat(parent, base.c_str(), 0700) != 0 && errno != EEXIST)
        return failErrno(errno, "making the folder");
    const Fd folder(::openat(parent, base.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening the folder");
    CHECK(images::applyTo(folder.get(), entry, metadata, true));
    m_times.emplace_back(name, metadata.times);
    return {};
}

Result<> FolderWriter::takeFolderItself(archive_entry *entry)
{
    TRY(const images::Metadata metadata, images::metadataOf(entry));
    const Fd folder(::openat(m_folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening the folder");
    CHECK(images::applyTo(folder.get(), entry, metadata, true));
    m_times.emplace_back(".", metadata.times);
    return {};
}

// `made`: the name that it is made under, `base` itself where nothing is in the way.
Result<> FolderWriter::take(int parent, const std::string &made, const std::string &base,
                            archive_entry *entry, images::TarReader &data)
{
    if (archive_entry_filetype(entry) == AE_IFREG)
        return takeFile(parent, made, base, entry, data);
    TRY(const images::Metadata metadata, images::metadataOf(entry));
    switch (archive_entry_filetype(entry)) {
    case AE_IFLNK: {
        const char *target = archive_entry_symlink(entry);
        if (target == nullptr || ::symlinkat(target, parent, made.c_str()) != 0)
            return failErrno(target == nullptr ? EINVAL : errno, "making the link");
        CHECK(images::applyByName(parent, made, metadata, true));
        return place(parent, made, base);
    }
    case AE_IFIFO:
        if (::mknodat(parent, made.c_str(), S_IFIFO | 0600, 0) != 0)
            return failErrno(errno, "making the FIFO");
        CHECK(images::applyByName(parent, made, metadata, false));
        return place(parent, made, base);
    case AE_IFCHR:
    case AE_IFBLK:
        return fail(ErrorKind::InvalidArgument,
                    "it is a device, which cannot be made in a container; give it one with --device");
    default:
        return fail(ErrorKind::InvalidArgument, "it is of a kind that cannot be copied");
    }
}

Result<> FolderWriter::takeFile(int parent, const std::string &made, const std::string &base,
                                archive_entry *entry, images::TarReader &data)
{
    TRY(const images::Metadata metadata, images::metadataOf(entry));
    // Nobody but the owner may read it before it is whose it shall be.
    const bool asMade = metadata.uid == 0 && metadata.gid == 0;
    Fd file(::openat(parent, made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                     metadata.mode & (asMade ? 0777 : 0700)));
    struct stat status{};
    if (!file || ::fstat(file.get(), &status) != 0)
        return failErrno(errno, "making the file");
    CHECK(place(parent, made, base));
    // A folder's set-group-id bit or default ACL goes to what is made in it.
    const bool other = !asMade || status.st_uid != 0 || status.st_gid != 0 ||
                       (status.st_mode & 07777) != (metadata.mode & 0777);
    if (archive_entry_size(entry) < worthHandingOver || (m_isLate && !m_isLate())) {
        CHECK(data.copyTo(file.get(), entry));
        return complete(file.get(), entry, metadata, other);
    }
    const auto write = [&](std::string_view bytes, off_t offset) -> Result<> {
        m_behind.write(file.get(), bytes, offset);
        return {};
    };
    images::TarReader::MovePiece move;
    if (m_behind.moves())
        move = [&](images::Blocks &from, std::uint64_t count, off_t offset) {
            return m_behind.move(file.get(), from, count, offset);
        };
    const auto copied = data.copyTo(file.get(), entry, write, move);
    const std::uint64_t number = m_behind.endFile();
    if (!copied)
        m_behind.waitFor(number); // until then the descriptor stays open
    CHECK(copied);
    m_unfinished.push_back(
        {number, std::move(file), {archive_entry_clone(entry), archive_entry_free}, metadata, other});
    return completeUpTo(m_unfinished.size() < mostUnfinished ? m_behind.written()
                                                             : m_unfinished.front().number);
}

Result<> FolderWriter::complete(int file, archive_entry *entry, const images::Metadata &metadata, bool other)
{
    CHECK(images::applyTo(file, entry, metadata, other));
    if (::futimens(file, metadata.times.data()) != 0)
        return failErrno(errno, "setting its times");
    return {};
}

Result<> FolderWriter::completeUpTo(std::uint64_t number)
{
    m_behind.waitFor(number);
    while (!m_unfinished.empty() && m_unfinished.front().number <= number) {
        const Unfinished done = std::move(m_unfinished.front());
        m_unfinished.pop_front();
        auto outcome = m_behind.outcome(done.number);
        if (outcome)
            outcome = complete(done.file.get(), done.entry.get(), done.metadata, done.other);
        if (!outcome)
            return wrap(std::move(outcome).error(), "the file {}",
                        images::shown(archive_entry_pathname(done.entry.get())));
    }
    return {};
}

Result<> FolderWriter::makeHardLink(const std::string &name, archive_entry *entry)
{
    const char *raw = archive_entry_hardlink(entry);
    const auto target = nameOf(raw, 4096);
    if (!target || target->empty() || name.empty())
        return fail(ErrorKind::InvalidArgument, "it is a hard link to {}, which is outside the archive",
                    images::shown(raw));
    if (*target == name)
        return {};
    const Fd from = openFolder(m_folder, parentOf(*target));
    if (!from)
        return failErrno(errno, "opening the folder of {}, to which it is a hard link", images::shown(raw));
    TRY(const int parent, openParent(parentOf(name)));
    const std::string base = baseOf(name);
    return replace(parent, base, [&](const std::string &made) -> Result<> {
        if (::linkat(from.get(), baseOf(*target).c_str(), parent, made.c_str(), 0) != 0)
            return failErrno(errno, "making the hard link to {}", images::shown(raw));
        return place(parent, made, base);
    });
}

Result<> FolderWriter::finish()
{
    if (!m_unfinished.empty())
        CHECK(completeUpTo(m_unfinished.back().number));
    for (auto folder = m_times.rbegin(); folder != m_times.rend(); ++folder) {
        const Fd parent = openFolder(m_folder, parentOf(folder->first));
        // A later entry, or the container, may have put something else there.
        if (parent &&
            ::utimensat(parent.get(), baseOf(folder->first).c_str(), folder->second.data(),
                        AT_SYMLINK_NOFOLLOW) != 0 &&
            errno != ENOENT)
            return failErrno(errno, "setting the times of {}", images::shown(folder->first));
    }
    return {};
}

} // namespace quayside::containers::files
