#include "engine/records/records.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace quayside;

namespace
{

// A file system of four MiB, seen by this process only.
class FullDisk : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = "/var/tmp/quayside-records-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        ASSERT_EQ(::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=4m"), 0);
    }
    void TearDown() override
    {
        ::umount2(folder.c_str(), MNT_DETACH);
        std::filesystem::remove(folder);
    }
    std::filesystem::path folder;
};

TEST_F(FullDisk, isNamedAndRemovalsStillWork)
{
    auto opened = Records::open(folder / "quayside.db");
    ASSERT_TRUE(opened) << opened.error().message;
    auto &records = **opened;
    int saved = 0;
    Result<> result;
    while ((result = records.put("image", std::to_string(saved), std::string(4000, 'x'))) && saved < 10000)
        ++saved;
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::NoSpace) << result.error().message;
    EXPECT_GT(saved, 100);
    { // and the last byte too
        std::ofstream rest(folder / "rest");
        rest << std::string(4 << 20, 'r');
    }
    for (int i = 0; i < saved; ++i) {
        const auto removed = records.remove("image", std::to_string(i));
        ASSERT_TRUE(removed) << i << ": " << removed.error().message;
    }
    EXPECT_TRUE(records.all("image")->empty());
    EXPECT_TRUE(records.put("image", "again", std::string(4000, 'x')));
}

} // namespace

int main(int argc, char **argv)
{
    testing::InitGoogleTest(&argc, argv);
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        std::cout << "skipped: needs root (a mount namespace of its own)\n";
        return 77;
    }
    return RUN_ALL_TESTS();
}
