#include "engine/containers/lifecycle/updatelimits.h"
#include "engine/containers/lifecycle/validate.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers;
using Host = api::HostConfig;

namespace
{

constexpr std::int64_t MiB = 1 << 20;

std::string refusal(const Host &current, const Host &wanted)
{
    const auto host = updated(current, wanted);
    return host ? "" : host.error().message;
}

TEST(Updated, ZeroIsAsItIs)
{
    Host current;
    current.memory = 64 * MiB;
    current.memorySwap = 128 * MiB;
    current.cpuShares = 512;
    current.cpusetCpus = "0";
    current.pidsLimit = 50;
    current.restartPolicy = {"on-failure", 3};
    const auto host = updated(current, {});
    ASSERT_TRUE(host);
    EXPECT_EQ(api::encode(*host), api::encode(current));
}

TEST(Updated, WhatIsGivenReplaces)
{
    Host current, wanted;
    current.memory = 64 * MiB;
    current.memorySwap = 128 * MiB;
    current.binds = {"/a:/b"};
    wanted.memory = 100 * MiB;
    wanted.cpuShares = 100;
    wanted.cpusetCpus = "1";
    wanted.blkioWeight = 300;
    wanted.pidsLimit = 7;
    wanted.restartPolicy = {"always", 0};
    const auto host = updated(current, wanted);
    ASSERT_TRUE(host) << host.error().message;
    EXPECT_EQ(host->memory, 100 * MiB);
    EXPECT_EQ(host->memorySwap, 128 * MiB);
    EXPECT_EQ(host->cpuShares, 100);
    EXPECT_EQ(host->cpusetCpus, "1");
    EXPECT_EQ(host->blkioWeight, 300);
    EXPECT_EQ(host->pidsLimit, 7);
    EXPECT_EQ(host->restartPolicy.name, "always");
    EXPECT_EQ(host->binds.size(), 1U);
}

TEST(Updated, MinusOneTakesALimitAway)
{
    Host current, wanted;
    current.memory = 64 * MiB;
    current.memorySwap = 128 * MiB;
    current.nanoCpus = 500'000'000;
    wanted.memory = -1;
    wanted.nanoCpus = -1;
    const auto host = updated(current, wanted);
    ASSERT_TRUE(host) << host.error().message;
    EXPECT_EQ(host->memory, 0);
    EXPECT_EQ(host->memorySwap, -1);
    EXPECT_EQ(host->nanoCpus, 0);
    EXPECT_EQ(host->cpuQuota, -1) << "what takes it from the running one";
    wanted = {};
    wanted.nanoCpus = 1'000'000'000;
    wanted.memory = 32 * MiB;
    const auto again = updated(*host, wanted);
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(again->nanoCpus, 1'000'000'000);
    EXPECT_EQ(again->cpuQuota, 0) << "one way to say it at a time";
    EXPECT_EQ(again->memory, 32 * MiB);
}

TEST(Updated, Memory)
{
    Host limited, wanted;
    limited.memory = 64 * MiB;
    limited.memorySwap = 128 * MiB;
    wanted.memory = 200 * MiB;
    EXPECT_TRUE(
        refusal(limited, wanted).starts_with("Memory limit should be smaller than already set memoryswap"));
    wanted.memorySwap = 300 * MiB;
    EXPECT_EQ(refusal(limited, wanted), "");
    Host unlimited, first;
    first.memory = 64 * MiB;
    EXPECT_EQ(updated(unlimited, first)->memorySwap, 128 * MiB) << "as at create";
    unlimited.memorySwap = -1;
    EXPECT_EQ(updated(unlimited, first)->memorySwap, -1);
}

TEST(Updated, NoLimitOfProcesses)
{
    Host current, wanted;
    current.pidsLimit = 5;
    wanted.pidsLimit = 0;
    EXPECT_EQ(updated(current, wanted)->pidsLimit, -1);
}

TEST(Updated, ConflictsAndWhatOnlyCreateTakes)
{
    Host nano, period, wanted;
    nano.nanoCpus = 500'000'000;
    period.cpuPeriod = 100'000;
    wanted.nanoCpus = 1'000'000'000;
    EXPECT_EQ(refusal(period, wanted),
              "Conflicting options: Nano CPUs cannot be updated as CPU Period has already been set");
    EXPECT_EQ(refusal(nano, wanted), "");
    wanted = {};
    wanted.cpuQuota = 5000;
    EXPECT_EQ(refusal(nano, wanted),
              "Conflicting options: CPU Quota cannot be updated as NanoCPUs has already been set");
    Host rm;
    rm.autoRemove = true;
    wanted = {};
    wanted.restartPolicy.name = "always";
    EXPECT_EQ(refusal(rm, wanted),
              "Restart policy cannot be updated because AutoRemove is enabled for the container");
    wanted.restartPolicy.name = "no";
    EXPECT_EQ(refusal(rm, wanted), "");
    wanted = {};
    wanted.ulimits = {{"nofile", 1, 1}};
    EXPECT_TRUE(refusal({}, wanted).starts_with("Ulimits of an existing container cannot be changed"));
    wanted = {};
    wanted.devices.resize(1);
    EXPECT_TRUE(refusal({}, wanted).starts_with("Devices"));
}

} // namespace
