// The volumes and binds of a container: made at create, told of at start, let go at the end of a run.
#include "engine/containers/lifecycle/service.h"

#include "engine/access/hostpath.h"

#include <ranges>
#include <string_view>

namespace quayside::containers
{

namespace
{

volumes::VolumeKey keyOf(const MountSpec &mount)
{
    return {mount.volumeOwner, mount.name};
}

struct FromOther {
    std::string ref;
    bool readOnly = false;
};

// "CONTAINER[:MODE]", the mode as that of -v.
Result<FromOther> parseFrom(const std::string &text)
{
    const std::size_t colon = text.find(':');
    FromOther from{.ref = text.substr(0, colon)};
    bool good = !from.ref.empty() && colon != text.size() - 1;
    if (colon != std::string::npos)
        for (const auto part : std::views::split(std::string_view(text).substr(colon + 1), ',')) {
            const std::string_view word(part.begin(), part.end());
            from.readOnly |= word == "ro";
            good = good && (word == "ro" || word == "rw" || word == "z" || word == "Z" || word == "nocopy");
        }
    if (!good)
        return fail(ErrorKind::InvalidArgument, "invalid volumes-from specification: '{}'", text);
    return from;
}

} // namespace

// As the other container has them, save that a read-only one stays so. Another user's container is not there;
// root may have the volumes of one, but not its binds: where their paths lead is in that user's hands.
Result<std::vector<MountSpec>> Service::mountsFrom(const Peer &peer, const std::vector<std::string> &others)
{
    std::vector<MountSpec> mounts;
    for (const auto &text : others) {
        TRY(const FromOther from, parseFrom(text));
        const auto other = find(peer, from.ref);
        if (!other)
            return notTheImage(other.error());
        const std::scoped_lock lock((*other)->mutex);
        const Record &record = (*other)->record;
        for (MountSpec mount : record.mounts) {
            if (mount.type == MountType::Tmpfs) // each container has its own
                continue;
            if (mount.type == MountType::Bind && record.owner.uid != peer.uid)
                return fail(
                    ErrorKind::Forbidden,
                    "--volumes-from {}: {} is bound there with the rights of the user {}: name it with -v",
                    from.ref, mount.source, record.owner.uid);
            mount.readOnly |= from.readOnly;
            std::erase_if(mounts, [&](const MountSpec &one) { return one.target == mount.target; });
            mounts.push_back(std::move(mount));
        }
    }
    return mounts;
}

Result<> Service::findImages(const Peer &peer, std::vector<MountSpec> &mounts) const
{
    for (auto &mount : mounts) {
        if (mount.type != MountType::Image || !mount.imageId.empty()) // one of --volumes-from is known
            continue;
        auto image = m_services.images.resolve(peer, mount.name);
        if (!image)
            return wrap(notTheImage(std::move(image).error()).error(),
                        "invalid mount config for type \"image\"");
        mount.imageId = image->id;
        mount.layers = image->layers;
    }
    return {};
}

Result<> Service::makeVolumes(Record &record)
{
    for (auto &mount : record.mounts) {
        if (mount.type == MountType::Volume && mount.mountpoint.empty()) {
            mount.volumeOwner = record.owner.uid;
            TRY(const auto volume,
                m_services.volumes.create(
                    record.owner, {.name = mount.name, .labels = mount.labels, .options = mount.options}));
            mount.name = volume.name;
            mount.mountpoint = volume.mountpoint;
        }
        if (mount.type == MountType::Volume)
            m_services.volumes.addUser(keyOf(mount), record.id);
        // The source of --mount must be there when the container is made; -v makes it at the start.
        if (mount.type != MountType::Bind || mount.createSource)
            continue;
        const auto source =
            access::openHostPath(record.owner, {.path = mount.source, .writable = !mount.readOnly});
        if (!source)
            return wrap(notTheImage(source.error()).error(), "invalid mount config for type \"bind\"");
    }
    return {};
}

void Service::undoVolumes(const Record &record)
{
    for (const auto &mount : record.mounts) {
        if (mount.type != MountType::Volume || mount.mountpoint.empty())
            continue;
        m_services.volumes.removeUser(keyOf(mount), record.id);
        if (mount.anonymous) // one of --volumes-from is in use by the other container: it stays
            (void)m_services.volumes.remove(mount.volumeOwner, mount.name);
    }
}

void Service::volumesMounted(const Record &record) const
{
    if (!m_services.events)
        return;
    for (const auto &mount : record.mounts)
        if (mount.type == MountType::Volume)
            m_services.events({.type = "volume",
                               .action = "mount",
                               .actor = {mount.name,
                                         {{"container", record.id},
                                          {"destination", mount.target},
                                          {"driver", "local"},
                                          {"propagation", ""},
                                          {"read/write", mount.readOnly ? "false" : "true"}}},
                               .owner = record.owner.uid});
}

void Service::releaseVolumes(const Record &record, bool tell)
{
    for (const auto &mount : record.mounts) {
        if (mount.type != MountType::Volume)
            continue;
        m_services.volumes.release(keyOf(mount), record.id);
        if (tell && m_services.events)
            m_services.events({.type = "volume",
                               .action = "unmount",
                               .actor = {mount.name, {{"container", record.id}, {"driver", "local"}}},
                               .owner = record.owner.uid});
    }
}

} // namespace quayside::containers
