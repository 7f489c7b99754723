#include "engine/storage/removetree.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using namespace quayside;

namespace
{

class RemoveTreeTest : public testing::Test
{
protected:
    RemoveTreeTest()
    {
        test::skipUnlessRoot();
        fs::create_directory(tree());
        fs::create_directory(outside());
        std::ofstream(outside() + "/precious") << "stays";
    }
    std::string tree() const { return m_temp.path() + "/tree"; }
    std::string outside() const { return m_temp.path() + "/outside"; }
    Fd openTree() const { return Fd(::open(tree().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); }
    bool isEmpty() const { return fs::is_empty(tree()); }

private:
    test::TempRoot m_temp;
};

TEST_F(RemoveTreeTest, followsNoLink)
{
    fs::create_symlink(outside(), tree() + "/link");
    fs::create_directory(tree() + "/folder");
    fs::create_symlink("../../outside", tree() + "/folder/link");
    fs::create_hard_link(outside() + "/precious", tree() + "/folder/hard");
    ASSERT_TRUE(storage::removeContents(openTree().get()));
    EXPECT_TRUE(isEmpty());
    EXPECT_TRUE(fs::exists(outside() + "/precious"));
}

TEST_F(RemoveTreeTest, goesAnyDepthWithFewDescriptors)
{
    // 5,000 levels of 100 bytes: far past PATH_MAX.
    const std::string name(100, 'd');
    Fd at = openTree();
    for (int level = 0; level < 5000; ++level) {
        ASSERT_EQ(::mkdirat(at.get(), name.c_str(), 0700), 0);
        at = Fd(::openat(at.get(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    at.reset();
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    const rlimit few{128, before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &few);
    const auto removed = storage::removeContents(openTree().get());
    ::setrlimit(RLIMIT_NOFILE, &before);
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_TRUE(isEmpty());
}

TEST_F(RemoveTreeTest, clearsFlagsThatStandInTheWay)
{
    fs::create_directories(tree() + "/folder/inner");
    std::ofstream(tree() + "/folder/inner/file") << "x";
    int flags = FS_IMMUTABLE_FL;
    for (const char *name : {"/folder/inner/file", "/folder/inner", "/folder"}) {
        const Fd fd(::open((tree() + name).c_str(), O_RDONLY | O_CLOEXEC));
        if (::ioctl(fd.get(), FS_IOC_SETFLAGS, &flags) != 0)
            GTEST_SKIP() << "the file system under /var/tmp has no immutable flag";
    }
    const auto removed = storage::removeContents(openTree().get());
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_TRUE(isEmpty());
}

TEST_F(RemoveTreeTest, staysOnItsFileSystem)
{
    fs::create_directory(tree() + "/mounted");
    ASSERT_EQ(::mount(outside().c_str(), (tree() + "/mounted").c_str(), nullptr, MS_BIND, nullptr), 0);
    const auto removed = storage::removeContents(openTree().get());
    ::umount2((tree() + "/mounted").c_str(), MNT_DETACH);
    EXPECT_FALSE(removed);
    EXPECT_TRUE(fs::exists(outside() + "/precious"));
}

TEST_F(RemoveTreeTest, stopsWhenTold)
{
    std::ofstream(tree() + "/file") << "x";
    const auto removed = storage::removeContents(openTree().get(), [] { return true; });
    ASSERT_FALSE(removed);
    EXPECT_EQ(removed.error().kind, ErrorKind::Cancelled);
    EXPECT_FALSE(isEmpty());
}

} // namespace
