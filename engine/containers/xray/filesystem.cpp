// Layers and mounts: what a container's files are made of.
#include "engine/base/rootedpath.h"
#include "engine/containers/xray/origin.h"
#include "engine/containers/xray/subject.h"
#include "engine/images/content/imagerecord.h"
#include "engine/images/images.h"

#include <algorithm>
#include <fcntl.h>
#include <set>

namespace quayside::containers
{

namespace
{

constexpr std::size_t mostMounts = 512;
constexpr std::size_t longestMountinfo = 1 << 20;

struct Known {
    const char *target, *purpose;
};
constexpr Known knownMounts[] = {{"/", "root"},
                                 {"/proc", "proc"},
                                 {"/sys", "sysfs"},
                                 {"/dev", "dev"},
                                 {"/dev/pts", "pts"},
                                 {"/dev/shm", "shm"},
                                 {"/dev/mqueue", "mqueue"},
                                 {"/etc/hosts", "file"},
                                 {"/etc/hostname", "file"},
                                 {"/etc/resolv.conf", "file"}};

bool lists(const std::optional<std::vector<std::string>> &paths, const std::string &target)
{
    return paths && std::ranges::contains(*paths, target);
}

bool isBelow(const std::string &path, const std::string &folder)
{
    return path == folder || folder == "/" || path.starts_with(folder + "/");
}

void addAsked(const MountSpec &spec, api::XrayMount &mount)
{
    switch (spec.type) {
    case MountType::Bind:
        mount.purpose = "bind";
        mount.of = spec.source;
        break;
    case MountType::Volume:
        mount.purpose = "volume";
        mount.of = spec.name;
        break;
    case MountType::Tmpfs:
        mount.purpose = "tmpfs";
        break;
    case MountType::Image:
        mount.purpose = "image";
        mount.of = spec.name;
        break;
    }
}

// Words of the engine, for what the kernel shows: a mount that was made inside has none.
void addPurpose(const Record &record, api::XrayMount &mount)
{
    for (const auto &spec : record.mounts)
        if (cleanPath(spec.target) == mount.target)
            return addAsked(spec, mount);
    const auto known =
        std::ranges::find_if(knownMounts, [&](const Known &entry) { return mount.target == entry.target; });
    if (known != std::end(knownMounts))
        mount.purpose = known->purpose;
    else if (lists(record.hostConfig.maskedPaths, mount.target))
        mount.purpose = "masked";
    else if (lists(record.hostConfig.readonlyPaths, mount.target) && mount.readOnly)
        mount.purpose = "read-only";
    else if (isBelow(mount.target, "/sys/fs/cgroup"))
        mount.purpose = "cgroup";
    else if (isBelow(mount.target, "/dev"))
        mount.purpose = "device";
    for (const auto &spec : record.mounts)
        if (mount.purpose.empty() && isBelow(mount.target, cleanPath(spec.target)))
            addAsked(spec, mount);
}

// Before the root is changed the container's is on top of the host's: its mount and those below it. None: it
// is not mounted yet.
std::set<std::int64_t> mountsOfNewRoot(const std::vector<api::XrayMount> &mounts)
{
    const auto isRoot = [](const api::XrayMount &mount) { return mount.target == "/"; };
    std::set<std::int64_t> roots, ids;
    for (const auto &mount : mounts)
        if (isRoot(mount))
            roots.insert(mount.id);
    for (const auto &mount : mounts)
        if (isRoot(mount) && mount.type == "overlay" && roots.contains(mount.parent))
            ids = {mount.id}; // the topmost one comes last
    // The list is in no order that could be relied on.
    for (std::size_t before = 0; before != ids.size();) {
        before = ids.size();
        for (const auto &mount : mounts)
            if (ids.contains(mount.parent))
                ids.insert(mount.id);
    }
    return ids;
}

std::vector<api::XrayMount> mountsOf(const Fd &proc)
{
    return parseMounts(readText(proc, "mountinfo", longestMountinfo).value_or(""), mostMounts);
}

} // namespace

std::vector<api::XrayMount> readMounts(const Subject &subject)
{
    auto mounts = mountsOf(subject.proc);
    const auto inside = subject.outside ? mountsOfNewRoot(mounts) : std::set<std::int64_t>();
    for (auto &mount : mounts) {
        if (subject.host || (subject.outside && !inside.contains(mount.id)))
            mount.purpose = "host";
        else
            addPurpose(subject.record, mount);
    }
    return mounts;
}

std::vector<api::XrayMount> readPeerMounts(std::int32_t pid, std::uint32_t uid)
{
    const std::string path = std::format("/proc/{}", pid);
    const Fd proc(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    // The number may be a stranger's by now; the folder stays that process's.
    const auto uids =
        proc ? parseStatus(readText(proc, "status").value_or("")).uids : std::vector<std::int64_t>();
    if (uids.empty() || std::ranges::any_of(uids, [uid](std::int64_t id) { return id != uid; }))
        return {};
    auto mounts = mountsOf(proc);
    for (auto &mount : mounts)
        mount.purpose = "host";
    return mounts;
}

std::vector<api::XrayLayer> readLayers(const Subject &subject, const storage::LayerStore &layers,
                                       const images::Images &images)
{
    std::vector<api::XrayLayer> stack;
    for (const auto &id : subject.record.layers) {
        auto &layer = stack.emplace_back();
        layer.index = static_cast<std::int64_t>(stack.size()) - 1;
        layer.id = id;
        if (const auto info = layers.info(id))
            layer.size = static_cast<std::int64_t>(info->bytes);
    }
    // An image that is gone by now has left its layers, not their history.
    if (const auto image = images.record(subject.record.owner, subject.record.imageId)) {
        std::size_t at = 0;
        for (const auto &step : (*image)->document.history) {
            if (step.emptyLayer)
                continue;
            if (at == stack.size())
                break;
            stack[at].createdBy = step.createdBy.empty() ? step.comment : step.createdBy;
            stack[at++].created = step.created;
        }
    }
    stack.push_back(
        {.index = static_cast<std::int64_t>(stack.size()), .id = subject.record.id, .upper = true});
    return stack;
}

Result<api::XrayFile> readOrigin(const Subject &subject, const storage::LayerStore &layers,
                                 const Fd &containerFolder, const std::vector<api::XrayMount> &mounts,
                                 const std::string &path)
{
    std::vector<StackedLayer> stack;
    const auto &ids = subject.record.layers;
    Fd upper(::openat(containerFolder.get(), "upper", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!upper)
        return failErrno(errno, "opening the upper layer of {}", subject.record.id);
    stack.push_back({static_cast<std::int64_t>(ids.size()), std::move(upper)});
    for (std::size_t i = ids.size(); i-- > 0;) {
        TRY(Fd layer, layers.openLayer(ids[i]));
        stack.push_back({static_cast<std::int64_t>(i), std::move(layer)});
    }
    TRY(auto file, originOf(stack, path));
    for (const auto &mount : mounts)
        if (mount.target != "/" && isBelow(file.resolved, mount.target) &&
            mount.target.size() >= file.mount.size())
            file.mount = mount.target;
    if (!file.mount.empty())
        for (auto &entry : file.layers)
            entry.seen = false;
    return file;
}

} // namespace quayside::containers
