// Real cgroups of this host. Needs root.
#include "engine/isolation/cgroups/devices.h"
#include "engine/isolation/cgroups/folder.h"
#include "engine/isolation/cgroups/hierarchies.h"
#include "engine/isolation/cgroups/prepare.h"
#include "tests/engine/stage/rootmain.h"

#include <algorithm>
#include <csignal>
#include <fstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::isolation;
using namespace quayside::isolation::cgroups;

namespace
{

std::string mountinfo()
{
    std::ifstream file("/proc/self/mountinfo");
    return {std::istreambuf_iterator<char>(file), {}};
}

// A child that enters by writing "0" where the descriptors say, then waits or runs `then`.
template <typename Then>
pid_t childIn(const Slots &slots, const CgroupPlan &plan, Then then)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    for (const Slot slot : plan.v1)
        (void)::write(slots.fds()[static_cast<std::size_t>(slot)].get(), "0", 1);
    if (plan.v2 >= 0) {
        const int procs =
            ::openat(slots.fds()[static_cast<std::size_t>(plan.v2)].get(), "cgroup.procs", O_WRONLY);
        (void)::write(procs, "0", 1);
    }
    ::_exit(then());
}

int statusOf(pid_t child)
{
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

template <typename Condition>
bool eventually(Condition condition)
{
    for (int i = 0; i < 300; ++i) {
        if (condition())
            return true;
        ::usleep(10'000);
    }
    return false;
}

class HostCgroups : public ::testing::Test
{
protected:
    void lifeOfACgroup(const char *mounts)
    {
        auto opened = Cgroups::open(root, systemKernel(), mounts);
        ASSERT_TRUE(opened) << opened.error().message;
        Cgroups &cgroups = **opened;
        std::vector<std::string> warnings;
        Slots slots;
        const auto plan = cgroups.create("one",
                                         {.memory = 64 << 20,
                                          .cpuQuota = 50'000,
                                          .cpuShares = 100,
                                          .pids = 50,
                                          .devices = defaultDevices()},
                                         slots, warnings);
        ASSERT_TRUE(plan) << plan.error().message;
        EXPECT_EQ(cgroups.list(), std::vector<std::string>{"one"});
        const pid_t child = childIn(slots, *plan, [] {
            ::pause();
            return 0;
        });
        ASSERT_TRUE(
            eventually([&] { return *cgroups.processes("one") == std::vector<std::int32_t>{child}; }));
        EXPECT_EQ(cgroups.usage("one")->memoryLimit, 64U << 20);
        EXPECT_TRUE(cgroups.update("one", {.memory = 128 << 20, .memorySwap = 512 << 20}, warnings));
        EXPECT_EQ(cgroups.usage("one")->memoryLimit, 128U << 20);
        EXPECT_TRUE(cgroups.freeze("one"));
        EXPECT_TRUE(cgroups.thaw("one"));
        EXPECT_TRUE(cgroups.killAll("one"));
        EXPECT_EQ(statusOf(child), 137);
        const pid_t prober = childIn(slots, *plan, [] {
            const bool allowed = ::open("/dev/null", O_RDWR) >= 0;
            const bool denied = ::open("/dev/kmsg", O_RDONLY) < 0 && errno == EPERM;
            return allowed && denied ? 0 : 1;
        });
        EXPECT_EQ(statusOf(prober), 0);
        EXPECT_TRUE(cgroups.remove("one"));
        EXPECT_TRUE(cgroups.remove("one")); // gone is gone
        EXPECT_TRUE(cgroups.list().empty());
        cgroups.removeGroup();
    }
    // How many of this host's hierarchies have a cgroup there.
    static int count(const std::string &path)
    {
        return static_cast<int>(std::ranges::count_if(parseHierarchies(mountinfo()), [&](const Hierarchy &h) {
            return ::access((h.path + path).c_str(), F_OK) == 0;
        }));
    }
    std::string root = std::format("/var/tmp/no-such-engine-{}", ::getpid());
};

TEST_F(HostCgroups, AsThisHostHasThem)
{
    lifeOfACgroup("/proc/self/mountinfo");
}

TEST_F(HostCgroups, BelowAParent)
{
    const std::string parent = std::format("/quayside.test{}/deep", ::getpid()),
                      above = parent.substr(0, parent.rfind('/'));
    std::vector<std::string> warnings;
    Slots slots;
    {
        auto cgroups = Cgroups::open(root, systemKernel());
        ASSERT_TRUE(cgroups) << cgroups.error().message;
        for (const char *id : {"one", "two"}) {
            ASSERT_TRUE((*cgroups)->place(id, parent, 0));
            const auto plan =
                (*cgroups)->create(id, {.memory = 64 << 20, .cpusetCpus = "0", .pids = 50}, slots, warnings);
            ASSERT_TRUE(plan) << plan.error().message;
            // With a cpuset that was not filled, or on v2 below a group without controllers, it would not get
            // in.
            EXPECT_EQ(statusOf(childIn(slots, *plan, [] { return 0; })), 0);
            const pid_t child = childIn(slots, *plan, [] {
                ::pause();
                return 0;
            });
            EXPECT_TRUE(
                eventually([&] { return *(*cgroups)->processes(id) == std::vector<std::int32_t>{child}; }));
            EXPECT_TRUE((*cgroups)->killAll(id));
            EXPECT_EQ(statusOf(child), 137);
        }
        slots = {};
        ASSERT_TRUE((*cgroups)->remove("one"));
        EXPECT_GT(count(parent), 0) << "the other container is in it";
    }
    // The next engine has only the records.
    auto cgroups = Cgroups::open(root, systemKernel());
    ASSERT_TRUE(cgroups);
    ASSERT_TRUE((*cgroups)->place("two", parent, 0));
    EXPECT_EQ((*cgroups)->list(), std::vector<std::string>{"two"});
    ASSERT_TRUE((*cgroups)->remove("two"));
    EXPECT_EQ(count(above), 0);
    EXPECT_TRUE((*cgroups)->list().empty());
}

TEST_F(HostCgroups, AParentThatWasThereStays)
{
    const std::string parent = std::format("/quayside.test{}", ::getpid());
    for (const Hierarchy &hierarchy : parseHierarchies(mountinfo()))
        ASSERT_TRUE(Folder::make(systemKernel(), hierarchy.path + parent));
    std::vector<std::string> warnings;
    Slots slots;
    auto cgroups = Cgroups::open(root, systemKernel());
    ASSERT_TRUE(cgroups);
    ASSERT_TRUE((*cgroups)->place("one", parent, 0));
    EXPECT_TRUE((*cgroups)->create("one", {.pids = 50}, slots, warnings));
    slots = {};
    EXPECT_TRUE((*cgroups)->remove("one"));
    EXPECT_EQ(count(parent), static_cast<int>(parseHierarchies(mountinfo()).size()));
    for (const Hierarchy &hierarchy : parseHierarchies(mountinfo()))
        EXPECT_TRUE(removeFolder(systemKernel(), hierarchy.path + parent));
}

TEST_F(HostCgroups, WithoutV2Beside)
{
    // v1's freezer and the loop of kills, which a v2 mount hides.
    const std::string file = std::format("/var/tmp/quayside-test-mountinfo-{}", ::getpid());
    {
        std::ofstream out(file);
        std::string text = mountinfo();
        for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
            const std::string line = text.substr(at, end - at);
            if (!line.contains(" - cgroup2 "))
                out << line << "\n";
        }
    }
    std::ifstream in(file);
    const bool v1 = !parseHierarchies(std::string(std::istreambuf_iterator<char>(in), {})).empty();
    if (v1)
        lifeOfACgroup(file.c_str());
    ::unlink(file.c_str());
    if (!v1)
        GTEST_SKIP() << "this host has no v1 cgroups";
}

TEST_F(HostCgroups, TheDeviceProgramOfV2)
{
    const auto hierarchies = parseHierarchies(mountinfo());
    const auto v2 = std::ranges::find_if(hierarchies, &Hierarchy::isV2);
    if (v2 == hierarchies.end())
        GTEST_SKIP() << "this host has no v2 cgroups";
    const std::string path = std::format("{}/quayside-test-{}", v2->path, ::getpid());
    {
        const auto folder = Folder::make(systemKernel(), path);
        ASSERT_TRUE(folder);
        const auto program =
            loadDeviceProgram(systemKernel(), {{'c', 1, 3, "rwm"}, {'c', 1, 5, "r"}, {'c', 5, -1, "rwm"}});
        ASSERT_TRUE(program) << program.error().message;
        ASSERT_TRUE(attachDeviceProgram(systemKernel(), *program, folder->fd()));
        Slots slots;
        const CgroupPlan plan{.v2 = slots.add(Fd(::open(path.c_str(), O_PATH | O_DIRECTORY)))};
        EXPECT_EQ(statusOf(childIn(slots, plan,
                                   [] {
                                       int wrong = 0;
                                       wrong += ::open("/dev/null", O_RDWR) < 0 ? 1 : 0;
                                       wrong += ::open("/dev/zero", O_RDONLY) < 0 ? 2 : 0;
                                       wrong += ::open("/dev/zero", O_WRONLY) >= 0 || errno != EPERM ? 4 : 0;
                                       wrong += ::open("/dev/full", O_RDONLY) >= 0 || errno != EPERM ? 8 : 0;
                                       return wrong;
                                   })),
                  0);
    }
    EXPECT_TRUE(removeFolder(systemKernel(), path));
}

} // namespace
