// Devices of the host for a container: --device, --device-cgroup-rule, and all of them for --privileged.
// Source: the contract, "DeviceMapping"; Documentation/admin-guide/cgroup-v1/devices.rst.
#pragma once

#include "engine/api/types/hostconfig.h"
#include "engine/base/kernel.h"
#include "engine/base/result.h"
#include "engine/isolation/cgroups/prepare.h"
#include "engine/isolation/plan/launchplan.h"
#include "engine/isolation/plan/slots.h"

#include <string>
#include <vector>

#include <sys/types.h>

namespace quayside::containers
{

// A node as it is to appear inside.
struct DeviceNode {
    std::string source, target; // paths on the host and inside
    mode_t mode = 0;            // of the host's node: S_IFCHR or S_IFBLK and permissions
    dev_t device = 0;
    uid_t uid = 0;
    gid_t gid = 0; // of the host's node, the same numbers inside
    std::string access = "rwm";
    bool operator==(const DeviceNode &) const = default;
};

// "c 1:* rwm"; InvalidArgument in dockerd's words.
Result<isolation::cgroups::DeviceRule> parseDeviceRule(const std::string &text);
// What can be said of --device without looking at the host.
Result<> checkDevices(const api::HostConfig &host);

// The nodes behind the mappings, as they are now; a folder stands for all that lie in it. InvalidArgument:
// nothing is there, or nothing that is a device.
Result<std::vector<DeviceNode>> findDevices(const std::vector<api::DeviceMapping> &mappings);
// All below `folder`, which is /dev but in tests, without the terminals and file systems that a container has
// for itself.
std::vector<DeviceNode> hostDevices(const std::string &folder = "/dev");
isolation::cgroups::DeviceRule ruleOf(const DeviceNode &node);

// Nodes of the container's own in `folder` (made where missing), owned by `firstId` plus the ids that they
// have on the host, each as a mount over its target: a node of the host's own would belong to nobody in a
// user namespace, and devtmpfs has no idmapped mounts.
Result<> addDeviceMounts(Kernel &kernel, const std::vector<DeviceNode> &nodes, const std::string &folder,
                         std::uint32_t firstId, isolation::Slots &slots,
                         std::vector<isolation::MountPlan> &mounts);
// Removes such a folder.
void removeDeviceFolder(const std::string &folder);

// A block device that a rate is limited for, by path. InvalidArgument where there is none.
Result<dev_t> blockDevice(const std::string &path);

} // namespace quayside::containers
