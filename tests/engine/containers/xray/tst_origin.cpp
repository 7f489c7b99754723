#include "engine/containers/xray/origin.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

namespace quayside::containers
{

namespace fs = std::filesystem;

// Three layers: 0 and 1 of the image, 2 the container's own.
class XrayOrigin : public ::testing::Test
{
protected:
    void file(int layer, const std::string &path, const std::string &text = "x")
    {
        fs::create_directories(fs::path(at(layer) + path).parent_path());
        std::ofstream(at(layer) + path) << text;
    }
    void whiteout(int layer, const std::string &path)
    {
        fs::create_directories(fs::path(at(layer) + path).parent_path());
        ASSERT_EQ(::mknod((at(layer) + path).c_str(), S_IFCHR, makedev(0, 0)), 0);
    }
    void opaque(int layer, const std::string &path)
    {
        fs::create_directories(at(layer) + path);
        ASSERT_EQ(::setxattr((at(layer) + path).c_str(), "user.overlay.opaque", "y", 1, 0), 0);
    }
    void link(int layer, const std::string &path, const std::string &to)
    {
        fs::create_directories(fs::path(at(layer) + path).parent_path());
        fs::create_symlink(to, at(layer) + path);
    }
    [[nodiscard]] std::string at(int layer) const { return m_root.path() + "/" + std::to_string(layer); }

    // "2 whiteout, 1 file, 0 file*": * is what is seen.
    std::string layersOf(const std::string &path)
    {
        const auto found = originOf(stack(), path);
        if (!found)
            return found.error().message;
        std::string text;
        for (const auto &entry : found->layers)
            text += (text.empty() ? "" : ", ") + std::to_string(entry.index) + " " + entry.kind +
                    (entry.seen ? "*" : "");
        m_resolved = found->resolved;
        return text;
    }
    std::vector<StackedLayer> stack()
    {
        std::vector<StackedLayer> layers;
        for (const int layer : {2, 1, 0}) {
            fs::create_directories(at(layer));
            layers.push_back({layer, Fd(::open(at(layer).c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC))});
        }
        return layers;
    }
    test::TempRoot m_root;
    std::string m_resolved;
};

TEST_F(XrayOrigin, TheTopmostOneIsSeen)
{
    file(0, "/etc/passwd");
    file(1, "/etc/passwd");
    EXPECT_EQ(layersOf("/etc/passwd"), "1 file*, 0 file");
    file(2, "/etc/passwd");
    EXPECT_EQ(layersOf("/etc/passwd"), "2 file*, 1 file, 0 file");
    EXPECT_EQ(layersOf("/etc"), "2 folder*, 1 folder*, 0 folder*");
    EXPECT_EQ(layersOf("/none/such"), "");
}

TEST_F(XrayOrigin, AWhiteoutHidesWhatIsBelow)
{
    file(0, "/etc/motd");
    whiteout(1, "/etc/motd");
    EXPECT_EQ(layersOf("/etc/motd"), "1 whiteout, 0 file");
    file(2, "/etc/motd");
    EXPECT_EQ(layersOf("/etc/motd"), "2 file*, 1 whiteout, 0 file");
}

TEST_F(XrayOrigin, AWhiteoutOfAFolderHidesAllInIt)
{
    file(0, "/srv/a/b");
    whiteout(1, "/srv");
    EXPECT_EQ(layersOf("/srv/a/b"), "0 file");
    file(2, "/srv/a/c");
    EXPECT_EQ(layersOf("/srv/a/b"), "0 file");
    EXPECT_EQ(layersOf("/srv/a/c"), "2 file*");
}

TEST_F(XrayOrigin, AnOpaqueFolderHidesItsNamesake)
{
    file(0, "/srv/old");
    opaque(1, "/srv");
    file(1, "/srv/new");
    EXPECT_EQ(layersOf("/srv"), "1 opaque*, 0 folder");
    EXPECT_EQ(layersOf("/srv/old"), "0 file");
    EXPECT_EQ(layersOf("/srv/new"), "1 file*");
}

TEST_F(XrayOrigin, AFileInTheWayOfAFolder)
{
    file(0, "/a/b");
    file(1, "/a");
    EXPECT_EQ(layersOf("/a"), "1 file*, 0 folder");
    EXPECT_EQ(layersOf("/a/b"), "0 file");
}

TEST_F(XrayOrigin, LinksOnTheWayAreFollowedInside)
{
    file(0, "/usr/bin/sh");
    link(1, "/bin", "usr/bin");
    EXPECT_EQ(layersOf("/bin/sh"), "0 file*");
    EXPECT_EQ(m_resolved, "/usr/bin/sh");
    EXPECT_EQ(layersOf("/bin"), "1 link*");
    link(2, "/out", "/../../../../../../../../etc");
    EXPECT_EQ(layersOf("/out/hostname"), ""); // the machine's own is not looked at
    EXPECT_EQ(layersOf("/bin/../usr/bin/./sh"), "0 file*");
}

TEST_F(XrayOrigin, WhatIsNoPathIsRefused)
{
    link(2, "/loop", "/loop");
    EXPECT_EQ(layersOf("/loop/x"), "/loop/x leads through too many links");
    EXPECT_EQ(originOf(stack(), "etc").error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(originOf(stack(), "/" + std::string(5000, 'x')).error().kind, ErrorKind::InvalidArgument);
}

} // namespace quayside::containers
