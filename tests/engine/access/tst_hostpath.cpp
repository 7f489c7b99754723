// Host paths opened as somebody who is not root.
#include "engine/access/hostpath.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>

using namespace quayside;
using access::HostPathRequest;
using access::Peer;

namespace
{

const Peer alice{.uid = 54321, .gid = 54321, .groups = {54321, 54400}};
const Peer root{};

class HostPathTest : public testing::Test
{
protected:
    HostPathTest()
    {
        ::chmod(temp.path().c_str(), 0755);
        make("open", 0755, 0);
        make("secret", 0700, 0);
        make("secret/below", 0777, 0);
        make("alices", 0700, alice.uid);
        make("groups", 0770, 0, 54400);
        std::ofstream(path("open/readable")) << "x";
        ::chmod(path("open/readable").c_str(), 0644);
        std::ofstream(path("open/private")) << "x";
        ::chmod(path("open/private").c_str(), 0600);
        std::filesystem::create_symlink(path("secret/below"), path("alices/link"));
    }
    void make(const std::string &name, mode_t mode, uid_t uid, gid_t gid = 0)
    {
        ASSERT_EQ(::mkdir(path(name).c_str(), mode), 0);
        ASSERT_EQ(::chmod(path(name).c_str(), mode), 0);
        ASSERT_EQ(::chown(path(name).c_str(), uid, gid), 0);
    }
    [[nodiscard]] std::string path(const std::string &name) const { return temp.path() + "/" + name; }
    static void refused(const Peer &peer, const HostPathRequest &request,
                        ErrorKind kind = ErrorKind::NotFound)
    {
        const auto fd = access::openHostPath(peer, request);
        ASSERT_FALSE(fd) << request.path;
        EXPECT_EQ(fd.error().kind, kind) << fd.error().message;
        if (kind == ErrorKind::NotFound) {
            EXPECT_EQ(fd.error().message, "bind source path does not exist: " + request.path);
        }
    }
    void opened(const Peer &peer, const HostPathRequest &request) const
    {
        const auto fd = access::openHostPath(peer, request);
        ASSERT_TRUE(fd) << fd.error().message;
        struct stat expected{}, got{};
        ASSERT_EQ(::stat(request.path.c_str(), &expected), 0);
        ASSERT_EQ(::fstat(fd->get(), &got), 0);
        EXPECT_EQ(expected.st_ino, got.st_ino);
    }
    test::TempRoot temp;
};

TEST_F(HostPathTest, readsWhatTheCallerCanRead)
{
    opened(alice, {.path = path("open")});
    opened(alice, {.path = path("open/readable")});
    opened(alice, {.path = path("alices"), .writable = true});
    opened(alice, {.path = path("groups"), .writable = true}); // by a supplementary group
    refused(alice, {.path = path("open"), .writable = true});
    refused(alice, {.path = path("open/readable"), .writable = true});
    refused(alice, {.path = path("open/private")});
}

TEST_F(HostPathTest, missingAndForbiddenLookTheSame)
{
    refused(alice, {.path = path("secret")}); // O_PATH alone would open it
    refused(alice, {.path = path("secret/below")});
    refused(alice, {.path = path("secret/missing")});
    refused(alice, {.path = path("missing")});
    refused(alice, {.path = path("alices/link")});
    refused(root, {.path = path("missing")});
}

TEST_F(HostPathTest, makesFoldersWithTheCallersRight)
{
    opened(alice, {.path = path("alices/new/deeper"), .writable = true, .create = true});
    struct stat made{};
    ASSERT_EQ(::stat(path("alices/new").c_str(), &made), 0);
    EXPECT_EQ(made.st_uid, alice.uid);
    refused(alice, {.path = path("open/new"), .create = true});
    EXPECT_FALSE(std::filesystem::exists(path("open/new")));
    opened(root, {.path = path("secret/made"), .create = true});
}

TEST_F(HostPathTest, devicesAreRoots)
{
    ASSERT_EQ(::mknod(path("alices/null").c_str(), S_IFCHR | 0666, makedev(1, 3)), 0);
    ASSERT_EQ(::chmod(path("alices/null").c_str(), 0666), 0);
    refused(alice, {.path = path("alices/null")}, ErrorKind::Forbidden);
    opened(root, {.path = path("alices/null")});
}

// Opening a FIFO would wait for its other end.
TEST_F(HostPathTest, fifoDoesNotHang)
{
    ASSERT_EQ(::mkfifo(path("alices/fifo").c_str(), 0666), 0);
    ASSERT_EQ(::chmod(path("alices/fifo").c_str(), 0666), 0);
    opened(alice, {.path = path("alices/fifo"), .writable = true});
}

TEST_F(HostPathTest, badPaths)
{
    refused(alice, {.path = "relative"}, ErrorKind::InvalidArgument);
    refused(alice, {.path = ""}, ErrorKind::InvalidArgument);
    refused(alice, {.path = "/" + std::string(5000, 'x')}, ErrorKind::InvalidArgument);
}

TEST_F(HostPathTest, noProcessIsLeft)
{
    for (int i = 0; i < 20; ++i)
        (void)access::openHostPath(alice, {.path = path("open")});
    EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
    EXPECT_EQ(errno, ECHILD);
}

TEST_F(HostPathTest, containsSeesTheSocketThroughAliases)
{
    std::ofstream(path("open/engine.sock")) << "";
    const auto folder = access::openHostPath(root, {.path = path("open")});
    const auto other = access::openHostPath(root, {.path = path("alices")});
    std::filesystem::create_symlink(path("open"), path("alias"));
    const auto alias = access::openHostPath(root, {.path = path("alias")});
    const auto file = access::openHostPath(root, {.path = path("open/engine.sock")});
    const auto top = access::openHostPath(root, {.path = "/"});
    ASSERT_TRUE(folder && other && alias && file && top);
    EXPECT_TRUE(access::contains(*folder, path("open/engine.sock")));
    EXPECT_TRUE(access::contains(*alias, path("open/engine.sock")));
    EXPECT_TRUE(access::contains(*file, path("open/engine.sock")));
    EXPECT_TRUE(access::contains(*top, path("open/engine.sock")));
    EXPECT_FALSE(access::contains(*other, path("open/engine.sock")));
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
