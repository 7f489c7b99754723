#include "engine/isolation/namespaces/apply.h"
#include "engine/isolation/namespaces/prepare.h"
#include "tests/fakes/recordingkernel.h"

#include <gtest/gtest.h>

#include <linux/sched.h>

using namespace quayside;
using namespace quayside::isolation;
using test::RecordingKernel;

namespace
{

TEST(NamespacesPrepare, ReservesTheRange)
{
    Slots slots;
    const auto plan = namespaces::prepare({.firstId = 200'000, .hostname = "box"}, slots);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->uids, (std::vector<IdRange>{{0, 200'000, 65'536}}));
    EXPECT_EQ(plan->gids, plan->uids);
    EXPECT_EQ(plan->hostname, "box");
    EXPECT_EQ(slots.size(), 0U);
}

TEST(NamespacesPrepare, RefusesRangesOfTheHostAndThoseThatWrap)
{
    Slots slots;
    for (const std::uint32_t first : {0U, 1000U, 65'535U, 4'294'901'760U, 4'294'967'295U})
        EXPECT_FALSE(namespaces::prepare({.firstId = first}, slots)) << first;
    EXPECT_TRUE(namespaces::prepare({.user = {NamespaceMode::Host, {}}, .firstId = 0}, slots));
    EXPECT_FALSE(namespaces::prepare({.firstId = 100'000, .hostname = std::string(65, 'x')}, slots));
    namespaces::Request request{.firstId = 100'000};
    request.network.mode = NamespaceMode::Join;
    EXPECT_FALSE(namespaces::prepare(std::move(request), slots));
}

TEST(NamespacesApply, CloneFlagsLeaveTheCgroupNamespaceForLater)
{
    NamespacePlan plan;
    EXPECT_EQ(namespaces::cloneFlags(plan),
              CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWNET);
    plan.network.mode = NamespaceMode::Host;
    plan.pid.mode = NamespaceMode::Join;
    EXPECT_EQ(namespaces::cloneFlags(plan), CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWIPC | CLONE_NEWUTS);
    EXPECT_TRUE(namespaces::joinsAny(plan));
}

TEST(NamespacesApply, WritesBothMaps)
{
    RecordingKernel kernel;
    NamespacePlan plan;
    plan.uids = {{0, 100'000, 65'536}};
    plan.gids = {{0, 200'000, 1}, {1, 300'000, 2}};
    ASSERT_TRUE(namespaces::writeMaps(kernel, 42, plan));
    EXPECT_TRUE(kernel.has("write(/proc/42/uid_map, 0 100000 65536\n)")) << kernel.text();
    EXPECT_TRUE(kernel.has("write(/proc/42/gid_map, 0 200000 1\n1 300000 2\n)")) << kernel.text();
    plan.user.mode = NamespaceMode::Host;
    RecordingKernel other;
    ASSERT_TRUE(namespaces::writeMaps(other, 42, plan));
    EXPECT_TRUE(other.calls.empty());
}

TEST(NamespacesApply, JoinsTheUserNamespaceFirst)
{
    RecordingKernel kernel;
    NamespacePlan plan;
    plan.network = {NamespaceMode::Join, 1};
    plan.user = {NamespaceMode::Join, 0};
    ASSERT_TRUE(namespaces::join(kernel, plan));
    ASSERT_EQ(kernel.calls.size(), 2U);
    EXPECT_TRUE(kernel.calls[0].ends_with(std::format("{:#x})", CLONE_NEWUSER)));
    EXPECT_TRUE(kernel.calls[1].ends_with(std::format("{:#x})", CLONE_NEWNET)));
}

TEST(NamespacesApply, GivesUpGroupsBeforeTheUser)
{
    RecordingKernel kernel;
    ASSERT_TRUE(namespaces::becomeRoot(kernel, {}));
    EXPECT_EQ(kernel.text(), "setresgid(0)\nsetgroups()\nsetresuid(0)\n");
}

TEST(NamespacesApply, ExecJoinsAllButTheHosts)
{
    RecordingKernel kernel;
    NamespacePlan plan;
    plan.pid.mode = NamespaceMode::Host;
    const int target = kernel.add("target");
    ASSERT_TRUE(namespaces::joinProcess(kernel, target, plan));
    EXPECT_TRUE(
        kernel.has(std::format("setns(target, {:#x})", CLONE_NEWNS | CLONE_NEWUSER | CLONE_NEWIPC |
                                                           CLONE_NEWUTS | CLONE_NEWNET | CLONE_NEWCGROUP)))
        << kernel.text();
}

} // namespace
