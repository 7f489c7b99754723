// COPY as the Dockerfile reference tells it. Every copy is checked against the tar that its layer gives.
#include "engine/dockerfile/ignore/patterns.h"
#include "tests/engine/build/context/copybench.h"

#include <sys/sysmacros.h>
#include <sys/xattr.h>

using namespace quayside;
using namespace quayside::build;
using build::test::CopyTest;
namespace fs = std::filesystem;

namespace
{

TEST_F(CopyTest, FileToFile)
{
    write("context/a.txt", "A");
    EXPECT_EQ(copied({"a.txt"}, "/b.txt"), "b.txt=A");
    EXPECT_EQ(copied({"/a.txt"}, "/deep/er/b.txt"), "deep/ deep/er/ deep/er/b.txt=A");
    EXPECT_EQ(copied({"./a.txt"}, "/dir/"), "dir/ dir/a.txt=A");
    EXPECT_EQ(copied({"a.txt"}, "/"), "a.txt=A");
    EXPECT_EQ(copied({"a.txt"}, "/dir/."), "dir/ dir/a.txt=A");
}

TEST_F(CopyTest, FileToAFolderThatIsThere)
{
    write("context/a.txt", "A");
    fs::create_directory(path("below/etc"));
    EXPECT_EQ(copied({"a.txt"}, "/etc"), "etc/ etc/a.txt=A");
}

TEST_F(CopyTest, FoldersContentsNotTheFolder)
{
    write("context/src/a", "1");
    write("context/src/sub/b", "2");
    fs::create_symlink("../x", path("context/src/sub/link"));
    EXPECT_EQ(copied({"src"}, "/app"), "app/ app/a=1 app/sub/ app/sub/b=2 app/sub/link>../x");
    EXPECT_EQ(copied({"src/"}, "/app/"), "app/ app/a=1 app/sub/ app/sub/b=2 app/sub/link>../x");
    EXPECT_EQ(copied({"."}, "/"), "src/ src/a=1 src/sub/ src/sub/b=2 src/sub/link>../x");
    EXPECT_EQ(copied({"src/sub"}, "/"), "b=2 link>../x");
}

TEST_F(CopyTest, SeveralSourcesNeedAFolder)
{
    write("context/a", "1");
    write("context/b", "2");
    EXPECT_EQ(copied({"a", "b"}, "/to/"), "to/ to/a=1 to/b=2");
    const auto wrong = copy(request({"a", "b"}, "/to"));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().kind, ErrorKind::InvalidArgument);
    EXPECT_TRUE(wrong.error().message.contains("must be a directory and end with a /"))
        << wrong.error().message;
    // Wildcards that match more than one file are several sources too.
    EXPECT_FALSE(copy(request({"?"}, "/to")));
    EXPECT_EQ(copied({"?"}, "/to/"), "to/ to/a=1 to/b=2");
}

TEST_F(CopyTest, Wildcards)
{
    for (const char *name : {"one.go", "two.go", "three.c", ".hidden.go", "[x].go", "sub/four.go"})
        write(std::string("context/") + name, "");
    EXPECT_EQ(copied({"*.go"}, "/d/"), "d/ d/.hidden.go= d/[x].go= d/one.go= d/two.go=");
    EXPECT_EQ(copied({"t?[a-c].go"}, "/d/"),
              "error: no source files were specified: nothing matches t?[a-c].go");
    EXPECT_EQ(copied({"t*o.go"}, "/d/"), "d/ d/two.go=");
    EXPECT_EQ(copied({"s*b/*.go"}, "/d/"), "d/ d/four.go=");
    EXPECT_EQ(copied({"[[]x].go"}, "/d/"), "d/ d/[x].go=");
    EXPECT_EQ(copied({"\\[x].go"}, "/d/"), "d/ d/[x].go=");
    EXPECT_EQ(copied({"nothing*", "one.go"}, "/d/"), "d/ d/one.go=");
    const auto malformed = copy(request({"[a"}, "/d/"));
    ASSERT_FALSE(malformed);
    EXPECT_EQ(malformed.error().kind, ErrorKind::InvalidArgument);
}

TEST_F(CopyTest, WhatIsNotThere)
{
    write("context/file", "");
    fs::create_symlink("gone", path("context/dangling"));
    for (const char *source : {"missing", "file/below", "dangling"}) {
        const auto outcome = copy(request({source}, "/x"));
        ASSERT_FALSE(outcome) << source;
        EXPECT_EQ(outcome.error().kind, ErrorKind::NotFound);
        EXPECT_TRUE(
            outcome.error().message.contains("file not found in build context or excluded by .dockerignore"));
    }
    // Above the context's root is its root (Dockerfile reference, "Copying from the build context").
    const auto outside = copy(request({"../etc/passwd"}, "/x"));
    ASSERT_FALSE(outside);
    EXPECT_EQ(outside.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(copied({"../../sub/../../file"}, "/x"), "x=");
}

TEST_F(CopyTest, ASourceThatIsALinkIsFollowedWithinTheContext)
{
    write("context/real/file", "F");
    write("context/etc/passwd", "the context's");
    fs::create_symlink("real/file", path("context/link"));
    fs::create_symlink("real", path("context/folder"));
    fs::create_symlink("/etc/passwd", path("context/absolute"));
    fs::create_symlink("../../../../etc/passwd", path("context/real/up"));
    EXPECT_EQ(copied({"link"}, "/d/"), "d/ d/link=F");
    EXPECT_EQ(copied({"folder/file"}, "/f"), "f=F");
    EXPECT_EQ(copied({"absolute"}, "/f"), "f=the context's");
    EXPECT_EQ(copied({"real/up"}, "/f"), "f=the context's");
    // Inside a folder links stay links.
    EXPECT_EQ(copied({"folder"}, "/d"), "d/ d/file=F d/up>../../../../etc/passwd");
}

TEST_F(CopyTest, LinksInTheDestinationAreFollowedWithinTheLayersBelow)
{
    write("context/a", "A");
    fs::create_directories(path("below/usr/bin"));
    fs::create_symlink("usr/bin", path("below/bin"));
    fs::create_symlink("/usr/bin", path("below/usr/sbin"));
    fs::create_symlink("../../../../../../outside", path("below/escape"));
    write("below/usr/real", "old");
    fs::create_symlink("usr/real", path("below/filelink"));
    EXPECT_EQ(copied({"a"}, "/bin/"), "usr/ usr/bin/ usr/bin/a=A");
    EXPECT_EQ(copied({"a"}, "/usr/sbin"), "usr/ usr/bin/ usr/bin/a=A");
    EXPECT_EQ(copied({"a"}, "/escape/x"), "outside/ outside/x=A");
    EXPECT_EQ(copied({"a"}, "/filelink"), "usr/ usr/real=A");
    // --link does not look.
    CopyRequest independent = request({"a"}, "/bin/");
    independent.link = true;
    ASSERT_TRUE(copy(independent));
    EXPECT_EQ(layer(), "bin/ bin/a=A");
}

// The folder that takes contents is no copy; those within are, also where there were some (as BuildKit and
// dockerd's classic builder have it).
TEST_F(CopyTest, WhatFoldersBecome)
{
    write("context/src/sub/a", "A");
    ::chmod(path("context/src").c_str(), 0700);
    ::chmod(path("context/src/sub").c_str(), 0711);
    fs::create_directories(path("below/app/sub"));
    ::chmod(path("below/app").c_str(), 01777);
    const timespec times[2] = {{1000, 0}, {2000, 5}};
    ::utimensat(AT_FDCWD, path("below/app").c_str(), times, 0);
    ASSERT_TRUE(copy(request({"src"}, "/app")));
    EXPECT_EQ(status("draft/app").st_mode & 07777, 01777U);
    EXPECT_EQ(status("draft/app").st_mtim.tv_sec, 2000);
    EXPECT_EQ(status("draft/app/sub").st_mode & 07777, 0711U);
    ASSERT_TRUE(copy(request({"src"}, "/a/b")));
    EXPECT_EQ(status("draft/a").st_mode & 07777, 0755U);
    EXPECT_EQ(status("draft/a/b").st_mode & 07777, 0755U);
    EXPECT_EQ(status("draft/a/b/sub").st_mode & 07777, 0711U);
    auto closed = request({"src"}, "/a/b");
    closed.mode = *FileMode::parse("710");
    ASSERT_TRUE(copy(closed));
    EXPECT_EQ(status("draft/a").st_mode & 07777, 0755U);
    EXPECT_EQ(status("draft/a/b").st_mode & 07777, 0710U);
    // What is below such a folder is still looked at.
    fs::create_directories(path("below/app/sub/a"));
    EXPECT_EQ(copied({"src"}, "/app"), "error: cannot replace to directory /app/sub/a with file");
}

TEST_F(CopyTest, AFileOverAFolderAndAFolderOverAFileAreRefused)
{
    write("context/file", "F");
    write("context/folder/thing/x", "");
    write("context/other/thing", "");
    write("below/app/thing", "a file");
    fs::create_directories(path("below/dir/file"));
    EXPECT_EQ(copied({"file"}, "/app/thing/"), "error: cannot copy to non-directory: /app/thing");
    EXPECT_EQ(copied({"folder"}, "/app/"), "error: cannot copy to non-directory: /app/thing");
    EXPECT_EQ(copied({"file"}, "/dir/"), "error: cannot replace to directory /dir/file with file");
    EXPECT_EQ(copied({"folder", "other"}, "/new/"),
              "error: cannot replace to directory /new/thing with file");
    EXPECT_EQ(copied({"other", "folder"}, "/new/"), "error: cannot copy to non-directory: /new/thing");
    EXPECT_EQ(copied({"file"}, "/app/thing"), "app/ app/thing=F");
}

TEST_F(CopyTest, LaterSourcesReplaceEarlierOnes)
{
    write("context/a/x", "first");
    write("context/a/y", "kept");
    write("context/b/x", "second");
    EXPECT_EQ(copied({"a", "b"}, "/d/"), "d/ d/x=second d/y=kept");
}

TEST_F(CopyTest, Ignored)
{
    write("context/keep/a", "");
    write("context/secret/b", "");
    write("context/secret/public", "");
    write("context/top.log", "");
    fs::create_symlink("secret/b", path("context/innocent"));
    context({.keepsOwners = false,
             .ignore = *dockerfile::IgnorePatterns::parse("secret\n!secret/public\n*.log\n")});
    EXPECT_EQ(copied({"."}, "/"), "innocent>secret/b keep/ keep/a= secret/ secret/public=");
    EXPECT_EQ(copied({"secret"}, "/d/"), "d/ d/public=");
    for (const char *source : {"secret/b", "top.log", "innocent"}) {
        const auto outcome = copy(request({source}, "/x"));
        ASSERT_FALSE(outcome) << source;
        EXPECT_EQ(outcome.error().kind, ErrorKind::NotFound);
    }
    fs::remove(path("context/innocent"));
    EXPECT_EQ(copied({"*"}, "/d/"), "d/ d/a= d/public=");
}

TEST_F(CopyTest, Heredocs)
{
    CopyRequest heredoc{.parts = {{.path = "EOF", .content = "echo hi\n"}}, .destination = "/run.sh"};
    heredoc.mode = *FileMode::parse("755");
    ASSERT_TRUE(copy(heredoc));
    EXPECT_EQ(layer(), "run.sh=echo hi\n");
    EXPECT_EQ(status("draft/run.sh").st_mode & 07777, 0755U);
    heredoc.destination = "/d/";
    heredoc.mode.reset();
    ASSERT_TRUE(copy(heredoc));
    EXPECT_EQ(layer(), "d/ d/EOF=echo hi\n");
    EXPECT_EQ(status("draft/d/EOF").st_mode & 07777, 0644U);
}

TEST_F(CopyTest, ChmodAndTimes)
{
    write("context/s/run", "x", 0711);
    write("context/s/text", "x", 0600);
    const timespec times[2] = {{1, 0}, {1'500'000'000, 123}};
    ::utimensat(AT_FDCWD, path("context/s/run").c_str(), times, 0);
    CopyRequest changed = request({"s"}, "/d");
    changed.mode = *FileMode::parse("u=rwX,go=rX");
    ASSERT_TRUE(copy(changed));
    EXPECT_EQ(status("draft/d").st_mode & 07777, 0755U);
    EXPECT_EQ(status("draft/d/run").st_mode & 07777, 0755U);
    EXPECT_EQ(status("draft/d/text").st_mode & 07777, 0644U);
    EXPECT_EQ(status("draft/d/run").st_mtim.tv_sec, 1'500'000'000);
    EXPECT_EQ(status("draft/d/run").st_mtim.tv_nsec, 0);
}

TEST_F(CopyTest, HardLinksAmongWhatIsCopied)
{
    write("context/s/a", "shared");
    fs::create_hard_link(path("context/s/a"), path("context/s/z"));
    fs::create_hard_link(path("context/s/a"), path("context/elsewhere"));
    ASSERT_TRUE(copy(request({"s"}, "/d")));
    EXPECT_EQ(status("draft/d/a").st_ino, status("draft/d/z").st_ino);
    EXPECT_EQ(status("draft/d/a").st_nlink, 2U);
}

TEST_F(CopyTest, HolesStayHoles)
{
    write("context/sparse", "start");
    ASSERT_EQ(::truncate(path("context/sparse").c_str(), 20 << 20), 0);
    write("context/middle", "start");
    ASSERT_EQ(::truncate(path("context/middle").c_str(), 8 << 20), 0);
    std::ofstream(path("context/middle"), std::ios::app) << "end";
    const auto outcome = copy(request({"."}, "/"));
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->bytes, static_cast<std::uint64_t>((20 << 20) + (8 << 20) + 3));
    EXPECT_EQ(status("draft/sparse").st_size, 20 << 20);
    EXPECT_LT(status("draft/sparse").st_blocks, 1000);
    EXPECT_EQ(read("draft/middle"), read("context/middle"));
}

TEST_F(CopyTest, FifosComeAlongAndSocketsDoNot)
{
    fs::create_directory(path("context/s"));
    ASSERT_EQ(::mkfifo(path("context/s/fifo").c_str(), 0640), 0);
    ASSERT_EQ(::mknod(path("context/s/socket").c_str(), S_IFSOCK | 0600, 0), 0);
    ASSERT_TRUE(copy(request({"s"}, "/d")));
    EXPECT_TRUE(S_ISFIFO(status("draft/d/fifo").st_mode));
    EXPECT_FALSE(fs::exists(path("draft/d/socket")));
}

TEST_F(CopyTest, WhiteoutNamesAndDevicesAreRefused)
{
    write("context/s/.wh.passwd", "");
    const auto whiteout = copy(request({"s"}, "/etc"));
    ASSERT_FALSE(whiteout);
    EXPECT_TRUE(whiteout.error().message.contains("s/.wh.passwd"));
    write("context/plain", "");
    EXPECT_FALSE(copy(request({"plain"}, "/etc/.wh.passwd")));
    if (::mknod(path("context/dev").c_str(), S_IFCHR | 0600, makedev(1, 3)) != 0)
        GTEST_SKIP() << "no right to make a device";
    const auto device = copy(request({"dev"}, "/d"));
    ASSERT_FALSE(device);
    EXPECT_TRUE(device.error().message.contains("dev is a device"));
}

TEST_F(CopyTest, OddNames)
{
    const std::string odd = "new\nline \x01 \xff \u00e4", longest(255, 'n');
    write("context/s/" + odd, "1");
    write("context/s/" + longest + "/" + longest, "2");
    ASSERT_TRUE(copy(request({"s"}, "/d")));
    EXPECT_EQ(read("draft/d/" + odd), "1");
    EXPECT_EQ(read("draft/d/" + longest + "/" + longest), "2");
}

TEST_F(CopyTest, TooDeepIsAnErrorThatNamesTheFolder)
{
    Fd at = folder(path("context"));
    for (int i = 0; i < 600; ++i) {
        ASSERT_EQ(::mkdirat(at.get(), "d", 0755), 0);
        at = Fd(::openat(at.get(), "d", O_RDONLY | O_DIRECTORY));
    }
    const auto outcome = copy(request({"."}, "/"));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::TooLarge);
    EXPECT_TRUE(outcome.error().message.contains("nested deeper than 512: d/d/d"));
}

TEST_F(CopyTest, OwnersOfStagesAreKeptAndThoseOfAContextAreNot)
{
    if (::geteuid() != 0)
        GTEST_SKIP() << "needs root to give files away";
    write("context/f", "");
    ASSERT_EQ(::lchown(path("context/f").c_str(), 12, 34), 0);
    ASSERT_TRUE(copy(request({"f"}, "/")));
    EXPECT_EQ(status("draft/f").st_uid, 0U);
    ASSERT_EQ(::setxattr(path("context/f").c_str(), "user.note", "kept", 4, 0), 0);
    context({.keepsOwners = true});
    ASSERT_TRUE(copy(request({"f"}, "/")));
    EXPECT_EQ(status("draft/f").st_uid, 12U);
    EXPECT_EQ(status("draft/f").st_gid, 34U);
    EXPECT_EQ(::getxattr(path("draft/f").c_str(), "user.note", nullptr, 0), 4);
    CopyRequest given = request({"f"}, "/new/");
    given.owner = Ids{56, 78};
    ASSERT_TRUE(copy(given));
    EXPECT_EQ(status("draft/new").st_uid, 56U);
    EXPECT_EQ(status("draft/new/f").st_gid, 78U);
    given.owner = Ids{65536, 0};
    EXPECT_FALSE(copy(given));
}

TEST_F(CopyTest, IntoAnEmptyImage)
{
    write("context/hello", "H", 0755);
    ASSERT_TRUE(copy(request({"hello"}, "/"), false));
    EXPECT_EQ(layer(), "hello=H");
}

TEST_F(CopyTest, Cancelled)
{
    write("context/s/f", "");
    CopyRequest stopped = request({"s"}, "/");
    stopped.cancelled = [] { return true; };
    const auto outcome = copy(stopped);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Cancelled);
}

} // namespace
