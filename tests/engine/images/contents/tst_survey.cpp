// What layers add, change, remove and waste: by example, and against a slow and simple count of random
// layers.
#include "engine/images/contents/survey.h"
#include "tests/engine/images/contents/testlayer.h"

#include <map>
#include <random>
#include <set>

using namespace quayside;
using namespace quayside::images;
using test::TestImage;
using test::TestLayer;

namespace
{

std::string shown(const LayerFigures &layer)
{
    return std::format("+{} ~{} -{} {}", layer.added, layer.changed, layer.removed, layer.wasted);
}

std::string shown(const std::vector<Waste> &waste)
{
    std::string text;
    for (const Waste &one : waste) {
        text += std::format("{} {} by", one.path, one.bytes);
        for (const std::uint32_t layer : one.layers)
            text += std::format(" {}", layer);
        text += "; ";
    }
    return text;
}

// The same by keeping the whole image after each layer.
class Count
{
public:
    struct File {
        std::size_t layer = 0;
        std::uint64_t size = 0, inode = 0; // inode: 0 for a file of one name
        bool operator==(const File &) const = default;
    };
    std::map<std::string, File> files;
    std::set<std::string> folders;
    std::vector<LayerFigures> layers;
    std::uint64_t wasted = 0;

    void begin() { m_before = files; }
    void hide(const std::string &path)
    {
        files.erase(path);
        hideBelow(path);
        folders.erase(path);
    }
    void hideBelow(const std::string &folder)
    {
        const auto below = [&](const std::string &path) { return path.starts_with(folder + "/"); };
        std::erase_if(files, [&](const auto &file) { return below(file.first); });
        std::erase_if(folders, below);
    }
    void put(const std::string &path, File file)
    {
        hide(path);
        files[path] = file;
        m_stored += m_inodes.insert({file.layer, file.inode}).second || file.inode == 0 ? file.size : 0;
    }
    void folder(const std::string &path)
    {
        files.erase(path);
        folders.insert(path);
    }
    void end()
    {
        LayerFigures figures;
        for (const auto &[path, file] : files)
            ++(!m_before.contains(path)    ? figures.added
               : m_before.at(path) == file ? m_same
                                           : figures.changed);
        for (const auto &[path, file] : m_before)
            figures.removed += files.contains(path) ? 0 : 1;
        std::uint64_t visible = 0;
        std::set<std::pair<std::size_t, std::uint64_t>> counted;
        for (const auto &[path, file] : files)
            visible += file.inode == 0 || counted.insert({file.layer, file.inode}).second ? file.size : 0;
        figures.wasted = m_stored - visible - wasted;
        wasted = m_stored - visible;
        layers.push_back(figures);
    }

private:
    std::map<std::string, File> m_before;
    std::set<std::pair<std::size_t, std::uint64_t>> m_inodes;
    std::uint64_t m_stored = 0, m_same = 0;
};

// A layer of random things under few names, so that they meet; into the count and into the index alike.
class RandomLayer
{
public:
    RandomLayer(std::mt19937 &random, std::size_t number, Count &count)
        : m_random(random), m_number(number), m_count(count)
    {
    }
    TestLayer make()
    {
        m_count.begin();
        fill("", 0);
        m_count.end();
        return std::move(m_layer);
    }

private:
    void fill(const std::string &folder, int depth)
    {
        for (const char *name : {"a", "b", "c"}) {
            const std::string path = folder.empty() ? name : folder + "/" + name;
            const std::uint64_t size = 1 + m_random() % 1000;
            switch (m_random() % (depth < 3 ? 8 : 4)) {
            case 0:
                m_layer.file(path, size);
                m_count.put(path, {m_number, size, 0});
                break;
            case 1: {
                const std::uint64_t inode = 1 + m_random() % 2;
                m_layer.hardLink(path, inode * 10'000, inode);
                m_count.put(path, {m_number, inode * 10'000, inode});
                break;
            }
            case 2:
                m_layer.whiteout(path);
                m_count.hide(path);
                break;
            case 4:
                m_layer.opaque(path);
                m_count.hideBelow(path);
                m_count.folder(path);
                fill(path, depth + 1);
                break;
            case 5:
            case 6:
                m_layer.folder(path);
                m_count.folder(path);
                fill(path, depth + 1);
                break;
            default:
                break;
            }
        }
    }

    std::mt19937 &m_random;
    std::size_t m_number;
    Count &m_count;
    TestLayer m_layer;
};

} // namespace

TEST(Survey, CountsWhatEachLayerDoes)
{
    TestLayer base, middle, top;
    base.file("etc/passwd", 10)
        .file("cache/a", 100)
        .file("cache/b/c", 200)
        .file("old", 7)
        .link("l", "old")
        .folder("empty");
    middle.file("etc/passwd", 12).file("app", 50).whiteout("old").whiteout("never");
    top.whiteout("cache").file("etc/passwd", 14).file("l", 1);
    TestImage image;
    image.add(base).add(middle).add(top);
    const Survey found = survey(image.layers());
    ASSERT_EQ(found.layers.size(), 3U);
    EXPECT_EQ(shown(found.layers[0]), "+5 ~0 -0 0");
    EXPECT_EQ(shown(found.layers[1]), "+1 ~1 -1 17");
    EXPECT_EQ(shown(found.layers[2]), "+0 ~2 -2 312");
    EXPECT_EQ(found.files, 3U);
    EXPECT_EQ(found.wasted, 329U);
    EXPECT_EQ(shown(found.waste), "/cache 300 by 0 2; /etc/passwd 22 by 0 1 2; /old 7 by 0 1; ");
}

TEST(Survey, APutBackFileIsAChange)
{
    TestLayer below, above;
    below.file("d/kept", 5).file("d/gone", 6).file("d/s/x", 7);
    above.opaque("d").file("d/kept", 9);
    TestImage image;
    image.add(below).add(above);
    const Survey found = survey(image.layers());
    EXPECT_EQ(shown(found.layers[1]), "+0 ~1 -2 18");
    EXPECT_EQ(shown(found.waste), "/d 18 by 0 1; ");
    EXPECT_EQ(found.files, 1U);
}

TEST(Survey, AHardLinkedFileIsWastedWithItsLastName)
{
    TestLayer below, above, top;
    below.hardLink("a", 100, 1).hardLink("b", 100, 1).hardLink("c", 100, 1);
    above.whiteout("a").file("c", 1);
    top.whiteout("b");
    TestImage two, three;
    two.add(below).add(above);
    EXPECT_EQ(survey(two.layers()).wasted, 0U) << "it is there still";
    three.add(below).add(above).add(top);
    const Survey found = survey(three.layers());
    EXPECT_EQ(found.wasted, 100U);
    EXPECT_EQ(found.layers[2].wasted, 100U) << "it is the last one that wastes it";
    EXPECT_EQ(found.layers[1].wasted, 0U);
}

TEST(Survey, ANewRootHidesAll)
{
    TestLayer below, above;
    below.file("a", 5).file("b/c", 6);
    above.opaque("").file("d", 1);
    TestImage image;
    image.add(below).add(above);
    const Survey found = survey(image.layers());
    EXPECT_EQ(shown(found.layers[1]), "+1 ~0 -2 11");
    EXPECT_EQ(shown(found.waste), "/ 11 by 0 1; ");
    EXPECT_EQ(survey({}).files, 0U);
}

TEST(Survey, NamesTheLargest)
{
    TestLayer below, above;
    for (int i = 0; i < 3000; ++i) {
        below.file(std::format("f{:05}", i), static_cast<std::uint64_t>(i * 7919 % 3001));
        above.file(std::format("f{:05}", i), 1);
    }
    TestImage image;
    image.add(below).add(above);
    const Survey found = survey(image.layers());
    ASSERT_EQ(found.waste.size(), maxWaste);
    EXPECT_EQ(found.waste.front().bytes, 3000U);
    EXPECT_TRUE(std::ranges::is_sorted(found.waste, std::ranges::greater(), &Waste::bytes));
    EXPECT_GE(found.waste.back().bytes, 3000U - maxWaste);
}

TEST(Survey, IsWhatASimpleCountSays)
{
    for (unsigned seed = 0; seed < 400; ++seed) {
        std::mt19937 random(seed);
        Count count;
        TestImage image;
        for (std::size_t number = 0; number < 5; ++number) {
            TestLayer layer = RandomLayer(random, number, count).make();
            image.add(layer);
        }
        const Survey found = survey(image.layers());
        ASSERT_EQ(found.files, count.files.size()) << seed;
        ASSERT_EQ(found.wasted, count.wasted) << seed;
        std::uint64_t wasted = 0;
        for (std::size_t number = 0; number < 5; ++number) {
            ASSERT_EQ(shown(found.layers[number]), shown(count.layers[number])) << seed << " " << number;
            wasted += found.layers[number].wasted;
        }
        ASSERT_EQ(wasted, found.wasted);
    }
}
