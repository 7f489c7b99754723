// Files of a log that are complete become gzip's, and nobody who reads notices.
#include "engine/logs/compress.h"
#include "engine/logs/names.h"
#include "engine/logs/reader.h"
#include "engine/logs/writer.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::logs;
namespace fs = std::filesystem;

namespace
{

class Compressed : public ::testing::Test
{
protected:
    Compressed()
    {
        char name[] = "/var/tmp/quayside-test-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Compressed() override
    {
        awaitChildren();
        fs::remove_all(path);
    }
    // A Writer's, which work in the folder, and until they do hold what a reader of this process holds.
    static void awaitChildren()
    {
        while (::waitpid(-1, nullptr, 0) > 0) {
        }
    }
    [[nodiscard]] Fd folder() const { return Fd(::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)); }
    [[nodiscard]] bool has(const std::string &name) const { return fs::exists(path + "/" + name); }
    std::unique_ptr<Reader> reader(ReadOptions options = {})
    {
        options.multiplexed = false;
        return *Reader::open(folder(), options);
    }
    static std::string readOn(Reader &reader, std::size_t piece = 1 << 16)
    {
        std::string text;
        while (*reader.read(text, piece) > 0) {
        }
        return text;
    }
    // `files` files of one line and a current one; gives all of the text.
    std::string fill(int files)
    {
        Writer log = *Writer::open(folder(), {.maxBytes = 100, .maxFiles = 1000});
        std::string all;
        for (int i = 0; i <= files; ++i) {
            const std::string line =
                std::format("{} {}\n", i, std::string(100, static_cast<char>('a' + i % 26)));
            log.append(Source::Stdout, line);
            all += line;
        }
        return all;
    }
    std::string path;
};

TEST_F(Compressed, AllButTheCurrentFile)
{
    const std::string all = fill(4);
    compressFiles(folder().get(), 5);
    for (std::uint32_t number = 1; number <= 4; ++number) {
        EXPECT_TRUE(has(compressedNameOf(number)) && !has(fileNameOf(number))) << number;
        EXPECT_EQ(::system(std::format("gzip -t {}/{}", path, compressedNameOf(number)).c_str()), 0);
    }
    EXPECT_TRUE(has(fileNameOf(5)) && !has(compressedNameOf(5)));
    EXPECT_FALSE(has("compressing"));
    EXPECT_EQ(readOn(*reader()), all);
}

TEST_F(Compressed, TailsReachIntoThem)
{
    const std::string all = fill(9);
    compressFiles(folder().get(), 8);
    for (const std::uint64_t lines : {0, 1, 2, 3, 5, 10, 11}) {
        const auto skipped = static_cast<std::size_t>(lines < 10 ? 10 - lines : 0);
        EXPECT_EQ(readOn(*reader({.tail = lines})), all.substr(skipped * 103)) << lines;
    }
}

TEST_F(Compressed, AFollowerIsOverrunByNothing)
{
    Writer log = *Writer::open(folder(), {.maxBytes = 100, .maxFiles = 3, .compress = true});
    const auto follower = reader({.follow = true});
    std::string all, text;
    for (int i = 0; i < 300; ++i) {
        const std::string line = std::format("line {}\n", i);
        log.append(Source::Stdout, line);
        all += line;
        if (i % 7 == 0)
            text += readOn(*follower, 50);
        if (i % 40 ==
            0) // whoever compresses in the background, and whoever does here, are in each other's way
            compressFiles(folder().get(), 1 + static_cast<std::uint32_t>(i / 4));
    }
    text += readOn(*follower);
    EXPECT_EQ(text, all);
}

TEST_F(Compressed, WhatAReaderHoldsStaysPlain)
{
    const std::string all = fill(4);
    auto slow = reader({.follow = true});
    std::string text;
    (void)slow->read(text, 1); // it is in the first file
    compressFiles(folder().get(), 5);
    EXPECT_TRUE(has(fileNameOf(1)) && has(fileNameOf(4)));
    EXPECT_FALSE(has(compressedNameOf(1)));
    text += readOn(*slow);
    EXPECT_EQ(text, all);
    compressFiles(folder().get(), 5);
    EXPECT_TRUE(has(compressedNameOf(1)) && has(compressedNameOf(4)) && !has(fileNameOf(4)));
}

TEST_F(Compressed, ACompressedFileIsHeldByItsReaderToo)
{
    const std::string all = fill(6);
    compressFiles(folder().get(), 7);
    auto slow = reader({.follow = true});
    std::string text;
    (void)slow->read(text, 1);
    Writer log = *Writer::open(folder(), {.maxBytes = 100, .maxFiles = 1, .compress = true});
    log.append(Source::Stdout, "last\n");
    EXPECT_TRUE(has(compressedNameOf(1)));
    text += readOn(*slow);
    EXPECT_EQ(text, all + "last\n");
    EXPECT_EQ(readOn(*slow), "");
    awaitChildren();
    log.append(Source::Stdout, std::string(200, 'x') + "\n");
    log.append(Source::Stdout, "more\n");
    EXPECT_FALSE(has(compressedNameOf(1))) << "nobody needs it any more";
    EXPECT_EQ(readOn(*slow), std::string(200, 'x') + "\nmore\n");
}

TEST_F(Compressed, KilledAtAnyMomentNothingIsLost)
{
    const std::string all = fill(40);
    unsigned state = 1;
    for (int round = 0; round < 60; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            compressFiles(::open(path.c_str(), O_PATH | O_DIRECTORY), 41);
            ::_exit(0);
        }
        state = state * 1103515245 + 12345;
        std::this_thread::sleep_for(std::chrono::microseconds(state >> 16 & 2047));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ASSERT_EQ(readOn(*reader()), all) << round;
    }
    compressFiles(folder().get(), 41);
    EXPECT_TRUE(has(compressedNameOf(40)));
    EXPECT_EQ(readOn(*reader()), all);
}

TEST_F(Compressed, WithoutRoomFilesStayAsTheyAre)
{
    const std::string all = fill(3);
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{10, 10};
        ::setrlimit(RLIMIT_FSIZE, &none);
        compressFiles(::open(path.c_str(), O_PATH | O_DIRECTORY), 4);
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    EXPECT_TRUE(has(fileNameOf(1)) && !has(compressedNameOf(1)) && !has("compressing"));
    EXPECT_EQ(readOn(*reader()), all);
}

TEST_F(Compressed, OfADamagedOneIsReadWhatCanBe)
{
    const std::string all = fill(3);
    compressFiles(folder().get(), 4);
    fs::resize_file(path + "/" + compressedNameOf(2), 20);
    const std::string text = readOn(*reader());
    EXPECT_TRUE(text.starts_with(all.substr(0, 103)));
    EXPECT_TRUE(text.ends_with(all.substr(2 * 103)));
}

TEST_F(Compressed, ALogGoesOnBehindThem)
{
    const std::string all = fill(2);
    compressFiles(folder().get(), 4); // as if the machine had gone down before the successor was on the disk
    ASSERT_FALSE(has(fileNameOf(3)));
    Writer log = *Writer::open(folder(), {.maxBytes = 100, .maxFiles = 1000, .compress = true});
    log.append(Source::Stdout, "new\n");
    EXPECT_TRUE(has(fileNameOf(4)));
    EXPECT_EQ(readOn(*reader()), all + "new\n");
}

} // namespace
