// Devices of the host: what mappings and rules mean. Nodes that are made are a matter for
// tests/docker/options.py.
#include "engine/containers/devices/devices.h"
#include "engine/containers/lifecycle/validate.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/sysmacros.h>

using namespace quayside;
using namespace quayside::containers;
using isolation::cgroups::DeviceRule;

namespace
{

TEST(Devices, rules)
{
    EXPECT_EQ(*parseDeviceRule("c 1:* rwm"), (DeviceRule{'c', 1, -1, "rwm"}));
    EXPECT_EQ(*parseDeviceRule("a *:* m"), (DeviceRule{'a', -1, -1, "m"}));
    EXPECT_EQ(*parseDeviceRule("b 8:15 r"), (DeviceRule{'b', 8, 15, "r"}));
    for (const char *bad : {"", "c", "c 1:1", "c 1:1 x", "c 1:1 rwmr", "d 1:1 r", "c 1:1 r\n", "c -1:1 r",
                            "c 99999999999:1 r", " c 1:1 r"})
        EXPECT_FALSE(parseDeviceRule(bad)) << bad;
}

TEST(Devices, mappings)
{
    const auto found = findDevices({{"/dev/null", "/dev/nothing", "r"}, {"/dev/zero", "", ""}});
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found->size(), 2u);
    EXPECT_EQ((*found)[0].target, "/dev/nothing");
    EXPECT_EQ((*found)[0].device, makedev(1, 3));
    EXPECT_TRUE(S_ISCHR((*found)[0].mode));
    EXPECT_EQ(ruleOf((*found)[0]), (DeviceRule{'c', 1, 3, "r"}));
    EXPECT_EQ((*found)[1].target, "/dev/zero");
    EXPECT_EQ(ruleOf((*found)[1]), (DeviceRule{'c', 1, 5, "rwm"}));
    for (const char *bad : {"/dev/no-such-device", "/etc/passwd", "/etc"}) {
        const auto refused = findDevices({{bad, "", ""}});
        ASSERT_FALSE(refused) << bad;
        EXPECT_EQ(refused.error().kind, ErrorKind::InvalidArgument);
        EXPECT_NE(refused.error().message.find(bad), std::string::npos);
    }
}

TEST(Devices, aFolderStandsForWhatLiesInIt)
{
    const auto all = findDevices({{"/dev", "/devices", ""}});
    ASSERT_TRUE(all) << all.error().message;
    bool null = false;
    for (const auto &node : *all) {
        EXPECT_TRUE(node.target.starts_with("/devices/")) << node.target;
        EXPECT_FALSE(node.target.starts_with("/devices/pts/")) << node.target;
        null = null || node.target == "/devices/null";
    }
    EXPECT_TRUE(null);
    EXPECT_EQ(hostDevices().size(), all->size());
    EXPECT_TRUE(hostDevices("/no/such/folder").empty());
}

TEST(Devices, limitsNeedABlockDevice)
{
    api::HostConfig host;
    host.blkioDeviceReadBps = {{"/dev/null", 1000}};
    isolation::cgroups::Limits limits;
    const auto refused = addBlockLimits(host, limits);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("\"/dev/null\" is no block device"), std::string::npos);
}

TEST(Devices, rulesReachTheDeviceList)
{
    api::HostConfig host;
    const auto before = limitsOf(host).devices->size();
    host.deviceCgroupRules = {"c 10:229 rw"};
    const auto limits = limitsOf(host);
    ASSERT_EQ(limits.devices->size(), before + 1);
    EXPECT_EQ(limits.devices->back(), (DeviceRule{'c', 10, 229, "rw"}));
}

} // namespace
