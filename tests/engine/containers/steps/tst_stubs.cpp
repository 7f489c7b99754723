#include "engine/containers/steps/stubs.h"

#include "engine/base/fd.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <stdlib.h>
#include <unistd.h>

namespace quayside::containers
{
namespace
{

namespace fs = std::filesystem;

class StubsTest : public ::testing::Test
{
protected:
    StubsTest()
    {
        char name[] = "/tmp/quayside-stubs-XXXXXX";
        m_path = ::mkdtemp(name);
        fs::create_directories(m_path / "upper");
        fs::create_directories(m_path / "image");
    }
    ~StubsTest() override { fs::remove_all(m_path); }

    void folders(const std::string &path) const { fs::create_directories(m_path / path); }
    void file(const std::string &path, const std::string &content = {}) const
    {
        folders(fs::path(path).parent_path());
        std::ofstream(m_path / path) << content;
    }
    std::set<std::string> left(std::vector<std::string> targets, bool image = true)
    {
        const Fd upper(::open((m_path / "upper").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        const Fd below(::open((m_path / "image").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const auto done = removeStubs(upper.get(), image ? below.get() : -1, std::move(targets));
        EXPECT_TRUE(done) << done.error().message;
        std::set<std::string> names;
        for (const auto &entry : fs::recursive_directory_iterator(m_path / "upper"))
            names.insert(entry.path().lexically_relative(m_path / "upper"));
        return names;
    }
    using Names = std::set<std::string>;

    fs::path m_path;
};

TEST_F(StubsTest, AStubGoesWithTheFoldersThatWereMadeForIt)
{
    file("upper/run/secrets/token");
    folders("upper/root/.cache/pip");
    EXPECT_EQ(left({"/run/secrets/token", "/root/.cache", "/root/.cache/pip", "/never/made"}), Names{});
    file("upper/run/secrets/token");
    EXPECT_EQ(left({"/run/secrets/token"}, false), Names{});
}

TEST_F(StubsTest, WhatTheImageHasIsNotChangedByATimeOnly)
{
    folders("image/run");
    file("upper/run/secrets/token");
    EXPECT_EQ(left({"/run/secrets/token"}), Names{});
    file("upper/run/secrets/token");
    fs::permissions(m_path / "upper/run", fs::perms::owner_all); // the step has changed it
    EXPECT_EQ(left({"/run/secrets/token"}), Names{"run"});
}

TEST_F(StubsTest, WhatTheStepHasMadeStays)
{
    file("upper/run/secrets/token");
    file("upper/run/own");
    EXPECT_EQ(left({"/run/secrets/token"}), (Names{"run", "run/own"}));
    file("upper/x", "content");
    folders("upper/full/of");
    EXPECT_EQ(left({"/x", "/full", "/"}), (Names{"full", "full/of", "run", "run/own", "x"}));
    file("image/emptied", "content"); // a file that the step has emptied is no mount point
    file("upper/emptied");
    EXPECT_TRUE(left({"/emptied"}).contains("emptied"));
}

TEST_F(StubsTest, NoLinkIsFollowed)
{
    file("image/etc/empty");
    fs::create_directory_symlink(m_path / "image/etc", m_path / "upper/link");
    EXPECT_EQ(left({"/link/empty"}), Names{"link"});
    EXPECT_TRUE(fs::exists(m_path / "image/etc/empty"));
}

} // namespace
} // namespace quayside::containers
