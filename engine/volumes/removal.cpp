// Volumes that go: by name, all that are unused, and what an engine that died while removing has left.
#include "engine/volumes/copyup.h"
#include "engine/volumes/localvolumes.h"

#include <fcntl.h>
#include <unistd.h>

namespace quayside::volumes
{

// Out of sight at once; the contents, which may take a while, go in the background.
Result<> LocalVolumes::removeKey(const VolumeKey &key)
{
    TRY(const std::string suffix, randomHex(8));
    const std::string aside = removedPrefix + suffix;
    {
        const std::scoped_lock lock(m_mutex);
        const auto entry = m_entries.find(key);
        if (entry == m_entries.end())
            return fail(ErrorKind::NotFound, "get {}: no such volume", key.name);
        if (!entry->second.users.empty())
            return fail(ErrorKind::Conflict, "remove {}: volume is in use - [{}]", key.name,
                        *entry->second.users.begin());
        const std::string &folder = entry->second.document.folder;
        unmountTmpfs(entry->second);
        if (::renameat(m_folder.get(), folder.c_str(), m_folder.get(), aside.c_str()) < 0 && errno != ENOENT)
            return failErrno(errno, "removing the volume {}", key.name);
        if (auto removed = m_records.remove(recordKind, encode(key)); !removed) {
            ::renameat(m_folder.get(), aside.c_str(), m_folder.get(), folder.c_str());
            return wrap(std::move(removed).error(), "removing the volume {}", key.name);
        }
        if (const std::size_t slash = folder.find('/');
            slash != std::string::npos) // of a user without others
            ::unlinkat(m_folder.get(), folder.substr(0, slash).c_str(), AT_REMOVEDIR);
        m_entries.erase(entry);
    }
    emit("destroy", key.name, key.owner);
    (void)m_trash.remove(m_folder.get(), aside); // else at the next start
    return {};
}

Result<> LocalVolumes::remove(std::uint32_t viewer, const std::string &name)
{
    VolumeKey key;
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto damaged = m_damaged.find({viewer, name}); damaged != m_damaged.end()) {
            CHECK(m_records.remove(recordKind, damaged->second)); // whose the files are, nobody can say
            m_damaged.erase(damaged);
            return {};
        }
        TRY(key, find(viewer, name));
    }
    return removeKey(key);
}

Result<Volumes::Pruned> LocalVolumes::prune(std::uint32_t viewer, bool all, const api::Filters &filters)
{
    std::vector<VolumeKey> unused;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &[key, entry] : m_entries)
            if ((viewer == 0 || key.owner == viewer) && entry.users.empty() &&
                (all || entry.document.anonymous) && filters.matchesLabels(entry.document.labels))
                unused.push_back(key);
    }
    Pruned pruned;
    for (const VolumeKey &key : unused) {
        const std::int64_t bytes = sizeOf(key);
        if (const auto removed = removeKey(key); !removed) {
            if (removed.error().kind == ErrorKind::NotFound || removed.error().kind == ErrorKind::Conflict)
                continue; // removed or taken into use meanwhile
            return std::unexpected(removed.error());
        }
        pruned.names.push_back(key.name);
        pruned.bytes += bytes > 0 ? bytes : 0;
    }
    if (m_sink)
        m_sink({.type = "volume",
                .action = "prune",
                .actor = {"", {{"reclaimed", std::to_string(pruned.bytes)}}},
                .owner = viewer});
    return pruned;
}

// What a removal, a copy or an import that was cut short left.
void LocalVolumes::sweep()
{
    const auto names = namesIn(m_folder.get());
    if (!names)
        return;
    for (const auto &name : *names)
        if (name.starts_with(removedPrefix) || name.starts_with(draftPrefix))
            (void)m_trash.remove(m_folder.get(), name); // tried again at the next start
}

} // namespace quayside::volumes
