// Files on their way into volumes: new ones, ones that are there, copies.
#include "engine/volumes/movetree.h"
#include "engine/volumes/volumes.h"
#include "tests/fakes/memoryrecords.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace quayside;
namespace fs = std::filesystem;

namespace
{

class DraftTest : public testing::Test
{
protected:
    DraftTest()
    {
        open();
        make("data");
        write(data("data") + "/kept", "old");
        write(data("data") + "/same", "old");
        fs::create_directories(data("data") + "/sub");
        write(data("data") + "/sub/mine", "old");
    }
    void open()
    {
        volumes.reset();
        auto opened = volumes::Volumes::open(temp.path(), records, [this](const api::Event &event) {
            events.push_back(event.action + " " + event.actor.id);
        });
        ASSERT_TRUE(opened) << opened.error().message;
        volumes = *std::move(opened);
    }
    void make(const std::string &name, std::map<std::string, std::string> options = {}) const
    {
        const auto made = volumes->create(
            {.uid = 1000}, {.name = name, .labels = {{"tier", "db"}}, .options = std::move(options)});
        ASSERT_TRUE(made) << made.error().message;
    }
    static void write(const std::string &path, const std::string &text) { std::ofstream(path) << text; }
    static std::string read(const std::string &path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    [[nodiscard]] std::string data(const std::string &name) const
    {
        return temp.path() + "/volumes/.1000/" + name + "/_data";
    }
    [[nodiscard]] std::string pathOf(const volumes::VolumeDraft &draft) const
    {
        return temp.path() + "/volumes/" + draft.name() + "/_data";
    }
    [[nodiscard]] int drafts() const
    {
        int count = 0;
        for (const auto &entry : fs::directory_iterator(temp.path() + "/volumes"))
            count += entry.path().filename().string().starts_with(".draft-") ? 1 : 0;
        return count;
    }
    [[nodiscard]] volumes::VolumeDraft filled() const
    {
        auto draft = volumes->draft();
        EXPECT_TRUE(draft) << draft.error().message;
        write(pathOf(*draft) + "/same", "new");
        fs::create_directories(pathOf(*draft) + "/sub");
        write(pathOf(*draft) + "/sub/theirs", "new");
        EXPECT_EQ(::chown((pathOf(*draft) + "/sub").c_str(), 33, 34), 0);
        return *std::move(draft);
    }

    test::TempRoot temp;
    test::MemoryRecords records;
    std::vector<std::string> events;
    std::unique_ptr<volumes::Volumes> volumes;
};

TEST_F(DraftTest, becomesAVolume)
{
    ASSERT_TRUE(volumes->adopt({.uid = 1000}, {.name = "new"}, filled()));
    EXPECT_EQ(read(data("new") + "/sub/theirs"), "new");
    EXPECT_EQ(events.back(), "create new");
    EXPECT_EQ(drafts(), 0);
    EXPECT_EQ(volumes->adopt({.uid = 1000}, {.name = "data"}, filled()).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(read(data("data") + "/same"), "old");
    EXPECT_EQ(drafts(), 0) << "one that becomes nothing goes";
}

TEST_F(DraftTest, meetsWhatIsThere)
{
    const auto poured = volumes->pour(1000, "data", filled(), false);
    ASSERT_TRUE(poured) << poured.error().message;
    EXPECT_EQ(read(data("data") + "/kept"), "old");
    EXPECT_EQ(read(data("data") + "/same"), "new");
    EXPECT_EQ(read(data("data") + "/sub/mine"), "old");
    EXPECT_EQ(read(data("data") + "/sub/theirs"), "new");
    struct stat status{};
    ASSERT_EQ(::stat((data("data") + "/sub").c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, 33U);
    EXPECT_EQ(drafts(), 0);
}

TEST_F(DraftTest, takesItsPlace)
{
    struct stat before{}, after{};
    ASSERT_EQ(::stat(data("data").c_str(), &before), 0);
    ASSERT_TRUE(volumes->pour(1000, "data", filled(), true));
    EXPECT_FALSE(fs::exists(data("data") + "/kept"));
    EXPECT_FALSE(fs::exists(data("data") + "/sub/mine"));
    EXPECT_EQ(read(data("data") + "/same"), "new");
    ASSERT_EQ(::stat(data("data").c_str(), &after), 0);
    EXPECT_EQ(before.st_ino, after.st_ino) << "containers have the folder mounted";
}

TEST_F(DraftTest, aLinkLeadsNowhere)
{
    const std::string outside = temp.path() + "/outside";
    fs::create_directory(outside);
    fs::remove_all(data("data") + "/sub");
    fs::create_symlink(outside, data("data") + "/sub");
    ASSERT_TRUE(volumes->pour(1000, "data", filled(), false));
    EXPECT_TRUE(fs::is_empty(outside)) << "the link gives way to the folder";
    EXPECT_EQ(read(data("data") + "/sub/theirs"), "new");
    EXPECT_FALSE(fs::is_symlink(data("data") + "/sub"));
}

TEST_F(DraftTest, isCopied)
{
    std::uint64_t seen = 0, total = 0;
    const auto made =
        volumes->clone({.uid = 1000}, "data", "twin", [&](std::uint64_t bytes, std::uint64_t all) {
            seen = bytes;
            total = all;
            return Result<>();
        });
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->labels.at("tier"), "db");
    EXPECT_EQ(read(data("twin") + "/sub/mine"), "old");
    EXPECT_EQ(seen, 9U);
    EXPECT_EQ(total, 9U);
    EXPECT_EQ(volumes->clone({.uid = 1000}, "data", "twin", {}).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(volumes->clone({.uid = 1001}, "data", "stolen", {}).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(volumes->clone({.uid = 1000}, "data", "../x", {}).error().kind, ErrorKind::InvalidArgument);
}

TEST_F(DraftTest, aCopyThatEndsEarlyLeavesNothing)
{
    const auto ended = volumes->clone({.uid = 1000}, "data", "half", [](std::uint64_t, std::uint64_t) {
        return Result<>(fail(ErrorKind::Cancelled, "enough"));
    });
    EXPECT_EQ(ended.error().kind, ErrorKind::Cancelled);
    EXPECT_FALSE(volumes->inspect(1000, "half"));
    EXPECT_EQ(drafts(), 0);
}

TEST_F(DraftTest, whatAnEngineLeftGoes)
{
    auto draft = filled();
    draft.keep(); // as if the engine had died
    EXPECT_EQ(drafts(), 1);
    open();
    EXPECT_EQ(drafts(), 0);
}

TEST_F(DraftTest, notEveryVolumeHasFilesOfTheEngine)
{
    make("memory", {{"type", "tmpfs"}, {"device", "tmpfs"}});
    make("folder", {{"type", "none"}, {"o", "bind"}, {"device", "/srv"}});
    EXPECT_EQ(volumes->content(1000, "memory").error().kind, ErrorKind::Conflict);
    EXPECT_EQ(volumes->content(1000, "folder").error().kind, ErrorKind::NotSupported);
    EXPECT_EQ(volumes->content(1001, "data").error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(volumes->hold({1000, "data"}, "c1"));
    EXPECT_EQ(volumes->content(1000, "data")->runningUsers, 1U);
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
