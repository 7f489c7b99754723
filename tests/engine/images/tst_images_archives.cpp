// Archives in and out: every form, and everything that can be wrong with one.
#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"
#include "tests/fakes/imagemaker.h"

#include <algorithm>
#include <random>

using namespace quayside;
using test::ImageShape;

namespace
{

const ImageShape demo{.layers = {test::smallRoot(), test::Tar().add({.name = "etc/motd"}, "hello\n").bytes()},
                      .names = {"demo:latest"}};

class ArchivesTest : public testing::Test
{
protected:
    void isDemo(const char *how)
    {
        const auto image = bench.images->resolve(test::rootPeer, "demo");
        ASSERT_TRUE(image) << how << ": " << image.error().message;
        EXPECT_EQ(image->id, test::imageId(demo)) << how;
        ASSERT_EQ(image->layers.size(), 2U) << how;
        EXPECT_EQ(bench.read(bench.root() + "/layers/" + image->layers[1] + "/diff/etc/motd"), "hello\n")
            << how;
        EXPECT_EQ(image->config.cmd, std::vector<std::string>{"sh"}) << how;
    }
    void remove(const std::string &name)
    {
        const auto removed = bench.images->remove(test::rootPeer, name, true, false, {});
        EXPECT_TRUE(removed) << removed.error().message;
        isEmpty("after removing " + name);
    }
    // Nothing left behind: no image, layer, draft, blob or spool folder.
    void isEmpty(const std::string &why)
    {
        bench.layers->waitForRemovals();
        EXPECT_EQ(bench.entries("layers"), 0U) << why;
        EXPECT_EQ(bench.entries("blobs/sha256"), 0U) << why;
        EXPECT_EQ(bench.entries("blobs"), 2U) << why;
        EXPECT_EQ(bench.entries("trash"), 0U) << why;
        EXPECT_TRUE(bench.images->list(test::rootPeer, true, {})->empty()) << why;
    }
    void refused(const std::string &archive, const std::string &says,
                 ErrorKind kind = ErrorKind::InvalidArgument)
    {
        const auto loaded = bench.load(archive);
        ASSERT_FALSE(loaded) << says;
        EXPECT_NE(loaded.error().message.find(says), std::string::npos) << loaded.error().message;
        EXPECT_EQ(loaded.error().kind, kind) << loaded.error().message;
        isEmpty(says);
    }

    test::ImageBench bench;
};

TEST_F(ArchivesTest, everyFormGivesTheSameImage)
{
    for (const char *filter : {"none", "gzip", "zstd", "xz"}) {
        ImageShape image = demo;
        image.filter = filter;
        const std::pair<const char *, std::string> archives[] = {
            {"docker-archive", test::dockerArchive({image})},
            {"OCI archive", test::ociArchive({image})},
            {"both in one", test::mixedArchive({image})}};
        for (const auto &[form, archive] : archives) {
            const auto loaded = bench.load(archive);
            ASSERT_TRUE(loaded) << form << ", layers " << filter << ": " << loaded.error().message;
            isDemo(form);
            remove("demo");
            // The archive itself compressed.
            ASSERT_TRUE(bench.load(test::compress(archive, filter))) << form << " in " << filter;
            isDemo(form);
            remove("demo");
        }
    }
}

TEST_F(ArchivesTest, filesInAnyOrder)
{
    std::vector<test::NamedFile> files = test::dockerFiles({demo});
    std::mt19937 random(7);
    for (int i = 0; i < 4; ++i) {
        std::ranges::shuffle(files, random);
        ASSERT_TRUE(bench.load(test::tarOf(files)));
        isDemo("shuffled");
        remove("demo");
    }
}

TEST_F(ArchivesTest, saysWhatItLoaded)
{
    ImageShape unnamed = demo;
    unnamed.layers.pop_back();
    unnamed.names.clear();
    ASSERT_TRUE(bench.load(test::dockerArchive({demo, unnamed})));
    EXPECT_TRUE(std::ranges::contains(bench.lines, "{\"stream\":\"Loaded image: demo:latest\\n\"}"));
    EXPECT_TRUE(std::ranges::contains(bench.lines,
                                      "{\"stream\":\"Loaded image ID: " + test::imageId(unnamed) + "\\n\"}"));
    EXPECT_TRUE(
        std::ranges::any_of(bench.lines, [](const auto &line) { return line.contains("Loading layer"); }));
    EXPECT_TRUE(std::ranges::any_of(bench.events, [](const api::Event &event) {
        return event.type == "image" && event.action == "load" && event.actor.id == test::imageId(demo);
    }));
}

TEST_F(ArchivesTest, whatGoesOutComesInAgain)
{
    for (const char *filter : {"none", "gzip", "zstd"}) {
        ImageShape image = demo;
        image.filter = filter;
        ASSERT_TRUE(bench.load(test::ociArchive({image})));
        const auto saved = bench.save({"demo"});
        ASSERT_TRUE(saved) << saved.error().message;
        EXPECT_EQ(*bench.save({"demo:latest"}), *saved) << "the same image gives the same bytes";
        remove("demo");
        ASSERT_TRUE(bench.load(*saved));
        isDemo("saved");
        // As an OCI layout alone, too.
        remove("demo");
    }
    EXPECT_EQ(bench.save({"demo"}).error().kind, ErrorKind::NotFound);
}

TEST_F(ArchivesTest, allImagesOrNone)
{
    ImageShape broken{.layers = {test::smallRoot()}, .names = {"broken:latest"}};
    broken.layers[0] += "x"; // its diff id still fits; the entry that escapes comes with the next line
    broken.layers = {test::Tar().add({.name = "../escape"}, "x").bytes()};
    refused(test::dockerArchive({demo, broken}), "../escape");
}

TEST_F(ArchivesTest, missingParts)
{
    const std::vector<test::NamedFile> docker = test::dockerFiles({demo}), oci = test::ociFiles({demo});
    for (const std::vector<test::NamedFile> *files : {&docker, &oci}) {
        for (std::size_t i = 0; i < files->size(); ++i) {
            std::vector<test::NamedFile> rest = *files;
            if (rest[i].name == "repositories")
                continue;
            rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_FALSE(bench.load(test::tarOf(rest))) << "without " << (*files)[i].name;
            isEmpty((*files)[i].name);
        }
    }
    refused(test::smallRoot(), "neither manifest.json");
    refused("", "neither manifest.json");
}

TEST_F(ArchivesTest, truncatedAtAnyPlace)
{
    ImageShape image = demo;
    image.filter = "gzip";
    for (const std::string &archive :
         {test::ociArchive({image}), test::compress(test::dockerArchive({image}), "gzip")}) {
        // Without the closing zero blocks (the last 1024 bytes) and what fills up the last file's block it is still whole.
        for (std::size_t i = 0; i < 40; ++i) {
            const std::size_t tail = archive.starts_with("\x1f\x8b") ? 1 : 1024 + 512;
            const std::size_t cut = (archive.size() - tail) * i / 39;
            EXPECT_FALSE(bench.load(archive.substr(0, cut))) << "cut at " << cut << " of " << archive.size();
            isEmpty("cut at " + std::to_string(cut));
        }
    }
}

TEST_F(ArchivesTest, oneFlippedByteIsFound)
{
    std::mt19937 random(11);
    ImageShape image = demo;
    image.filter = "gzip";
    const std::vector<test::NamedFile> whole = test::ociFiles({image});
    for (const test::NamedFile &file : whole) {
        if (!file.name.starts_with("blobs/"))
            continue;
        std::vector<test::NamedFile> files = whole;
        auto &content = std::ranges::find(files, file.name, &test::NamedFile::name)->content;
        content[random() % content.size()] ^= 1;
        EXPECT_FALSE(bench.load(test::tarOf(files))) << file.name;
        isEmpty(file.name);
    }
}

TEST_F(ArchivesTest, manifestsThatLie)
{
    ImageShape image = demo;
    image.document =
        R"({"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":[")" +
        images::digestOf(image.layers[0]) + "\"]}}";
    refused(test::dockerArchive({image}), "has 2 layers");
    image.document =
        R"({"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":["sha256:)" +
        std::string(64, 'a') + "\",\"sha256:" + std::string(64, 'b') + "\"]}}";
    refused(test::dockerArchive({image}), "another one");
    for (const std::string document :
         {"", "[]", "{", R"({"rootfs":{"type":"layers","diff_ids":["../../x"]}})", R"({"config":{}})",
          R"({"rootfs":{"type":"layers","diff_ids":[]},"rootfs":{}})",
          R"({"rootfs":{"type":"layers"},"Rootfs":{"type":"layers"}})"}) {
        std::vector<test::NamedFile> files{
            {"config.json", document},
            {"manifest.json", R"([{"Config":"config.json","RepoTags":["a:b"],"Layers":[]}])"}};
        EXPECT_FALSE(bench.load(test::tarOf(files))) << document;
        isEmpty(document);
    }
    std::vector<test::NamedFile> files{{"x", "{}"}};
    for (const std::string manifest :
         {"", "{}", "[", "[1]", "[{}]", R"([{"Config":"../../../etc/passwd","Layers":[]}])",
          R"([{"Config":"/etc/passwd","Layers":[]}])", R"([{"Config":"x","config":"y","Layers":[]}])",
          R"([{"Config":"x","RepoTags":["UPPER:x"],"Layers":[]}])", "[]"}) {
        files.resize(1);
        files.push_back({"manifest.json", manifest});
        EXPECT_FALSE(bench.load(test::tarOf(files))) << manifest;
        isEmpty(manifest);
    }
}

TEST_F(ArchivesTest, linksInTheArchiveStayInside)
{
    std::vector<test::NamedFile> files = test::dockerFiles({demo});
    test::Tar tar;
    tar.add({.name = "manifest.json"}, R"([{"Config":"c","RepoTags":[],"Layers":[]}])");
    tar.add({.name = "c", .type = '2', .link = "/etc/passwd"});
    refused(tar.bytes(), "\"c\"", ErrorKind::Internal);
    test::Tar up;
    up.add({.name = "manifest.json"}, R"([{"Config":"c","RepoTags":[],"Layers":[]}])");
    up.add({.name = "c", .type = '2', .link = "../../quayside.db"});
    EXPECT_FALSE(bench.load(up.bytes()));
    // As docker save made them before 25.
    ImageShape twice = demo;
    twice.layers = {demo.layers[0], demo.layers[0]};
    ASSERT_TRUE(bench.load(test::dockerArchive({twice})));
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "demo")->layers.size(), 2U);
}

TEST_F(ArchivesTest, ofAnIndexTheHostsPlatform)
{
    ImageShape foreign = demo;
    foreign.architecture = "s390x";
    foreign.layers.pop_back();
    const auto mine = test::ociFiles({demo}), other = test::ociFiles({foreign});
    const auto manifest = [](const std::vector<test::NamedFile> &files) {
        return std::ranges::find_if(
                   files, [](const auto &file) { return file.content.contains("image.manifest.v1"); })
            ->content;
    };
    const auto entry = [](const std::string &content, const std::string &architecture) {
        return R"({"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":")" +
               images::digestOf(content) + R"(","size":)" + std::to_string(content.size()) +
               R"(,"platform":{"os":"linux","architecture":")" + architecture + "\"}}";
    };
    const std::string inner =
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[)" +
        entry(manifest(other), "s390x") + "," + entry(manifest(mine), "amd64") + "]}";
    const std::string outer =
        R"({"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.index.v1+json","digest":")" +
        images::digestOf(inner) + R"(","size":)" + std::to_string(inner.size()) +
        R"(,"annotations":{"org.opencontainers.image.ref.name":"docker.io/library/demo:latest"}}]})";
    std::vector<test::NamedFile> files;
    for (const auto &list : {mine, other}) {
        for (const auto &file : list) {
            if (file.name.starts_with("blobs/") &&
                std::ranges::find(files, file.name, &test::NamedFile::name) == files.end())
                files.push_back(file);
        }
    }
    files.push_back({"oci-layout", R"({"imageLayoutVersion":"1.0.0"})"});
    files.push_back({"blobs/sha256/" + images::hexOf(images::digestOf(inner)), inner});
    files.push_back({"index.json", outer});
    const auto loaded = bench.load(test::tarOf(files));
    ASSERT_TRUE(loaded) << loaded.error().message;
    isDemo("nested index");
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
