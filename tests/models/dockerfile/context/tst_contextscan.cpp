// What a build will see of a folder, against real files.
#include "models/dockerfile/context/contextscan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace quayside::models;
namespace fs = std::filesystem;
using Kind = ContextEntry::Kind;
using State = ContextEntry::State;

class ContextScan : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "quayside-context-XXXXXX").string();
        ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
    }
    void TearDown() override
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

    void write(const std::string &name, const std::string &text) const
    {
        fs::create_directories((m_folder / name).parent_path());
        std::ofstream(m_folder / name, std::ios::binary) << text;
    }
    [[nodiscard]] ContextContents scan(const std::string &dockerfile = "Dockerfile",
                                       const std::set<std::string> &opened = {}) const
    {
        const std::atomic_bool never = false;
        return scanContext(m_folder.string(), dockerfile, opened, never);
    }
    static const ContextEntry *find(const ContextContents &contents, const std::string &path)
    {
        for (std::uint32_t i = 1; i < contents.entries.size(); ++i)
            if (contents.path(i) == path)
                return &contents.entries[i];
        return nullptr;
    }

    fs::path m_folder;
};

TEST_F(ContextScan, sumsUpWhatIsIncluded)
{
    write("a", "12345");
    write("src/b", "123");
    write("src/deep/c", "1");
    const auto contents = scan();
    EXPECT_EQ(contents.entries.front().size, 9U);
    EXPECT_EQ(contents.entries.front().files, 3U);
    EXPECT_EQ(find(contents, "src")->size, 4U);
    EXPECT_EQ(find(contents, "src/deep/c")->state, State::Included);
    EXPECT_EQ(contents.excluded, 0U);
    EXPECT_TRUE(contents.ignoreName.empty());
}

TEST_F(ContextScan, namesTheRuleBehindEveryExclusion)
{
    write(".dockerignore", "# made things\n*.o\nnode_modules\n!keep.o\n");
    write("x.o", "123");
    write("keep.o", "12");
    write("node_modules/big", std::string(1000, 'x'));
    const auto contents = scan();
    const auto *out = find(contents, "x.o");
    ASSERT_NE(out, nullptr);
    EXPECT_EQ(out->state, State::Excluded);
    EXPECT_EQ(contents.patterns.patterns()[std::size_t(out->rule)].range.start.line, 2);
    EXPECT_EQ(out->size, 0U);
    EXPECT_EQ(out->ownSize, 3U);
    EXPECT_EQ(find(contents, "keep.o")->state, State::Included);
    EXPECT_EQ(contents.patterns.patterns()[std::size_t(find(contents, "keep.o")->rule)].range.start.line, 4);
    EXPECT_EQ(find(contents, "node_modules")->state, State::Excluded);
    EXPECT_EQ(find(contents, "node_modules/big"), nullptr); // not looked into, as a build does not
    EXPECT_EQ(contents.excluded, 2U);
    EXPECT_EQ(contents.entries.front().size, 2 + fs::file_size(m_folder / ".dockerignore"));
    EXPECT_EQ(contents.entries.front().state, State::Partly);
}

TEST_F(ContextScan, looksIntoWhatSomebodyOpens)
{
    write(".dockerignore", "node_modules\n");
    write("node_modules/big", "1234");
    const auto contents = scan("", {"node_modules"});
    ASSERT_NE(find(contents, "node_modules/big"), nullptr);
    EXPECT_EQ(find(contents, "node_modules/big")->state, State::Excluded);
    EXPECT_EQ(find(contents, "node_modules")->state, State::Excluded);
    EXPECT_EQ(contents.excluded, 1U); // the folder, as one
}

TEST_F(ContextScan, knowsFoldersThatAreLeftOutInPart)
{
    write(".dockerignore", "docs\n!docs/README\nempty\n!empty/none\n");
    write("docs/README", "1234");
    write("docs/other", "12");
    write("empty/other", "12");
    const auto contents = scan();
    EXPECT_EQ(find(contents, "docs")->state, State::Partly);
    EXPECT_EQ(find(contents, "docs")->size, 4U);
    EXPECT_EQ(find(contents, "docs/README")->state, State::Included);
    EXPECT_EQ(find(contents, "docs/other")->state, State::Excluded);
    EXPECT_EQ(find(contents, "empty")->state, State::Excluded); // nothing in it came back
}

TEST_F(ContextScan, takesTheIgnoreFileOfThisDockerfile)
{
    write(".dockerignore", "a\n");
    write("docker/dev.dockerignore", "b\n");
    write("a", "1");
    write("b", "1");
    const auto contents = scan("docker/dev");
    EXPECT_EQ(contents.ignoreName, "docker/dev.dockerignore");
    EXPECT_EQ(find(contents, "a")->state, State::Included);
    EXPECT_EQ(find(contents, "b")->state, State::Excluded);
    EXPECT_EQ(scan("docker/other").ignoreName, ".dockerignore");
}

TEST_F(ContextScan, saysWhatIsWrongWithTheRules)
{
    write(".dockerignore", "ok\n[a\n");
    write("ok", "1");
    const auto contents = scan();
    EXPECT_EQ(contents.ruleProblemLine, 2);
    EXPECT_FALSE(contents.ruleProblem.empty());
    EXPECT_EQ(find(contents, "ok")->state, State::Included);
    fs::remove(m_folder / ".dockerignore");
    fs::create_directory(m_folder / ".dockerignore");
    EXPECT_FALSE(scan().ruleProblem.empty());
}

TEST_F(ContextScan, followsNoLinksAndPassesOverSockets)
{
    write("real/file", "1234");
    fs::create_symlink("real", m_folder / "link");
    fs::create_symlink("/", m_folder / "root");
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    std::ranges::copy((m_folder / "s").string(), address.sun_path);
    ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    const auto contents = scan();
    ::close(socket);
    EXPECT_EQ(find(contents, "link")->kind, Kind::Link);
    EXPECT_EQ(find(contents, "link")->childCount, 0U);
    EXPECT_EQ(find(contents, "root")->childCount, 0U);
    EXPECT_EQ(contents.entries.front().size, 4U);
    EXPECT_EQ(find(contents, "s")->kind, Kind::Socket);
    EXPECT_EQ(find(contents, "s")->state, State::Excluded);
}

TEST_F(ContextScan, pointsOutTheLargest)
{
    write(".dockerignore", "huge\n");
    write("huge", std::string(9000, 'x'));
    write("a/large", std::string(5000, 'x'));
    write("b", std::string(500, 'x'));
    write("c", std::string(50, 'x'));
    write("empty", "");
    const auto contents = scan();
    const auto largest = contents.largest(2);
    ASSERT_EQ(largest.size(), 2U);
    EXPECT_EQ(contents.path(largest[0]), "a/large");
    EXPECT_EQ(contents.path(largest[1]), "b");
    EXPECT_EQ(contents.largest(100).size(), 4U); // .dockerignore too, the empty one not
}

TEST_F(ContextScan, saysWhatCannotBeRead)
{
    if (::geteuid() == 0) {
        // Root reads everything: what is no folder any more stands for it.
        write("file", "1");
        const std::atomic_bool never = false;
        EXPECT_EQ(scanContext((m_folder / "file").string(), "", {}, never).entries.front().problem, ENOTDIR);
        return;
    }
    write("closed/file", "1");
    ::chmod((m_folder / "closed").c_str(), 0);
    const auto contents = scan();
    ::chmod((m_folder / "closed").c_str(), 0700);
    EXPECT_EQ(find(contents, "closed")->problem, EACCES);
}

TEST_F(ContextScan, namesWhatWasChangedSince)
{
    write(".dockerignore", "out\n");
    write("old", "1");
    write("src/a", "1");
    write("out", "1");
    std::int64_t now = 0;
    for (const auto &entry : scan().entries)
        now = std::max(now, entry.changedNs);
    EXPECT_TRUE(scan().changedSince(now, 10).empty());
    ::usleep(50'000); // times of files go by the kernel's ticks
    write("out", "2");
    write("src/b", "1");
    const std::set<std::string> changed = scan().changedSince(now, 10);
    EXPECT_EQ(changed, (std::set<std::string>{"src", "src/b"}));
    EXPECT_EQ(scan().changedSince(0, 2).size(), 2U);
}

TEST_F(ContextScan, endsWhenItIsCancelled)
{
    write("a/b", "1");
    const std::atomic_bool cancelled = true;
    EXPECT_EQ(scanContext(m_folder.string(), "", {}, cancelled).entries.size(), 1U);
}
