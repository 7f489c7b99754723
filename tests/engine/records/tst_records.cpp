#include "engine/records/records.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

using namespace quayside;

namespace
{

class RecordsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = "/var/tmp/quayside-records-XXXXXX";
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        folder = pattern;
        path = folder / "quayside.db";
    }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::unique_ptr<Records> open()
    {
        auto records = Records::open(path);
        EXPECT_TRUE(records) << records.error().message;
        return records ? std::move(*records) : nullptr;
    }
    Error openError()
    {
        auto records = Records::open(path);
        EXPECT_FALSE(records);
        return records ? Error{} : records.error();
    }

    std::filesystem::path folder, path;
};

using List = std::vector<std::pair<std::string, std::string>>;

TEST_F(RecordsTest, keepsDocumentsInTheOrderOfTheirCreation)
{
    {
        auto records = open();
        ASSERT_TRUE(records->put("image", "b", R"({"a":1})"));
        ASSERT_TRUE(records->put("image", "a", "second", Durability::Normal));
        ASSERT_TRUE(records->put("tag", "b", "another kind"));
        ASSERT_TRUE(records->put("image", "b", "changed"));
    }
    auto records = open();
    EXPECT_EQ(*records->all("image"), (List{{"b", "changed"}, {"a", "second"}}));
    EXPECT_EQ(*records->all("tag"), (List{{"b", "another kind"}}));
    EXPECT_EQ(*records->all("volume"), List{});
}

TEST_F(RecordsTest, removesAndReplaysIdempotently)
{
    auto records = open();
    ASSERT_TRUE(records->put("tag", "x", "1"));
    ASSERT_TRUE(records->remove("tag", "x"));
    ASSERT_TRUE(records->remove("tag", "x"));
    EXPECT_EQ(*records->all("tag"), List{});
}

TEST_F(RecordsTest, takesAnyBytesAsText)
{
    auto records = open();
    const std::string id("a\0'; DROP TABLE record; --", 26);
    const std::string document(3 << 20, '"');
    ASSERT_TRUE(records->put("container", id, document));
    EXPECT_EQ(*records->all("container"), (List{{id, document}}));
}

TEST_F(RecordsTest, appliesAllChangesOrNone)
{
    auto records = open();
    ASSERT_TRUE(records->put("image", "old", "1"));
    {
        // A trigger stands in for whatever makes the second change fail.
        SQLite::Database other(path, SQLite::OPEN_READWRITE, 1000);
        other.exec("CREATE TRIGGER stop BEFORE INSERT ON record WHEN NEW.id = 'bad' "
                   "BEGIN SELECT RAISE(ABORT, 'no'); END");
    }
    EXPECT_FALSE(records->apply({{"image", "old", ""}, {"image", "bad", "1"}}, Durability::Full));
    EXPECT_EQ(*records->all("image"), (List{{"old", "1"}}));
    ASSERT_TRUE(records->put("image", "good", "2")); // and the connection still works
}

TEST_F(RecordsTest, refusesASecondEngine)
{
    auto records = open();
    const Error error = openError();
    EXPECT_EQ(error.kind, ErrorKind::Conflict);
    EXPECT_NE(error.message.find(std::format("process {}", ::getpid())), std::string::npos) << error.message;
    records.reset();
    EXPECT_TRUE(open());
}

TEST_F(RecordsTest, isReadableByTheOwnerOnly)
{
    auto records = open();
    ASSERT_TRUE(records->put("image", "a", "1"));
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        struct stat status{};
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0600) << entry.path();
    }
}

TEST_F(RecordsTest, namesADamagedFile)
{
    {
        auto records = open();
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(records->put("image", std::to_string(i), std::string(500, 'x'), Durability::Normal));
    }
    {
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(4096 * 2);
        file << std::string(4096, '\xa5');
    }
    const Error error = openError();
    EXPECT_NE(error.message.find(path), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("damaged"), std::string::npos) << error.message;
}

TEST_F(RecordsTest, namesAFileThatIsNoDatabase)
{
    std::ofstream(path) << std::string(8192, 'n');
    EXPECT_NE(openError().message.find("damaged"), std::string::npos);
}

TEST_F(RecordsTest, leavesAnotherProgramsDatabaseAlone)
{
    {
        SQLite::Database other(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        other.exec("CREATE TABLE theirs (a)");
    }
    EXPECT_EQ(openError().kind, ErrorKind::Conflict);
}

TEST_F(RecordsTest, refusesANewerFormat)
{
    open().reset();
    {
        SQLite::Database other(path, SQLite::OPEN_READWRITE);
        other.exec("PRAGMA user_version=99");
    }
    const Error error = openError();
    EXPECT_EQ(error.kind, ErrorKind::NotSupported);
    EXPECT_NE(error.message.find("newer"), std::string::npos) << error.message;
}

TEST_F(RecordsTest, missingFolderIsNotFound)
{
    path = folder / "missing" / "quayside.db";
    EXPECT_EQ(openError().kind, ErrorKind::NotFound);
}

TEST_F(RecordsTest, givesUpOnALockedDatabaseInTime)
{
    auto records = open();
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(other, SQLite::TransactionBehavior::IMMEDIATE);
    const auto start = std::chrono::steady_clock::now();
    const auto saved = records->put("image", "a", "1");
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, ErrorKind::Unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST_F(RecordsTest, isThreadSafe)
{
    auto records = open();
    std::vector<std::jthread> threads;
    std::atomic<int> failures = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 100; ++i) {
                const auto durability = i % 10 == 0 ? Durability::Full : Durability::Normal;
                if (!records->put("image", std::format("{}-{}", t, i), "x", durability) ||
                    !records->all("image"))
                    ++failures;
            }
        });
    threads.clear();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(records->all("image")->size(), 400U);
}

// Writes pairs with one counter until it is killed, and says each counter that was saved.
[[noreturn]] void writeUntilKilled(const std::string &path, int acknowledge)
{
    auto records = Records::open(path);
    if (!records)
        ::_exit(1);
    for (long counter = 1;; ++counter) {
        const std::string text = std::to_string(counter) + std::string(counter % 3000, ' ');
        const auto durability = counter % 2 ? Durability::Full : Durability::Normal;
        if (!(*records)->apply({{"pair", "first", text}, {"pair", "second", text}}, durability))
            ::_exit(2);
        if (::write(acknowledge, &counter, sizeof counter) != sizeof counter)
            ::_exit(3);
    }
}

TEST_F(RecordsTest, survivesBeingKilledAtAnyMoment)
{
    std::mt19937 random(20241);
    for (int round = 0; round < 25; ++round) {
        std::array<int, 2> pipe{};
        ASSERT_EQ(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        if (child == 0)
            writeUntilKilled(path, pipe[1]);
        ::close(pipe[1]);
        long last = 0, counter = 0;
        ASSERT_EQ(::read(pipe[0], &counter, sizeof counter), ssize_t(sizeof counter)); // it runs
        ::usleep(random() % 20000);
        ::kill(child, SIGKILL);
        last = counter;
        while (::read(pipe[0], &counter, sizeof counter) == sizeof counter)
            last = counter;
        ::close(pipe[0]);
        ::waitpid(child, nullptr, 0);

        auto records = open();
        ASSERT_TRUE(records);
        const auto pair = *records->all("pair");
        ASSERT_EQ(pair.size(), 2U);
        EXPECT_EQ(pair[0].second, pair[1].second);
        EXPECT_GE(std::stol(pair[0].second), last);
    }
}

} // namespace
