#include "engine/containers/stats/snapshot.h"

#include "engine/api/types/stats.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

TEST(Snapshot, ProcStat)
{
    const auto use = parseProcStat("cpu  1 2 3 4 5 6 7 8 900 900\ncpu0 1 2 3 4 5 6 7 8 9 9\n"
                                   "cpu1 0 0 0 0 0 0 0 0 0 0\nintr 5\nctxt 7\n",
                                   100);
    EXPECT_EQ(use.cpuNs, 36 * 10'000'000LL) << "guest time is in user time already";
    EXPECT_EQ(use.cpus, 2);
    EXPECT_EQ(parseProcStat("", 100).cpus, 0);
}

TEST(Snapshot, NetDev)
{
    const auto networks = parseNetDev(
        "Inter-|   Receive                                                |  Transmit\n"
        " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo\n"
        "    lo:     100       1    0    0    0     0          0         0      100       1    0    0    0\n"
        "  eth0: 1000 10 3 4 0 0 0 0 2000 20 5 6 0 0 0 0\n"
        "  eth1:12345678901 1 0 0 0 0 0 0 7 1 0 0 0 0 0 0\n"
        " tunl0:  9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9\n");
    ASSERT_EQ(networks.size(), 2U);
    const auto &eth0 = networks.at("eth0");
    EXPECT_EQ(eth0.rxBytes, 1000);
    EXPECT_EQ(eth0.rxPackets, 10);
    EXPECT_EQ(eth0.rxErrors, 3);
    EXPECT_EQ(eth0.rxDropped, 4);
    EXPECT_EQ(eth0.txBytes, 2000);
    EXPECT_EQ(eth0.txPackets, 20);
    EXPECT_EQ(eth0.txErrors, 5);
    EXPECT_EQ(eth0.txDropped, 6);
    EXPECT_EQ(networks.at("eth1").rxBytes, 12345678901);
    EXPECT_TRUE(parseNetDev("").empty());
}

TEST(Snapshot, AMemoryLimitAboveTheMachineIsTheMachine)
{
    isolation::cgroups::Measured measured;
    api::ContainerStats stats;
    addMeasured(stats, measured, {.cpuNs = 5, .cpus = 2, .memoryBytes = 1000});
    EXPECT_EQ(stats.memory.limit, 1000);
    measured.memoryLimit = 400;
    addMeasured(stats, measured, {.memoryBytes = 1000});
    EXPECT_EQ(stats.memory.limit, 400);
    measured.memoryLimit = 4000;
    addMeasured(stats, measured, {.memoryBytes = 1000});
    EXPECT_EQ(stats.memory.limit, 1000);
}

TEST(Snapshot, PartsAndPressureBesideWhatDockerTells)
{
    isolation::cgroups::Measured measured{.v2 = true};
    measured.memoryBytes = 1000;
    measured.memoryStat = {{"anon", 100}, {"file", 300}, {"shmem", 50}, {"inactive_file", 200}};
    measured.kernelBytes = 25;
    measured.swapBytes = 7;
    measured.stalls = {.memory = {.some10 = 1.5, .full10 = 0.5, .someUsec = 9}};
    measured.ioBytes = {{8, 0, "read", 10}, {8, 16, "read", 1}, {8, 0, "write", 5}};
    api::ContainerStats stats;
    stats.id = "abc";
    stats.networks["eth0"].rxBytes = 3;
    addMeasured(stats, measured, {.cpuNs = 5, .cpus = 2, .memoryBytes = 5000});
    ASSERT_TRUE(stats.quayside);
    EXPECT_EQ(stats.quayside->memory.file, 250) << "shared memory is a part of the page cache";
    EXPECT_TRUE(encode(stats).contains(
        R"("Quayside":{"Memory":{"Anon":100,"File":250,"Shmem":50,"Kernel":25,"Swap":7},"Pressure":{"Cpu":)"));
    EXPECT_TRUE(encode(stats).contains(R"("Memory":{"Some":1.5,"Full":0.5,"SomeTotal":9,"FullTotal":0})"));
    const auto line = encode(sumsOf(stats, 42));
    EXPECT_TRUE(
        line.starts_with(R"({"Id":"abc","Time":42,"Cpu":0,"SystemCpu":5,"Cpus":2,"Memory":800,)"
                         R"("MemoryLimit":5000,"Received":3,"Sent":0,"Read":11,"Written":5,"Pids":0,)"))
        << line;
    EXPECT_EQ(encode(api::StatsRound{3}), R"({"Round":3})");
    stats.networks.clear();
    EXPECT_FALSE(encode(sumsOf(stats, 42)).contains("Received"));
}

TEST(Snapshot, V1CountsEachOperationUnderSeveralNames)
{
    isolation::cgroups::Measured measured;
    measured.memoryStat = {{"total_rss", 10}, {"total_cache", 30}, {"total_shmem", 5}};
    measured.ioBytes = {{8, 0, "Read", 10}, {8, 0, "Write", 4}, {8, 0, "Sync", 14}, {8, 0, "Total", 14}};
    api::ContainerStats stats;
    addMeasured(stats, measured, {.memoryBytes = 5000});
    EXPECT_EQ(stats.quayside->memory.anon, 10);
    EXPECT_EQ(stats.quayside->memory.file, 25);
    EXPECT_FALSE(stats.quayside->pressure);
    EXPECT_EQ(sumsOf(stats, 0).read, 10);
    EXPECT_EQ(sumsOf(stats, 0).written, 4);
}

// What dockerd says of a container that does not run.
TEST(Snapshot, NothingButTheName)
{
    api::ContainerStats stats;
    stats.id = "abc";
    stats.name = "/web";
    EXPECT_EQ(
        encode(stats),
        R"({"name":"/web","id":"abc","read":"0001-01-01T00:00:00Z","preread":"0001-01-01T00:00:00Z",)"
        R"("pids_stats":{},"blkio_stats":{"io_service_bytes_recursive":null,"io_serviced_recursive":null,)"
        R"("io_queue_recursive":null,"io_service_time_recursive":null,"io_wait_time_recursive":null,)"
        R"("io_merged_recursive":null,"io_time_recursive":null,"sectors_recursive":null},"num_procs":0,)"
        R"("storage_stats":{},"cpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,)"
        R"("usage_in_usermode":0},"throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},)"
        R"("precpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},)"
        R"("throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},"memory_stats":{}})");
}

} // namespace
