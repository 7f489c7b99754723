// The stage from plan to exit record, with a real root file system: who the process is, how it starts and
// ends.
#include "tests/engine/stage/rootmain.h"
#include "tests/fakes/container.h"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace quayside;
using test::Container;

namespace
{

TEST(Launch, EchoReachesTheLogAndTheRecord)
{
    Container container;
    container.command("echo hello; echo trouble >&2; exit 3");
    ASSERT_TRUE(container.start());
    const stage::ExitRecord record = container.wait();
    EXPECT_EQ(record.code, 3);
    EXPECT_EQ(record.signal, 0);
    EXPECT_FALSE(record.oom);
    EXPECT_GT(record.startedNs, 1'700'000'000'000'000'000);
    EXPECT_GE(record.finishedNs, record.startedNs);
    EXPECT_EQ(container.log(logs::Source::Stdout), "hello\n");
    EXPECT_EQ(container.log(logs::Source::Stderr), "trouble\n");
}

TEST(Launch, RootInsideIsNobodyOutside)
{
    Container container;
    container.command("id -u; cat /proc/self/uid_map /proc/self/gid_map; touch /made; sleep 100");
    ASSERT_TRUE(container.start());
    struct stat outside{};
    ASSERT_EQ(::stat(std::format("/proc/{}", container.pid()).c_str(), &outside), 0);
    EXPECT_EQ(outside.st_uid, test::firstTestId);
    EXPECT_EQ(outside.st_gid, test::firstTestId);
    while (::stat(container.path("container/upper/made").c_str(), &outside) != 0)
        ::usleep(1000);
    container.kill(SIGKILL);
    EXPECT_EQ(container.wait().code, 137);
    EXPECT_EQ(container.log(), "0\n         0    1000000      65536\n         0    1000000      65536\n");
    // On disk ids stay those of the container: idmapped layers.
    EXPECT_EQ(outside.st_uid, 0U);
}

TEST(Launch, NamespacesAreItsOwn)
{
    Container container;
    container.command(
        "for n in user mnt pid ipc uts net cgroup; do readlink /proc/self/ns/$n; done; hostname; "
        "ls /proc | grep -c '^[0-9]'");
    ASSERT_TRUE(container.start());
    ASSERT_EQ(container.wait().code, 0);
    const std::string log = container.log();
    for (const char *name : {"user", "mnt", "pid", "ipc", "uts", "net", "cgroup"}) {
        const std::string host = std::filesystem::read_symlink(std::format("/proc/self/ns/{}", name));
        EXPECT_TRUE(log.contains(std::format("{}:[", name))) << log;
        EXPECT_FALSE(log.contains(host)) << name;
    }
    EXPECT_TRUE(log.contains("\nbox\n")) << log;
    EXPECT_TRUE(log.ends_with("\n3\n")) << log; // sh, ls, grep
}

TEST(Launch, NothingOfTheHostIsMounted)
{
    Container container;
    const std::string mounts = container.output("cat /proc/self/mounts");
    EXPECT_TRUE(mounts.starts_with("overlay / overlay ")) << mounts;
    EXPECT_FALSE(mounts.contains("/var/tmp")) << mounts;
    EXPECT_FALSE(mounts.contains("ext4")) << mounts;
    EXPECT_EQ(mounts.find("overlay / "), mounts.rfind("overlay / "));
}

TEST(Launch, CgroupsAreTheContainersAndLookLikeTheRoot)
{
    Container container;
    container.command("cat /proc/self/cgroup; sleep 100");
    ASSERT_TRUE(container.start());
    std::ifstream file(std::format("/proc/{}/cgroup", container.pid()));
    const std::string outside(std::istreambuf_iterator<char>(file), {});
    const std::string path = container.cgroups->path(container.plan.record.id);
    EXPECT_TRUE(outside.contains(":pids:" + path) || outside.contains("0::" + path)) << outside;
    EXPECT_TRUE(container.cgroups->version() == 2 || outside.contains(":memory:" + path)) << outside;
    const auto pids = container.cgroups->processes(container.plan.record.id);
    ASSERT_TRUE(pids);
    EXPECT_TRUE(std::ranges::find(*pids, container.pid()) != pids->end());
    container.kill(SIGKILL);
    container.wait();
    EXPECT_FALSE(container.log().contains(path)) << container.log();
}

struct Command {
    std::vector<std::string> argv;
    ErrorKind kind;
    std::string message;
};

TEST(Launch, CommandsThatCannotBeRunAreNamedAsDockerDoes)
{
    const Command commands[] = {
        {{"nonsense"}, ErrorKind::NoCommand, "exec: \"nonsense\": executable file not found in $PATH"},
        {{"/no/such"}, ErrorKind::NoCommand, "exec: \"/no/such\": stat /no/such: no such file or directory"},
        {{"/etc/passwd"}, ErrorKind::CannotRun, "exec: \"/etc/passwd\": permission denied"},
        {{"/etc"}, ErrorKind::CannotRun, "exec: \"/etc\": is a directory"},
        {{"/tmp/text"}, ErrorKind::CannotRun, "exec /tmp/text: exec format error"},
    };
    for (const Command &command : commands) {
        Container container;
        std::ofstream(container.path("lower/tmp/text")) << "no program";
        std::filesystem::permissions(container.path("lower/tmp/text"), std::filesystem::perms(0755));
        container.plan.process.argv = command.argv;
        const auto started = container.start();
        ASSERT_FALSE(started);
        EXPECT_EQ(started.error().kind, command.kind);
        EXPECT_EQ(started.error().message, command.message);
        container.wait();
        EXPECT_FALSE(std::filesystem::exists(container.path("container/exit")));
        EXPECT_FALSE(std::filesystem::exists(container.path("container/exit.draft")));
    }
}

TEST(Launch, ASignalIsToldFromAnExitCode)
{
    Container container;
    container.command("kill -TERM $$; sleep 5; exit 0"); // process 1 ignores what it has no handler for
    ASSERT_TRUE(container.start());
    container.kill(SIGKILL);
    const stage::ExitRecord record = container.wait();
    EXPECT_EQ(record.code, 137);
    EXPECT_EQ(record.signal, SIGKILL);
}

TEST(Launch, InitReapsAndForwards)
{
    Container container;
    container.plan.process.init = true;
    container.plan.process.argv = {
        "/bin/sh", "-c",
        "trap 'echo got it; exit 9' TERM; (sleep 0.1 & ) ; usleep 300000; "
        "ps -o stat,comm | grep -c Z; cat /proc/1/comm; echo ready; while :; do usleep 10000; done"};
    ASSERT_TRUE(container.start());
    while (!container.log().contains("ready"))
        ::usleep(10'000);
    container.kill(SIGTERM);
    EXPECT_EQ(container.wait().code, 9);
    const std::string log = container.log();
    EXPECT_TRUE(log.starts_with("0\n")) << log; // no zombie
    EXPECT_TRUE(log.ends_with("ready\ngot it\n")) << log;
}

TEST(Launch, InitSaysHowTheCommandDied)
{
    Container container;
    container.plan.process.init = true;
    container.command("kill -TERM $$");
    ASSERT_TRUE(container.start());
    EXPECT_EQ(container.wait().code, 143);
}

TEST(Launch, UserAndGroupsAreThePlans)
{
    Container container;
    container.plan.process.uid = 1000;
    container.plan.process.gid = 1001;
    container.plan.process.groups = {1002, 1003};
    container.plan.process.umask = 027;
    container.plan.process.cwd = "/made/for/it";
    const std::string log =
        container.output("grep -E '^(Uid|Gid|Groups|CapEff|CapPrm|CapInh|CapBnd|CapAmb|Umask)' "
                         "/proc/self/status; echo $PWD");
    EXPECT_TRUE(log.contains("Uid:\t1000\t1000\t1000\t1000\n")) << log;
    EXPECT_TRUE(log.contains("Gid:\t1001\t1001\t1001\t1001\n")) << log;
    EXPECT_TRUE(log.contains("Groups:\t1002 1003")) << log;
    EXPECT_TRUE(log.contains("Umask:\t0027\n")) << log;
    EXPECT_TRUE(log.contains("CapEff:\t0000000000000000\n")) << log;
    EXPECT_TRUE(log.contains("CapPrm:\t0000000000000000\n")) << log;
    EXPECT_TRUE(log.contains("CapInh:\t0000000000000000\n")) << log;
    EXPECT_TRUE(log.contains("CapAmb:\t0000000000000000\n")) << log;
    EXPECT_TRUE(log.contains("CapBnd:\t00000000a80425fb\n")) << log;
    EXPECT_TRUE(log.ends_with("/made/for/it\n")) << log;
}

TEST(Launch, LimitsAndSysctlsAreSet)
{
    Container container;
    container.plan.process.rlimits = {{7 /* RLIMIT_NOFILE */, 100, 200}};
    container.plan.process.oomScoreAdj = 77;
    container.plan.process.sysctls = {{"net.ipv4.ip_forward", "1"}, {"kernel.msgmax", "5000"}};
    EXPECT_EQ(
        container.output("ulimit -Sn; ulimit -Hn; cat /proc/self/oom_score_adj /proc/sys/net/ipv4/ip_forward "
                         "/proc/sys/kernel/msgmax"),
        "100\n200\n77\n1\n5000\n");
}

TEST(Launch, JoinsTheNamespacesOfAnotherContainer)
{
    using isolation::NamespaceMode;
    using isolation::namespaces::Kind;
    Container first;
    first.command("sleep 100");
    ASSERT_TRUE(first.start());
    Container second;
    second.plan.record.id = std::string(64, 'b');
    isolation::namespaces::Request request{.firstId = test::firstTestId};
    for (const auto &[choice, kind] :
         {std::pair(&request.user, Kind::User), std::pair(&request.network, Kind::Network),
          std::pair(&request.ipc, Kind::Ipc), std::pair(&request.pid, Kind::Pid)}) {
        choice->mode = NamespaceMode::Join;
        choice->join = std::move(*isolation::namespaces::openNamespace(systemKernel(), first.pid(), kind));
    }
    second.plan.namespaces = *isolation::namespaces::prepare(std::move(request), second.slots);
    second.command("for n in user net ipc pid uts; do readlink /proc/self/ns/$n; done; cat /proc/1/comm; ls "
                   "/sys/class/net");
    const auto started = second.start();
    ASSERT_TRUE(started) << started.error().message;
    EXPECT_EQ(second.wait().code, 0);
    const std::string log = second.log();
    for (const char *name : {"user", "net", "ipc", "pid"})
        EXPECT_TRUE(log.contains(
            std::filesystem::read_symlink(std::format("/proc/{}/ns/{}", first.pid(), name)).string()))
            << log;
    EXPECT_FALSE(
        log.contains(std::filesystem::read_symlink(std::format("/proc/{}/ns/uts", first.pid())).string()))
        << log;
    EXPECT_TRUE(log.contains("\nsleep\nlo\n")) << log;
}

TEST(Launch, TheHostsUserNamespaceWorksToo)
{
    Container container;
    container.plan.namespaces.user.mode = isolation::NamespaceMode::Host;
    container.plan.namespaces.uids.clear();
    container.plan.namespaces.gids.clear();
    EXPECT_EQ(container.output("cat /proc/self/uid_map | wc -l; touch /made && stat -c %u /made"), "1\n0\n");
}

TEST(Launch, AnImageCannotSendMountsElsewhere)
{
    // CVE-2019-16884, CVE-2023-27561: /proc as a link.
    Container container;
    std::filesystem::create_directory(container.path("lower/elsewhere"));
    std::filesystem::create_symlink("elsewhere", container.path("lower/proc"));
    container.command("true");
    const auto started = container.start();
    ASSERT_FALSE(started);
    EXPECT_TRUE(started.error().message.contains("/proc")) << started.error().message;
    container.wait();
}

TEST(Launch, AFailureLeavesNoProcess)
{
    Container container;
    container.plan.mounts.push_back(
        {.kind = isolation::MountKind::Tmpfs, .target = "/x", .options = "nonsense=1"});
    container.command("true");
    const auto started = container.start();
    ASSERT_FALSE(started);
    EXPECT_TRUE(started.error().message.contains("mounting /x")) << started.error().message;
    container.wait();
    EXPECT_TRUE(container.cgroups->processes(container.plan.record.id)->empty());
}

} // namespace
