// Death while loading, a full disk, 100,000 files.
#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"
#include "tests/fakes/imagemaker.h"

#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include <chrono>
#include <random>
#include <thread>

using namespace quayside;
using test::ImageShape;

namespace
{

ImageShape threeLayers()
{
    ImageShape image{.names = {"demo:latest"}};
    for (int number = 0; number < 3; ++number) {
        test::Tar layer;
        for (int i = 0; i < 300; ++i)
            layer.add({.name = std::format("layer{}/file{}", number, i)},
                      std::string(2000, static_cast<char>('a' + number)));
        image.layers.push_back(layer.bytes());
    }
    image.filter = "gzip";
    return image;
}

// What `argv[0] --load ROOT ARCHIVE` does: a process to be killed.
int loadAndExit(const std::string &root, const std::string &archive)
{
    auto records = Records::open(root + "/quayside.db");
    auto layers = storage::LayerStore::open(root);
    if (!records || !layers)
        return 1;
    auto images = images::Images::open({.root = root}, **records, **layers, {});
    const std::string bytes = test::ImageBench::read(archive);
    images::StringSource source(bytes);
    return images && (*images)->load(test::rootPeer, source, {}, {}) ? 0 : 1;
}

TEST(Faults, killedWhileLoadingTheImageIsWholeOrAbsent)
{
    test::ImageBench bench;
    const ImageShape image = threeLayers();
    const std::string archive = bench.temporary() + "/archive.tar";
    std::ofstream(archive) << test::dockerArchive({image});
    bench.close();
    const auto run = [&](std::chrono::microseconds until) {
        const pid_t pid = ::fork();
        if (pid == 0) {
            ::execl("/proc/self/exe", "loader", "--load", bench.root().c_str(), archive.c_str(), nullptr);
            ::_exit(127);
        }
        std::this_thread::sleep_for(until);
        ::kill(pid, SIGKILL);
        int status = 0;
        ::waitpid(pid, &status, 0);
        return WIFEXITED(status);
    };
    // How long it takes undisturbed sets where to aim.
    const auto start = std::chrono::steady_clock::now();
    int status = 0;
    if (const pid_t pid = ::fork(); pid == 0) {
        ::execl("/proc/self/exe", "loader", "--load", bench.root().c_str(), archive.c_str(), nullptr);
        ::_exit(127);
    } else {
        ::waitpid(pid, &status, 0);
    }
    ASSERT_EQ(status, 0);
    auto whole =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);

    std::mt19937 random(std::random_device{}());
    int absent = 0, killed = 0;
    for (int round = 0; round < 30; ++round) {
        bench.open();
        (void)bench.images->remove(test::rootPeer, "demo", true, false, {});
        bench.layers->waitForRemovals();
        EXPECT_EQ(bench.entries("layers"), 0U);
        bench.close();
        if (run(whole * static_cast<int>(random() % 100) / 100))
            whole = whole * 9 / 10; // the first load, which was timed, found the machine busier
        else
            ++killed;
        bench.open(); // within the time that the dead one's child needs to notice
        bench.layers->waitForRemovals();
        const auto found = bench.images->resolve(test::rootPeer, "demo");
        if (found) {
            EXPECT_EQ(found->id, test::imageId(image));
            for (const auto &layer : found->layers)
                EXPECT_TRUE(bench.layers->contains(layer));
            EXPECT_TRUE(bench.save({"demo"}));
        } else {
            ++absent;
            EXPECT_EQ(bench.entries("layers"), 0U) << round;
            EXPECT_EQ(bench.entries("blobs/sha256"), 0U) << round;
        }
        EXPECT_EQ(bench.entries("blobs"), 2U) << round;
        EXPECT_EQ(bench.entries("trash"), 0U) << round;
        bench.close();
    }
    EXPECT_GT(killed, 10);
    EXPECT_GT(absent, 0);
}

TEST(Faults, aFullDiskIsOneErrorAndLeavesNothing)
{
    test::ImageBench bench;
    bench.close();
    const std::string root = bench.root();
    ASSERT_EQ(::mount("tmpfs", root.c_str(), "tmpfs", 0, "size=4m"), 0);
    bench.open();
    ImageShape image{.layers = {test::Tar().add({.name = "big"}, std::string(3 << 20, 'x')).bytes()},
                     .names = {"big:latest"}};
    const auto loaded = bench.load(test::dockerArchive({image}));
    EXPECT_FALSE(loaded);
    EXPECT_EQ(loaded.error().kind, ErrorKind::NoSpace) << loaded.error().message;
    bench.layers->waitForRemovals();
    EXPECT_EQ(bench.entries("layers"), 0U);
    EXPECT_EQ(bench.entries("blobs"), 2U);
    EXPECT_EQ(bench.entries("blobs/sha256"), 0U);
    image.layers = {test::smallRoot()};
    EXPECT_TRUE(bench.load(test::dockerArchive({image}))) << "the place is free again";
    EXPECT_TRUE(bench.images->remove(test::rootPeer, "big", false, false, {}));
    bench.close();
    ::umount2(root.c_str(), MNT_DETACH);
}

TEST(Faults, aHundredThousandFiles)
{
    test::Tar layer;
    const std::string content(100, 'c');
    for (int folder = 0; folder < 1000; ++folder) {
        for (int file = 0; file < 100; ++file)
            layer.add({.name = std::format("usr/lib/d{}/f{}", folder, file)}, content);
    }
    test::ImageBench bench;
    const ImageShape image{.layers = {layer.bytes()}, .names = {"many:latest"}};
    const auto loaded = bench.load(test::dockerArchive({image}));
    ASSERT_TRUE(loaded) << loaded.error().message;
    EXPECT_EQ(bench.images->inspect(test::rootPeer, "many")->size, 10'000'000);
    const std::string last = bench.root() + "/layers/" +
                             bench.images->resolve(test::rootPeer, "many")->layers[0] +
                             "/diff/usr/lib/d999/f99";
    EXPECT_EQ(bench.read(last), content);
    ASSERT_TRUE(bench.images->remove(test::rootPeer, "many", false, false, {}));
    EXPECT_FALSE(std::filesystem::exists(last));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    if (argc == 4 && std::string_view(argv[1]) == "--load")
        return loadAndExit(argv[2], argv[3]);
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
