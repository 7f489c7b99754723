// The events of stages that run side by side.
#include "engine/build/solve/output.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

using namespace quayside::build;
using namespace std::chrono_literals;

namespace
{

BuildEvent said(std::string text)
{
    return {BuildEvent::Kind::Stream, std::move(text)};
}

struct Told {
    std::vector<std::string> texts;
    std::size_t together = 0; // groups that are sent at once
};

Told toldBy(OrderedOutput &output)
{
    Told told;
    output.pump(
        [&](const BuildEvent &event) {
            told.texts.push_back(event.text);
            told.together += event.more ? 0 : 1;
        },
        [] { return false; });
    return told;
}

TEST(OrderedOutput, OneStageAfterTheOtherAndTogether)
{
    OrderedOutput output({2, 5});
    ASSERT_TRUE(output.write(5, said("c")));
    ASSERT_TRUE(output.write(2, said("a")));
    ASSERT_TRUE(output.write(2, said("b")));
    output.ended(2);
    output.ended(5);
    const Told told = toldBy(output);
    EXPECT_EQ(told.texts, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(told.together, 1U);
}

TEST(OrderedOutput, WhatIsSaidIsToldSoonAlthoughNothingFollows)
{
    OrderedOutput output({0});
    std::chrono::steady_clock::duration took{};
    const std::jthread stage([&] {
        std::this_thread::sleep_for(20ms); // pump() waits by now
        (void)output.write(0, said("working"));
        std::this_thread::sleep_for(3s);
        output.ended(0);
    });
    const auto began = std::chrono::steady_clock::now();
    output.pump([&](const BuildEvent &) { took = std::chrono::steady_clock::now() - began; },
                [&] { return took.count() > 0; });
    EXPECT_GT(took, 0s);
    EXPECT_LT(took, 2s);
}

TEST(OrderedOutput, NobodyWaitsForRoomThatIsThere)
{
    OrderedOutput output({0});
    const std::string large(std::size_t{1} << 20, 'x');
    const auto began = std::chrono::steady_clock::now();
    const std::jthread stage([&] {
        for (int i = 0; i < 100; ++i)
            (void)output.write(0, said(large)); // each fills the queue
        output.ended(0);
    });
    EXPECT_EQ(toldBy(output).texts.size(), 100U);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 4s) << "a twentieth of a second for each";
}

} // namespace
