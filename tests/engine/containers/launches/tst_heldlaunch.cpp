// The thread that launches, and whoever steps it along.
#include "engine/containers/launches/heldlaunch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

using namespace quayside;
using namespace quayside::containers;
using isolation::StepId;
using namespace std::chrono_literals;

namespace
{

isolation::LaunchPlan plan()
{
    isolation::LaunchPlan plan;
    plan.process.argv = {"true"};
    plan.security.seccomp = 1;
    return plan;
}

// A launch whose steps do nothing.
class Going
{
public:
    explicit Going(std::chrono::steady_clock::duration patience = 1h, Launches::Told told = {})
        : container(std::make_shared<Container>(Record{.id = std::string(64, 'a')})),
          held(std::make_shared<HeldLaunch>(
              container, 5,
              HeldLaunch::Host{
                  .held = [this](const Container &, const std::string &step) { stops.push_back(step); },
                  .committing = [this](Container &) -> Result<> {
                      committed = true;
                      return {};
                  },
                  .patience = patience})),
          follower(told ? held->follow(std::move(told)) : nullptr), m_thread([this] { run(); })
    {
        held->waitSettled();
    }
    ~Going()
    {
        (void)held->abort();
        m_thread.join();
    }

    const ContainerPtr container;
    std::vector<std::string> stops;
    std::atomic<bool> committed = false;
    std::vector<StepId> ran;
    std::shared_ptr<HeldLaunch> held;
    std::unique_ptr<Containers::WaitHandle> follower;

private:
    void run()
    {
        container->launching = true;
        std::unique_lock operation(container->operation);
        held->useLock(operation);
        held->planned(plan());
        Result<> done;
        for (std::size_t i = 0; i < isolation::stepCount && done; ++i) {
            const auto step = static_cast<StepId>(i);
            done = held->around(step, [&]() -> Result<> {
                ran.push_back(step);
                return {};
            });
        }
        held->end(std::move(done));
    }
    std::thread m_thread;
};

TEST(HeldLaunch, StopsBeforeEachStepAndLetsGoOfTheContainer)
{
    Going going;
    EXPECT_EQ(going.held->now().state, "held");
    EXPECT_EQ(going.held->now().at, 0);
    EXPECT_EQ(going.held->now().number, 5);
    EXPECT_TRUE(going.ran.empty());
    {
        const std::unique_lock operation(going.container->operation, std::try_to_lock);
        EXPECT_TRUE(operation) << "others can work on it while it is held";
    }
    ASSERT_TRUE(going.held->goOn({}));
    going.held->waitSettled();
    EXPECT_EQ(going.ran, std::vector{StepId::Cgroup});
    EXPECT_EQ(going.held->stepName(), "clone");
    ASSERT_TRUE(going.held->goOn({.steps = 2}));
    going.held->waitSettled();
    EXPECT_EQ(going.held->stepName(), "limits");
    ASSERT_TRUE(going.held->goOn({.to = "root"}));
    going.held->waitSettled();
    EXPECT_EQ(going.held->stepName(), "root");
    EXPECT_EQ(going.stops, (std::vector<std::string>{"cgroup", "clone", "limits", "root"}));
    EXPECT_TRUE(going.container->held.entered);
    EXPECT_FALSE(going.container->held.pivoted);
    EXPECT_FALSE(going.committed);
    ASSERT_TRUE(going.held->goOn({.all = true}));
    going.held->waitSettled();
    EXPECT_TRUE(going.committed);
    const auto launch = going.held->now();
    EXPECT_EQ(launch.state, "done");
    EXPECT_EQ(launch.at, static_cast<std::int64_t>(launch.steps.size()));
    EXPECT_GT(launch.durationNs, 0);
    EXPECT_FALSE(going.container->launching);
    EXPECT_EQ(going.held->goOn({}).error().kind, ErrorKind::Conflict);
    EXPECT_EQ(going.held->abort().error().kind, ErrorKind::Conflict);
}

TEST(HeldLaunch, RefusesWaysThatLeadNowhere)
{
    Going going;
    ASSERT_TRUE(going.held->goOn({.to = "user"}));
    going.held->waitSettled();
    for (const Launches::Way &way : {Launches::Way{.to = "clone"},
                                     {.to = "user"},
                                     {.to = "heaven"},
                                     {.steps = 0},
                                     {.steps = -1},
                                     {.steps = 1'000'000'000'000}})
        EXPECT_EQ(going.held->goOn(way).error().kind, ErrorKind::InvalidArgument) << way.to << way.steps;
    EXPECT_EQ(going.held->stepName(), "user");
}

TEST(HeldLaunch, IsAborted)
{
    Going going;
    ASSERT_TRUE(going.held->goOn({.to = "pivot"}));
    going.held->waitSettled();
    ASSERT_TRUE(going.held->abort());
    going.held->waitOver();
    EXPECT_EQ(going.held->now().state, "aborted");
    EXPECT_EQ(going.held->now().failed, "");
    EXPECT_EQ(going.ran.back(), StepId::WorkingFolder);
    EXPECT_EQ(going.held->result().error().kind, ErrorKind::Cancelled);
    EXPECT_FALSE(going.committed);
}

TEST(HeldLaunch, IsAbortedWhenNobodyIsThereAnyMore)
{
    Going going(20ms);
    going.held->waitOver();
    EXPECT_TRUE(going.held->aborted());
}

TEST(HeldLaunch, AFollowerIsSomebody)
{
    std::atomic<int> told = 0;
    std::atomic<bool> over = false;
    Going going(1ms, [&](const std::shared_ptr<const std::string> &, bool last) {
        ++told;
        over = over || last;
    });
    EXPECT_GE(told, 2) << "at once, and where it was held";
    ASSERT_TRUE(going.held->goOn({.to = "root"}));
    going.held->waitSettled();
    EXPECT_FALSE(going.held->aborted());
    EXPECT_GE(told, 4);
    EXPECT_FALSE(over);
    going.follower.reset();
    going.held->waitOver();
    EXPECT_TRUE(going.held->aborted());
    EXPECT_FALSE(over) << "who has left is told nothing";
}

TEST(HeldLaunch, CallsGoToTheirSteps)
{
    Going going;
    going.held->called("10 5 9 -1 EPERM\tfsopen(\"overlay\")\n99 1 2 3\tnone\nbroken\n1 5 0 \tclone3()\n");
    const auto launch = going.held->now();
    std::size_t calls = 0;
    for (const auto &step : launch.steps)
        calls += step.calls.size();
    EXPECT_EQ(calls, 2U);
    const auto root = std::ranges::find(launch.steps, "root", &api::LaunchStep::name);
    ASSERT_EQ(root->calls.size(), 1U);
    EXPECT_EQ(root->calls[0].call, "fsopen(\"overlay\")");
    EXPECT_EQ(root->calls[0].result, "-1 EPERM");
    EXPECT_EQ(root->calls[0].endNs - root->calls[0].startNs, 4);
    EXPECT_EQ(launch.steps[1].calls[0].endNs, 0);
}

} // namespace
