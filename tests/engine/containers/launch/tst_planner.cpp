// One whole plan against golden JSON, and what single options change in it.
#include "engine/containers/launch/etcfiles.h"
#include "engine/containers/launch/planner.h"
#include "engine/isolation/mounts/prepare.h"
#include "engine/isolation/plan/json.h"
#include "engine/isolation/security/prepare.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>

using namespace quayside;
using namespace quayside::containers;

namespace
{

Record sample()
{
    Record record{.id = std::string(64, 'a'), .name = "web"};
    record.config.image = "busybox";
    record.config.hostname = "harbour";
    record.config.cmd = {"httpd", "-f"};
    record.config.entrypoint = std::vector<std::string>{"/bin/sh", "-c"};
    record.config.env = {"A=b"};
    record.config.workingDir = "/srv/./www";
    record.config.stopSignal = "SIGINT";
    fillDefaults(record.hostConfig);
    return record;
}

Prepared parts()
{
    Prepared prepared{.user = {.uid = 33, .gid = 34, .groups = {4}, .home = "/srv"},
                      .capabilities = isolation::security::defaultCapabilities(),
                      .seccomp = 5,
                      .stateFolder = 6,
                      .logFolder = 7,
                      .control = 8,
                      .socketPath = "/run/quayside/containers/x/stage.sock"};
    prepared.namespaces.uids = prepared.namespaces.gids = {{0, 100000, 65536}};
    prepared.namespaces.hostname = "harbour";
    prepared.root = {.lower = {0, 1}, .upper = 2};
    prepared.mounts = isolation::mounts::defaultMounts({.cgroupOptions = "cpu memory"});
    prepared.cgroup.v2 = 3;
    prepared.cgroup.v1 = {4};
    return prepared;
}

// To renew after a wanted change: QUAYSIDE_GOLDEN=write tst_containers_parts, then read the difference.
TEST(Planner, golden)
{
    const auto plan = buildPlan(sample(), parts());
    ASSERT_TRUE(plan) << plan.error().message;
    const std::string path = QUAYSIDE_SOURCE_DIR "/tests/engine/containers/launch/data/web.json";
    const std::string json = isolation::toJson(*plan) + "\n";
    if (std::getenv("QUAYSIDE_GOLDEN"))
        std::ofstream(path) << json;
    std::ifstream file(path);
    const std::string golden{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(json, golden);
}

TEST(Planner, options)
{
    Record record = sample();
    record.hostConfig.init = true;
    record.hostConfig.oomScoreAdj = 100;
    record.hostConfig.ulimits = {{"nofile", 10, 20}};
    record.hostConfig.securityOpt = {"no-new-privileges"};
    record.hostConfig.logConfig = {"json-file", {{"max-size", "1m"}, {"max-file", "3"}}};
    record.hostConfig.consoleSize = {24, 80};
    record.config.tty = record.config.openStdin = true;
    record.config.workingDir.clear();
    const auto plan = buildPlan(record, parts());
    ASSERT_TRUE(plan);
    EXPECT_TRUE(plan->process.init);
    EXPECT_EQ(plan->process.oomScoreAdj, 100);
    ASSERT_EQ(plan->process.rlimits.size(), 1u);
    EXPECT_EQ(plan->process.rlimits[0].hard, 20u);
    EXPECT_TRUE(plan->security.noNewPrivileges);
    EXPECT_EQ(plan->record.logMaxBytes, 1u << 20);
    EXPECT_EQ(plan->record.logMaxFiles, 3u);
    EXPECT_EQ(plan->process.rows, 24);
    EXPECT_EQ(plan->process.columns, 80);
    EXPECT_TRUE(plan->process.terminal);
    EXPECT_EQ(plan->process.cwd, "/");
    EXPECT_NE(std::ranges::find(plan->process.env, "TERM=xterm"), plan->process.env.end());
}

TEST(Planner, exec)
{
    api::ExecCreateRequest request{
        .tty = true, .env = {"A=c", "HOME"}, .cmd = {"ls", "-l"}, .workingDir = "/tmp/../x"};
    const auto plan =
        buildExecPlan(sample(), request,
                      {.user = {.uid = 1}, .capabilities = 1, .target = 0, .rows = 9, .firstId = 100000});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->process.argv, request.cmd);
    EXPECT_EQ(plan->process.cwd, "/x");
    EXPECT_EQ(plan->process.uid, 1u);
    EXPECT_EQ(plan->process.rows, 9);
    EXPECT_EQ(std::ranges::count(plan->process.env, "A=c"), 1);
    EXPECT_EQ(std::ranges::count(plan->process.env, "A=b"), 0);
    EXPECT_EQ(plan->namespaces.network.mode, isolation::NamespaceMode::New);
    EXPECT_EQ(plan->namespaces.uids.front().outside, 100000u);
}

TEST(Planner, execInHostNamespaces)
{
    using isolation::NamespaceMode;
    Record record = sample();
    record.hostConfig.privileged = true;
    record.hostConfig.pidMode = record.hostConfig.ipcMode = record.hostConfig.utsMode = "host";
    record.hostConfig.cgroupnsMode = record.hostConfig.networkMode = "host";
    const auto plan = buildExecPlan(record, {.cmd = {"ls"}}, {.target = 0});
    ASSERT_TRUE(plan);
    const auto &spaces = plan->namespaces;
    for (const auto &choice :
         {spaces.user, spaces.pid, spaces.ipc, spaces.uts, spaces.network, spaces.cgroup})
        EXPECT_EQ(choice.mode, NamespaceMode::Host);
    EXPECT_TRUE(spaces.uids.empty());
    record.hostConfig.usernsMode = "private"; // --privileged with a user namespace of its own
    EXPECT_EQ(buildExecPlan(record, {.cmd = {"ls"}}, {.target = 0, .firstId = 100000})->namespaces.user.mode,
              NamespaceMode::New);
    record.hostConfig.privileged = false;
    record.hostConfig.usernsMode = "host";
    EXPECT_EQ(buildExecPlan(record, {.cmd = {"ls"}}, {.target = 0})->namespaces.user.mode,
              NamespaceMode::Host);
}

TEST(Mounts, inHostNamespaces)
{
    using isolation::MountKind;
    const auto kindAt = [](const isolation::mounts::Defaults &defaults, std::string_view target) {
        for (const auto &mount : isolation::mounts::defaultMounts(defaults))
            if (mount.target == target)
                return mount.kind;
        return MountKind::Bind;
    };
    EXPECT_EQ(kindAt({.ownPid = false}, "/proc"), MountKind::HostBind);
    EXPECT_EQ(kindAt({.ownUser = false, .ownPid = false}, "/proc"), MountKind::Proc);
    EXPECT_EQ(kindAt({}, "/dev/shm"), MountKind::Tmpfs);
    EXPECT_EQ(kindAt({.ownIpc = false}, "/dev/shm"), MountKind::HostBind);
    EXPECT_EQ(kindAt({.ownCgroup = false}, "/sys/fs/cgroup"), MountKind::HostBind);
    EXPECT_EQ(kindAt({.ownUser = false, .ownCgroup = false}, "/sys/fs/cgroup"), MountKind::Cgroup);
}

TEST(EtcFiles, contents)
{
    Record record = sample();
    record.hostConfig.extraHosts = {"db:10.0.0.5", "gw:host-gateway"};
    std::vector<networks::Endpoint> endpoints(1);
    endpoints[0].ipv4Address = "172.17.0.2";
    endpoints[0].ipv4Gateway = "172.17.0.1";
    endpoints[0].leadsOut4 = true;
    const std::vector<std::string> host{"nameserver 1.1.1.1", "search lan", "options ndots:2"};
    const auto files = etcFiles(record, endpoints, "", host);
    EXPECT_NE(files.hosts.find("127.0.0.1\tlocalhost\n"), std::string::npos);
    EXPECT_NE(files.hosts.find("10.0.0.5\tdb\n"), std::string::npos);
    EXPECT_NE(files.hosts.find("172.17.0.1\tgw\n"), std::string::npos);
    EXPECT_TRUE(files.hosts.ends_with("172.17.0.2\tharbour\n"));
    EXPECT_EQ(files.hostname, "harbour\n");
    EXPECT_EQ(files.resolvConf, "nameserver 1.1.1.1\nsearch lan\noptions ndots:2\n");
    record.hostConfig.dns = {"9.9.9.9"};
    record.hostConfig.dnsSearch = {"."};
    EXPECT_EQ(etcFiles(record, {}, "", host).resolvConf, "nameserver 9.9.9.9\noptions ndots:2\n");
}

TEST(EtcFiles, ofSeveralNetworksWithTheEnginesNameServer)
{
    Record record = sample();
    record.hostConfig.dns = {"9.9.9.9"}; // asked by the engine's
    std::vector<networks::Endpoint> endpoints(2);
    endpoints[0].ipv4Address = "172.17.0.2";
    endpoints[1].ipv4Address = "10.5.0.2";
    endpoints[1].ipv6Address = "fd05::2";
    endpoints[1].resolver = true;
    const auto files = etcFiles(record, endpoints, "", {"nameserver 1.1.1.1", "search lan"});
    EXPECT_TRUE(files.hosts.ends_with("172.17.0.2\tharbour\n10.5.0.2\tharbour\nfd05::2\tharbour\n"))
        << files.hosts;
    EXPECT_EQ(files.resolvConf, "nameserver 127.0.0.11\nsearch lan\noptions ndots:0\n");
}

TEST(EtcFiles, keepWhatTheContainerHasChanged)
{
    std::string pattern = "/var/tmp/quayside-etc-XXXXXX";
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    const Fd folder(::open(pattern.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    const EtcFiles before{.hosts = "a\n", .hostname = "h\n", .resolvConf = "x\n"};
    const EtcFiles now{.hosts = "a\nb\n", .hostname = "h\n", .resolvConf = "y\n"};
    ASSERT_TRUE(writeEtcFiles(folder, before));
    std::ofstream(pattern + "/resolv.conf") << "x\nmine\n";
    ASSERT_TRUE(updateEtcFiles(folder, before, now));
    EXPECT_EQ(hostFile((pattern + "/hosts").c_str()), "a\nb\n");
    EXPECT_EQ(hostFile((pattern + "/resolv.conf").c_str()), "x\nmine\n");
    std::filesystem::remove_all(pattern);
}

} // namespace
