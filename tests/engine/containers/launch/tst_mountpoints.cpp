#include "engine/containers/launch/mountpoints.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include <algorithm>
#include <filesystem>
#include <functional>

namespace fs = std::filesystem;
using namespace quayside;
using storage::LayerId;

namespace
{

const LayerId one(64, 'a'), two(64, 'b');
const std::string container(64, 'c');

class MountPointsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        test::skipUnlessRoot();
        auto opened = storage::LayerStore::open(root());
        ASSERT_TRUE(opened) << opened.error().message;
        store = *std::move(opened);
    }
    std::string root() const { return m_temp.path() + "/root"; }
    void layer(const LayerId &id, const std::function<void(const std::string &diff)> &fill)
    {
        auto draft = store->begin();
        ASSERT_TRUE(draft) << draft.error().message;
        fill("/proc/self/fd/" + std::to_string((*draft)->folder()));
        ASSERT_TRUE((*draft)->commit(id, 0));
        layers.push_back(id);
    }
    static void file(const std::string &path) { ASSERT_EQ(::mknod(path.c_str(), S_IFREG | 0644, 0), 0); }
    // The folder that was put on top; empty: none was.
    std::string added()
    {
        auto source = store->openRoot(container, layers);
        EXPECT_TRUE(source);
        containers::addMountPoints(systemKernel(), *store, layers, *source);
        if (source->lower.size() == layers.size())
            return {};
        EXPECT_EQ(source->lower.size(), layers.size() + 1);
        return fs::read_symlink("/proc/self/fd/" + std::to_string(source->lower.front().get()));
    }
    static std::vector<std::string> content(const std::string &folder)
    {
        std::vector<std::string> names;
        for (const auto &entry : fs::recursive_directory_iterator(folder))
            names.push_back(fs::relative(entry.path(), folder));
        std::ranges::sort(names);
        return names;
    }
    std::unique_ptr<storage::LayerStore> store;
    std::vector<LayerId> layers;

private:
    test::TempRoot m_temp;
};

using Names = std::vector<std::string>;

TEST_F(MountPointsTest, whatAnImageLacksLiesOnTop)
{
    layer(one, [](const std::string &diff) {
        for (const char *name : {"/dev", "/etc", "/proc", "/sys"})
            fs::create_directory(diff + name);
        file(diff + "/etc/hosts");
        fs::permissions(diff + "/etc", fs::perms(0750));
        ASSERT_EQ(::chown((diff + "/etc").c_str(), 7, 8), 0);
        const timespec times[] = {{1'000, 1}, {2'000, 2}};
        ASSERT_EQ(::utimensat(AT_FDCWD, (diff + "/etc").c_str(), times, 0), 0);
    });
    const std::string folder = added();
    EXPECT_EQ(content(folder), (Names{"etc", "etc/hostname", "etc/resolv.conf"}));
    struct stat status{};
    ASSERT_EQ(::stat((folder + "/etc").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode, S_IFDIR | 0750U);
    EXPECT_EQ(status.st_uid, 7U);
    EXPECT_EQ(status.st_gid, 8U);
    EXPECT_EQ(status.st_mtim.tv_sec, 2'000);
    EXPECT_EQ(status.st_mtim.tv_nsec, 2);
    EXPECT_EQ(added(), folder);
    ASSERT_TRUE(store->removeExcept({}));
    store->waitForRemovals();
    EXPECT_TRUE(fs::is_empty(root() + "/layers")); // it goes with the image
}

TEST_F(MountPointsTest, anImageFromNothingGetsThemAll)
{
    layer(one, [](const std::string &diff) { file(diff + "/hello"); });
    EXPECT_EQ(content(added()),
              (Names{"dev", "etc", "etc/hostname", "etc/hosts", "etc/resolv.conf", "proc", "sys"}));
}

TEST_F(MountPointsTest, anImageThatHasThemAllGetsNone)
{
    layer(one, [](const std::string &diff) {
        for (const char *name : {"/dev", "/etc", "/proc", "/sys"})
            fs::create_directory(diff + name);
        for (const char *name : {"hosts", "hostname", "resolv.conf"})
            file(diff + "/etc/" + name);
    });
    EXPECT_EQ(added(), "");
    EXPECT_EQ(added(), "");
}

TEST_F(MountPointsTest, whatALayerRemovesIsMissing)
{
    layer(one, [](const std::string &diff) {
        for (const char *name : {"/dev", "/etc", "/proc", "/sys"})
            fs::create_directory(diff + name);
        for (const char *name : {"hosts", "hostname", "resolv.conf"})
            file(diff + "/etc/" + name);
    });
    layer(two, [](const std::string &diff) {
        fs::create_directory(diff + "/etc");
        ASSERT_EQ(::mknod((diff + "/etc/hostname").c_str(), S_IFCHR, makedev(0, 0)), 0);
    });
    EXPECT_EQ(content(added()), (Names{"etc", "etc/hostname"}));
}

TEST_F(MountPointsTest, aFolderThatIsMoreThanAFolderIsLeftAlone)
{
    layer(one, [](const std::string &diff) {
        for (const char *name : {"/dev", "/proc", "/sys"})
            fs::create_directory(diff + name);
        fs::create_symlink("private/etc", diff + "/etc");
    });
    EXPECT_EQ(added(), "");
    layers.clear();
    layer(two, [](const std::string &diff) {
        for (const char *name : {"/dev", "/etc", "/proc", "/sys"})
            fs::create_directory(diff + name);
        ASSERT_EQ(::setxattr((diff + "/etc").c_str(), "user.note", "x", 1, 0), 0);
    });
    EXPECT_EQ(added(), "");
}

} // namespace
