#include "engine/images/pack/layercopy.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include <array>

namespace quayside::images
{
namespace
{

// The disk begins to write while we read on: the flush at the end has less to wait for.
constexpr std::uint64_t flushBytes = std::uint64_t{8} << 20;
constexpr std::uint64_t smallFile = std::uint64_t{256} << 10; // is left to the flush at the end

// Whole seconds, as the tar has them: a layer that was loaded has no others.
std::array<timespec, 2> timesOf(const struct stat &status)
{
    return {timespec{0, UTIME_OMIT}, timespec{status.st_mtim.tv_sec < 0 ? 0 : status.st_mtim.tv_sec, 0}};
}

Result<> copyAttributes(const TreeEntry &entry, int to)
{
    const struct stat &status = entry.status;
    if (::fchown(to, status.st_uid, status.st_gid) != 0 || ::fchmod(to, status.st_mode & 07777) != 0)
        return failErrno(errno, "giving /{} its owner and mode in the layer", entry.path);
    // After the owner: a change of it clears file capabilities.
    for (const auto &[name, value] : attributesOf(entry.file))
        if (::fsetxattr(to, name.c_str(), value.data(), value.size(), 0) != 0)
            return failErrno(errno, "giving /{} its attribute {} in the layer", entry.path, name);
    if (S_ISDIR(status.st_mode) && isOpaque(entry.file) &&
        ::fsetxattr(to, "user.overlay.opaque", "y", 1, 0) != 0)
        return failErrno(errno, "making /{} opaque in the layer", entry.path);
    if (::futimens(to, timesOf(status).data()) != 0)
        return failErrno(errno, "giving /{} its time in the layer", entry.path);
    return {};
}

Result<> copyLink(const TreeEntry &entry, int parent)
{
    std::array<char, 4096> target;
    const ssize_t length = ::readlinkat(entry.parent, entry.name.c_str(), target.data(), target.size() - 1);
    if (length < 0)
        return failErrno(errno, "reading the link /{}", entry.path);
    target[static_cast<std::size_t>(length)] = '\0';
    if (::symlinkat(target.data(), parent, entry.name.c_str()) != 0)
        return failErrno(errno, "making the link /{} in the layer", entry.path);
    return {};
}

// What has no descriptor: links and FIFOs.
Result<> copyOwner(const TreeEntry &entry, int parent)
{
    const struct stat &status = entry.status;
    const char *name = entry.name.c_str();
    if (::fchownat(parent, name, status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW) != 0 ||
        (!S_ISLNK(status.st_mode) && ::fchmodat(parent, name, status.st_mode & 07777, 0) != 0) ||
        ::utimensat(parent, name, timesOf(status).data(), AT_SYMLINK_NOFOLLOW) != 0)
        return failErrno(errno, "giving /{} its owner and mode in the layer", entry.path);
    return {};
}

std::string parentOf(const std::string &path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

} // namespace

LayerCopy::LayerCopy(TarWriter &tar, int draft, Skip skip)
    : Packer(tar, PackForm::Layer, [](const std::string &path) { return path; }), m_draft(draft),
      m_skip(std::move(skip))
{
}

Result<int> LayerCopy::folderOf(const TreeEntry &entry)
{
    const std::string parent = parentOf(entry.path);
    if (parent.empty())
        return m_draft;
    if (m_folders.empty() || m_folders.back().first != parent)
        return fail(ErrorKind::Internal, "the folder of /{} is not in the layer", entry.path);
    return m_folders.back().second.get();
}

Result<> LayerCopy::visit(const TreeEntry &entry)
{
    if (S_ISSOCK(entry.status.st_mode) || (m_skip && m_skip(entry)))
        return {};
    TRY(const int parent, folderOf(entry));
    ++m_entries;
    TRY(const bool linked, linkedBefore(entry, parent));
    if (linked)
        return Packer::visit(entry);
    CHECK(make(entry, parent));
    CHECK(Packer::visit(entry));
    if (!S_ISREG(entry.status.st_mode))
        return {};
    const Fd file = std::move(m_file);
    return copyAttributes(entry, file.get());
}

Result<bool> LayerCopy::linkedBefore(const TreeEntry &entry, int parent)
{
    const struct stat &status = entry.status;
    if (S_ISDIR(status.st_mode) || status.st_nlink < 2 || isWhiteoutEntry(status))
        return false;
    const auto [known, first] = m_files.try_emplace({status.st_dev, status.st_ino}, entry.path);
    if (first)
        return false;
    // The draft is ours: its paths are what this copy made, and no link is among their folders.
    if (::linkat(m_draft, known->second.c_str(), parent, entry.name.c_str(), 0) != 0)
        return failErrno(errno, "linking /{} in the layer", entry.path);
    return true;
}

Result<> LayerCopy::make(const TreeEntry &entry, int parent)
{
    const struct stat &status = entry.status;
    const char *name = entry.name.c_str();
    if (S_ISDIR(status.st_mode)) {
        if (::mkdirat(parent, name, 0700) != 0)
            return failErrno(errno, "making /{} in the layer", entry.path);
        Fd folder(::openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!folder)
            return failErrno(errno, "opening /{} in the layer", entry.path);
        m_folders.emplace_back(entry.path, std::move(folder));
        return {};
    }
    if (S_ISREG(status.st_mode)) {
        m_file = Fd(::openat(parent, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!m_file)
            return failErrno(errno, "making /{} in the layer", entry.path);
        return {};
    }
    if (isWhiteoutEntry(status)) {
        if (::mknodat(parent, name, S_IFCHR, makedev(0, 0)) != 0)
            return failErrno(errno, "hiding /{} in the layer", entry.path);
        return {};
    }
    if (S_ISLNK(status.st_mode))
        return copyLink(entry, parent).and_then([&] { return copyOwner(entry, parent); });
    if (S_ISFIFO(status.st_mode)) {
        if (::mknodat(parent, name, S_IFIFO | 0600, 0) != 0)
            return failErrno(errno, "making /{} in the layer", entry.path);
        return copyOwner(entry, parent);
    }
    return {}; // a device: Packer refuses it
}

Result<> LayerCopy::leave(const TreeEntry &entry)
{
    if (m_folders.empty() || m_folders.back().first != entry.path)
        return {}; // it was skipped
    CHECK(copyAttributes(entry, m_folders.back().second.get()));
    m_folders.pop_back();
    return {};
}

// `at`: where in the file.
Result<> LayerCopy::writeBoth(std::string_view data, std::uint64_t hole, std::uint64_t &at)
{
    if (data.empty()) {
        at += hole;
        return writeZeros(m_tar, hole);
    }
    CHECK(m_tar.writeContent(data));
    while (!data.empty()) {
        const ssize_t done = ::pwrite(m_file.get(), data.data(), data.size(), static_cast<off_t>(at));
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failErrno(errno, "writing the layer");
        data.remove_prefix(static_cast<std::size_t>(done));
        at += static_cast<std::uint64_t>(done);
        m_unflushed += static_cast<std::uint64_t>(done);
    }
    if (m_unflushed >= flushBytes)
        startFlush();
    return {};
}

void LayerCopy::startFlush()
{
    (void)::sync_file_range(m_file.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
    m_unflushed = 0;
}

Result<> LayerCopy::fill(const TreeEntry &entry)
{
    const auto size = static_cast<std::uint64_t>(entry.status.st_size);
    std::uint64_t at = 0;
    CHECK(readSparse(entry.file, size, m_buffer,
                     [&](std::string_view data, std::uint64_t hole) { return writeBoth(data, hole, at); }));
    if (::ftruncate(m_file.get(), static_cast<off_t>(size)) != 0)
        return failErrno(errno, "writing the layer");
    if (m_unflushed >= smallFile)
        startFlush();
    m_unflushed = 0;
    return {};
}

Result<> LayerCopy::writeContent(const TreeEntry &entry)
{
    if (entry.status.st_size == 0)
        return {};
    if (::ioctl(m_file.get(), FICLONE, entry.file) != 0)
        return fill(entry);
    // The clone is what the tar tells of, even if the original changes meanwhile.
    if (::ftruncate(m_file.get(), entry.status.st_size) != 0)
        return failErrno(errno, "writing the layer");
    TreeEntry clone = entry;
    clone.file = m_file.get();
    return Packer::writeContent(clone);
}

} // namespace quayside::images
