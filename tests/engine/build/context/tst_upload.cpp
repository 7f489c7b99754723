// Uploaded contexts and ADD of local archives, through the sandboxed child.
#include "engine/build/context/buildfolder.h"
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
        EXPECT_EQ(std::distance(fs::directory_iterator(path("builds")), {}), 2);
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(path("builds")), {}), 1);
    write("builds/dead/1/file", "left over");
    ASSERT_TRUE(BuildFolder::sweep(m_temp.path()));
    EXPECT_TRUE(fs::is_empty(path("builds")));
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
