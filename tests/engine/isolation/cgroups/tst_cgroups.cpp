#include "engine/isolation/cgroups/apply.h"
#include "engine/isolation/cgroups/devices.h"
#include "engine/isolation/cgroups/hierarchies.h"
#include "engine/isolation/cgroups/placement.h"
#include "engine/isolation/cgroups/prepare.h"
#include "engine/isolation/cgroups/settings.h"
#include "tests/fakes/recordingkernel.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace quayside;
using namespace quayside::isolation;
using namespace quayside::isolation::cgroups;
using test::RecordingKernel;

namespace
{

constexpr const char *v1Mounts = "31 23 0:28 / /sys/fs/cgroup rw - tmpfs tmpfs rw,mode=755\n"
                                 "32 31 0:29 / /sys/fs/cgroup/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct\n"
                                 "33 31 0:30 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory\n"
                                 "34 31 0:30 / /elsewhere/memory rw - cgroup cgroup rw,memory\n"
                                 "35 31 0:31 /docker/x /bound rw - cgroup cgroup rw,pids\n"
                                 "36 31 0:31 / /sys/fs/cgroup/pi\\040ds rw shared:7 - cgroup cgroup rw,pids\n"
                                 "37 31 0:32 / /sys/fs/cgroup/systemd rw - cgroup cgroup rw,name=systemd\n"
                                 "38 31 0:33 / /sys/fs/cgroup/devices rw - cgroup cgroup rw,devices\n";
constexpr const char *v2Mounts = "30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n";

std::string textOf(const std::vector<Setting> &settings)
{
    std::string text;
    for (const Setting &setting : settings)
        text += std::format("{}={}\n", setting.file, setting.value);
    return text;
}

const Limits all{.memory = 100 << 20,
                 .memoryReservation = 50 << 20,
                 .memorySwap = 300 << 20,
                 .cpuQuota = 50'000,
                 .cpuPeriod = 100'000,
                 .cpuShares = 512,
                 .cpusetCpus = "0-1",
                 .cpusetMems = "0",
                 .pids = 10,
                 .blkioWeight = 500};

TEST(Hierarchies, AreFoundWhereTheyAreMounted)
{
    const auto v1 = parseHierarchies(v1Mounts);
    ASSERT_EQ(v1.size(), 4U);
    EXPECT_EQ(v1[0].path, "/sys/fs/cgroup/cpu,cpuacct");
    EXPECT_TRUE(v1[0].has("cpuacct"));
    EXPECT_EQ(v1[1].path, "/sys/fs/cgroup/memory");
    EXPECT_EQ(v1[2].path, "/sys/fs/cgroup/pi ds");
    const auto v2 = parseHierarchies(v2Mounts);
    ASSERT_EQ(v2.size(), 1U);
    EXPECT_TRUE(v2[0].isV2());
    EXPECT_TRUE(parseHierarchies("nonsense\n - \n1 2 3 / - cgroup\n").empty());
}

TEST(Settings, ForV1)
{
    EXPECT_EQ(textOf(settingsV1(all)),
              "memory.limit_in_bytes=104857600\nmemory.memsw.limit_in_bytes=314572800\n"
              "memory.soft_limit_in_bytes=52428800\ncpu.cfs_period_us=100000\ncpu.cfs_quota_us=50000\ncpu."
              "shares=512\n"
              "cpuset.cpus=0-1\ncpuset.mems=0\npids.max=10\nblkio.weight=500\n");
}

TEST(Settings, ForV2)
{
    EXPECT_EQ(textOf(settingsV2(all)), "memory.max=104857600\nmemory.swap.max=209715200\nmemory.low="
                                       "52428800\ncpu.max=50000 100000\ncpu.weight=20\n"
                                       "cpuset.cpus=0-1\ncpuset.mems=0\npids.max=10\nio.bfq.weight=500\n");
    EXPECT_EQ(textOf(settingsV2({.memory = 100 << 20, .pids = -1})),
              "memory.max=104857600\nmemory.swap.max=104857600\npids.max=max\n");
    EXPECT_EQ(textOf(settingsV2({.memory = 100 << 20, .memorySwap = -1})),
              "memory.max=104857600\nmemory.swap.max=max\n");
}

TEST(Settings, OfBlockDevices)
{
    const Limits limits{.blockDevices = {{8, 0, 1000, 0, 5, std::nullopt, 500}, {8, 16, {}, {}, {}, 7, {}}}};
    EXPECT_EQ(textOf(settingsV1(limits)),
              "blkio.throttle.read_bps_device=8:0 1000\nblkio.throttle.write_bps_device=8:0 0\n"
              "blkio.throttle.read_iops_device=8:0 5\nblkio.weight_device=8:0 500\n"
              "blkio.throttle.write_iops_device=8:16 7\n");
    EXPECT_EQ(textOf(settingsV2(limits)), "io.max=8:0 rbps=1000 wbps=max riops=5\nio.bfq.weight=8:0 500\n"
                                          "io.max=8:16 wiops=7\n");
    EXPECT_FALSE(check({.blockDevices = {{.weight = 5}}}));
}

TEST(Settings, WhatV2HasNotBecomesAWarning)
{
    for (const auto &setting : settingsV2({.oomKillDisable = true, .memorySwappiness = 10}))
        EXPECT_NE(setting.missing, "") << setting.file;
    EXPECT_TRUE(settingsV2({.oomKillDisable = false}).empty());
}

TEST(Settings, NonsenseIsRefused)
{
    EXPECT_TRUE(check(all));
    for (const Limits &bad :
         {Limits{.memory = 4096}, Limits{.memory = 100 << 20, .memorySwap = 50 << 20},
          Limits{.memorySwap = 50 << 20}, Limits{.cpuQuota = 10}, Limits{.cpuPeriod = 10},
          Limits{.cpusetCpus = "0;1"}, Limits{.blkioWeight = 5}, Limits{.memorySwappiness = 101},
          Limits{.memory = 10 << 20, .memoryReservation = 20 << 20}})
        EXPECT_FALSE(check(bad));
}

TEST(Devices, LinesAndProgram)
{
    EXPECT_EQ(lineOf({'c', 1, 3, "rwm"}), "c 1:3 rwm");
    EXPECT_EQ(lineOf({'a', -1, -1, "m"}), "a *:* m");
    EXPECT_EQ(deviceProgram({}).size(), 8U); // six to look, two to say no
    const auto program = deviceProgram({{'c', 1, 3, "r"}});
    ASSERT_EQ(program.size(), 16U);
    EXPECT_EQ(program[6].off, 7); // a wrong type goes to the next rule: here to "no"
    EXPECT_EQ(program[8].imm, 3); // minor
}

TEST(Parent, WhatIsAPath)
{
    for (const char *good : {"/", "/a", "/a.slice/a-b.slice", "web", "web/front", "web/", "x.slice/y"})
        EXPECT_TRUE(checkParent(good)) << good;
    for (const char *bad : {"", ".", "..", "../x", "/a/../b", "a/./b", "a b", "a\nb", "a-b.slice", "a/\x7f"})
        EXPECT_FALSE(checkParent(bad)) << bad;
    EXPECT_FALSE(checkParent("/" + std::string(256, 'a')));
    EXPECT_FALSE(checkParent("/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"));
}

TEST(Parent, LiesInTheUsersTreeOrWhereRootSays)
{
    const std::string id(64, 'a');
    EXPECT_EQ(*parentPath("quayside-1", "web/front", 1000), "/quayside-1/user-1000/web/front");
    EXPECT_EQ(*parentPath("quayside", "/quayside/user-7/x", 0), "/quayside/user-7/x");
    EXPECT_EQ(*parentPath("quayside", "//a//b/", 0), "/a/b");
    EXPECT_EQ(*parentPath("quayside", "/quayside", 0), "/quayside");
    EXPECT_EQ(*parentPath("quayside", "/", 0), "");
    // Where an engine would take it for a container's.
    using Paths = std::vector<std::string>;
    for (const std::string &among : Paths{"/quayside/x", "/quayside/" + id, "/quayside-77/x",
                                          "/quayside-77/user-1/x", "/quayside/user-1/" + id + "/x", id})
        EXPECT_FALSE(parentPath("quayside", among, 1000)) << among;
}

class Tree : public ::testing::Test
{
protected:
    std::unique_ptr<Cgroups> open(const char *mounts)
    {
        kernel.contents["/proc/self/mountinfo"] = mounts;
        kernel.contents["/sys/fs/cgroup/cgroup.controllers"] = "cpuset cpu io memory pids\n";
        kernel.contents["/sys/fs/cgroup/quayside/cgroup.controllers"] = "cpuset cpu io memory pids\n";
        auto opened = Cgroups::open("/var/lib/quayside", kernel);
        EXPECT_TRUE(opened) << opened.error().message;
        return std::move(*opened);
    }
    RecordingKernel kernel;
    Slots slots;
    std::vector<std::string> warnings;
};

TEST_F(Tree, V2HandsOverItsFolder)
{
    const auto cgroups = open(v2Mounts);
    EXPECT_EQ(cgroups->version(), 2);
    EXPECT_EQ(cgroups->mountOptions(), "");
    EXPECT_TRUE(kernel.has("write(/sys/fs/cgroup/quayside/cgroup.subtree_control, +memory)"))
        << kernel.text();
    const auto plan = cgroups->create("id", {.pids = 5, .devices = defaultDevices()}, slots, warnings);
    ASSERT_TRUE(plan) << plan.error().message;
    EXPECT_TRUE(kernel.has("write(/sys/fs/cgroup/quayside/id/pids.max, 5)")) << kernel.text();
    EXPECT_TRUE(kernel.has("bpf(5)") && kernel.has("bpf(8)")) << kernel.text();
    EXPECT_GE(plan->v2, 0);
    EXPECT_TRUE(plan->v1.empty());
    EXPECT_GE(plan->oomCounter, 0);
}

TEST_F(Tree, V1HandsOverTasks)
{
    const auto cgroups = open(v1Mounts);
    EXPECT_EQ(cgroups->version(), 1);
    EXPECT_EQ(cgroups->mountOptions(), "cpu,cpuacct memory pids devices");
    const auto plan = cgroups->create("id", {.pids = 5, .devices = defaultDevices()}, slots, warnings);
    ASSERT_TRUE(plan) << plan.error().message;
    EXPECT_EQ(plan->v2, -1);
    EXPECT_EQ(plan->v1.size(), 4U);
    EXPECT_LT(kernel.indexOf("write(/sys/fs/cgroup/devices/quayside/id/devices.deny, a)"),
              kernel.indexOf("write(/sys/fs/cgroup/devices/quayside/id/devices.allow, c 1:3 rwm)"));
}

TEST_F(Tree, AParentIsMadeMarkedAndRemovedWithItsLastContainer)
{
    for (const char *path : {"/a", "/a/b"})
        kernel.contents[std::format("/sys/fs/cgroup{}/cgroup.controllers", path)] = "memory pids\n";
    const auto cgroups = open(v2Mounts);
    kernel.failures["mkdirat(, /sys/fs/cgroup/a)"] = {EEXIST}; // somebody else's
    ASSERT_TRUE(cgroups->place("id", "/a/b", 0));
    EXPECT_EQ(cgroups->path("id"), "/a/b/id");
    ASSERT_TRUE(cgroups->create("id", {.pids = 5}, slots, warnings));
    EXPECT_TRUE(kernel.has("write(/sys/fs/cgroup/a/b/cgroup.subtree_control, +pids)")) << kernel.text();
    EXPECT_TRUE(kernel.has("write(/sys/fs/cgroup/a/b/id/pids.max, 5)")) << kernel.text();
    EXPECT_TRUE(kernel.has("fsetxattr(/sys/fs/cgroup/a/b, trusted.quayside, quayside)")) << kernel.text();
    EXPECT_EQ(cgroups->list(), std::vector<std::string>{"id"});
    ASSERT_TRUE(cgroups->remove("id"));
    EXPECT_TRUE(kernel.has("unlinkat(, /sys/fs/cgroup/a/b)")) << kernel.text();
    EXPECT_FALSE(kernel.has("unlinkat(, /sys/fs/cgroup/a)")) << kernel.text();
    EXPECT_EQ(cgroups->path("id"), "/quayside/id");
    EXPECT_TRUE(cgroups->list().empty());
}

TEST_F(Tree, AParentWithProcessesIsRefusedWithAReason)
{
    kernel.contents["/sys/fs/cgroup/a/cgroup.controllers"] = "memory pids\n";
    const auto cgroups = open(v2Mounts);
    kernel.failures["write(/sys/fs/cgroup/a/cgroup.subtree_control"] = {EBUSY};
    ASSERT_TRUE(cgroups->place("id", "/a", 0));
    const auto refused = cgroups->create("id", {}, slots, warnings);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains("processes are in it")) << refused.error().message;
    EXPECT_TRUE(kernel.has("unlinkat(, /sys/fs/cgroup/a)")) << kernel.text();
}

TEST_F(Tree, WhatTheHostLacksIsAWarningOrAnErrorThatLeavesNothing)
{
    const auto cgroups = open(v1Mounts);
    kernel.failures["openat2(/sys/fs/cgroup/memory/quayside/id/memory.memsw.limit_in_bytes)"] = {ENOENT};
    ASSERT_TRUE(cgroups->create("id", {.memory = 100 << 20}, slots, warnings));
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_TRUE(warnings[0].contains("swap")) << warnings[0];
    const auto refused = cgroups->create("other", {.cpusetCpus = "0"}, slots, warnings);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotSupported);
    EXPECT_GE(kernel.indexOf("unlinkat(, /sys/fs/cgroup/memory/quayside/other)"), 0) << kernel.text();
}

TEST_F(Tree, RaisingMemoryAndSwapFindsTheirOrder)
{
    const auto cgroups = open(v1Mounts);
    kernel.failures["write(/sys/fs/cgroup/memory/quayside/id/memory.limit_in_bytes"] = {EINVAL};
    std::vector<std::string> told;
    ASSERT_TRUE(cgroups->update("id", {.memory = 200 << 20, .memorySwap = 400 << 20}, told));
    EXPECT_TRUE(kernel.calls.back().contains("memory.limit_in_bytes")) << kernel.text();
}

TEST(CgroupsApply, EntersAndCounts)
{
    RecordingKernel kernel;
    kernel.name(firstSlot, "tasks");
    kernel.name(firstSlot + 1, "counter");
    kernel.contents["counter"] = "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n";
    const CgroupPlan plan{.v1 = {0}, .oomCounter = 1};
    ASSERT_TRUE(enter(kernel, plan));
    EXPECT_TRUE(kernel.has("write(tasks, 0)"));
    EXPECT_EQ(oomKills(kernel, plan), 3U);
    kernel.failures["write(tasks"] = {EINVAL};
    EXPECT_FALSE(enter(kernel, plan));
}

} // namespace
