// Layers on a real disk: what is read of them, that nothing is followed, and that an index is made once,
// again where it is damaged, and goes with its layer.
#include "engine/images/contents/indexstore.h"
#include "engine/images/contents/totals.h"
#include "engine/images/contents/view.h"
#include "engine/storage/foldersize.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include <filesystem>
#include <fstream>
#include <thread>

using namespace quayside;
using namespace quayside::images;
namespace fs = std::filesystem;

namespace
{

class ScanTest : public testing::Test
{
protected:
    ScanTest() { layers = *storage::LayerStore::open(temp.path() + "/root"); }

    // A draft's diff/, to be filled; committed by keep().
    std::string begin()
    {
        draft = *layers->begin();
        return std::format("/proc/self/fd/{}/", draft->folder());
    }
    storage::LayerId keep(char digit)
    {
        const storage::LayerId id(64, digit);
        EXPECT_TRUE(draft->commit(id, 0));
        draft.reset();
        return id;
    }
    std::string diff(const storage::LayerId &id) const
    {
        return temp.path() + "/root/layers/" + id + "/diff";
    }
    std::string indexFile(const storage::LayerId &id) const
    {
        return temp.path() + "/root/layers/" + id + "/contents";
    }
    static void write(const std::string &path, const std::string &text) { std::ofstream(path) << text; }
    static const IndexNode &at(const LoadedIndex &loaded, std::initializer_list<std::string_view> names)
    {
        std::uint32_t node = LayerIndex::root;
        for (const std::string_view name : names)
            node = loaded.index().child(loaded.index().node(node), name).value();
        return loaded.index().node(node);
    }
    std::shared_ptr<const LoadedIndex> open(const storage::LayerId &id)
    {
        IndexStore store(*layers);
        const auto opened = store.open({id});
        EXPECT_TRUE(opened) << opened.error().message;
        return opened ? opened->front() : nullptr;
    }

    test::TempRoot temp;
    std::unique_ptr<storage::LayerStore> layers;
    std::unique_ptr<storage::LayerDraft> draft;
};

TEST_F(ScanTest, ReadsWhatIsThere)
{
    const std::string top = begin();
    fs::create_directories(top + "etc/deep/er");
    write(top + "etc/passwd", "0123456789");
    ASSERT_EQ(::chmod((top + "etc/passwd").c_str(), 04640), 0);
    ASSERT_EQ(::chown((top + "etc/passwd").c_str(), 12, 34), 0);
    ASSERT_EQ(::chmod((top + "etc/passwd").c_str(), 04640), 0);
    const timespec times[2] = {{5, 0}, {1'600'000'000, 7}};
    ASSERT_EQ(::utimensat(AT_FDCWD, (top + "etc/passwd").c_str(), times, 0), 0);
    fs::create_hard_link(top + "etc/passwd", top + "etc/deep/again");
    fs::create_symlink("/etc/shadow", top + "link");
    fs::create_directory_symlink("/etc", top + "folder-link");
    ASSERT_EQ(::mkfifo((top + "pipe").c_str(), 0600), 0);
    ASSERT_EQ(::mknod((top + "gone").c_str(), S_IFCHR, makedev(0, 0)), 0);
    ASSERT_EQ(::mknod((top + "null").c_str(), S_IFCHR, makedev(1, 3)), 0);
    ASSERT_EQ(::setxattr((top + "etc/deep").c_str(), "user.overlay.opaque", "y", 1, 0), 0);
    write(top + "odd\xff\n name", "x");
    const auto id = keep('a');
    const auto loaded = open(id);
    ASSERT_TRUE(loaded);
    const IndexNode &passwd = at(*loaded, {"etc", "passwd"});
    EXPECT_EQ(passwd.size, 10U);
    EXPECT_EQ(passwd.mode, 04640);
    EXPECT_EQ(passwd.uid, 12U);
    EXPECT_EQ(passwd.gid, 34U);
    EXPECT_EQ(passwd.modified, 1'600'000'000);
    EXPECT_EQ(passwd.count, 2U);
    EXPECT_EQ(passwd.first, at(*loaded, {"etc", "deep", "again"}).first);
    EXPECT_EQ(loaded->index().target(at(*loaded, {"link"})), "/etc/shadow");
    EXPECT_EQ(at(*loaded, {"folder-link"}).type, NodeType::Link);
    EXPECT_EQ(at(*loaded, {"pipe"}).type, NodeType::Pipe);
    EXPECT_EQ(at(*loaded, {"gone"}).type, NodeType::Whiteout);
    EXPECT_EQ(at(*loaded, {"null"}).type, NodeType::Device);
    EXPECT_TRUE(at(*loaded, {"etc", "deep"}).isOpaque());
    EXPECT_FALSE(at(*loaded, {"etc"}).isOpaque());
    EXPECT_TRUE(at(*loaded, {"etc", "deep", "er"}).isFolder());
    EXPECT_EQ(at(*loaded, {"odd\xff\n name"}).size, 1U);
    EXPECT_EQ(loaded->index().size(), 12U);
}

TEST_F(ScanTest, ReadsManyFoldersAtOnce)
{
    std::vector<storage::LayerId> ids;
    for (const char digit : {'1', '2', '3'}) {
        const std::string top = begin();
        for (int folder = 0; folder < 60; ++folder) {
            fs::create_directories(std::format("{}d{}/s{}", top, folder % 20, folder));
            for (int file = 0; file < 20; ++file)
                write(std::format("{}d{}/s{}/f{}", top, folder % 20, folder, file), std::string(file, 'x'));
        }
        ids.push_back(keep(digit));
    }
    IndexStore store(*layers);
    const auto opened = store.open(ids);
    ASSERT_TRUE(opened) << opened.error().message;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const LayerIndex *index = &opened->at(i)->index();
        const Totals totals = totalsOf(rootOf({&index, 1}));
        EXPECT_EQ(totals.files, 60U * 20);
        const Fd folder(::open(diff(ids[i]).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        EXPECT_EQ(static_cast<std::int64_t>(totals.bytes), *storage::folderSize(folder));
    }
}

TEST_F(ScanTest, MakesAnIndexOnce)
{
    write(begin() + "a", "1");
    const auto id = keep('b');
    EXPECT_FALSE(fs::exists(indexFile(id)));
    ASSERT_TRUE(open(id));
    ASSERT_TRUE(fs::exists(indexFile(id)));
    EXPECT_EQ(fs::status(indexFile(id)).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    // What a layer holds does not change; where it did, the index would tell that it was not read again.
    write(diff(id) + "/b", "2");
    EXPECT_EQ(open(id)->index().size(), 2U);
    for (const std::string damage :
         {"", "nonsense", "qayidex1 and so on, longer than a header is supposed to be"}) {
        write(indexFile(id), damage);
        const auto again = open(id);
        ASSERT_TRUE(again) << damage;
        EXPECT_EQ(again->index().size(), 3U) << "damaged: it was made anew";
    }
    fs::resize_file(indexFile(id), fs::file_size(indexFile(id)) - 1);
    ASSERT_TRUE(open(id));
    ASSERT_TRUE(layers->removeExcept({}));
    EXPECT_FALSE(fs::exists(indexFile(id)));
    EXPECT_FALSE(fs::exists(diff(id)));
    layers->waitForRemovals();
    EXPECT_TRUE(fs::is_empty(temp.path() + "/root/trash"));
}

TEST_F(ScanTest, IsSharedByThoseWhoAskAtOnce)
{
    const std::string top = begin();
    for (int i = 0; i < 2000; ++i)
        write(std::format("{}f{}", top, i), "");
    const auto one = keep('c');
    write(begin() + "g", "");
    const auto two = keep('d');
    IndexStore store(*layers);
    std::vector<std::vector<std::shared_ptr<const LoadedIndex>>> opened(8);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < opened.size(); ++i)
            threads.emplace_back([&, i] {
                if (auto found = store.open(i % 2 == 0 ? std::vector{one, two} : std::vector{two, one}))
                    opened[i] = *std::move(found);
            });
    }
    for (std::size_t i = 0; i < opened.size(); ++i) {
        ASSERT_EQ(opened[i].size(), 2U);
        EXPECT_EQ(opened[i][0], opened[i % 2][0]) << "one in memory for all";
    }
}

TEST_F(ScanTest, SaysWhatIsMissing)
{
    IndexStore store(*layers);
    const auto missing = store.open({storage::LayerId(64, 'e')});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(store.open({})->empty());
}

TEST_F(ScanTest, GoesNoDeeperThanItsReaders)
{
    std::string path = begin();
    Fd folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    for (std::size_t depth = 0; depth <= maxIndexDepth + 1; ++depth) {
        ASSERT_EQ(::mkdirat(folder.get(), "d", 0755), 0);
        folder = Fd(::openat(folder.get(), "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    const auto id = keep('f');
    IndexStore store(*layers);
    const auto opened = store.open({id});
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::TooLarge);
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
