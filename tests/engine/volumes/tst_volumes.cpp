#include "engine/volumes/copyup.h"
#include "engine/volumes/volumes.h"
#include "tests/fakes/memoryrecords.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/xattr.h>

using namespace quayside;
namespace fs = std::filesystem;

namespace
{

class VolumesTest : public testing::Test
{
protected:
    VolumesTest() { open(); }
    void open()
    {
        auto opened = volumes::Volumes::open(temp.path(), records, [this](const api::Event &event) {
            events.push_back(event.action + " " + event.actor.id);
        });
        ASSERT_TRUE(opened) << opened.error().message;
        volumes = *std::move(opened);
    }
    [[nodiscard]] std::string data(const std::string &name) const
    {
        return temp.path() + "/volumes/" + name + "/_data";
    }

    test::TempRoot temp;
    test::MemoryRecords records;
    std::vector<std::string> events;
    std::unique_ptr<volumes::Volumes> volumes;
};

TEST_F(VolumesTest, lives)
{
    const auto made = volumes->create("data", 1000, {{"tier", "db"}});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->mountpoint, data("data"));
    EXPECT_TRUE(fs::is_directory(data("data")));
    EXPECT_EQ(volumes->create("data", 1000, {})->labels.at("tier"), "db") << "the one that is there";
    open(); // after a restart
    EXPECT_EQ(volumes->inspect("data", 1000)->labels.at("tier"), "db");
    EXPECT_TRUE(volumes->openData("data", 1000));
    EXPECT_TRUE(volumes->remove("data", 1000));
    EXPECT_FALSE(fs::exists(temp.path() + "/volumes/data"));
    EXPECT_TRUE(fs::is_empty(temp.path() + "/volumes")) << "nothing is left aside";
    EXPECT_EQ(volumes->remove("data", 1000).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(events, (std::vector<std::string>{"create data", "destroy data"}));
}

TEST_F(VolumesTest, belongToUsers)
{
    ASSERT_TRUE(volumes->create("alices", 1000, {}));
    ASSERT_TRUE(volumes->create("roots", 0, {}));
    EXPECT_EQ(volumes->list(1000).size(), 1u);
    EXPECT_EQ(volumes->list(0).size(), 2u);
    EXPECT_EQ(volumes->inspect("roots", 1000).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(volumes->openData("roots", 1000).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(volumes->remove("roots", 1000).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(volumes->create("roots", 1000, {}).error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(volumes->inspect("alices", 0));
}

TEST_F(VolumesTest, inUse)
{
    ASSERT_TRUE(volumes->create("data", 0, {}));
    volumes->addUser("data", "c1");
    const auto refused = volumes->remove("data", 0);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "remove data: volume is in use - [c1]");
    volumes->removeUser("data", "c1");
    EXPECT_TRUE(volumes->remove("data", 0));
}

TEST_F(VolumesTest, anonymous)
{
    const auto made = volumes->create("", 0, {});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->name.size(), 64u);
    EXPECT_TRUE(volumes->isAnonymous(made->name));
    ASSERT_TRUE(volumes->create("named", 0, {}));
    EXPECT_FALSE(volumes->isAnonymous("named"));
}

TEST_F(VolumesTest, badNames)
{
    for (const char *bad : {"a", ".hidden", "../up", "a/b", "-x", "a b"})
        EXPECT_EQ(volumes->create(bad, 0, {}).error().kind, ErrorKind::InvalidArgument) << bad;
    EXPECT_FALSE(volumes->create(std::string(256, 'x'), 0, {}));
}

TEST_F(VolumesTest, fullDiskLeavesNothing)
{
    records.failing = true;
    EXPECT_EQ(volumes->create("data", 0, {}).error().kind, ErrorKind::NoSpace);
    EXPECT_TRUE(fs::is_empty(temp.path() + "/volumes"));
    records.failing = false;
    ASSERT_TRUE(volumes->create("data", 0, {}));
    records.failing = true;
    EXPECT_FALSE(volumes->remove("data", 0));
    EXPECT_TRUE(fs::is_directory(data("data"))) << "a removal that failed must not lose data";
    EXPECT_TRUE(volumes->inspect("data", 0));
}

// What an engine that died in the middle leaves.
TEST_F(VolumesTest, leftovers)
{
    fs::create_directories(temp.path() + "/volumes/.removed-1/_data/x");
    fs::create_directories(data("half"));
    fs::create_directories(data("full"));
    std::ofstream(data("full") + "/file") << "precious";
    open();
    EXPECT_FALSE(fs::exists(temp.path() + "/volumes/.removed-1"));
    EXPECT_TRUE(volumes->create("half", 1000, {}));
    EXPECT_EQ(volumes->create("full", 1000, {}).error().kind, ErrorKind::Conflict) << "may be somebody's";
    EXPECT_TRUE(fs::exists(data("full") + "/file"));
}

class CopyUpTest : public testing::Test
{
protected:
    CopyUpTest()
    {
        fs::create_directories(from() + "/sub");
        fs::create_directory(to());
    }
    [[nodiscard]] std::string from() const { return temp.path() + "/from"; }
    [[nodiscard]] std::string to() const { return temp.path() + "/to"; }
    Result<> copy() const
    {
        return volumes::copyTree(Fd(::open(from().c_str(), O_PATH | O_CLOEXEC)),
                                 Fd(::open(to().c_str(), O_PATH | O_CLOEXEC)));
    }
    struct stat status(const std::string &name) const
    {
        struct stat status{};
        EXPECT_EQ(::lstat((to() + "/" + name).c_str(), &status), 0) << name;
        return status;
    }
    test::TempRoot temp;
};

TEST_F(CopyUpTest, keepsWhatFilesAre)
{
    std::ofstream(from() + "/setuid") << "#!";
    ASSERT_EQ(::chown((from() + "/setuid").c_str(), 33, 44), 0);
    ASSERT_EQ(::chmod((from() + "/setuid").c_str(), 04755), 0);
    ASSERT_EQ(::setxattr((from() + "/setuid").c_str(), "user.note", "hi", 2, 0), 0);
    ASSERT_EQ(::setxattr((from() + "/setuid").c_str(), "trusted.overlay.opaque", "y", 1, 0), 0);
    fs::create_hard_link(from() + "/setuid", from() + "/sub/twin");
    fs::create_symlink("/etc/shadow", from() + "/link");
    ASSERT_EQ(::mkfifo((from() + "/fifo").c_str(), 0600), 0);
    ASSERT_EQ(::chown(from().c_str(), 5, 6), 0);
    ASSERT_EQ(::chmod(from().c_str(), 01777), 0);
    std::ofstream(from() + "/sparse") << "start";
    fs::resize_file(from() + "/sparse", 1 << 20);
    const auto copied = copy();
    ASSERT_TRUE(copied) << copied.error().message;
    EXPECT_EQ(status("setuid").st_uid, 33u);
    EXPECT_EQ(status("setuid").st_mode & 07777, 04755u);
    EXPECT_EQ(status("setuid").st_ino, status("sub/twin").st_ino);
    EXPECT_TRUE(S_ISFIFO(status("fifo").st_mode));
    EXPECT_EQ(fs::read_symlink(to() + "/link"), "/etc/shadow");
    EXPECT_EQ(status("sparse").st_size, 1 << 20);
    EXPECT_LT(status("sparse").st_blocks, 100);
    EXPECT_EQ(status(".").st_uid, 5u);
    EXPECT_EQ(status(".").st_mode & 07777, 01777u);
    char value[8];
    EXPECT_EQ(::getxattr((to() + "/setuid").c_str(), "user.note", value, sizeof value), 2);
    EXPECT_LT(::getxattr((to() + "/setuid").c_str(), "trusted.overlay.opaque", value, sizeof value), 0);
}

TEST_F(CopyUpTest, depthIsBounded)
{
    std::string path = from();
    for (int i = 0; i < 200; ++i) {
        path += "/d";
        fs::create_directory(path);
    }
    EXPECT_EQ(copy().error().kind, ErrorKind::TooLarge);
}

TEST_F(CopyUpTest, empty)
{
    const auto isEmpty = [](const std::string &path) {
        return volumes::isEmptyFolder(Fd(::open(path.c_str(), O_PATH | O_CLOEXEC))).value();
    };
    EXPECT_TRUE(isEmpty(to()));
    EXPECT_FALSE(isEmpty(from()));
    fs::create_directory(to() + "/lost+found");
    EXPECT_TRUE(isEmpty(to()));
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
