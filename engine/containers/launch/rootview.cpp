// The root and the mounts of a container that does not run, for those who only want its files.
#include "engine/containers/launch/stagelauncher.h"

#include "engine/containers/launch/mountpoints.h"
#include "engine/containers/state/idranges.h"
#include "engine/isolation/mounts/prepare.h"

#include <fcntl.h>
#include <sys/mount.h>

namespace quayside::containers
{

Result<isolation::LaunchPlan> StageLauncher::rootView(const Record &record, std::uint32_t firstId,
                                                      bool mounts, isolation::Slots &slots)
{
    isolation::LaunchPlan plan;
    TRY(auto root, m_layers.openRoot(record.id, record.layers));
    addMountPoints(m_kernel, m_layers, record.layers, root);
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    TRY(plan.root, isolation::mounts::prepareRoot(m_kernel, root.lower, root.upper, idMap,
                                                  record.hostConfig.readonlyRootfs, slots));
    plan.namespaces.uids = plan.namespaces.gids = {{0, firstId, idsPerUser}};
    if (!mounts)
        return plan;
    const std::string path = m_options.root + "/containers/" + record.id;
    const Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!folder)
        return failErrno(errno, "opening {}", path);
    // hosts and the like are written at a start.
    if (::faccessat(folder.get(), "hosts", F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        CHECK(m_sources.prepareEtcFiles(folder, firstId, slots, plan.mounts));
    std::vector<std::string> warnings;
    const auto prepared = m_sources.prepare(record, firstId, root, slots, plan.mounts, warnings);
    m_sources.release(record); // no run holds them
    if (!prepared)
        return std::unexpected(prepared.error());
    // A tmpfs is empty before the start and gone after it: what lies below is more use.
    std::erase_if(plan.mounts, [](const isolation::MountPlan &mount) {
        return mount.kind != isolation::MountKind::Bind && mount.kind != isolation::MountKind::Image;
    });
    return plan;
}

Result<isolation::LaunchPlan> StageLauncher::volumeView(const Fd &folder, std::uint32_t firstId,
                                                        bool readOnly, isolation::Slots &slots)
{
    isolation::LaunchPlan plan;
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    TRY(auto mount, isolation::mounts::prepareBind(m_kernel,
                                                   {.source = folder.get(),
                                                    .target = "/",
                                                    .readOnly = readOnly,
                                                    .recursive = false,
                                                    .idMap = idMap,
                                                    .flags = MS_NODEV | MS_NOSUID},
                                                   slots));
    plan.mounts.push_back(std::move(mount));
    return plan;
}

Result<Fd> StageLauncher::userNamespace(std::uint32_t firstId)
{
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    Fd own(::fcntl(idMap, F_DUPFD_CLOEXEC, 3));
    if (!own)
        return failErrno(errno, "keeping a user namespace");
    return own;
}

Result<ResolvedUser> StageLauncher::userOf(const Record &record)
{
    TRY(const auto root, m_layers.openRoot(record.id, record.layers));
    return userOf(record, root);
}

} // namespace quayside::containers
