// What a container cannot do: security.md §2.
#include "tests/engine/stage/rootmain.h"
#include "tests/fakes/container.h"

#include "engine/isolation/security/prepare.h"

using namespace quayside;
using test::Container;

namespace
{

TEST(Isolation, OnlyStandardStreamsAreOpen)
{
    Container container;
    // The fourth is the folder that ls itself reads. The shell needs a moment to close its ends of the second
    // pipe.
    EXPECT_EQ(container.output("ls /proc/self/fd | wc -l; (sleep 0.1; ls /proc/1/fd) | wc -l"), "4\n3\n");
}

TEST(Isolation, StandardStreamsCanBeOpenedAnew)
{
    Container container;
    container.plan.process.uid = 1000;
    EXPECT_EQ(container.output("echo one > /dev/stdout; echo two > /dev/stderr"), "one\ntwo\n");
}

TEST(Isolation, MaskedPathsAreEmpty)
{
    Container container;
    const std::string log =
        container.output("for p in interrupts keys timer_list kcore sched_debug; do "
                         "[ -e /proc/$p ] && wc -c < /proc/$p; done; ls /sys/firmware | wc -l");
    EXPECT_FALSE(log.empty());
    EXPECT_EQ(log.find_first_not_of("0\n"), std::string::npos) << log;
}

TEST(Isolation, ReadOnlyPathsAre)
{
    Container container;
    EXPECT_EQ(container.output(
                  "for f in /proc/sys/kernel/hostname /proc/sys/net/ipv4/ip_forward /sys/x /sys/fs/cgroup/x; "
                  "do (echo 1 > $f) 2>/dev/null && echo wrote $f; done; echo done"),
              "done\n");
}

TEST(Isolation, ReadOnlyRootWithWritableTmpfs)
{
    Container container;
    container.plan.root.readOnly = true;
    EXPECT_EQ(container.output("touch /x 2>/dev/null && echo wrote; touch /dev/shm/x && echo shm; echo x > "
                               "/dev/null && echo null"),
              "shm\nnull\n");
}

// Root inside may mount, and is refused all the same: the locks are the kernel's.
TEST(Isolation, LockedMountsStay)
{
    Container container;
    const std::uint64_t admin = 1ULL << 21; // CAP_SYS_ADMIN
    auto &security = container.plan.security;
    security.seccomp = -1;
    security.bounding |= admin, security.permitted |= admin, security.effective |= admin;
    security.lockMounts = true;
    container.plan.root.readOnly = true;
    EXPECT_EQ(container.output("busybox umount /proc/interrupts 2>/dev/null && echo mask; busybox umount -l "
                               "/proc 2>/dev/null && echo proc; "
                               "mount -o remount,rw,bind none /proc/sys 2>/dev/null && echo sys; "
                               "mount -o remount,rw,bind none / 2>/dev/null && echo root; "
                               "mount --bind /proc /dev/shm 2>/dev/null && echo bind; "
                               "mount -t tmpfs none /dev/shm && busybox umount /dev/shm && echo own; pwd"),
              "own\n/\n");
    Container open;
    open.plan.security = security;
    open.plan.security.lockMounts = false;
    EXPECT_EQ(open.output("busybox umount /proc/interrupts && echo mask; mount -o remount,rw,bind none "
                          "/proc/sys && echo sys"),
              "mask\nsys\n");
}

TEST(Isolation, DevicesAreTheFew)
{
    Container container;
    EXPECT_EQ(
        container.output("echo $(ls /dev); head -c 4 /dev/zero | wc -c; head -c 4 /dev/urandom | wc -c; "
                         "mknod /tmp/sda b 8 0 2>/dev/null || echo refused"),
        "core fd full mqueue null ptmx pts random shm stderr stdin stdout tty urandom zero\n4\n4\nrefused\n");
}

TEST(Isolation, SeccompDeniesWhatTheProfileDoes)
{
    Container container;
    const std::string log =
        container.output("grep Seccomp: /proc/self/status; mount -t tmpfs none /tmp 2>&1; "
                         "date -s 2020-01-01 2>&1 >/dev/null; true");
    EXPECT_TRUE(log.contains("Seccomp:\t2\n")) << log;
    EXPECT_TRUE(log.contains("ermission denied") || log.contains("not permitted")) << log;
    EXPECT_TRUE(log.contains("can't set date")) << log;
}

TEST(Isolation, NoNewPrivilegesGoesWithSeccomp)
{
    Container container;
    container.plan.security.noNewPrivileges = true;
    EXPECT_EQ(container.output("grep -E 'NoNewPrivs|Seccomp:' /proc/self/status"),
              "NoNewPrivs:\t1\nSeccomp:\t2\n");
}

TEST(Isolation, AForkBombIsContained)
{
    Container container;
    container.limits.pids = 20;
    container.command("for i in $(seq 100); do sleep 100 & done; exit 0");
    const auto started = container.start();
    ASSERT_TRUE(started) << started.error().message;
    container.wait();
    const auto usage = container.cgroups->usage(container.plan.record.id);
    ASSERT_TRUE(usage);
    EXPECT_LE(usage->pids, 20U);
    EXPECT_TRUE(container.log().contains("fork")) << container.log();
}

TEST(Isolation, WantOfMemoryIsReported)
{
    Container container;
    container.limits.memory = 16 << 20;
    container.command("dd if=/dev/zero of=/dev/null bs=200M count=1");
    const auto started = container.start();
    ASSERT_TRUE(started) << started.error().message;
    const stage::ExitRecord record = container.wait();
    EXPECT_EQ(record.code, 137) << container.log();
    EXPECT_TRUE(record.oom);
}

TEST(Isolation, FreezeAndThaw)
{
    Container container;
    container.command("i=0; while :; do i=$((i+1)); echo $i; usleep 2000; done");
    ASSERT_TRUE(container.start());
    const std::string &id = container.plan.record.id;
    const auto frozen = container.cgroups->freeze(id);
    ASSERT_TRUE(frozen) << frozen.error().message;
    const std::string before = container.log();
    ::usleep(100'000);
    EXPECT_EQ(container.log(), before);
    ASSERT_TRUE(container.cgroups->thaw(id));
    for (int i = 0; i < 200 && container.log() == before; ++i)
        ::usleep(10'000);
    EXPECT_NE(container.log(), before);
    ASSERT_TRUE(container.cgroups->killAll(id));
    EXPECT_EQ(container.wait().code, 137);
}

} // namespace
