// A log has a bound, and its end is kept.
#include "engine/build/history/steplog.h"

#include "tests/fakes/temproot.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <sys/stat.h>

using namespace quayside;
using namespace quayside::build;

namespace
{

class StepLogTest : public testing::Test
{
protected:
    [[nodiscard]] std::string path() const { return m_temp.path() + "/1.log"; }
    [[nodiscard]] std::string content() const
    {
        std::ostringstream text;
        text << std::ifstream(path()).rdbuf();
        return text.str();
    }
    test::TempRoot m_temp;
    std::size_t m_allowance = 8 << 20;
};

TEST_F(StepLogTest, AShortOneIsAllThere)
{
    StepLog log(path());
    log.write("one\n", m_allowance);
    log.write(std::string_view("t\0o\n", 4), m_allowance);
    EXPECT_EQ(content(), std::string("one\nt\0o\n", 8)) << "at once, for those who follow";
    log.end();
    EXPECT_EQ(log.size(), 8);
    EXPECT_EQ(log.leftOut(), 0);
    EXPECT_EQ(m_allowance, (8U << 20) - 8);
}

TEST_F(StepLogTest, OfALongOneTheMiddleIsLeftOut)
{
    StepLog log(path());
    const std::string line(1023, 'x');
    for (int i = 0; i < 3000; ++i)
        log.write(line + "\n", m_allowance);
    log.write("the reason\n", m_allowance);
    log.end();
    const std::string text = content();
    EXPECT_EQ(log.size(), static_cast<std::int64_t>(text.size()));
    EXPECT_LT(text.size(), StepLog::headBytes + StepLog::tailBytes + 100);
    EXPECT_TRUE(text.ends_with("x\nthe reason\n"));
    EXPECT_EQ(log.leftOut(),
              static_cast<std::int64_t>(3000 * 1024 + 11 - StepLog::headBytes - StepLog::tailBytes));
    EXPECT_NE(text.find("\n[" + std::to_string(log.leftOut()) + " bytes of output are left out here]\n"),
              std::string::npos);
}

TEST_F(StepLogTest, ALittleOverTheBoundIsWhole)
{
    StepLog log(path());
    const std::string text(StepLog::headBytes + 1000, 'x');
    log.write(text, m_allowance);
    log.end();
    EXPECT_EQ(content(), text);
    EXPECT_EQ(log.leftOut(), 0);
}

TEST_F(StepLogTest, TheBuildsAllowanceCounts)
{
    m_allowance = 5;
    StepLog log(path());
    log.write("123456789", m_allowance);
    EXPECT_EQ(content(), "12345");
    EXPECT_EQ(m_allowance, 0U);
    log.end();
    EXPECT_EQ(content(), "123456789");
}

TEST_F(StepLogTest, WithoutAPlaceToWriteItIsCounted)
{
    StepLog log(m_temp.path() + "/gone/1.log");
    log.write("12345", m_allowance);
    log.end();
    EXPECT_EQ(log.size(), 0);
    EXPECT_EQ(log.leftOut(), 5);
}

} // namespace
