#include "engine/volumes/copyup.h"

#include <array>
#include <dirent.h>
#include <fcntl.h>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <vector>

namespace quayside::volumes
{

namespace
{

constexpr int maxDepth = 128; // one descriptor pair a level
constexpr off_t pieceSize = 1 << 18;

struct CloseFolder {
    void operator()(DIR *folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

Result<Folder> openEntries(int folder)
{
    Fd own(::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!own)
        return failErrno(errno, "reading a folder");
    Folder entries(::fdopendir(own.get()));
    if (!entries)
        return failErrno(errno, "reading a folder");
    (void)own.release(); // closedir closes it
    return entries;
}

class Copy
{
public:
    explicit Copy(const CopyProgress &copied) : m_copied(copied) {}
    Result<> folder(int from, int to, int depth);
    static Result<> attributes(int from, int to, const struct stat &status);

private:
    Result<> entry(int from, int to, const std::string &name, int depth);
    Result<> subfolder(int from, int to, const std::string &name, const struct stat &status, int depth);
    Result<> file(int from, int to, const std::string &name, const struct stat &status);
    Result<> content(int in, int out, off_t size);
    Result<> range(int in, int out, off_t start, off_t end);
    static Result<> link(int from, int to, const std::string &name, const struct stat &status);
    Result<bool> linkedBefore(int to, const std::string &name, const struct stat &status);

    const CopyProgress &m_copied;
    std::vector<char> m_buffer;
    std::string m_path; // where we are, for hard links: relative to the volume's root
    int m_root = -1;
    std::map<std::pair<dev_t, ino_t>, std::string> m_hardLinks;
};

Result<> copyAttributes(int from, int to)
{
    std::array<char, 65536> names, value;
    const auto length = ::flistxattr(from, names.data(), names.size());
    for (ssize_t at = 0; at < length;) {
        const std::string name = names.data() + at;
        at += static_cast<ssize_t>(name.size()) + 1;
        const auto size = ::fgetxattr(from, name.c_str(), value.data(), value.size());
        if (size < 0 || name.starts_with("trusted.") || name.starts_with("user.overlay."))
            continue;
        // A file system that has no such attributes takes none: the file is still the file.
        if (::fsetxattr(to, name.c_str(), value.data(), static_cast<std::size_t>(size), 0) < 0 &&
            errno != EOPNOTSUPP && errno != EPERM)
            return failErrno(errno, "copying the attribute {}", name);
    }
    return {};
}

Result<> Copy::attributes(int from, int to, const struct stat &status)
{
    // Owner first: a change of owner clears set-user-id and file capabilities (chown(2)).
    const timespec times[2] = {status.st_atim, status.st_mtim};
    if (::fchown(to, status.st_uid, status.st_gid) < 0 || ::fchmod(to, status.st_mode & 07777) < 0)
        return failErrno(errno, "giving a copied file its owner and mode");
    CHECK(copyAttributes(from, to));
    if (::futimens(to, times) < 0)
        return failErrno(errno, "giving a copied file its times");
    return {};
}

Result<> Copy::range(int in, int out, off_t start, off_t end)
{
    while (start < end) {
        const auto wanted = std::min<off_t>(end - start, static_cast<off_t>(m_buffer.size()));
        const auto count = ::pread(in, m_buffer.data(), static_cast<std::size_t>(wanted), start);
        if (count <= 0)
            return failErrno(count < 0 ? errno : EIO, "reading a file");
        // The last bytes of a full disk are taken: only the next write says why there are no more.
        const auto written = ::pwrite(out, m_buffer.data(), static_cast<std::size_t>(count), start);
        if (written <= 0)
            return failErrno(written < 0 ? errno : ENOSPC, "writing to the volume");
        start += written;
        if (m_copied)
            CHECK(m_copied(static_cast<std::uint64_t>(written)));
    }
    return {};
}

Result<> Copy::content(int in, int out, off_t size)
{
    if (m_buffer.size() < static_cast<std::size_t>(std::min(size, pieceSize)))
        m_buffer.resize(static_cast<std::size_t>(std::min(size, pieceSize)));
    if (::ftruncate(out, size) < 0)
        return failErrno(errno, "writing to the volume");
    for (off_t at = 0; at < size;) {
        off_t start = ::lseek(in, at, SEEK_DATA);
        if (start < 0 && errno == ENXIO)
            return {}; // a hole up to the end
        if (start < 0)
            start = at; // a file system without SEEK_DATA
        off_t end = ::lseek(in, start, SEEK_HOLE);
        if (end < 0 || end > size)
            end = size;
        CHECK(range(in, out, start, end));
        at = end;
    }
    return {};
}

Result<> Copy::file(int from, int to, const std::string &name, const struct stat &status)
{
    const Fd in(::openat(from, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!in)
        return failErrno(errno, "opening {}", name);
    const Fd out(::openat(to, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!out)
        return failErrno(errno, "making {} in the volume", name);
    CHECK(content(in.get(), out.get(), status.st_size));
    return attributes(in.get(), out.get(), status);
}

Result<> Copy::link(int from, int to, const std::string &name, const struct stat &status)
{
    std::array<char, 4096> target;
    const auto length = ::readlinkat(from, name.c_str(), target.data(), target.size() - 1);
    if (length < 0)
        return failErrno(errno, "reading the link {}", name);
    target[static_cast<std::size_t>(length)] = 0;
    const timespec times[2] = {status.st_atim, status.st_mtim};
    if (::symlinkat(target.data(), to, name.c_str()) < 0 ||
        ::fchownat(to, name.c_str(), status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW) < 0 ||
        ::utimensat(to, name.c_str(), times, AT_SYMLINK_NOFOLLOW) < 0)
        return failErrno(errno, "making the link {} in the volume", name);
    return {};
}

Result<bool> Copy::linkedBefore(int to, const std::string &name, const struct stat &status)
{
    if (status.st_nlink < 2)
        return false;
    const auto [known, isNew] = m_hardLinks.try_emplace({status.st_dev, status.st_ino}, m_path + name);
    if (isNew)
        return false;
    // The volume is ours alone while it is copied to: its paths are what this copy made.
    if (::linkat(m_root, known->second.c_str(), to, name.c_str(), 0) < 0)
        return failErrno(errno, "linking {} in the volume", name);
    return true;
}

Result<> Copy::subfolder(int from, int to, const std::string &name, const struct stat &status, int depth)
{
    const Fd in(::openat(from, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!in)
        return failErrno(errno, "opening {}", name);
    if (::mkdirat(to, name.c_str(), 0700) < 0)
        return failErrno(errno, "making {} in the volume", name);
    const Fd out(::openat(to, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!out)
        return failErrno(errno, "opening {} in the volume", name);
    const auto before = m_path.size();
    m_path += name + "/";
    CHECK(folder(in.get(), out.get(), depth + 1));
    m_path.resize(before);
    return attributes(in.get(), out.get(), status);
}

Result<> Copy::entry(int from, int to, const std::string &name, int depth)
{
    struct stat status{};
    if (::fstatat(from, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) < 0)
        return failErrno(errno, "looking at {}", name);
    if (S_ISDIR(status.st_mode))
        return subfolder(from, to, name, status, depth);
    TRY(const bool linked, linkedBefore(to, name, status));
    if (linked)
        return {};
    if (S_ISREG(status.st_mode))
        return file(from, to, name, status);
    if (S_ISLNK(status.st_mode))
        return link(from, to, name, status);
    if (S_ISFIFO(status.st_mode) &&
        (::mkfifoat(to, name.c_str(), status.st_mode & 07777) < 0 ||
         ::fchownat(to, name.c_str(), status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW) < 0))
        return failErrno(errno, "making {} in the volume", name);
    return {};
}

Result<> Copy::folder(int from, int to, int depth)
{
    if (m_root < 0)
        m_root = to;
    if (depth > maxDepth)
        return fail(ErrorKind::TooLarge, "the folders are nested deeper than {}", maxDepth);
    TRY(const auto names, namesIn(from));
    for (const auto &name : names)
        CHECK(entry(from, to, name, depth));
    return {};
}

} // namespace

Result<std::vector<std::string>> namesIn(int folder)
{
    TRY(const auto entries, openEntries(folder));
    std::vector<std::string> names;
    while (const dirent *entry = ::readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..")
            names.emplace_back(name);
    }
    return names;
}

Result<> copyFolderAttributes(const Fd &from, const Fd &to)
{
    struct stat status{};
    if (::fstat(from.get(), &status) < 0)
        return failErrno(errno, "looking at the folder to copy");
    return Copy::attributes(from.get(), to.get(), status);
}

Result<> copyTree(const Fd &from, const Fd &to, const CopyProgress &copied)
{
    struct stat status{};
    if (::fstat(from.get(), &status) < 0)
        return failErrno(errno, "looking at the folder to copy");
    const Fd in(::openat(from.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const Fd out(::openat(to.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!in || !out)
        return failErrno(errno, "opening the folders of a copy");
    Copy copy(copied);
    CHECK(copy.folder(in.get(), out.get(), 0));
    return Copy::attributes(in.get(), out.get(), status);
}

Result<bool> isEmptyFolder(const Fd &folder)
{
    TRY(const auto names, namesIn(folder.get()));
    return names.empty() || (names.size() == 1 && names.front() == "lost+found");
}

} // namespace quayside::volumes
