#include "engine/server/routes/hostfacts.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace quayside::server
{

// A root file system with the few files that are read.
class HostFactsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        std::string name = (std::filesystem::temp_directory_path() / "hostfacts-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_root = name;
    }
    void TearDown() override { std::filesystem::remove_all(m_root); }
    void put(const std::string &path, const std::string &text)
    {
        std::filesystem::create_directories(std::filesystem::path(m_root + path).parent_path());
        std::ofstream(m_root + path) << text;
    }
    std::string m_root;
};

TEST_F(HostFactsTest, ReadsOsReleaseWithAndWithoutQuotes)
{
    put("/etc/os-release", "NAME=\"X\"\nPRETTY_NAME=\"Example Linux 9 (nine)\"\nVERSION_ID=9\n");
    const HostFacts facts = readHostFacts(m_root);
    EXPECT_EQ(facts.operatingSystem, "Example Linux 9 (nine)");
    EXPECT_EQ(facts.osVersion, "9");
}

TEST_F(HostFactsTest, FallsBackToUsrLibAndThenToLinux)
{
    EXPECT_EQ(readHostFacts(m_root).operatingSystem, "Linux");
    put("/usr/lib/os-release", "PRETTY_NAME='Other'\n");
    EXPECT_EQ(readHostFacts(m_root).operatingSystem, "Other");
}

TEST_F(HostFactsTest, TellsTheControllersOfV2)
{
    put("/sys/fs/cgroup/cgroup.controllers", "cpuset cpu memory pids\n");
    put("/proc/swaps", "Filename\n");
    put("/proc/sys/net/ipv4/ip_forward", "1\n");
    const HostFacts facts = readHostFacts(m_root);
    EXPECT_EQ(facts.cgroupVersion, 2);
    EXPECT_TRUE(facts.memory && facts.swap && facts.cpu && facts.cpuset && facts.pids &&
                facts.ipv4Forwarding);
    EXPECT_FALSE(facts.oomKillDisable); // v2 has no such thing
    EXPECT_TRUE(limitWarnings(facts).empty());
}

TEST_F(HostFactsTest, TellsWhatV1Lacks)
{
    put("/sys/fs/cgroup/memory/memory.limit_in_bytes", "1");
    put("/sys/fs/cgroup/memory/memory.oom_control", "1");
    put("/sys/fs/cgroup/pids/tasks", "1");
    const HostFacts facts = readHostFacts(m_root);
    EXPECT_EQ(facts.cgroupVersion, 1);
    EXPECT_TRUE(facts.memory && facts.pids && facts.oomKillDisable);
    EXPECT_FALSE(facts.swap || facts.cpu || facts.cpuset);
    const auto warnings = limitWarnings(facts);
    EXPECT_EQ(warnings, (std::vector<std::string>{
                            "WARNING: No swap limit support", "WARNING: No cpu shares and quota support",
                            "WARNING: No cpuset support", "WARNING: IPv4 forwarding is disabled"}));
}

TEST(HostFacts, AsksTheRunningKernel)
{
    const HostFacts facts = readHostFacts();
    EXPECT_FALSE(facts.kernelVersion.empty());
    EXPECT_GT(facts.cpus, 0);
    EXPECT_GT(facts.memoryBytes, 1 << 20);
}

} // namespace quayside::server
