#include "engine/containers/launch/mountsources.h"

#include "engine/access/hostpath.h"
#include "engine/base/rootedpath.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/isolation/mounts/prepare.h"
#include "engine/storage/removetree.h"
#include "engine/volumes/copyup.h"

#include <fcntl.h>
#include <format>
#include <sys/mount.h>
#include <sys/stat.h>

namespace quayside::containers
{

namespace
{

namespace mounts = isolation::mounts;

// A source that is missing makes the request wrong; it is not the container that was not found.
Result<Fd> openSource(const access::Peer &owner, const MountSpec &mount)
{
    auto source = access::openHostPath(
        owner, {.path = mount.source, .writable = !mount.readOnly, .create = mount.createSource});
    if (!source && source.error().kind == ErrorKind::NotFound)
        source.error().kind = ErrorKind::InvalidArgument;
    return source;
}

Result<isolation::TargetKind> kindOf(const Fd &source, const std::string &path)
{
    struct stat status{};
    if (::fstat(source.get(), &status) < 0)
        return failErrno(errno, "looking at {}", path);
    return S_ISDIR(status.st_mode) ? isolation::TargetKind::Directory : isolation::TargetKind::File;
}

} // namespace

Result<isolation::MountPlan> MountSources::bind(const Record &record, const MountSpec &mount,
                                                std::uint32_t firstId, isolation::Slots &slots,
                                                std::vector<std::string> &warnings)
{
    const auto &owner = record.owner;
    TRY(const Fd source, openSource(owner, mount));
    if (!owner.isRoot() && !m_socketPath.empty() && access::contains(source, m_socketPath))
        return fail(ErrorKind::Forbidden,
                    "{} holds the engine's own socket, so only root may bind it into a container",
                    mount.source);
    TRY(const auto kind, kindOf(source, mount.source));
    // What the caller's root is inside, the caller is outside: a set-user-id file made there is the caller's
    // own.
    TRY(const int idMap,
        owner.isRoot() ? m_idMaps.forContainer(firstId) : m_idMaps.forCaller(firstId, owner.uid, owner.gid));
    mounts::Bind request{.source = source.get(),
                         .target = mount.target,
                         .kind = kind,
                         .readOnly = mount.readOnly,
                         .recursive = !mount.nonRecursive,
                         .idMap = idMap,
                         .flags = owner.isRoot() ? 0UL : static_cast<unsigned long>(MS_NODEV)};
    auto made = mounts::prepareBind(m_kernel, request, slots);
    if (made || made.error().kind != ErrorKind::NotSupported)
        return made;
    warnings.push_back(
        std::format("{}: {}; its files seem to belong to nobody inside", mount.source, made.error().message));
    request.idMap = -1;
    return mounts::prepareBind(m_kernel, request, slots);
}

Result<> MountSources::fill(const MountSpec &mount, const Fd &data, const storage::RootSource &root)
{
    const std::scoped_lock lock(m_filling);
    TRY(const bool empty, volumes::isEmptyFolder(data));
    if (!empty)
        return {};
    TRY(const Fd merged, openMergedRoot(m_kernel, root));
    const auto from = openInRoot(m_kernel, merged.get(), mount.target, O_PATH | O_DIRECTORY);
    if (!from) {
        if (from.error().kind == ErrorKind::NotFound)
            return {}; // the image has nothing there
        return std::unexpected(from.error());
    }
    if (auto copied = volumes::copyTree(*from, data); !copied) {
        const Fd half(::openat(data.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        (void)storage::removeContents(half.get()); // empty again, so that the next start tries again
        return wrap(std::move(copied).error(), "filling the volume {} from the image", mount.name);
    }
    return {};
}

Result<isolation::MountPlan> MountSources::volume(const Record &record, const MountSpec &mount,
                                                  std::uint32_t firstId, const storage::RootSource &root,
                                                  isolation::Slots &slots)
{
    TRY(Fd data, m_volumes.openData(mount.name, record.owner.uid));
    if (!mount.noCopy)
        CHECK(fill(mount, data, root));
    if (!mount.source.empty()) {
        TRY(data, openInRoot(m_kernel, data.get(), mount.source, O_PATH));
    }
    TRY(const auto kind, kindOf(data, mount.name));
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    return mounts::prepareBind(m_kernel,
                               {.source = data.get(),
                                .target = mount.target,
                                .kind = kind,
                                .readOnly = mount.readOnly,
                                .recursive = false,
                                .idMap = idMap,
                                .flags = MS_NODEV},
                               slots);
}

Result<> MountSources::prepare(const Record &record, std::uint32_t firstId, const storage::RootSource &root,
                               isolation::Slots &slots, std::vector<isolation::MountPlan> &plans,
                               std::vector<std::string> &warnings)
{
    for (const auto &mount : record.mounts) {
        Result<isolation::MountPlan> plan;
        switch (mount.type) {
        case MountType::Bind:
            plan = bind(record, mount, firstId, slots, warnings);
            break;
        case MountType::Volume:
            plan = volume(record, mount, firstId, root, slots);
            break;
        case MountType::Tmpfs:
            plan = mounts::prepareTmpfs(mount.target, mount.tmpfsOptions);
            if (plan && mount.readOnly)
                plan->flags |= MS_RDONLY;
            break;
        }
        if (!plan)
            return std::unexpected(std::move(plan).error());
        mounts::addMount(plans, *std::move(plan));
    }
    return {};
}

Result<> MountSources::prepareEtcFiles(const Fd &folder, std::uint32_t firstId, isolation::Slots &slots,
                                       std::vector<isolation::MountPlan> &plans)
{
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    for (const char *name : {"resolv.conf", "hostname", "hosts"}) {
        const Fd source(::openat(folder.get(), name, O_PATH | O_NOFOLLOW | O_CLOEXEC));
        if (!source)
            return failErrno(errno, "opening the container's {}", name);
        TRY(auto plan, mounts::prepareBind(m_kernel,
                                           {.source = source.get(),
                                            .target = std::string("/etc/") + name,
                                            .kind = isolation::TargetKind::File,
                                            .recursive = false,
                                            .idMap = idMap},
                                           slots));
        mounts::addMount(plans, std::move(plan));
    }
    return {};
}

} // namespace quayside::containers
