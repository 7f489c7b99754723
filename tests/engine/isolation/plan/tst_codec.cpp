#include "engine/isolation/plan/codec.h"
#include "engine/isolation/plan/json.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <fstream>

using namespace quayside;
using namespace quayside::isolation;

namespace
{

// Every field differs from its default, so that one that the codec forgets is seen.
LaunchPlan fullPlan()
{
    LaunchPlan plan;
    plan.namespaces.network = {NamespaceMode::Join, 3};
    plan.namespaces.uids = {{0, 100000, 65536}};
    plan.namespaces.gids = {{0, 200000, 65536}};
    plan.namespaces.hostname = "host";
    plan.namespaces.domainname = "domain";
    plan.root = {{1, 2}, 4, "up", "wk", true};
    plan.mounts = {{MountKind::Tmpfs, "/a", TargetKind::File, 5, {7, 8}, "/src", "size=1", 6, 1 << 18}};
    plan.security.bounding = 1;
    plan.security.effective = 2;
    plan.security.permitted = 3;
    plan.security.inheritable = 4;
    plan.security.ambient = 5;
    plan.security.noNewPrivileges = true;
    plan.security.seccomp = 6;
    plan.security.maskedPaths = {"/proc/kcore"};
    plan.security.readOnlyPaths = {"/proc/sys"};
    plan.security.lockMounts = true;
    plan.cgroup = {7, {8, 9}, 10};
    plan.process.argv = {"sh", "-c", std::string("a\0b", 3)};
    plan.process.env = {"A=1"};
    plan.process.cwd = "/w";
    plan.process.uid = 11;
    plan.process.gid = 12;
    plan.process.groups = {13};
    plan.process.terminal = plan.process.openStdin = plan.process.stdinOnce = plan.process.init = true;
    plan.process.rows = 14;
    plan.process.columns = 15;
    plan.process.stopSignal = 16;
    plan.process.rlimits = {{7, 17, 18}};
    plan.process.oomScoreAdj = -19;
    plan.process.umask = 077;
    plan.process.sysctls = {{"net.x", "1"}};
    plan.record = {"id", 20, 21, 22, 23, true, "/run/sock"};
    plan.control = 24;
    plan.hold = plan.noteCalls = true;
    return plan;
}

std::string golden(const std::string &name)
{
    std::ifstream file(QUAYSIDE_SOURCE_DIR "/tests/engine/isolation/plan/golden/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(PlanCodec, JsonIsTheGoldenOne)
{
    EXPECT_EQ(toJson(fullPlan()), golden("full.json"));
}

TEST(PlanCodec, ReadsWhatItWrote)
{
    const auto decoded = decodeLaunchPlan(encode(fullPlan()));
    ASSERT_TRUE(decoded) << decoded.error().message;
    EXPECT_EQ(toJson(*decoded), toJson(fullPlan()));
    EXPECT_EQ(decoded->process.argv[2].size(), 3U);
    ExecPlan exec{.target = 1,
                  .process = fullPlan().process,
                  .standardInput = 2,
                  .standardOutput = 3,
                  .standardError = 4,
                  .control = 5,
                  .root = 6,
                  .onlooker = true};
    const auto decodedExec = decodeExecPlan(encode(exec));
    ASSERT_TRUE(decodedExec);
    EXPECT_EQ(toJson(*decodedExec), toJson(exec));
}

TEST(PlanCodec, RefusesWhatIsCutLongOrOfTheOtherKind)
{
    const std::string bytes = encode(fullPlan());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        ASSERT_FALSE(decodeLaunchPlan(std::string_view(bytes).substr(0, size))) << size;
    EXPECT_FALSE(decodeLaunchPlan(bytes + "x"));
    EXPECT_FALSE(decodeExecPlan(bytes));
    EXPECT_FALSE(decodeLaunchPlan(encode(ExecPlan())));
}

TEST(PlanCodec, SurvivesAnyByteBeingWrong)
{
    const std::string bytes = encode(fullPlan());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string wrong = bytes;
        wrong[i] = static_cast<char>(0xff);
        (void)decodeLaunchPlan(wrong); // an error or another plan, no crash and no huge allocation
    }
    std::string wrong = bytes;
    wrong[12] = 9; // the mode of the user namespace, behind the header
    EXPECT_FALSE(decodeLaunchPlan(wrong));
}

} // namespace
