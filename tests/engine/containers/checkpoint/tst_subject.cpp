// What is written down of a container, how CRIU is told so, and what it says.
#include "engine/containers/checkpoint/criu.h"
#include "engine/containers/checkpoint/saved.h"
#include "engine/containers/checkpoint/subject.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

constexpr const char *mountinfo = "76 48 0:41 / / rw,relatime - overlay overlay rw\n"
                                  "77 76 0:43 / /proc rw,nosuid - proc proc rw\n"
                                  "78 76 0:44 / /dev rw - tmpfs tmpfs rw,size=65536k\n"
                                  "79 78 0:46 / /dev/shm rw - tmpfs tmpfs rw\n"
                                  "80 76 0:47 / /scratch rw - tmpfs tmpfs rw\n"
                                  "81 76 0:48 / /volume rw - tmpfs tmpfs rw\n"
                                  "82 76 254:0 /x/hosts /etc/hosts rw,idmapped - ext4 /dev/vda rw\n";

Record withScratch()
{
    Record record{.name = "web"};
    record.mounts = {MountSpec{.type = MountType::Tmpfs, .target = "/scratch"},
                     MountSpec{.type = MountType::Volume, .target = "/volume"}};
    return record;
}

TEST(CheckpointSubject, writesDownOnlyItsOwnMemory)
{
    const auto points = outerMounts(mountinfo, withScratch());
    ASSERT_TRUE(points) << points.error().message;
    EXPECT_EQ(*points, (std::vector<std::string>{"/proc", "/dev", "/volume", "/etc/hosts"}));
}

TEST(CheckpointSubject, refusesMountsThatCriuMixesUp)
{
    for (const char *point : {"/a]:b", "/with\\040blank", "/a[b", "/proc"}) {
        const std::string more = std::string(mountinfo) + "90 76 0:50 / " + point + " rw - ext4 x rw\n";
        const auto points = outerMounts(more, withScratch());
        ASSERT_FALSE(points) << point;
        EXPECT_EQ(points.error().kind, ErrorKind::NotSupported);
        EXPECT_TRUE(points.error().message.contains("/web")) << points.error().message;
    }
}

TEST(CheckpointSubject, saysWhyItCannotBe)
{
    EXPECT_TRUE(mayCheckpoint(Record{}));
    const auto refused = [](auto &&change) {
        Record record;
        change(record);
        const auto may = mayCheckpoint(record);
        return may ? std::string() : may.error().message;
    };
    EXPECT_TRUE(refused([](Record &r) { r.config.tty = true; }).contains("terminal"));
    EXPECT_TRUE(refused([](Record &r) { r.hostConfig.privileged = true; }).contains("--privileged"));
    EXPECT_TRUE(refused([](Record &r) { r.hostConfig.networkMode = "host"; }).contains("--network"));
    EXPECT_TRUE(refused([](Record &r) { r.hostConfig.ipcMode = "container:x"; }).contains("--ipc"));
    EXPECT_TRUE(refused([](Record &r) { r.hostConfig.pidMode = "host"; }).contains("--pid"));
    EXPECT_TRUE(refused([](Record &r) { r.hostConfig.utsMode = "host"; }).contains("--uts"));
    EXPECT_TRUE(refused([](Record &r) { r.hostConfig.securityOpt = {"lab=true"}; }).contains("lab"));
}

TEST(CheckpointCriu, isToldWhatTheLaunchMakes)
{
    const auto words = dumpArguments({.program = "/usr/sbin/criu",
                                      .images = "/i",
                                      .pid = 17,
                                      .leaveRunning = true,
                                      .mountPoints = {"/proc", "/dev"},
                                      .input = "file[18:3]"});
    const auto has = [&](std::initializer_list<const char *> wanted) {
        return std::ranges::search(words, wanted).begin() != words.end();
    };
    EXPECT_EQ(words[0], "/usr/sbin/criu");
    EXPECT_TRUE(has({"-t", "17", "-D", "/i"}));
    EXPECT_TRUE(has({"--external", "mnt[/proc]:/proc", "--external", "mnt[/dev]:/dev"}));
    EXPECT_TRUE(has({"--external", "file[18:3]"}));
    EXPECT_TRUE(has({"--manage-cgroups=ignore"}));
    EXPECT_TRUE(has({"--leave-running"}));
    const auto pipe = dumpArguments({.program = "criu", .images = "/i", .input = "pipe:[1]"});
    EXPECT_FALSE(std::ranges::contains(pipe, "--external"));
    EXPECT_FALSE(std::ranges::contains(pipe, "--leave-running"));
}

TEST(CheckpointCriu, givesItsFirstReason)
{
    EXPECT_EQ(reasonIn("(00.1) Error (criu/util.c:1533): rlimit: Can't setup RLIMIT_NOFILE for self: no\n"
                       "(00.2) Warn  (criu/x.c:1): small\n"
                       "(00.3)      1: Error (criu/sk-unix.c:8): sk unix: Can't dump half of stream\x07\n"
                       "(00.4) Error (criu/cr-dump.c:2): something that follows\n"
                       "(00.5) Error (criu/cr-dump.c:3): Dumping FAILED.\n"),
              "sk unix: Can't dump half of stream");
    EXPECT_EQ(reasonIn("(00.5) Error (criu/cr-dump.c:3): Dumping FAILED.\n"), "");
    EXPECT_EQ(reasonIn(""), "");
    EXPECT_TRUE(
        reasonIn("(00.1) Error (criu/sockets.c:9): sockets: Can't get 1:16 opt: Operation not supported\n")
            .contains("network sockets"));
}

class SavedTest : public testing::Test
{
protected:
    SavedTest()
    {
        char name[] = "/tmp/quayside-saved-XXXXXX";
        m_folder = ::mkdtemp(name);
    }
    ~SavedTest() override { std::filesystem::remove_all(m_folder); }
    std::string m_folder;
};

TEST_F(SavedTest, countsOnlyWhatIsKept)
{
    const SavedCheckpoints store(m_folder);
    EXPECT_TRUE(store.list().empty());
    const auto images = store.makeDraft();
    ASSERT_TRUE(images);
    std::ofstream(*images + "/core-1.img") << "12345";
    std::ofstream(*images + "/dump.log") << "1";
    EXPECT_TRUE(store.list().empty());
    const SavedCheckpoint saved{.createdNs = 5,
                                .input = "file[1:2]",
                                .output = "pipe:[3]",
                                .error = "pipe:[4]",
                                .mountPoints = {"/proc"},
                                .addresses = {{"net", "10.0.0.2"}}};
    ASSERT_TRUE(store.keepDraft("one", saved));
    ASSERT_EQ(store.list().size(), 1U);
    const auto read = store.read("one");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->output, "pipe:[3]");
    EXPECT_EQ(read->mountPoints, saved.mountPoints);
    EXPECT_EQ(read->addresses, saved.addresses);
    EXPECT_EQ(store.list()[0].size, 5);
    EXPECT_TRUE(store.check("one", *read));
    std::filesystem::resize_file(store.imagesOf("one") + "/core-1.img", 4);
    EXPECT_TRUE(store.check("one", *read).error().message.contains("core-1.img has 4 of 5"));
    struct stat status{};
    ASSERT_EQ(::stat((m_folder + "/checkpoints/one").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 07777U, 0700U);
    ASSERT_TRUE(store.remove("one"));
    EXPECT_EQ(store.read("one").error().kind, ErrorKind::NotFound);
}

TEST_F(SavedTest, refusesNamesThatLeadElsewhere)
{
    const SavedCheckpoints store(m_folder);
    for (const char *name : {"", ".", "..", "../x", "a/b", ".draft", "-x", "a b"}) {
        EXPECT_EQ(store.read(name).error().kind, ErrorKind::InvalidArgument) << name;
        EXPECT_FALSE(store.remove(name)) << name;
    }
    EXPECT_TRUE(checkCheckpointName("A1_.-"));
    EXPECT_FALSE(checkCheckpointName(std::string(129, 'x')));
    EXPECT_FALSE(decodeSavedCheckpoint("{\"created\":1}"));
    EXPECT_FALSE(decodeSavedCheckpoint("[")) << "damaged";
}

} // namespace
