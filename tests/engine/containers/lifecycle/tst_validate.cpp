// What create refuses, and in which words.
#include "engine/containers/lifecycle/ports.h"
#include "engine/containers/lifecycle/validate.h"

#include <gtest/gtest.h>

#include <functional>

using namespace quayside;
using namespace quayside::containers;
using Host = api::HostConfig;
using Config = api::ContainerConfig;

namespace
{

Result<> check(const Config &config, Host host)
{
    fillDefaults(host);
    CHECK(checkSupported(config, host));
    CHECK(checkConfig(config));
    CHECK(checkHost(host, {.cpus = 2}));
    return portRequests(config, host).transform([](const auto &) {});
}

struct Case {
    std::function<void(Config &, Host &)> ask;
    const char *message; // "": fine
};

constexpr std::int64_t MiB = 1 << 20;

const Case cases[] = {
    {[](Config &, Host &) {}, ""},
    {[](Config &, Host &h) { h.memory = 5 * MiB; }, "Minimum memory limit allowed is 6MB"},
    {[](Config &, Host &h) { h.memory = -1; }, "Minimum memory limit"},
    {[](Config &, Host &h) { h.memory = 6 * MiB; }, ""},
    {[](Config &, Host &h) { h.memory = 8 * MiB, h.memorySwap = 7 * MiB; },
     "Minimum memoryswap limit should be larger"},
    {[](Config &, Host &h) { h.memorySwap = 7 * MiB; }, "You should always set the Memory limit"},
    {[](Config &, Host &h) { h.memory = 8 * MiB, h.memorySwap = -1; }, ""},
    {[](Config &, Host &h) { h.memory = 8 * MiB, h.memoryReservation = 9 * MiB; },
     "can not be less than memory reserv"},
    {[](Config &, Host &h) { h.memorySwappiness = 101; }, "valid memory swappiness range is 0-100"},
    {[](Config &, Host &h) { h.nanoCpus = 3000000000; }, "there are only 2 CPUs available"},
    {[](Config &, Host &h) { h.nanoCpus = 1, h.cpuQuota = 5000; }, "Conflicting options"},
    {[](Config &, Host &h) { h.nanoCpus = 1500000000; }, ""},
    {[](Config &, Host &h) { h.cpuPeriod = 999; }, "CPU cfs period can not be less than 1ms"},
    {[](Config &, Host &h) { h.cpuQuota = 10; }, "CPU cfs quota can not be less than 1ms"},
    {[](Config &, Host &h) { h.cpusetCpus = "0-1"; }, ""},
    {[](Config &, Host &h) { h.cpusetCpus = "0-2"; }, "Requested CPUs are not available"},
    {[](Config &, Host &h) { h.cpusetCpus = "1-0"; }, "Invalid value 1-0 for cpuset cpus"},
    {[](Config &, Host &h) { h.cpusetMems = "x"; }, "Invalid value x for cpuset mems"},
    {[](Config &, Host &h) { h.blkioWeight = 5; }, "Range of blkio weight is from 10 to 1000"},
    {[](Config &, Host &h) { h.oomScoreAdj = 1001; }, "range for oom score adj"},
    {[](Config &, Host &h) { h.shmSize = -1; }, "SHM size can not be less than 0"},
    {[](Config &, Host &h) { h.restartPolicy.name = "sometimes"; }, "unknown policy 'sometimes'"},
    {[](Config &, Host &h) { h.restartPolicy = {"always", 3}; }, "maximum retry count"},
    {[](Config &, Host &h) { h.restartPolicy = {"on-failure", 3}; }, ""},
    {[](Config &, Host &h) { h.restartPolicy.name = "always", h.autoRemove = true; },
     "can't create 'AutoRemove' container with restart policy"},
    {[](Config &, Host &h) { h.ulimits = {{"nofile", 10, 5}}; },
     "soft limit must be less than or equal to hard"},
    {[](Config &, Host &h) { h.ulimits = {{"bogus", 1, 1}}; }, "bogus"},
    {[](Config &, Host &h) { h.capAdd = {"NOT_A_CAP"}; }, "NOT_A_CAP"},
    {[](Config &, Host &h) { h.sysctls = {{"kernel.core_pattern", "x"}}; }, "kernel.core_pattern"},
    {[](Config &, Host &h) { h.sysctls = {{"net.ipv4.ip_forward", "1"}}; }, ""},
    {[](Config &, Host &h) { h.logConfig.type = "journald"; },
     "no log driver named 'journald' is registered"},
    {[](Config &, Host &h) { h.logConfig = {"json-file", {{"max-size", "10m"}, {"max-file", "3"}}}; }, ""},
    {[](Config &, Host &h) { h.logConfig = {"json-file", {{"max-size", "ten"}}}; }, "invalid size"},
    {[](Config &, Host &h) { h.extraHosts = {"db:10.0.0.1", "v6:fe80::1", "gw:host-gateway"}; }, ""},
    {[](Config &, Host &h) { h.extraHosts = {"db"}; }, "bad format for add-host"},
    {[](Config &, Host &h) { h.extraHosts = {"db:10.0.0"}; }, "invalid IP address in add-host"},
    {[](Config &, Host &h) { h.extraHosts = {"db\nevil:10.0.0.1"}; }, "bad format for add-host"},
    {[](Config &, Host &h) { h.dns = {"nope"}; }, "is not an ip address"},
    {[](Config &, Host &h) { h.dnsSearch = {"a\nnameserver 6.6.6.6"}; }, "no word"},
    {[](Config &, Host &h) { h.networkMode = "container:x", h.portBindings = {{"80/tcp", {{"", "80"}}}}; },
     "port publishing and the container type network mode"},
    {[](Config &, Host &h) { h.ipcMode = "weird"; }, "invalid IPC mode"},
    {[](Config &, Host &h) { h.runtime = "runc"; }, "unknown or invalid runtime name: runc"},
    {[](Config &, Host &h) { h.securityOpt = {"seccomp=unconfined", "no-new-privileges"}; }, ""},
    {[](Config &, Host &h) { h.securityOpt = {"apparmor=x"}; }, "not supported"},
    {[](Config &, Host &h) { h.securityOpt = {"bogus"}; }, "invalid --security-opt"},
    {[](Config &, Host &h) { h.portBindings = {{"0/tcp", {{"", "80"}}}}; }, "invalid port specification"},
    {[](Config &, Host &h) { h.portBindings = {{"80/icmp", {{"", "80"}}}}; }, "invalid port specification"},
    {[](Config &, Host &h) { h.portBindings = {{"80/tcp", {{"", "70000"}}}}; }, "invalid port specification"},
    {[](Config &, Host &h) { h.portBindings = {{"80/tcp", {{"", "90-80"}}}}; }, "invalid port specification"},
    {[](Config &, Host &h) { h.portBindings = {{"80/tcp", {{"300.0.0.1", "80"}}}}; }, "invalid IP address"},
    {[](Config &, Host &h) { h.portBindings = {{"80/sctp", {{"", "80"}}}}; },
     "sctp ports cannot be published"},
    {[](Config &c, Host &) { c.exposedPorts = {"80/sctp"}; }, ""},
    {[](Config &c, Host &) { c.workingDir = "rel"; }, "needs to be an absolute path"},
    {[](Config &c, Host &) { c.env = {"=x"}; }, "invalid environment variable: =x"},
    {[](Config &c, Host &) { c.hostname = "bad host"; }, "invalid hostname format"},
    {[](Config &c, Host &) { c.stopSignal = "SIGNOPE"; }, "Invalid signal: SIGNOPE"},
    {[](Config &c, Host &) { c.macAddress = "zz"; }, "invalid MAC address"},
    {[](Config &, Host &h) {
         h.usernsMode = "host", h.pidMode = "host", h.ipcMode = "host", h.utsMode = "host";
     },
     ""},
    {[](Config &, Host &h) { h.cgroupnsMode = "host", h.ipcMode = "shareable"; }, ""},
    {[](Config &, Host &h) { h.pidMode = "private"; }, "invalid PID mode"},
    {[](Config &, Host &h) { h.utsMode = "private"; }, "invalid UTS mode"},
    {[](Config &c, Host &h) { h.utsMode = "host", c.hostname = "x"; }, "hostname and the UTS mode"},
    {[](Config &, Host &h) { h.ipcMode = "host", h.sysctls = {{"kernel.sem", "1"}}; }, "host ipc namespace"},
    {[](Config &, Host &h) { h.devices = {{"/dev/fuse", "", ""}, {"/dev/kvm", "/dev/x", "rm"}}; }, ""},
    {[](Config &, Host &h) { h.devices = {{"dev/fuse", "", ""}}; }, "bad format for path: dev/fuse"},
    {[](Config &, Host &h) { h.devices = {{"/dev/fuse", "", "rx"}}; }, "invalid device mode: rx"},
    {[](Config &, Host &h) { h.deviceCgroupRules = {"c 1:* rwm", "a *:* m", "b 8:0 r"}; }, ""},
    {[](Config &, Host &h) { h.deviceCgroupRules = {"c 1 rwm"}; },
     "invalid device cgroup rule format: 'c 1 rwm'"},
    {[](Config &, Host &h) { h.deviceCgroupRules = {"x 1:1 rwm"}; }, "invalid device cgroup rule format"},
    {[](Config &, Host &h) { h.blkioDeviceReadBps = {{"/dev/sda", 1048576}}; }, ""},
    {[](Config &, Host &h) { h.blkioDeviceWriteIOps = {{"/etc/passwd", 1}}; }, "invalid rate limit"},
    {[](Config &, Host &h) { h.blkioWeightDevice = {{"/dev/sda", 5}}; }, "invalid weight 5"},
    {[](Config &, Host &h) { h.securityOpt = {"apparmor=unconfined", "label=disable"}; }, ""},
    {[](Config &, Host &h) { h.securityOpt = {"label=type:x"}; }, "leave it out, or say label=disable"},
    {[](Config &, Host &h) { h.securityOpt = {R"(seccomp={"defaultAction":"SCMP_ACT_ALLOW"})"}; }, ""},
    {[](Config &, Host &h) { h.securityOpt = {"seccomp=/no/json"}; }, "is not a JSON object"},
    {[](Config &, Host &h) { h.securityOpt = {R"(seccomp={"defaultAction":"SCMP_ACT_NONSENSE"})"}; },
     "SCMP_ACT_NONSENSE"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}; }, ""},
    {[](Config &, Host &h) { h.securityOpt = {"lab=true", "no-new-privileges"}; }, ""},
    {[](Config &, Host &h) { h.securityOpt = {"lab=false"}, h.privileged = true; }, ""},
    {[](Config &, Host &h) { h.securityOpt = {"lab=maybe"}; }, "invalid --security-opt"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.privileged = true; }, "--privileged"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.usernsMode = "host"; }, "--userns=host"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.pidMode = "host"; }, "--pid=host"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.ipcMode = "host"; }, "--ipc=host"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.utsMode = "host"; }, "--uts=host"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.networkMode = "host"; }, "--network=host"},
    {[](Config &, Host &h) { h.securityOpt = {"lab"}, h.cgroupnsMode = "host"; }, "--cgroupns=host"},
    {[](Config &, Host &h) { h.securityOpt = {"lab", "seccomp=unconfined"}; }, "another seccomp profile"},
    {[](Config &, Host &h) { h.securityOpt = {R"(seccomp={"defaultAction":"SCMP_ACT_ALLOW"})", "lab"}; },
     "another seccomp profile"},
    {[](Config &, Host &h) { h.securityOpt = {"lab", "systempaths=unconfined"}; }, "systempaths=unconfined"},
    {[](Config &, Host &h) { h.cgroupParent = "/a.slice/a-b.slice"; }, ""},
    {[](Config &, Host &h) { h.cgroupParent = "a-b.slice"; }, "the cgroup driver is cgroupfs"},
    {[](Config &, Host &h) { h.cgroupParent = "a/../../x"; }, "invalid --cgroup-parent"},
    {[](Config &, Host &h) { h.storageOpt = {{"size", "1g"}}; }, ""},
    {[](Config &, Host &h) { h.storageOpt = {{"size", "1x"}}; }, "invalid size"},
    {[](Config &, Host &h) { h.storageOpt = {{"size", "1000"}}; }, "from 1m"},
    {[](Config &, Host &h) { h.storageOpt = {{"dm.basesize", "1g"}}; }, "unknown option \"dm.basesize\""},
    {[](Config &, Host &h) {
         h.logConfig = {"json-file", {{"max-size", "1m"}, {"max-file", "3"}, {"compress", "true"}}};
     },
     ""},
    {[](Config &, Host &h) { h.logConfig = {"json-file", {{"compress", "true"}}}; }, "max-size is not set"},
    {[](Config &, Host &h) { h.logConfig = {"json-file", {{"compress", "yes"}}}; }, "log opt 'compress'"},
    // Refused with a sentence, never passed over:
    {[](Config &, Host &h) { h.deviceRequests.emplace_back(); }, "--gpus"},
    {[](Config &, Host &h) { h.links = {"x"}; }, "--link"},
    {[](Config &, Host &h) { h.volumeDriver = "nfs"; }, "--volume-driver"},
    {[](Config &, Host &h) { h.cpuRealtimeRuntime = 1; }, "--cpu-rt"},
    {[](Config &, Host &h) { h.isolation = "hyperv"; }, "Windows"},
};

TEST(Validate, eachOption)
{
    int number = 0;
    for (const auto &one : cases) {
        Config config;
        Host host;
        one.ask(config, host);
        const auto result = check(config, host);
        if (std::string_view(one.message).empty()) {
            EXPECT_TRUE(result) << number << ": " << (result ? "" : result.error().message);
        } else if (result) {
            ADD_FAILURE() << number << " passes, wanted: " << one.message;
        } else {
            EXPECT_NE(result.error().message.find(one.message), std::string::npos) << result.error().message;
            EXPECT_TRUE(result.error().kind == ErrorKind::InvalidArgument ||
                        result.error().kind == ErrorKind::NotSupported)
                << result.error().message;
        }
        ++number;
    }
}

TEST(Validate, aLabIsNoMoreThanItsUserCouldHave)
{
    Host lab;
    lab.securityOpt = {"lab"};
    const access::Peer user{.uid = 1000}, root;
    EXPECT_TRUE(mayMakeLab(user, lab, {.usersMakeNamespaces = true}));
    const auto refused = mayMakeLab(user, lab, {.usersMakeNamespaces = false});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Forbidden);
    EXPECT_TRUE(refused.error().message.contains("user namespaces")) << refused.error().message;
    EXPECT_TRUE(mayMakeLab(root, lab, {.usersMakeNamespaces = false}));
    EXPECT_TRUE(mayMakeLab(user, {}, {.usersMakeNamespaces = false}));
}

TEST(Validate, defaults)
{
    Host host;
    host.memory = 64 * MiB;
    fillDefaults(host);
    EXPECT_EQ(host.networkMode, "bridge");
    EXPECT_EQ(host.logConfig.type, "json-file");
    EXPECT_EQ(host.restartPolicy.name, "no");
    EXPECT_EQ(host.memorySwap, 128 * MiB);
    EXPECT_EQ(host.shmSize, 64 * MiB);
    EXPECT_FALSE(host.maskedPaths->empty());
    EXPECT_EQ(limitsOf(host).pids, 2048);
    host.pidsLimit = 0; // what docker's command sends where nothing was asked for
    fillDefaults(host);
    EXPECT_EQ(limitsOf(host).pids, 2048);
    host.pidsLimit = -1;
    fillDefaults(host);
    EXPECT_EQ(limitsOf(host).pids, -1);
    host.nanoCpus = 500000000;
    EXPECT_EQ(limitsOf(host).cpuQuota, 50000);
    Host privileged;
    privileged.privileged = true;
    fillDefaults(privileged);
    EXPECT_TRUE(privileged.maskedPaths->empty());
}

TEST(Validate, signals)
{
    EXPECT_EQ(parseSignal("SIGTERM"), 15);
    EXPECT_EQ(parseSignal("term"), 15);
    EXPECT_EQ(parseSignal("9"), 9);
    EXPECT_EQ(parseSignal("RTMIN+3"), 37);
    EXPECT_EQ(parseSignal("SIGRTMAX-1"), 63);
    for (const char *bad : {"", "0", "65", "-9", "SIG", "RTMIN+99", "9x"})
        EXPECT_FALSE(parseSignal(bad)) << bad;
}

TEST(Validate, sizes)
{
    EXPECT_EQ(parseSize("10"), 10u);
    EXPECT_EQ(parseSize("10m"), 10u << 20);
    EXPECT_EQ(parseSize("1GB"), 1u << 30);
    for (const char *bad : {"", "m", "1x", "1mm", "99999999999999999999", "99999999999t"})
        EXPECT_FALSE(parseSize(bad)) << bad;
}

TEST(Validate, ports)
{
    Config config;
    config.exposedPorts = {"80/tcp", "53/udp"};
    Host host;
    host.portBindings = {{"80/tcp", {{"127.0.0.1", "8000-8010"}}}};
    host.publishAllPorts = true;
    const auto requests = portRequests(config, host);
    ASSERT_TRUE(requests);
    ASSERT_EQ(requests->size(), 2u);
    EXPECT_EQ((*requests)[0].hostPortEnd, 8010);
    EXPECT_EQ((*requests)[0].hostAddress, "127.0.0.1");
    EXPECT_EQ((*requests)[1].protocol, "udp");
    EXPECT_EQ((*requests)[1].hostPort, 0);
}

} // namespace
