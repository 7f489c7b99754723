// Trees become tars: the same bytes every time, also of a layer's copy. Needs no privilege: owners stay the
// caller's.
#include "engine/images/pack/hashing.h"
#include "engine/images/pack/layercopy.h"
#include "engine/images/pack/pack.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <sys/xattr.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace quayside;
using namespace quayside::images;
namespace fs = std::filesystem;

namespace
{

class PackTest : public testing::Test
{
protected:
    PackTest()
    {
        fs::create_directory(from());
        fs::create_directory(to());
    }
    [[nodiscard]] std::string from() const { return m_temp.path() + "/from"; }
    [[nodiscard]] std::string to() const { return m_temp.path() + "/to"; }
    void file(const std::string &name, const std::string &content) const
    {
        std::ofstream(from() + "/" + name) << content;
    }
    static Fd open(const std::string &path)
    {
        return Fd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    static std::string packed(const std::string &path)
    {
        StringSink sink;
        const auto done = packLayer(open(path).get(), sink);
        EXPECT_TRUE(done) << done.error().message;
        return sink.text;
    }
    static std::vector<std::string> namesIn(const std::string &tar)
    {
        std::vector<std::string> names;
        for (std::size_t at = 0; at + 512 <= tar.size() && tar[at] != 0;) {
            if (tar[at + 156] != 'x')
                names.emplace_back(tar.c_str() + at);
            const auto size = std::stoull(tar.substr(at + 124, 11), nullptr, 8);
            at += 512 + (size + 511) / 512 * 512;
        }
        return names;
    }
    // Every kind of thing that a layer may hold.
    void fill() const
    {
        fs::create_directories(from() + "/dir/sub");
        file("dir/file", "content");
        file("dir/.hidden", std::string(3000, 'x'));
        file("empty", "");
        ::chmod((from() + "/dir/file").c_str(), 06755);
        fs::create_hard_link(from() + "/dir/file", from() + "/same");
        fs::create_symlink("dir/file", from() + "/link");
        fs::create_symlink(std::string(150, 'l'), from() + "/long link");
        ::mkfifo((from() + "/fifo").c_str(), 0640);
        ::mknod((from() + "/dir/gone").c_str(), S_IFCHR, makedev(0, 0));
        ::setxattr((from() + "/dir/sub").c_str(), "user.overlay.opaque", "y", 1, 0);
        ::setxattr((from() + "/dir/file").c_str(), "user.mine", "value", 5, 0);
        ::setxattr((from() + "/dir/file").c_str(), "user.overlay.origin", "secret", 6, 0);
        const Fd sparse(::open((from() + "/sparse").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        EXPECT_EQ(::pwrite(sparse.get(), "end", 3, 5 << 20), 3);
        const timespec times[2] = {{0, UTIME_OMIT}, {1'000'000'000, 123'456'789}};
        ::utimensat(AT_FDCWD, (from() + "/empty").c_str(), times, 0);
    }
    test::TempRoot m_temp;
};

TEST_F(PackTest, ALayerHasItsEntriesSortedAndItsWhiteouts)
{
    fill();
    const std::string tar = packed(from());
    const std::vector<std::string> wanted = {
        "dir/",  "dir/.hidden", "dir/file", "dir/.wh.gone", "dir/sub/", "dir/sub/.wh..wh..opq",
        "empty", "fifo",        "link",     "long link",    "same",     "sparse"};
    EXPECT_EQ(namesIn(tar), wanted);
    EXPECT_EQ(tar.find("secret"), std::string::npos) << "overlayfs's own attributes stay here";
    EXPECT_NE(tar.find("SCHILY.xattr.user.mine=value"), std::string::npos);
}

TEST_F(PackTest, ACopyIsTheSameLayer)
{
    fill();
    StringSink written;
    TarWriter tar(written);
    const Fd draft = open(to());
    LayerCopy copy(tar, draft.get(), {});
    ASSERT_TRUE(walkTree(open(from()).get(), copy));
    ASSERT_TRUE(tar.finish());
    EXPECT_EQ(written.text, packed(from()));
    EXPECT_EQ(written.text, packed(to())) << "what is saved later is what was hashed now";
    EXPECT_EQ(copy.bytes(), 7 + 3000 + (5U << 20) + 3);
    struct stat status{};
    ASSERT_EQ(::stat((to() + "/sparse").c_str(), &status), 0);
    EXPECT_LT(status.st_blocks, 100) << "a hole stays a hole";
    ASSERT_EQ(::lstat((to() + "/dir/gone").c_str(), &status), 0);
    EXPECT_TRUE(isWhiteoutEntry(status));
    EXPECT_TRUE(isOpaque(open(to() + "/dir/sub").get()));
    ASSERT_EQ(::stat((to() + "/dir/file").c_str(), &status), 0);
    EXPECT_EQ(status.st_nlink, 2U);
    EXPECT_EQ(status.st_mode & 07777, 06755U);
}

TEST_F(PackTest, WhatIsSkippedIsNeitherInTheTarNorInTheCopy)
{
    file("kept", "1");
    fs::create_directory(from() + "/left");
    StringSink written;
    TarWriter tar(written);
    const Fd draft = open(to());
    LayerCopy copy(tar, draft.get(), [](const TreeEntry &entry) { return entry.path == "left"; });
    ASSERT_TRUE(walkTree(open(from()).get(), copy));
    EXPECT_EQ(namesIn(written.text), std::vector<std::string>{"kept"});
    EXPECT_FALSE(fs::exists(to() + "/left"));
    EXPECT_EQ(copy.entries(), 1U);
}

TEST_F(PackTest, SocketsStayOut)
{
    const Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    (from() + "/socket").copy(address.sun_path, sizeof address.sun_path - 1);
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    EXPECT_TRUE(namesIn(packed(from())).empty());
}

TEST_F(PackTest, ATreeThatIsTooDeepIsAnError)
{
    Fd folder = open(from());
    for (int i = 0; i < maxTreeDepth + 2; ++i) {
        ASSERT_EQ(::mkdirat(folder.get(), "d", 0700), 0);
        folder = Fd(::openat(folder.get(), "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }
    StringSink sink;
    const auto done = packLayer(open(from()).get(), sink);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::TooLarge);
}

TEST_F(PackTest, AFileThatShrankIsFilledUp)
{
    file("file", std::string(1000, 'a'));
    StringSink sink;
    TarWriter tar(sink);
    Packer packer(tar, PackForm::Plain, [](const std::string &path) { return path; });
    const Fd opened(::open((from() + "/file").c_str(), O_RDWR | O_CLOEXEC));
    TreeEntry entry{.path = "file", .name = "file", .file = opened.get()};
    ASSERT_EQ(::fstat(opened.get(), &entry.status), 0);
    ASSERT_EQ(::ftruncate(opened.get(), 10), 0);
    ASSERT_TRUE(packer.visit(entry));
    ASSERT_EQ(sink.text.size(), 512U + 1024U);
    EXPECT_EQ(sink.text.substr(512, 20), std::string(10, 'a') + std::string(10, '\0'));
}

TEST(HashingSink, HashesWhatComesInAnyPieces)
{
    std::string bytes;
    for (int i = 0; i < 700'000; ++i)
        bytes += std::to_string(i);
    HashingSink sink;
    for (std::size_t at = 0, step = 1; at < bytes.size(); at += step, step = step * 3 % 2'000'003 + 1)
        ASSERT_TRUE(sink.write(std::string_view(bytes).substr(at, step)));
    EXPECT_EQ(sink.bytes(), bytes.size());
    EXPECT_EQ(sink.finish(), digestOf(bytes));
    HashingSink unfinished; // must end without finish()
    ASSERT_TRUE(unfinished.write(bytes));
}

} // namespace
