// What is kept of the last starts.
#include "engine/containers/launches/recordings.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <fcntl.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

struct Folder : test::TempRoot {
    Fd fd{::open(path().c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)};
    [[nodiscard]] std::string below(const char *name) const { return path() + "/starts/" + name; }
};

TEST(Recordings, TheLastEightAreKeptAndNumbered)
{
    const Folder folder;
    EXPECT_EQ(lastRecording(folder.fd), 0);
    EXPECT_TRUE(listRecordings(folder.fd).empty());
    for (int i = 1; i <= 10; ++i)
        ASSERT_TRUE(
            addRecording(folder.fd, {.state = "done", .durationNs = i, .failed = i == 9 ? "why" : ""}));
    const auto list = listRecordings(folder.fd);
    ASSERT_EQ(list.size(), keptStarts);
    EXPECT_EQ(list.front().number, 10);
    EXPECT_EQ(list.back().number, 3);
    EXPECT_EQ(list[1].failed, "why");
    EXPECT_EQ(list[0].durationNs, 10);
    const auto one = readRecording(folder.fd, 9);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->number, 9);
    EXPECT_EQ(readRecording(folder.fd, 2).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(lastRecording(folder.fd), 10);
}

TEST(Recordings, ANumberThatWasGivenIsKept)
{
    const Folder folder;
    ASSERT_TRUE(addRecording(folder.fd, {.number = 4, .state = "done"}));
    ASSERT_TRUE(addRecording(folder.fd, {.number = 4, .state = "failed"})); // another start came between
    EXPECT_EQ(listRecordings(folder.fd).front().number, 5);
}

TEST(Recordings, WhatIsNoRecordingIsNotThere)
{
    const Folder folder;
    ASSERT_TRUE(addRecording(folder.fd, {.state = "done"}));
    std::ofstream(folder.below("2")) << "{";
    std::ofstream(folder.below("x")) << "{}";
    std::ofstream(folder.below("-3")) << "{}";
    std::filesystem::create_symlink("1", folder.below("7"));
    const auto list = listRecordings(folder.fd);
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].number, 1);
    EXPECT_FALSE(readRecording(folder.fd, 2));
    EXPECT_FALSE(readRecording(folder.fd, 7));
}

} // namespace
