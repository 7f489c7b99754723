// How much a volume holds.
#include "engine/storage/foldersize.h"
#include "engine/volumes/localvolumes.h"

namespace quayside::volumes
{

// The walk goes by a descriptor, without the lock: a volume of a million files holds nobody up.
std::int64_t LocalVolumes::sizeOf(const VolumeKey &key) const
{
    Fd data;
    {
        const std::scoped_lock lock(m_mutex);
        const auto entry = m_entries.find(key);
        if (entry == m_entries.end())
            return -1;
        if (entry->second.backing.kind == Backing::Kind::Bind)
            return 0; // nothing of it is the engine's
        auto opened = openData(key, entry->second);
        if (!opened)
            return -1;
        data = *std::move(opened);
    }
    return storage::folderSize(data).value_or(-1);
}

std::vector<api::Volume> LocalVolumes::usage(std::uint32_t viewer) const
{
    std::vector<std::pair<VolumeKey, api::Volume>> seen;
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto &[key, entry] : m_entries)
            if (viewer == 0 || key.owner == viewer)
                seen.emplace_back(key, toApi(key, entry));
    }
    std::vector<api::Volume> volumes;
    for (auto &[key, volume] : seen) {
        volume.usageData->size = sizeOf(key);
        volumes.push_back(std::move(volume));
    }
    return volumes;
}

} // namespace quayside::volumes
