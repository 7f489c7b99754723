#include "engine/isolation/mounts/prepare.h"

#include "engine/base/rootedpath.h"
#include "engine/isolation/mounts/filesystem.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include <fcntl.h>
#include <sys/mount.h>

namespace quayside::isolation::mounts
{
namespace
{

constexpr std::uint64_t noHarm = MS_NOSUID | MS_NODEV | MS_NOEXEC;

std::uint64_t readOnlyIf(bool condition)
{
    return condition ? static_cast<std::uint64_t>(MS_RDONLY) : 0;
}

// A folder of the store as a detached mount. Private: what is mounted on the host below it stays there.
Result<Fd> detach(Kernel &kernel, int source, bool recursive, Kernel::MountAttributes attributes)
{
    TRY(Fd tree, cloneTree(kernel, source, "", recursive));
    if (attributes.propagation == 0)
        attributes.propagation = MS_PRIVATE;
    if (const int done = kernel.mountSetattr(tree.get(), recursive, attributes); done < 0)
        return failErrno(-done, "setting the attributes of a mount");
    return tree;
}

Kernel::MountAttributes withIdMap(std::uint64_t set, int idMap)
{
    Kernel::MountAttributes attributes{.set = set};
    if (idMap >= 0) {
        attributes.set |= MOUNT_ATTR_IDMAP;
        attributes.userNamespace = idMap;
    }
    return attributes;
}

Result<Fd> emptyLayer(Kernel &kernel)
{
    TRY(FileSystem tmpfs, FileSystem::open(kernel, "tmpfs"));
    CHECK(tmpfs.options("size=4k,nr_inodes=2,mode=755"));
    return tmpfs.mount(MOUNT_ATTR_RDONLY);
}

// Overlay wants one lower folder below an upper one, and two without: empty ones are added to fewer.
Result<std::vector<Slot>> detachLayers(Kernel &kernel, const std::vector<Fd> &lower, std::size_t least,
                                       int idMap, Slots &slots)
{
    std::vector<Slot> layers;
    for (const Fd &layer : lower) {
        auto mount = detach(kernel, layer.get(), false, withIdMap(MOUNT_ATTR_RDONLY, idMap));
        if (!mount)
            return wrap(std::move(mount).error(),
                        "preparing a layer (its file system must support idmapped mounts: "
                        "ext4, xfs, btrfs, f2fs, tmpfs)");
        layers.push_back(slots.add(std::move(*mount)));
    }
    while (layers.size() < least) {
        TRY(Fd empty, emptyLayer(kernel));
        layers.push_back(slots.add(std::move(empty)));
    }
    return layers;
}

MountPlan proc(const Defaults &defaults)
{
    if (defaults.ownUser && !defaults.ownPid) // only the owner of a pid namespace may mount its proc
        return {.kind = MountKind::HostBind, .target = "/proc", .source = "/proc", .flags = noHarm};
    return {.kind = MountKind::Proc, .target = "/proc", .flags = noHarm};
}

MountPlan sysfs(const Defaults &defaults)
{
    const std::uint64_t flags = noHarm | readOnlyIf(!defaults.privileged);
    if (defaults.ownUser && !defaults.ownNetwork) // sysfs shows a network: only its owner may mount it
        return {.kind = MountKind::HostBind, .target = "/sys", .source = "/sys", .flags = flags};
    return {.kind = MountKind::Sysfs, .target = "/sys", .flags = flags};
}

MountPlan mqueue(const Defaults &defaults)
{
    if (defaults.ownUser && !defaults.ownIpc)
        return {
            .kind = MountKind::HostBind, .target = "/dev/mqueue", .source = "/dev/mqueue", .flags = noHarm};
    return {.kind = MountKind::Mqueue, .target = "/dev/mqueue", .flags = noHarm};
}

MountPlan sharedMemory(const Defaults &defaults)
{
    if (!defaults.ownIpc) // those who share System V's share POSIX's
        return {.kind = MountKind::HostBind, .target = "/dev/shm", .source = "/dev/shm", .flags = noHarm};
    return {.kind = MountKind::Tmpfs,
            .target = "/dev/shm",
            .options = std::format("mode=1777,size={}", defaults.shmBytes),
            .flags = noHarm};
}

MountPlan cgroup(const Defaults &defaults)
{
    const std::uint64_t flags = noHarm | readOnlyIf(!defaults.privileged);
    if (defaults.ownUser && !defaults.ownCgroup) // a cgroup file system shows its mounter's cgroup namespace
        return {.kind = MountKind::HostBind,
                .target = "/sys/fs/cgroup",
                .source = "/sys/fs/cgroup",
                .flags = flags};
    return {.kind = MountKind::Cgroup,
            .target = "/sys/fs/cgroup",
            .options = defaults.cgroupOptions,
            .flags = flags};
}

// Numbers with an optional k, m, g or %, as tmpfs(5) takes them.
bool isTmpfsSize(std::string_view text)
{
    if (!text.empty() && std::string_view("kKmMgG%").contains(text.back()))
        text.remove_suffix(1);
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool isOctal(std::string_view text)
{
    return !text.empty() && text.size() <= 5 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '7'; });
}

bool isTmpfsOption(std::string_view key, std::string_view value)
{
    if (key == "mode")
        return isOctal(value);
    constexpr std::array sizes{"size", "nr_blocks", "nr_inodes", "uid", "gid"};
    return std::ranges::find(sizes, key) != sizes.end() && isTmpfsSize(value);
}

struct FlagName {
    const char *name;
    std::uint64_t set, clear;
};
constexpr FlagName flagNames[] = {
    {"ro", MS_RDONLY, 0},       {"rw", 0, MS_RDONLY},     {"noexec", MS_NOEXEC, 0}, {"exec", 0, MS_NOEXEC},
    {"nosuid", MS_NOSUID, 0},   {"suid", 0, MS_NOSUID},   {"nodev", MS_NODEV, 0},   {"dev", 0, MS_NODEV},
    {"noatime", MS_NOATIME, 0}, {"atime", 0, MS_NOATIME}, {"defaults", 0, 0}};

} // namespace

Result<RootPlan> prepareRoot(Kernel &kernel, const std::vector<Fd> &lower, const Fd &upper, int idMap,
                             bool readOnly, Slots &slots)
{
    RootPlan plan;
    plan.readOnly = readOnly;
    TRY(plan.lower, detachLayers(kernel, lower, 1, idMap, slots));
    auto mount = detach(kernel, upper.get(), false, withIdMap(0, idMap));
    if (!mount)
        return wrap(std::move(mount).error(), "preparing the container's own layer");
    plan.upper = slots.add(std::move(*mount));
    return plan;
}

Result<MountPlan> prepareImage(Kernel &kernel, const Image &image, Slots &slots)
{
    MountPlan plan{.kind = MountKind::Image,
                   .target = image.target,
                   .source = image.subpath,
                   .flags = readOnlyIf(image.upper == nullptr) | MS_NODEV};
    TRY(plan.layers, detachLayers(kernel, image.lower, image.upper != nullptr ? 1 : 2, image.idMap, slots));
    if (image.upper == nullptr)
        return plan;
    auto upper = detach(kernel, image.upper->get(), false, withIdMap(0, image.idMap));
    if (!upper)
        return wrap(std::move(upper).error(), "preparing what is written on {}", image.target);
    plan.slot = slots.add(std::move(*upper));
    return plan;
}

Result<MountPlan> prepareContent(const Content &wanted, Slots &slots)
{
    Fd own(::fcntl(wanted.content, F_DUPFD_CLOEXEC, 3));
    if (!own)
        return failErrno(errno, "keeping the content of {} open", wanted.target);
    return MountPlan{.kind = MountKind::Content,
                     .target = wanted.target,
                     .targetKind = TargetKind::File,
                     .slot = slots.add(std::move(own)),
                     .options =
                         std::format("mode={:o},uid={},gid={}", wanted.mode & 07777, wanted.uid, wanted.gid),
                     .flags = noHarm | MS_RDONLY};
}

std::vector<MountPlan> defaultMounts(const Defaults &defaults)
{
    std::vector<MountPlan> mounts{
        proc(defaults),
        {.kind = MountKind::Devices,
         .target = "/dev",
         .options = "mode=755,size=65536k",
         .flags = MS_NOSUID | MS_STRICTATIME},
        {.kind = MountKind::Devpts,
         .target = "/dev/pts",
         .options = "newinstance,ptmxmode=0666,mode=0620,gid=5",
         .flags = MS_NOSUID | MS_NOEXEC},
        sharedMemory(defaults),
        mqueue(defaults),
        sysfs(defaults),
        cgroup(defaults),
    };
    if (defaults.lab)
        mounts.push_back({.kind = MountKind::Proc, .target = labProc, .flags = noHarm});
    return mounts;
}

Result<MountPlan> prepareBind(Kernel &kernel, const Bind &bind, Slots &slots)
{
    const std::uint64_t set =
        attributesOf(bind.flags) | (bind.readOnly && !bind.shallowReadOnly ? MOUNT_ATTR_RDONLY : 0U);
    Kernel::MountAttributes attributes = withIdMap(set, bind.idMap);
    attributes.propagation = bind.propagation;
    attributes.clear = bind.usableDevices ? MOUNT_ATTR_NODEV : 0U;
    auto tree = detach(kernel, bind.source, bind.recursive, attributes);
    if (!tree && bind.idMap >= 0 && tree.error().errnum == EINVAL)
        return fail(
            ErrorKind::NotSupported,
            "mounting on {}: the file system of the source (or of a mount below it) has no idmapped mounts; "
            "move it to one that has, such as ext4, xfs, btrfs or tmpfs",
            bind.target);
    if (!tree)
        return wrap(std::move(tree).error(), "preparing the mount on {}", bind.target);
    if (bind.readOnly && bind.shallowReadOnly)
        if (const int done = kernel.mountSetattr(tree->get(), false, {.set = MOUNT_ATTR_RDONLY}); done < 0)
            return failErrno(-done, "making the mount on {} read-only", bind.target);
    MountPlan plan{.kind = MountKind::Bind, .target = bind.target, .targetKind = bind.kind};
    plan.flags = bind.flags | readOnlyIf(bind.readOnly) | (bind.recursive ? MS_REC : 0);
    plan.propagation = bind.propagation;
    plan.slot = slots.add(std::move(*tree));
    return plan;
}

Result<MountPlan> prepareTmpfs(const std::string &target, const std::string &options)
{
    MountPlan plan{.kind = MountKind::Tmpfs, .target = target, .flags = noHarm};
    std::string_view rest = options;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view option = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto flag =
            std::ranges::find(flagNames, option, [](const FlagName &f) { return std::string_view(f.name); });
        const std::size_t equals = std::min(option.find('='), option.size());
        if (flag != std::end(flagNames))
            plan.flags = (plan.flags | flag->set) & ~flag->clear;
        else if (equals < option.size() && isTmpfsOption(option.substr(0, equals), option.substr(equals + 1)))
            plan.options += std::format("{}{}", plan.options.empty() ? "" : ",", option);
        else if (!option.empty())
            return fail(ErrorKind::InvalidArgument, "tmpfs on {}: unknown option \"{}\"", target, option);
    }
    if (!plan.options.contains("mode="))
        plan.options += plan.options.empty() ? "mode=1777" : ",mode=1777";
    return plan;
}

void addMount(std::vector<MountPlan> &mounts, MountPlan mount)
{
    const std::string target = cleanPath(mount.target);
    const auto same = std::ranges::find_if(
        mounts, [&](const MountPlan &other) { return cleanPath(other.target) == target; });
    if (same != mounts.end())
        *same = std::move(mount);
    else
        mounts.push_back(std::move(mount));
}

} // namespace quayside::isolation::mounts
