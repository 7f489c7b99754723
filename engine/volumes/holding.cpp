// Volumes in use by running containers: what a launch mounts, tmpfs volumes, copy-up.
#include "engine/storage/removetree.h"
#include "engine/volumes/copyup.h"
#include "engine/volumes/filling.h"
#include "engine/volumes/localvolumes.h"

#include <fcntl.h>
#include <format>
#include <sys/mount.h>
#include <sys/stat.h>

namespace quayside::volumes
{

namespace
{

std::string pathOf(const Fd &fd)
{
    return std::format("/proc/self/fd/{}", fd.get());
}

// Is `data` the root of a mount of its own?
bool isMounted(const Fd &folder, const Fd &data)
{
    struct stat above{}, below{};
    return ::fstat(folder.get(), &above) == 0 && ::fstat(data.get(), &below) == 0 &&
           above.st_dev != below.st_dev;
}

} // namespace

Result<Fd> LocalVolumes::openFolder(const Entry &entry) const
{
    // Folders above _data are root's alone: nobody can put a link there.
    Fd folder(::openat(m_folder.get(), entry.document.folder.c_str(),
                       O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening the folder of the volume {}", entry.document.folder);
    return folder;
}

Result<Fd> LocalVolumes::openData(const VolumeKey &key, const Entry &entry) const
{
    TRY(const Fd folder, openFolder(entry));
    Fd data(::openat(folder.get(), "_data", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!data)
        return failErrno(errno, "opening the volume {}", key.name);
    return data;
}

// The kernel's mount is the state: an engine that comes back finds what its predecessor has mounted.
Result<> LocalVolumes::mountTmpfs(const VolumeKey &key, const Entry &entry) const
{
    TRY(const Fd folder, openFolder(entry));
    TRY(const Fd data, openData(key, entry));
    if (isMounted(folder, data))
        return {};
    const std::string options = entry.backing.options.contains("mode=") ? entry.backing.options
                                : entry.backing.options.empty()         ? "mode=1777"
                                                                : "mode=1777," + entry.backing.options;
    if (::mount("tmpfs", pathOf(data).c_str(), "tmpfs", entry.backing.flags & ~MS_RDONLY, options.c_str()) <
        0)
        return failErrno(errno, "mounting the tmpfs of the volume {} ({})", key.name, options);
    return {};
}

void LocalVolumes::unmountTmpfs(const Entry &entry) const
{
    if (entry.backing.kind != Backing::Kind::Tmpfs)
        return;
    const auto folder = openFolder(entry);
    const Fd data(folder ? ::openat(folder->get(), "_data", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                         : -1);
    if (data && isMounted(*folder, data))
        ::umount2((m_path + "/" + entry.document.folder + "/_data").c_str(), MNT_DETACH | UMOUNT_NOFOLLOW);
}

Result<VolumeSource> LocalVolumes::hold(const VolumeKey &key, const std::string &containerId)
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end())
        return fail(ErrorKind::NotFound, "get {}: no such volume", key.name);
    const Backing &backing = entry->second.backing;
    VolumeSource source{.device = backing.device,
                        .owner = entry->second.document.owner,
                        .readOnly = (backing.flags & MS_RDONLY) != 0,
                        .recursive = backing.recursive,
                        .flags = backing.flags & (MS_NOEXEC | MS_NOSUID | MS_NODEV)};
    if (backing.kind == Backing::Kind::Tmpfs)
        CHECK(mountTmpfs(key, entry->second));
    if (backing.kind != Backing::Kind::Bind) {
        TRY(source.data, openData(key, entry->second));
    }
    entry->second.holders.insert(containerId);
    return source;
}

void LocalVolumes::release(const VolumeKey &key, const std::string &containerId)
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.find(key);
    if (entry == m_entries.end() || entry->second.holders.erase(containerId) == 0)
        return;
    if (entry->second.holders.empty())
        unmountTmpfs(entry->second);
}

void LocalVolumes::releaseOthers()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto &[key, entry] : m_entries)
        if (entry.holders.empty())
            unmountTmpfs(entry);
}

Result<> LocalVolumes::fill(const VolumeKey &key, const OpenSource &open)
{
    std::shared_ptr<std::mutex> filling;
    Fd folder, data;
    {
        const std::scoped_lock lock(m_mutex);
        const auto entry = m_entries.find(key);
        if (entry == m_entries.end())
            return fail(ErrorKind::NotFound, "get {}: no such volume", key.name);
        if (entry->second.backing.kind == Backing::Kind::Bind)
            return {}; // the owner's own folder: what is in it is the owner's affair
        filling = entry->second.filling;
        TRY(folder, openFolder(entry->second));
        TRY(data, openData(key, entry->second));
    }
    const std::scoped_lock one(*filling);
    TRY(const bool empty, isEmptyFolder(data));
    if (!empty)
        return {};
    TRY(const auto source, open());
    if (!source)
        return {};
    // A tmpfs goes with its last container: no copy that was cut short can be found in one.
    const bool mounted = isMounted(folder, data);
    auto filled = mounted ? copyTree(*source, data) : fillFrom(folder, *source, m_trash);
    if (!filled && mounted) {
        const Fd half(::openat(data.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        (void)storage::removeContents(half.get()); // empty again, so that the next start tries again
    }
    if (!filled)
        return wrap(std::move(filled).error(), "filling the volume {} from the image", key.name);
    return {};
}

} // namespace quayside::volumes
