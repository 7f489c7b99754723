// Who may ask for what: one row a case of security.md §1.
#include "engine/access/access.h"
#include "engine/access/defaults.h"
#include "engine/access/names.h"
#include "engine/access/users.h"
#include "engine/isolation/security/prepare.h"

#include <gtest/gtest.h>

#include <functional>

using namespace quayside;
using access::Peer;

namespace
{

const Peer root{.uid = 0};
const Peer alice{.uid = 1000, .gid = 1000, .groups = {1000}};

using Request = api::ContainerCreateRequest;
struct Case {
    const char *name;
    std::function<void(Request &)> ask;
    const char *named; // what the refusal must say; "": allowed
};

api::Mount bindMount(const std::string &propagation)
{
    return {.type = "bind",
            .source = "/srv",
            .target = "/srv",
            .bindOptions = api::MountBindOptions{.propagation = propagation}};
}

const Case cases[] = {
    {"nothing", [](Request &) {}, ""},
    {"privileged", [](Request &r) { r.hostConfig.privileged = true; }, "--privileged"},
    {"pid host", [](Request &r) { r.hostConfig.pidMode = "host"; }, "--pid=host"},
    {"pid container", [](Request &r) { r.hostConfig.pidMode = "container:mine"; }, ""},
    {"ipc host", [](Request &r) { r.hostConfig.ipcMode = "host"; }, "--ipc=host"},
    {"uts host", [](Request &r) { r.hostConfig.utsMode = "host"; }, "--uts=host"},
    {"network host", [](Request &r) { r.hostConfig.networkMode = "host"; }, "--network=host"},
    {"network none", [](Request &r) { r.hostConfig.networkMode = "none"; }, ""},
    {"userns host", [](Request &r) { r.hostConfig.usernsMode = "host"; }, "--userns=host"},
    {"cgroupns host", [](Request &r) { r.hostConfig.cgroupnsMode = "host"; }, "--cgroupns=host"},
    {"device", [](Request &r) { r.hostConfig.devices = {{"/dev/kvm", "/dev/kvm", "rwm"}}; }, "--device"},
    {"gpus", [](Request &r) { r.hostConfig.deviceRequests.emplace_back(); }, "--gpus"},
    {"device rule", [](Request &r) { r.hostConfig.deviceCgroupRules = {"c 1:* rwm"}; },
     "--device-cgroup-rule"},
    {"cgroup parent", [](Request &r) { r.hostConfig.cgroupParent = "/"; }, "--cgroup-parent"},
    {"cgroup parent of another user", [](Request &r) { r.hostConfig.cgroupParent = "/quayside/user-1/x"; },
     "--cgroup-parent"},
    // Lies in the user's own tree (isolation/cgroups/placement.cpp), out of which ".." does not lead: see
    // checkParent().
    {"cgroup parent of one's own", [](Request &r) { r.hostConfig.cgroupParent = "web/front"; }, ""},
    {"oom score below 0", [](Request &r) { r.hostConfig.oomScoreAdj = -1; }, "--oom-score-adj"},
    {"oom score above 0", [](Request &r) { r.hostConfig.oomScoreAdj = 500; }, ""},
    {"oom kill disable", [](Request &r) { r.hostConfig.oomKillDisable = true; }, "--oom-kill-disable"},
    {"realtime cpu", [](Request &r) { r.hostConfig.cpuRealtimeRuntime = 1; }, "--cpu-rt-runtime"},
    {"safe capability", [](Request &r) { r.hostConfig.capAdd = {"CAP_CHOWN", "net_raw"}; }, ""},
    {"capability", [](Request &r) { r.hostConfig.capAdd = {"CHOWN", "sys_admin"}; }, "--cap-add=sys_admin"},
    {"capability with CAP_", [](Request &r) { r.hostConfig.capAdd = {"CAP_NET_ADMIN"}; },
     "--cap-add=CAP_NET_ADMIN"},
    {"all capabilities", [](Request &r) { r.hostConfig.capAdd = {"ALL"}; }, "--cap-add=ALL"},
    {"dropping", [](Request &r) { r.hostConfig.capDrop = {"ALL"}; }, ""},
    {"seccomp off", [](Request &r) { r.hostConfig.securityOpt = {"seccomp=unconfined"}; },
     "seccomp=unconfined"},
    {"seccomp off, old form", [](Request &r) { r.hostConfig.securityOpt = {"seccomp:unconfined"}; },
     "seccomp:unconfined"},
    {"own profile", [](Request &r) { r.hostConfig.securityOpt = {"seccomp={}"}; }, "seccomp={}"},
    {"apparmor off, as it is anyway",
     [](Request &r) { r.hostConfig.securityOpt = {"apparmor=unconfined", "label:disable"}; }, ""},
    {"apparmor profile", [](Request &r) { r.hostConfig.securityOpt = {"apparmor=mine"}; }, "apparmor=mine"},
    {"own user namespace", [](Request &r) { r.hostConfig.usernsMode = "private"; }, ""},
    {"block device rates", [](Request &r) { r.hostConfig.blkioDeviceReadBps = {{"/dev/sda", 1}}; }, ""},
    {"lab", [](Request &r) { r.hostConfig.securityOpt = {"lab"}; }, ""},
    {"lab, as docker's command lets through", [](Request &r) { r.hostConfig.securityOpt = {"lab=true"}; },
     ""},
    {"lab and no filter", [](Request &r) { r.hostConfig.securityOpt = {"lab", "seccomp=unconfined"}; },
     "seccomp=unconfined"},
    {"lab of another word", [](Request &r) { r.hostConfig.securityOpt = {"lab=all"}; }, "lab=all"},
    {"system paths", [](Request &r) { r.hostConfig.securityOpt = {"systempaths=unconfined"}; },
     "systempaths"},
    {"no new privileges", [](Request &r) { r.hostConfig.securityOpt = {"no-new-privileges:true"}; }, ""},
    {"no masks", [](Request &r) { r.hostConfig.maskedPaths.emplace(); }, "systempaths=unconfined"},
    {"no read-only paths", [](Request &r) { r.hostConfig.readonlyPaths.emplace(); },
     "systempaths=unconfined"},
    {"one mask less",
     [](Request &r) {
         r.hostConfig.maskedPaths.emplace(std::begin(access::defaultMaskedPaths) + 1,
                                          std::end(access::defaultMaskedPaths));
     },
     "systempaths=unconfined"},
    {"all masks",
     [](Request &r) {
         r.hostConfig.maskedPaths.emplace(std::begin(access::defaultMaskedPaths),
                                          std::end(access::defaultMaskedPaths));
     },
     ""},
    {"shared bind", [](Request &r) { r.hostConfig.binds = {"/srv:/srv:ro,rshared"}; },
     "shared mount propagation"},
    {"plain bind", [](Request &r) { r.hostConfig.binds = {"/srv:/srv:ro"}; }, ""},
    {"shared mount", [](Request &r) { r.hostConfig.mounts = {bindMount("shared")}; },
     "shared mount propagation"},
    {"private mount", [](Request &r) { r.hostConfig.mounts = {bindMount("rprivate")}; }, ""},
    {"port 80", [](Request &r) { r.hostConfig.portBindings = {{"80/tcp", {{"", "80"}}}}; }, "80"},
    {"port 1023", [](Request &r) { r.hostConfig.portBindings = {{"80/tcp", {{"", "1023"}}}}; }, "1023"},
    {"port 1024", [](Request &r) { r.hostConfig.portBindings = {{"80/tcp", {{"", "1024"}}}}; }, ""},
    {"range from below", [](Request &r) { r.hostConfig.portBindings = {{"80/udp", {{"", "1000-2000"}}}}; },
     "1000"},
    {"any port", [](Request &r) { r.hostConfig.portBindings = {{"80/tcp", {{"", ""}, {"", "0"}}}}; }, ""},
    {"own sysctl",
     [](Request &r) { r.hostConfig.sysctls = {{"net.ipv4.ip_forward", "1"}, {"kernel.sem", "1"}}; }, ""},
    {"host sysctl", [](Request &r) { r.hostConfig.sysctls = {{"kernel.core_pattern", "|/x"}}; },
     "--sysctl=kernel.core_pattern"},
    {"sysctl that climbs", [](Request &r) { r.hostConfig.sysctls = {{"net.../kernel/core_pattern", "|/x"}}; },
     "--sysctl"},
    // No detour: its device is opened with the caller's rights, as that of a bind (launch/mountsources.cpp).
    {"volume of a folder of the host",
     [](Request &r) {
         api::Mount mount{.type = "volume", .target = "/x", .volumeOptions = api::MountVolumeOptions{}};
         mount.volumeOptions->driverConfig.emplace();
         mount.volumeOptions->driverConfig->options = {{"o", "bind"}};
         r.hostConfig.mounts = {mount};
     },
     ""},
    {"realtime ulimit", [](Request &r) { r.hostConfig.ulimits = {{"rtprio", 99, 99}}; }, "--ulimit=rtprio"},
    {"plain ulimit", [](Request &r) { r.hostConfig.ulimits = {{"nofile", 1024, 4096}}; }, ""},
};

TEST(Access, eachOption)
{
    for (const auto &one : cases) {
        Request request;
        request.hostConfig.networkMode = "bridge";
        one.ask(request);
        EXPECT_TRUE(access::mayCreateContainer(root, request)) << one.name;
        const auto result = access::mayCreateContainer(alice, request);
        if (std::string_view(one.named).empty()) {
            EXPECT_TRUE(result) << one.name << ": " << (result ? "" : result.error().message);
            continue;
        }
        ASSERT_FALSE(result) << one.name;
        EXPECT_EQ(result.error().kind, ErrorKind::Forbidden) << one.name;
        EXPECT_NE(result.error().message.find(one.named), std::string::npos)
            << one.name << ": " << result.error().message;
    }
}

TEST(Access, ownObjectsOnly)
{
    EXPECT_TRUE(access::maySee(alice, 1000));
    EXPECT_FALSE(access::maySee(alice, 1001));
    EXPECT_FALSE(access::maySee(alice, 0));
    EXPECT_TRUE(access::maySee(root, 1000));
    EXPECT_TRUE(access::mayUse(alice, 1001, {999, 1000}));
    EXPECT_TRUE(access::mayUse(alice, 1000, {}));
    EXPECT_FALSE(access::mayUse(alice, 1001, {999}));
    EXPECT_TRUE(access::mayUse(root, 1001, {}));
    EXPECT_EQ(access::userNumber("root").value_or(7), 0U);
    EXPECT_EQ(access::userNumber("4000000000").value_or(0), 4000000000U);
    for (const char *bad : {"", "4294967295", "-1", "no such user", "12x"})
        EXPECT_EQ(access::userNumber(bad).error().kind, ErrorKind::InvalidArgument) << bad;
    EXPECT_EQ(access::userName(0), "root");
    EXPECT_EQ(access::userName(3999999999), "3999999999");
}

TEST(Access, namesBelongToUsers)
{
    const access::Owned alices{"a1", 1000}, another{"b2", 1001}, roots{"c3", 0};
    const auto meant = [](const access::Peer &peer, const std::vector<access::Owned> &seen) {
        const auto one = access::theOneMeant(peer, "network", "front", seen);
        return !one ? one.error().message : *one ? (*one)->id : "none";
    };
    EXPECT_EQ(meant(root, {}), "none");
    EXPECT_EQ(meant(alice, {alices}), "a1");
    EXPECT_EQ(meant(root, {another}), "b2");
    EXPECT_EQ(meant(root, {alices, another, roots}), "c3");
    EXPECT_EQ(meant(root, {alices, another}),
              "several users have a network front: give the id of the one that is "
              "meant (a1 of user 1000, b2 of user 1001)");
}

TEST(Access, privilegedExec)
{
    api::ExecCreateRequest request;
    EXPECT_TRUE(access::mayExec(alice, request));
    request.privileged = true;
    EXPECT_FALSE(access::mayExec(alice, request));
    EXPECT_TRUE(access::mayExec(root, request));
}

// Policy and isolation each have the list: who asks for exactly the default asks for nothing.
TEST(Access, sameDefaultsAsIsolation)
{
    const auto masked = isolation::security::defaultMaskedPaths();
    for (const auto path : access::defaultMaskedPaths)
        EXPECT_NE(std::ranges::find(masked, path), masked.end()) << path;
    EXPECT_EQ(masked.size(), std::size(access::defaultMaskedPaths));
    const auto readOnly = isolation::security::defaultReadOnlyPaths();
    EXPECT_EQ(readOnly.size(), std::size(access::defaultReadOnlyPaths));
    std::uint64_t safe = 0;
    for (const auto name : access::safeCapabilities)
        safe |= 1ULL << isolation::security::capabilityNumber(name).value();
    EXPECT_EQ(safe, isolation::security::defaultCapabilities());
}

} // namespace
