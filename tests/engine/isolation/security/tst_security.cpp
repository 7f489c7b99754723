#include "engine/isolation/security/apply.h"
#include "engine/isolation/security/compile.h"
#include "engine/isolation/security/prepare.h"
#include "tests/fakes/recordingkernel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>

#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/magic.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::isolation;
using test::RecordingKernel;

namespace
{

TEST(Capabilities, NamesAndNumbers)
{
    EXPECT_EQ(*security::capabilityNumber("CAP_NET_ADMIN"), CAP_NET_ADMIN);
    EXPECT_EQ(*security::capabilityNumber("sys_admin"), CAP_SYS_ADMIN);
    EXPECT_FALSE(security::capabilityNumber("CAP_NONSENSE"));
    EXPECT_EQ(security::capabilityName(CAP_BPF), "CAP_BPF");
    EXPECT_EQ(security::defaultCapabilities(), 0xa80425fbU); // what dockerd gives
    EXPECT_EQ(security::capabilityNames(3), (std::vector<std::string>{"CAP_CHOWN", "CAP_DAC_OVERRIDE"}));
}

TEST(Capabilities, AddAndDropAsDocker)
{
    const std::uint64_t standard = security::defaultCapabilities(), admin = 1ULL << CAP_SYS_ADMIN,
                        chown = 1ULL << CAP_CHOWN;
    EXPECT_EQ(*security::capabilities({"SYS_ADMIN"}, {"CHOWN"}, false), (standard | admin) & ~chown);
    EXPECT_EQ(*security::capabilities({"CHOWN"}, {"all"}, false), chown);
    EXPECT_EQ(*security::capabilities({"ALL"}, {"CHOWN"}, false), security::allCapabilities() & ~chown);
    EXPECT_EQ(*security::capabilities({}, {}, true), security::allCapabilities());
    EXPECT_FALSE(security::capabilities({"NONSENSE"}, {}, true));
}

TEST(Limits, RlimitsAndSysctls)
{
    EXPECT_EQ(security::rlimit("nofile", 10, -1)->hard, ~0ULL);
    EXPECT_FALSE(security::rlimit("nofile", 20, 10));
    EXPECT_FALSE(security::rlimit("nonsense", 1, 1));
    EXPECT_TRUE(security::checkSysctl("net.ipv4.ip_forward", "1", true, true));
    EXPECT_FALSE(security::checkSysctl("net.ipv4.ip_forward", "1", true, false));
    EXPECT_TRUE(security::checkSysctl("kernel.shmmax", "1", true, true));
    for (const char *bad :
         {"kernel.core_pattern", "net/../kernel/core_pattern", "/kernel.sem", "vm.swappiness", "", "net.x y"})
        EXPECT_FALSE(security::checkSysctl(bad, "1", true, true)) << bad;
    EXPECT_FALSE(security::checkSysctl("net.x", "a\nb", true, true));
}

TEST(SecurityApply, PrivilegesGoInOrder)
{
    RecordingKernel kernel;
    kernel.name(firstSlot, "filter");
    kernel.contents["filter"] = std::string(16, 'x');
    kernel.failures[std::format("prctl({}, 41", PR_CAPBSET_DROP)] = {EINVAL};
    SecurityPlan plan{.bounding = 1, .effective = 1, .permitted = 1, .seccomp = 0};
    const ProcessPlan process{.uid = 7, .gid = 8, .groups = {9}};
    ASSERT_TRUE(security::dropPrivileges(kernel, plan, process));
    int last = -1;
    for (const std::string &call :
         {std::string("seccomp(16 bytes)"), std::format("prctl({}, 1, 0)", PR_CAPBSET_DROP),
          std::format("prctl({}, 40, 0)", PR_CAPBSET_DROP), std::format("prctl({}, 1, 0)", PR_SET_KEEPCAPS),
          std::string("setgroups(9)"), std::string("setresgid(8)"), std::string("setresuid(7)"),
          std::string("capset(0x1, 0x1, 0x0)")}) {
        EXPECT_GT(kernel.indexOf(call), last) << call << " in\n" << kernel.text();
        last = kernel.indexOf(call);
    }
    EXPECT_FALSE(kernel.has(std::format("prctl({}, 0, 0)", PR_CAPBSET_DROP)));
    RecordingKernel other;
    other.name(firstSlot, "filter");
    other.contents["filter"] = std::string(16, 'x');
    plan.noNewPrivileges = true;
    plan.bounding = ~0ULL;
    ASSERT_TRUE(security::dropPrivileges(other, plan, process));
    EXPECT_GT(other.indexOf("seccomp"), other.indexOf(std::format("prctl({}, 1, 0)", PR_SET_NO_NEW_PRIVS)));
}

TEST(SecurityApply, LimitsThatMayNotBeRaisedAreClampedAndTold)
{
    RecordingKernel kernel;
    kernel.failures["prlimit(5, 7, 1, 9000)"] = {EPERM};
    kernel.failures["write(/proc/5/oom_score_adj"] = {EACCES};
    std::string warnings;
    const ProcessPlan process{.rlimits = {{7, 1, 9000}}, .oomScoreAdj = -500};
    ASSERT_TRUE(security::setLimits(kernel, 5, process, warnings));
    EXPECT_TRUE(kernel.has("prlimit(5, 7, 1, 2000)")) << kernel.text();
    EXPECT_EQ(std::ranges::count(warnings, '\n'), 2) << warnings;
}

TEST(SecurityApply, SysctlsAreWrittenToProcOnly)
{
    RecordingKernel kernel;
    const int root = kernel.add("root");
    const ProcessPlan process{.sysctls = {{"net.ipv4.ip_forward", "1"}}};
    EXPECT_FALSE(security::writeSysctls(kernel, process, root)); // a folder of the image
    kernel.fileSystems["root/proc/sys/net/ipv4/ip_forward"] = PROC_SUPER_MAGIC;
    ASSERT_TRUE(security::writeSysctls(kernel, process, root));
    EXPECT_TRUE(kernel.has("write(root/proc/sys/net/ipv4/ip_forward, 1)")) << kernel.text();
}

// Runs `probe` in a child under the program; its exit status.
int underFilter(const Fd &program, int (*probe)())
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::string bytes(1 << 16, '\0');
        bytes.resize(static_cast<std::size_t>(::pread(program.get(), bytes.data(), bytes.size(), 0)));
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        if (systemKernel().seccompFilter(std::as_bytes(std::span(bytes))) != 0)
            ::_exit(99);
        ::_exit(probe());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int errnoOf(long result)
{
    return result < 0 ? errno : 0;
}

TEST(Seccomp, TheStandardProgramDeniesWhatItShould)
{
    security::SeccompPrograms programs;
    const auto program = programs.standard(security::defaultCapabilities());
    ASSERT_TRUE(program) << program.error().message;
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::syscall(SYS_getppid)); }), 0);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::socket(AF_UNIX, SOCK_STREAM, 0)); }), 0);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::socket(AF_NETLINK, SOCK_RAW, 0)); }), 0);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::socket(38 /* AF_ALG */, SOCK_SEQPACKET, 0)); }),
              EPERM);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::socket(40 /* AF_VSOCK */, SOCK_STREAM, 0)); }),
              EPERM);
    // The kernel takes the low half of the register.
    EXPECT_EQ(
        underFilter(*program, [] { return errnoOf(::syscall(SYS_socket, 0x100000026L, SOCK_SEQPACKET, 0)); }),
        EPERM);
    EXPECT_EQ(underFilter(*program,
                          [] { return errnoOf(::syscall(SYS_socket, 0xffffffff00000028L, SOCK_STREAM, 0)); }),
              EPERM);
    EXPECT_EQ(
        underFilter(*program,
                    [] { return errnoOf(::syscall(SYS_mount, nullptr, nullptr, nullptr, 0, nullptr)); }),
        EPERM);
    EXPECT_EQ(
        underFilter(*program, [] { return errnoOf(::syscall(SYS_unshare, 0x10000000 /* CLONE_NEWUSER */)); }),
        EPERM);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::syscall(SYS_clone3, nullptr, 0)); }), ENOSYS);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::syscall(9999)); }), ENOSYS);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::syscall(SYS_keyctl, 0, 0)); }), EPERM);
}

TEST(Seccomp, CapabilitiesOpenWhatBelongsToThem)
{
    security::SeccompPrograms programs;
    const auto program = programs.standard(security::defaultCapabilities() | 1ULL << CAP_SYS_ADMIN);
    ASSERT_TRUE(program);
    // Past the filter the kernel looks at the arguments: another error.
    EXPECT_NE(underFilter(*program, [] { return errnoOf(::syscall(SYS_clone3, nullptr, 0)); }), ENOSYS);
}

// What is told of a profile, against the kernel that runs the program made of it.
TEST(Seccomp, EveryCallThatIsToldToBeDeniedIs)
{
    const auto refused = security::refusedCalls("", security::defaultCapabilities());
    ASSERT_TRUE(refused) << refused.error().message;
    EXPECT_GT(refused->denied.size(), 40U);
    static std::vector<int> numbers;
    for (const auto &name : refused->denied)
        numbers.push_back(::seccomp_syscall_resolve_name(name.c_str()));
    security::SeccompPrograms programs;
    const auto program = programs.standard(security::defaultCapabilities());
    ASSERT_TRUE(program);
    const int passed = underFilter(*program, [] {
        ::alarm(20);
        int past = 0; // the filter
        for (const int number : numbers) {
            const int said = errnoOf(::syscall(number, 0, 0, 0, 0, 0, 0));
            past += said == EPERM || said == ENOSYS ? 0 : 1;
        }
        return past;
    });
    EXPECT_EQ(passed, 0);
    const auto has = [](const std::vector<std::string> &names, const char *name) {
        return std::ranges::find(names, name) != names.end();
    };
    for (const char *name : {"mount", "unshare", "reboot", "kexec_load", "keyctl", "clone3"})
        EXPECT_TRUE(has(refused->denied, name)) << name;
    for (const char *name : {"clone", "socket", "personality"})
        EXPECT_TRUE(has(refused->conditional, name)) << name;
    for (const char *name : {"read", "openat", "getppid"})
        EXPECT_FALSE(has(refused->denied, name) || has(refused->conditional, name)) << name;
}

TEST(Seccomp, WhatIsDeniedFollowsCapabilitiesAndProfile)
{
    const auto more = security::refusedCalls("", security::defaultCapabilities() | 1ULL << CAP_SYS_ADMIN);
    ASSERT_TRUE(more);
    EXPECT_EQ(std::ranges::find(more->denied, "mount"), more->denied.end());
    const auto custom = security::refusedCalls(
        R"({"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":["mkdir"],"action":"SCMP_ACT_ERRNO"},)"
        R"({"names":["kill"],"action":"SCMP_ACT_ERRNO","args":[{"index":1,"value":9,"op":"SCMP_CMP_EQ"}]}]})",
        0);
    ASSERT_TRUE(custom) << custom.error().message;
    EXPECT_EQ(custom->denied, std::vector<std::string>{"mkdir"});
    EXPECT_EQ(custom->conditional, std::vector<std::string>{"kill"});
    EXPECT_FALSE(security::refusedCalls("{", 0));
}

TEST(Seccomp, ListsOfRefusedCallsAreMadeOnceForEachPair)
{
    security::RefusalLists lists;
    const std::string profile =
        R"({"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{"names":["mkdir"],"action":"SCMP_ACT_ERRNO"}]})";
    const auto first = lists.of(profile, 0);
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_EQ((*first)->denied, std::vector<std::string>{"mkdir"});
    EXPECT_EQ(*lists.of(profile, 0), *first);
    EXPECT_NE(*lists.of(profile, 1), *first);
    EXPECT_NE(*lists.of("", 0), *first);
    EXPECT_FALSE(lists.of("{", 0));
    for (std::uint64_t capabilities = 2; capabilities < 40; ++capabilities) // more than are kept
        EXPECT_EQ((*lists.of(profile, capabilities))->denied, (*first)->denied);
    EXPECT_EQ((*lists.of(profile, 0))->denied, (*first)->denied);
}

// Exactly what ADR 31 names, and not what CAP_SYS_ADMIN would open besides.
TEST(Seccomp, ALabDiffersFromTheDefaultByTheNamedCalls)
{
    const auto standard = security::refusedCalls("", security::defaultCapabilities());
    const auto lab = security::refusedCalls("", security::defaultCapabilities(), security::Standard::Lab);
    ASSERT_TRUE(standard && lab);
    std::vector<std::string> opened, closed;
    std::ranges::set_difference(standard->denied, lab->denied, std::back_inserter(opened));
    std::ranges::set_difference(lab->denied, standard->denied, std::back_inserter(closed));
    EXPECT_EQ(opened,
              (std::vector<std::string>{"clone3", "fsconfig", "fsmount", "fsopen", "fspick", "mount",
                                        "mount_setattr", "move_mount", "open_tree", "pivot_root",
                                        "setdomainname", "sethostname", "setns", "umount2", "unshare"}));
    EXPECT_EQ(closed, std::vector<std::string>{});
    std::vector<std::string> unbound;
    std::ranges::set_difference(standard->conditional, lab->conditional, std::back_inserter(unbound));
    EXPECT_EQ(unbound, std::vector<std::string>{"clone"});
    EXPECT_EQ(security::labCapabilities(),
              1ULL << CAP_SYS_ADMIN | 1ULL << CAP_NET_ADMIN | 1ULL << CAP_SYS_PTRACE);
}

TEST(Seccomp, ALabsProgramLetsNamespacesBeMade)
{
    security::SeccompPrograms programs;
    const auto lab = programs.standard(security::defaultCapabilities(), security::Standard::Lab);
    ASSERT_TRUE(lab) << lab.error().message;
    // EINVAL: past the filter, which would say EPERM.
    EXPECT_EQ(underFilter(*lab, [] { return errnoOf(::syscall(SYS_unshare, 1)); }), EINVAL);
    EXPECT_EQ(underFilter(*lab, [] { return errnoOf(::syscall(SYS_setns, -1, 0)); }), EBADF);
    EXPECT_EQ(underFilter(*lab, [] { return errnoOf(::syscall(SYS_clone3, nullptr, 0)); }), EINVAL);
    for (int (*denied)() : {+[] { return errnoOf(::syscall(SYS_keyctl, 0, 0)); },
                            +[] { return errnoOf(::syscall(SYS_bpf, 0, nullptr, 0)); },
                            +[] { return errnoOf(::syscall(SYS_perf_event_open, nullptr, 0, 0, 0, 0)); },
                            +[] { return errnoOf(::syscall(SYS_open_by_handle_at, 0, nullptr, 0)); },
                            +[] { return errnoOf(::syscall(SYS_quotactl, 0, nullptr, 0, nullptr)); },
                            +[] { return errnoOf(::socket(38 /* AF_ALG */, SOCK_SEQPACKET, 0)); },
                            +[] { return errnoOf(::socket(40 /* AF_VSOCK */, SOCK_STREAM, 0)); }})
        EXPECT_EQ(underFilter(*lab, denied), EPERM);
    // The other program of the same profile and capabilities is another one.
    const auto standard = programs.standard(security::defaultCapabilities());
    ASSERT_TRUE(standard);
    EXPECT_EQ(underFilter(*standard, [] { return errnoOf(::syscall(SYS_setns, -1, 0)); }), EPERM);
}

TEST(Seccomp, CustomProfiles)
{
    security::SeccompPrograms programs;
    const auto program = programs.custom(
        R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["getppid"], "action": "SCMP_ACT_ERRNO", "errnoRet": 7}]})",
        0);
    ASSERT_TRUE(program) << program.error().message;
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::syscall(SYS_getppid)); }), 7);
    EXPECT_EQ(underFilter(*program, [] { return errnoOf(::syscall(SYS_getpgrp)); }), 0);
}

TEST(Seccomp, WrongProfilesAreNamed)
{
    security::SeccompPrograms programs;
    for (
        const char *bad :
        {"", "[]", "{", R"({"defaultAction": 7})", R"({"defaultAction": "SCMP_ACT_NONSENSE"})",
         R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"action": "SCMP_ACT_ERRNO"}]})",
         R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["read"], "action": "SCMP_ACT_ERRNO", "args": [{"index": 9, "value": 1, "op": "SCMP_CMP_EQ"}]}]})",
         R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["read"], "action": "SCMP_ACT_ERRNO", "args": [{"index": 0, "value": 1, "op": "x"}]}]})",
         R"({"defaultAction": "SCMP_ACT_ALLOW", "architectures": ["SCMP_ARCH_PDP11"]})",
         R"({"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["read"], "action": "SCMP_ACT_ERRNO", "includes": {"caps": ["x"]}}]})"})
        EXPECT_FALSE(programs.custom(bad, 0)) << bad;
    EXPECT_FALSE(programs.custom(std::string(5000, '['), 0));
    EXPECT_FALSE(programs.custom(std::string(security::maxProfileBytes + 1, ' '), 0));
}

TEST(Seccomp, TheCacheIsUsedAndMistrusted)
{
    char name[] = "/var/tmp/quayside-test-XXXXXX";
    const std::string folder = std::string(::mkdtemp(name)) + "/seccomp";
    const auto sizeOf = [&] {
        security::SeccompPrograms programs(folder);
        struct stat status{};
        ::fstat(programs.standard(1)->get(), &status);
        return status.st_size;
    };
    const auto size = sizeOf();
    ASSERT_GT(size, 1000);
    const std::string file = std::filesystem::directory_iterator(folder)->path();
    EXPECT_EQ(static_cast<off_t>(std::filesystem::file_size(file)), size + 8);
    std::ofstream(file) << "a damaged file that is no program";
    EXPECT_EQ(sizeOf(), size);
    EXPECT_EQ(static_cast<off_t>(std::filesystem::file_size(file)), size + 8);
    std::filesystem::remove_all(name);
}

} // namespace
