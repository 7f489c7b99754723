// What CRIU says, from stand-ins for it.
#include "engine/containers/checkpoint/check.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace quayside;

namespace
{

class CheckpointTest : public testing::Test
{
protected:
    CheckpointTest()
    {
        char name[] = "/tmp/quayside-criu-XXXXXX";
        m_folder = ::mkdtemp(name);
    }
    ~CheckpointTest() override { std::filesystem::remove_all(m_folder); }
    std::string criu(const std::string &script)
    {
        const std::string path = m_folder + "/criu";
        std::ofstream(path) << "#!/bin/sh\n[ \"$*\" = check ] || exit 9\n" << script << "\n";
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        return path;
    }
    std::string m_folder;
};

TEST_F(CheckpointTest, isPossibleWhereCriuFindsNothingMissing)
{
    const auto check = containers::checkCheckpoint(criu("echo Looks good."));
    EXPECT_TRUE(check.possible);
    EXPECT_TRUE(check.why.ends_with(".")) << check.why;
}

TEST_F(CheckpointTest, saysWhatCriuMisses)
{
    const auto check = containers::checkCheckpoint(criu("echo 'Warn  (criu/cr-check.c:1): small' >&2\n"
                                                        "echo 'Error (criu/cr-check.c:1284): Kernel does not "
                                                        "support userfaultfd' >&2\necho end >&2\nexit 1"));
    EXPECT_FALSE(check.possible);
    EXPECT_EQ(check.why, "CRIU says that this kernel cannot do it: Kernel does not support userfaultfd");
    EXPECT_FALSE(containers::checkCheckpoint(criu("exit 1")).possible);
}

TEST_F(CheckpointTest, survivesACriuThatTalksWithoutEnd)
{
    const auto check = containers::checkCheckpoint(criu("head -c 2000000 /dev/zero | tr '\\0' x; exit 1"));
    EXPECT_FALSE(check.possible);
    EXPECT_LT(check.why.size(), 400U);
}

TEST_F(CheckpointTest, isNotPossibleWithoutCriu)
{
    EXPECT_TRUE(containers::checkCheckpoint("").why.contains("not installed"));
    EXPECT_FALSE(containers::checkCheckpoint("/no/such/criu").possible);
}

} // namespace
