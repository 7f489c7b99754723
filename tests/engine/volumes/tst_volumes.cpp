#include "engine/volumes/copyup.h"
#include "engine/volumes/driveroptions.h"
#include "engine/volumes/volumes.h"
#include "tests/fakes/memoryrecords.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/xattr.h>

using namespace quayside;
namespace fs = std::filesystem;

namespace
{

class VolumesTest : public testing::Test
{
protected:
    VolumesTest() { open(); }
    void open()
    {
        volumes.reset(); // one engine at a time
        auto opened = volumes::Volumes::open(temp.path(), records, [this](const api::Event &event) {
            events.push_back(event.action + " " + event.actor.id);
        });
        ASSERT_TRUE(opened) << opened.error().message;
        volumes = *std::move(opened);
    }
    Result<api::Volume> make(const std::string &name, std::uint32_t owner,
                             std::map<std::string, std::string> labels,
                             std::map<std::string, std::string> options = {}) const
    {
        return volumes->create({.uid = owner, .gid = owner},
                               {.name = name, .labels = std::move(labels), .options = std::move(options)});
    }
    [[nodiscard]] std::string data(const std::string &name) const
    {
        return temp.path() + "/volumes/" + name + "/_data";
    }

    test::TempRoot temp;
    test::MemoryRecords records;
    std::vector<std::string> events;
    std::unique_ptr<volumes::Volumes> volumes;
};

TEST_F(VolumesTest, lives)
{
    const auto made = make("data", 1000, {{"tier", "db"}});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->mountpoint, data(".1000/data"));
    EXPECT_TRUE(fs::is_directory(data(".1000/data")));
    EXPECT_EQ(make("data", 1000, {})->labels.at("tier"), "db") << "the one that is there";
    open(); // after a restart
    EXPECT_EQ(volumes->inspect(1000, "data")->labels.at("tier"), "db");
    EXPECT_TRUE(volumes->hold({1000, "data"}, "c1"));
    EXPECT_TRUE(volumes->remove(1000, "data"));

    EXPECT_TRUE(fs::is_empty(temp.path() + "/volumes")) << "nothing is left aside";
    EXPECT_EQ(volumes->remove(1000, "data").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(events, (std::vector<std::string>{"create data", "destroy data"}));
}

TEST_F(VolumesTest, belongToUsers)
{
    ASSERT_TRUE(make("alices", 1000, {}));
    ASSERT_TRUE(make("roots", 0, {}));
    EXPECT_EQ(volumes->list(1000).size(), 1u);
    EXPECT_EQ(volumes->list(0).size(), 2u);
    EXPECT_EQ(volumes->inspect(1000, "roots").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(volumes->hold({1000, "roots"}, "c1").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(volumes->remove(1000, "roots").error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(make("roots", 1000, {{"mine", ""}})) << "names of two users do not collide";
    EXPECT_TRUE(volumes->inspect(1000, "roots")->labels.contains("mine"));
    EXPECT_FALSE(volumes->inspect(0, "roots")->labels.contains("mine"));
    EXPECT_NE(volumes->inspect(0, "roots")->mountpoint, volumes->inspect(1000, "roots")->mountpoint);
    ASSERT_TRUE(make("alices", 1001, {}));
    EXPECT_EQ(volumes->inspect(0, "alices").error().kind, ErrorKind::Conflict) << "of which user?";
    ASSERT_TRUE(volumes->remove(1001, "alices"));
    EXPECT_TRUE(volumes->inspect(0, "alices"));
}

TEST_F(VolumesTest, inUse)
{
    ASSERT_TRUE(make("data", 0, {}));
    volumes->addUser({0, "data"}, "c1");
    const auto refused = volumes->remove(0, "data");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "remove data: volume is in use - [c1]");
    volumes->removeUser({0, "data"}, "c1");
    EXPECT_TRUE(volumes->remove(0, "data"));
}

TEST_F(VolumesTest, anonymous)
{
    const auto made = make("", 0, {});
    ASSERT_TRUE(made);
    EXPECT_EQ(made->name.size(), 64u);
    EXPECT_TRUE(volumes->isAnonymous({0, made->name}));
    EXPECT_TRUE(made->labels.contains("com.docker.volume.anonymous")) << "as dockerd marks one";
    ASSERT_TRUE(make("named", 0, {}));
    EXPECT_FALSE(volumes->isAnonymous({0, "named"}));
}

TEST_F(VolumesTest, badNames)
{
    for (const char *bad : {"a", ".hidden", "../up", "a/b", "-x", "a b"})
        EXPECT_EQ(make(bad, 0, {}).error().kind, ErrorKind::InvalidArgument) << bad;
    EXPECT_FALSE(make(std::string(256, 'x'), 0, {}));
}

TEST_F(VolumesTest, fullDiskLeavesNothing)
{
    records.failing = true;
    EXPECT_EQ(make("data", 0, {}).error().kind, ErrorKind::NoSpace);
    EXPECT_TRUE(fs::is_empty(temp.path() + "/volumes"));
    records.failing = false;
    ASSERT_TRUE(make("data", 0, {}));
    records.failing = true;
    EXPECT_FALSE(volumes->remove(0, "data"));
    EXPECT_TRUE(fs::is_directory(data("data"))) << "a removal that failed must not lose data";
    EXPECT_TRUE(volumes->inspect(0, "data"));
}

// What an engine that died in the middle leaves.
TEST_F(VolumesTest, leftovers)
{
    fs::create_directories(temp.path() + "/volumes/.removed-1/_data/x");
    fs::create_directories(data("half"));
    fs::create_directories(data("full"));
    std::ofstream(data("full") + "/file") << "precious";
    open();
    EXPECT_FALSE(fs::exists(temp.path() + "/volumes/.removed-1"));
    EXPECT_TRUE(make("half", 0, {}));
    EXPECT_EQ(make("full", 0, {}).error().kind, ErrorKind::Conflict) << "may be somebody's";
    EXPECT_TRUE(fs::exists(data("full") + "/file"));
}

TEST_F(VolumesTest, recordsOfBeforeNamesHadOwners)
{
    fs::create_directories(data("old"));
    ASSERT_TRUE(
        records.put("volume", "old", R"({"owner":1000,"created":5,"anonymous":false,"labels":{"a":"b"}})"));
    open();
    EXPECT_EQ(volumes->inspect(1000, "old")->mountpoint, data("old"));
    EXPECT_EQ(volumes->inspect(1001, "old").error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(make("old", 0, {}));
    EXPECT_EQ(volumes->inspect(0, "old")->mountpoint, data(".0/old")) << "the old one keeps its place";
    open();
    EXPECT_EQ(volumes->inspect(1000, "old")->labels.at("a"), "b");
    EXPECT_EQ(volumes->list(0).size(), 2U);
    ASSERT_TRUE(volumes->remove(1000, "old"));
    open();
    EXPECT_EQ(volumes->list(0).size(), 1U);
}

TEST_F(VolumesTest, aDamagedRecordBreaksThatVolumeAlone)
{
    ASSERT_TRUE(make("good", 1000, {}));
    ASSERT_TRUE(make("bad", 1000, {}));
    std::ofstream(data(".1000/bad") + "/file") << "precious";
    ASSERT_TRUE(records.put("volume", "1000 bad", "{\"owner\":"));
    open();
    EXPECT_TRUE(volumes->inspect(1000, "good"));
    EXPECT_EQ(volumes->inspect(1000, "bad").error().kind, ErrorKind::Internal);
    EXPECT_EQ(make("bad", 1000, {}).error().kind, ErrorKind::Internal);
    EXPECT_TRUE(volumes->inspect(1001, "bad").error().kind == ErrorKind::NotFound);
    ASSERT_TRUE(volumes->remove(1000, "bad"));
    open();
    EXPECT_EQ(volumes->inspect(1000, "bad").error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(fs::exists(data(".1000/bad") + "/file"));
}

TEST_F(VolumesTest, prunesWhatIsUnused)
{
    const std::string anonymous = make("", 1000, {{"keep", "no"}})->name;
    ASSERT_TRUE(make("named", 1000, {}));
    ASSERT_TRUE(make("", 1001, {}));
    ASSERT_TRUE(make("used", 1000, {}));
    volumes->addUser({1000, "used"}, "c1");
    std::ofstream(volumes->inspect(1000, anonymous)->mountpoint + "/file") << "12345";
    std::ofstream(volumes->inspect(1000, "named")->mountpoint + "/file") << "1234567";
    EXPECT_TRUE(
        volumes->prune(1000, false, api::Filters{.values = {{"label", {"keep=yes"}}}})->names.empty());
    const auto first = volumes->prune(1000, false, {});
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_EQ(first->names, std::vector<std::string>{anonymous});
    EXPECT_EQ(first->bytes, 5);
    const auto second = volumes->prune(1000, true, {});
    EXPECT_EQ(second->names, std::vector<std::string>{"named"});
    EXPECT_EQ(second->bytes, 7);
    EXPECT_EQ(volumes->list(1000).size(), 1U) << "used";
    EXPECT_EQ(volumes->list(1001).size(), 1U) << "a stranger's";
    EXPECT_EQ(events.back(), "prune ");
}

TEST_F(VolumesTest, sizesCountEveryFileOnce)
{
    ASSERT_TRUE(make("data", 0, {}));
    std::ofstream(data("data") + "/a") << "1234567890";
    fs::create_hard_link(data("data") + "/a", data("data") + "/b");
    fs::create_directory(data("data") + "/sub");
    std::ofstream(data("data") + "/sub/c") << "123";
    volumes->addUser({0, "data"}, "c1");
    const auto usage = volumes->usage(0);
    ASSERT_EQ(usage.size(), 1U);
    EXPECT_EQ(usage[0].usageData->size, 13);
    EXPECT_EQ(usage[0].usageData->refCount, 1);
    EXPECT_EQ(volumes->list(0)[0].usageData->size, -1);
    EXPECT_TRUE(volumes->usage(1000).empty());
}

TEST_F(VolumesTest, aTmpfsLivesAsLongAsSomebodyHoldsIt)
{
    const std::map<std::string, std::string> options{
        {"type", "tmpfs"}, {"device", "tmpfs"}, {"o", "size=1m,uid=33,mode=0700"}};
    ASSERT_TRUE(make("fast", 0, {}, options));
    EXPECT_EQ(volumes->inspect(0, "fast")->options, options);
    ASSERT_TRUE(volumes->hold({0, "fast"}, "c1"));
    std::ofstream(data("fast") + "/x") << "1";
    struct stat status{};
    ASSERT_EQ(::stat(data("fast").c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, 33U);
    EXPECT_EQ(status.st_mode & 07777, 0700U);
    ASSERT_TRUE(volumes->hold({0, "fast"}, "c2"));
    volumes->release({0, "fast"}, "c1");
    EXPECT_TRUE(fs::exists(data("fast") + "/x"));
    open(); // an engine that was killed: c2 runs on
    ASSERT_TRUE(volumes->hold({0, "fast"}, "c2"));
    volumes->releaseOthers();
    EXPECT_TRUE(fs::exists(data("fast") + "/x"));
    open(); // and now nobody
    volumes->releaseOthers();
    EXPECT_FALSE(fs::exists(data("fast") + "/x"));
    EXPECT_TRUE(volumes->remove(0, "fast"));
    EXPECT_TRUE(fs::is_empty(temp.path() + "/volumes"));
}

TEST_F(VolumesTest, aBindIsOpenedByWhoMountsIt)
{
    ASSERT_TRUE(make("mine", 1000, {}, {{"type", "none"}, {"device", "/home/x"}, {"o", "rbind,ro"}}));
    open();
    const auto source = volumes->hold({1000, "mine"}, "c1");
    ASSERT_TRUE(source) << source.error().message;
    EXPECT_EQ(source->device, "/home/x");
    EXPECT_EQ(source->owner.uid, 1000U);
    EXPECT_TRUE(source->readOnly && source->recursive);
    EXPECT_FALSE(source->data) << "nothing of the host was opened with the engine's rights";
    EXPECT_EQ(make("mine", 1000, {}, {{"type", "none"}, {"device", "/etc"}, {"o", "bind"}}).error().kind,
              ErrorKind::Conflict);
    EXPECT_TRUE(make("mine", 1000, {})) << "no options: the one that is there";
}

TEST(DriverOptions, refused)
{
    using Options = std::map<std::string, std::string>;
    const std::pair<Options, const char *> cases[] = {
        {{{"type", "nfs"}, {"device", ":/x"}, {"o", "addr=1.2.3.4"}},
         "volumes of type \"nfs\" are not supported"},
        {{{"type", "ext4"}, {"device", "/dev/sda1"}}, "volumes of type \"ext4\" are not supported"},
        {{{"size", "1g"}}, "a volume has no quota"},
        {{{"colour", "red"}}, "invalid option: \"colour\""},
        {{{"type", "tmpfs"}}, "missing required option: \"device\""},
        {{{"device", "/x"}, {"o", "bind"}}, "missing required option: \"type\""},
        {{{"type", "none"}, {"device", "/x"}}, "needs o=bind"},
        {{{"type", "none"}, {"device", "x"}, {"o", "bind"}}, "not an absolute path"},
        {{{"type", "none"}, {"device", "/x"}, {"o", "bind,shared"}}, "a bind does not know \"shared\""},
        {{{"type", "tmpfs"}, {"device", "x"}, {"o", "size=1q"}}, "tmpfs does not know \"size=1q\""},
        {{{"type", "tmpfs"}, {"device", "x"}, {"o", "uid=70000"}}, "tmpfs does not know \"uid=70000\""},
        {{{"type", "tmpfs"}, {"device", "x"}, {"o", "mpol=bind"}}, "tmpfs does not know \"mpol=bind\""},
    };
    for (const auto &[options, message] : cases) {
        const auto backing = volumes::backingOf(options);
        ASSERT_FALSE(backing) << message;
        EXPECT_NE(backing.error().message.find(message), std::string::npos) << backing.error().message;
    }
    EXPECT_EQ(volumes::backingOf({})->kind, volumes::Backing::Kind::Folder);
}

class FillTest : public VolumesTest
{
protected:
    FillTest()
    {
        EXPECT_TRUE(make("data", 0, {}));
        fs::create_directories(image() + "/sub");
        std::ofstream(image() + "/a") << "from the image";
        std::ofstream(image() + "/sub/b") << "too";
        EXPECT_EQ(::chown(image().c_str(), 33, 44), 0);
    }
    [[nodiscard]] std::string image() const { return temp.path() + "/image"; }
    Result<> fill() const
    {
        return volumes->fill({0, "data"}, [&]() -> Result<std::optional<Fd>> {
            return Fd(::open(image().c_str(), O_PATH | O_CLOEXEC));
        });
    }
    static std::string read(const std::string &path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

TEST_F(FillTest, onceAndOnlyWhereEmpty)
{
    const auto filled = fill();
    ASSERT_TRUE(filled) << filled.error().message;
    EXPECT_EQ(read(data("data") + "/sub/b"), "too");
    struct stat status{};
    ASSERT_EQ(::stat(data("data").c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, 33U);
    fs::remove(data("data") + "/a");
    ASSERT_TRUE(fill());
    EXPECT_FALSE(fs::exists(data("data") + "/a")) << "a volume that holds something is left as it is";
    EXPECT_EQ(std::distance(fs::directory_iterator(temp.path() + "/volumes/data"), {}), 1);
    EXPECT_TRUE(volumes->fill({0, "data"}, []() -> Result<std::optional<Fd>> { return std::nullopt; }));
}

TEST_F(FillTest, aCopyThatWasCutShortIsForgotten)
{
    fs::create_directory(temp.path() + "/volumes/data/.filling");
    std::ofstream(temp.path() + "/volumes/data/.filling/half") << "ha";
    open();
    EXPECT_FALSE(fs::exists(temp.path() + "/volumes/data/.filling"));
    EXPECT_TRUE(fs::is_empty(data("data")));
    ASSERT_TRUE(fill());
    EXPECT_TRUE(fs::exists(data("data") + "/a"));
    EXPECT_FALSE(fs::exists(data("data") + "/half"));
}

TEST_F(FillTest, aWholeCopyIsMovedInAfterTheEnginesDeath)
{
    fs::create_directory(temp.path() + "/volumes/data/.filled");
    std::ofstream(temp.path() + "/volumes/data/.filled/later") << "image's";
    std::ofstream(temp.path() + "/volumes/data/.filled/taken") << "image's";
    std::ofstream(data("data") + "/taken") << "container's";
    std::ofstream(data("data") + "/moved") << "image's";
    open();
    EXPECT_EQ(read(data("data") + "/later"), "image's");
    EXPECT_EQ(read(data("data") + "/taken"), "container's") << "nothing of a container's is overwritten";
    EXPECT_EQ(read(data("data") + "/moved"), "image's");
    EXPECT_FALSE(fs::exists(temp.path() + "/volumes/data/.filled"));
}

class CopyUpTest : public testing::Test
{
protected:
    CopyUpTest()
    {
        fs::create_directories(from() + "/sub");
        fs::create_directory(to());
    }
    [[nodiscard]] std::string from() const { return temp.path() + "/from"; }
    [[nodiscard]] std::string to() const { return temp.path() + "/to"; }
    Result<> copy() const
    {
        return volumes::copyTree(Fd(::open(from().c_str(), O_PATH | O_CLOEXEC)),
                                 Fd(::open(to().c_str(), O_PATH | O_CLOEXEC)));
    }
    struct stat status(const std::string &name) const
    {
        struct stat status{};
        EXPECT_EQ(::lstat((to() + "/" + name).c_str(), &status), 0) << name;
        return status;
    }
    test::TempRoot temp;
};

TEST_F(CopyUpTest, keepsWhatFilesAre)
{
    std::ofstream(from() + "/setuid") << "#!";
    ASSERT_EQ(::chown((from() + "/setuid").c_str(), 33, 44), 0);
    ASSERT_EQ(::chmod((from() + "/setuid").c_str(), 04755), 0);
    ASSERT_EQ(::setxattr((from() + "/setuid").c_str(), "user.note", "hi", 2, 0), 0);
    ASSERT_EQ(::setxattr((from() + "/setuid").c_str(), "trusted.overlay.opaque", "y", 1, 0), 0);
    fs::create_hard_link(from() + "/setuid", from() + "/sub/twin");
    fs::create_symlink("/etc/shadow", from() + "/link");
    ASSERT_EQ(::mkfifo((from() + "/fifo").c_str(), 0600), 0);
    ASSERT_EQ(::chown(from().c_str(), 5, 6), 0);
    ASSERT_EQ(::chmod(from().c_str(), 01777), 0);
    std::ofstream(from() + "/sparse") << "start";
    fs::resize_file(from() + "/sparse", 1 << 20);
    const auto copied = copy();
    ASSERT_TRUE(copied) << copied.error().message;
    EXPECT_EQ(status("setuid").st_uid, 33u);
    EXPECT_EQ(status("setuid").st_mode & 07777, 04755u);
    EXPECT_EQ(status("setuid").st_ino, status("sub/twin").st_ino);
    EXPECT_TRUE(S_ISFIFO(status("fifo").st_mode));
    EXPECT_EQ(fs::read_symlink(to() + "/link"), "/etc/shadow");
    EXPECT_EQ(status("sparse").st_size, 1 << 20);
    EXPECT_LT(status("sparse").st_blocks, 100);
    EXPECT_EQ(status(".").st_uid, 5u);
    EXPECT_EQ(status(".").st_mode & 07777, 01777u);
    char value[8];
    EXPECT_EQ(::getxattr((to() + "/setuid").c_str(), "user.note", value, sizeof value), 2);
    EXPECT_LT(::getxattr((to() + "/setuid").c_str(), "trusted.overlay.opaque", value, sizeof value), 0);
}

TEST_F(CopyUpTest, depthIsBounded)
{
    std::string path = from();
    for (int i = 0; i < 200; ++i) {
        path += "/d";
        fs::create_directory(path);
    }
    EXPECT_EQ(copy().error().kind, ErrorKind::TooLarge);
}

TEST_F(CopyUpTest, empty)
{
    const auto isEmpty = [](const std::string &path) {
        return volumes::isEmptyFolder(Fd(::open(path.c_str(), O_PATH | O_CLOEXEC))).value();
    };
    EXPECT_TRUE(isEmpty(to()));
    EXPECT_FALSE(isEmpty(from()));
    fs::create_directory(to() + "/lost+found");
    EXPECT_TRUE(isEmpty(to()));
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
