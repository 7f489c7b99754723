// What a copy takes, as a digest; and the files' hashes that are remembered.
#include "engine/build/context/hashcache.h"
#include "tests/engine/build/context/copybench.h"

#include <thread>

using namespace quayside;
using namespace quayside::build;
namespace fs = std::filesystem;

namespace
{

class ChecksumTest : public build::test::CopyTest
{
protected:
    std::string digest(const std::vector<std::string> &sources, const std::string &to = "/d/")
    {
        const auto sum = checksum(request(sources, to), nullptr);
        return sum ? sum->digest : "error: " + sum.error().message;
    }
    // Back to before the two seconds in which a state is not trusted. The change time cannot be set: it is
    // waited for.
    void age(const std::string &name) const
    {
        const timespec times[2] = {{1000, 0}, {1000, 0}};
        ::utimensat(AT_FDCWD, path(name).c_str(), times, AT_SYMLINK_NOFOLLOW);
    }
};

TEST_F(ChecksumTest, DependsOnWhatACopyKeepsAndNothingElse)
{
    write("context/s/a", "A");
    write("context/s/b", "B");
    const std::string before = digest({"s"});
    EXPECT_TRUE(before.starts_with("sha256:"));
    age("context/s/a");
    age("context/s");
    EXPECT_EQ(digest({"s"}), before);
    write("context/other", "unused");
    EXPECT_EQ(digest({"s"}), before);
    ::chmod(path("context/s/a").c_str(), 0600);
    const std::string mode = digest({"s"});
    EXPECT_NE(mode, before);
    write("context/s/b", "C");
    const std::string content = digest({"s"});
    EXPECT_NE(content, mode);
    fs::rename(path("context/s/b"), path("context/s/c"));
    const std::string name = digest({"s"});
    EXPECT_NE(name, content);
    fs::create_symlink("x", path("context/s/l"));
    const std::string link = digest({"s"});
    EXPECT_NE(link, name);
    fs::remove(path("context/s/l"));
    fs::create_symlink("y", path("context/s/l"));
    EXPECT_NE(digest({"s"}), link);
}

TEST_F(ChecksumTest, NamesTheFiles)
{
    write("context/s/a", "A");
    write("context/s/sub/b", "B");
    auto one = checksum(request({"s"}, "/d"), nullptr);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->bytes, 2U);
    write("context/s/sub/b", "b");
    auto other = checksum(request({"s"}, "/d"), nullptr);
    ASSERT_TRUE(other);
    std::vector<std::string> changed;
    ASSERT_EQ(one->files.size(), other->files.size());
    for (std::size_t i = 0; i < one->files.size(); ++i)
        if (one->files[i].digest != other->files[i].digest)
            changed.push_back(other->files[i].path);
    EXPECT_EQ(changed, std::vector<std::string>{"s/sub/b"});
}

TEST_F(ChecksumTest, AFileThatChangesBetweenChecksumAndCopyIsTold)
{
    write("context/a", "before");
    const CopyRequest copying = request({"a"}, "/");
    const auto sum = checksum(copying, nullptr);
    ASSERT_TRUE(sum);
    write("context/a", "after!");
    const Fd draft = folder(path("draft"));
    const auto outcome = copyInto({.draft = draft.get()}, copying, &*sum);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Conflict);
    EXPECT_TRUE(outcome.error().message.contains("a changed while the build was reading it"));
}

TEST_F(ChecksumTest, ALinkThatTakesAFilesPlaceIsNotFollowed)
{
    write("context/a", "mine");
    write("secret", "outside");
    const CopyRequest copying = request({"a"}, "/");
    const auto sum = checksum(copying, nullptr);
    ASSERT_TRUE(sum);
    fs::remove(path("context/a"));
    fs::create_symlink(path("secret"), path("context/a"));
    const Fd draft = folder(path("draft"));
    const auto outcome = copyInto({.draft = draft.get()}, copying, &*sum);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(layer(), "");
}

// A folder of the context and a link out of it change places all the time.
TEST_F(ChecksumTest, NothingLeadsOutWhileFoldersAndLinksChangePlaces)
{
    write("context/s/folder/file", "inside");
    write("outside/file", "OUTSIDE");
    fs::create_symlink("../../outside", path("context/s/link"));
    std::jthread swapper([this](const std::stop_token &stop) {
        while (!stop.stop_requested())
            ::renameat2(AT_FDCWD, path("context/s/folder").c_str(), AT_FDCWD, path("context/s/link").c_str(),
                        RENAME_EXCHANGE);
    });
    int worked = 0;
    for (int i = 0; i < 100; ++i) {
        newDraft();
        const Fd draft = folder(path("draft"));
        worked += copyInto({.draft = draft.get()}, request({"s"}, "/"), nullptr).has_value() ? 1 : 0;
        for (const auto &entry : fs::recursive_directory_iterator(path("draft"))) {
            if (entry.is_regular_file() && !entry.is_symlink()) {
                EXPECT_EQ(read("draft/" + entry.path().lexically_relative(path("draft")).string()), "inside");
            }
        }
    }
    EXPECT_GT(worked, 0);
}

TEST_F(ChecksumTest, HashesAreRememberedAndForgottenWhenAFileChanges)
{
    write("context/s/a", "AAAA");
    write("context/s/b", "BBBB");
    fs::create_directory(path("cache"));
    const Fd folder_ = folder(path("cache"));
    {
        auto cache = HashCache::open(folder_.get(), 1000);
        ASSERT_TRUE(cache);
        // Too fresh to be remembered.
        EXPECT_EQ(checksum(request({"s"}, "/d"), cache->get())->hashed, 8U);
        EXPECT_EQ(checksum(request({"s"}, "/d"), cache->get())->hashed, 8U);
        std::this_thread::sleep_for(std::chrono::milliseconds(2100));
        EXPECT_EQ(checksum(request({"s"}, "/d"), cache->get())->hashed, 8U);
        EXPECT_EQ(checksum(request({"s"}, "/d"), cache->get())->hashed, 0U);
        ASSERT_TRUE((*cache)->flush());
    }
    auto again = HashCache::open(folder_.get(), 1000);
    const auto known = checksum(request({"s"}, "/d"), again->get());
    EXPECT_EQ(known->hashed, 0U);
    EXPECT_EQ(known->digest, checksum(request({"s"}, "/d"), nullptr)->digest);
    // The same size and modification time: the change time tells.
    const struct stat before = status("context/s/a");
    write("context/s/a", "aaaa");
    const timespec times[2] = {before.st_atim, before.st_mtim};
    ::utimensat(AT_FDCWD, path("context/s/a").c_str(), times, 0);
    const auto changed = checksum(request({"s"}, "/d"), again->get());
    EXPECT_EQ(changed->hashed, 4U);
    EXPECT_NE(changed->digest, known->digest);
    // Another user's cache knows nothing.
    auto other = HashCache::open(folder_.get(), 1001);
    EXPECT_EQ(checksum(request({"s"}, "/d"), other->get())->hashed, 8U);
}

TEST_F(ChecksumTest, ADamagedCacheIsAnEmptyOne)
{
    write("context/a", "AAAA");
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    fs::create_directory(path("cache"));
    const Fd folder_ = folder(path("cache"));
    auto cache = HashCache::open(folder_.get(), 7);
    ASSERT_TRUE(checksum(request({"a"}, "/d"), cache->get()));
    ASSERT_TRUE((*cache)->flush());
    std::string bytes = read("cache/hashes-7");
    bytes[60] = static_cast<char>(bytes[60] ^ 1); // of a digest or what it belongs to
    write("cache/hashes-7", bytes);
    cache = HashCache::open(folder_.get(), 7);
    ASSERT_TRUE(cache);
    EXPECT_EQ(checksum(request({"a"}, "/d"), cache->get())->hashed, 4U);
    for (const std::string &garbage :
         {std::string(), std::string("quayside hashes 1\n"), std::string(200, 'x')}) {
        write("cache/hashes-7", garbage);
        EXPECT_EQ(checksum(request({"a"}, "/d"), HashCache::open(folder_.get(), 7)->get())->hashed, 4U);
    }
}

TEST_F(ChecksumTest, ManyFilesOnSeveralThreads)
{
    for (int i = 0; i < 3000; ++i)
        write("context/s/" + std::to_string(i % 7) + "/" + std::to_string(i),
              std::string(5000, static_cast<char>(i)));
    const auto sum = checksum(request({"s"}, "/d"), nullptr);
    ASSERT_TRUE(sum);
    EXPECT_EQ(sum->hashed, 3000U * 5000U);
    EXPECT_EQ(checksum(request({"s"}, "/d"), nullptr)->digest, sum->digest);
    const Fd draft = folder(path("draft"));
    const auto outcome = copyInto({.draft = draft.get()}, request({"s"}, "/d"), &*sum);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->diffId, digestOfDraft());
    EXPECT_EQ(outcome->entries, 3008U);
}

} // namespace
