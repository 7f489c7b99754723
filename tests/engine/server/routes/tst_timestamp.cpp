#include "engine/server/routes/timestamp.h"

#include <gtest/gtest.h>

namespace quayside::server
{

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t now = 1'700'000'000 * second;

TEST(Timestamp, TakesSecondsAndTheirFractions)
{
    EXPECT_EQ(parseTimestamp("1700000000", now), 1'700'000'000 * second);
    EXPECT_EQ(parseTimestamp("1700000000.000000001", now), 1'700'000'000 * second + 1);
    EXPECT_EQ(parseTimestamp("1.5", now), second + second / 2);
    EXPECT_EQ(parseTimestamp("1.1234567899", now), second + 123'456'789);
    EXPECT_EQ(parseTimestamp("-1", now), -second);
}

TEST(Timestamp, TakesDates)
{
    EXPECT_EQ(parseTimestamp("2023-11-14T22:13:20Z", now), now);
    EXPECT_EQ(parseTimestamp("2023-11-14T22:13:20", now), now);
    EXPECT_EQ(parseTimestamp("2023-11-14T22:13:20.000000007Z", now), now + 7);
    EXPECT_EQ(parseTimestamp("2023-11-15T00:13:20+02:00", now), now);
    EXPECT_EQ(parseTimestamp("2023-11-14T21:43:20-00:30", now), now);
    EXPECT_EQ(parseTimestamp("2023-11-14T22:13Z", now), now - 20 * second);
    EXPECT_EQ(parseTimestamp("1970-01-02", now), 86400 * second);
}

TEST(Timestamp, TakesDurationsBeforeNow)
{
    EXPECT_EQ(parseTimestamp("10m", now), now - 600 * second);
    EXPECT_EQ(parseTimestamp("1h30m", now), now - 5400 * second);
    EXPECT_EQ(parseTimestamp("1.5s", now), now - second - second / 2);
    EXPECT_EQ(parseTimestamp("300ms", now), now - 300'000'000);
}

TEST(Timestamp, RefusesTheRestWithASentence)
{
    for (const char *text :
         {"", "yesterday", "1.", "1x", "2023-13-01", "2023-02-30", "2023-11-14T25:00", "9223372036854775807",
          "99999999999999999999", "5m-3s", "1e400h", "0001-01-01T00:00:00Z", "2023-11-14T22:13:20+99:00"}) {
        const auto parsed = parseTimestamp(text, now);
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ErrorKind::InvalidArgument);
        EXPECT_NE(parsed.error().message.find("is no time"), std::string::npos);
    }
}

} // namespace quayside::server
