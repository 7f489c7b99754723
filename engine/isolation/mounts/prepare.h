// The engine's half of a container's mounts: detached mounts by descriptor, and the list of what is mounted
// inside.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"

#include <cstdint>
#include <string>
#include <vector>

namespace quayside::isolation::mounts
{

// The root: each of `lower` (topmost first) and `upper` (holds upper/ and work/), as the layer store gives
// them, becomes a detached mount of its own, idmapped by `idMap` (a user namespace of namespaces::IdMaps; -1:
// not idmapped, for a container without a user namespace). Lower ones are made read-only.
Result<RootPlan> prepareRoot(Kernel &kernel, const std::vector<Fd> &lower, const Fd &upper, int idMap,
                             bool readOnly, Slots &slots);

inline constexpr const char *labProc = "/dev/lab-proc";

// How the mounts of every container differ.
struct Defaults {
    // Namespaces that are New, or joined along with the user namespace that owns them.
    bool ownUser = true, ownPid = true, ownIpc = true, ownNetwork = true, ownCgroup = true;
    std::string cgroupOptions; // cgroups::Cgroups::mountOptions()
    std::uint64_t shmBytes = 64u << 20;
    bool privileged = false; // /sys and cgroup writable
    // One more proc, at labProc, with nothing hidden: where there is none the kernel lets nobody mount one,
    // as one in a new process namespace would show what the masks hide (proc(5); fs/namespace.c,
    // mount_too_revealing).
    bool lab = false;
};
// /proc /dev /dev/pts /dev/shm /dev/mqueue /sys /sys/fs/cgroup, in the order in which they are to be made.
// Mounts of the user's own follow them in LaunchPlan::mounts; one whose target is a default one replaces it
// (replaceDefault).
std::vector<MountPlan> defaultMounts(const Defaults &defaults);

struct Bind {
    int source = -1; // O_PATH descriptor of the folder or file (of a volume: _data)
    std::string target;
    TargetKind kind = TargetKind::Directory;
    bool readOnly = false, recursive = true;
    bool shallowReadOnly = false; // with readOnly: what is mounted below the source stays as it is
    int idMap = -1; // IdMaps::forContainer for volumes, forCaller for writable binds; -1: as they are
    bool usableDevices = false;    // a device node, to be used whatever MS_NODEV said where it lies
    std::uint64_t flags = 0;       // further MS_NOSUID, MS_NODEV, MS_NOEXEC
    std::uint64_t propagation = 0; // MS_PRIVATE (0), MS_SLAVE, MS_SHARED
};
// A detached copy of the tree at `source`. NotSupported where its file system cannot be idmapped (with its
// name).
Result<MountPlan> prepareBind(Kernel &kernel, const Bind &bind, Slots &slots);

// Docker's --mount type=image: the layers of an image (topmost first), as prepareRoot() takes them, or what
// lies at `subpath` in them. Read-only without an `upper` (holds upper/ and work/).
struct Image {
    const std::vector<Fd> &lower;
    std::string target, subpath;
    int idMap = -1;
    const Fd *upper = nullptr;
};
Result<MountPlan> prepareImage(Kernel &kernel, const Image &image, Slots &slots);

// A file that is on no disk: the bytes of `content` (a memfd that nobody can change; borrowed), read-only,
// owned by the container's uid and gid.
struct Content {
    int content = -1;
    std::string target;
    std::uint32_t mode = 0400, uid = 0, gid = 0;
};
Result<MountPlan> prepareContent(const Content &wanted, Slots &slots);

// docker's --tmpfs: options "size=64m,mode=1770,noexec"; InvalidArgument for what tmpfs(5) does not know.
Result<MountPlan> prepareTmpfs(const std::string &target, const std::string &options);

// Adds `mount`, in the place of one that has the same (cleaned) target where there is one.
void addMount(std::vector<MountPlan> &mounts, MountPlan mount);

} // namespace quayside::isolation::mounts
