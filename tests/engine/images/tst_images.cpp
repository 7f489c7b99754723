// The catalog: names, list, inspect, history, tag, remove, import, starters.
#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"
#include "tests/fakes/imagemaker.h"

#include <algorithm>

using namespace quayside;
using test::ImageShape;

namespace
{

const ImageShape base{.layers = {test::smallRoot()}, .names = {"base:1.0", "team/base:1.0"}};
const ImageShape child{.layers = {test::smallRoot(), test::Tar().add({.name = "app"}, "app!").bytes()},
                       .names = {"child:latest"},
                       .config = R"({"Cmd":["/app"],"Labels":{"tier":"web","Tier":"x"}})"};

class ImagesTest : public testing::Test
{
protected:
    ImagesTest()
    {
        const auto loaded = bench.load(test::dockerArchive({base, child}));
        EXPECT_TRUE(loaded) << loaded.error().message;
        bench.events.clear();
    }
    std::vector<std::string> listed(const std::map<std::string, std::vector<std::string>> &filters)
    {
        api::Filters all;
        all.values = filters;
        const auto list = bench.images->list(test::rootPeer, false, all);
        EXPECT_TRUE(list) << list.error().message;
        std::vector<std::string> names;
        for (const auto &image : list.value_or(std::vector<api::ImageSummary>()))
            names.push_back(image.repoTags.empty() ? "<none>" : image.repoTags.front());
        std::ranges::sort(names);
        return names;
    }
    std::vector<std::string> actions() const
    {
        std::vector<std::string> list;
        for (const api::Event &event : bench.events)
            list.push_back(event.action + " " + event.actor.attributes.at("name"));
        return list;
    }
    static images::Images::UsersOf users(std::vector<images::Images::User> list)
    {
        return [list = std::move(list)](const std::string &) { return list; };
    }
    using Names = std::vector<std::string>;

    test::ImageBench bench;
};

TEST_F(ImagesTest, resolvesAsDockerDoes)
{
    const std::string id = test::imageId(child), hex = images::hexOf(id);
    for (const std::string &name :
         {std::string("child"), std::string("child:latest"), std::string("docker.io/library/child"),
          std::string("library/child:latest"), id, hex, hex.substr(0, 12), "sha256:" + hex.substr(0, 20),
          "child@" + id}) {
        const auto image = bench.images->resolve(test::rootPeer, name);
        ASSERT_TRUE(image) << name << ": " << image.error().message;
        EXPECT_EQ(image->id, id) << name;
        EXPECT_EQ(image->layers.size(), 2U);
    }
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "docker.io/library/child")->name, "child:latest");
    const auto missing = bench.images->resolve(test::rootPeer, "base");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(missing.error().message, "No such image: base:latest");
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "UPPER").error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "../x").error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "").error().kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "sha256:" + std::string(64, '0')).error().kind,
              ErrorKind::NotFound);
    // "sha256:" alone fits both.
    const auto ambiguous = bench.images->resolve(test::rootPeer, "sha256:");
    EXPECT_FALSE(ambiguous);
}

TEST_F(ImagesTest, aPrefixOfTwoIdsIsAmbiguous)
{
    // More images than first hex digits there are: one digit must fit two of them.
    for (int i = 0; i < 17; ++i) {
        ImageShape image = base;
        image.names.clear();
        image.config = R"({"Cmd":[")" + std::to_string(i) + "\"]}";
        ASSERT_TRUE(bench.load(test::dockerArchive({image})));
    }
    const auto list = bench.images->list(test::rootPeer, true, {});
    bool found = false;
    for (const char digit : std::string("0123456789abcdef")) {
        const auto fitting =
            std::ranges::count_if(*list, [&](const auto &image) { return image.id[7] == digit; });
        const auto image = bench.images->resolve(test::rootPeer, std::string(1, digit));
        EXPECT_EQ(image.has_value(), fitting == 1) << digit;
        if (fitting > 1) {
            found = true;
            EXPECT_NE(image.error().message.find("ambiguous"), std::string::npos);
        }
    }
    EXPECT_TRUE(found);
}

TEST_F(ImagesTest, survivesARestart)
{
    bench.reopen();
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "child")->id, test::imageId(child));
    EXPECT_EQ(listed({}), (Names{"base:1.0", "child:latest"}));
    EXPECT_EQ(bench.entries("layers"), 2U);
}

TEST_F(ImagesTest, filtersOfTheList)
{
    EXPECT_EQ(listed({{"reference", {"child"}}}), Names{"child:latest"});
    EXPECT_EQ(listed({{"reference", {"base:*"}}}), Names{"base:1.0"});
    EXPECT_EQ(listed({{"reference", {"*/base"}}}), Names{"team/base:1.0"});
    EXPECT_EQ(listed({{"reference", {"b*", "c*"}}}), (Names{"base:1.0", "child:latest"}));
    EXPECT_EQ(listed({{"label", {"tier=web"}}}), Names{"child:latest"});
    EXPECT_EQ(listed({{"label", {"nothing"}}}), Names{});
    EXPECT_EQ(listed({{"dangling", {"true"}}}), Names{});
    EXPECT_EQ(listed({{"dangling", {"false"}}}), (Names{"base:1.0", "child:latest"}));
    EXPECT_EQ(listed({{"id", {images::hexOf(test::imageId(child)).substr(0, 8)}}}), Names{"child:latest"});
    EXPECT_EQ(listed({{"before", {"child"}}}), Names{}) << "both were made at the same time";
    EXPECT_EQ(listed({{"until", {"2024-01-02T03:04:06Z"}}}), (Names{"base:1.0", "child:latest"}));
    EXPECT_EQ(listed({{"until", {"2024-01-02T03:04:05Z"}}}), Names{});
    api::Filters unknown;
    unknown.values = {{"colour", {"red"}}};
    EXPECT_EQ(bench.images->list(test::rootPeer, false, unknown).error().kind, ErrorKind::InvalidArgument);
}

TEST_F(ImagesTest, inspectAndHistory)
{
    const auto image = bench.images->inspect(test::rootPeer, "child");
    ASSERT_TRUE(image);
    EXPECT_EQ(image->id, test::imageId(child));
    EXPECT_EQ(image->repoTags, Names{"child:latest"});
    EXPECT_EQ(image->architecture, "amd64");
    EXPECT_EQ(image->rootFS.layers,
              (Names{images::digestOf(child.layers[0]), images::digestOf(child.layers[1])}));
    EXPECT_EQ(image->config.labels.at("Tier"), "x");
    EXPECT_GT(image->size, 4);
    const auto history = bench.images->history(test::rootPeer, "child");
    ASSERT_TRUE(history);
    ASSERT_EQ(history->size(), 2U);
    EXPECT_EQ(history->front().id, test::imageId(child));
    EXPECT_EQ(history->front().size, 4);
    EXPECT_EQ(history->front().created, 1704164645);
    EXPECT_EQ(history->back().id, "<missing>");
}

TEST_F(ImagesTest, tagsMoveAndCount)
{
    ASSERT_TRUE(bench.images->tag(test::rootPeer, "child", "localhost:5000/Me/x", "v1")
                    .error()
                    .message.contains("must be lowercase"));
    ASSERT_TRUE(bench.images->tag(test::rootPeer, "child", "localhost:5000/me/x", "v1"));
    ASSERT_TRUE(bench.images->tag(test::rootPeer, "base:1.0", "child", ""));
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "child")->id, test::imageId(base));
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "localhost:5000/me/x:v1")->id, test::imageId(child));
    EXPECT_EQ(actions(), (Names{"tag localhost:5000/me/x:v1", "tag child:latest"}));
    EXPECT_FALSE(bench.images->tag(test::rootPeer, "child", "x", "bad/tag"));
    EXPECT_FALSE(bench.images->tag(test::rootPeer, "child", "", "x"));
    EXPECT_FALSE(bench.images->tag(test::rootPeer, "child", std::string(64, 'a'), "x"));
    EXPECT_EQ(bench.images->tag(test::rootPeer, "nothing", "x", "y").error().kind, ErrorKind::NotFound);
}

TEST_F(ImagesTest, removesNamesThenTheImage)
{
    const auto first = bench.images->remove(test::rootPeer, "base:1.0", false, false, {});
    ASSERT_TRUE(first) << first.error().message;
    ASSERT_EQ(first->size(), 1U);
    EXPECT_EQ(first->front().untagged, "base:1.0");
    const auto second = bench.images->remove(test::rootPeer, "team/base:1.0", false, false, {});
    ASSERT_TRUE(second);
    ASSERT_EQ(second->size(), 2U) << "its layer is the child's as well";
    EXPECT_EQ((*second)[1].deleted, test::imageId(base));
    EXPECT_EQ(bench.entries("layers"), 2U);
    EXPECT_TRUE(bench.images->resolve(test::rootPeer, "child"));
    EXPECT_EQ(actions(), (Names{"untag base:1.0", "untag team/base:1.0", "delete " + test::imageId(base)}));
    const auto third = bench.images->remove(test::rootPeer, images::hexOf(test::imageId(child)).substr(0, 10),
                                            false, false, {});
    ASSERT_TRUE(third);
    EXPECT_EQ(third->size(), 4U);
    EXPECT_EQ(bench.entries("layers"), 0U);
    EXPECT_EQ(bench.entries("blobs/sha256"), 0U);
    EXPECT_EQ(bench.images->remove(test::rootPeer, "child", false, false, {}).error().message,
              "No such image: child:latest");
}

TEST_F(ImagesTest, removalConflicts)
{
    const std::string container(64, 'c'), id = images::hexOf(test::imageId(child)),
                                          shortId = id.substr(0, 12);
    const auto message = [&](const std::string &name, bool force, bool running) {
        const auto removed =
            bench.images->remove(test::rootPeer, name, force, false, users({{container, running}}));
        return removed ? std::string("removed") : removed.error().message;
    };
    EXPECT_EQ(message("child", false, true),
              "conflict: unable to remove repository reference \"child\" (must force) - container "
              "cccccccccccc is using its referenced image " +
                  shortId);
    EXPECT_EQ(message(id, false, false),
              "conflict: unable to delete " + shortId +
                  " (must be forced) - image is being used by stopped container cccccccccccc");
    EXPECT_EQ(message(id, true, true),
              "conflict: unable to delete " + shortId +
                  " (cannot be forced) - image is being used by running container cccccccccccc");
    const std::string baseId = images::hexOf(test::imageId(base));
    const auto referenced = bench.images->remove(test::rootPeer, baseId, false, false, {});
    ASSERT_FALSE(referenced);
    EXPECT_EQ(referenced.error().message,
              "conflict: unable to delete " + baseId.substr(0, 12) +
                  " (must be forced) - image is referenced in multiple repositories");
    EXPECT_EQ(bench.images->remove(test::rootPeer, baseId, true, false, {})->size(), 3U);

    // By force the name goes; the layers stay for the container.
    const auto forced =
        bench.images->remove(test::rootPeer, "child", true, false, users({{container, true}}));
    ASSERT_TRUE(forced);
    EXPECT_EQ(forced->size(), 1U);
    EXPECT_FALSE(bench.images->resolve(test::rootPeer, "child"));
    EXPECT_EQ(bench.images->resolve(test::rootPeer, id)->layers.size(), 2U);
    EXPECT_EQ(bench.entries("layers"), 2U);
    EXPECT_EQ(listed({{"dangling", {"true"}}}), Names{"<none>"});
}

TEST_F(ImagesTest, importsARootFileSystem)
{
    const std::string tar = test::smallRoot();
    images::StringSource source(tar);
    const auto id = bench.images->import(test::rootPeer, source, "mine", "v1", "from a test",
                                         {"CMD [\"/bin/true\", \"x\"]", "ENV A=1 B=\"two words\"",
                                          "EXPOSE 80 53/udp", "WORKDIR /srv", "LABEL x=y", "USER web",
                                          "VOLUME /data", "STOPSIGNAL SIGINT", "ENTRYPOINT exec x"},
                                         {});
    ASSERT_TRUE(id) << id.error().message;
    const auto image = bench.images->inspect(test::rootPeer, "mine:v1");
    ASSERT_TRUE(image);
    EXPECT_EQ(image->id, *id);
    EXPECT_EQ(image->config.cmd, (Names{"/bin/true", "x"}));
    EXPECT_EQ(image->config.env, (Names{"A=1", "B=two words"}));
    EXPECT_EQ(image->config.exposedPorts, (std::set<std::string>{"53/udp", "80/tcp"}));
    EXPECT_EQ(image->config.entrypoint, (Names{"/bin/sh", "-c", "exec x"}));
    EXPECT_EQ(image->config.workingDir, "/srv");
    EXPECT_EQ(image->config.user, "web");
    EXPECT_EQ(image->config.stopSignal, "SIGINT");
    EXPECT_EQ(image->comment, "from a test");
    EXPECT_EQ(actions().front(), "import mine:v1");
    bench.reopen();
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "mine:v1")->id, *id);
}

TEST_F(ImagesTest, badImportsLeaveNothing)
{
    const auto layers = bench.entries("layers"), blobs = bench.entries("blobs/sha256");
    const std::string tar = test::smallRoot();
    const auto import = [&](const std::string &bytes, const std::string &name,
                            const std::vector<std::string> &changes) {
        images::StringSource source(bytes);
        return bench.images->import(test::rootPeer, source, name, "", "", changes, {});
    };
    EXPECT_FALSE(import("", "x", {}));
    EXPECT_FALSE(import("no tar at all", "x", {}));
    EXPECT_FALSE(import(tar.substr(0, tar.size() / 2), "x", {}));
    EXPECT_FALSE(import(tar.substr(0, tar.size() - 1024), "x", {}));
    EXPECT_FALSE(import(tar, "UPPER", {}));
    for (const char *change : {"RUN rm -rf /", "CMD", "ENV =x", "EXPOSE 99999", "EXPOSE 80/icmp",
                               "STOPSIGNAL rm -rf", "ONBUILD FROM x", "LABEL 'open"})
        EXPECT_EQ(import(tar, "x", {change}).error().kind, ErrorKind::InvalidArgument) << change;
    EXPECT_FALSE(
        import(test::Tar().add({.name = "dev/sda", .type = '4', .deviceMajor = 8}).bytes(), "x", {}));
    bench.layers->waitForRemovals();
    EXPECT_EQ(bench.entries("layers"), layers);
    EXPECT_EQ(bench.entries("blobs/sha256"), blobs);
    EXPECT_FALSE(bench.images->resolve(test::rootPeer, "x"));
}

TEST_F(ImagesTest, aDamagedRecordBreaksOnlyItsImage)
{
    ASSERT_TRUE(bench.records->put("image", test::imageId(base), "{\"configuration\":\"{}\"}"));
    bench.reopen();
    EXPECT_TRUE(bench.images->resolve(test::rootPeer, "child"));
    const auto damaged = bench.images->resolve(test::rootPeer, "base:1.0");
    ASSERT_FALSE(damaged);
    EXPECT_NE(damaged.error().message.find(test::imageId(base)), std::string::npos)
        << damaged.error().message;
    ASSERT_TRUE(bench.load(test::dockerArchive({base}))) << "loading again repairs it";
    EXPECT_TRUE(bench.images->resolve(test::rootPeer, "base:1.0"));
}

TEST_F(ImagesTest, startersAreMadeOnce)
{
    const std::string hello = bench.temporary() + "/starters";
    std::filesystem::create_directory(hello);
    std::ofstream(hello + "/quayside-hello") << "a program";
    bench.starterFolder = hello;
    bench.reopen();
    const auto made = bench.images->makeStarters();
    ASSERT_TRUE(made) << made.error().message;
    const auto first = bench.images->resolve(test::rootPeer, "quayside/hello"),
               busybox = bench.images->resolve(test::rootPeer, "busybox");
    ASSERT_TRUE(first && busybox);
    EXPECT_EQ(first->config.cmd, Names{"/hello"});
    EXPECT_EQ(busybox->config.cmd, Names{"sh"});
    const std::string diff = bench.root() + "/layers/" + busybox->layers[0] + "/diff";
    EXPECT_EQ(std::filesystem::read_symlink(diff + "/bin/sh"), "/bin/busybox");
    EXPECT_TRUE(bench.read(diff + "/etc/passwd").starts_with("root:x:0:0:"));

    ASSERT_TRUE(bench.images->remove(test::rootPeer, "busybox", false, false, {}));
    ASSERT_TRUE(bench.images->makeStarters());
    bench.reopen();
    ASSERT_TRUE(bench.images->makeStarters());
    EXPECT_FALSE(bench.images->resolve(test::rootPeer, "busybox")) << "removed by the user: it stays away";

    // Somebody who needs it gets one of his own.
    const access::Peer user{.uid = 1000};
    const auto own = bench.images->provideStarter(user, "busybox");
    ASSERT_TRUE(own) << own.error().message;
    EXPECT_EQ(*own, busybox->id) << "the same files are the same image";
    EXPECT_EQ(bench.images->provideStarter(user, "busybox:latest").value_or(""), *own);
    EXPECT_TRUE(bench.images->resolve(user, "busybox"));
    EXPECT_FALSE(bench.images->resolve(access::Peer{.uid = 1001}, "busybox"));
    EXPECT_EQ(bench.images->provideStarter(user, "quayside/hello").value_or(""), first->id) << "the system's";
    EXPECT_EQ(bench.images->provideStarter(user, "debian").error().kind, ErrorKind::NotFound);

    test::ImageBench other;
    other.starterFolder = hello;
    other.reopen();
    ASSERT_TRUE(other.images->makeStarters());
    EXPECT_EQ(other.images->resolve(test::rootPeer, "quayside/hello")->id, first->id);
    EXPECT_EQ(other.images->resolve(test::rootPeer, "busybox")->id, busybox->id);
}

TEST_F(ImagesTest, aRootOfTheImageOpens)
{
    const auto image = bench.images->resolve(test::rootPeer, "child");
    const auto root = bench.layers->openRoot(std::string(64, 'e'), image->layers);
    ASSERT_TRUE(root) << root.error().message;
    EXPECT_EQ(::faccessat(root->lower[0].get(), "app", F_OK, 0), 0) << "the topmost layer comes first";
    EXPECT_EQ(::faccessat(root->lower[1].get(), "bin/true", F_OK, 0), 0);
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
