// Parts of the stage that need no privilege.
#include "engine/stage/command.h"
#include "engine/stage/exitrecord.h"
#include "engine/stage/message.h"
#include "engine/stage/stdio.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::stage;

namespace
{

struct Pair {
    Fd engine, stage;
    Pair()
    {
        int ends[2];
        ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends);
        engine.reset(ends[0]);
        stage.reset(ends[1]);
    }
};

TEST(Message, CarriesTextAndDescriptors)
{
    const Pair pair;
    const int fds[] = {pair.stage.get(), pair.engine.get()};
    ASSERT_TRUE(
        send(pair.stage.get(), {.kind = MessageKind::Started, .pid = 7, .startTime = 8}, "warning", fds));
    const auto packet = receive(pair.engine.get());
    ASSERT_TRUE(packet && *packet);
    EXPECT_EQ((*packet)->message.pid, 7);
    EXPECT_EQ((*packet)->text, "warning");
    EXPECT_EQ((*packet)->fds.size(), 2U);
    EXPECT_NE(::fcntl((*packet)->fds[0].get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(Message, ErrorsSurviveTheWay)
{
    const Pair pair;
    sendPlainly(pair.stage.get(), failureMessage({ErrorKind::NoCommand, ENOENT, "not there"}), "not there");
    const auto packet = receive(pair.engine.get());
    ASSERT_TRUE(packet && *packet);
    const Error error = failureOf(**packet);
    EXPECT_EQ(error.kind, ErrorKind::NoCommand);
    EXPECT_EQ(error.errnum, ENOENT);
    EXPECT_EQ(error.message, "not there");
}

TEST(Message, WhatWasSaidBeforeAHangUpIsHeard)
{
    Pair pair;
    ASSERT_TRUE(send(pair.engine.get(), {.kind = MessageKind::Proceed})); // never read: the close is a reset
    ASSERT_TRUE(send(pair.stage.get(), {.kind = MessageKind::Failed}, "why"));
    pair.stage.reset();
    const auto packet = receive(pair.engine.get());
    ASSERT_TRUE(packet && *packet);
    EXPECT_EQ((*packet)->text, "why");
    const auto end = receive(pair.engine.get());
    EXPECT_TRUE(end && !*end);
    const auto sent = send(pair.engine.get(), {});
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().kind, ErrorKind::Cancelled);
}

TEST(Message, NonsenseIsRefused)
{
    const Pair pair;
    Message wrong{.kind = static_cast<MessageKind>(99)};
    ASSERT_TRUE(send(pair.stage.get(), wrong));
    EXPECT_FALSE(receive(pair.engine.get()));
    ASSERT_EQ(::write(pair.stage.get(), "short", 5), 5);
    EXPECT_FALSE(receive(pair.engine.get()));
    wrong = {.textLength = 77};
    ASSERT_EQ(::write(pair.stage.get(), &wrong, sizeof wrong), static_cast<ssize_t>(sizeof wrong));
    EXPECT_FALSE(receive(pair.engine.get()));
}

TEST(ExitRecordText, ReadsWhatItWrites)
{
    const ExitRecord record{.code = 137,
                            .signal = 9,
                            .oom = true,
                            .startedNs = 1'700'000'000'000'000'005,
                            .finishedNs = 1'700'000'001'000'000'000};
    EXPECT_EQ(encode(record),
              "code 137\nsignal 9\noom 1\nstarted 1700000000.000000005\nfinished 1700000001.000000000\n");
    const auto read = decodeExitRecord(encode(record));
    ASSERT_TRUE(read);
    EXPECT_EQ(encode(*read), encode(record));
    for (const char *bad :
         {"", "code 1\n", "code x\nsignal 9\noom 1\nstarted 1.000000000\nfinished 1.000000000\n",
          "code 1\nsignal 9\noom 1\nstarted 1.0\nfinished 1.000000000\n",
          "code 1\nsignal 9\noom 1\nstarted 1.000000000\nfinished 1.000000000"})
        EXPECT_FALSE(decodeExitRecord(bad)) << bad;
}

TEST(ExitRecordText, RoomIsTakenAndGivenBack)
{
    char name[] = "/var/tmp/quayside-test-XXXXXX";
    const std::string path = ::mkdtemp(name);
    const Fd folder(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    std::ofstream(path + "/exit") << "of the last run";
    {
        const auto file = ExitRecordFile::reserve(folder.get());
        ASSERT_TRUE(file);
        EXPECT_FALSE(std::filesystem::exists(path + "/exit"));
        EXPECT_GT(std::filesystem::file_size(path + "/exit.draft"), encode(ExitRecord{}).size());
    }
    EXPECT_TRUE(std::filesystem::is_empty(path));
    auto file = ExitRecordFile::reserve(folder.get());
    ASSERT_TRUE(file && file->save({.code = 3}));
    std::ifstream saved(path + "/exit");
    EXPECT_EQ(decodeExitRecord(std::string(std::istreambuf_iterator<char>(saved), {}))->code, 3);
    EXPECT_FALSE(std::filesystem::exists(path + "/exit.draft"));
    std::filesystem::remove_all(path);
}

TEST(Command, IsLookedUpInThePathOfTheContainer)
{
    char name[] = "/var/tmp/quayside-test-XXXXXX";
    const std::string path = ::mkdtemp(name);
    std::filesystem::create_directories(path + "/a");
    std::filesystem::create_directories(path + "/b");
    std::ofstream(path + "/a/tool") << "not executable";
    std::ofstream(path + "/b/tool") << "executable";
    std::filesystem::permissions(path + "/b/tool", std::filesystem::perms(0755));
    EXPECT_EQ(*findCommand({.argv = {"tool"}, .env = {"PATH=" + path + "/a:" + path + "/b"}}),
              path + "/b/tool");
    const auto missing = findCommand({.argv = {"tool"}, .env = {"PATH=" + path + "/a"}});
    EXPECT_EQ(missing.error().kind, ErrorKind::NoCommand);
    EXPECT_EQ(findCommand({.argv = {path + "/a/tool"}}).error().kind, ErrorKind::CannotRun);
    EXPECT_EQ(findCommand({.argv = {path}}).error().kind, ErrorKind::CannotRun);
    EXPECT_EQ(findCommand({.argv = {path + "/a/tool/x"}}).error().kind, ErrorKind::NoCommand);
    EXPECT_EQ(findCommand({}).error().kind, ErrorKind::NoCommand);
    EXPECT_EQ(*findCommand({.argv = {"sh"}}), "/usr/bin/sh"); // no PATH: the usual folders
    std::filesystem::remove_all(path);
}

TEST(OutsideIds, AreTranslated)
{
    const std::vector<isolation::IdRange> ranges{{0, 1000, 10}, {100, 5000, 1}};
    EXPECT_EQ(outsideId(ranges, 9), 1009U);
    EXPECT_EQ(outsideId(ranges, 10), 10U);
    EXPECT_EQ(outsideId(ranges, 100), 5000U);
}

} // namespace
