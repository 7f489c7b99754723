// The stage from plan to exit record, with a real root file system.
#include "tests/fakes/container.h"

#include <gtest/gtest.h>

using quayside::test::Container;

namespace
{

TEST(Launch, EchoReachesTheLog)
{
    Container container;
    EXPECT_EQ(container.output("echo hello"), "hello\n");
}

TEST(Launch, Dump)
{
    Container container;
    puts(container.output("cat /proc/self/status /proc/self/uid_map /proc/self/mounts /proc/self/cgroup; ls -la / /dev /proc/self/fd /sys/fs/cgroup; id").c_str());
}

} // namespace

int main(int argc, char **argv)
{
    quayside::test::skipUnlessRoot();
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
