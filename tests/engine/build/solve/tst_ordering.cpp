// What stages that run side by side say comes one stage after the other, whoever is the first to say it;
// nobody waits for another stage, and everybody ends when nobody listens.
#include "engine/build/solve/output.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <format>
#include <future>
#include <string>
#include <thread>

using namespace quayside;
using namespace quayside::build;
using namespace std::chrono_literals;

namespace
{

const auto never = [] { return false; };

BuildEvent line(std::string text)
{
    return {BuildEvent::Kind::Stream, std::move(text)};
}

// All that a pump passes on until it returns.
std::vector<std::string> told(OrderedOutput &output)
{
    std::vector<std::string> texts;
    output.pump([&](const BuildEvent &event) { texts.push_back(event.text); }, never);
    return texts;
}

using Texts = std::vector<std::string>;

} // namespace

TEST(StageOrder, TellsStagesOneAfterTheOther)
{
    OrderedOutput output({0, 2, 5});
    ASSERT_TRUE(output.write(5, line("5a")));
    ASSERT_TRUE(output.write(2, line("2a")));
    ASSERT_TRUE(output.write(0, line("0a")));
    ASSERT_TRUE(output.write(5, line("5b")));
    ASSERT_TRUE(output.write(0, line("0b")));
    for (const std::size_t stage : {5, 0, 2})
        output.ended(stage);
    EXPECT_EQ(told(output), (Texts{"0a", "0b", "2a", "5a", "5b"}));
}

TEST(StageOrder, TellsTheFirstOpenStageAsItGoes)
{
    OrderedOutput output({0, 1});
    std::promise<void> heard;
    Texts texts;
    std::thread listener([&] {
        output.pump(
            [&](const BuildEvent &event) {
                texts.push_back(event.text);
                if (event.text == "0a")
                    heard.set_value();
            },
            never);
    });
    EXPECT_TRUE(output.write(1, line("1a")));
    EXPECT_TRUE(output.write(0, line("0a")));
    // Before its end, and before that of the other one.
    EXPECT_EQ(heard.get_future().wait_for(10s), std::future_status::ready);
    EXPECT_TRUE(output.write(0, line("0b")));
    output.ended(1);
    output.ended(0);
    listener.join();
    EXPECT_EQ(texts, (Texts{"0a", "0b", "1a"}));
}

TEST(StageOrder, EndsWithoutAWord)
{
    OrderedOutput nothing({});
    EXPECT_EQ(told(nothing), Texts{});
    OrderedOutput silent({0, 1});
    silent.ended(1);
    silent.ended(0);
    EXPECT_EQ(told(silent), Texts{});
}

// A later stage may hold what the first one waits for: it must be able to go on, however much it says.
TEST(StageOrder, LetsALaterStageSayMoreThanIsKept)
{
    constexpr int pieces = 40;
    OrderedOutput output({0, 1});
    std::size_t bytes = 0;
    std::thread listener(
        [&] { output.pump([&](const BuildEvent &event) { bytes += event.text.size(); }, never); });
    auto writing = std::async(std::launch::async, [&] {
        bool all = true;
        for (int piece = 0; piece < pieces; ++piece)
            all = output.write(1, line(std::string(100'000, 'x'))).has_value() && all;
        return all;
    });
    const auto state = writing.wait_for(20s); // while stage 0 has not said a word
    EXPECT_EQ(state, std::future_status::ready);
    if (state != std::future_status::ready)
        output.close(); // or the writer waits for ever
    output.ended(1);
    output.ended(0);
    listener.join();
    EXPECT_TRUE(writing.get());
    EXPECT_EQ(bytes, pieces * std::size_t{100'000});
}

TEST(StageOrder, HoldsAWriterBackWhileNobodyReads)
{
    OrderedOutput output({0});
    ASSERT_TRUE(output.write(0, line(std::string(std::size_t{2} << 20, 'x'))));
    std::atomic written = false;
    std::thread writer([&] {
        EXPECT_TRUE(output.write(0, line("y")));
        written = true;
        output.ended(0);
    });
    std::this_thread::sleep_for(100ms);
    EXPECT_FALSE(written);
    EXPECT_EQ(told(output).back(), "y");
    writer.join();
}

TEST(StageOrder, SaysCancelledOnceNobodyListens)
{
    OrderedOutput output({0, 1});
    ASSERT_TRUE(output.write(0, line(std::string(std::size_t{2} << 20, 'x'))));
    auto waiting = std::async(std::launch::async, [&] { return output.write(0, line("y")); });
    std::this_thread::sleep_for(50ms);
    output.close();
    ASSERT_EQ(waiting.wait_for(10s), std::future_status::ready);
    const auto outcome = waiting.get();
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().kind, ErrorKind::Cancelled);
    EXPECT_FALSE(output.write(1, line("z")));
    EXPECT_EQ(told(output), Texts{}); // and a pump ends at once
}

TEST(StageOrder, StopsWhereItIsAskedTo)
{
    OrderedOutput output({0});
    ASSERT_TRUE(output.write(0, line("a")));
    Texts texts;
    int asked = 0;
    output.pump([&](const BuildEvent &event) { texts.push_back(event.text); },
                [&] { return ++asked == 3; }); // the stage never ends
    EXPECT_EQ(texts, Texts{"a"});
    EXPECT_EQ(asked, 3);
}

TEST(StageOrder, LosesNothingOfManyThreads)
{
    constexpr int stages = 8, lines = 500;
    std::vector<std::size_t> numbers;
    for (std::size_t stage = 0; stage < stages; ++stage)
        numbers.push_back(stage);
    OrderedOutput output(numbers);
    std::vector<std::thread> threads;
    for (const std::size_t stage : numbers)
        threads.emplace_back([&output, stage] {
            for (int n = 0; n < lines; ++n)
                EXPECT_TRUE(output.write(stage, line(std::format("{}:{}", stage, n))));
            output.ended(stage);
        });
    Texts wanted;
    for (const std::size_t stage : numbers)
        for (int n = 0; n < lines; ++n)
            wanted.push_back(std::format("{}:{}", stage, n));
    EXPECT_EQ(told(output), wanted);
    for (auto &thread : threads)
        thread.join();
}
