// Which steps a plan has, and how each would be done in a shell.
#include "engine/isolation/plan/shell.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <sys/mount.h>

using namespace quayside::isolation;

namespace
{

LaunchPlan plain()
{
    LaunchPlan plan;
    plan.namespaces.uids = plan.namespaces.gids = {{0, 100000, 65536}};
    plan.namespaces.hostname = "web";
    plan.root = {{0, 1}, 2};
    plan.mounts = {{.kind = MountKind::Proc, .target = "/proc", .flags = MS_NOSUID | MS_NODEV | MS_NOEXEC},
                   {.kind = MountKind::Bind, .target = "/my data", .slot = 3, .flags = MS_RDONLY}};
    plan.security.seccomp = 4;
    plan.security.bounding = 0xa80425fb;
    plan.security.maskedPaths = {"/proc/kcore"};
    plan.process.argv = {"echo", "it's"};
    return plan;
}

std::vector<std::string> namesOf(const LaunchPlan &plan)
{
    std::vector<std::string> names;
    for (const StepId step : stepsOf(plan))
        names.emplace_back(infoOf(step).name);
    return names;
}

std::string shell(const LaunchPlan &plan, StepId step)
{
    std::string text;
    for (const std::string &line : shellOf(plan, step))
        text += line + "\n";
    return text;
}

TEST(Steps, OfAnOrdinaryContainer)
{
    const std::vector<std::string> expected{"cgroup",  "clone",    "ids",          "limits",  "network",
                                            "user",    "cgroupns", "hostname",     "private", "root",
                                            "mounts",  "hide",     "workdir",      "pivot",   "chdir",
                                            "streams", "seccomp",  "capabilities", "exec"};
    EXPECT_EQ(namesOf(plain()), expected);
}

TEST(Steps, ThePlanDecidesWhichThereAre)
{
    LaunchPlan plan = plain();
    plan.namespaces.user.mode = NamespaceMode::Host;
    plan.namespaces.network.mode = NamespaceMode::Host;
    plan.cgroup.v1 = {7};
    plan.process.terminal = true;
    plan.process.sysctls = {{"net.x", "1"}};
    const auto names = namesOf(plan);
    for (const char *absent : {"ids", "user", "network"})
        EXPECT_EQ(std::ranges::find(names, absent), names.end()) << absent;
    for (const char *there : {"cgroups", "terminal", "sysctls"})
        EXPECT_NE(std::ranges::find(names, there), names.end()) << there;
}

TEST(Steps, TheFilterIsLastWithNoNewPrivileges)
{
    LaunchPlan plan = plain();
    plan.security.noNewPrivileges = true;
    const auto names = namesOf(plan);
    ASSERT_GE(names.size(), 3U);
    EXPECT_EQ(names[names.size() - 3], "capabilities");
    EXPECT_EQ(names[names.size() - 2], "seccomp");
}

TEST(Steps, EachHasATitleAndCommands)
{
    LaunchPlan plan = plain();
    plan.cgroup.v1 = {7};
    plan.process.sysctls = {{"net.x", "1"}};
    plan.process.terminal = true;
    for (const StepId step : stepsOf(plan)) {
        EXPECT_FALSE(std::string(infoOf(step).title).empty());
        EXPECT_FALSE(shellOf(plan, step).empty()) << infoOf(step).name;
    }
}

TEST(Shell, SaysWhatThePlanSays)
{
    const LaunchPlan plan = plain();
    EXPECT_TRUE(
        shell(plan, StepId::Clone).starts_with("unshare --fork --mount --user --pid --ipc --uts --net "));
    EXPECT_EQ(shell(plan, StepId::IdMaps), "printf '0 100000 65536\\n' > /proc/$PID/uid_map\n"
                                           "printf '0 100000 65536\\n' > /proc/$PID/gid_map\n");
    EXPECT_EQ(shell(plan, StepId::Names), "hostname web\n");
    EXPECT_EQ(shell(plan, StepId::Mounts), "mount -t proc proc -o nosuid,nodev,noexec $ROOT/proc\n"
                                           "mount --bind -o ro $SOURCE3 $ROOT'/my data'\n");
    EXPECT_TRUE(shell(plan, StepId::Root).contains("upperdir=$CONTAINER/upper,workdir=$CONTAINER/work"));
    EXPECT_TRUE(shell(plan, StepId::HiddenPaths).contains("/dev/null $ROOT/proc/kcore"));
    EXPECT_TRUE(shell(plan, StepId::Privileges).contains("--decode=0xa80425fb"));
    EXPECT_EQ(shell(plan, StepId::Exec), "exec env -i … echo 'it'\\''s'\n");
}

TEST(Shell, JoinedNamespacesAreEntered)
{
    LaunchPlan plan = plain();
    plan.namespaces.network = {NamespaceMode::Join, 5};
    const std::string text = shell(plan, StepId::Clone);
    EXPECT_TRUE(text.starts_with("nsenter --target $OTHER --net unshare ")) << text;
    EXPECT_FALSE(text.contains("unshare --fork --mount --user --pid --ipc --uts --net")) << text;
}

TEST(Shell, QuotesWords)
{
    EXPECT_EQ(shellWord("/a-b.c"), "/a-b.c");
    EXPECT_EQ(shellWord(""), "''");
    EXPECT_EQ(shellWord("$(reboot)"), "'$(reboot)'");
    EXPECT_EQ(shellWord("a'b"), "'a'\\''b'");
}

} // namespace
