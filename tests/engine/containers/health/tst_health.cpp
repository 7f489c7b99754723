// Health checks: what counts, one probe with its output and its time, and the monitor's rounds.
#include "engine/containers/health/monitor.h"
#include "engine/containers/state/times.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <future>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace quayside;
using namespace quayside::containers;
using namespace std::chrono_literals;

namespace
{

constexpr std::int64_t second = 1000000000;

api::ContainerConfig withCheck(std::vector<std::string> test, api::HealthConfig health = {})
{
    api::ContainerConfig config;
    health.test = std::move(test);
    config.healthcheck = std::move(health);
    return config;
}

ProbeResult result(std::int64_t exitCode, std::int64_t at = 0)
{
    return {.startNs = at, .endNs = at + 1, .exitCode = exitCode, .output = std::to_string(at)};
}

TEST(HealthCheck, commands)
{
    EXPECT_FALSE(healthCheckOf({}));
    EXPECT_FALSE(healthCheckOf(withCheck({})));
    EXPECT_FALSE(healthCheckOf(withCheck({"NONE"})));
    EXPECT_EQ(healthCheckOf(withCheck({"CMD", "a", "b"}))->argv, (std::vector<std::string>{"a", "b"}));
    auto shell = withCheck({"CMD-SHELL", "a b"});
    EXPECT_EQ(healthCheckOf(shell)->argv, (std::vector<std::string>{"/bin/sh", "-c", "a b"}));
    shell.shell = {"/bin/ash", "-ec"};
    EXPECT_EQ(healthCheckOf(shell)->argv, (std::vector<std::string>{"/bin/ash", "-ec", "a b"}));
}

TEST(HealthCheck, defaults)
{
    const auto plain = healthCheckOf(withCheck({"CMD", "a"}));
    EXPECT_EQ(plain->interval, 30s);
    EXPECT_EQ(plain->timeout, 30s);
    EXPECT_EQ(plain->startPeriod, 0s);
    EXPECT_EQ(plain->startInterval, 5s);
    EXPECT_EQ(plain->retries, 3);
    const auto given =
        healthCheckOf(withCheck({"CMD", "a"}, {{}, second, 2 * second, 7, 3 * second, second / 2}));
    EXPECT_EQ(given->interval, 1s);
    EXPECT_EQ(given->timeout, 2s);
    EXPECT_EQ(given->startPeriod, 3s);
    EXPECT_EQ(given->startInterval, 500ms);
    EXPECT_EQ(given->retries, 7);
}

TEST(HealthCheck, refused)
{
    EXPECT_TRUE(checkHealthConfig(std::nullopt));
    EXPECT_TRUE(checkHealthConfig(withCheck({"NONE"}).healthcheck));
    EXPECT_TRUE(checkHealthConfig(withCheck({}, {{}, 1000000}).healthcheck));
    const std::pair<api::ContainerConfig, const char *> cases[] = {
        {withCheck({"SHELL", "x"}), "Unknown healthcheck type 'SHELL'"},
        {withCheck({"CMD"}), "has no command"},
        {withCheck({"CMD-SHELL", ""}), "has no command"},
        {withCheck({"CMD-SHELL", "a", "b"}), "takes one command"},
        {withCheck({}, {{}, 999999}), "Interval in Healthcheck cannot be less than 1ms"},
        {withCheck({}, {{}, 0, -1}), "Timeout in Healthcheck cannot be less than 1ms"},
        {withCheck({}, {{}, 0, 0, -1}), "Retries in Healthcheck cannot be negative"},
        {withCheck({}, {{}, 0, 0, 0, 5}), "StartPeriod in Healthcheck cannot be less than 1ms"},
        {withCheck({}, {{}, 0, 0, 0, 0, 5}), "StartInterval in Healthcheck cannot be less than 1ms"},
    };
    for (const auto &[config, words] : cases) {
        const auto checked = checkHealthConfig(config.healthcheck);
        ASSERT_FALSE(checked) << words;
        EXPECT_NE(checked.error().message.find(words), std::string::npos) << checked.error().message;
    }
}

TEST(HealthState, failuresInARowMakeItUnhealthy)
{
    const auto check = *healthCheckOf(withCheck({"CMD", "a"}));
    HealthState state;
    beginRun(state);
    EXPECT_EQ(state.status, HealthStatus::Starting);
    note(state, check, result(1), 0);
    note(state, check, result(1), 0);
    EXPECT_EQ(state.status, HealthStatus::Starting);
    EXPECT_EQ(state.failingStreak, 2);
    note(state, check, result(-1), 0);
    EXPECT_EQ(state.status, HealthStatus::Unhealthy);
    note(state, check, result(0), 0);
    EXPECT_EQ(state.status, HealthStatus::Healthy);
    EXPECT_EQ(state.failingStreak, 0);
    note(state, check, result(1), 0);
    EXPECT_EQ(state.status, HealthStatus::Healthy);
    endRun(state);
    EXPECT_EQ(state.status, HealthStatus::Unhealthy);
    beginRun(state);
    EXPECT_EQ(state.status, HealthStatus::Starting);
    EXPECT_EQ(state.failingStreak, 0);
    EXPECT_EQ(state.log->size(), 5u) << "the log outlives a run";
    HealthState none;
    endRun(none);
    EXPECT_EQ(none.status, HealthStatus::None);
}

TEST(HealthState, startPeriod)
{
    const auto check = *healthCheckOf(withCheck({"CMD", "a"}, {{}, 0, 0, 1, 10 * second, second}));
    HealthState state;
    beginRun(state);
    note(state, check, result(1, 109 * second), 100 * second);
    EXPECT_EQ(state.status, HealthStatus::Starting);
    EXPECT_EQ(state.failingStreak, 0);
    EXPECT_EQ(untilNextProbe(state, check, 100 * second, 109 * second), 1s);
    EXPECT_EQ(untilNextProbe(state, check, 100 * second, 110 * second), 30s);
    auto early = state;
    note(early, check, result(0, 105 * second), 100 * second);
    EXPECT_EQ(untilNextProbe(early, check, 100 * second, 105 * second), 30s) << "it has started";
    note(early, check, result(1, 106 * second), 100 * second);
    EXPECT_EQ(early.status, HealthStatus::Unhealthy) << "after the first success every failure counts";
    note(state, check, result(1, 110 * second), 100 * second);
    EXPECT_EQ(state.status, HealthStatus::Unhealthy);
}

TEST(HealthState, keepsTheLastFive)
{
    const auto check = *healthCheckOf(withCheck({"CMD", "a"}));
    HealthState state;
    for (int i = 1; i <= 8; ++i)
        note(state, check, result(0, i), 0);
    const auto shown = view(state);
    ASSERT_EQ(shown.log.size(), 5u);
    EXPECT_EQ(shown.log.front().output, "4");
    EXPECT_EQ(shown.log.back().output, "8");
    EXPECT_EQ(shown.status, "healthy");
}

// A child that sleeps stands for the command.
struct Sleeper {
    Sleeper()
    {
        pid = ::fork();
        if (pid == 0) {
            ::execlp("sleep", "sleep", "100", nullptr);
            ::_exit(1);
        }
        pidfd.reset(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
    }
    int status()
    {
        int status = 0;
        ::waitpid(pid, &status, 0);
        return status;
    }
    pid_t pid;
    Fd pidfd;
};

class ProbeTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto started = Watcher::start();
        ASSERT_TRUE(started);
        watcher = *std::move(started);
    }
    // Their threads use what a test has.
    void TearDown() override
    {
        watcher->stop();
        workers.reset();
        watcher.reset();
    }
    std::shared_ptr<Probe> make(HealthCheck::Duration timeout)
    {
        return std::make_shared<Probe>(*watcher, *workers, timeout,
                                       [this](ProbeResult result) { told.set_value(std::move(result)); });
    }
    ProbeProcess process(Fd pidfd = {})
    {
        int ends[2];
        EXPECT_EQ(::pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
        writer.reset(ends[1]);
        return {.output = Fd(ends[0]), .process = std::move(pidfd)};
    }
    ProbeResult await()
    {
        auto future = told.get_future();
        EXPECT_EQ(future.wait_for(20s), std::future_status::ready);
        return future.get();
    }
    std::unique_ptr<Watcher> watcher;
    std::unique_ptr<Workers> workers = std::make_unique<Workers>(2);
    std::promise<ProbeResult> told;
    Fd writer;
};

TEST_F(ProbeTest, outputAndExitCode)
{
    const auto probe = make(20s);
    probe->started(process());
    ASSERT_EQ(::write(writer.get(), "fine\n", 5), 5);
    probe->ended(4);
    const auto result = await();
    EXPECT_EQ(result.exitCode, 4);
    EXPECT_EQ(result.output, "fine\n");
    EXPECT_LE(result.startNs, result.endNs);
}

TEST_F(ProbeTest, endsBeforeItIsToldToHaveStarted)
{
    const auto probe = make(20s);
    auto given = process();
    ASSERT_EQ(::write(writer.get(), "quick", 5), 5);
    probe->ended(0);
    probe->started(std::move(given));
    EXPECT_EQ(await().output, "quick");
}

TEST_F(ProbeTest, muchOutputDoesNotBlockTheCommand)
{
    const auto probe = make(20s);
    probe->started(process());
    const std::string block(1000, 'x');
    std::size_t written = 0;
    // More than a pipe holds: somebody must be reading.
    for (const auto end = Watcher::Clock::now() + 20s; written < 400 && Watcher::Clock::now() < end;)
        if (::write(writer.get(), block.data(), block.size()) > 0)
            ++written;
    EXPECT_EQ(written, 400u);
    probe->ended(0);
    const auto result = await();
    EXPECT_EQ(result.output.size(), maxProbeOutput + 3);
    EXPECT_TRUE(result.output.ends_with("x..."));
}

TEST_F(ProbeTest, tooLong)
{
    Sleeper sleeper;
    const auto probe = make(50ms);
    probe->started(process(std::move(sleeper.pidfd)));
    ASSERT_EQ(::write(writer.get(), "so far", 6), 6);
    EXPECT_EQ(sleeper.status(), SIGKILL);
    probe->ended(137);
    const auto result = await();
    EXPECT_EQ(result.exitCode, -1);
    EXPECT_EQ(result.output, "Health check exceeded timeout (50ms): so far");
}

TEST_F(ProbeTest, cancelledIsKilledAndForgotten)
{
    Sleeper sleeper;
    const auto probe = make(20s);
    probe->started(process(std::move(sleeper.pidfd)));
    probe->cancel();
    EXPECT_EQ(sleeper.status(), SIGKILL);
    probe->ended(137);
    EXPECT_EQ(told.get_future().wait_for(50ms), std::future_status::timeout);
}

TEST_F(ProbeTest, cancelledBeforeItHasStarted)
{
    Sleeper sleeper;
    const auto probe = make(20s);
    probe->cancel();
    probe->started(process(std::move(sleeper.pidfd)));
    EXPECT_EQ(sleeper.status(), SIGKILL);
}

class MonitorTest : public ProbeTest
{
protected:
    void SetUp() override
    {
        ProbeTest::SetUp();
        monitor = std::make_unique<HealthMonitor>(
            *watcher, *workers,
            HealthMonitor::Host{.run = [this](const ContainerPtr &, const std::vector<std::string> &argv,
                                              std::function<void(int)> ended) -> Result<ProbeProcess> {
                                    ++runs;
                                    argvSeen = argv;
                                    if (launchFails)
                                        return fail(ErrorKind::NoCommand, "no such program");
                                    ended(exitCode);
                                    return ProbeProcess{};
                                },
                                .counted =
                                    [this](const ContainerPtr &, bool changed) {
                                        if (changed)
                                            ++changes;
                                    }});
    }
    static ContainerPtr make(api::ContainerConfig config)
    {
        Record record;
        record.id = "c";
        record.config = std::move(config);
        auto container = std::make_shared<Container>(std::move(record));
        container->state.startedNs = nowNs();
        return container;
    }
    static HealthState healthOf(const ContainerPtr &container)
    {
        const std::scoped_lock lock(container->mutex);
        return container->state.health;
    }
    template <typename Condition>
    static bool eventually(Condition condition)
    {
        for (const auto end = Watcher::Clock::now() + 20s; Watcher::Clock::now() < end; ::usleep(2000))
            if (condition())
                return true;
        return false;
    }
    std::atomic<int> runs = 0, changes = 0, exitCode = 0;
    std::atomic<bool> launchFails = false;
    std::vector<std::string> argvSeen;
    std::unique_ptr<HealthMonitor> monitor;
};

TEST_F(MonitorTest, roundAfterRound)
{
    const auto container = make(withCheck({"CMD", "probe"}, {{}, 5000000, 0, 2}));
    monitor->begin(container);
    EXPECT_EQ(healthOf(container).status, HealthStatus::Starting);
    EXPECT_TRUE(eventually([&] { return healthOf(container).status == HealthStatus::Healthy; }));
    EXPECT_TRUE(eventually([&] { return runs >= 3; }));
    EXPECT_EQ(changes, 1) << "only another status is news";
    exitCode = 1;
    EXPECT_TRUE(eventually([&] { return healthOf(container).status == HealthStatus::Unhealthy; }));
    EXPECT_TRUE(eventually([&] { return changes == 2; }));
    monitor->stop(container);
    const int ran = runs;
    ::usleep(50000);
    EXPECT_LE(runs, ran + 1) << "one may have been on its way";
    EXPECT_EQ(argvSeen, (std::vector<std::string>{"probe"}));
    monitor->resume(container);
    EXPECT_TRUE(eventually([&] { return runs > ran + 2; }));
    EXPECT_EQ(healthOf(container).status, HealthStatus::Unhealthy) << "what was known goes on";
    monitor->stop(container);
}

TEST_F(MonitorTest, whatCannotRunIsAFailure)
{
    launchFails = true;
    const auto container = make(withCheck({"CMD", "probe"}, {{}, 5000000, 0, 1}));
    monitor->begin(container);
    EXPECT_TRUE(eventually([&] { return healthOf(container).status == HealthStatus::Unhealthy; }));
    const auto log = healthOf(container).log;
    EXPECT_EQ(log->front().exitCode, -1);
    EXPECT_EQ(log->front().output, "no such program");
    monitor->stop(container);
}

TEST_F(MonitorTest, nothingWithoutACheck)
{
    for (const auto &config : {api::ContainerConfig(), withCheck({"NONE"})}) {
        const auto container = make(config);
        monitor->begin(container);
        monitor->resume(container);
        monitor->stop(container);
        EXPECT_EQ(healthOf(container).status, HealthStatus::None);
    }
    EXPECT_EQ(runs, 0);
}

} // namespace
