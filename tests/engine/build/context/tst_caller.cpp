// A context as a descriptor of the caller's: read as the caller, by the child.
#include "engine/build/context/buildfolder.h"
#include "engine/build/context/callerfolder.h"
#include "engine/build/context/hashcache.h"
#include "tests/engine/build/context/copybench.h"

#include <sys/syscall.h>
#include <sys/wait.h>

#include <csignal>
#include <format>
#include <iterator>
#include <thread>

using namespace quayside;
using namespace quayside::build;
namespace fs = std::filesystem;

namespace
{

const access::Peer user{.pid = 0, .uid = 4711, .gid = 4712, .groups = {}};

class CallerTest : public build::test::CopyTest
{
protected:
    CallerTest() { ::chmod(m_temp.path().c_str(), 0755); }

    Result<std::unique_ptr<FileSource>> caller(const access::Peer &peer = user)
    {
        return callerSource(peer, folder(path("context")), "Dockerfile");
    }
};

TEST_F(CallerTest, ReadsWhatTheCallerMayRead)
{
    write("context/src/a", "A");
    write("context/src/sub/b", "B", 0755);
    fs::create_symlink("a", path("context/src/l"));
    write("context/.dockerignore", "skipped\n");
    write("context/skipped", "");
    m_context = *caller();
    EXPECT_EQ(copied({"src"}, "/d"), "d/ d/a=A d/l>a d/sub/ d/sub/b=B");
    EXPECT_EQ(copied({"src/l"}, "/d/"), "d/ d/l=A");
    EXPECT_EQ(copied({"."}, "/"), ".dockerignore=skipped\n src/ src/a=A src/l>a src/sub/ src/sub/b=B");
    EXPECT_EQ(status("draft/src/sub/b").st_mode & 07777, 0755U);
}

TEST_F(CallerTest, AndNothingElse)
{
    write("context/private/key", "secret");
    ::chmod(path("context/private").c_str(), 0700);
    write("context/unreadable", "secret", 0600);
    write("context/group", "shared", 0640);
    ASSERT_EQ(::chown(path("context/group").c_str(), 0, 4800), 0);
    m_context = *caller();
    for (const char *source : {"private", "private/key", "unreadable", "group"}) {
        const auto outcome = copy(request({source}, "/x"));
        ASSERT_FALSE(outcome) << source;
        EXPECT_EQ(outcome.error().kind, ErrorKind::NotFound) << source << ": " << outcome.error().message;
        EXPECT_TRUE(outcome.error().message.contains("the build's user may not read it"));
    }
    EXPECT_FALSE(*m_context->openToMount("")); // it would show the container's root what is root's
    EXPECT_TRUE(copied({"*/key"}, "/x/").contains("opening private/key: it is not there, or"));
    write("context/.dockerignore", "secret", 0600);
    EXPECT_FALSE(caller()); // what it hides is not known
    ::chmod(path("context/.dockerignore").c_str(), 0644);
    access::Peer member = user;
    member.groups = {4800};
    m_context = *caller(member);
    EXPECT_EQ(copied({"group"}, "/x"), "x=shared");
    m_context = *caller({.pid = 0, .uid = 0, .gid = 0, .groups = {}});
    EXPECT_EQ(copied({"private/key"}, "/x"), "x=secret");
}

TEST_F(CallerTest, LinksAndDotsStayInside)
{
    write("outside", "OUTSIDE");
    write("context/f", "");
    fs::create_symlink("../outside", path("context/up"));
    fs::create_symlink(path("outside"), path("context/absolute"));
    fs::create_symlink("/proc/self/root", path("context/magic"));
    m_context = *caller();
    for (const char *source : {"up", "absolute", "magic"})
        EXPECT_FALSE(copy(request({source}, "/x"))) << source;
    const auto reader = *m_context->reader();
    EXPECT_FALSE(reader->look("../outside"));
    EXPECT_FALSE(reader->look("up/x"));
    EXPECT_FALSE(reader->list("magic/"));
    const std::string names[] = {"up"};
    EXPECT_FALSE((*reader->open("", names)).front());
}

TEST_F(CallerTest, ALargeFolderComesInPieces)
{
    for (int i = 0; i < 3000; ++i)
        write("context/many/" + std::string(50, 'n') + std::to_string(i), std::to_string(i));
    m_context = *caller();
    const auto entries = (*m_context->reader())->list("many");
    ASSERT_TRUE(entries);
    EXPECT_EQ(entries->size(), 3000U);
    EXPECT_TRUE(std::ranges::is_sorted(*entries, {}, &SourceEntry::name));
    const auto sum = checksum(request({"many"}, "/d"), nullptr);
    ASSERT_TRUE(sum) << sum.error().message;
    const Fd draft = folder(path("draft"));
    const auto outcome = copyInto({.draft = draft.get()}, request({"many"}, "/d"), &*sum);
    ASSERT_TRUE(outcome) << outcome.error().message;
    EXPECT_EQ(outcome->entries, 3001U);
    EXPECT_EQ(outcome->diffId, digestOfDraft());
}

// More than one question can name, some of them deep: what is found is what anybody else finds.
TEST_F(CallerTest, ManyFoldersAreAskedForTogether)
{
    const std::string longName(60, 'd');
    for (int i = 0; i < 1500; ++i)
        write(std::format("context/tree/{}{}/{}/f", longName, i, i % 7 == 0 ? "deep/er/" + longName : "flat"),
              std::to_string(i));
    write("context/.dockerignore", "tree/*/flat\n!tree/*9/flat/f\n");
    for (int i = 0; i < 1500; i += 3)
        fs::create_directory(path(std::format("context/tree/{}{}/empty", longName, i)));
    const auto source = *caller();
    CopyRequest wanted{.parts = {{.source = source.get(), .path = "tree"}}, .destination = "/d"};
    const auto asUser = checksum(wanted, nullptr);
    ASSERT_TRUE(asUser) << asUser.error().message;
    context({.keepsOwners = false, .lasting = true, .ignore = source->ignore()});
    const auto direct = checksum(request({"tree"}, "/d"), nullptr);
    ASSERT_TRUE(direct) << direct.error().message;
    EXPECT_EQ(asUser->digest, direct->digest);
    ASSERT_EQ(asUser->files.size(), direct->files.size());
    EXPECT_EQ(
        std::ranges::count_if(asUser->files, [](const auto &file) { return file.path.ends_with("/f"); }),
        215 + 150 - 21); // deep ones, those that end in 9, less those that are both
}

TEST_F(CallerTest, OfManyFoldersTheOneThatCannotBeReadIsNamed)
{
    for (int i = 0; i < 400; ++i)
        write(std::format("context/tree/{:03}/f", i), "");
    ::chmod(path("context/tree/207").c_str(), 0700);
    m_context = *caller();
    const auto sum = checksum(request({"tree"}, "/d"), nullptr);
    ASSERT_FALSE(sum);
    EXPECT_EQ(sum.error().kind, ErrorKind::NotFound);
    EXPECT_TRUE(sum.error().message.starts_with("opening tree/207: ")) << sum.error().message;
    ::chmod(path("context/tree/207").c_str(), 0755);
    EXPECT_TRUE(checksum(request({"tree"}, "/d"), nullptr)) << "the same process answers again";
}

// overlayfs may lie over anything: what it has comes through a pipe.
TEST_F(CallerTest, FilesOfFileSystemsThatMayNotAnswer)
{
    write("context/lower/s/big", std::string(3 << 20, 'b'));
    write("context/lower/s/a", "A");
    write("context/lower/s/z", "Z");
    fs::create_directory(path("context/other"));
    const Fd context(static_cast<int>(::syscall(SYS_fsopen, "overlay", 0)));
    const std::string lower = path("context/lower") + ":" + path("context/other");
    if (::syscall(SYS_fsconfig, context.get(), 1, "lowerdir", lower.c_str(), 0) != 0 ||
        ::syscall(SYS_fsconfig, context.get(), 6, nullptr, nullptr, 0) != 0)
        GTEST_SKIP() << "no overlayfs here";
    const Fd mount(static_cast<int>(::syscall(SYS_fsmount, context.get(), 0, 0)));
    Fd root(::openat(mount.get(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    ASSERT_TRUE(root);
    m_context = *callerSource(user, std::move(root), "");
    const std::string names[] = {"a", "big"};
    const auto files = (*m_context->reader())->open("s", names);
    ASSERT_TRUE(files);
    EXPECT_EQ(files->size(), 1U);
    EXPECT_TRUE(files->front()->stream);
    const auto sum = checksum(request({"s"}, "/d"), nullptr);
    ASSERT_TRUE(sum) << sum.error().message;
    EXPECT_EQ(sum->hashed, (3U << 20) + 2);
    ASSERT_TRUE(copy(request({"s"}, "/d")));
    EXPECT_EQ(read("draft/d/big"), std::string(3 << 20, 'b'));
    EXPECT_EQ(read("draft/d/z"), "Z");
}

TEST_F(CallerTest, TakesOnlyDirectoriesThatAreOpenForReading)
{
    int go[2];
    ASSERT_EQ(::pipe2(go, 0), 0);
    const int directory = ::open(path("context").c_str(), O_RDONLY | O_DIRECTORY);
    const int onlyPath = ::open(path("context").c_str(), O_PATH | O_DIRECTORY);
    write("file", "");
    const int file = ::open(path("file").c_str(), O_RDONLY);
    const pid_t child = ::fork();
    if (child == 0) {
        char byte = 0;
        ::close(go[1]);
        (void)!::read(go[0], &byte, 1);
        ::_exit(0);
    }
    const Fd pidfd(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
    const auto taken = takeDirectory(pidfd, directory);
    ASSERT_TRUE(taken);
    struct stat one{}, other{};
    ::fstat(taken->get(), &one);
    ::fstat(directory, &other);
    EXPECT_EQ(one.st_ino, other.st_ino);
    for (const int wrong : {onlyPath, file, go[0], 999, -1})
        EXPECT_EQ(takeDirectory(pidfd, wrong).error().kind, ErrorKind::InvalidArgument) << wrong;
    for (const int fd : {go[0], go[1], directory, onlyPath, file})
        ::close(fd);
    ::waitpid(child, nullptr, 0);
}

TEST_F(CallerTest, AReaderThatIsKilledIsAnError)
{
    write("context/f", "");
    m_context = *caller();
    const auto reader = *m_context->reader();
    ASSERT_TRUE(reader->look("f"));
    // Its only child.
    std::ifstream children("/proc/self/task/" + std::to_string(::gettid()) + "/children");
    pid_t child = 0;
    ASSERT_TRUE(children >> child);
    ::kill(child, SIGKILL);
    const auto entry = reader->look("f");
    ASSERT_FALSE(entry);
    EXPECT_EQ(entry.error().kind, ErrorKind::Internal);
}

TEST_F(CallerTest, StepsShareAProcess)
{
    write("context/f", "F");
    m_context = *caller();
    const auto children = [] {
        std::ifstream file("/proc/self/task/" + std::to_string(::gettid()) + "/children");
        return std::vector<pid_t>(std::istream_iterator<pid_t>(file), {});
    };
    const auto first = children();
    ASSERT_EQ(first.size(), 1U) << "that has looked for .dockerignore";
    EXPECT_EQ(copied({"f"}, "/"), "f=F");
    EXPECT_EQ(children(), first);
    {
        const auto one = *m_context->reader(), other = *m_context->reader();
        EXPECT_TRUE(one->look("f") && other->look("f"));
        EXPECT_EQ(children().size(), 2U) << "at the same time each has its own";
    }
    for (const pid_t child : children())
        ::kill(child, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_EQ(copied({"f"}, "/"), "f=F") << "its caller may kill an idle one";
    m_context.reset();
    EXPECT_TRUE(children().empty());
}

TEST_F(CallerTest, TheCacheSparesTheReading)
{
    write("context/a", "AAAA");
    m_context = *caller();
    const Fd cacheFolder = folder(path("scratch"));
    const auto cache = *HashCache::open(cacheFolder.get(), user.uid);
    std::this_thread::sleep_for(std::chrono::milliseconds(2100));
    EXPECT_EQ(checksum(request({"a"}, "/"), cache.get())->hashed, 4U);
    EXPECT_EQ(checksum(request({"a"}, "/"), cache.get())->hashed, 0U);
}

} // namespace

int main(int argc, char **argv)
{
    quayside::test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
