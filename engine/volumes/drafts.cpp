// Volumes' files as a whole: for archives, and copies of volumes.
#include "engine/storage/foldersize.h"
#include "engine/volumes/copyup.h"
#include "engine/volumes/localvolumes.h"
#include "engine/volumes/movetree.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::volumes
{

namespace
{

Fd openForReading(const Fd &folder)
{
    return Fd(::openat(folder.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

} // namespace

Result<VolumeContent> LocalVolumes::content(std::uint32_t viewer, const std::string &name) const
{
    const std::scoped_lock lock(m_mutex);
    TRY(const VolumeKey key, find(viewer, name));
    const Entry &entry = m_entries.at(key);
    if (entry.backing.kind == Backing::Kind::Bind)
        return fail(ErrorKind::NotSupported,
                    "the volume {} is the folder {} of this computer: its files are there", key.name,
                    entry.backing.device);
    if (entry.backing.kind == Backing::Kind::Tmpfs && entry.holders.empty())
        return fail(ErrorKind::Conflict,
                    "the volume {} is in memory and there only while a container with it runs: start one",
                    key.name);
    TRY(Fd data, openData(key, entry));
    return VolumeContent{.key = key, .data = std::move(data), .runningUsers = entry.holders.size()};
}

Result<VolumeDraft> LocalVolumes::draft()
{
    TRY(const std::string suffix, randomHex(8));
    const std::string name = draftPrefix + suffix;
    if (::mkdirat(m_folder.get(), name.c_str(), 0700) < 0)
        return failErrno(errno, "making a folder for a volume's files");
    Fd folder(::openat(m_folder.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    VolumeDraft draft(name, std::move(folder), {},
                      [this, name] { (void)m_trash.remove(m_folder.get(), name); });
    if (!draft.folder() || ::mkdirat(draft.folder().get(), "_data", 0755) < 0)
        return failErrno(errno, "making a folder for a volume's files");
    Fd data(::openat(draft.folder().get(), "_data", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!data)
        return failErrno(errno, "opening a folder for a volume's files");
    Fd again(::fcntl(draft.folder().get(), F_DUPFD_CLOEXEC, 3));
    draft.keep();
    return VolumeDraft(name, std::move(again), std::move(data),
                       [this, name] { (void)m_trash.remove(m_folder.get(), name); });
}

Result<api::Volume> LocalVolumes::adopt(const access::Peer &owner, const VolumeRequest &request,
                                        VolumeDraft draft)
{
    const VolumeKey key{owner.uid, request.name};
    if (const auto good = checkName(key.name); !good)
        return std::unexpected(good.error());
    if (::syncfs(draft.data().get()) < 0)
        return failErrno(errno, "writing the files of {} to the disk", key.name);
    const std::scoped_lock lock(m_mutex);
    CHECK(checkUndamaged(key));
    if (m_entries.contains(key))
        return fail(ErrorKind::Conflict, "a volume {} is there already: choose another name", key.name);
    Entry entry = entryFor(owner, key, request);
    const std::string folder = entry.document.folder;
    CHECK(makeAbove(folder));
    if (::renameat2(m_folder.get(), draft.name().c_str(), m_folder.get(), folder.c_str(), RENAME_NOREPLACE) <
        0)
        return failErrno(errno, "making the volume {} in {}/{}", key.name, m_path, folder);
    auto made = save(key, std::move(entry));
    if (made)
        draft.keep();
    else
        ::renameat(m_folder.get(), folder.c_str(), m_folder.get(), draft.name().c_str());
    return made;
}

Result<> LocalVolumes::pour(std::uint32_t viewer, const std::string &name, VolumeDraft draft, bool replace)
{
    TRY(const VolumeContent target, content(viewer, name));
    std::shared_ptr<std::mutex> filling;
    {
        const std::scoped_lock lock(m_mutex);
        const auto entry = m_entries.find(target.key);
        if (entry == m_entries.end())
            return fail(ErrorKind::NotFound, "get {}: no such volume", name);
        if (entry->second.backing.kind != Backing::Kind::Folder)
            return fail(ErrorKind::NotSupported,
                        "the volume {} is in memory: copy the files into a container that has it", name);
        filling = entry->second.filling;
    }
    if (::syncfs(draft.data().get()) < 0)
        return failErrno(errno, "writing the files of {} to the disk", name);
    const std::scoped_lock one(*filling);
    if (::mkdirat(draft.folder().get(), "aside", 0700) < 0)
        return failErrno(errno, "making a folder for what goes out of the volume {}", name);
    const Fd aside(::openat(draft.folder().get(), "aside", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const Fd data = openForReading(target.data);
    if (!aside || !data)
        return failErrno(errno, "opening the volume {}", name);
    if (replace)
        CHECK(moveAway(data, aside));
    return moveTree(draft.data(), data, aside);
}

Result<api::Volume> LocalVolumes::clone(const access::Peer &owner, const std::string &name,
                                        const std::string &newName, const CloneProgress &copied)
{
    if (const auto good = checkName(newName); !good)
        return std::unexpected(good.error());
    TRY(const VolumeContent source, content(owner.uid, name));
    VolumeRequest request{.name = newName};
    {
        const std::scoped_lock lock(m_mutex);
        if (m_entries.contains({owner.uid, newName}))
            return fail(ErrorKind::Conflict, "a volume {} is there already: choose another name", newName);
        if (const auto entry = m_entries.find(source.key); entry != m_entries.end())
            request.labels = entry->second.document.labels;
    }
    request.labels.erase("com.docker.volume.anonymous");
    TRY(VolumeDraft files, draft());
    const auto all =
        static_cast<std::uint64_t>(std::max<std::int64_t>(storage::folderSize(source.data).value_or(0), 0));
    std::uint64_t sum = 0;
    auto done = copyTree(source.data, files.data(), [&](std::uint64_t bytes) {
        sum += bytes;
        return copied ? copied(sum, all) : Result<>();
    });
    if (!done)
        return wrap(std::move(done).error(), "copying the volume {}", name);
    return adopt(owner, request, std::move(files));
}

} // namespace quayside::volumes
