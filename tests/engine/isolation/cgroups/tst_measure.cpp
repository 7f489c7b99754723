#include "engine/isolation/cgroups/measure.h"

#include <gtest/gtest.h>

using namespace quayside::isolation::cgroups;

namespace
{

ReadFile from(std::map<std::string, std::string> files)
{
    return [files = std::move(files)](std::string_view, const char *file) -> std::optional<std::string> {
        const auto found = files.find(file);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    };
}

TEST(Measure, V1)
{
    const auto measured = measureV1(from({
        {"cpuacct.usage", "3000"},
        {"cpuacct.usage_all", "cpu user system\n0 1000 500\n1 1200 300"},
        {"cpu.stat", "nr_periods 7\nnr_throttled 3\nthrottled_time 99"},
        {"memory.usage_in_bytes", "4096"},
        {"memory.max_usage_in_bytes", "8192"},
        {"memory.failcnt", "2"},
        {"memory.limit_in_bytes", "1048576"},
        {"memory.stat", "cache 10\ntotal_inactive_file 20"},
        {"pids.current", "3"},
        {"pids.max", "max"},
        {"blkio.throttle.io_service_bytes_recursive",
         "8:16 Read 512\n8:16 Write 1024\n8:16 Total 1536\nTotal 1536"},
        {"blkio.throttle.io_serviced_recursive", "Total 0"},
        {"blkio.bfq.io_serviced_recursive", "8:16 Read 1\nTotal 1"},
    }));
    EXPECT_FALSE(measured.v2);
    EXPECT_EQ(measured.cpuNs, 3000U);
    EXPECT_EQ(measured.userNs, 2200U);
    EXPECT_EQ(measured.kernelNs, 800U);
    EXPECT_EQ(measured.perCpuNs, (std::vector<std::uint64_t>{1500, 1500}));
    EXPECT_EQ(measured.periods, 7U);
    EXPECT_EQ(measured.throttledPeriods, 3U);
    EXPECT_EQ(measured.throttledNs, 99U);
    EXPECT_EQ(measured.memoryBytes, 4096U);
    EXPECT_EQ(measured.peakMemoryBytes, 8192U);
    EXPECT_EQ(measured.memoryFailures, 2U);
    EXPECT_EQ(measured.memoryLimit, 1048576U);
    EXPECT_EQ(measured.memoryStat.at("total_inactive_file"), 20U);
    EXPECT_EQ(measured.pids, 3U);
    EXPECT_FALSE(measured.pidsLimit);
    EXPECT_EQ(measured.ioBytes,
              (std::vector<IoCount>{{8, 16, "Read", 512}, {8, 16, "Write", 1024}, {8, 16, "Total", 1536}}));
    EXPECT_EQ(measured.ioOperations, (std::vector<IoCount>{{8, 16, "Read", 1}}))
        << "bfq counts where throttle does not";
}

TEST(Measure, V1WithoutALimit)
{
    EXPECT_FALSE(measureV1(from({{"memory.limit_in_bytes", "9223372036854771712"}})).memoryLimit);
}

TEST(Measure, V2)
{
    const auto measured = measureV2(from({
        {"cpu.stat",
         "usage_usec 30\nuser_usec 20\nsystem_usec 10\nnr_periods 4\nnr_throttled 2\nthrottled_usec 5"},
        {"memory.current", "4096"},
        {"memory.max", "max"},
        {"memory.events", "low 0\nhigh 0\nmax 9\noom 1\noom_kill 1"},
        {"memory.stat", "anon 10\ninactive_file 20"},
        {"memory.swap.current", "30"},
        {"cpu.pressure",
         "some avg10=1.50 avg60=2.00 avg300=3.00 total=100\nfull avg10=0.25 avg60=0 avg300=0 total=7"},
        {"memory.pressure", "some avg10=12.00 avg60=0.00 avg300=0.00 total=5"},
        {"pids.current", "3"},
        {"pids.max", "100"},
        {"io.stat", "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=0 dios=0\nnonsense\n9:1 rbytes=5"},
    }));
    EXPECT_TRUE(measured.v2);
    EXPECT_EQ(measured.cpuNs, 30'000U);
    EXPECT_EQ(measured.userNs, 20'000U);
    EXPECT_EQ(measured.kernelNs, 10'000U);
    EXPECT_EQ(measured.throttledNs, 5'000U);
    EXPECT_EQ(measured.memoryBytes, 4096U);
    EXPECT_FALSE(measured.memoryLimit);
    EXPECT_EQ(measured.memoryFailures, 1U);
    EXPECT_EQ(measured.memoryStat.at("inactive_file"), 20U);
    EXPECT_EQ(measured.swapBytes, 30U);
    EXPECT_EQ(measured.kernelBytes, 0U);
    ASSERT_TRUE(measured.stalls);
    EXPECT_EQ(measured.stalls->cpu, (Stall{1.5, 0.25, 100, 7}));
    EXPECT_EQ(measured.stalls->memory, (Stall{12, 0, 5, 0}));
    EXPECT_EQ(measured.stalls->io, Stall());
    EXPECT_EQ(measured.pidsLimit, 100U);
    EXPECT_EQ(measured.ioBytes,
              (std::vector<IoCount>{{8, 0, "read", 1}, {8, 0, "write", 2}, {9, 1, "read", 5}}));
    EXPECT_EQ(measured.ioOperations, (std::vector<IoCount>{{8, 0, "read", 3}, {8, 0, "write", 4}}));
}

TEST(Measure, TheKernelsPartAndV1WithV2BesideIt)
{
    EXPECT_EQ(measureV2(from({{"memory.stat", "kernel 100\nslab 50"}})).kernelBytes, 100U);
    EXPECT_EQ(
        measureV2(from({{"memory.stat", "kernel_stack 1\npagetables 2\npercpu 3\nslab 4"}})).kernelBytes, 10U)
        << "before Linux 5.18";
    EXPECT_FALSE(measureV2(from({})).stalls) << "psi=0";
    const auto hybrid = measureV1(from({{"memory.kmem.usage_in_bytes", "77"},
                                        {"memory.stat", "total_swap 9"},
                                        {"cpu.pressure", "some avg10=3.00 total=1"}}));
    EXPECT_EQ(hybrid.kernelBytes, 77U);
    EXPECT_EQ(hybrid.swapBytes, 9U);
    ASSERT_TRUE(hybrid.stalls);
    EXPECT_EQ(hybrid.stalls->cpu.some10, 3);
}

TEST(Measure, AHostWithoutControllersGivesZeros)
{
    for (const auto &measured : {measureV1(from({})), measureV2(from({}))}) {
        EXPECT_EQ(measured.cpuNs, 0U);
        EXPECT_EQ(measured.memoryBytes, 0U);
        EXPECT_TRUE(measured.ioBytes.empty());
    }
}

} // namespace
