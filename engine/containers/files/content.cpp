#include "engine/api/http/body.h"
#include "engine/base/rootedpath.h"
#include "engine/base/writeall.h"
#include "engine/containers/files/browse.h"
#include "engine/containers/files/channel.h"

#include <fcntl.h>
#include <sys/random.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <format>

namespace quayside::containers::files
{
namespace
{

constexpr std::size_t pieceBytes = std::size_t{256} * 1024;

// Regular files only: who opens a FIFO for reading waits, and a device may act.
Result<Fd> openRegular(int root, const std::string &path, struct stat &status)
{
    TRY(const Fd there, openInRoot(systemKernel(), root, path, O_PATH));
    if (::fstat(there.get(), &status) != 0)
        return failErrno(errno, "looking at {}", path);
    if (S_ISDIR(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "{} is a folder", path);
    if (!S_ISREG(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "{} is no regular file", path);
    TRY(Fd file, openInRoot(systemKernel(), root, path, O_RDONLY | O_NONBLOCK | O_NOCTTY));
    const ino_t seen = status.st_ino;
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_ino != seen)
        return fail(ErrorKind::Conflict, "{} was changed just now; try again", path);
    return file;
}

void sayRegular(const FilesRequest &request, const struct stat &status)
{
    std::string text = baseName(request.path);
    text += '\0';
    say({.kind = PacketKind::Found,
         .mode = status.st_mode,
         .size = status.st_size,
         .seconds = status.st_mtim.tv_sec,
         .nanoseconds = status.st_mtim.tv_nsec},
        text);
}

// The file while it is written; gone with this object unless it was put in its place.
class Draft
{
public:
    static Result<Draft> make(int folder)
    {
        std::array<unsigned char, 8> random{};
        if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
            return failErrno(errno, "making a name");
        std::string name = ".quayside-";
        for (const unsigned char byte : random)
            name += std::format("{:02x}", byte);
        Fd file(::openat(folder, name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file)
            return failErrno(errno, "writing to the folder");
        return Draft(folder, std::move(name), std::move(file));
    }
    Draft(Draft &&other) noexcept
        : m_folder(other.m_folder), m_name(std::exchange(other.m_name, {})), m_file(std::move(other.m_file))
    {
    }
    Draft &operator=(Draft &&) = delete;
    ~Draft()
    {
        if (!m_name.empty())
            ::unlinkat(m_folder, m_name.c_str(), 0);
    }

    [[nodiscard]] int file() const { return m_file.get(); }
    // errno; 0: done.
    int moveTo(const std::string &name)
    {
        if (::renameat(m_folder, m_name.c_str(), m_folder, name.c_str()) != 0)
            return errno;
        m_name.clear();
        return 0;
    }

private:
    Draft(int folder, std::string name, Fd file)
        : m_folder(folder), m_name(std::move(name)), m_file(std::move(file))
    {
    }
    int m_folder;
    std::string m_name;
    Fd m_file;
};

Result<> takeBytes(int file)
{
    TRY(Lent lent, awaitGo());
    api::BodyParser framing({.chunked = lent.go.chunked, .length = lent.go.length});
    api::BodySource source(fdOf(dataSlot), framing, std::move(lent.ahead));
    std::string piece(pieceBytes, '\0');
    for (;;) {
        TRY(const std::size_t got, source.read(piece));
        if (got == 0)
            return {};
        CHECK(writeAll(file, {piece.data(), got}, "writing the file"));
        sayProgress();
    }
}

// But for security.*: what a capability was given for is another content now, as the kernel has it.
void keepAttributes(int from, int to)
{
    std::array<char, 16 * 1024> names, value;
    const ssize_t length = ::flistxattr(from, names.data(), names.size());
    for (ssize_t at = 0; at < length;) {
        const std::string_view name(names.data() + at);
        at += static_cast<ssize_t>(name.size()) + 1;
        if (name.starts_with("security."))
            continue;
        const ssize_t size = ::fgetxattr(from, name.data(), value.data(), value.size());
        if (size >= 0)
            (void)::fsetxattr(to, name.data(), value.data(), static_cast<std::size_t>(size), 0);
    }
}

Result<> keepWhatItWas(const Place &place, const struct stat &before, int file)
{
    struct stat made{};
    const bool same =
        ::fstat(file, &made) == 0 && made.st_uid == before.st_uid && made.st_gid == before.st_gid;
    if (!same && ::fchown(file, before.st_uid, before.st_gid) != 0)
        return failErrno(errno, "keeping the owner of the file");
    const Fd old(
        ::openat(place.folder.get(), place.name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (old)
        keepAttributes(old.get(), file);
    if (::fchmod(file, before.st_mode & 07777) != 0)
        return failErrno(errno, "keeping the mode of the file");
    return {};
}

// A file that is mounted by itself (/etc/hosts) can't be replaced.
Result<> overwrite(const Place &place, const Draft &draft)
{
    const Fd target(
        ::openat(place.folder.get(), place.name.c_str(), O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status{};
    if (!target || ::fstat(target.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return failErrno(errno, "opening what is mounted there");
    if (::ftruncate(target.get(), 0) != 0)
        return failErrno(errno, "emptying what is mounted there");
    std::string piece(pieceBytes, '\0');
    for (off_t at = 0;;) {
        const ssize_t got = ::pread(draft.file(), piece.data(), piece.size(), at);
        if (got < 0)
            return failErrno(errno, "copying the file");
        if (got == 0)
            return {};
        CHECK(writeAll(target.get(), {piece.data(), static_cast<std::size_t>(got)}, "writing the file"));
        at += got;
    }
}

struct Target {
    Place place;
    struct stat before{};
    bool there = false;
};

Result<> look(const FilesRequest &request, Target &target)
{
    target.there = ::fstatat(target.place.folder.get(), target.place.name.c_str(), &target.before,
                             AT_SYMLINK_NOFOLLOW) == 0;
    if (target.there && S_ISDIR(target.before.st_mode))
        return fail(ErrorKind::InvalidArgument, "{} is a folder", request.path);
    if (target.there && !S_ISREG(target.before.st_mode))
        return fail(ErrorKind::InvalidArgument, "{} is no regular file", request.path);
    const FileVersion now = target.there ? versionOf(target.before.st_mtim.tv_sec,
                                                     target.before.st_mtim.tv_nsec, target.before.st_size)
                                         : FileVersion("none");
    if (!request.version.empty() && request.version != now)
        return std::unexpected(Error{
            ErrorKind::Conflict, ESTALE,
            std::format("{} has been {} meanwhile", request.path, target.there ? "changed" : "removed")});
    return {};
}

} // namespace

Result<> checkWritable(int root, int folder)
{
    struct statfs there{};
    if (::fstatfs(folder, &there) != 0 || (there.f_flags & ST_RDONLY) == 0)
        return {};
    struct statx ofRoot{}, ofFolder{};
    const bool sameMount = ::statx(root, "", AT_EMPTY_PATH, STATX_MNT_ID, &ofRoot) == 0 &&
                           ::statx(folder, "", AT_EMPTY_PATH, STATX_MNT_ID, &ofFolder) == 0 &&
                           ofRoot.stx_mnt_id == ofFolder.stx_mnt_id;
    return fail(ErrorKind::Forbidden, "{} is marked read-only",
                sameMount ? "container rootfs" : "mounted volume");
}

Result<> readFile(int root, const FilesRequest &request)
{
    struct stat status{};
    TRY(const Fd file, openRegular(root, request.path, status));
    sayRegular(request, status);
    TRY(const Lent lent, awaitGo());
    api::BodySink out(fdOf(dataSlot), lent.go.chunked);
    std::string piece(pieceBytes, '\0');
    for (;;) {
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failErrno(errno, "reading {}", request.path);
        if (got == 0)
            return out.flush();
        CHECK(out.write({piece.data(), static_cast<std::size_t>(got)}));
        sayProgress();
    }
}

Result<> putFile(int root, const FilesRequest &request)
{
    TRY(const std::string path, followLinks(root, request.path));
    Target target;
    TRY(target.place, findPlace(systemKernel(), root, path));
    CHECK(checkWritable(root, target.place.folder.get()));
    CHECK(look(request, target));
    sayRegular(request, target.before);
    TRY(Draft draft, Draft::make(target.place.folder.get()));
    CHECK(takeBytes(draft.file()));
    CHECK(look(request, target));
    if (target.there)
        CHECK(keepWhatItWas(target.place, target.before, draft.file()));
    else if (::fchmod(draft.file(), 0644) != 0)
        return failErrno(errno, "giving the file its mode");
    const int error = draft.moveTo(target.place.name);
    if (error != 0 && error != EBUSY)
        return failErrno(error, "putting {} in its place", request.path);
    if (error == EBUSY)
        CHECK(overwrite(target.place, draft));
    struct stat after{};
    if (::fstatat(target.place.folder.get(), target.place.name.c_str(), &after, AT_SYMLINK_NOFOLLOW) == 0)
        sayRegular(request, after);
    return {};
}

} // namespace quayside::containers::files
