#include "engine/records/records.h"

#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <format>
#include <fstream>
#include <iostream>
#include <thread>
#include <vector>

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

// Commits of several threads are one transaction, but what finds no room takes no removal along.
TEST_F(FullDisk, letsRemovalsThroughBesideWhatItRefuses)
{
    auto opened = Records::open(folder / "quayside.db");
    ASSERT_TRUE(opened) << opened.error().message;
    auto &records = **opened;
    int saved = 0;
    while (records.put("image", std::to_string(saved), std::string(4000, 'x')) && saved < 10000)
        ++saved;
    std::ofstream(folder / "rest") << std::string(4 << 20, 'r');
    std::atomic<int> removed = 0, added = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = thread; i < 40; i += 4)
                if (thread % 2 == 0)
                    removed += records.remove("image", std::to_string(i)) ? 1 : 0;
                else
                    added += records.put("image", std::format("more{}", i), std::string(4000, 'x')) ? 1 : 0;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(removed, 20);
    EXPECT_EQ(records.all("image")->size(), saved - removed + added);
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
