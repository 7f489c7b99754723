// The container's own device nodes.
#include "engine/containers/devices/devices.h"

#include "engine/isolation/mounts/prepare.h"

#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::containers
{

namespace
{

Result<Fd> makeNode(const DeviceNode &node, const std::string &path, std::uint32_t firstId)
{
    ::unlink(path.c_str()); // of a launch that was cut short
    if (::mknod(path.c_str(), node.mode, node.device) < 0)
        return failErrno(errno, "making a node for the device {}", node.source);
    // In this order: chown(2) clears bits. mknod(2) minds the umask.
    if (::lchown(path.c_str(), firstId + node.uid, firstId + node.gid) < 0 ||
        ::chmod(path.c_str(), node.mode & 07777) < 0)
        return failErrno(errno, "giving the device {} to the container", node.source);
    Fd opened(::open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!opened)
        return failErrno(errno, "opening the node of {}", node.source);
    return opened;
}

} // namespace

Result<> addDeviceMounts(Kernel &kernel, const std::vector<DeviceNode> &nodes, const std::string &folder,
                         std::uint32_t firstId, isolation::Slots &slots,
                         std::vector<isolation::MountPlan> &mounts)
{
    if (nodes.empty())
        return {};
    if (::mkdir(folder.c_str(), 0700) < 0 && errno != EEXIST)
        return failErrno(errno, "making {}", folder);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        TRY(const Fd node, makeNode(nodes[i], folder + "/" + std::to_string(i), firstId));
        TRY(auto mount, isolation::mounts::prepareBind(kernel,
                                                       {.source = node.get(),
                                                        .target = nodes[i].target,
                                                        .kind = isolation::TargetKind::File,
                                                        .recursive = false,
                                                        .usableDevices = true},
                                                       slots));
        isolation::mounts::addMount(mounts, std::move(mount));
    }
    return {};
}

void removeDeviceFolder(const std::string &folder)
{
    std::error_code ignored; // it holds nodes of ours and nothing else
    std::filesystem::remove_all(folder, ignored);
}

} // namespace quayside::containers
