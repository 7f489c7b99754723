// What is inside images, through the service: layers and files, whose image it is, and figures of the disk
// that are compared with what a removal really frees.
#include "engine/images/content/blobstore.h"
#include "engine/images/contents/contents.h"
#include "engine/images/contents/packages/rpmchild.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"
#include "tests/fakes/imagemaker.h"

#include <algorithm>
#include <set>

using namespace quayside;
using test::ImageShape;
using test::Tar;
namespace fs = std::filesystem;

namespace
{

const access::Peer root{}, ann{.uid = 1000}, bob{.uid = 1001};

std::string baseLayer()
{
    return Tar()
        .add({.name = "etc/", .type = '5', .mode = 0755})
        .add({.name = "etc/passwd"}, "0123456789")
        .add({.name = "etc/link", .type = '2', .link = "/etc/passwd"})
        .add({.name = "etc/out", .type = '2', .link = "../../../../../../etc/hostname"})
        .add({.name = "big"}, std::string(100'000, 'b'))
        .add({.name = "same", .type = '1', .link = "big"})
        .bytes();
}

std::string upperLayer()
{
    return Tar()
        .add({.name = ".wh.big"})
        .add({.name = ".wh.same"})
        .add({.name = "etc/passwd"}, "new")
        .bytes();
}

// Bytes of the regular files below a folder, a hard-linked one once.
std::int64_t bytesBelow(const std::string &folder)
{
    std::int64_t bytes = 0;
    std::set<ino_t> counted;
    for (const auto &entry : fs::recursive_directory_iterator(folder)) {
        struct stat status{};
        if (::lstat(entry.path().c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
            counted.insert(status.st_ino).second)
            bytes += status.st_size;
    }
    return bytes;
}

class ContentsTest : public testing::Test
{
protected:
    void load(const access::Peer &peer, const ImageShape &image)
    {
        const std::string archive = test::dockerArchive({image});
        images::StringSource source(archive);
        const auto loaded = bench.images->load(peer, source, {.quiet = true}, {});
        ASSERT_TRUE(loaded) << loaded.error().message;
    }
    images::Contents &contents() { return bench.images->contents(); }
    std::string fileOf(const std::string &image, const std::string &path,
                       std::optional<std::size_t> layer = {})
    {
        const auto file = contents().openFile(root, {image, path, layer});
        return file ? images::readAll(file->get(), 1 << 20, "it").value_or("?") : file.error().message;
    }
    // Of layers and blobs.
    std::int64_t onDisk() const
    {
        std::int64_t bytes = bytesBelow(bench.root() + "/blobs");
        for (const auto &layer : fs::directory_iterator(bench.root() + "/layers"))
            bytes += bytesBelow(layer.path().string() + "/diff");
        return bytes;
    }
    static images::Images::UsersOf nobody()
    {
        return [](const std::string &) { return std::vector<images::Images::User>(); };
    }
    std::int64_t frees(const access::Peer &peer, const std::string &image)
    {
        const auto disk = bench.images->disk(peer, image, nobody());
        EXPECT_TRUE(disk) << disk.error().message;
        return disk ? disk->frees : -1;
    }
    // What the removal by id really frees.
    std::int64_t removed(const access::Peer &peer, const std::string &image)
    {
        const std::string id = bench.images->inspect(peer, image)->id;
        const std::int64_t before = onDisk();
        EXPECT_TRUE(bench.images->remove(peer, id, true, false, nobody()));
        bench.layers->waitForRemovals();
        return before - onDisk();
    }

    test::ImageBench bench;
};

TEST_F(ContentsTest, TellsOfLayers)
{
    load(root, {.layers = {baseLayer(), upperLayer()}, .names = {"demo:1"}});
    const auto found = contents().overview(root, "demo:1");
    ASSERT_TRUE(found) << found.error().message;
    EXPECT_EQ(found->id, bench.images->inspect(root, "demo:1")->id);
    EXPECT_EQ(found->size, bench.images->inspect(root, "demo:1")->size);
    EXPECT_EQ(found->files, 3);
    EXPECT_EQ(found->wastedBytes, 100'010);
    EXPECT_NEAR(found->efficiency, 3.0 / 100'013, 1e-9);
    ASSERT_EQ(found->layers.size(), 2U);
    EXPECT_EQ(found->layers[0].size, 100'010);
    EXPECT_EQ(found->layers[0].added, 5);
    EXPECT_EQ(found->layers[1].changed, 1);
    EXPECT_EQ(found->layers[1].removed, 2);
    EXPECT_EQ(found->layers[1].wastedBytes, 100'010);
    EXPECT_TRUE(found->layers[0].digest.starts_with("sha256:"));
    EXPECT_GT(found->layers[0].compressedSize, 100'000);
    ASSERT_EQ(found->waste.size(), 2U);
    EXPECT_EQ(found->waste[0].bytes, 100'000);
    EXPECT_EQ(found->waste[1].path, "/etc/passwd");
    EXPECT_EQ(found->waste[1].layers, (std::vector<std::int64_t>{0, 1}));
}

TEST_F(ContentsTest, ReadsFilesAndNothingOutside)
{
    load(root, {.layers = {baseLayer(), upperLayer()}, .names = {"demo:1"}});
    EXPECT_EQ(fileOf("demo:1", "/etc/passwd"), "new");
    EXPECT_EQ(fileOf("demo:1", "/etc/link"), "new");
    EXPECT_EQ(fileOf("demo:1", "/etc/passwd", 0), "0123456789") << "as it was after that layer";
    EXPECT_EQ(fileOf("demo:1", "/same", 0).size(), 100'000U);
    EXPECT_EQ(fileOf("demo:1", "/big"), "the image has no file /big");
    EXPECT_EQ(fileOf("demo:1", "/etc/out"), "the image has no file /etc/out") << "the host has one";
    EXPECT_EQ(fileOf("demo:1", "/../../etc/hostname"), "the image has no file /../../etc/hostname");
    EXPECT_EQ(fileOf("demo:1", "/etc"), "/etc is no regular file");
    EXPECT_TRUE(fileOf("demo:1", "/etc/passwd", 2).contains("no layer 2"));
    // Whatever becomes of the layer's folder, no link in it is followed.
    const std::string layer =
        bench.root() + "/layers/" + contents().overview(root, "demo:1")->layers[1].id + "/diff";
    fs::remove(layer + "/etc/passwd");
    fs::create_symlink("/etc/hostname", layer + "/etc/passwd");
    EXPECT_TRUE(fileOf("demo:1", "/etc/passwd").contains("opening etc/passwd"))
        << fileOf("demo:1", "/etc/passwd");
}

TEST_F(ContentsTest, AreSeenByThoseWhoSeeTheImage)
{
    load(ann, {.layers = {baseLayer()}, .names = {"hers:1"}});
    EXPECT_TRUE(contents().overview(ann, "hers:1"));
    EXPECT_TRUE(contents().overview(root, "hers:1"));
    const auto refused = [](const auto &result) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::NotFound);
        EXPECT_EQ(result.error().message, "No such image: hers:1");
    };
    refused(contents().overview(bob, "hers:1"));
    refused(contents().folder(bob, {"hers:1"}, ""));
    refused(contents().find(bob, {"hers:1"}, "a", 5));
    refused(contents().openFile(bob, {"hers:1", "/etc/passwd"}));
    refused(contents().packages(bob, "hers:1"));
    refused(bench.images->disk(bob, "hers:1", nobody()));
    load(bob, {.layers = {baseLayer()}, .names = {"his:1"}, .config = "{}"});
    refused(contents().compare(bob, {"his:1"}, "hers:1"));
    refused(contents().compare(bob, {"hers:1"}, "his:1"));
}

TEST_F(ContentsTest, ListsSearchesAndCompares)
{
    load(root, {.layers = {baseLayer()}, .names = {"one:1"}});
    load(root, {.layers = {baseLayer(), upperLayer()}, .names = {"two:1"}});
    const auto folder = contents().folder(root, {"two:1", "/etc"}, "");
    ASSERT_TRUE(folder);
    ASSERT_EQ(folder->entries.size(), 3U);
    EXPECT_EQ(folder->entries[0].target, "/etc/passwd");
    EXPECT_EQ(folder->entries[2].change, "changed");
    EXPECT_EQ(folder->entries[2].layer, 1);
    const auto changed = contents().folder(root, {"two:1", "/", 1}, "");
    ASSERT_EQ(changed->entries.size(), 3U);
    EXPECT_EQ(changed->entries[0].change, "removed");
    EXPECT_EQ(contents().find(root, {"two:1"}, "passwd", 9)->found.size(), 1U);
    const auto different = contents().compare(root, {"one:1"}, "two:1");
    ASSERT_TRUE(different);
    ASSERT_EQ(different->entries.size(), 3U);
    EXPECT_EQ(different->entries[1].name, "etc");
    EXPECT_EQ(different->entries[1].size, 10);
    EXPECT_EQ(different->entries[1].otherSize, 3);
    EXPECT_TRUE(contents().compare(root, {"one:1"}, "one:1")->entries.empty());
    EXPECT_FALSE(contents().folder(root, {"two:1", "/", 7}, ""));
}

TEST_F(ContentsTest, FindPackagesAndTheirLayers)
{
    const std::string bash =
        "Package: bash\nStatus: install ok installed\nVersion: 5.2\nArchitecture: amd64\n\n";
    const std::string curl =
        "Package: curl\nStatus: install ok installed\nVersion: 8\nArchitecture: amd64\n\n";
    const std::string newer =
        "Package: bash\nStatus: install ok installed\nVersion: 5.3\nArchitecture: amd64\n\n";
    const auto status = [](const std::string &text) {
        return Tar().add({.name = "var/lib/dpkg/status"}, text).bytes();
    };
    load(root, {.layers = {status(bash), status(bash + curl), baseLayer(), status(newer + curl)},
                .names = {"deb:1"}});
    const auto found = contents().packages(root, "deb:1");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->databases, std::vector<std::string>{"dpkg"});
    ASSERT_EQ(found->packages.size(), 2U);
    EXPECT_EQ(found->packages[0].version, "5.3");
    EXPECT_EQ(found->packages[0].layer, 3);
    EXPECT_EQ(found->packages[1].name, "curl");
    EXPECT_EQ(found->packages[1].layer, 1);
    EXPECT_TRUE(found->problems.empty());
    load(root, {.layers = {Tar()
                               .add({.name = "var/lib/dpkg/status.d/base"}, "Package: base\nVersion: 1\n")
                               .add({.name = "var/lib/dpkg/status.d/base.md5sums"}, "abc  usr/x\n")
                               .add({.name = "lib/apk/db/installed"}, "P:musl\nV:1\n\n")
                               .add({.name = "var/lib/rpm/Packages"}, "bdb")
                               .add({.name = "usr/lib/sysimage/rpm/rpmdb.sqlite"}, "damaged")
                               .bytes()},
                .names = {"all:1"}});
    const auto all = contents().packages(root, "all:1");
    ASSERT_TRUE(all);
    EXPECT_EQ(all->databases, (std::vector<std::string>{"apk", "rpm", "dpkg"}));
    ASSERT_EQ(all->packages.size(), 2U);
    EXPECT_EQ(all->packages[0].name, "base");
    ASSERT_EQ(all->problems.size(), 1U);
    EXPECT_TRUE(all->problems[0].starts_with("/usr/lib/sysimage/rpm/rpmdb.sqlite could not be read: "))
        << all->problems[0];
    EXPECT_TRUE(contents().packages(root, "all:1")->databases.size() == 3);
}

TEST_F(ContentsTest, SayWhatRemovalFrees)
{
    load(root, {.layers = {baseLayer()}, .names = {"base:1", "base:again"}});
    load(root, {.layers = {baseLayer(), upperLayer()}, .names = {"child:1"}, .filter = "gzip"});
    const auto disk = bench.images->disk(root, "child:1", nobody());
    ASSERT_TRUE(disk);
    EXPECT_EQ(disk->size, 100'013);
    EXPECT_EQ(disk->unique, 3);
    EXPECT_EQ(disk->shared, 100'010);
    ASSERT_EQ(disk->sharedWith.size(), 1U);
    EXPECT_EQ(disk->sharedWith[0].name, "base:1");
    EXPECT_EQ(disk->sharedWith[0].bytes, 100'010);
    EXPECT_GT(disk->frees, 3) << "blobs as well";
    const std::int64_t childFrees = disk->frees;
    EXPECT_EQ(removed(root, "child:1"), childFrees);
    const std::int64_t baseFrees = frees(root, "base:1");
    EXPECT_GT(baseFrees, 100'010);
    EXPECT_EQ(removed(root, "base:1"), baseFrees);
    EXPECT_EQ(onDisk(), 0);
}

TEST_F(ContentsTest, RemovalFreesNothingThatSomebodyNeeds)
{
    load(ann, {.layers = {baseLayer()}, .names = {"x:1"}});
    load(bob, {.layers = {baseLayer()}, .names = {"x:1"}});
    EXPECT_EQ(frees(ann, "x:1"), 0) << "it is bob's too";
    EXPECT_GT(frees(root, bench.images->inspect(ann, "x:1")->id), 100'000) << "root takes it from both";
    EXPECT_EQ(removed(ann, "x:1"), 0);
    const std::int64_t last = frees(bob, "x:1");
    EXPECT_GT(last, 100'000);
    const auto used = [](const std::string &) {
        return std::vector<images::Images::User>{{.containerId = "c", .owner = 1001}};
    };
    EXPECT_EQ(bench.images->disk(bob, "x:1", used)->frees, 0) << "a container needs it";
    EXPECT_EQ(removed(bob, "x:1"), last);
    load(root, {.layers = {baseLayer()}, .names = {"system:1"}});
    EXPECT_EQ(frees(ann, "system:1"), 0) << "not hers to remove";
}

TEST_F(ContentsTest, APrunesPreviewIsWhatItFrees)
{
    load(root, {.layers = {baseLayer()}, .names = {"a:1"}});
    load(root, {.layers = {baseLayer(), upperLayer()}, .names = {"b:1"}});
    load(root, {.layers = {Tar().add({.name = "c"}, "ccc").bytes(), upperLayer()}, .names = {"c:1"}});
    load(ann, {.layers = {Tar().add({.name = "d"}, "dddd").bytes()}, .names = {"d:1"}});
    const auto usedC = [&, id = bench.images->inspect(root, "c:1")->id](const std::string &image) {
        return image == id ? std::vector<images::Images::User>{{.containerId = "c"}}
                           : std::vector<images::Images::User>();
    };
    const api::Filters all{.values = {{"dangling", {"false"}}}};
    const auto preview = bench.images->previewPrune(root, all, usedC);
    ASSERT_TRUE(preview);
    ASSERT_EQ(preview->images.size(), 3U) << "root's and ann's, but for the one in use";
    std::int64_t sum = 0;
    for (const auto &image : preview->images)
        sum += image.frees;
    EXPECT_EQ(sum, preview->spaceReclaimed);
    // a and b have the base together: it is a part of its own, and goes with the second of them.
    std::int64_t together = 0, parts = 0;
    for (const auto &part : preview->parts) {
        parts += part.bytes;
        together += part.images.size() == 2 ? part.bytes : 0;
    }
    EXPECT_EQ(parts, preview->spaceReclaimed);
    EXPECT_GT(together, 0);
    EXPECT_LT(together, parts);
    EXPECT_TRUE(bench.images->previewPrune(root, {}, usedC)->images.empty()) << "all have names";
    EXPECT_EQ(bench.images->previewPrune(ann, all, usedC)->images.size(), 1U);
    const std::int64_t before = onDisk();
    EXPECT_EQ(bench.images->previewPrune(root, all, usedC)->spaceReclaimed, sum) << "nothing has changed";
    const auto pruned = bench.images->prune(root, all, usedC);
    ASSERT_TRUE(pruned);
    bench.layers->waitForRemovals();
    EXPECT_EQ(pruned->spaceReclaimed, sum);
    EXPECT_EQ(before - onDisk(), sum);
    EXPECT_TRUE(bench.images->inspect(root, "c:1"));
    EXPECT_FALSE(bench.images->inspect(root, "a:1"));
}

TEST_F(ContentsTest, IndicesOutliveTheEngineAndGoWithTheirLayers)
{
    load(root, {.layers = {baseLayer(), upperLayer()}, .names = {"demo:1"}});
    ASSERT_TRUE(contents().overview(root, "demo:1"));
    const auto indices = [&] {
        std::size_t count = 0;
        for (const auto &entry : fs::directory_iterator(bench.root() + "/layers"))
            count += fs::exists(entry.path() / "contents") ? 1 : 0;
        return count;
    };
    EXPECT_EQ(indices(), 2U);
    bench.reopen();
    EXPECT_EQ(indices(), 2U);
    EXPECT_EQ(contents().overview(root, "demo:1")->files, 3);
    (void)removed(root, "demo:1");
    EXPECT_EQ(indices(), 0U);
    EXPECT_EQ(bench.entries("trash"), 0U);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    if (argc > 1 && std::string_view(argv[1]) == images::rpmArgument)
        return images::runRpmChild();
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
