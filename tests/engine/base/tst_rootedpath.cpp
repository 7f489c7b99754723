#include "engine/base/rootedpath.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <stdlib.h>

using namespace quayside;
namespace fs = std::filesystem;

namespace
{

class RootedPath : public ::testing::Test
{
protected:
    RootedPath()
    {
        char name[] = "/var/tmp/quayside-test-XXXXXX";
        top = ::mkdtemp(name);
        fs::create_directories(top / "root/etc");
        std::ofstream(top / "root/etc/inside") << "inside";
        std::ofstream(top / "outside") << "outside";
        root.reset(::open((top / "root").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    }
    ~RootedPath() override { fs::remove_all(top); }
    std::string read(std::string_view path, Links links = Links::Follow)
    {
        const auto file = openInRoot(systemKernel(), root.get(), path, O_RDONLY, 0, links);
        if (!file)
            return file.error().message;
        char text[64] = {};
        return {text, static_cast<std::size_t>(::read(file->get(), text, sizeof text))};
    }
    fs::path top;
    Fd root;
};

TEST_F(RootedPath, StaysInside)
{
    EXPECT_EQ(read("/etc/inside"), "inside");
    EXPECT_EQ(read("etc/inside"), "inside");
    EXPECT_TRUE(read("/../outside").contains("No such file")) << read("/../outside");
    fs::create_symlink("../../../outside", top / "root/etc/up");
    fs::create_symlink((top / "outside").string(), top / "root/etc/absolute");
    fs::create_symlink("/etc/inside", top / "root/link");
    EXPECT_TRUE(read("/etc/up").contains("No such file"));
    EXPECT_TRUE(read("/etc/absolute").contains("No such file"));
    EXPECT_EQ(read("/link"), "inside");
    EXPECT_TRUE(read("/link", Links::Refuse).contains("symbolic links"));
}

TEST_F(RootedPath, MakesFoldersThroughLinksInsideOnly)
{
    fs::create_symlink("/etc", top / "root/e");
    fs::create_symlink((top).string(), top / "root/out");
    ASSERT_TRUE(makeFolders(systemKernel(), root.get(), "/e/a/b"));
    EXPECT_TRUE(fs::is_directory(top / "root/etc/a/b"));
    EXPECT_FALSE(makeFolders(systemKernel(), root.get(), "/out/x"));
    EXPECT_FALSE(fs::exists(top / "x"));
    EXPECT_FALSE(makeFolders(systemKernel(), root.get(), "/etc/inside/x"));
}

TEST_F(RootedPath, MakesFilesWhereDanglingLinksPoint)
{
    fs::create_symlink("../run/resolv.conf", top / "root/etc/resolv.conf");
    ASSERT_TRUE(makeFile(systemKernel(), root.get(), "/etc/resolv.conf"));
    EXPECT_TRUE(fs::is_regular_file(top / "root/run/resolv.conf"));
    fs::create_symlink("loop", top / "root/loop");
    EXPECT_FALSE(makeFile(systemKernel(), root.get(), "/loop"));
    EXPECT_FALSE(makeFile(systemKernel(), root.get(), "/etc"));
}

TEST_F(RootedPath, ZeroBytesAreRefused)
{
    EXPECT_FALSE(openInRoot(systemKernel(), root.get(), std::string_view("a\0b", 3), O_RDONLY));
}

TEST(CleanPath, IsLexical)
{
    EXPECT_EQ(cleanPath(""), "/");
    EXPECT_EQ(cleanPath("a//b/./c/../d/"), "/a/b/d");
    EXPECT_EQ(cleanPath("/../../x"), "/x");
}

} // namespace
