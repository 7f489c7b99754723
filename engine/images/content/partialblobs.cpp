#include "engine/images/content/partialblobs.h"

#include "engine/images/content/digest.h"
#include "engine/storage/folders.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace quayside::images
{

Result<std::unique_ptr<PartialBlobs>> PartialBlobs::open(int blobs, Time now)
{
    TRY(Fd folder, storage::makeFolder(blobs, "partial", 0700));
    auto partial = std::make_unique<PartialBlobs>(std::move(folder));
    for (const Entry &entry : partial->entries())
        if (entry.odd || entry.size < least || entry.last > now || !isHexId(entry.name))
            partial->remove(entry.name);
    partial->removeOld(now);
    partial->trim();
    return partial;
}

Result<std::optional<PartialBlobs::Begun>> PartialBlobs::begin(const std::string &digest, std::uint64_t total)
{
    CHECK(checkDigest(digest));
    const std::string name = hexOf(digest);
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_held.insert(name).second)
            return std::nullopt;
    }
    Begun begun{.file = {}, .hold = std::make_unique<Hold>(*this, name)};
    begun.file = Fd(::openat(m_folder.get(), name.c_str(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status{};
    // A second name means that it is the blob, adopted, and only this name was left: not to be written into.
    const bool good = begun.file && ::fstat(begun.file.get(), &status) == 0 && S_ISREG(status.st_mode) &&
                      status.st_nlink == 1 && static_cast<std::uint64_t>(status.st_size) <= total;
    if (!good) {
        remove(name);
        status = {};
        begun.file = Fd(
            ::openat(m_folder.get(), name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    }
    if (!begun.file || ::lseek(begun.file.get(), 0, SEEK_END) < 0)
        return failErrno(errno, "making a file for the blob {}", digest);
    begun.size = static_cast<std::uint64_t>(status.st_size);
    return begun;
}

void PartialBlobs::remove(const std::string &name) const
{
    ::unlinkat(m_folder.get(), name.c_str(), 0); // what stays is tried again when it is old
}

void PartialBlobs::release(const std::string &name, bool dropped)
{
    struct stat status{};
    const bool there = ::fstatat(m_folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
    if (dropped || (there && static_cast<std::uint64_t>(status.st_size) < least))
        remove(name);
    {
        const std::scoped_lock lock(m_mutex);
        m_held.erase(name);
    }
    if (!dropped)
        trim();
}

std::vector<PartialBlobs::Entry> PartialBlobs::entries() const
{
    std::vector<Entry> found;
    const auto names = storage::entriesOf(m_folder.get());
    const std::scoped_lock lock(m_mutex);
    for (const std::string &name : names ? *names : std::vector<std::string>()) {
        struct stat status{};
        if (m_held.contains(name) ||
            ::fstatat(m_folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        found.push_back({.name = name,
                         .size = static_cast<std::uint64_t>(status.st_size),
                         .last = std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec),
                         .odd = !S_ISREG(status.st_mode) || status.st_nlink != 1});
    }
    std::ranges::sort(found, {}, &Entry::last);
    return found;
}

void PartialBlobs::trim() const
{
    const auto all = entries();
    std::uint64_t together = 0;
    for (const Entry &entry : all)
        together += entry.size;
    for (const Entry &entry : all) {
        if (together <= mostTogether)
            return;
        remove(entry.name);
        together -= entry.size;
    }
}

void PartialBlobs::removeAll()
{
    for (const Entry &entry : entries())
        remove(entry.name);
}

void PartialBlobs::removeOld(Time now)
{
    for (const Entry &entry : entries())
        if (entry.last + keptFor <= now)
            remove(entry.name);
}

std::optional<PartialBlobs::Time> PartialBlobs::nextEnd() const
{
    for (const Entry &entry : entries())
        if (!entry.odd)
            return entry.last + keptFor;
    return std::nullopt;
}

} // namespace quayside::images
