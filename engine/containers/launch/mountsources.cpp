#include "engine/containers/launch/mountsources.h"

#include "engine/access/hostpath.h"
#include "engine/base/rootedpath.h"
#include "engine/containers/launch/imagefiles.h"
#include "engine/isolation/mounts/prepare.h"
#include "engine/isolation/mounts/propagation.h"

#include <fcntl.h>
#include <format>
#include <optional>
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

Result<isolation::MountPlan> MountSources::bind(const access::Peer &owner, const MountSpec &mount,
                                                unsigned long flags, std::uint32_t firstId,
                                                isolation::Slots &slots, std::vector<std::string> &warnings)
{
    TRY(const Fd source, openSource(owner, mount));
    if (!owner.isRoot() && !m_socketPath.empty() && access::contains(source, m_socketPath))
        return fail(ErrorKind::Forbidden,
                    "{} holds the engine's own socket, so only root may bind it into a container",
                    mount.source);
    TRY(const auto kind, kindOf(source, mount.source));
    const auto propagation = mounts::propagationOf(mount.propagation);
    CHECK(mounts::checkPropagation(m_kernel, source.get(), mount.source, propagation));
    // What the caller's root is inside, the caller is outside: a set-user-id file made there is the caller's
    // own.
    TRY(const int idMap,
        owner.isRoot() ? m_idMaps.forContainer(firstId) : m_idMaps.forCaller(firstId, owner.uid, owner.gid));
    mounts::Bind request{.source = source.get(),
                         .target = mount.target,
                         .kind = kind,
                         .readOnly = mount.readOnly,
                         .recursive = !mount.nonRecursive,
                         .shallowReadOnly = mount.shallowReadOnly,
                         .idMap = idMap,
                         .flags = flags | (owner.isRoot() ? 0UL : static_cast<unsigned long>(MS_NODEV)),
                         .propagation = propagation};
    auto made = mounts::prepareBind(m_kernel, request, slots);
    if (made || made.error().kind != ErrorKind::NotSupported)
        return made;
    warnings.push_back(
        std::format("{}: {}; its files seem to belong to nobody inside", mount.source, made.error().message));
    request.idMap = -1;
    return mounts::prepareBind(m_kernel, request, slots);
}

Result<> MountSources::fill(const MountSpec &mount, const storage::RootSource &root)
{
    Fd merged; // as long as the copy takes
    return m_volumes.fill({mount.volumeOwner, mount.name}, [&]() -> Result<std::optional<Fd>> {
        TRY(merged, openMergedRoot(m_kernel, root));
        auto from = openInRoot(m_kernel, merged.get(), mount.target, O_PATH | O_DIRECTORY);
        if (from)
            return std::optional(*std::move(from));
        if (from.error().kind == ErrorKind::NotFound)
            return std::nullopt; // the image has nothing there
        return std::unexpected(from.error());
    });
}

Result<isolation::MountPlan> MountSources::volume(const Record &record, const MountSpec &mount,
                                                  std::uint32_t firstId, const storage::RootSource &root,
                                                  isolation::Slots &slots, std::vector<std::string> &warnings)
{
    TRY(auto source, m_volumes.hold({mount.volumeOwner, mount.name}, record.id));
    if (!source.device.empty()) {
        if (!mount.source.empty())
            return fail(
                ErrorKind::NotSupported,
                "a subpath of the volume {} is not supported: it is a folder of the host ({}); bind the "
                "folder below it",
                mount.name, source.device);
        MountSpec host = mount;
        host.source = source.device;
        host.readOnly |= source.readOnly;
        host.nonRecursive = !source.recursive;
        host.createSource = false;
        auto plan = bind(source.owner, host, source.flags, firstId, slots, warnings);
        if (!plan)
            return wrap(std::move(plan).error(), "mounting the volume {}", mount.name);
        return plan;
    }
    if (!mount.noCopy && mount.source.empty())
        CHECK(fill(mount, root));
    Fd data = std::move(source.data);
    if (!mount.source.empty()) {
        auto below = openInRoot(m_kernel, data.get(), mount.source, O_PATH);
        if (!below)
            return fail(ErrorKind::InvalidArgument, "the volume {} has no {}: {}", mount.name, mount.source,
                        below.error().message);
        data = *std::move(below);
    }
    TRY(const auto kind, kindOf(data, mount.name));
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    return mounts::prepareBind(m_kernel,
                               {.source = data.get(),
                                .target = mount.target,
                                .kind = kind,
                                .readOnly = mount.readOnly || source.readOnly,
                                .recursive = false,
                                .idMap = idMap,
                                .flags = MS_NODEV | source.flags},
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
            plan = bind(record.owner, mount, 0, firstId, slots, warnings);
            break;
        case MountType::Volume:
            plan = volume(record, mount, firstId, root, slots, warnings);
            break;
        case MountType::Image:
            plan = image(mount, firstId, slots);
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

Result<isolation::MountPlan> MountSources::image(const MountSpec &mount, std::uint32_t firstId,
                                                 isolation::Slots &slots, const Fd *upper)
{
    std::vector<Fd> lower;
    for (auto layer = mount.layers.rbegin(); layer != mount.layers.rend(); ++layer) {
        auto opened = m_layers.openLayer(*layer);
        if (!opened)
            return wrap(std::move(opened).error(), "mounting the image {}", mount.name);
        lower.push_back(*std::move(opened));
    }
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    return mounts::prepareImage(
        m_kernel,
        {.lower = lower, .target = mount.target, .subpath = mount.source, .idMap = idMap, .upper = upper},
        slots);
}

Result<isolation::MountPlan> MountSources::step(const StepMount &mount, std::uint32_t firstId,
                                                isolation::Slots &slots)
{
    if (!mount.layers.empty())
        return image({.type = MountType::Image,
                      .name = mount.target,
                      .source = mount.subpath,
                      .target = mount.target,
                      .layers = mount.layers},
                     firstId, slots, mount.upper.get());
    if (mount.content)
        return mounts::prepareContent({.content = mount.content->get(),
                                       .target = mount.target,
                                       .mode = mount.mode,
                                       .uid = mount.uid,
                                       .gid = mount.gid},
                                      slots);
    if (!mount.source) {
        auto plan = mounts::prepareTmpfs(mount.target, mount.tmpfsOptions);
        if (plan && mount.readOnly)
            plan->flags |= MS_RDONLY;
        return plan;
    }
    TRY(const auto kind, kindOf(*mount.source, mount.target));
    TRY(const int idMap, m_idMaps.forContainer(firstId));
    return mounts::prepareBind(m_kernel,
                               {.source = mount.source->get(),
                                .target = mount.target,
                                .kind = kind,
                                .readOnly = mount.readOnly,
                                .recursive = false,
                                .idMap = idMap,
                                .flags = MS_NODEV | MS_NOSUID},
                               slots);
}

Result<> MountSources::prepareStep(const std::vector<StepMount> &steps, std::uint32_t firstId,
                                   isolation::Slots &slots, std::vector<isolation::MountPlan> &plans)
{
    for (const StepMount &mount : steps) {
        auto plan = step(mount, firstId, slots);
        if (!plan)
            return wrap(std::move(plan).error(), "mounting {}", mount.target);
        mounts::addMount(plans, *std::move(plan));
    }
    return {};
}

void MountSources::release(const Record &record)
{
    for (const auto &mount : record.mounts)
        if (mount.type == MountType::Volume)
            m_volumes.release({mount.volumeOwner, mount.name}, record.id);
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
