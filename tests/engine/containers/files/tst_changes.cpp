// docker diff on two plain folders, with overlayfs's signs made by hand.
#include "engine/containers/files/changes.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include <filesystem>
#include <fstream>
#include <map>

using namespace quayside;
using namespace quayside::containers::files;
using api::ChangeKind;
namespace fs = std::filesystem;

namespace
{

class ChangesTest : public testing::Test
{
protected:
    ChangesTest()
    {
        for (const char *folder : {"image/etc", "image/a/b", "upper"})
            fs::create_directories(m_temp.path() + "/" + folder);
        file("image/etc/passwd", "root");
        file("image/a/b/c", "c");
        file("image/a/other", "o");
    }
    [[nodiscard]] std::string path(const std::string &below) const { return m_temp.path() + "/" + below; }
    void file(const std::string &name, const std::string &content) const
    {
        fs::create_directories(fs::path(path(name)).parent_path());
        std::ofstream(path(name)) << content;
    }
    std::vector<api::FilesystemChange> changes() const
    {
        const auto open = [this](const char *name) {
            return Fd(::open(path(name).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        };
        const auto found = changesOf(open("upper").get(), open("image").get());
        EXPECT_TRUE(found) << found.error().message;
        return found.value_or(std::vector<api::FilesystemChange>());
    }
    using List = std::vector<api::FilesystemChange>;
    test::TempRoot m_temp;
};

TEST_F(ChangesTest, TellsAddedModifiedAndDeleted)
{
    file("upper/a/new", "n");
    file("upper/etc/passwd", "root, and more");
    fs::create_directories(path("upper/a/b"));
    ::mknod(path("upper/a/b/c").c_str(), S_IFCHR, makedev(0, 0));
    EXPECT_EQ(changes(), (List{{"/a", ChangeKind::Modified},
                               {"/a/b", ChangeKind::Modified},
                               {"/a/b/c", ChangeKind::Deleted},
                               {"/a/new", ChangeKind::Added},
                               {"/etc", ChangeKind::Modified},
                               {"/etc/passwd", ChangeKind::Modified}}));
}

TEST_F(ChangesTest, AFolderThatWasOnlyPassedThroughIsNone)
{
    fs::create_directories(path("upper/a/b"));
    EXPECT_EQ(changes(), List{});
    ::chmod(path("upper/a/b").c_str(), 0700);
    EXPECT_EQ(changes(), (List{{"/a", ChangeKind::Modified}, {"/a/b", ChangeKind::Modified}}));
}

TEST_F(ChangesTest, AFolderThatWasMadeAgainHidesWhatItHad)
{
    file("upper/a/other", "another");
    ::setxattr(path("upper/a").c_str(), "user.overlay.opaque", "y", 1, 0);
    EXPECT_EQ(changes(), (List{{"/a", ChangeKind::Modified},
                               {"/a/b", ChangeKind::Deleted},
                               {"/a/other", ChangeKind::Modified}}));
}

TEST_F(ChangesTest, WhatAStartMakesToMountOnIsNone)
{
    for (const char *name : {"upper/etc/hosts", "upper/etc/hostname", "upper/etc/resolv.conf"})
        file(name, "");
    for (const char *name : {"upper/proc", "upper/sys", "upper/dev"})
        fs::create_directory(path(name));
    EXPECT_EQ(changes(), List{});
    file("upper/dev/own", "x");
    file("upper/etc/hosts", "its own");
    EXPECT_EQ(changes(), (List{{"/dev", ChangeKind::Added},
                               {"/dev/own", ChangeKind::Added},
                               {"/etc", ChangeKind::Modified},
                               {"/etc/hosts", ChangeKind::Added}}));
}

TEST_F(ChangesTest, AWhiteoutOfNothingIsNone)
{
    ::mknod(path("upper/never").c_str(), S_IFCHR, makedev(0, 0));
    EXPECT_EQ(changes(), List{});
}

TEST_F(ChangesTest, LinksOfTheImageAreNotFollowed)
{
    fs::create_directory_symlink("/etc", path("image/link"));
    file("upper/link/passwd", "x");
    const auto found = changes();
    EXPECT_EQ(found, (List{{"/link", ChangeKind::Modified}, {"/link/passwd", ChangeKind::Added}}))
        << "the host's /etc/passwd is none of it";
}

} // namespace

TEST_F(ChangesTest, MarksOneFolder)
{
    file("image/a/same", "s");
    file("upper/a/new", "n");
    fs::create_directories(path("upper/a/b"));
    const auto entry = [](const char *name, const char *type, std::int64_t size, std::int64_t mode) {
        return api::FileEntry{.name = name, .type = type, .size = size, .mode = mode};
    };
    const auto asItIs = [&](const char *name) {
        struct stat status{};
        EXPECT_EQ(::stat(path(std::string("image/a/") + name).c_str(), &status), 0);
        api::FileEntry made = entry(name, "file", status.st_size, status.st_mode & 07777);
        made.uid = status.st_uid;
        made.gid = status.st_gid;
        made.modified = status.st_mtim.tv_sec;
        made.nanoseconds = status.st_mtim.tv_nsec;
        return made;
    };
    api::FileEntry folder = asItIs("b");
    folder.type = "folder";
    api::FileFolder listed{.path = "/a", .entries = {asItIs("same"), folder, entry("new", "file", 1, 0644)}};
    api::FileEntry mounted = entry("volume", "folder", 0, 0755);
    mounted.mounted = true;
    listed.entries.push_back(mounted);
    const auto open = [this](const char *name) {
        return Fd(::open(path(name).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    };
    markChanges(open("upper").get(), open("image").get(), listed, [](std::string_view) { return true; });
    std::map<std::string, std::string> changes;
    for (const api::FileEntry &one : listed.entries)
        changes[one.name] = one.change;
    EXPECT_EQ(changes,
              (std::map<std::string, std::string>{
                  {"same", ""}, {"b", "changed"}, {"new", "added"}, {"volume", ""}, {"other", "removed"}}));
}
