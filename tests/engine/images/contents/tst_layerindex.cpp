// The file that an index is: what was put in comes out, and whatever else its bytes may be is refused.
#include "tests/engine/images/contents/testlayer.h"

#include <cstring>
#include <random>

using namespace quayside;
using namespace quayside::images;
using test::TestLayer;

namespace
{

TestLayer sample()
{
    TestLayer layer;
    layer.file("etc/passwd", 12, 1'700'000'000, 04755)
        .file("etc/group", 3)
        .link("bin", "usr/bin")
        .folder("tmp", 01777)
        .hardLink("usr/bin/a", 50, 7)
        .hardLink("usr/bin/b", 50, 7)
        .hardLink("usr/bin/alone", 9, 8)
        .opaque("var/lib")
        .whiteout("var/gone")
        .special("dev/pipe", NodeType::Pipe);
    return layer;
}

// The bytes where a reader wants them.
struct Aligned {
    explicit Aligned(const std::string &text) : words(text.size() / 8 + 1), length(text.size())
    {
        std::memcpy(words.data(), text.data(), text.size());
    }
    [[nodiscard]] std::span<const std::byte> bytes() const
    {
        return {reinterpret_cast<const std::byte *>(words.data()), length};
    }
    std::vector<std::uint64_t> words;
    std::size_t length;
};

bool opens(const std::string &text)
{
    return LayerIndex::open(Aligned(text).bytes()).has_value();
}

// With a checksum that fits, so that only the rest can be wrong.
std::string summed(std::string text)
{
    IndexChecksum sum;
    sum.add(std::as_bytes(std::span(text)).subspan(offsetof(IndexHeader, nodes)));
    const std::uint64_t value = sum.value();
    std::memcpy(text.data() + offsetof(IndexHeader, checksum), &value, sizeof value);
    return text;
}

template <typename Change>
std::string withNode(std::string text, std::uint32_t number, Change change)
{
    IndexNode node;
    char *at = text.data() + sizeof(IndexHeader) + number * sizeof(IndexNode);
    std::memcpy(&node, at, sizeof node);
    change(node);
    std::memcpy(at, &node, sizeof node);
    return summed(std::move(text));
}

} // namespace

TEST(LayerIndexFile, KeepsWhatWasPutIn)
{
    const auto loaded = sample().load();
    ASSERT_TRUE(loaded);
    const LayerIndex &index = loaded->index();
    const auto at = [&](std::initializer_list<std::string_view> names) -> const IndexNode & {
        std::uint32_t node = LayerIndex::root;
        for (const std::string_view name : names)
            node = index.child(index.node(node), name).value();
        return index.node(node);
    };
    EXPECT_EQ(at({"etc", "passwd"}).size, 12U);
    EXPECT_EQ(at({"etc", "passwd"}).mode, 04755);
    EXPECT_EQ(at({"etc", "passwd"}).modified, 1'700'000'000);
    EXPECT_EQ(index.target(at({"bin"})), "usr/bin");
    EXPECT_EQ(at({"tmp"}).mode, 01777);
    EXPECT_NE(at({"usr", "bin", "a"}).first, 0U);
    EXPECT_EQ(at({"usr", "bin", "a"}).first, at({"usr", "bin", "b"}).first);
    EXPECT_EQ(at({"usr", "bin", "b"}).count, 2U);
    EXPECT_EQ(at({"usr", "bin", "alone"}).first, 0U) << "its other names are in no layer";
    EXPECT_TRUE(at({"var", "lib"}).isOpaque());
    EXPECT_FALSE(at({"var"}).isOpaque());
    EXPECT_EQ(at({"var", "gone"}).type, NodeType::Whiteout);
    EXPECT_FALSE(index.child(index.node(LayerIndex::root), "et"));
    EXPECT_FALSE(index.child(index.node(LayerIndex::root), "etcetera"));
}

TEST(LayerIndexFile, IsRefusedWhereAByteIsWrong)
{
    const std::string good = sample().bytes();
    ASSERT_TRUE(opens(good));
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        ASSERT_FALSE(opens(bad)) << at;
    }
    for (std::size_t length = 0; length < good.size(); ++length)
        ASSERT_FALSE(opens(good.substr(0, length))) << length;
    EXPECT_FALSE(opens(good + "x"));
    EXPECT_FALSE(opens(std::string(4096, '\0')));
}

TEST(LayerIndexFile, IsRefusedWhereItsPartsDoNotFit)
{
    TestLayer layer;
    layer.file("a/b", 1).link("c", "a");
    const std::string good = layer.bytes(); // 0 root, 1 a, 2 c, 3 a/b
    ASSERT_TRUE(opens(summed(good)));
    const auto refused = [&](std::uint32_t number, auto change) {
        return !opens(withNode(good, number, change));
    };
    EXPECT_TRUE(refused(0, [](IndexNode &node) { node.type = NodeType::File; }))
        << "a root that is no folder";
    EXPECT_TRUE(refused(1, [](IndexNode &node) { node.first = 0; })) << "a folder in itself";
    EXPECT_TRUE(refused(1, [](IndexNode &node) { node.count = 2; })) << "children beyond the end";
    EXPECT_TRUE(refused(1, [](IndexNode &node) { node.count = 0; })) << "a node without a parent";
    EXPECT_TRUE(refused(1, [](IndexNode &node) { node.count = UINT32_MAX; }));
    EXPECT_TRUE(refused(1, [](IndexNode &node) { node.name = UINT32_MAX; }));
    EXPECT_TRUE(refused(1, [](IndexNode &node) { node.nameLength = 0; })) << "no name";
    EXPECT_TRUE(refused(2, [](IndexNode &node) { node.name = 0; })) << "a name twice"; // "a"
    EXPECT_TRUE(refused(2, [](IndexNode &node) { node.count = 100; })) << "a target beyond the end";
    EXPECT_TRUE(refused(3, [](IndexNode &node) { node.type = static_cast<NodeType>(7); }));
}

TEST(LayerIndexFile, HasNoNamesThatLeadElsewhere)
{
    for (const std::string &name : std::vector<std::string>{"..", ".", "a/b", std::string("a\0b", 3)}) {
        TestLayer layer;
        layer.file(std::string(name.size(), 'x'), 1);
        std::string text = layer.bytes();
        text.replace(text.size() - name.size(), name.size(), name);
        EXPECT_FALSE(opens(summed(text))) << name;
    }
}

TEST(LayerIndexFile, HasAnEnd)
{
    TestLayer layer;
    std::string path = "d";
    for (std::size_t depth = 1; depth <= maxIndexDepth + 2; ++depth)
        path += "/d";
    layer.folder(path);
    EXPECT_FALSE(opens(layer.bytes())) << "readers recurse";
}
