#include "engine/records/commitqueue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <thread>

using namespace quayside;
using records::CommitQueue;

namespace
{

using Changes = std::vector<Records::Change>;

TEST(CommitQueueTest, oneByOneWhereNobodyWaits)
{
    std::vector<std::size_t> sizes;
    CommitQueue queue(
        [&](std::span<CommitQueue::Request *const> requests) { sizes.push_back(requests.size()); });
    const Changes changes{{"image", "a", "document"}};
    EXPECT_TRUE(queue.apply(changes, Durability::Full));
    EXPECT_TRUE(queue.apply(changes, Durability::Normal));
    EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 1}));
}

// Three come while the first is being committed: they are the next commit, and each has its own result.
TEST(CommitQueueTest, togetherWhatCameMeanwhile)
{
    constexpr int others = 3;
    std::promise<void> entered, letGo;
    std::vector<std::vector<std::string>> commits;
    CommitQueue queue([&](std::span<CommitQueue::Request *const> requests) {
        auto &commit = commits.emplace_back();
        for (auto *request : requests) {
            commit.push_back(request->changes.front().id);
            if (request->changes.front().id == "1")
                request->result = fail(ErrorKind::NoSpace, "no room for this one");
        }
        if (commits.size() == 1) {
            entered.set_value();
            letGo.get_future().wait();
        }
    });
    const auto apply = [&](const std::string &id) {
        const Changes changes{{"image", id, "document"}};
        return queue.apply(changes, Durability::Full);
    };
    auto first = std::async(std::launch::async, apply, "first");
    entered.get_future().wait();
    std::vector<std::future<Result<>>> rest;
    for (int i = 0; i < others; ++i)
        rest.push_back(std::async(std::launch::async, apply, std::to_string(i)));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    letGo.set_value();
    EXPECT_TRUE(first.get());
    for (int i = 0; i < others; ++i)
        EXPECT_EQ(rest[static_cast<std::size_t>(i)].get().has_value(), i != 1);
    ASSERT_EQ(commits.size(), 2);
    EXPECT_EQ(commits[0], (std::vector<std::string>{"first"}));
    EXPECT_EQ(commits[1].size(), others);
}

} // namespace
