// The size of what a container writes, held by the file system's project quotas (xfs, ext4, f2fs).
// Sources: quotactl(2), quotactl_fd(2); Documentation/filesystems/quota.rst and xfs; ioctl_xfs_fsgetxattr(2).
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <mutex>
#include <string>

namespace quayside::storage
{

// What of the file system of `folder` is missing, as the end of a sentence: "its file system, btrfs, …".
// Pure. `type`: f_type of statfs(2).
std::string missingQuota(std::uint64_t type);

// Each limited container has a project of its own, whose number its upper/ and work/ bear: nothing else
// records it, and nothing has to be recovered. A project whose container is being deleted in the background
// is in use until its last file is gone. Thread-safe.
class ProjectQuota
{
public:
    // `folder`: where the containers lie; borrowed. It need not be able to do it.
    explicit ProjectQuota(int folder) : m_folder(folder) {}

    // NotSupported, with what is missing, where the file system does not hold to project quotas.
    Result<> check() const;
    // `container`: its folder, with upper/ and work/, both empty. On an error no limit is left.
    Result<> limit(int container, std::uint64_t bytes);
    // Before its removal. One without a limit is left alone.
    void release(int container);

private:
    Result<std::uint32_t> freeProject() const;
    Result<> setLimit(std::uint32_t project, std::uint64_t bytes) const;

    const int m_folder;
    std::mutex m_mutex; // nobody else takes a number between its choice and its first use
};

} // namespace quayside::storage
