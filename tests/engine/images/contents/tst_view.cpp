// Layers over each other: what is seen, what is hidden, and where links lead.
#include "engine/images/contents/totals.h"
#include "engine/images/contents/view.h"
#include "tests/engine/images/contents/testlayer.h"

using namespace quayside;
using namespace quayside::images;
using test::TestImage;
using test::TestLayer;

namespace
{

std::string listed(const Seen &folder)
{
    std::string text;
    for (Children children(folder); children.next();)
        text += std::format("{}{}:{} ", children.name(), children.seen().isFolder() ? "/" : "",
                            children.seen().top().layer);
    return text;
}

std::string listed(const TestImage &image, std::string_view path)
{
    const auto found = findPath(rootOf(image.layers()), path);
    return found ? listed(*found) : found.error().message;
}

std::string resolved(const TestImage &image, std::string_view path)
{
    const auto found = resolvePath(rootOf(image.layers()), path);
    return found ? found->path : found.error().message;
}

} // namespace

TEST(View, UpperHidesLower)
{
    TestLayer below, above;
    below.file("a", 1)
        .file("b", 1)
        .file("kept/x", 1)
        .file("gone/y", 1)
        .file("opaque/z", 1)
        .file("f", 1)
        .file("g/h", 1);
    above.file("b", 2)
        .whiteout("a")
        .whiteout("gone")
        .opaque("opaque")
        .file("opaque/new", 1)
        .file("kept/w", 1);
    above.file("f/inside", 1).file("g", 5).whiteout("never");
    TestImage image;
    image.add(below).add(above);
    EXPECT_EQ(listed(image, "/"), "b:1 f/:1 g:1 kept/:1 opaque/:1 ");
    EXPECT_EQ(listed(image, "/kept"), "w:1 x:0 ");
    EXPECT_EQ(listed(image, "opaque/"), "new:1 ");
    EXPECT_EQ(listed(image, "/f"), "inside:1 ") << "a folder in place of a file";
    EXPECT_EQ(listed(image, "/gone"), "the image has no file /gone");
    EXPECT_EQ(listed(image, "/g/h"), "the image has no file /g/h") << "a file in place of a folder";
}

TEST(View, WhatIsHiddenStaysHiddenFromAbove)
{
    TestLayer first, second, third;
    first.file("d/old", 1);
    second.whiteout("d");
    third.file("d/new", 1);
    TestImage image;
    image.add(first).add(second).add(third);
    EXPECT_EQ(listed(image, "/d"), "new:2 ");
    EXPECT_EQ(listed(rootOf(image.layers().first(1))), "d/:0 ");
    EXPECT_EQ(listed(rootOf(image.layers().first(2))), "");
    EXPECT_EQ(listed(rootOf({})), "");
    EXPECT_FALSE(childOf(rootOf(image.layers().first(2)), "d"));
}

TEST(View, ALookUpSeesWhatTheListSees)
{
    TestLayer first, second, third;
    for (int i = 0; i < 40; ++i)
        first.file(std::format("d/{:03}", i * 3), 1);
    for (int i = 0; i < 40; ++i)
        second.file(std::format("d/{:03}", i * 2), 2);
    third.whiteout("d/006").whiteout("d/007").file("d/zz", 3);
    TestImage image;
    image.add(first).add(second).add(third);
    const Seen folder = *findPath(rootOf(image.layers()), "d");
    int count = 0;
    std::string last;
    for (Children children(folder); children.next(); ++count) {
        EXPECT_LT(last, children.name());
        last = children.name();
        const Seen same = childOf(folder, children.name());
        ASSERT_TRUE(same);
        EXPECT_EQ(same.top().layer, children.seen().top().layer);
    }
    EXPECT_EQ(count, 40 + 40 - 14 - 1 + 1);
    EXPECT_FALSE(childOf(folder, "006"));
}

TEST(View, LinksStayInside)
{
    TestLayer below, above;
    below.file("usr/bin/env", 1)
        .link("bin", "usr/bin")
        .link("etc/shadow", "../../../../etc/real")
        .file("etc/real", 1);
    above.link("usr/bin/again", "/bin/env")
        .link("loop", "loop2")
        .link("loop2", "loop")
        .link("out", "../../..");
    above.link("nowhere", "missing/file").link("through", "etc/real/x").link("empty", "").link("slash", "/");
    TestImage image;
    image.add(below).add(above);
    EXPECT_EQ(resolved(image, "/bin/env"), "usr/bin/env");
    EXPECT_EQ(resolved(image, "bin/again"), "usr/bin/env");
    EXPECT_EQ(resolved(image, "/etc/shadow"), "etc/real") << "as in a container: .. stops at the root";
    EXPECT_EQ(resolved(image, "/out/etc/./real"), "etc/real");
    EXPECT_EQ(resolved(image, "/bin/../bin/env"), "usr/bin/env") << ".. after the link";
    EXPECT_EQ(resolved(image, "/slash"), "");
    EXPECT_EQ(resolved(image, "/"), "");
    EXPECT_TRUE(resolved(image, "/loop").contains("more than 40 links"));
    EXPECT_EQ(resolved(image, "/nowhere"), "the image has no file /nowhere");
    EXPECT_TRUE(resolved(image, "/through").contains("no folder"));
    EXPECT_TRUE(resolved(image, "/etc/real/").contains("etc/real"));
    EXPECT_TRUE(resolved(image, "/etc/real/x").contains("no folder"));
}

TEST(Totals, CountAHardLinkedFileOnceForEachFolder)
{
    TestLayer below, above;
    below.hardLink("a/x", 100, 1)
        .hardLink("a/deep/y", 100, 1)
        .hardLink("b/z", 100, 1)
        .file("a/plain", 5)
        .file("b/q", 1);
    above.hardLink("a/other", 7, 1).hardLink("a/other2", 7, 1);
    TestImage image;
    image.add(below).add(above);
    const Seen root = rootOf(image.layers());
    const auto of = [&](std::string_view path) { return totalsOf(*findPath(root, path)); };
    EXPECT_EQ(of("/"), (Totals{100 + 5 + 1 + 7, 7}));
    EXPECT_EQ(of("/a"), (Totals{100 + 5 + 7, 5})) << "the same number in another layer is another file";
    EXPECT_EQ(of("/a/deep"), (Totals{100, 1}));
    EXPECT_EQ(of("/b"), (Totals{101, 2}));
    EXPECT_EQ(of("/b/z"), (Totals{100, 1}));
}

TEST(Totals, AreTheSameFromEveryFolderOfAWalk)
{
    // Folders are left and entered between the names of one file: each must have it, and once.
    TestLayer layer;
    layer.hardLink("r/a/1", 10, 1)
        .hardLink("r/a/2", 10, 1)
        .hardLink("r/b/c/3", 10, 1)
        .hardLink("r/b/4", 10, 1);
    TestImage image;
    image.add(layer);
    FolderTotals totals;
    const Seen root = rootOf(image.layers());
    const auto add = [&](std::string_view path) { totals.add(findPath(root, path)->top()); };
    totals.enter(); // r
    totals.enter(); // a
    add("r/a/1");
    add("r/a/2");
    EXPECT_EQ(totals.leave(), (Totals{10, 2}));
    totals.enter(); // b
    totals.enter(); // c
    add("r/b/c/3");
    EXPECT_EQ(totals.leave(), (Totals{10, 1}));
    add("r/b/4");
    EXPECT_EQ(totals.leave(), (Totals{10, 2}));
    EXPECT_EQ(totals.leave(), (Totals{10, 4}));
}
