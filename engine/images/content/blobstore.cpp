#include "engine/images/content/blobstore.h"

#include "engine/images/content/digest.h"
#include "engine/storage/folders.h"
#include "engine/storage/removetree.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

namespace quayside::images
{
namespace
{

constexpr std::string_view spoolPrefix = ".spool-", newPrefix = ".new-";

void removeFolder(int parent, const std::string &name)
{
    if (const auto folder = storage::openFolder(parent, name))
        (void)storage::removeContents(folder->get());
    ::unlinkat(parent, name.c_str(), AT_REMOVEDIR); // what could not go is swept at the next start
}

} // namespace

SpoolFolder::SpoolFolder(int parent, std::string name, Fd folder)
    : m_parent(parent), m_name(std::move(name)), m_folder(std::move(folder))
{
}

SpoolFolder::SpoolFolder(SpoolFolder &&other) noexcept
    : m_parent(other.m_parent), m_name(std::exchange(other.m_name, {})), m_folder(std::move(other.m_folder))
{
}

SpoolFolder::~SpoolFolder()
{
    if (!m_name.empty())
        removeFolder(m_parent, m_name);
}

Result<Fd> SpoolFolder::openFile(const std::string &name) const
{
    open_how how{};
    how.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
    int fd = -1;
    do
        fd = static_cast<int>(::syscall(SYS_openat2, m_folder.get(), name.c_str(), &how, sizeof how));
    while (fd < 0 && errno == EAGAIN);
    Fd file(fd);
    if (!file && (errno == ENOENT || errno == ENOTDIR))
        return fail(ErrorKind::NotFound, "the archive has no file \"{}\"", name.substr(0, 300));
    if (!file)
        return failErrno(errno, "opening \"{}\" of the archive", name.substr(0, 300));
    struct stat status{};
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "\"{}\" of the archive is no file", name.substr(0, 300));
    return file;
}

Result<> BlobFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t done = ::write(m_file.get(), bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return failErrno(errno, "keeping a layer as it came");
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

Result<> BlobFile::flush() const
{
    if (::fdatasync(m_file.get()) != 0)
        return failErrno(errno, "writing a layer as it came to the disk");
    return {};
}

Result<std::unique_ptr<BlobStore>> BlobStore::open(const std::string &root)
{
    const Fd top(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!top)
        return failErrno(errno, "opening the folder {}", root);
    TRY(Fd blobs, storage::makeFolder(top.get(), "blobs", 0700));
    TRY(Fd sha256, storage::makeFolder(blobs.get(), "sha256", 0700));
    TRY(const auto names, storage::entriesOf(blobs.get()));
    for (const std::string &name : names) {
        if (name.starts_with(spoolPrefix))
            removeFolder(blobs.get(), name);
    }
    TRY(auto partial, PartialBlobs::open(blobs.get(), std::chrono::system_clock::now()));
    return std::make_unique<BlobStore>(std::move(blobs), std::move(sha256), std::move(partial));
}

Result<SpoolFolder> BlobStore::spool()
{
    std::string name = storage::randomName(spoolPrefix);
    TRY(Fd folder, storage::makeFolder(m_blobs.get(), name, 0700));
    return SpoolFolder(m_blobs.get(), std::move(name), std::move(folder));
}

Result<BlobFile> BlobStore::create()
{
    Fd file(::openat(m_sha256.get(), ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (!file)
        return failErrno(errno, "making a file for a layer");
    return BlobFile(std::move(file));
}

Result<BlobFile> BlobStore::fetchInto(const std::string &digest, std::uint64_t total)
{
    if (total < PartialBlobs::least)
        return create();
    TRY(auto begun, m_partial->begin(digest, total));
    return begun ? Result<BlobFile>(BlobFile(*std::move(begun))) : create();
}

Result<> BlobStore::adopt(int file, const std::string &digest)
{
    CHECK(checkDigest(digest));
    const std::string link = std::format("/proc/self/fd/{}", file), aside = storage::randomName(newPrefix);
    // Over the one that may be there: it may be damaged.
    if (::linkat(AT_FDCWD, link.c_str(), m_sha256.get(), aside.c_str(), AT_SYMLINK_FOLLOW) != 0)
        return failErrno(errno, "keeping the blob {}", digest);
    const std::string name = hexOf(digest);
    if (::renameat(m_sha256.get(), aside.c_str(), m_sha256.get(), name.c_str()) != 0) {
        const int error = errno;
        ::unlinkat(m_sha256.get(), aside.c_str(), 0);
        return failErrno(error, "keeping the blob {}", digest);
    }
    // rename(2) between two links of one file does nothing and leaves both.
    ::unlinkat(m_sha256.get(), aside.c_str(), 0);
    return {};
}

Result<> BlobStore::flush()
{
    if (::syncfs(m_sha256.get()) != 0)
        return failErrno(errno, "writing blobs to the disk");
    return flushNames();
}

void BlobStore::writeAhead() const
{
    // A descriptor of its own: syncfs(2) tells each of an error once.
    const Fd own(::openat(m_sha256.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (own)
        (void)::syncfs(own.get());
}

Result<> BlobStore::flushNames()
{
    return storage::flush(m_sha256.get(), "the list of blobs");
}

Result<Fd> BlobStore::openBlob(const std::string &digest) const
{
    CHECK(checkDigest(digest));
    Fd file(::openat(m_sha256.get(), hexOf(digest).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening the blob {}", digest);
    return file;
}

bool BlobStore::contains(const std::string &digest) const
{
    return checkDigest(digest) &&
           ::faccessat(m_sha256.get(), hexOf(digest).c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<> BlobStore::keep(std::string_view text)
{
    const std::string digest = digestOf(text);
    if (contains(digest))
        return {};
    TRY(BlobFile file, create());
    CHECK(file.write(text));
    CHECK(file.flush());
    return adopt(file.file(), digest);
}

Result<> BlobStore::removeExcept(const std::set<std::string> &digests)
{
    TRY(const auto names, storage::entriesOf(m_sha256.get()));
    for (const std::string &name : names) {
        if (!digests.contains("sha256:" + name) && ::unlinkat(m_sha256.get(), name.c_str(), 0) != 0 &&
            errno != ENOENT)
            return failErrno(errno, "removing the blob {}", name);
    }
    return {};
}

Result<std::size_t> FileSource::read(std::span<char> buffer)
{
    ssize_t got = 0;
    do
        got = ::read(m_file, buffer.data(), buffer.size());
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return failErrno(errno, "reading a file");
    return static_cast<std::size_t>(got);
}

Result<std::string> readAll(int file, std::size_t limit, std::string_view what)
{
    std::string text;
    char block[16384];
    FileSource source(file);
    while (true) {
        TRY(const std::size_t got, source.read(block));
        if (got == 0)
            return text;
        text.append(block, got);
        if (text.size() > limit)
            return fail(ErrorKind::TooLarge, "{} is larger than {} bytes", what, limit);
    }
}

} // namespace quayside::images
