// Layers of every kind through the real sandbox: this program is the child, too.
#include "engine/images/unpack/unpack.h"

#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagemaker.h"
#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <linux/capability.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using namespace quayside;
using namespace quayside::images;

namespace
{

class UnpackTest : public testing::Test
{
protected:
    UnpackTest()
    {
        fs::create_directory(tree());
        fs::create_directory(outside());
        std::ofstream(outside() + "/precious") << "stays";
    }
    std::string tree() const { return m_temp.path() + "/tree"; }
    std::string outside() const { return m_temp.path() + "/outside"; }

    Result<Unpacked> unpack(const std::string &bytes, UnpackOptions options = {})
    {
        const Fd folder(::open(tree().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        StringSource source(bytes);
        return images::unpack(source, folder.get(), options);
    }
    Unpacked good(const std::string &bytes, UnpackOptions options = {})
    {
        auto result = unpack(bytes, std::move(options));
        EXPECT_TRUE(result) << result.error().message;
        return result.value_or(Unpacked{});
    }
    // Refused with the entry named, and nothing outside has changed.
    void refused(test::Tar &layer, const std::string &name, ErrorKind kind = ErrorKind::InvalidArgument)
    {
        const auto result = unpack(layer.bytes());
        ASSERT_FALSE(result) << name;
        EXPECT_EQ(result.error().kind, kind) << result.error().message;
        EXPECT_NE(result.error().message.find('"' + name + '"'), std::string::npos) << result.error().message;
        EXPECT_EQ(std::distance(fs::directory_iterator(outside()), fs::directory_iterator()), 1);
        EXPECT_EQ(read(outside() + "/precious"), "stays");
    }
    static std::string read(const std::string &path)
    {
        std::ifstream file(path);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    struct stat status(const std::string &name) const
    {
        struct stat status{};
        EXPECT_EQ(::lstat((tree() + "/" + name).c_str(), &status), 0) << name;
        return status;
    }
    std::string xattr(const std::string &name, const char *key) const
    {
        char value[256];
        const ssize_t size = ::lgetxattr((tree() + "/" + name).c_str(), key, value, sizeof value);
        return size < 0 ? std::string("none") : std::string(value, static_cast<std::size_t>(size));
    }
    bool isWhiteout(const std::string &name) const
    {
        const struct stat found = status(name);
        return S_ISCHR(found.st_mode) && found.st_rdev == makedev(0, 0);
    }

private:
    test::TempRoot m_temp;
};

TEST_F(UnpackTest, filesLinksModesAndTimes)
{
    test::Tar layer;
    layer.add({.name = "./", .type = '5', .mode = 0750, .mtime = 5});
    layer.add({.name = "usr/", .type = '5', .mode = 0711, .uid = 7, .gid = 8, .mtime = 1000});
    layer.add({.name = "usr/tool", .mode = 04755, .uid = 65535, .gid = 42, .mtime = 2000}, "content");
    layer.add({.name = "usr/hard", .type = '1', .link = "usr/tool"});
    layer.add({.name = "usr/absolute-hard", .type = '1', .link = "/usr/tool"});
    layer.add({.name = "usr/soft", .type = '2', .link = "../../../outside", .uid = 9, .mtime = 3000});
    layer.add({.name = "run/fifo", .type = '6', .mode = 0622});
    layer.add({.name = std::string(150, 'n') + "/" + std::string(200, 'f')}, "long");
    const std::string bytes = layer.bytes();
    const Unpacked result = good(bytes);
    EXPECT_EQ(result.diffId, digestOf(bytes));
    EXPECT_EQ(result.digest, digestOf(bytes));
    EXPECT_EQ(result.entries, 8U);
    EXPECT_EQ(result.bytes, 11U);
    EXPECT_TRUE(result.endMarker);

    EXPECT_EQ(status("").st_mode, static_cast<mode_t>(S_IFDIR | 0750));
    EXPECT_EQ(status("").st_mtime, 5);
    EXPECT_EQ(status("usr").st_mtime, 1000);
    EXPECT_EQ(status("usr").st_uid, 7U);
    EXPECT_EQ(status("usr/tool").st_mode, static_cast<mode_t>(S_IFREG | 04755));
    EXPECT_EQ(status("usr/tool").st_uid, 65535U);
    EXPECT_EQ(status("usr/tool").st_gid, 42U);
    EXPECT_EQ(status("usr/tool").st_mtime, 2000);
    EXPECT_EQ(status("usr/tool").st_nlink, 3U);
    EXPECT_EQ(status("usr/soft").st_uid, 9U);
    EXPECT_EQ(status("usr/soft").st_mtime, 3000);
    EXPECT_EQ(fs::read_symlink(tree() + "/usr/soft"), "../../../outside");
    EXPECT_TRUE(S_ISFIFO(status("run/fifo").st_mode));
    EXPECT_EQ(status("run").st_mode, static_cast<mode_t>(S_IFDIR | 0755));
    EXPECT_EQ(read(tree() + "/" + std::string(150, 'n') + "/" + std::string(200, 'f')), "long");
}

TEST_F(UnpackTest, everyCompression)
{
    const std::string bytes = test::smallRoot();
    for (const char *filter : {"none", "gzip", "zstd", "xz"}) {
        const std::string packed = test::compress(bytes, filter);
        const Unpacked result = good(packed);
        EXPECT_EQ(result.diffId, digestOf(bytes)) << filter;
        EXPECT_EQ(result.digest, digestOf(packed)) << filter;
        EXPECT_EQ(result.archiveBytes, packed.size()) << filter;
    }
    const std::string half = bytes.substr(0, 700), rest = bytes.substr(700);
    EXPECT_EQ(
        good(test::compress(half, "gzip") + test::compress(rest, "gzip") + std::string(600, '\0')).diffId,
        digestOf(bytes));
}

// As umoci ends its layers: right after the content of the last file.
TEST_F(UnpackTest, theLastBlockNeedNotBeFull)
{
    test::Tar layer;
    layer.add({.name = "first"}, "1");
    layer.add({.name = "last"}, "whole");
    const std::string bytes = layer.bytes().substr(0, 3 * 512 + 5);
    const Unpacked result = good(bytes);
    EXPECT_EQ(result.diffId, digestOf(bytes));
    EXPECT_FALSE(result.endMarker);
    EXPECT_EQ(read(tree() + "/last"), "whole");
    for (const std::size_t size : {3 * 512 + 4, 3 * 512, 2 * 512 + 100}) {
        const auto cut = unpack(bytes.substr(0, size));
        ASSERT_FALSE(cut) << size;
        EXPECT_NE(cut.error().message.find("damaged"), std::string::npos) << cut.error().message;
    }
}

TEST_F(UnpackTest, extendedAttributesAndCapabilities)
{
    vfs_cap_data capability{};
    capability.magic_etc = VFS_CAP_REVISION_2 | VFS_CAP_FLAGS_EFFECTIVE;
    capability.data[0].permitted = 1U << CAP_NET_RAW;
    const std::string value(reinterpret_cast<const char *>(&capability), sizeof(std::uint32_t) * 5);
    test::Tar layer;
    layer.add({.name = "ping",
               .mode = 0755,
               .uid = 3,
               .xattrs = {{"security.capability", value}, {"user.note", "hi"}}},
              "x");
    layer.add({.name = "folder/", .type = '5', .mode = 0755, .xattrs = {{"user.note", "dir"}}});
    good(layer.bytes());
    EXPECT_EQ(xattr("ping", "security.capability").substr(0, 20), value.substr(0, 20));
    EXPECT_EQ(xattr("ping", "user.note"), "hi");
    EXPECT_EQ(xattr("folder", "user.note"), "dir");
}

TEST_F(UnpackTest, whiteoutsInOverlaysForm)
{
    test::Tar layer;
    layer.add({.name = "etc/.wh.gone"});
    layer.add({.name = "opaque/.wh..wh..opq"});
    layer.add({.name = "opaque/new"}, "n");
    // Before or after what the same layer brings: it hides the lower layers' only.
    layer.add({.name = "kept"}, "k").add({.name = ".wh.kept"});
    layer.add({.name = "folder/", .type = '5', .mode = 0755})
        .add({.name = "folder/file"}, "f")
        .add({.name = ".wh.folder"});
    layer.add({.name = ".wh.first"}).add({.name = "first"}, "1");
    layer.add({.name = ".wh.tree"}).add({.name = "tree/deep/file"}, "t");
    layer.add({.name = ".wh..wh.plnk"});
    good(layer.bytes());
    EXPECT_TRUE(isWhiteout("etc/gone"));
    EXPECT_EQ(xattr("opaque", "user.overlay.opaque"), "y");
    EXPECT_EQ(read(tree() + "/opaque/new"), "n");
    EXPECT_EQ(read(tree() + "/kept"), "k");
    EXPECT_EQ(read(tree() + "/folder/file"), "f");
    EXPECT_EQ(xattr("folder", "user.overlay.opaque"), "y");
    EXPECT_EQ(read(tree() + "/first"), "1");
    EXPECT_EQ(read(tree() + "/tree/deep/file"), "t");
    EXPECT_EQ(xattr("tree", "user.overlay.opaque"), "y");
    EXPECT_EQ(xattr("tree/deep", "user.overlay.opaque"), "none");
    for (const auto &entry : fs::recursive_directory_iterator(tree()))
        EXPECT_FALSE(entry.path().filename().string().starts_with(".wh.")) << entry.path();
}

TEST_F(UnpackTest, laterEntriesReplaceEarlierOnes)
{
    test::Tar layer;
    layer.add({.name = "a/b/c/file"}, "deep")
        .add({.name = "a", .type = '2', .link = "z"})
        .add({.name = "z/", .type = '5', .mode = 0755});
    layer.add({.name = "f"}, "old").add({.name = "f"}, "new");
    layer.add({.name = "d"}, "file")
        .add({.name = "d/", .type = '5', .mode = 0700})
        .add({.name = "d/x"}, "in");
    layer.add({.name = "l", .type = '2', .link = "f"}).add({.name = "l"}, "no longer a link");
    layer.add({.name = "z/again", .type = '5', .mode = 0700})
        .add({.name = "z/again", .type = '5', .mode = 0750});
    good(layer.bytes());
    EXPECT_EQ(fs::read_symlink(tree() + "/a"), "z");
    EXPECT_EQ(read(tree() + "/f"), "new");
    EXPECT_EQ(read(tree() + "/d/x"), "in");
    EXPECT_EQ(read(tree() + "/l"), "no longer a link");
    EXPECT_EQ(status("z/again").st_mode, static_cast<mode_t>(S_IFDIR | 0750));
}

TEST_F(UnpackTest, linksWithinTheImageWork)
{
    test::Tar layer;
    layer.add({.name = "run/", .type = '5', .mode = 0755})
        .add({.name = "var/run", .type = '2', .link = "/run"});
    layer.add({.name = "var/run/app/pid"}, "1");
    layer.add({.name = "usr/lib/", .type = '5', .mode = 0755})
        .add({.name = "lib", .type = '2', .link = "usr/lib"});
    layer.add({.name = "lib/libc.so"}, "c");
    good(layer.bytes());
    EXPECT_EQ(read(tree() + "/run/app/pid"), "1");
    EXPECT_EQ(read(tree() + "/usr/lib/libc.so"), "c");
}

TEST_F(UnpackTest, setgidFoldersDoNotChangeOwners)
{
    test::Tar layer;
    layer.add({.name = "mail/", .type = '5', .mode = 02775, .gid = 8}).add({.name = "mail/box"}, "m");
    layer.add({.name = "mail/sub/", .type = '5', .mode = 0755});
    good(test::Tar().add({.name = "su", .mode = 04755}, "s").bytes());
    EXPECT_EQ(status("su").st_mode, static_cast<mode_t>(S_IFREG | 04755))
        << "writing clears the bit, so it comes last";
    good(layer.bytes());
    EXPECT_EQ(status("mail").st_mode, static_cast<mode_t>(S_IFDIR | 02775));
    EXPECT_EQ(status("mail/box").st_gid, 0U);
    EXPECT_EQ(status("mail/sub").st_mode, static_cast<mode_t>(S_IFDIR | 0755));
    EXPECT_EQ(status("mail/sub").st_gid, 0U);
}

TEST_F(UnpackTest, sparseFilesStaySparse)
{
    // GNU.sparse 0.1 of pax: 1 MiB with four bytes at its start and four in the middle.
    test::Tar layer;
    layer.add({.name = "disk",
               .pax = {{"GNU.sparse.size", "1048576"},
                       {"GNU.sparse.numblocks", "2"},
                       {"GNU.sparse.map", "0,4,524288,4"}}},
              "headmidl");
    const Unpacked result = good(layer.bytes());
    EXPECT_EQ(status("disk").st_size, 1048576);
    EXPECT_LT(status("disk").st_blocks * 512, 100'000);
    EXPECT_EQ(read(tree() + "/disk").substr(524288, 4), "midl");
    EXPECT_EQ(result.bytes, 8U);
}

TEST_F(UnpackTest, refusesNamesThatLeave)
{
    refused(test::Tar().add({.name = "../outside/evil"}, "x"), "../outside/evil");
    refused(test::Tar().add({.name = "a/../../outside/evil"}, "x"), "a/../../outside/evil");
    refused(test::Tar().add({.name = outside() + "/evil"}, "x"), outside() + "/evil");
    refused(test::Tar().add({.name = "..", .type = '5', .mode = 0777}), "..");
    refused(test::Tar().add({.name = ".wh..."}), ".wh...");
    refused(test::Tar().add({.name = "a/.wh.."}), "a/.wh..");
    refused(test::Tar().add({.name = ".wh."}), ".wh.");
}

TEST_F(UnpackTest, refusesPathsBehindLinksThatLeave)
{
    refused(test::Tar().add({.name = "l", .type = '2', .link = outside()}).add({.name = "l/evil"}, "x"),
            "l/evil");
    refused(test::Tar().add({.name = "m", .type = '2', .link = "../outside"}).add({.name = "m/evil"}, "x"),
            "m/evil");
    refused(test::Tar().add({.name = "n", .type = '2', .link = "nowhere"}).add({.name = "n/evil"}, "x"),
            "n/evil");
    refused(test::Tar()
                .add({.name = "o", .type = '2', .link = "../../../../../.."})
                .add({.name = "p", .type = '2', .link = "o" + outside()})
                .add({.name = "p/evil"}, "x"),
            "p/evil");
    refused(test::Tar()
                .add({.name = "q", .type = '2', .link = outside()})
                .add({.name = "q/", .type = '5', .mode = 0755})
                .add({.name = "w", .type = '2', .link = outside()})
                .add({.name = "w/.wh.precious"}),
            "w/.wh.precious");
    refused(test::Tar()
                .add({.name = "proc", .type = '2', .link = "/proc/self/root"})
                .add({.name = "proc/evil"}, "x"),
            "proc/evil");
}

TEST_F(UnpackTest, refusesWhiteoutsBehindALink)
{
    refused(test::Tar()
                .add({.name = "real/", .type = '5', .mode = 0755})
                .add({.name = "s", .type = '2', .link = "real"})
                .add({.name = "s/.wh.x"}),
            "s/.wh.x");
    refused(test::Tar().add({.name = "t", .type = '2', .link = "real"}).add({.name = "t/.wh..wh..opq"}),
            "t/.wh..wh..opq");
}

TEST_F(UnpackTest, refusesHardLinksThatLeave)
{
    refused(test::Tar().add({.name = "h", .type = '1', .link = "../outside/precious"}), "h");
    refused(test::Tar().add({.name = "h", .type = '1', .link = outside() + "/precious"}), "h");
    refused(test::Tar()
                .add({.name = "l", .type = '2', .link = outside()})
                .add({.name = "h", .type = '1', .link = "l/precious"}),
            "h");
    refused(test::Tar()
                .add({.name = "f/", .type = '5', .mode = 0755})
                .add({.name = "h", .type = '1', .link = "f"}),
            "h");
    refused(test::Tar().add({.name = ".wh.w"}).add({.name = "h", .type = '1', .link = "w"}), "h");
}

// A hard link to a symbolic link, and a write through the two: the classic of 2018 and later.
TEST_F(UnpackTest, writesThroughNoLinkAtTheEnd)
{
    good(test::Tar()
             .add({.name = "soft", .type = '2', .link = outside() + "/precious"})
             .add({.name = "hard", .type = '1', .link = "soft"})
             .add({.name = "hard"}, "overwritten")
             .add({.name = "soft"}, "overwritten")
             .bytes());
    EXPECT_EQ(read(outside() + "/precious"), "stays");
    EXPECT_EQ(read(tree() + "/soft"), "overwritten");
}

TEST_F(UnpackTest, refusesDevicesAndForeignIds)
{
    refused(test::Tar().add({.name = "sda", .type = '4', .deviceMajor = 8}), "sda");
    refused(test::Tar().add({.name = "mem", .type = '3', .deviceMajor = 1, .deviceMinor = 1}), "mem");
    refused(test::Tar().add({.name = "white", .type = '3'}), "white");
    refused(test::Tar().add({.name = "owned", .uid = 65536}), "owned");
    refused(test::Tar().add({.name = "owned", .gid = 4294967295}), "owned");
    refused(test::Tar().add({.name = "owned/", .type = '5', .uid = 1ULL << 40}), "owned/");
    refused(test::Tar().add({.name = "owned", .type = '2', .link = "x", .uid = 70000}), "owned");
}

TEST_F(UnpackTest, refusesAttributesOfTheKernel)
{
    for (const char *key : {"trusted.overlay.opaque", "user.overlay.redirect", "user.overlay.metacopy",
                            "security.selinux", "security.ima", "trusted.x", "system.other"}) {
        refused(test::Tar().add({.name = "f", .xattrs = {{key, "y"}}}, "x"), "f");
        refused(test::Tar().add({.name = "d/", .type = '5', .mode = 0755, .xattrs = {{key, "y"}}}), "d/");
        refused(test::Tar().add({.name = "l", .type = '2', .link = "f", .xattrs = {{key, "y"}}}), "l");
    }
}

TEST_F(UnpackTest, limitsHold)
{
    UnpackOptions options{.limits = {.bytes = 1 << 20, .entries = 10, .depth = 5}};
    const std::string zeros(3 << 20, '\0');
    for (const char *filter : {"none", "gzip", "zstd", "xz"}) {
        const auto bomb =
            unpack(test::compress(test::Tar().add({.name = "big"}, zeros).bytes(), filter), options);
        ASSERT_FALSE(bomb) << filter;
        EXPECT_EQ(bomb.error().kind, ErrorKind::TooLarge) << bomb.error().message;
    }
    test::Tar many;
    for (int i = 0; i < 11; ++i)
        many.add({.name = std::to_string(i)});
    EXPECT_EQ(unpack(many.bytes(), options).error().kind, ErrorKind::TooLarge);
    EXPECT_EQ(unpack(test::Tar().add({.name = "1/2/3/4/5/6"}).bytes(), options).error().kind,
              ErrorKind::TooLarge);
    test::Tar sum;
    sum.add({.name = "one"}, zeros.substr(0, 600'000)).add({.name = "two"}, zeros.substr(0, 600'000));
    EXPECT_EQ(unpack(sum.bytes(), options).error().kind, ErrorKind::TooLarge);
    test::Tar sparse;
    sparse.add({.name = "holes",
                .pax = {{"GNU.sparse.size", "1099511627776"},
                        {"GNU.sparse.numblocks", "1"},
                        {"GNU.sparse.map", "0,4"}}},
               "data");
    EXPECT_EQ(unpack(sparse.bytes(), options).error().kind, ErrorKind::TooLarge);
}

TEST_F(UnpackTest, damageIsFound)
{
    const std::string bytes = test::smallRoot();
    for (const char *filter : {"gzip", "zstd", "xz"}) {
        const std::string packed = test::compress(bytes, filter);
        for (const std::size_t cut :
             {packed.size() - 1, packed.size() / 2, std::size_t(12), std::size_t(6)}) {
            const auto result = unpack(packed.substr(0, cut));
            EXPECT_TRUE(!result || result->diffId != digestOf(bytes)) << filter << " cut at " << cut;
            EXPECT_FALSE(result) << filter << " cut at " << cut;
        }
    }
    std::string flipped = test::compress(bytes, "gzip");
    flipped[flipped.size() - 6] ^= 1; // the CRC
    ASSERT_FALSE(unpack(flipped));
    EXPECT_NE(unpack(flipped).error().message.find("gzip"), std::string::npos);
    EXPECT_FALSE(good(bytes.substr(0, bytes.size() - 1024)).endMarker);
    EXPECT_FALSE(unpack(std::string(10'000, 'x')));
    EXPECT_EQ(good("").entries, 0U);
}

TEST_F(UnpackTest, spoolTakesPlainFilesOnly)
{
    const UnpackOptions spool{.mode = UnpackMode::Spool};
    test::Tar archive;
    archive.add({.name = "x/layer.tar", .mode = 0777, .uid = 1'000'000}, "data");
    archive.add({.name = "y/layer.tar", .type = '2', .link = "../x/layer.tar"});
    archive.add({.name = "z", .type = '1', .link = "x/layer.tar"});
    good(archive.bytes(), spool);
    EXPECT_EQ(status("x/layer.tar").st_mode, static_cast<mode_t>(S_IFREG | 0600));
    EXPECT_EQ(status("x/layer.tar").st_uid, 0U);
    EXPECT_EQ(read(tree() + "/y/layer.tar"), "data");
    const std::string bad[] = {
        test::Tar().add({.name = "twice"}, "1").add({.name = "twice"}, "2").bytes(),
        test::Tar().add({.name = "fifo", .type = '6'}).bytes(),
        test::Tar().add({.name = "dev", .type = '3'}).bytes(),
        test::Tar().add({.name = "up", .type = '1', .link = "../../outside/precious"}).bytes(),
        test::Tar().add({.name = "l", .type = '2', .link = outside()}).add({.name = "l/evil"}, "x").bytes(),
    };
    for (const std::string &bytes : bad)
        EXPECT_FALSE(unpack(bytes, spool));
}

// The child would show up as a process, a mount or an open file of ours.
TEST_F(UnpackTest, leavesNoProcessAndNoDescriptor)
{
    const auto descriptors = [] {
        return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator());
    };
    const auto before = descriptors();
    good(test::smallRoot());
    EXPECT_FALSE(unpack(test::Tar().add({.name = "../x"}).bytes()));
    EXPECT_EQ(descriptors(), before);
    EXPECT_EQ(read("/proc/thread-self/children"), "");
}

// Looks at the child while it waits for its second block.
class WatchingSource : public api::ByteSource
{
public:
    explicit WatchingSource(std::string_view text) : m_text(text) {}
    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (m_reads++ == 1)
            look();
        const std::size_t size = m_text.copy(buffer.data(), std::min<std::size_t>(buffer.size(), 512));
        m_text.remove_prefix(size);
        return size;
    }
    std::string status, root;
    std::vector<std::string> sharedNamespaces;

private:
    static std::string firstChildOf(const std::string &pid)
    {
        std::ifstream file("/proc/" + pid + "/task/" + pid + "/children");
        std::string child;
        file >> child;
        return child;
    }
    void look()
    {
        const std::string supervisor = firstChildOf(std::to_string(::getpid()));
        std::string pid;
        for (int i = 0; i < 500 && !status.contains("Seccomp:\t2"); ++i) { // it is putting up its walls
            ::usleep(10'000);
            pid = firstChildOf(supervisor);
            std::ifstream file("/proc/" + pid + "/status");
            status.assign(std::istreambuf_iterator<char>(file), {});
        }
        for (const char *name : {"user", "mnt", "net", "pid", "ipc", "uts", "cgroup"}) {
            std::error_code error;
            const std::string space = std::string("/ns/") + name;
            if (fs::read_symlink("/proc/" + pid + space, error) == fs::read_symlink("/proc/self" + space))
                sharedNamespaces.emplace_back(name);
        }
        for (const auto &entry : fs::directory_iterator("/proc/" + pid + "/root"))
            root += entry.path().filename().string() + " ";
    }
    std::string_view m_text;
    int m_reads = 0;
};

TEST_F(UnpackTest, theChildHasNothingToLose)
{
    std::ofstream(tree() + "/only-this") << "x";
    const std::string bytes = test::smallRoot();
    WatchingSource source(bytes);
    const Fd folder(::open(tree().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    ASSERT_TRUE(images::unpack(source, folder.get(), {}));
    EXPECT_NE(source.status.find("Seccomp:\t2"), std::string::npos) << source.status;
    EXPECT_NE(source.status.find("NoNewPrivs:\t1"), std::string::npos) << source.status;
    EXPECT_NE(source.status.find("NSpid:\t"), std::string::npos);
    // CHOWN, DAC_OVERRIDE, FOWNER, FSETID, SETFCAP; none of them outside its user namespace.
    EXPECT_NE(source.status.find("CapEff:\t000000008000001b"), std::string::npos) << source.status;
    EXPECT_EQ(source.sharedNamespaces, std::vector<std::string>());
    EXPECT_TRUE(source.root == "only-this " || source.root.starts_with("only-this ") ||
                source.root.ends_with(" only-this "))
        << source.root;
    EXPECT_EQ(source.root.find("proc"), std::string::npos) << source.root;
}

// The kernel's own reading of what was written.
TEST_F(UnpackTest, overlayfsTakesTheWhiteouts)
{
    test::Tar layer;
    layer.add({.name = ".wh.gone"}).add({.name = "hidden/.wh..wh..opq"}).add({.name = "hidden/new"}, "n");
    layer.add({.name = ".wh.replaced"}).add({.name = "replaced/new"}, "n").add({.name = "merged/new"}, "n");
    good(layer.bytes());
    const std::string lower = outside() + "/../lower", merged = outside() + "/../merged";
    for (const char *folder : {"hidden", "replaced", "merged"}) {
        fs::create_directories(lower + "/" + folder);
        std::ofstream(lower + "/" + folder + "/old") << "o";
    }
    std::ofstream(lower + "/gone") << "o";
    fs::create_directory(merged);
    const std::string options = "userxattr,lowerdir=" + tree() + ":" + fs::canonical(lower).string();
    ASSERT_EQ(::mount("overlay", merged.c_str(), "overlay", MS_RDONLY, options.c_str()), 0)
        << ::strerror(errno);
    std::vector<std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(merged)) {
        if (!entry.is_directory())
            files.push_back(fs::relative(entry.path(), merged));
    }
    ::umount2(merged.c_str(), MNT_DETACH);
    std::ranges::sort(files);
    EXPECT_EQ(files, (std::vector<std::string>{"hidden/new", "merged/new", "merged/old", "replaced/new"}));
}

class BrokenSource : public api::ByteSource
{
public:
    Result<std::size_t> read(std::span<char> buffer) override
    {
        if (m_reads++ > 3)
            return fail(ErrorKind::Cancelled, "the client went away");
        std::ranges::fill(buffer, '\0');
        return 512;
    }

private:
    int m_reads = 0;
};

TEST_F(UnpackTest, theSourcesErrorIsTheResult)
{
    const Fd folder(::open(tree().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    BrokenSource source;
    const auto result = images::unpack(source, folder.get(), {});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::Cancelled);
    EXPECT_EQ(read("/proc/thread-self/children"), "");
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == unpackArgument)
        return runUnpackChild(argc, argv);
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
