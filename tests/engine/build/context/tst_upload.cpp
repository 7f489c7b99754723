// Uploaded contexts and ADD of local archives, through the sandboxed child.
#include "engine/build/context/buildfolder.h"
#include "engine/build/context/uploadedsource.h"
#include "engine/images/content/tarwriter.h"
#include "engine/images/unpack/child.h"
#include "tests/engine/build/context/copybench.h"
#include "tests/fakes/imagemaker.h"

#include <fstream>

using namespace quayside;
using namespace quayside::build;
namespace fs = std::filesystem;

namespace
{

class UploadTest : public build::test::CopyTest
{
protected:
    UploadTest() : m_folder(*BuildFolder::make(m_temp.path())) {}

    Result<std::unique_ptr<FileSource>> upload(const std::string &bytes,
                                               const std::string &dockerfile = "Dockerfile")
    {
        images::StringSource source(bytes);
        return m_folder.receive(source, dockerfile);
    }
    std::string uploaded(const std::string &bytes)
    {
        auto source = upload(bytes);
        if (!source)
            return "error: " + source.error().message;
        m_context = *std::move(source);
        return copied({"."}, "/");
    }
    CopyRequest adding(const std::string &source, const std::string &to)
    {
        CopyRequest add = request({source}, to);
        add.parts[0].extract = true;
        m_scratch = *m_folder.makeFolder();
        add.scratch = m_scratch.get();
        return add;
    }

    BuildFolder m_folder;
    Fd m_scratch;
};

std::string someContext()
{
    quayside::test::Tar tar;
    tar.add({.name = "./", .type = '5', .mode = 0755})
        .add({.name = "src/", .type = '5', .mode = 0755, .uid = 1'234'567, .gid = 99})
        .add({.name = "src/a.c", .mode = 0640, .uid = 1'234'567}, "int a;")
        .add({.name = "src/.wh.b"}, "no whiteout here");
    return tar.bytes();
}

TEST_F(UploadTest, PlainAndCompressed)
{
    for (const char *filter : {"none", "gzip", "bzip2", "xz", "zstd"}) {
        auto source = upload(quayside::test::compress(someContext(), filter));
        ASSERT_TRUE(source) << filter << ": " << source.error().message;
        m_context = *std::move(source);
        EXPECT_EQ(copied({"src/a.c"}, "/"), "a.c=int a;") << filter;
        EXPECT_EQ(status("draft/a.c").st_uid, 0U);
        EXPECT_EQ(status("draft/a.c").st_mode & 07777, 0640U);
        const auto whiteout = (*m_context->reader())->look("src/.wh.b");
        EXPECT_TRUE(whiteout) << "a context has no whiteouts";
    }
}

TEST_F(UploadTest, IgnoreFiles)
{
    quayside::test::Tar tar;
    tar.add({.name = ".dockerignore"}, "a\nDockerfile\n.dockerignore\n")
        .add({.name = "other.dockerignore"}, "b\nother*\n.dockerignore\nDockerfile\n")
        .add({.name = "Dockerfile"}, "FROM scratch\n")
        .add({.name = "a"}, "")
        .add({.name = "b"}, "");
    m_context = *upload(tar.bytes());
    EXPECT_EQ(copied({"."}, "/"), "b= other.dockerignore=b\nother*\n.dockerignore\nDockerfile\n");
    EXPECT_EQ(readContextFile(*m_context, "Dockerfile", 100).value(), "FROM scratch\n");
    EXPECT_EQ(readContextFile(*m_context, "Dockerfile", 5).error().kind, ErrorKind::TooLarge);
    EXPECT_EQ(readContextFile(*m_context, "missing", 5).error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(readContextFile(*m_context, "../Dockerfile", 100));
    m_context = *upload(tar.bytes(), "other");
    EXPECT_EQ(copied({"."}, "/"), "a=");
}

TEST_F(UploadTest, HostileEntriesAreRefusedByName)
{
    struct Case {
        images::TarEntry entry;
        const char *said;
    };
    for (const Case &c : std::initializer_list<Case>{
             {{.name = "../evil"}, "../evil"},
             {{.name = "/etc/evil"}, "/etc/evil"},
             {{.name = "dev", .type = '3', .deviceMajor = 1, .deviceMinor = 3}, "it is a device"},
             {{.name = "hard", .type = '1', .link = "../../etc/passwd"}, "hard"}}) {
        quayside::test::Tar tar;
        tar.add({.name = "fine"}, "");
        const auto source = upload(tar.add(c.entry).bytes());
        ASSERT_FALSE(source) << c.entry.name;
        EXPECT_EQ(source.error().kind, ErrorKind::InvalidArgument);
        EXPECT_TRUE(source.error().message.contains(c.said)) << source.error().message;
    }
    quayside::test::Tar through;
    through.add({.name = "out", .type = '2', .link = "/var/tmp"}).add({.name = "out/evil-quayside-test"}, "");
    (void)upload(through.bytes());
    EXPECT_FALSE(fs::exists("/var/tmp/evil-quayside-test"));
    EXPECT_FALSE(upload("this is no archive at all"));
    EXPECT_FALSE(upload(someContext().substr(0, 900)));
}

TEST_F(UploadTest, GoneAfterTheBuildAndAfterACrash)
{
    {
        BuildFolder folder = *BuildFolder::make(m_temp.path());
        const std::string bytes = someContext();
        images::StringSource source(bytes);
        ASSERT_TRUE(folder.receive(source, ""));
        ASSERT_EQ(std::distance(fs::directory_iterator(path("builds")), {}), 1);
        const fs::path own = fs::directory_iterator(path("builds"))->path();
        EXPECT_FALSE(fs::is_empty(own));
        folder.empty();
        EXPECT_TRUE(fs::is_empty(own));
    }
    EXPECT_TRUE(fs::is_empty(path("builds")));
    write("builds/dead/1/file", "left over");
    ASSERT_TRUE(BuildFolder::sweep(m_temp.path()));
    EXPECT_TRUE(fs::is_empty(path("builds")));
}

// What is in <root>/builds: folders of builds, and in them what was unpacked.
class KnownUploadTest : public UploadTest
{
protected:
    std::size_t unpacked() const
    {
        const fs::recursive_directory_iterator all(path("builds"));
        return static_cast<std::size_t>(
            std::ranges::count_if(all, [](const auto &entry) { return entry.is_regular_file(); }));
    }
    // The step's digest; the upload's folders go with the build.
    std::string build(const std::string &bytes, std::uint32_t user = 1000)
    {
        BuildFolder folder = *BuildFolder::make(m_temp.path());
        images::StringSource archive(bytes);
        const auto source = receiveUpload(folder, archive, "Dockerfile", m_known, user);
        if (!source)
            return "error: " + source.error().message;
        const auto text = readContextFile(**source, "Dockerfile", 1000);
        const CopyRequest copy{.parts = {{.source = source->get(), .path = "src"}}, .destination = "/src"};
        const auto sum = checksum(copy, nullptr);
        m_unpacked = unpacked();
        return (text ? *text : text.error().message) + " " + (sum ? sum->digest : sum.error().message);
    }
    static std::string contextWith(const std::string &content, const std::string &ignored = "")
    {
        quayside::test::Tar tar;
        tar.add({.name = "Dockerfile"}, "FROM scratch")
            .add({.name = "src/", .type = '5'})
            .add({.name = "src/a"}, content);
        if (!ignored.empty())
            tar.add({.name = ".dockerignore"}, ignored);
        return tar.bytes();
    }

    KnownUploads m_known;
    std::size_t m_unpacked = 0;
};

TEST_F(KnownUploadTest, TheSameBytesAreNotUnpackedAgain)
{
    const std::string first = build(contextWith("one"));
    EXPECT_EQ(m_unpacked, 2U);
    EXPECT_EQ(build(contextWith("one")), first);
    EXPECT_EQ(m_unpacked, 0U);
    EXPECT_EQ(build(contextWith("one"), 1001), first);
    EXPECT_EQ(m_unpacked, 2U) << "what another user has sent is nothing to this one";
    const std::string other = build(contextWith("two"));
    EXPECT_EQ(m_unpacked, 2U);
    EXPECT_NE(other, first);
    EXPECT_NE(build(contextWith("one", "src\n")), first) << "what is ignored is not there, known or not";
    EXPECT_NE(build(contextWith("one", "src\n")), first);
    const std::string damaged = contextWith("one").substr(0, 2049);
    EXPECT_TRUE(build(damaged).starts_with("error: "));
    EXPECT_TRUE(build(damaged).starts_with("error: ")) << "a second time it is no better";
}

TEST_F(KnownUploadTest, AnotherQuestionUnpacks)
{
    const std::string bytes = contextWith("one");
    ASSERT_FALSE(build(bytes).starts_with("error"));
    BuildFolder folder = *BuildFolder::make(m_temp.path());
    images::StringSource archive(bytes);
    m_context = *receiveUpload(folder, archive, "Dockerfile", m_known, 1000);
    EXPECT_EQ(unpacked(), 0U);
    EXPECT_EQ(copied({"Dockerfile"}, "/"), "Dockerfile=FROM scratch");
    EXPECT_EQ(unpacked(), 2U);
    m_context.reset();
}

TEST_F(KnownUploadTest, ManyAreForgotten)
{
    const std::string bytes = contextWith("one");
    build(bytes);
    for (std::size_t i = 0; i < KnownUploads::mostUploads; ++i)
        build(contextWith(std::to_string(i)));
    build(bytes);
    EXPECT_EQ(m_unpacked, 2U);
    const std::string large = contextWith(std::string(KnownUploads::mostArchive, 'x'));
    const std::string sum = build(large);
    EXPECT_EQ(build(large), sum);
    EXPECT_EQ(m_unpacked, 2U) << "is not kept in memory";
}

TEST_F(UploadTest, AddUnpacksLocalArchives)
{
    quayside::test::Tar tar;
    tar.add({.name = "usr/", .type = '5', .mode = 0700})
        .add({.name = "usr/x", .mode = 0600, .uid = 7, .gid = 8}, "X")
        .add({.name = "hard", .type = '1', .link = "usr/x"});
    for (const char *filter : {"none", "gzip", "bzip2", "xz", "zstd"}) {
        write("context/archive", quayside::test::compress(tar.bytes(), filter));
        context();
        ASSERT_TRUE(copy(adding("archive", "/opt"))) << filter;
        EXPECT_EQ(layer(), "opt/ opt/hard=X opt/usr/ opt/usr/x=X") << filter;
        EXPECT_EQ(status("draft/opt/usr/x").st_uid, 7U);
        EXPECT_EQ(status("draft/opt/usr/x").st_nlink, 2U);
        EXPECT_EQ(status("draft/opt/usr").st_mode & 07777, 0700U);
        CopyRequest given = adding("archive", "/opt");
        given.owner = Ids{1, 2};
        ASSERT_TRUE(copy(given));
        EXPECT_EQ(status("draft/opt/usr/x").st_gid, 2U);
        // COPY takes it as it is.
        EXPECT_TRUE(copied({"archive"}, "/opt").starts_with("opt="));
    }
}

TEST_F(UploadTest, AddOfWhatIsNoArchiveCopies)
{
    write("context/text", "just text");
    write("context/text.gz", quayside::test::compress("just compressed text", "gzip"));
    write("context/broken.xz", std::string("\xfd\x37zXZ\0garbage", 13));
    context();
    for (const char *name : {"text", "text.gz", "broken.xz"}) {
        ASSERT_TRUE(copy(adding(name, "/d/"))) << name;
        EXPECT_EQ(read("draft/d/" + std::string(name)), read("context/" + std::string(name)));
    }
}

TEST_F(UploadTest, AddOfAHostileOrDamagedArchiveIsAnError)
{
    quayside::test::Tar tar;
    tar.add({.name = "fine"}, "").add({.name = "../evil"}, "");
    write("context/hostile.tar", tar.bytes());
    std::string damaged = quayside::test::compress(someContext() + std::string(200'000, 'x'), "gzip");
    quayside::test::Tar big;
    std::string noise(300'000, '\0');
    for (std::size_t i = 0; i < noise.size(); ++i)
        noise[i] = static_cast<char>(i * i >> 3);
    damaged = quayside::test::compress(big.add({.name = "noise"}, noise).bytes(), "gzip");
    write("context/damaged.tar.gz", damaged.substr(0, damaged.size() / 2));
    context();
    const auto hostile = copy(adding("hostile.tar", "/d/"));
    ASSERT_FALSE(hostile);
    EXPECT_TRUE(hostile.error().message.contains("../evil")) << hostile.error().message;
    const auto cut = copy(adding("damaged.tar.gz", "/d/"));
    ASSERT_FALSE(cut);
    EXPECT_TRUE(cut.error().message.contains("damaged.tar.gz")) << cut.error().message;
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
