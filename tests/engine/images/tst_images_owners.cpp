// Whose an image and its names are: who sees what, who may take what away
// (docs/adr/009-names-belong-to-users.md).
#include "engine/images/catalog.h"
#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"
#include "tests/fakes/imagemaker.h"
#include "tests/fakes/memoryrecords.h"

#include <algorithm>

using namespace quayside;
using images::TagKey;
using images::TagTable;
using test::ImageShape;

namespace
{

const access::Peer root{}, ann{.uid = 1000}, bob{.uid = 1001};

ImageShape shape(const std::string &content, std::vector<std::string> names)
{
    return {.layers = {test::smallRoot(), test::Tar().add({.name = "app"}, content).bytes()},
            .names = std::move(names)};
}

TEST(TagTable, aViewersOwnNameHidesTheSystems)
{
    TagTable tags;
    tags.set({"box:latest", 0}, {"sha256:a", 1});
    tags.set({"box:latest", 1000}, {"sha256:b", 2});
    EXPECT_EQ(tags.find(1000, "box:latest"), (TagKey{"box:latest", 1000}));
    EXPECT_EQ(tags.find(1001, "box:latest"), (TagKey{"box:latest", 0}));
    EXPECT_EQ(tags.find(0, "box:latest"), (TagKey{"box:latest", 0}));
    EXPECT_TRUE(tags.seenBy(1000, "sha256:a").names.empty());
    EXPECT_EQ(tags.seenBy(1000, "sha256:b").names, std::vector<std::string>{"box:latest"});
    EXPECT_EQ(tags.seenBy(1000, "sha256:b").lastTime, 2);
    EXPECT_TRUE(tags.seenBy(1001, "sha256:b").names.empty());
}

TEST(TagTable, rootHasEverybodysNamesWhereTheyLeaveNoDoubt)
{
    TagTable tags;
    tags.set({"mine:1", 1000}, {"sha256:a", 1});
    EXPECT_EQ(tags.find(0, "mine:1"), (TagKey{"mine:1", 1000}));
    EXPECT_FALSE(tags.find(1001, "mine:1"));
    tags.set({"mine:1", 1001}, {"sha256:a", 1});
    EXPECT_TRUE(tags.find(0, "mine:1")) << "both mean one image";
    tags.set({"mine:1", 1001}, {"sha256:b", 1});
    EXPECT_FALSE(tags.find(0, "mine:1"));
    EXPECT_TRUE(tags.isAmbiguous(0, "mine:1"));
    EXPECT_FALSE(tags.isAmbiguous(1002, "mine:1"));
}

TEST(TagTable, keysComeBackFromTheirRecords)
{
    const TagKey key{"localhost:5000/a/b:v1", 1000};
    EXPECT_EQ(images::decodeTagKey(images::encode(key)), key);
    for (const char *wrong : {"", "1000", "x box:1", "-1 box:1", "99999999999 box:1"})
        EXPECT_FALSE(images::decodeTagKey(wrong)) << wrong;
    EXPECT_FALSE(images::decodeTag("{}"));
    EXPECT_FALSE(images::decodeTag(R"({"image":"sha256:a","time":"x"})"));
}

class OwnersTest : public testing::Test
{
protected:
    void load(const access::Peer &peer, const ImageShape &image)
    {
        images::StringSource source(archive = test::dockerArchive({image}));
        const auto loaded = bench.images->load(peer, source, {.quiet = true}, {});
        ASSERT_TRUE(loaded) << loaded.error().message;
    }
    std::vector<std::string> seen(const access::Peer &peer)
    {
        std::vector<std::string> names;
        const auto list = bench.images->list(peer, false, {});
        for (const auto &image : *list)
            names.push_back(image.repoTags.empty() ? image.id : image.repoTags.front());
        std::ranges::sort(names);
        return names;
    }
    auto remove(const access::Peer &peer, const std::string &name,
                std::vector<images::Images::User> users = {})
    {
        return bench.images->remove(peer, name, false, false, [&](const std::string &) { return users; });
    }
    using Names = std::vector<std::string>;
    std::string archive;
    test::ImageBench bench;
};

TEST_F(OwnersTest, strangersSeeNeitherNamesNorImages)
{
    load(ann, shape("ann's", {"mine:1"}));
    const std::string id = bench.images->resolve(ann, "mine:1")->id;
    EXPECT_EQ(seen(ann), Names{"mine:1"});
    EXPECT_EQ(seen(bob), Names{});
    EXPECT_EQ(seen(root), Names{"mine:1"});
    EXPECT_EQ(bench.images->resolve(bob, "mine:1").error().message, "No such image: mine:1");
    EXPECT_EQ(bench.images->resolve(bob, images::hexOf(id).substr(0, 12)).error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(bench.images->resolve(bob, id)) << "by its whole digest an image is shared";
    EXPECT_TRUE(bench.images->inspect(bob, id)->repoTags.empty()) << "without its owner's names";
    EXPECT_EQ(remove(bob, "mine:1").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(remove(bob, id).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(bench.images->tag(bob, "mine:1", "x", "").error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(std::ranges::all_of(
        bench.events, [](const api::Event &event) { return event.owner == 1000 && !event.isPublic; }));
}

TEST_F(OwnersTest, oneNameMayMeanAnImageToEachUser)
{
    load(root, shape("system's", {"box:latest"}));
    load(ann, shape("ann's", {"box:latest"}));
    const auto system = bench.images->resolve(bob, "box"), own = bench.images->resolve(ann, "box");
    ASSERT_TRUE(system && own);
    EXPECT_NE(system->id, own->id);
    EXPECT_EQ(bench.images->resolve(root, "box")->id, system->id);
    EXPECT_EQ(remove(bob, "box").error().kind, ErrorKind::Forbidden);
    EXPECT_EQ(remove(bob, system->id).error().kind, ErrorKind::Forbidden);
    ASSERT_TRUE(remove(ann, "box"));
    EXPECT_EQ(bench.images->resolve(ann, "box")->id, system->id) << "what was hidden is there again";
    bench.reopen();
    EXPECT_EQ(seen(ann), Names{"box:latest"});
    EXPECT_EQ(seen(bob), Names{"box:latest"});
}

TEST_F(OwnersTest, anImageStaysAsLongAsSomebodyHasIt)
{
    load(ann, shape("both", {"a:1"}));
    load(bob, shape("both", {"b:1"}));
    const std::string id = bench.images->resolve(ann, "a:1")->id;
    EXPECT_EQ(bench.images->resolve(bob, "b:1")->id, id);
    EXPECT_EQ(bench.images->inspect(ann, id)->repoTags, Names{"a:1"});
    const auto first = remove(ann, id);
    ASSERT_TRUE(first) << first.error().message;
    ASSERT_EQ(first->size(), 1U) << "untagged, not deleted";
    EXPECT_EQ(first->front().untagged, "a:1");
    EXPECT_EQ(seen(ann), Names{});
    bench.reopen();
    EXPECT_EQ(seen(bob), Names{"b:1"});
    EXPECT_EQ(remove(bob, "b:1")->size(), 4U) << "name, image and two layers";
    EXPECT_EQ(bench.entries("layers"), 0U);
}

TEST_F(OwnersTest, aStrangersContainerKeepsTheImageAndIsNotTold)
{
    load(ann, shape("used", {"a:1"}));
    const std::string id = bench.images->resolve(ann, "a:1")->id;
    const auto removed = remove(ann, "a:1", {{"c0ffee", true, bob.uid}});
    ASSERT_TRUE(removed) << removed.error().message;
    EXPECT_EQ(removed->size(), 1U);
    EXPECT_EQ(seen(ann), Names{});
    EXPECT_EQ(seen(bob), Names{id}) << "whose container it is has the image now";
    EXPECT_EQ(remove(bob, id, {{"c0ffee", true, bob.uid}}).error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(remove(bob, id));
    EXPECT_EQ(bench.entries("layers"), 0U);
}

TEST_F(OwnersTest, aContainerOfRootsDoesNotMakeAnImageEverybodys)
{
    load(ann, shape("private", {"a:1"}));
    const std::string id = bench.images->resolve(ann, "a:1")->id;
    ASSERT_TRUE(remove(ann, "a:1", {{"c0ffee", true, root.uid}}));
    EXPECT_EQ(seen(bob), Names{});
    EXPECT_EQ(seen(ann), Names{id}) << "hers still, without a name";
    EXPECT_TRUE(remove(ann, id));
    EXPECT_EQ(bench.entries("layers"), 0U);
}

TEST_F(OwnersTest, pruneTakesWhatIsOnesOwn)
{
    load(root, shape("system's", {}));
    load(ann, shape("old", {"a:1"}));
    load(ann, shape("new", {"a:1"}));
    load(bob, shape("bob's", {}));
    const auto prune = [&](const access::Peer &peer, const char *dangling,
                           std::vector<images::Images::User> users = {}) {
        api::Filters filters;
        if (*dangling)
            filters.values["dangling"] = {dangling};
        const auto report = bench.images->prune(peer, filters, [&](const std::string &) { return users; });
        EXPECT_TRUE(report) << report.error().message;
        return report.value_or(api::ImagePruneReport{});
    };
    const auto first = prune(ann, "");
    EXPECT_EQ(first.imagesDeleted.size(), 2U) << "the image that lost its name, and its own layer";
    EXPECT_EQ(first.spaceReclaimed, 3 + 2048) << "the file, and its layer as it came";
    EXPECT_EQ(seen(ann).size(), 2U) << "the new one and the system's";
    EXPECT_EQ(prune(ann, "false", {{"c", false, ann.uid}}).imagesDeleted.size(), 0U) << "in use";
    EXPECT_EQ(prune(ann, "false").imagesDeleted.size(), 3U);
    EXPECT_EQ(seen(bob).size(), 2U);
    EXPECT_EQ(seen(ann).size(), 1U) << "the system's is not the user's to prune";
    EXPECT_GT(prune(root, "").spaceReclaimed, 0);
    EXPECT_EQ(seen(root), Names{}) << "root prunes everybody's";
    EXPECT_EQ(bench.entries("layers"), 0U);
    EXPECT_EQ(bench.events.back().action, "prune");
    EXPECT_FALSE(bench.images->prune(ann, api::Filters{.values = {{"name", {"x"}}}}, {}));
}

TEST_F(OwnersTest, sharedSizesAddUp)
{
    load(ann, shape("12345", {"a:1"}));
    load(ann, shape("1234567", {"a:2"}));
    const auto list = *bench.images->list(ann, true, {});
    ASSERT_EQ(list.size(), 2U);
    std::int64_t unique = 0;
    for (const auto &image : list)
        unique += image.size - image.sharedSize;
    EXPECT_EQ(unique, 12);
    EXPECT_EQ(list[0].sharedSize, list[1].sharedSize);
    EXPECT_EQ(bench.images->layersSize(ann), unique + list[0].sharedSize);
    EXPECT_EQ(bench.images->layersSize(bob), 0);
    EXPECT_EQ(bench.images->list(ann, false, {})->front().sharedSize, -1);
}

TEST(Catalog, namesOfBeforeThereWereOwnersAreTheSystems)
{
    test::MemoryRecords records;
    std::string id;
    {
        auto catalog = *images::Catalog::open(records);
        images::ImageRecord record;
        record.configuration = test::configDocument(shape("x", {}));
        id = record.id = images::digestOf(record.configuration);
        ASSERT_TRUE(catalog->add({{record, {}}}, 0));
    }
    ASSERT_TRUE(records.put("tag", "old:1", R"({"image":")" + id + R"(","time":5})"));
    auto catalog = *images::Catalog::open(records);
    EXPECT_EQ(catalog->find(1000, "old:1")->image->id, id);
    EXPECT_EQ(catalog->named(1000, "old:1")->key.owner, 0U);
    EXPECT_TRUE(records.all("tag")->empty()) << "moved, once";
    catalog = *images::Catalog::open(records);
    EXPECT_EQ(catalog->find(1000, "old:1")->lastTagTime, 5);
}

TEST(Catalog, aNameThatIsTakenStaysWhereAsked)
{
    test::MemoryRecords records;
    auto catalog = *images::Catalog::open(records);
    const auto make = [](const std::string &config) {
        ImageShape image = shape("x", {});
        image.config = config;
        images::ImageRecord record;
        record.configuration = test::configDocument(image);
        record.id = images::digestOf(record.configuration);
        return record;
    };
    const auto first = make(R"({"Cmd":["a"]})"), second = make(R"({"Cmd":["b"]})");
    ASSERT_TRUE(catalog->add({{first, {"box:1"}}}, 0));
    const auto added = catalog->add({{second, {"box:1"}}}, 0, images::Catalog::TakenNames::Stay);
    ASSERT_TRUE(added);
    EXPECT_TRUE(added->front().names.empty());
    EXPECT_EQ(catalog->named(0, "box:1")->image, first.id);
    ASSERT_TRUE(catalog->add({{second, {"box:1"}}}, 0));
    EXPECT_EQ(catalog->named(0, "box:1")->image, second.id);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
