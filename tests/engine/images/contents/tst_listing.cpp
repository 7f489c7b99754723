// Folders and searches as they are answered: of one layer, of the whole image, of two images beside each
// other.
#include "engine/images/contents/listing.h"
#include "tests/engine/images/contents/testlayer.h"

using namespace quayside;
using namespace quayside::images;
using test::TestImage;
using test::TestLayer;

namespace
{

Listing ofLayer(const TestImage &image, std::uint32_t layer)
{
    return {.root = {rootOf(image.layers().first(layer)), rootOf(image.layers().subspan(layer, 1), layer),
                     After::Layer},
            .shown = Listing::Shown::Differences};
}

Listing ofAll(const TestImage &image)
{
    return {.root = {rootOf(image.layers().first(1)), rootOf(image.layers()), After::Whole}};
}

Listing ofTwo(const TestImage &first, const TestImage &second)
{
    return {.root = {rootOf(first.layers()), rootOf(second.layers()), After::Copy},
            .shown = Listing::Shown::Differences,
            .bothSizes = true};
}

// "name change size" of each, folders with "/files".
std::string listed(const Listing &listing, std::string_view path, std::string_view text = "")
{
    const auto found = listFolder(listing, path, text);
    if (!found)
        return found.error().message;
    std::string words;
    for (const api::ImageEntry &entry : found->entries) {
        words += entry.name + (entry.type == "folder" ? std::format("/{}", entry.files) : "") + " " +
                 entry.change + std::format(" {}", entry.size);
        if (listing.bothSizes)
            words += std::format(">{}", entry.otherSize);
        words += "; ";
    }
    return words;
}

TestImage three()
{
    TestLayer base, middle, top;
    base.file("etc/passwd", 10)
        .file("etc/group", 5)
        .file("var/cache/a", 100)
        .file("var/cache/b", 200)
        .file("old", 7);
    base.folder("same").folder("mode");
    middle.file("etc/passwd", 12).file("app/main", 50).whiteout("old").folder("same").folder("mode", 0700);
    middle.folder("etc");
    top.whiteout("var/cache").file("app/lib/x", 1).file("new", 3).whiteout("never");
    TestImage image;
    image.add(base).add(middle).add(top);
    return image;
}

} // namespace

TEST(Listing, OfALayerHasWhatItChanged)
{
    const TestImage image = three();
    EXPECT_EQ(listed(ofLayer(image, 0), "/"),
              "etc/2 added 15; mode/0 added 0; old added 7; same/0 added 0; var/2 added 300; ");
    EXPECT_EQ(listed(ofLayer(image, 1), "/"),
              "app/1 added 50; etc/1 mixed 12; mode/0 changed 0; old removed 7; ")
        << "a folder that it only repeats is not its doing; sizes are the layer's own";
    EXPECT_EQ(listed(ofLayer(image, 1), "/etc"), "passwd changed 12; ");
    EXPECT_EQ(listed(ofLayer(image, 2), "/"), "app/1 mixed 1; new added 3; var/0 mixed 0; ");
    EXPECT_EQ(listed(ofLayer(image, 2), "/var"), "cache/2 removed 300; ");
    EXPECT_EQ(listed(ofLayer(image, 2), "/var/cache"), "a removed 100; b removed 200; ")
        << "it can be looked into";
    EXPECT_EQ(listed(ofLayer(image, 2), "/etc"), "there is no folder /etc") << "it has nothing to do with it";
    EXPECT_EQ(listed(ofLayer(image, 1), "/old"), "/old is no folder");
}

TEST(Listing, OfAnOpaqueFolderHasWhatItHides)
{
    TestLayer below, above;
    below.file("d/a", 1).file("d/b", 2).file("d/sub/c", 4);
    above.opaque("d").file("d/b", 9).file("d/n", 1);
    TestImage image;
    image.add(below).add(above);
    EXPECT_EQ(listed(ofLayer(image, 1), "/d"), "a removed 1; b changed 9; n added 1; sub/1 removed 4; ");
    EXPECT_EQ(listed(ofLayer(image, 1), "/d/sub"), "c removed 4; ");
    EXPECT_EQ(listed(ofAll(image), "/d"), "b changed 9; n added 1; ");
}

TEST(Listing, OfWhatTookTheOthersPlace)
{
    TestLayer below, above;
    below.file("was-folder/in/x", 5).file("was-file", 6);
    above.file("was-folder", 1).file("was-file/in/y", 2).special("p", NodeType::Pipe).link("l", "was-file");
    TestImage image;
    image.add(below).add(above);
    EXPECT_EQ(listed(ofLayer(image, 1), "/"),
              "l added 0; p added 0; was-file/1 changed 2; was-folder changed 1; ");
    EXPECT_EQ(listed(ofLayer(image, 1), "/was-file"), "in/1 added 2; ");
    EXPECT_EQ(listed(ofAll(image), "/was-folder"), "there is no folder /was-folder");
    const auto found = listFolder(ofAll(image), "/", "");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->entries[0].type, "link");
    EXPECT_EQ(found->entries[0].target, "was-file");
    EXPECT_EQ(found->entries[0].layer, 1);
    EXPECT_EQ(found->entries[1].type, "pipe");
    EXPECT_EQ(found->path, "/");
}

TEST(Listing, OfTheWholeIsAgainstTheLowestLayer)
{
    const TestImage image = three();
    EXPECT_EQ(listed(ofAll(image), "/"), "app/2 added 51; etc/2 mixed 17; mode/0 changed 0; new added 3; "
                                         "same/0 unchanged 0; var/0 mixed 0; ");
    EXPECT_EQ(listed(ofAll(image), "etc"), "group unchanged 5; passwd changed 12; ");
    EXPECT_EQ(listed(ofAll(image), "/var"), "");
    EXPECT_EQ(listed(ofAll(image), "/var/cache"), "there is no folder /var/cache")
        << "nothing is there any more";
    EXPECT_EQ(listed(ofAll(image), "/etc/.."), R"(".." in the path of a folder: give the folder itself)");
    EXPECT_EQ(listed({}, "/"), "") << "an image without layers is empty";
}

TEST(Listing, IsCutDownToAText)
{
    const TestImage image = three();
    EXPECT_EQ(listed(ofAll(image), "/", "PASS"), "etc/2 mixed 17; ")
        << "sizes stay those of the whole folder";
    EXPECT_EQ(listed(ofAll(image), "/", "a"),
              "app/2 added 51; etc/2 mixed 17; same/0 unchanged 0; var/0 mixed 0; ");
    EXPECT_EQ(listed(ofAll(image), "/", "cache"), "") << "gone";
    EXPECT_EQ(listed(ofLayer(image, 2), "/", "cache"), "var/0 mixed 0; ") << "removed by this layer";
    EXPECT_EQ(listed(ofAll(image), "/", "etc/passwd"), "etc/2 mixed 17; ")
        << "of paths, where it has a slash";
}

TEST(Listing, EndsSomewhere)
{
    TestLayer layer;
    for (std::size_t i = 0; i <= maxListed; ++i)
        layer.file(std::format("d/{:06}", i), 1);
    TestImage image;
    image.add(layer);
    const auto found = listFolder(ofAll(image), "/d", "");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->entries.size(), maxListed);
    EXPECT_TRUE(found->truncated);
    EXPECT_FALSE(listFolder(ofAll(image), "/d", "00001")->truncated);
}

TEST(Comparison, OfTwoImagesHasOnlyWhatDiffers)
{
    TestLayer one, two, upper;
    one.file("same", 5)
        .file("size", 5)
        .file("time", 5)
        .file("mode", 5)
        .link("link", "a")
        .file("f/only-here", 1);
    one.file("f/both", 8).file("deep/a/b/c", 4).file("kind", 3);
    two.file("same", 5).file("size", 6).file("time", 5, 2).file("mode", 5, 1, 0755).link("link", "b");
    two.file("f/both", 8).file("deep/a/b/c", 4).file("kind/x", 30);
    upper.file("f/only-there", 2);
    TestImage first, second;
    first.add(one);
    second.add(two).add(upper);
    EXPECT_EQ(listed(ofTwo(first, second), "/"),
              "f/2 mixed 9>10; kind/1 changed 3>30; link changed 0>0; mode changed 5>5; size changed 5>6; "
              "time changed 5>5; ");
    EXPECT_EQ(listed(ofTwo(first, second), "/f"), "only-here removed 1>0; only-there added 0>2; ");
    EXPECT_EQ(listed(ofTwo(first, second), "/kind"), "x added 0>30; ");
    EXPECT_EQ(listed(ofTwo(first, second), "/deep"), "");
    EXPECT_EQ(listed(ofTwo(first, first), "/"), "");
    EXPECT_EQ(listed(ofTwo(first, second), "/none"), "there is no folder /none");
}

TEST(Finding, LooksAtNamesAndPaths)
{
    const TestImage image = three();
    const auto paths = [](const Result<api::FoundEntries> &found) {
        std::string text = found ? "" : found.error().message;
        for (const api::ImageEntry &entry : found ? found->found : std::vector<api::ImageEntry>())
            text += entry.path + " " + entry.change + "; ";
        return text + (found && found->truncated ? "more" : "");
    };
    EXPECT_EQ(paths(findEntries(ofAll(image), "A", 50)),
              "/app added; /app/main added; /etc/passwd changed; /same unchanged; /var mixed; ");
    EXPECT_EQ(paths(findEntries(ofAll(image), "a", 2)), "/app added; /app/main added; more");
    EXPECT_EQ(paths(findEntries(ofAll(image), "a", 5)),
              "/app added; /app/main added; /etc/passwd changed; /same unchanged; /var mixed; ")
        << "no more";
    EXPECT_EQ(paths(findEntries(ofAll(image), "app/l", 9)), "/app/lib added; /app/lib/x added; ");
    EXPECT_EQ(paths(findEntries(ofLayer(image, 2), "b", 9)), "/app/lib added; /var/cache/b removed; ");
    EXPECT_EQ(paths(findEntries(ofLayer(image, 1), "same", 9)), "") << "it repeats it, and changes nothing";
    EXPECT_EQ(paths(findEntries(ofAll(image), "", 9)), "nothing to look for: give a part of a name as text");
    const auto folder = findEntries(ofAll(image), "app", 9);
    ASSERT_TRUE(folder);
    EXPECT_EQ(folder->found.at(0).size, 51);
    EXPECT_EQ(folder->found.at(0).files, 2);
    EXPECT_EQ(folder->found.at(0).name, "app");
}

TEST(Paths, ThatAreNoPlainTextHaveAForm)
{
    for (const std::string path : {std::string("/a\xff/b"), std::string("/line\nfeed"),
                                   std::string("/\x01%41"), std::string("/\xc3")}) {
        const std::string coded = codedPath(path);
        ASSERT_FALSE(coded.empty());
        EXPECT_EQ(decodedPath(coded).value_or("?"), path);
        EXPECT_TRUE(std::ranges::all_of(coded, [](char c) { return c > ' ' && c < 0x7f; })) << coded;
    }
    EXPECT_EQ(codedPath("/plain/ä b%41"), "");
    for (const std::string bad : {"%", "%4", "%4g", "/a%00b", "%-1"})
        EXPECT_FALSE(decodedPath(bad)) << bad;
    TestLayer layer;
    layer.file("odd\xff/in", 1);
    TestImage image;
    image.add(layer);
    const auto found = listFolder(ofAll(image), "/", "");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->entries.at(0).encoded, "/odd%FF");
    const auto inside = listFolder(ofAll(image), *decodedPath("/odd%FF"), "");
    ASSERT_TRUE(inside);
    EXPECT_EQ(inside->entries.at(0).encoded, "/odd%FF/in");
}
