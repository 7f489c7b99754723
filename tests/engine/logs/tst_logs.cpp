#include "engine/logs/names.h"
#include "engine/logs/reader.h"
#include "engine/logs/writer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::logs;
namespace fs = std::filesystem;

namespace
{

class Log : public ::testing::Test
{
protected:
    Log()
    {
        char name[] = "/var/tmp/quayside-test-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Log() override { fs::remove_all(path); }
    [[nodiscard]] Fd folder() const { return Fd(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)); }
    Writer writer(const Writer::Options &options = {}) { return std::move(*Writer::open(folder(), options)); }
    std::string raw(std::uint32_t number = 1)
    {
        std::ifstream file(path + "/" + fileNameOf(number), std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::string read(ReadOptions options = {.multiplexed = false}, std::size_t piece = 1 << 16)
    {
        auto reader = Reader::open(folder(), options);
        EXPECT_TRUE(reader);
        std::string text;
        while (!(*reader)->atEnd()) {
            std::string part;
            if (!(*reader)->read(part, piece))
                return "error";
            text += part;
        }
        return text;
    }
    std::string path;
};

TEST(LogNames, TimesAndNumbers)
{
    char text[timeLength] = {};
    formatTime(1'475'712'000'000'000'001, text);
    EXPECT_EQ(std::string_view(text, timeLength), "2016-10-06T00:00:00.000000001Z");
    for (const std::int64_t time : {0LL, 951'782'399'999'999'999LL, 951'782'400'000'000'000LL,
                                    1'709'164'800'123'456'789LL, 4'102'444'800'000'000'000LL}) {
        formatTime(time, text);
        EXPECT_EQ(parseTime({text, timeLength}), time) << std::string_view(text, timeLength);
    }
    EXPECT_EQ(parseTime("2016-13-06T00:00:00.000000001Z"), 0);
    EXPECT_EQ(parseTime("2016-1a-06T00:00:00.000000001Z"), 0);
    EXPECT_EQ(numberOf("00000012.log"), 12U);
    EXPECT_EQ(numberOf("0000012.log"), 0U);
    EXPECT_EQ(numberOf("000000-1.log"), 0U);
    EXPECT_EQ(fileNameOf(12), "00000012.log");
    EXPECT_EQ(numberOf(compressedNameOf(12)), 12U);
    EXPECT_EQ(numberOf("00000012.log.gz.gz"), 0U);
    EXPECT_EQ(numberOf("compressing"), 0U);
}

TEST_F(Log, RecordsAreInTheCriFormat)
{
    Writer log = writer();
    log.append(Source::Stdout, "one\ntwo");
    log.append(Source::Stdout, "\n");
    log.append(Source::Stderr, "\n");
    const std::string text = raw();
    std::vector<std::string> lines;
    for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
        EXPECT_GT(parseTime(std::string_view(text).substr(at, timeLength)), 0);
        lines.push_back(text.substr(at + timeLength, end - at - timeLength));
    }
    EXPECT_EQ(lines,
              (std::vector<std::string>{" stdout F one", " stdout P two", " stdout F ", " stderr F "}));
    EXPECT_EQ(read(), "one\ntwo\n\n");
}

TEST_F(Log, LongLinesAreCutIntoRecordsAndPutTogether)
{
    Writer log = writer();
    const std::string line(100'000, 'x');
    log.append(Source::Stdout, line + "\nend\n");
    for (const std::string text = raw(); const std::size_t at : {std::size_t{0}})
        EXPECT_EQ(text.find('\n', at), headLength + maxText);
    EXPECT_EQ(read(), line + "\nend\n");
}

TEST_F(Log, AnyBytesAndAnyPiecesComeBackExactly)
{
    Writer log = writer({.maxBytes = 20'000, .maxFiles = 1000});
    std::string all;
    unsigned state = 1;
    for (int i = 0; i < 300; ++i) {
        std::string piece;
        for (unsigned size = (state = state * 1103515245 + 12345) % 3000; size > 0; --size) {
            state = state * 1103515245 + 12345;
            piece += (state >> 16) % 40 == 0 ? '\n' : static_cast<char>(state >> 16);
        }
        log.append(Source::Stdout, piece);
        all += piece;
    }
    EXPECT_GT(filesFrom(folder().get(), 1).last, 10U);
    EXPECT_EQ(read(), all);
    EXPECT_EQ(read({.multiplexed = false}, 100), all);
}

TEST_F(Log, RotationKeepsSoManyFiles)
{
    Writer log = writer({.maxBytes = 1000, .maxFiles = 3});
    for (int i = 0; i < 500; ++i)
        log.append(Source::Stdout, std::format("line {}\n", i));
    const NumberRange files = filesFrom(folder().get(), 1);
    EXPECT_EQ(files.last - files.first, 2U);
    EXPECT_TRUE(read().ends_with("line 498\nline 499\n"));
    EXPECT_LT(fs::file_size(path + "/" + fileNameOf(files.last - 1)), 1200U);
}

TEST_F(Log, GoesOnBehindATornRecord)
{
    writer().append(Source::Stdout, "one\n");
    std::ofstream(path + "/" + fileNameOf(1), std::ios::app) << "2016-10-06T00:00:00.0000";
    writer().append(Source::Stdout, "two\n");
    EXPECT_EQ(read(), "one\ntwo\n");
}

TEST_F(Log, AFullDiskLosesOutputAndSaysHowMuch)
{
    // A limit on file size stands for the disk: the kernel writes what fits, then refuses.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    Writer log = writer();
    log.append(Source::Stdout, "kept\n");
    const rlimit tight{.rlim_cur = raw().size() + 60, .rlim_max = before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &tight);
    log.append(Source::Stdout, std::string(1000, 'x') + "\n");
    EXPECT_EQ(log.lost(), 1001U);
    log.append(Source::Stdout, "lost too\n");
    EXPECT_EQ(log.lost(), 1010U);
    EXPECT_EQ(read(), "kept\n"); // no half record
    ::setrlimit(RLIMIT_FSIZE, &before);
    log.append(Source::Stdout, "again\n");
    EXPECT_EQ(log.lost(), 0U);
    const std::string text = read();
    EXPECT_TRUE(text.starts_with("kept\nquayside: 1010 bytes of output were lost here: ")) << text;
    EXPECT_TRUE(text.ends_with("\nagain\n")) << text;
}

TEST_F(Log, TailCountsLines)
{
    Writer log = writer({.maxBytes = 50'000, .maxFiles = 100});
    std::string all;
    for (int i = 0; i < 5000; ++i) {
        const std::string line =
            std::format("line {} {}\n", i, std::string(static_cast<std::size_t>(i % 50), 'y'));
        log.append(Source::Stdout, line);
        all += line;
    }
    for (const std::uint64_t count : {1, 2, 700, 3000, 4999, 5000, 9999}) {
        std::size_t at = all.size();
        for (std::uint64_t i = 0; i < count && at > 0; ++i)
            at = all.rfind('\n', at - 2) + 1;
        EXPECT_EQ(read({.tail = count, .multiplexed = false}), all.substr(at)) << count;
    }
    EXPECT_EQ(read({.tail = 0, .multiplexed = false}), "");
    log.append(Source::Stdout, "prompt");
    EXPECT_EQ(read({.tail = 1, .multiplexed = false}), "prompt");
    EXPECT_TRUE(read({.tail = 2, .multiplexed = false}).starts_with("line 4999"));
    EXPECT_TRUE(read({.tail = 2, .multiplexed = false}).ends_with("\nprompt"));
}

TEST_F(Log, TailTakesALongLineWhole)
{
    Writer log = writer();
    const std::string line(200'000, 'z');
    log.append(Source::Stdout, "before\n" + line + "\n");
    EXPECT_EQ(read({.tail = 1, .multiplexed = false}), line + "\n");
}

TEST_F(Log, FramesStreamsAndTimes)
{
    Writer log = writer();
    log.append(Source::Stdout, "a\nb\n");
    log.append(Source::Stderr, "c\n");
    EXPECT_EQ(read({}), std::string("\1\0\0\0\0\0\0\4a\nb\n\2\0\0\0\0\0\0\2c\n", 22));
    EXPECT_EQ(read({.stdoutWanted = false, .multiplexed = false}), "c\n");
    const std::string timed = read({.timestamps = true, .multiplexed = false});
    EXPECT_GT(parseTime(std::string_view(timed).substr(0, timeLength)), 0);
    EXPECT_EQ(timed.substr(timeLength, 3), " a\n");
    const std::int64_t first = parseTime(std::string_view(timed).substr(0, timeLength));
    EXPECT_EQ(read({.sinceNs = first + 3'600'000'000'000, .multiplexed = false}), "");
    EXPECT_EQ(read({.untilNs = first - 1, .multiplexed = false}), "");
    EXPECT_EQ(read({.sinceNs = first, .untilNs = first, .multiplexed = false}), "a\nb\n");
}

TEST_F(Log, WhatIsWrittenWhileItIsReadDoesNotCount)
{
    Writer log = writer();
    log.append(Source::Stdout, "before\n");
    auto reader = Reader::open(folder(), {.multiplexed = false});
    ASSERT_TRUE(reader);
    ::usleep(2000);
    std::string text;
    for (int i = 0; i < 5 && !(*reader)->atEnd(); ++i) {
        log.append(Source::Stdout, "after\n");
        ASSERT_TRUE((*reader)->read(text, 100));
    }
    EXPECT_TRUE((*reader)->atEnd()) << "a container that writes on would never let it end";
    EXPECT_EQ(text, "before\n");
}

TEST_F(Log, TheLastLinesOfAFloodAreFound)
{
    Writer log = writer({.maxBytes = 60'000, .maxFiles = 3});
    std::string many;
    for (int i = 0; i < 100; ++i)
        many += "a line that is written over and over again\n";
    for (int i = 0; i < 10; ++i)
        log.append(Source::Stdout, many);
    std::jthread flood([&](const std::stop_token &stop) {
        while (!stop.stop_requested())
            log.append(Source::Stdout, many);
    });
    for (int i = 0; i < 300; ++i) {
        const std::string lines = read({.tail = 10, .multiplexed = false});
        ASSERT_GE(std::ranges::count(lines, '\n'), 10) << "in look " << i;
    }
}

TEST_F(Log, FollowsAcrossRotations)
{
    auto reader = Reader::open(folder(), {.follow = true, .multiplexed = false}); // before there is a log
    ASSERT_TRUE(reader);
    Writer log = writer({.maxBytes = 300, .maxFiles = 2});
    std::string all, text;
    for (int i = 0; i < 200; ++i) {
        const std::string line = std::format("line {}\n", i);
        log.append(Source::Stdout, line);
        all += line;
        pollfd ready{(*reader)->pollFd(), POLLIN, 0};
        ASSERT_EQ(::poll(&ready, 1, 1000), 1) << i;
        (*reader)->drained();
        while (*(*reader)->read(text, 1000) > 0) {
        }
        ASSERT_EQ(text, all);
    }
    EXPECT_FALSE((*reader)->atEnd());
    log.append(Source::Stdout, "last");
    (*reader)->finish();
    while (*(*reader)->read(text, 1000) > 0) {
    }
    EXPECT_TRUE((*reader)->atEnd());
    EXPECT_EQ(text, all + "last");
}

TEST_F(Log, FromEndSeesOnlyWhatIsNew)
{
    Writer log = writer();
    log.append(Source::Stdout, "old\n");
    auto reader = Reader::open(folder(), {.follow = true, .multiplexed = false, .fromEnd = true});
    log.append(Source::Stdout, "new\n");
    std::string text;
    EXPECT_EQ(*(*reader)->read(text, 1000), 4U);
    EXPECT_EQ(text, "new\n");
}

TEST_F(Log, AReaderHoldsWhatItHasNotReadThroughRotations)
{
    Writer log = writer({.maxBytes = 100, .maxFiles = 2});
    log.append(Source::Stdout, "first\n");
    auto reader = Reader::open(folder(), {.follow = true, .multiplexed = false});
    std::string text, all = "first\n";
    (void)(*reader)->read(text, 1000);
    for (int i = 0; i < 100; ++i) {
        const std::string line = std::format("line {}\n", i);
        log.append(Source::Stdout, line);
        all += line;
    }
    while (*(*reader)->read(text, 1000) > 0) {
    }
    EXPECT_EQ(text, all);
    // Once it has caught up, the next rotations leave as many files as there should be.
    for (int i = 0; i < 4; ++i) {
        log.append(Source::Stdout, std::string(100, 'x') + "\n");
        while (*(*reader)->read(text, 1000) > 0) {
        }
    }
    EXPECT_LE(std::distance(fs::directory_iterator(path), {}), 3);
}

TEST_F(Log, AReaderHoldsOnlySoMuch)
{
    Writer log = writer({.maxBytes = 8 << 20, .maxFiles = 1});
    auto reader = Reader::open(folder(), {.follow = true, .multiplexed = false, .fromEnd = true});
    const std::string mebibyte((1 << 20) - 1, 'x');
    for (int i = 0; i < 90; ++i)
        log.append(Source::Stdout, mebibyte + "\n");
    EXPECT_LE(std::distance(fs::directory_iterator(path), {}), 10);
    std::string text;
    std::size_t total = 0;
    while (*(*reader)->read(text, 1 << 20) > 0)
        total += std::exchange(text, {}).size();
    EXPECT_GT(total, 60U << 20) << "what is left is read to its end";
}

TEST_F(Log, AReaderOfALogThatIsToComeHoldsItFromTheStart)
{
    auto reader = Reader::open(folder(), {.follow = true, .multiplexed = false, .fromEnd = true});
    Writer log = writer({.maxBytes = 100, .maxFiles = 1});
    std::string all;
    for (int i = 0; i < 50; ++i) {
        const std::string line = std::format("line {}\n", i);
        log.append(Source::Stdout, line);
        all += line;
    }
    std::string text;
    while (*(*reader)->read(text, 1000) > 0) {
    }
    EXPECT_EQ(text, all);
}

TEST_F(Log, FollowingEndsAtUntil)
{
    std::ofstream(path + "/" + fileNameOf(1)) << "2020-01-01T00:00:00.000000000Z stdout F early\n"
                                              << "2020-01-02T00:00:00.000000000Z stdout F in time\n"
                                              << "2020-01-02T00:00:00.500000000Z stderr P in time \n"
                                              << "2020-01-02T00:00:00.600000000Z stderr F too\n"
                                              << "2020-01-03T00:00:00.000000000Z stderr F late\n"
                                              << "2020-01-03T00:00:00.000000000Z stdout F later\n";
    const std::int64_t second = parseTime("2020-01-02T00:00:00.000000000Z");
    ReadOptions options{
        .follow = true, .sinceNs = second, .untilNs = second + 1'000'000'000, .multiplexed = false};
    EXPECT_EQ(read(options), "in time\nin time too\n") << "a record past the end is the end";
    options.timestamps = options.details = true;
    options.attributes = "a=b";
    EXPECT_EQ(read(options), "2020-01-02T00:00:00.000000000Z a=b in time\n"
                             "2020-01-02T00:00:00.500000000Z a=b in time too\n");
    options.timestamps = false;
    options.attributes.clear();
    options.stderrWanted = false;
    EXPECT_EQ(read(options), " in time\n");
    // dockerd takes the last lines first and looks at their times then.
    options = {.tail = 2, .untilNs = second + 1'000'000'000, .multiplexed = false};
    EXPECT_EQ(read(options), "");
    options.tail = 3;
    EXPECT_EQ(read(options), "in time too\n");
}

TEST_F(Log, NonsenseInAFileIsSkipped)
{
    writer().append(Source::Stdout, "one\n");
    std::ofstream(path + "/" + fileNameOf(1), std::ios::app) << "nonsense\n"
                                                             << std::string(300'000, 'n') << "\n\n";
    writer().append(Source::Stdout, "two\n");
    EXPECT_EQ(read(), "one\ntwo\n");
}

TEST_F(Log, AnEmptyFolderIsAnEmptyLog)
{
    EXPECT_EQ(read(), "");
}

} // namespace
