// The thread that writes behind the builds' backs.
#include "engine/build/history/writer.h"

#include <gtest/gtest.h>

#include <future>
#include <string>

using namespace quayside::build;
using namespace std::chrono_literals;

namespace
{

TEST(WriterTest, WorksInTheOrderOfTime)
{
    std::string done;
    Writer writer;
    writer.postLater(1h, [&] { done += "c"; });
    writer.post([&] { done += "a"; });
    writer.post([&] { done += "b"; });
    writer.settle();
    EXPECT_EQ(done, "abc") << "who settles does not wait for an hour";
    writer.post([&] { done += "d"; });
    writer.settle();
    EXPECT_EQ(done, "abcd");
}

TEST(WriterTest, WaitsWithWhatIsForLater)
{
    std::promise<void> over;
    const auto begin = Writer::Clock::now();
    Writer writer;
    writer.postLater(20ms, [&] { over.set_value(); });
    over.get_future().wait();
    EXPECT_GE(Writer::Clock::now() - begin, 20ms);
}

TEST(WriterTest, TakesJobsFromJobsAndDoesAllBeforeItEnds)
{
    std::string done;
    {
        Writer writer;
        writer.postLater(1h, [&] { done += "b"; });
        writer.post([&] {
            done += "a";
            writer.postLater(2h, [&] { done += "c"; });
        });
    }
    EXPECT_EQ(done, "abc");
}

} // namespace
