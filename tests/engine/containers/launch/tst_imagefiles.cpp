// Looking into a process's root: which process it was is the kernel's to say.
#include "engine/containers/launch/imagefiles.h"
#include "tests/fakes/recordingkernel.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

TEST(ImageFiles, theRootOfAProcessThatLives)
{
    test::RecordingKernel kernel;
    const Fd process(::open("/dev/null", O_RDONLY | O_CLOEXEC)); // only asked for in the fake
    const auto root = openProcessRoot(kernel, ::getpid(), process, "web");
    ASSERT_TRUE(root) << root.error().message;
    struct stat found{}, own{};
    ASSERT_EQ(::fstat(root->get(), &found), 0);
    ASSERT_EQ(::stat("/", &own), 0);
    EXPECT_EQ(found.st_ino, own.st_ino);
    EXPECT_EQ(kernel.calls, std::vector<std::string>{"signal(0)"});
}

// The number may be somebody else's by now.
TEST(ImageFiles, noRootOfOneThatHasEnded)
{
    test::RecordingKernel kernel;
    kernel.failures["signal(0)"] = {ESRCH};
    const Fd process(::open("/dev/null", O_RDONLY | O_CLOEXEC)); // only asked for in the fake
    const auto root = openProcessRoot(kernel, ::getpid(), process, "web");
    ASSERT_FALSE(root);
    EXPECT_EQ(root.error().kind, ErrorKind::Conflict);
    EXPECT_EQ(root.error().message, "container web is not running");
}

} // namespace
