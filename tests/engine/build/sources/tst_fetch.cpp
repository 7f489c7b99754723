// What ADD fetches, from a server on this machine.
#include "engine/build/sources/command.h"
#include "engine/build/sources/sources.h"
#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/engine/build/sources/fileserver.h"
#include "tests/fakes/imagemaker.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdlib>

using namespace quayside;
using namespace quayside::build;
namespace fs = std::filesystem;

namespace
{

const access::Peer user{.pid = 0, .uid = 4711, .gid = 4712, .groups = {}};

class FetchTest : public testing::Test
{
protected:
    FetchTest() : m_folder(*BuildFolder::make(m_temp.path())), m_server(m_temp.path() + "/www")
    {
        fs::create_directory(m_temp.path() + "/www");
    }
    void put(const std::string &name, const std::string &text) const
    {
        std::ofstream(m_temp.path() + "/www/" + name, std::ios::binary) << text;
    }
    static std::string read(const FileSource &source, const std::string &path)
    {
        auto text = readContextFile(source, path, 1 << 20);
        return text ? *text : "error: " + text.error().message;
    }
    Result<Fetched> fetch(const std::string &url, const UrlOptions &what = {})
    {
        return fetchUrl(url, what, m_folder, m_options);
    }
    void answer(const std::string &path, const std::string &status, const std::string &headers,
                const std::string &body = {})
    {
        m_server.answer(path,
                        std::format("HTTP/1.1 {}\r\nContent-Length: {}\r\nConnection: close\r\n{}\r\n{}",
                                    status, body.size(), headers, body));
    }

    quayside::test::TempRoot m_temp;
    BuildFolder m_folder;
    build::test::FileServer m_server;
    FetchOptions m_options{.peer = &user};
};

TEST_F(FetchTest, AFile)
{
    put("hello.txt", "hello");
    const auto fetched = fetch(m_server.url("/hello.txt?x=1"));
    ASSERT_TRUE(fetched) << fetched.error().message;
    EXPECT_EQ(fetched->name, "hello.txt");
    EXPECT_EQ(read(*fetched->source, "hello.txt"), "hello");
    const auto entry = (*fetched->source->reader())->look("hello.txt");
    EXPECT_EQ(entry->status.st_mode & 07777, 0600U);
    EXPECT_EQ(entry->status.st_mtim.tv_sec, 1445412480);
    const std::string asked = m_server.requests().back();
    EXPECT_FALSE(asked.contains("Authorization"));
}

TEST_F(FetchTest, Checksums)
{
    put("f", "content");
    const std::string right = images::digestOf("content");
    EXPECT_TRUE(fetch(m_server.url("/f"), {.checksum = right}));
    const auto wrong = fetch(m_server.url("/f"), {.checksum = images::digestOf("other")});
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(wrong.error().message.contains("digest mismatch")) << wrong.error().message;
    EXPECT_TRUE(wrong.error().message.contains(right));
    EXPECT_FALSE(fetch(m_server.url("/f"), {.checksum = "md5:x"}));
}

TEST_F(FetchTest, Redirects)
{
    put("f", "content");
    answer("/moved", "302 Found", "Location: /f\r\n");
    answer("/tofile", "302 Found", "Location: file:///etc/passwd\r\n");
    answer("/loop", "302 Found", "Location: /loop\r\n");
    const auto moved = fetch(m_server.url("/moved"));
    ASSERT_TRUE(moved) << moved.error().message;
    EXPECT_EQ(moved->name, "moved");
    EXPECT_FALSE(fetch(m_server.url("/tofile")));
    EXPECT_FALSE(fetch(m_server.url("/loop")));
}

TEST_F(FetchTest, Failures)
{
    const auto missing = fetch(m_server.url("/missing"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(missing.error().message.contains("404")) << missing.error().message;
    m_server.answer("/short", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this");
    EXPECT_FALSE(fetch(m_server.url("/short")));
    EXPECT_FALSE(fetch("http://127.0.0.1:1/x"));
    EXPECT_FALSE(fetch("file:///etc/passwd"));
    EXPECT_FALSE(fetch(m_server.url("/")));
    put("big", std::string(100'000, 'x'));
    m_options.limit = 50'000;
    const auto big = fetch(m_server.url("/big"));
    ASSERT_FALSE(big);
    EXPECT_EQ(big.error().kind, ErrorKind::TooLarge);
}

TEST_F(FetchTest, Contexts)
{
    quayside::test::Tar tar;
    tar.add({.name = "Dockerfile"}, "FROM x\n").add({.name = "a"}, "A");
    put("context.tar.gz", quayside::test::compress(tar.bytes(), "gzip"));
    put("Dockerfile.txt", "FROM scratch\n");
    const auto archive = fetchContext(m_server.url("/context.tar.gz"), "Dockerfile", m_folder, m_options);
    ASSERT_TRUE(archive) << archive.error().message;
    EXPECT_FALSE(archive->onlyDockerfile);
    EXPECT_EQ(read(*archive->source, "a"), "A");
    const auto file = fetchContext(m_server.url("/Dockerfile.txt"), "Dockerfile", m_folder, m_options);
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_TRUE(file->onlyDockerfile);
    EXPECT_EQ(read(*file->source, "Dockerfile"), "FROM scratch\n");
}

TEST_F(FetchTest, CommandsHaveTheCallersRightsOnly)
{
    auto command =
        *Command::start({.words = {"cat", "/proc/self/status"}, .identity = identityOf(user, false)});
    std::string status;
    std::array<char, 4096> buffer;
    for (std::size_t got = 1; got > 0;) {
        got = command->read(buffer).value_or(0);
        status.append(buffer.data(), got);
    }
    EXPECT_EQ(command->end()->status, 0);
    EXPECT_TRUE(status.contains("Uid:\t4711\t4711\t4711\t4711")) << status;
    EXPECT_TRUE(status.contains("Gid:\t4712\t4712\t4712\t4712"));
    EXPECT_TRUE(status.contains("CapEff:\t0000000000000000"));
    EXPECT_TRUE(status.contains("NoNewPrivs:\t1"));
    const access::Peer root{};
    EXPECT_EQ(identityOf(root, false).uid, 65534U);
    command =
        *Command::start({.words = {"grep", "^Cap", "/proc/self/status"}, .identity = identityOf(root, true)});
    status.clear();
    for (std::size_t got = 1; got > 0;) {
        got = command->read(buffer).value_or(0);
        status.append(buffer.data(), got);
    }
    EXPECT_TRUE(status.contains("CapEff:\t0000000000000000")) << status;
    command = *Command::start({.words = {"ls", "/proc/self/fd"}, .identity = identityOf(user, false)});
    status.clear();
    for (std::size_t got = 1; got > 0;) {
        got = command->read(buffer).value_or(0);
        status.append(buffer.data(), got);
    }
    EXPECT_EQ(status, "0\n1\n2\n3\n"); // 3: of ls itself
    EXPECT_EQ(Command::start({.words = {"no-such-program"}}).error().kind, ErrorKind::NotSupported);
}

TEST_F(FetchTest, CancelledWithinASecond)
{
    const auto begin = std::chrono::steady_clock::now();
    auto command =
        *Command::start({.words = {"sleep", "60"}, .identity = identityOf(user, false), .cancelled = [&] {
                             return std::chrono::steady_clock::now() - begin > std::chrono::milliseconds(300);
                         }});
    EXPECT_EQ(command->end().error().kind, ErrorKind::Cancelled);
    command.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(1500));
}

class GitTest : public FetchTest
{
protected:
    // A repository that any HTTP server can serve, with two commits and a tag.
    GitTest()
    {
        run("git init -q -b main work && cd work && git config user.name t && git config user.email t@t && "
            "mkdir sub && echo one >file && echo deep >sub/deep && ln -s /etc outside && git add . && git "
            "commit -qm one "
            "&& git tag v1 && echo two >file && git commit -qam two");
        publish();
    }
    void run(const std::string &script) const
    {
        EXPECT_EQ(std::system(("cd " + m_temp.path() + " && " + script).c_str()), 0) << script;
    }
    void publish() const
    {
        run("rm -rf www/r.git && git clone -q --bare work www/r.git && git -C www/r.git update-server-info");
    }
    Result<Fetched> clone(const std::string &fragment, const GitOptions &what = {})
    {
        return fetchGit(m_server.url("/r.git") + fragment, what, m_folder, m_options);
    }
};

TEST_F(GitTest, HeadTagCommitAndFolder)
{
    const auto head = clone("");
    ASSERT_TRUE(head) << head.error().message;
    EXPECT_EQ(read(*head->source, "file"), "two\n");
    EXPECT_EQ(head->commit.size(), 40U);
    EXPECT_FALSE((*head->source->reader())->look(".git"));
    const auto tag = clone("#v1");
    ASSERT_TRUE(tag) << tag.error().message;
    EXPECT_EQ(read(*tag->source, "file"), "one\n");
    const auto commit = clone("#" + tag->commit);
    ASSERT_TRUE(commit) << commit.error().message;
    EXPECT_EQ(read(*commit->source, "file"), "one\n");
    const auto part = clone("#main:sub", {.keepGitFolder = true});
    ASSERT_TRUE(part) << part.error().message;
    EXPECT_EQ(read(*part->source, "deep"), "deep\n");
    const auto kept = clone("#main", {.keepGitFolder = true});
    EXPECT_EQ(read(*kept->source, ".git/HEAD").size(), 41U);
    EXPECT_TRUE(read(*kept->source, ".git/config").contains(m_server.url("/r.git")));
}

TEST_F(GitTest, Failures)
{
    EXPECT_FALSE(clone("#no-such-branch"));
    EXPECT_EQ(clone("#main:missing").error().kind, ErrorKind::NotFound);
    // Links and dots count from the repository's root.
    EXPECT_EQ(read(*clone("#main:../../..")->source, "file"), "two\n");
    EXPECT_FALSE(clone("#main:outside"));
    const auto missing = fetchGit(m_server.url("/missing.git"), {}, m_folder, m_options);
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().message.contains("git fetch of http://127.0.0.1")) << missing.error().message;
}

// What a repository brings along runs nothing: no hook, no filter, no submodule over another protocol.
TEST_F(GitTest, NothingOfARepositoryRuns)
{
    const std::string mark = m_temp.path() + "/ran";
    run("cd work && printf '#!/bin/sh\\ntouch " + mark +
        "\\n' >hook && chmod +x hook && "
        "echo '* filter=evil' >.gitattributes && "
        "git config -f .gitmodules submodule.m.path m && git config -f .gitmodules submodule.m.url 'ext::sh "
        "-c touch% " +
        mark +
        "' && git add . && git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),m && git commit "
        "-qm evil");
    ::chmod(m_temp.path().c_str(), 0777);
    publish();
    const auto evil = clone("");
    EXPECT_FALSE(evil);
    if (!evil) {
        EXPECT_TRUE(evil.error().message.contains("transport 'ext' not allowed")) << evil.error().message;
    }
    EXPECT_FALSE(fs::exists(mark));
}

TEST_F(GitTest, AContextHasItsIgnoreFile)
{
    run("cd work && echo sub >.dockerignore && git add . && git commit -qm ignore");
    publish();
    const auto context = clone("", {.context = true, .dockerfile = "Dockerfile"});
    ASSERT_TRUE(context) << context.error().message;
    EXPECT_TRUE(context->source->ignored("sub/deep"));
    EXPECT_FALSE(context->source->ignored("file"));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    quayside::test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
