// What a launch notes of itself.
#include "engine/stage/calltext.h"
#include "engine/stage/message.h"
#include "engine/stage/notes.h"
#include "engine/stage/notingkernel.h"
#include "tests/fakes/recordingkernel.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <fcntl.h>
#include <linux/openat2.h>
#include <linux/sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::stage;
using isolation::StepId;

namespace
{

// The calls, without step and times: "result\tcall".
std::vector<std::string> callsOf(Notes &notes)
{
    std::vector<std::string> calls;
    for (std::string text = notes.takeLines(); !text.empty(); text = notes.takeLines()) {
        EXPECT_LE(text.size(), maxMessageText);
        EXPECT_TRUE(text.ends_with('\n'));
        while (!text.empty()) {
            const std::string line = text.substr(0, text.find('\n'));
            text.erase(0, line.size() + 1);
            std::size_t at = 0;
            for (int blanks = 0; blanks < 3; ++blanks)
                at = line.find(' ', at) + 1;
            calls.push_back(line.substr(at));
        }
    }
    return calls;
}

TEST(Notes, TimesAreSeenFromTheOtherProcess)
{
    auto notes = Notes::make();
    ASSERT_TRUE(notes);
    const pid_t child = ::fork();
    if (child == 0) {
        notes->begin(StepId::Root);
        notes->add("fsopen(\"x\")", "3", 1, 2);
        notes->end(StepId::Root);
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    const auto &time = notes->times()[static_cast<std::size_t>(StepId::Root)];
    EXPECT_GT(time.start, 0);
    EXPECT_GE(time.end, time.start);
    EXPECT_EQ(notes->takeLines(), std::format("{} 1 2 3\tfsopen(\"x\")\n", static_cast<int>(StepId::Root)));
    EXPECT_EQ(notes->takeLines(), "");
}

TEST(Notes, TheMemoryIsBoundedAndSaysSo)
{
    auto notes = Notes::make();
    ASSERT_TRUE(notes);
    for (int i = 0; i < 2000; ++i)
        notes->add("a call of some length, as they are", "0", 1, 2);
    std::size_t size = 0;
    std::string last;
    for (std::string text = notes->takeLines(); !text.empty(); text = notes->takeLines()) {
        size += text.size();
        last = text;
    }
    EXPECT_LE(size, notedBytes);
    EXPECT_GT(size, notedBytes - 200);
    EXPECT_TRUE(last.ends_with("\t…\n")) << last;
    notes->add("the next step's", "0", 1, 2);
    EXPECT_TRUE(notes->takeLines().contains("the next step's")) << "what was taken makes room";
}

TEST(Notes, AStepIsNotBegunBeforeItMay)
{
    auto notes = Notes::make();
    ASSERT_TRUE(notes);
    std::vector<StepId> asked;
    Steps steps(*notes, [&](StepId step) -> Result<> {
        asked.push_back(step);
        return step == StepId::Pivot ? Result<>(fail(ErrorKind::Cancelled, "no")) : Result<>();
    });
    bool ran = false;
    EXPECT_TRUE(steps.run(StepId::Root, [&]() -> Result<> {
        ran = true;
        return {};
    }));
    EXPECT_TRUE(ran);
    ran = false;
    EXPECT_FALSE(steps.run(StepId::Pivot, [&]() -> Result<> {
        ran = true;
        return {};
    }));
    EXPECT_FALSE(ran);
    EXPECT_EQ(notes->times()[static_cast<std::size_t>(StepId::Pivot)].start, 0);
    EXPECT_EQ(asked, (std::vector{StepId::Root, StepId::Pivot}));
}

TEST(NotingKernel, WritesCallsAsTheyStandInC)
{
    auto notes = Notes::make();
    ASSERT_TRUE(notes);
    test::RecordingKernel recorded;
    recorded.failures["pivotRoot"] = {};
    NotingKernel kernel(recorded, *notes);
    const int context = kernel.fsopen("overlay");
    kernel.fsconfig(context, FSCONFIG_SET_STRING, "source", "over\"lay\n", 0);
    const int mount = kernel.fsmount(context, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID);
    kernel.moveMount(mount, AT_FDCWD, "/");
    kernel.openat2(mount, "etc", {O_PATH | O_DIRECTORY, 0, RESOLVE_IN_ROOT});
    kernel.setPropagation("/", MS_PRIVATE | MS_REC);
    kernel.unshare(CLONE_NEWCGROUP);
    kernel.prctl(PR_CAPBSET_DROP, 21, 0);
    const rlimit64 limit{10, 20};
    kernel.prlimit(7, RLIMIT_NOFILE, &limit, nullptr);
    kernel.sethostname("box");
    const auto calls = callsOf(*notes);
    const std::string fs = std::to_string(context), mounted = std::to_string(mount);
    ASSERT_EQ(calls.size(), 10U);
    EXPECT_EQ(calls[0], fs + "\tfsopen(\"overlay\", FSOPEN_CLOEXEC)");
    EXPECT_EQ(calls[1], "0\tfsconfig(" + fs +
                            " /* overlay */, FSCONFIG_SET_STRING, \"source\", \"over\\\"lay\\n\", 0)");
    EXPECT_EQ(calls[2], mounted + "\tfsmount(" + fs +
                            " /* overlay */, FSMOUNT_CLOEXEC, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID)");
    EXPECT_EQ(calls[3], "0\tmove_mount(" + mounted +
                            " /* overlay mount */, \"\", AT_FDCWD, \"/\", MOVE_MOUNT_F_EMPTY_PATH)");
    EXPECT_TRUE(calls[4].contains("openat2(" + mounted + " /* overlay mount */, \"etc\", {O_")) << calls[4];
    EXPECT_TRUE(calls[4].ends_with(", RESOLVE_IN_ROOT})")) << calls[4];
    EXPECT_EQ(calls[5], "0\tmount(NULL, \"/\", NULL, MS_PRIVATE | MS_REC, NULL)");
    EXPECT_EQ(calls[6], "0\tunshare(CLONE_NEWCGROUP)");
    EXPECT_EQ(calls[7], "0\tprctl(PR_CAPBSET_DROP, CAP_SYS_ADMIN)");
    EXPECT_EQ(calls[8], "0\tprlimit(7, RLIMIT_NOFILE, {10, 20}, NULL)");
    EXPECT_EQ(calls[9], "0\tsethostname(\"box\", 3)");
    EXPECT_EQ(recorded.calls.size(), 10U) << "each was passed on";
}

TEST(NotingKernel, ErrorsHaveTheirName)
{
    auto notes = Notes::make();
    ASSERT_TRUE(notes);
    test::RecordingKernel recorded;
    recorded.failures["unshare"] = {EPERM};
    NotingKernel kernel(recorded, *notes);
    EXPECT_EQ(kernel.unshare(CLONE_NEWNS), -EPERM);
    EXPECT_EQ(callsOf(*notes), (std::vector<std::string>{"-1 EPERM\tunshare(CLONE_NEWNS)"}));
}

TEST(CallText, QuotesAndCuts)
{
    EXPECT_EQ(quotedText("a\tb\x01"), "\"a\\tb\\001\"");
    EXPECT_EQ(quotedOrNull(nullptr), "NULL");
    EXPECT_TRUE(quotedText(std::string(1000, 'x')).ends_with("x\"…"));
    EXPECT_LT(quotedText(std::string(1000, 'x')).size(), 200U);
    EXPECT_EQ(flagText(0, {}), "0");
    EXPECT_EQ(openFlags(O_CLOEXEC), "O_RDONLY | O_CLOEXEC");
    EXPECT_EQ(resultText(-9999), "-1 9999");
}

} // namespace
