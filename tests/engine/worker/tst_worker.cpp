// The program as the engine uses it: a sealed copy, under the name that SealedProgram gives it. What its
// children do is tested where they are (images/unpack, images/contents/packages), docker cp in tests/docker.
#include "engine/containers/launch/spawn.h"
#include "engine/images/content/tarwriter.h"
#include "engine/images/contents/packages/rpmdatabase.h"
#include "engine/images/unpack/unpack.h"
#include "tests/fakes/imagemaker.h"
#include "tests/fakes/temproot.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

using namespace quayside;
namespace fs = std::filesystem;

namespace
{

constexpr char built[] = QUAYSIDE_BIN_DIR "/quayside-worker";

class Worker : public testing::Test
{
protected:
    // As after an upgrade: what was loaded is not what lies on the disk.
    containers::SealedProgram load()
    {
        const std::string file = m_temp.path() + "/quayside-worker";
        fs::copy_file(built, file);
        auto program = containers::SealedProgram::load(file);
        EXPECT_TRUE(program) << program.error().message;
        fs::remove(file);
        return *std::move(program);
    }
    Fd folder(const std::string &name)
    {
        fs::create_directory(m_temp.path() + "/" + name);
        return Fd(::open((m_temp.path() + "/" + name).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    }

    test::TempRoot m_temp;
};

TEST_F(Worker, UnpacksThoughItsFileIsGone)
{
    const auto program = load();
    const std::string layer = test::Tar().add({.name = "hello"}, "world").bytes();
    images::StringSource source(layer);
    const Fd into = folder("tree");
    const auto unpacked = images::unpack(source, into.get(), {.program = program.path()});
    ASSERT_TRUE(unpacked) << unpacked.error().message;
    std::ifstream file(m_temp.path() + "/tree/hello");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "world");
}

TEST_F(Worker, ReadsDatabases)
{
    const auto program = load();
    std::ofstream(m_temp.path() + "/Packages.db") << "no database";
    const Fd file(::open((m_temp.path() + "/Packages.db").c_str(), O_RDONLY | O_CLOEXEC));
    const auto packages = images::readRpmDatabase(file.get(), program.path());
    ASSERT_FALSE(packages);
    EXPECT_EQ(packages.error().kind, ErrorKind::InvalidArgument) << packages.error().message; // its own words
}

// A library more is a millisecond more for each archive, and what a child has not got cannot be used against
// it.
TEST_F(Worker, LinksLittle)
{
    const std::unique_ptr<FILE, int (*)(FILE *)> pipe(
        ::popen("objdump -p " QUAYSIDE_BIN_DIR "/quayside-worker", "r"), ::pclose);
    ASSERT_TRUE(pipe);
    std::string needed;
    char line[512];
    while (std::fgets(line, sizeof line, pipe.get()) != nullptr)
        if (const std::string text = line; text.contains("NEEDED"))
            needed += text;
    EXPECT_TRUE(needed.contains("libarchive")) << needed;
    for (const char *library : {"Qt", "nftables", "libnl", "curl", "dbus", "polkit"})
        EXPECT_FALSE(needed.contains(library)) << needed;
}

TEST_F(Worker, TellsAPersonWhatItIs)
{
    const std::string command = std::string(built) + " 2>" + m_temp.path() + "/said";
    const int status = std::system(command.c_str());
    EXPECT_EQ(WEXITSTATUS(status), 2);
    std::ifstream file(m_temp.path() + "/said");
    EXPECT_TRUE(std::string(std::istreambuf_iterator<char>(file), {}).contains("for the engine's own use"));
}

} // namespace

int main(int argc, char **argv)
{
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
