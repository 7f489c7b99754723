#include "engine/images/pack/pack.h"

#include <fcntl.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace quayside::images
{
namespace
{

constexpr std::size_t pieceSize = std::size_t{512} * 1024;

// As unpack/metadata.cpp takes them.
bool mayGo(std::string_view name)
{
    return (name.starts_with("user.") && !name.starts_with("user.overlay.")) ||
           name == "security.capability" || name == "system.posix_acl_access" ||
           name == "system.posix_acl_default";
}

Result<std::string> linkTarget(const TreeEntry &entry)
{
    std::array<char, 4096> target;
    const ssize_t length = ::readlinkat(entry.parent, entry.name.c_str(), target.data(), target.size());
    if (length < 0)
        return failErrno(errno, "reading the link /{}", entry.path);
    return std::string(target.data(), static_cast<std::size_t>(length));
}

char typeOf(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFDIR:
        return '5';
    case S_IFLNK:
        return '2';
    case S_IFCHR:
        return '3';
    case S_IFBLK:
        return '4';
    case S_IFIFO:
        return '6';
    default:
        return '0';
    }
}

} // namespace

Result<> GatheringSink::write(std::string_view bytes)
{
    if (m_buffer.size() + bytes.size() > size)
        CHECK(flush());
    if (bytes.size() >= size)
        return m_out.write(bytes);
    m_buffer.append(bytes);
    return {};
}

Result<> GatheringSink::flush()
{
    if (m_buffer.empty())
        return {};
    const Result<> written = m_out.write(m_buffer);
    m_buffer.clear();
    return written;
}

std::map<std::string, std::string> attributesOf(int file)
{
    std::map<std::string, std::string> attributes;
    std::array<char, 65536> names;
    const ssize_t length = ::flistxattr(file, names.data(), names.size()); // XATTR_LIST_MAX
    std::string value;
    for (ssize_t at = 0; at < length;) {
        const std::string name = names.data() + at;
        at += static_cast<ssize_t>(name.size()) + 1;
        if (!mayGo(name))
            continue;
        value.resize(65536); // XATTR_SIZE_MAX
        const ssize_t got = ::fgetxattr(file, name.c_str(), value.data(), value.size());
        if (got >= 0)
            attributes[name] = value.substr(0, static_cast<std::size_t>(got));
    }
    return attributes;
}

bool isOpaque(int folder)
{
    char value = 0;
    return ::fgetxattr(folder, "user.overlay.opaque", &value, 1) == 1 && value == 'y';
}

bool isWhiteoutEntry(const struct stat &status)
{
    return S_ISCHR(status.st_mode) && status.st_rdev == makedev(0, 0);
}

Result<> readSparse(int file, std::uint64_t size, std::vector<char> &buffer, const Piece &piece)
{
    const auto end = static_cast<off_t>(size);
    buffer.resize(std::clamp<std::size_t>(size, 4096, pieceSize));
    // A file without holes is read straight through.
    struct stat status{};
    const bool holes = ::fstat(file, &status) == 0 && status.st_blocks * 512 < end;
    off_t dataEnd = holes ? 0 : end;
    for (off_t at = 0; at < end;) {
        if (at >= dataEnd) {
            off_t data = ::lseek(file, at, SEEK_DATA);
            if (data < 0)
                data = errno == ENXIO ? end : at; // a hole up to the end; or no SEEK_DATA here
            if (data > at) {
                data = std::min(data, end);
                CHECK(piece({}, static_cast<std::uint64_t>(data - at)));
                at = data;
                continue;
            }
            const off_t hole = ::lseek(file, at, SEEK_HOLE);
            dataEnd = hole > at ? std::min(hole, end) : end;
        }
        const auto wanted = std::min<off_t>(dataEnd - at, static_cast<off_t>(buffer.size()));
        const ssize_t got = ::pread(file, buffer.data(), static_cast<std::size_t>(wanted), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failErrno(errno, "reading it");
        if (got == 0) // it has become shorter meanwhile
            return piece({}, static_cast<std::uint64_t>(end - at));
        CHECK(piece({buffer.data(), static_cast<std::size_t>(got)}, 0));
        at += got;
    }
    return {};
}

Result<> writeZeros(TarWriter &tar, std::uint64_t count)
{
    static const std::string zeros(pieceSize, '\0');
    while (count > 0) {
        const std::size_t now = static_cast<std::size_t>(std::min<std::uint64_t>(count, zeros.size()));
        CHECK(tar.writeContent({zeros.data(), now}));
        count -= now;
    }
    return {};
}

Packer::Packer(TarWriter &tar, PackForm form, NameOf nameOf)
    : m_tar(tar), m_form(form), m_nameOf(std::move(nameOf))
{
}

Result<> Packer::writeContent(const TreeEntry &entry)
{
    static thread_local std::vector<char> buffer;
    return readSparse(entry.file, static_cast<std::uint64_t>(entry.status.st_size), buffer,
                      [this](std::string_view data, std::uint64_t hole) {
                          return data.empty() ? writeZeros(m_tar, hole) : m_tar.writeContent(data);
                      });
}

// "dir/.wh.NAME" for a file of the layers below that is hidden.
Result<> Packer::writeHidden(const TreeEntry &entry, const std::string &name)
{
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    return m_tar.write({.name = folder + ".wh." + entry.name, .mode = 0600});
}

Result<> Packer::visit(const TreeEntry &entry)
{
    const struct stat &status = entry.status;
    std::string name = m_nameOf(entry.path);
    if (name.empty() || S_ISSOCK(status.st_mode))
        return {};
    if (m_form == PackForm::Layer && isWhiteoutEntry(status))
        return writeHidden(entry, name);
    if (m_form == PackForm::Layer && (S_ISCHR(status.st_mode) || S_ISBLK(status.st_mode)))
        return fail(ErrorKind::InvalidArgument, "/{} is a device, and images hold none: remove it first",
                    entry.path);
    const bool folder = S_ISDIR(status.st_mode), regular = S_ISREG(status.st_mode);
    if (folder && !name.ends_with('/'))
        name += '/';
    TarEntry header{.name = name,
                    .type = typeOf(status.st_mode),
                    .mode = status.st_mode & 07777,
                    .uid = status.st_uid,
                    .gid = status.st_gid,
                    .mtime = status.st_mtim.tv_sec};
    if (!folder && status.st_nlink > 1) {
        const auto [known, first] = m_linked.try_emplace({status.st_dev, status.st_ino}, name);
        if (!first) {
            header.type = '1';
            header.link = known->second;
            return m_tar.write(std::move(header));
        }
    }
    if (header.type == '2') {
        TRY(header.link, linkTarget(entry));
    }
    if (header.type == '3' || header.type == '4') {
        header.deviceMajor = major(status.st_rdev);
        header.deviceMinor = minor(status.st_rdev);
    }
    if (entry.file >= 0)
        header.xattrs = attributesOf(entry.file);
    if (regular)
        header.size = static_cast<std::uint64_t>(status.st_size);
    CHECK(m_tar.writeHeader(header));
    if (folder && m_form == PackForm::Layer && isOpaque(entry.file))
        return m_tar.write({.name = name + ".wh..wh..opq", .mode = 0600});
    if (!regular)
        return {};
    m_bytes += header.size;
    if (auto written = writeContent(entry); !written)
        return wrap(std::move(written).error(), "/{}", entry.path);
    return m_tar.endContent();
}

Result<> packLayer(int folder, api::ByteSink &out)
{
    GatheringSink sink(out);
    TarWriter tar(sink);
    Packer packer(tar, PackForm::Layer, [](const std::string &path) { return path; });
    CHECK(walkTree(folder, packer));
    CHECK(tar.finish());
    return sink.flush();
}

} // namespace quayside::images
