// What is recorded of builds, who sees it, how long it stays, and what a restart makes of it.
#include "engine/build/history/history.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <thread>

using namespace quayside;
using namespace quayside::build;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace
{

const access::Peer alice{.uid = 1000}, bob{.uid = 1001}, root{.uid = 0};

images::LayerRecord layer(char digit)
{
    return {.id = std::string(64, digit), .diffId = "sha256:" + std::string(64, digit), .size = 7};
}

class HistoryTest : public testing::Test
{
protected:
    HistoryTest() { reopen(); }
    void reopen()
    {
        m_history.reset();
        m_records.reset();
        auto records = Records::open(m_temp.path() + "/q.db");
        ASSERT_TRUE(records) << records.error().message;
        m_records = *std::move(records);
        auto history = History::open(m_temp.path(), *m_records, [this](const api::Event &event) {
            m_events.push_back(event.action + " " + event.actor.attributes.at("state"));
        });
        ASSERT_TRUE(history) << history.error().message;
        m_history = *std::move(history);
    }
    std::shared_ptr<Recording> begin(const access::Peer &peer, const std::string &tag = "app")
    {
        auto recording = m_history->begin({.owner = peer.uid, .tags = {tag}, .arguments = {"TOKEN"}});
        EXPECT_TRUE(recording) << recording.error().message;
        (*recording)
            ->plan("FROM x\nRUN y\n",
                   {{.stage = "0", .instruction = "FROM x", .firstLine = 1, .lastLine = 1},
                    {.stage = "0", .instruction = "RUN y", .firstLine = 2, .lastLine = 2}});
        return *recording;
    }
    std::shared_ptr<Recording> fail(const access::Peer &peer, const std::string &tag = "app",
                                    char digit = 'a')
    {
        auto recording = begin(peer, tag);
        recording->started(2);
        recording->log(2, "no such file\n");
        recording->hold(2, {.document = "{}", .layers = {layer('0'), layer(digit)}, .arguments = {"A=b"}},
                        true);
        const Error error{ErrorKind::InvalidArgument, 0, "it returned 3"};
        recording->failed(2, error, 3);
        recording->finish(error, 3);
        return recording;
    }
    [[nodiscard]] api::BuildRecord inspect(const std::string &id, const access::Peer &peer = root) const
    {
        auto record = m_history->inspect(peer, id);
        EXPECT_TRUE(record) << record.error().message;
        return record.value_or(api::BuildRecord());
    }
    [[nodiscard]] std::size_t held() const { return m_history->layers().size(); }

    test::TempRoot m_temp;
    std::vector<std::string> m_events;
    std::unique_ptr<Records> m_records;
    std::unique_ptr<History> m_history;
};

TEST_F(HistoryTest, ABuildIsRecorded)
{
    const auto recording = begin(alice);
    EXPECT_EQ(inspect(recording->id()).state, "running");
    recording->started(1);
    const StepState base{.document = "{\"a\":1}", .layers = {layer('0')}, .arguments = {}};
    recording->ended(1, {.key = "k1", .base = "sha256:busybox", .size = 7}, &base);
    recording->started(2);
    recording->missed(2, "k2", "the file app.py has changed");
    recording->log(2, "hello\n");
    EXPECT_EQ(inspect(recording->id()).steps[1].state, "running");
    const StepState after{.document = "{\"a\":2}", .layers = {layer('0'), layer('1')}, .arguments = {"A=b"}};
    recording->ended(2, {.key = "k2", .layer = layer('1').id, .size = 9}, &after);
    recording->finish("sha256:image");
    reopen();
    const auto record = inspect(recording->id());
    EXPECT_EQ(record.state, "done");
    EXPECT_EQ(record.image, "sha256:image");
    EXPECT_EQ(record.text, "FROM x\nRUN y\n");
    EXPECT_EQ(record.arguments, std::vector<std::string>{"TOKEN"});
    EXPECT_EQ(record.stepCount, 2);
    EXPECT_EQ(record.endedSteps, 2);
    ASSERT_EQ(record.steps.size(), 2U);
    EXPECT_EQ(record.steps[0].state, "done");
    EXPECT_EQ(record.steps[0].base, "sha256:busybox");
    const auto &step = record.steps[1];
    EXPECT_EQ(step.number, 2);
    EXPECT_EQ(step.why, "the file app.py has changed");
    EXPECT_EQ(step.cacheKey, "k2");
    EXPECT_EQ(step.size, 9);
    EXPECT_EQ(step.firstLine, 2);
    EXPECT_EQ(step.logBytes, 6);
    EXPECT_GT(step.duration, 0);
    EXPECT_EQ(m_history->log(alice, record.id, 2), "hello\n");
    EXPECT_EQ(m_history->log(alice, record.id, 1), "");
    const auto state = m_history->stateAfter(alice, record.id, 2);
    ASSERT_TRUE(state) << state.error().message;
    EXPECT_EQ(state->document, after.document);
    ASSERT_EQ(state->layers.size(), 2U);
    EXPECT_EQ(state->layers[1].diffId, layer('1').diffId);
    EXPECT_EQ(state->arguments, after.arguments);
    EXPECT_EQ(m_history->stateAfter(alice, record.id, 1)->layers.size(), 1U);
    EXPECT_EQ(held(), 0U) << "the cache keeps those";
    EXPECT_EQ(m_events, (std::vector<std::string>{"start running", "end done"}));
}

TEST_F(HistoryTest, WhatIsNotWrittenYetIsKnown)
{
    const auto recording = begin(alice);
    EXPECT_EQ(inspect(recording->id()).text, "FROM x\nRUN y\n");
    EXPECT_FALSE(fs::exists(m_temp.path() + "/buildlogs/" + recording->id())) << "a build waits for nothing";
    const StepState base{.document = "{\"a\":1}", .layers = {layer('0')}, .arguments = {}};
    recording->ended(1, {.key = "k1", .size = 7}, &base);
    const auto state = m_history->stateAfter(alice, recording->id(), 1);
    ASSERT_TRUE(state) << state.error().message;
    EXPECT_EQ(state->document, base.document);
    EXPECT_EQ(inspect(recording->id()).text, "FROM x\nRUN y\n");
    recording->finish("sha256:x");
    ASSERT_TRUE(m_history->remove(alice, recording->id()));
    EXPECT_FALSE(fs::exists(m_temp.path() + "/buildlogs/" + recording->id()));
    reopen();
    EXPECT_TRUE(m_history->list(root, 10).empty()) << "it was saved after it had been removed";
}

TEST_F(HistoryTest, AStateThatCannotBeWrittenIsNotToBeEntered)
{
    const auto recording = begin(alice);
    std::ofstream(m_temp.path() + "/buildlogs/" + recording->id()) << "in the way of the folder";
    const StepState base{.document = "{}", .layers = {layer('0')}, .arguments = {}};
    recording->ended(1, {.key = "k1", .size = 7}, &base);
    recording->log(2, "lost\n");
    recording->finish("sha256:x");
    m_history->settle();
    const auto record = inspect(recording->id());
    EXPECT_EQ(record.state, "done");
    EXPECT_FALSE(record.steps[0].enterable);
    EXPECT_EQ(record.text, "FROM x\nRUN y\n") << "as long as this engine lives";
}

TEST_F(HistoryTest, AFailureThatChangedNothingHasNoLayer)
{
    const auto recording = begin(alice);
    const StepState as{.document = "{}", .layers = {layer('0')}, .arguments = {}};
    recording->started(2);
    recording->hold(2, as, false);
    const auto step = inspect(recording->id()).steps[1];
    EXPECT_TRUE(step.enterable);
    EXPECT_EQ(step.size, 0) << "it is the size of the step before it";
    EXPECT_EQ(step.layer, "");
    EXPECT_EQ(held(), 1U);
}

TEST_F(HistoryTest, OthersSeeNothing)
{
    const auto recording = fail(alice);
    const std::string &id = recording->id();
    const auto missing = [](const auto &result) {
        return !result && result.error().kind == ErrorKind::NotFound;
    };
    EXPECT_TRUE(m_history->list(bob, 10).empty());
    EXPECT_TRUE(missing(m_history->inspect(bob, id)));
    EXPECT_TRUE(missing(m_history->log(bob, id, 2)));
    EXPECT_TRUE(missing(m_history->stateAfter(bob, id, 2)));
    EXPECT_TRUE(missing(m_history->follow(bob, id)));
    EXPECT_TRUE(missing(m_history->remove(bob, id)));
    EXPECT_EQ(m_history->list(alice, 10).size(), 1U);
    EXPECT_EQ(m_history->list(root, 10).size(), 1U);
    EXPECT_TRUE(m_history->inspect(alice, id.substr(0, 12))) << "a short id";
    EXPECT_TRUE(missing(m_history->inspect(alice, "")));
    EXPECT_TRUE(missing(m_history->log(alice, id, 3)));
    EXPECT_TRUE(missing(m_history->log(alice, id, 0)));
}

TEST_F(HistoryTest, AnEngineThatDiesLeavesItInterrupted)
{
    std::string id;
    {
        const auto recording = begin(alice);
        id = recording->id();
        recording->started(1);
        recording->ended(1, {}, nullptr);
        recording->started(2);
        recording->missed(2, "k", "");
        recording->log(2, "so far\n");
        // The next engine's view, while this one has not said how it ended.
        m_history->settle();
        auto next = History::open(m_temp.path(), *m_records, {});
        ASSERT_TRUE(next);
        const auto record = (*next)->inspect(alice, id);
        ASSERT_TRUE(record) << record.error().message;
        EXPECT_EQ(record->state, "interrupted");
        EXPECT_EQ(record->steps[0].state, "done");
        EXPECT_EQ(record->steps[1].state, "cancelled");
        EXPECT_EQ((*next)->log(alice, id, 2), "so far\n");
        EXPECT_EQ((*next)->stateAfter(alice, id, 2).error().kind, ErrorKind::Conflict);
        EXPECT_TRUE((*next)->remove(alice, id)) << "it is not running";
    }
}

TEST_F(HistoryTest, WhatIsDamagedGoes)
{
    fail(alice);
    ASSERT_TRUE(m_records->put("build", "0123", "damaged"));
    fs::create_directory(m_temp.path() + "/buildlogs/0123");
    reopen();
    EXPECT_EQ(m_history->list(root, 10).size(), 1U);
    EXPECT_FALSE(fs::exists(m_temp.path() + "/buildlogs/0123"));
    const std::string id = m_history->list(root, 1)[0].id;
    std::ofstream(m_temp.path() + "/buildlogs/" + id + "/states") << "{\"Layer\":3}\n";
    EXPECT_EQ(m_history->stateAfter(alice, id, 2).error().kind, ErrorKind::Conflict);
    fs::remove_all(m_temp.path() + "/buildlogs/" + id);
    EXPECT_EQ(m_history->log(alice, id, 2), "");
    EXPECT_TRUE(m_history->inspect(alice, id));
}

TEST_F(HistoryTest, TheOldestGo)
{
    const auto running = begin(alice);
    const std::string old = fail(alice)->id();
    const std::string others = fail(bob)->id();
    for (std::size_t i = 0; i < History::mostBuilds; ++i)
        begin(alice)->finish("sha256:x");
    m_history->settle();
    const auto left = m_history->list(alice, 1000);
    EXPECT_EQ(left.size(), History::mostBuilds + 1) << "one that is running is not counted out";
    EXPECT_FALSE(m_history->inspect(alice, old));
    EXPECT_FALSE(fs::exists(m_temp.path() + "/buildlogs/" + old));
    EXPECT_TRUE(m_history->inspect(alice, running->id()));
    EXPECT_TRUE(m_history->inspect(bob, others));
    EXPECT_GT(left[0].started, left[1].started) << "the newest first";
    EXPECT_EQ(m_history->list(alice, 3).size(), 3U);
}

TEST_F(HistoryTest, TheNewestFailureOfATagIsHeld)
{
    const std::string first = fail(alice, "app", 'a')->id();
    EXPECT_EQ(held(), 2U);
    EXPECT_TRUE(inspect(first).steps[1].enterable);
    EXPECT_EQ(m_history->stateAfter(alice, first, 2)->layers.size(), 2U);
    const std::string second = fail(alice, "app", 'b')->id();
    EXPECT_EQ(m_history->layers(), (std::vector<storage::LayerId>{layer('0').id, layer('b').id}));
    EXPECT_FALSE(inspect(first).steps[1].enterable);
    EXPECT_EQ(m_history->stateAfter(alice, first, 2).error().kind, ErrorKind::Conflict);
    fail(alice, "other", 'c');
    fail(bob, "app", 'd');
    EXPECT_EQ(held(), 6U);
    reopen();
    EXPECT_EQ(held(), 6U);
    m_history->dropFailures(bob.uid);
    EXPECT_EQ(held(), 4U);
    ASSERT_TRUE(m_history->remove(alice, second));
    EXPECT_EQ(held(), 2U);
    for (std::size_t i = 0; i < History::mostFailures + 3; ++i)
        fail(alice, "tag" + std::to_string(i), 'e');
    EXPECT_EQ(held(), 2 * History::mostFailures);
    m_history->dropFailures(root.uid);
    EXPECT_EQ(held(), 0U);
    reopen();
    EXPECT_EQ(held(), 0U);
}

TEST_F(HistoryTest, WhatIsUnderWayCannotBeRemovedAndIsCancelledAtItsEnd)
{
    const auto recording = begin(alice);
    recording->started(1);
    EXPECT_EQ(m_history->remove(alice, recording->id()).error().kind, ErrorKind::Conflict);
    recording->finish(Error{ErrorKind::Cancelled, 0, "the build was cancelled"}, 0);
    const auto record = inspect(recording->id());
    EXPECT_EQ(record.state, "cancelled");
    EXPECT_EQ(record.steps[0].state, "cancelled");
    EXPECT_EQ(record.steps[1].state, "cancelled");
    EXPECT_EQ(record.endedSteps, 0);
    EXPECT_TRUE(record.error.empty());
    recording->log(1, "too late");
    recording->started(2);
    EXPECT_EQ(inspect(recording->id()).steps[1].state, "cancelled");
    const auto forgotten = begin(alice)->id();
    EXPECT_EQ(inspect(forgotten).state, "failed") << "nobody finished it";
}

TEST_F(HistoryTest, TextsHaveBounds)
{
    auto recording = m_history->begin({.owner = 1000, .tags = {std::string("a\0b", 3)}});
    ASSERT_TRUE(recording);
    std::vector<api::BuildStep> steps(History::mostSteps + 5, {.instruction = std::string(100'000, 'x')});
    (*recording)->plan("text", steps);
    (*recording)->started(static_cast<int>(History::mostSteps) + 2);
    (*recording)->finish("sha256:x");
    reopen();
    const auto record = inspect((*recording)->id());
    EXPECT_EQ(record.stepCount, static_cast<std::int64_t>(History::mostSteps) + 5);
    ASSERT_EQ(record.steps.size(), History::mostSteps);
    EXPECT_LT(record.steps[0].instruction.size(), 1100U);
    EXPECT_EQ(record.tags[0], "a\uFFFDb");
}

// As a follower would put it together.
struct Watched {
    std::string log;
    std::vector<std::string> states;
    std::vector<api::BuildRecord> builds;
    void take(const std::vector<api::BuildChange> &changes)
    {
        for (const auto &change : changes) {
            if (change.build)
                builds.push_back(*change.build);
            if (change.step)
                states.push_back(std::to_string(change.step->number) + " " + change.step->state);
            if (change.log) {
                EXPECT_EQ(change.log->offset, static_cast<std::int64_t>(log.size()));
                log += change.log->text;
            }
        }
    }
};

TEST_F(HistoryTest, AFollowerIsToldWhatIsKnownAndThenEachChange)
{
    const auto recording = begin(alice);
    recording->started(1);
    recording->log(1, "before ");
    const auto follower = *m_history->follow(alice, recording->id());
    Watched watched;
    watched.take(follower->next(1ms));
    ASSERT_EQ(watched.builds.size(), 1U);
    EXPECT_TRUE(watched.builds[0].steps.empty());
    EXPECT_EQ(watched.states, (std::vector<std::string>{"1 running", "2 waiting"}));
    watched.states.clear();
    EXPECT_EQ(watched.log, "before ");
    EXPECT_TRUE(follower->next(1ms).empty());
    recording->log(1, "ha\xC3");
    watched.take(follower->next(1ms));
    EXPECT_EQ(watched.log, "before ha") << "no half character";
    recording->log(1, "\xA4");
    watched.take(follower->next(1ms));
    recording->ended(1, {.cached = true}, nullptr);
    watched.take(follower->next(1ms));
    EXPECT_EQ(watched.log, "before ha\u00E4");
    EXPECT_EQ(watched.states, std::vector<std::string>{"1 cached"});
    EXPECT_FALSE(follower->atEnd());
    std::jthread other([&] {
        std::this_thread::sleep_for(20ms);
        recording->finish("sha256:x");
    });
    while (!follower->atEnd())
        watched.take(follower->next(10s));
    EXPECT_EQ(watched.builds.back().state, "done");
    EXPECT_EQ(watched.states.back(), "2 cancelled");
    EXPECT_TRUE(follower->next(1ms).empty());
}

TEST_F(HistoryTest, AFollowerThatComesLateGetsAllOfTheLog)
{
    const auto recording = begin(alice);
    recording->started(2);
    const std::string text(300'000, 'x');
    recording->log(2, text);
    recording->ended(2, {}, nullptr);
    recording->finish("sha256:x");
    const auto follower = *m_history->follow(alice, recording->id());
    Watched watched;
    for (int i = 0; i < 100 && !follower->atEnd(); ++i)
        watched.take(follower->next(0ms));
    EXPECT_TRUE(follower->atEnd());
    EXPECT_EQ(watched.log, text);
    EXPECT_EQ(watched.builds.back().state, "done");
}

} // namespace
