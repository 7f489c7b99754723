// The writer of PUT archive, on a plain folder: owners are the test's own.
#include "engine/api/http/body.h"
#include "engine/containers/files/extract.h"
#include "engine/images/unpack/decompress.h"
#include "tests/fakes/imagemaker.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace quayside;
using namespace quayside::containers::files;
namespace fs = std::filesystem;

namespace
{

// What is written beyond `largest` fails with EFBIG.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t largest)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{std::min(largest, m_before.rlim_max), m_before.rlim_max};
        m_handler = ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before{};
    sighandler_t m_handler = SIG_DFL;
};

// The body of a request, sent by another thread.
class Upload
{
public:
    // `chunk`: the size of the chunks; 0: it has a length.
    Upload(std::string body, std::size_t chunk) : m_parser({.chunked = chunk > 0, .length = body.size()})
    {
        ::signal(SIGPIPE, SIG_IGN);
        int ends[2];
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
        m_socket = Fd(ends[0]);
        m_sender = std::jthread([body = std::move(body), chunk, end = Fd(ends[1])] {
            if (chunk == 0)
                return (void)api::sendAll(end.get(), body);
            api::BodySink sink(end.get(), true);
            for (std::size_t at = 0; at < body.size(); at += chunk)
                (void)sink.write(std::string_view(body).substr(at, chunk));
            (void)api::sendAll(end.get(), api::lastChunk);
        });
    }
    ~Upload() { m_socket.reset(); } // a sender that still writes ends
    Upload(const Upload &) = delete;
    Upload &operator=(const Upload &) = delete;
    std::unique_ptr<api::ByteSource> source()
    {
        return std::make_unique<api::BodySource>(m_socket.get(), m_parser, std::string());
    }

private:
    api::BodyParser m_parser;
    Fd m_socket;
    std::jthread m_sender;
};

class ExtractTest : public testing::Test
{
protected:
    ExtractTest() { fs::create_directory(path("")); }
    [[nodiscard]] std::string path(const std::string &below) const
    {
        return m_temp.path() + "/tree/" + below;
    }
    Result<> extract(test::Tar tar, ExtractOptions options = {}, rlim_t largest = RLIM_INFINITY,
                     std::function<bool()> isLate = {})
    {
        options.owner = {::getuid(), ::getgid()};
        const std::string bytes = tar.bytes().substr(0, m_cutAt);
        const Fd memory(::memfd_create("archive", MFD_CLOEXEC));
        EXPECT_EQ(::write(memory.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
        ::lseek(memory.get(), 0, SEEK_SET);
        Upload upload(m_uploaded ? bytes : "", m_chunk);
        const Fd folder(::open(path("").c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
        const FileSizeLimit limit(largest);
        images::WriteBehind behind([] { return Result<>(); });
        FolderWriter writer(folder.get(), options, behind, std::move(isLate));
        TRY(auto input, m_uploaded ? images::decompress(upload.source()) : images::decompress(memory.get()));
        images::PlainBlocks blocks(std::move(input), false);
        images::TarReader reader(blocks, {}, [] {});
        auto done = reader.readAll(writer);
        m_handedOver = behind.written();
        return done;
    }
    std::string read(const std::string &name) const
    {
        std::ifstream file(path(name));
        return {std::istreambuf_iterator<char>(file), {}};
    }
    void refused(test::Tar tar, const std::string &why)
    {
        const auto done = extract(std::move(tar));
        ASSERT_FALSE(done) << why;
        EXPECT_EQ(done.error().kind, ErrorKind::InvalidArgument);
        EXPECT_NE(done.error().message.find(why), std::string::npos) << done.error().message;
    }
    test::TempRoot m_temp;
    std::uint64_t m_handedOver = 0; // files
    bool m_uploaded = false;        // the archive comes as a body on a socket, not out of a file
    std::size_t m_chunk = 0;        // of an upload; 0: all has a length
    std::size_t m_cutAt = std::string::npos;
};

TEST_F(ExtractTest, ContentsAreHandedOverWhileTheArchiveComesQuicker)
{
    test::Tar tar;
    for (int i = 0; i < 8; ++i)
        tar.add({.name = std::format("large{}", i)}, std::string(300'000, static_cast<char>('a' + i)));
    tar.add({.name = "hard", .type = '1', .link = "large6"});
    int asked = 0;
    ASSERT_TRUE(extract(std::move(tar), {}, RLIM_INFINITY, [&] { return ++asked % 2 == 0; }));
    EXPECT_EQ(m_handedOver, 4U);
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(read(std::format("large{}", i)), std::string(300'000, static_cast<char>('a' + i)));
    EXPECT_EQ(read("hard"), read("large6"));
}

TEST_F(ExtractTest, NamesAreReadAsDockerdReadsThem)
{
    ASSERT_TRUE(extract(test::Tar()
                            .add({.name = "/absolute"}, "1")
                            .add({.name = "./a/../b/./c"}, "2")
                            .add({.name = "./", .type = '5', .mode = 0111})));
    EXPECT_EQ(read("absolute"), "1");
    EXPECT_EQ(read("b/c"), "2") << "missing folders are made";
    struct stat status{};
    ASSERT_EQ(::stat(path("").c_str(), &status), 0);
    EXPECT_NE(status.st_mode & 0777, 0111U) << "the folder itself stays what it is";
}

TEST_F(ExtractTest, WhatLeadsOutIsRefused)
{
    refused(test::Tar().add({.name = "../x"}, "1"), "leaves the folder");
    refused(test::Tar().add({.name = "a/../../x"}, "1"), "leaves the folder");
    refused(test::Tar().add({.name = "x", .type = '1', .link = "../../etc/passwd"}), "outside the archive");
    refused(test::Tar().add({.name = "x", .type = '3', .deviceMajor = 1, .deviceMinor = 3}), "device");
    refused(test::Tar().add({.name = "x", .xattrs = {{"trusted.overlay.opaque", "y"}}}, "1"),
            "trusted.overlay.opaque");
    EXPECT_FALSE(fs::exists(m_temp.path() + "/x"));
}

TEST_F(ExtractTest, WhatIsInTheWayGoes)
{
    ASSERT_TRUE(extract(test::Tar()
                            .add({.name = "dir/", .type = '5', .mode = 0755})
                            .add({.name = "dir/old"}, "old")
                            .add({.name = "file"}, "old")));
    fs::create_symlink("/etc/passwd", path("link"));
    ASSERT_TRUE(
        extract(test::Tar().add({.name = "dir/", .type = '5', .mode = 0700}).add({.name = "link"}, "new")));
    EXPECT_EQ(read("dir/old"), "old") << "a folder keeps what is in it";
    EXPECT_EQ(read("link"), "new");
    EXPECT_FALSE(fs::is_symlink(path("link"))) << "a link is replaced, not written through";
    ASSERT_TRUE(extract(
        test::Tar().add({.name = "dir"}, "a file now").add({.name = "file/", .type = '5', .mode = 0755})));
    EXPECT_EQ(read("dir"), "a file now");
    EXPECT_TRUE(fs::is_directory(path("file")));
}

TEST_F(ExtractTest, WhatIsPutBackMeanwhileIsReplacedAgain)
{
    std::jthread other([&](const std::stop_token &stop) {
        const std::string file = path("file"), link = path("link");
        while (!stop.stop_requested()) {
            ::close(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
            ::close(::open(link.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
        }
    });
    test::Tar tar;
    tar.add({.name = "first"}, "new");
    for (int i = 0; i < 500; ++i)
        tar.add({.name = "file"}, "new").add({.name = "link", .type = '1', .link = "first"});
    const auto done = extract(std::move(tar));
    EXPECT_TRUE(done) << done.error().message;
}

// Who is killed between two system calls leaves nothing of another name behind.
TEST_F(ExtractTest, NoOtherNameIsMadeMeanwhile)
{
    test::Tar tar;
    tar.add({.name = "file"}, "new")
        .add({.name = "link", .type = '2', .link = "file"})
        .add({.name = "hard", .type = '1', .link = "file"})
        .add({.name = "pipe", .type = '6'});
    for (const char *name : {"file", "link", "hard", "pipe"})
        std::ofstream(path(name)) << "old";
    const Fd events(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
    ASSERT_GE(::inotify_add_watch(events.get(), path("").c_str(), IN_CREATE | IN_MOVED_TO), 0);
    ASSERT_TRUE(extract(std::move(tar)));
    alignas(inotify_event) std::array<char, 4096> buffer;
    const ssize_t size = ::read(events.get(), buffer.data(), buffer.size());
    std::vector<std::string> made;
    for (ssize_t at = 0; at < size;) {
        const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
        made.emplace_back(event->name);
        at += static_cast<ssize_t>(sizeof *event + event->len);
    }
    EXPECT_EQ(made, (std::vector<std::string>{"file", "link", "hard", "pipe"}));
}

TEST_F(ExtractTest, DirectoriesAreKeptWhereAskedFor)
{
    fs::create_directory(path("dir"));
    std::ofstream(path("file")) << "1";
    const ExtractOptions keep{.keepDirectories = true};
    EXPECT_FALSE(extract(test::Tar().add({.name = "dir"}, "x"), keep));
    EXPECT_FALSE(extract(test::Tar().add({.name = "file/", .type = '5'}), keep));
    EXPECT_TRUE(extract(
        test::Tar().add({.name = "file"}, "2").add({.name = "dir/", .type = '5', .mode = 0755}), keep));
    EXPECT_EQ(read("file"), "2");
}

TEST_F(ExtractTest, ModesTimesAndLinksAreThoseOfTheArchive)
{
    ASSERT_TRUE(extract(test::Tar()
                            .add({.name = "d/", .type = '5', .mode = 0711, .mtime = 1000})
                            .add({.name = "d/f", .mode = 06750, .mtime = 2000}, "x")
                            .add({.name = "h", .type = '1', .link = "d/f"})
                            .add({.name = "s", .type = '2', .link = "d/f", .mtime = 3000})
                            .add({.name = "p", .type = '6', .mode = 0600})));
    struct stat folder{}, file{};
    ASSERT_EQ(::stat(path("d").c_str(), &folder), 0);
    EXPECT_EQ(folder.st_mode & 07777, 0711U);
    EXPECT_EQ(folder.st_mtim.tv_sec, 1000) << "set after what is in it";
    ASSERT_EQ(::stat(path("h").c_str(), &file), 0);
    EXPECT_EQ(file.st_mode & 07777, 06750U);
    EXPECT_EQ(file.st_nlink, 2U);
    EXPECT_EQ(file.st_mtim.tv_sec, 2000);
    EXPECT_TRUE(fs::is_symlink(path("s")));
    EXPECT_TRUE(fs::is_fifo(path("p")));
}

// Their contents are written by another thread, while the next entries are made. What an upload has in one
// run is moved from its socket.
class LargeFiles : public ExtractTest, public testing::WithParamInterface<int>
{
protected:
    LargeFiles()
    {
        m_uploaded = GetParam() >= 0;
        m_chunk = static_cast<std::size_t>(std::max(GetParam(), 0));
    }
};

INSTANTIATE_TEST_SUITE_P(ThatCome, LargeFiles, testing::Values(-1, 0, 32 << 10, 400'001, 5 << 20));

TEST_P(LargeFiles, AreWhole)
{
    test::Tar tar;
    std::vector<std::string> contents;
    for (int i = 0; i < 100; ++i) {
        std::string content(static_cast<std::size_t>(60'000 + 3'517 * i), '\0');
        for (std::size_t at = 0; at < content.size(); ++at)
            content[at] = static_cast<char>(at * 31 + static_cast<std::size_t>(i) * 7 + (at >> 13));
        contents.push_back(std::move(content));
        tar.add({.name = "f" + std::to_string(i), .mode = 06751, .mtime = 1000 + i}, contents.back());
    }
    tar.add({.name = "link", .type = '1', .link = "f99"})
        .add({.name = "f98"}, "another one"); // in the way of one that is behind
    ASSERT_TRUE(extract(std::move(tar)));
    for (int i = 0; i < 98; ++i) {
        const std::string name = "f" + std::to_string(i);
        ASSERT_EQ(read(name), contents[static_cast<std::size_t>(i)]) << name;
        struct stat status{};
        ASSERT_EQ(::stat(path(name).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 07777, 06751U) << name << ": writing clears set-id bits";
        EXPECT_EQ(status.st_mtim.tv_sec, 1000 + i) << name;
    }
    EXPECT_EQ(read("link"), contents[99]);
    EXPECT_EQ(read("f98"), "another one");
}

TEST_P(LargeFiles, ThatCannotBeWrittenAreNamed)
{
    const auto done = extract(test::Tar()
                                  .add({.name = "small"}, std::string(500'000, 'x'))
                                  .add({.name = "large"}, std::string(3 << 20, 'x'))
                                  .add({.name = "next"}, std::string(500'000, 'x')),
                              {}, 1 << 20);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().errnum, EFBIG);
    EXPECT_NE(done.error().message.find("\"large\""), std::string::npos) << done.error().message;
    EXPECT_EQ(read("small").size(), 500'000U);
}

// A body may be whole where the archive in it is not.
TEST_P(LargeFiles, ThatEndTooEarlyAreDamaged)
{
    m_cutAt = 600'000;
    const auto done = extract(test::Tar()
                                  .add({.name = "first"}, std::string(200'000, 'x'))
                                  .add({.name = "second"}, std::string(500'000, 'x')));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, ErrorKind::InvalidArgument) << done.error().message;
    EXPECT_NE(done.error().message.find("\"second\": the tar archive is damaged"), std::string::npos)
        << done.error().message;
    EXPECT_EQ(read("first"), std::string(200'000, 'x'));
}

} // namespace
