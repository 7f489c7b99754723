#include "engine/containers/files/paths.h"
#include "engine/containers/files/request.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>

using namespace quayside;
using namespace quayside::containers::files;
namespace fs = std::filesystem;

TEST(FilesPaths, CleansAsDockerdDoes)
{
    const std::pair<const char *, const char *> table[] = {
        {"a", "/a"},       {"/a/", "/a/"},     {"/a/.", "/a/."},
        {"/", "/"},        {"//", "/"},        {".", "/."},
        {"/a/../b", "/b"}, {"/../..", "/"},    {"a//b/./c", "/a/b/c"},
        {"/a/..", "/"},    {"/a/b/../", "/a/"}};
    for (const auto &[given, wanted] : table)
        EXPECT_EQ(absolutePath(given), wanted) << given;
}

TEST(FilesPaths, NamesThingsAsTheClientKnowsThem)
{
    EXPECT_EQ(baseName("/a/b"), "b");
    EXPECT_EQ(baseName("/a/b/"), "b");
    EXPECT_EQ(baseName("/a/."), ".");
    EXPECT_EQ(baseName("/"), "/");
}

class FilesLinks : public testing::Test
{
protected:
    FilesLinks()
    {
        fs::create_directories(m_temp.path() + "/d/e");
        const auto link = [&](const char *name, const char *target) {
            fs::create_symlink(target, m_temp.path() + "/" + name);
        };
        link("absolute", "/d");
        link("up", "../../../d/e");
        link("d/back", "../absolute/e");
        link("dangling", "/no/where");
        link("loop", "loop");
    }
    std::string follow(const std::string &path)
    {
        const auto followed = followLinks(m_root.get(), path);
        return followed ? *followed : "error: " + followed.error().message;
    }
    test::TempRoot m_temp;
    Fd m_root{::open(m_temp.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
};

TEST_F(FilesLinks, AreFollowedInsideTheRoot)
{
    EXPECT_EQ(follow("/absolute/e"), "/d/e");
    EXPECT_EQ(follow("/up"), "/d/e") << "the root has nothing above it";
    EXPECT_EQ(follow("/d/back/"), "/d/e");
    EXPECT_EQ(follow("/dangling"), "/no/where");
    EXPECT_TRUE(follow("/loop").starts_with("error: too many links"));
}

TEST_F(FilesLinks, AreNotFollowedAtTheEndOfAPlace)
{
    const auto link = findPlace(systemKernel(), m_root.get(), "/absolute/../absolute");
    ASSERT_TRUE(link);
    EXPECT_EQ(link->name, "absolute");
    const auto behind = findPlace(systemKernel(), m_root.get(), "/absolute/");
    ASSERT_TRUE(behind);
    EXPECT_EQ(behind->name, ".");
    struct stat there{}, wanted{};
    ASSERT_EQ(::fstat(behind->folder.get(), &there), 0);
    ASSERT_EQ(::stat((m_temp.path() + "/d").c_str(), &wanted), 0);
    EXPECT_EQ(there.st_ino, wanted.st_ino);
    const auto missing = findPlace(systemKernel(), m_root.get(), "/no/thing");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
}

TEST(FilesRequest, GoesThroughItsWords)
{
    FilesRequest request{.act = Act::Extract, .running = false, .ownUser = true, .path = "/a b/\xff"};
    request.extract = {.owner = {{5, 6}}, .exactIds = true, .keepDirectories = true};
    auto words = wordsOf(request);
    std::vector<char *> argv;
    for (auto &word : words)
        argv.push_back(word.data());
    const auto read = parseWords(argv);
    ASSERT_TRUE(read);
    EXPECT_EQ(wordsOf(*read), wordsOf(request));
    words[0] = "format";
    argv[0] = words[0].data();
    EXPECT_FALSE(parseWords(argv));
    EXPECT_FALSE(parseWords(std::span(argv).first(3)));
}
