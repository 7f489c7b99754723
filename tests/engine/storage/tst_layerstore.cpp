#include "engine/storage/layerstore.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

namespace fs = std::filesystem;
using namespace quayside;
using namespace quayside::storage;

namespace
{

const LayerId one(64, 'a'), two(64, 'b');

class LayerStoreTest : public testing::Test
{
protected:
    LayerStoreTest() { test::skipUnlessRoot(); }
    std::string root() const { return m_temp.path() + "/root"; }
    std::unique_ptr<LayerStore> open()
    {
        auto store = LayerStore::open(root());
        EXPECT_TRUE(store) << store.error().message;
        return store ? *std::move(store) : nullptr;
    }
    static void commit(LayerStore &store, const LayerId &id, const std::string &content)
    {
        auto draft = store.begin();
        ASSERT_TRUE(draft) << draft.error().message;
        const Fd file(::openat((*draft)->folder(), "file", O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
        ASSERT_EQ(::write(file.get(), content.data(), content.size()), static_cast<ssize_t>(content.size()));
        const auto done = (*draft)->commit(id, content.size());
        ASSERT_TRUE(done) << done.error().message;
    }
    std::string contentOf(const LayerId &id) const
    {
        std::ifstream file(root() + "/layers/" + id + "/diff/file");
        return {std::istreambuf_iterator<char>(file), {}};
    }
    static std::size_t entries(const std::string &folder)
    {
        return static_cast<std::size_t>(
            std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }

private:
    test::TempRoot m_temp;
};

TEST_F(LayerStoreTest, keepsWhatWasCommittedAndNothingElse)
{
    auto store = open();
    commit(*store, one, "hello");
    EXPECT_TRUE(store->contains(one));
    EXPECT_EQ(store->info(one)->bytes, 5U);
    EXPECT_FALSE(store->contains(two));
    EXPECT_EQ(store->openLayer(two).error().kind, ErrorKind::NotFound);
    {
        auto draft = store->begin();
        ASSERT_TRUE(draft);
        EXPECT_EQ(entries(root() + "/layers"), 2U);
    }
    store->waitForRemovals();
    EXPECT_EQ(entries(root() + "/layers"), 1U);
    EXPECT_EQ(entries(root() + "/trash"), 0U);
}

TEST_F(LayerStoreTest, isClosedToOthers)
{
    auto store = open();
    for (const char *name : {"", "/layers", "/containers", "/trash"})
        EXPECT_EQ(fs::status(root() + name).permissions(), fs::perms::owner_all) << name;
}

TEST_F(LayerStoreTest, theFirstCommitOfALayerStays)
{
    auto store = open();
    commit(*store, one, "first");
    commit(*store, one, "second");
    EXPECT_EQ(contentOf(one), "first");
    store->waitForRemovals();
    EXPECT_EQ(entries(root() + "/layers"), 1U);
}

TEST_F(LayerStoreTest, refusesIdsThatWouldBePaths)
{
    auto store = open();
    for (const std::string id :
         {std::string("../../etc"), std::string(), std::string(64, 'A'), std::string(63, 'a')}) {
        EXPECT_FALSE(store->contains(id)) << id;
        EXPECT_EQ(store->createContainer(id).error().kind, ErrorKind::InvalidArgument) << id;
        EXPECT_EQ(store->openLayer(id).error().kind, ErrorKind::InvalidArgument) << id;
        EXPECT_EQ(store->removeContainer(id).error().kind, ErrorKind::InvalidArgument) << id;
    }
}

TEST_F(LayerStoreTest, deletesInTheTimeThatNobodyElseWants)
{
    auto store = open();
    commit(*store, one, "first");
    commit(*store, one, "second"); // its draft is deleted
    store->waitForRemovals();
    std::vector<int> priorities;
    for (const auto &task : fs::directory_iterator("/proc/self/task"))
        priorities.push_back(
            ::getpriority(PRIO_PROCESS, static_cast<id_t>(std::stoi(task.path().filename()))));
    EXPECT_TRUE(std::ranges::contains(priorities, 19)) << priorities.size() << " threads";
}

TEST_F(LayerStoreTest, sweepsTheDraftsOfADeadEngine)
{
    open();
    fs::create_directories(root() + "/layers/.draft-0123/diff/deep/er");
    fs::create_directories(root() + "/trash/t99/x");
    auto store = open();
    store->waitForRemovals();
    EXPECT_EQ(entries(root() + "/layers"), 0U);
    EXPECT_EQ(entries(root() + "/trash"), 0U);
}

TEST_F(LayerStoreTest, oneEngineARoot)
{
    auto store = open();
    const auto second = LayerStore::open(root());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().kind, ErrorKind::Conflict);
    store.reset();
    EXPECT_TRUE(LayerStore::open(root()));
}

TEST_F(LayerStoreTest, removesTheLayersThatNobodyKeeps)
{
    auto store = open();
    commit(*store, one, "12345");
    commit(*store, two, "123");
    EXPECT_EQ(store->removeExcept({one}), 3U);
    EXPECT_TRUE(store->contains(one));
    EXPECT_FALSE(store->contains(two));
}

TEST_F(LayerStoreTest, aRootHasItsLayersTopmostFirst)
{
    auto store = open();
    commit(*store, one, "bottom");
    commit(*store, two, "top");
    const std::string id(64, 'c');
    auto opened = store->openRoot(id, {one, two});
    ASSERT_TRUE(opened) << opened.error().message;
    ASSERT_EQ(opened->lower.size(), 2U);
    struct stat lower{}, wanted{};
    ::fstat(opened->lower[0].get(), &lower);
    ::stat((root() + "/layers/" + two + "/diff").c_str(), &wanted);
    EXPECT_EQ(lower.st_ino, wanted.st_ino);
    struct stat upper{}, work{};
    ASSERT_EQ(::fstatat(opened->upper.get(), "upper", &upper, 0), 0);
    ASSERT_EQ(::fstatat(opened->upper.get(), "work", &work, 0), 0);
    EXPECT_EQ(upper.st_mode, static_cast<mode_t>(S_IFDIR | 0755));
    EXPECT_EQ(work.st_mode, static_cast<mode_t>(S_IFDIR | 0700));
    EXPECT_EQ(upper.st_uid + upper.st_gid + work.st_uid + work.st_gid, 0U);
    EXPECT_EQ(store->openRoot(id, {std::string(64, 'd')}).error().kind, ErrorKind::NotFound);

    EXPECT_TRUE(store->removeContainer(id));
    EXPECT_FALSE(fs::exists(root() + "/containers/" + id));
    EXPECT_TRUE(store->removeContainer(id)) << "removing what is gone is no error";
    store->waitForRemovals();
    EXPECT_EQ(entries(root() + "/trash"), 0U);
}

// A build goes on upon layers that are not on the disk for good yet.
TEST_F(LayerStoreTest, aLentDraftIsOpenedByItsId)
{
    const auto store = open();
    auto draft = store->begin();
    ASSERT_TRUE(draft);
    const Fd file(::openat((*draft)->folder(), "file", O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    ASSERT_TRUE(file);
    EXPECT_FALSE(store->openLayer(one));
    ASSERT_TRUE((*draft)->lend(one));
    EXPECT_FALSE((*draft)->lend(two)) << "once only";
    const auto lent = store->openLayer(one);
    ASSERT_TRUE(lent) << lent.error().message;
    EXPECT_EQ(::faccessat(lent->get(), "file", F_OK, 0), 0);
    EXPECT_TRUE(store->openBeside(one));
    EXPECT_FALSE(store->contains(one)) << "it is not on the disk for good";
    ASSERT_TRUE((*draft)->finish(0));
    ASSERT_TRUE((*draft)->place(one));
    EXPECT_TRUE(store->contains(one));
    draft->reset();
    EXPECT_TRUE(store->openLayer(one));
}

TEST_F(LayerStoreTest, aLentDraftThatIsNotPlacedIsGone)
{
    const auto store = open();
    {
        auto draft = store->begin();
        ASSERT_TRUE(draft);
        ASSERT_TRUE((*draft)->lend(one));
        ASSERT_TRUE(store->openLayer(one));
    }
    EXPECT_FALSE(store->openLayer(one));
    store->waitForRemovals();
    EXPECT_EQ(entries(root() + "/layers"), 0U);
}

TEST_F(LayerStoreTest, aContainersFilesBecomeADraft)
{
    const auto store = open();
    const std::string id(64, 'c');
    EXPECT_FALSE(store->beginFrom(id)) << "there is no such container";
    ASSERT_TRUE(store->createContainer(id));
    std::ofstream(root() + "/containers/" + id + "/upper/file") << "content";
    struct stat before{}, after{};
    ASSERT_EQ(::stat((root() + "/containers/" + id + "/upper/file").c_str(), &before), 0);
    auto draft = store->beginFrom(id);
    ASSERT_TRUE(draft) << draft.error().message;
    ASSERT_TRUE((*draft)->commit(one, 7));
    EXPECT_EQ(contentOf(one), "content");
    ASSERT_EQ(::stat((root() + "/layers/" + one + "/diff/file").c_str(), &after), 0);
    EXPECT_EQ(before.st_ino, after.st_ino) << "moved, not copied";
    EXPECT_TRUE(store->removeContainer(id));
}

} // namespace
