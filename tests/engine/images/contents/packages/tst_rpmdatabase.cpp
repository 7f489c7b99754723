// rpm databases through the child that reads them: good ones, damaged ones, and what it may not do.
#include "engine/base/fd.h"
#include "engine/images/contents/packages/rpmchild.h"
#include "engine/images/contents/packages/rpmdatabase.h"
#include "tests/engine/images/contents/packages/rpmheader.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sqlite3.h>

#include <format>
#include <fstream>
#include <random>

using namespace quayside;
using namespace quayside::images;
using test::rpmPackage;

namespace
{

class RpmDatabase : public testing::Test
{
protected:
    // Runs the statements; ?1 is `blob`.
    void sql(const std::string &statement, const std::string &blob = {})
    {
        sqlite3 *database = nullptr;
        ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
        sqlite3_stmt *prepared = nullptr;
        ASSERT_EQ(sqlite3_prepare_v2(database, statement.c_str(), -1, &prepared, nullptr), SQLITE_OK)
            << sqlite3_errmsg(database);
        sqlite3_bind_blob(prepared, 1, blob.data(), static_cast<int>(blob.size()), SQLITE_STATIC);
        while (sqlite3_step(prepared) == SQLITE_ROW) {
        }
        sqlite3_finalize(prepared);
        sqlite3_close(database);
    }
    void make(int packages)
    {
        sql("PRAGMA journal_mode = WAL"); // as rpm has it
        sql("CREATE TABLE Packages (hnum INTEGER PRIMARY KEY AUTOINCREMENT, blob BLOB NOT NULL)");
        for (int i = 0; i < packages; ++i)
            sql("INSERT INTO Packages (blob) VALUES (?1)", rpmPackage(std::format("p{}", i), "1").bytes());
    }
    Result<std::vector<api::ImagePackage>> read(const std::string &program = "/proc/self/exe")
    {
        const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        EXPECT_TRUE(file.valid());
        return readRpmDatabase(file.get(), program);
    }
    std::string bytes()
    {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void write(const std::string &content)
    {
        std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
    }

    test::TempRoot temp;
    std::string path = temp.path() + "/rpmdb.sqlite";
};

TEST_F(RpmDatabase, GivesItsPackages)
{
    make(25);
    sql("INSERT INTO Packages (blob) VALUES (?1)", "no header");
    const std::string before = bytes();
    const auto packages = read();
    ASSERT_TRUE(packages) << packages.error().message;
    ASSERT_EQ(packages->size(), 25U);
    EXPECT_EQ(packages->at(7).name, "p7");
    EXPECT_EQ(packages->at(7).version, "1-3.fc43");
    EXPECT_EQ(packages->at(7).database, "rpm");
    EXPECT_EQ(bytes(), before) << "a layer is not written to";
}

TEST_F(RpmDatabase, ThatIsDamagedIsAnError)
{
    make(200);
    const std::string good = bytes();
    std::mt19937 random(1);
    int refused = 0;
    for (int round = 0; round < 12; ++round) {
        std::string bad = good;
        for (int i = 0; i < 400; ++i)
            bad[100 + random() % (bad.size() - 100)] = static_cast<char>(random());
        write(bad);
        refused += read().has_value() ? 0 : 1;
    }
    EXPECT_GT(refused, 0);
    write(good.substr(0, good.size() / 2));
    EXPECT_FALSE(read());
    write("SQLite format 3");
    EXPECT_FALSE(read());
    write("something else");
    const auto other = read();
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ErrorKind::InvalidArgument);
    write("");
    EXPECT_FALSE(read());
}

TEST_F(RpmDatabase, CannotKeepTheEngineWaiting)
{
    // A view in place of the table, without an end.
    sql("CREATE VIEW Packages AS WITH RECURSIVE n(blob) AS (SELECT 1 UNION ALL SELECT 2 FROM n) "
        "SELECT blob FROM n WHERE blob > 5");
    const auto packages = read();
    ASSERT_FALSE(packages);
}

TEST_F(RpmDatabase, NeedsAChild)
{
    make(1);
    EXPECT_FALSE(read("/bin/true")) << "it says nothing";
    EXPECT_FALSE(read("/bin/false"));
    EXPECT_FALSE(read("/nowhere"));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == rpmArgument)
        return runRpmChild();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
