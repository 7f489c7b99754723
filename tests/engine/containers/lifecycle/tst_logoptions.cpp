#include "engine/containers/lifecycle/logattributes.h"
#include "engine/containers/lifecycle/validate.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

using Config = std::map<std::string, std::string>;

std::string refusal(const std::string &driver, const Config &config)
{
    const auto limits = logLimits({driver, config});
    return limits ? "" : limits.error().message;
}

TEST(LogOptions, Sizes)
{
    const auto limits = logLimits({"json-file", {{"max-size", "10m"}, {"max-file", "3"}}});
    ASSERT_TRUE(limits);
    EXPECT_EQ(limits->maxBytes, 10U << 20);
    EXPECT_EQ(limits->maxFiles, 3U);
    EXPECT_TRUE(limits->readable);
    EXPECT_EQ(logLimits({"", {}})->maxBytes, 0U);
    EXPECT_EQ(logLimits({"local", {}})->maxFiles, 5U);
    EXPECT_EQ(refusal("json-file", {{"max-size", "-1"}}), "");
    EXPECT_EQ(refusal("json-file", {{"max-file", "2"}}), "log-opt max-file needs max-size");
    EXPECT_NE(refusal("json-file", {{"max-size", "0"}}), "");
    EXPECT_NE(refusal("json-file", {{"max-size", "x"}}), "");
    EXPECT_NE(refusal("json-file", {{"max-size", "1m"}, {"max-file", "0"}}), "");
}

TEST(LogOptions, NoneKeepsARingAndTakesNoOptions)
{
    const auto ring = logLimits({"none", {}});
    ASSERT_TRUE(ring);
    EXPECT_FALSE(ring->readable);
    EXPECT_GT(ring->maxBytes, 0U);
    EXPECT_NE(refusal("none", {{"max-size", "1m"}}), "");
}

TEST(LogOptions, WhatIsNotThereIsRefused)
{
    EXPECT_TRUE(refusal("syslog", {}).starts_with("logger: no log driver named 'syslog' is registered"));
    EXPECT_EQ(refusal("json-file", {{"compress", "true"}}),
              "compress cannot be true when max-file is less than 2 or max-size is not set");
    EXPECT_TRUE(refusal("json-file", {{"compress", "perhaps"}}).contains("log opt 'compress'"));
    EXPECT_EQ(refusal("json-file", {{"compress", "false"}}), "");
    EXPECT_TRUE(logLimits({"local", {{"compress", "true"}}})->compressed);
    EXPECT_EQ(refusal("json-file", {{"mode", "non-blocking"}}), "");
    EXPECT_NE(refusal("json-file", {{"mode", "sometimes"}}), "");
    EXPECT_NE(refusal("json-file", {{"labels-regex", "("}}), "");
    EXPECT_TRUE(refusal("json-file", {{"tag", "{{.Nope}}"}}).contains("{{.FullID}}"));
    EXPECT_EQ(refusal("json-file", {{"tag", "{{.Name}}/{{.ID}}"}}), "");
}

TEST(LogOptions, Attributes)
{
    Record record{.id = std::string(64, 'a'), .name = "web"};
    record.config.labels = {{"team", "a b"}, {"other", "x"}, {"com.x", "1"}};
    record.config.env = {"A=1", "B=two,2", "EMPTY"};
    EXPECT_EQ(logAttributes(record), "");
    record.hostConfig.logConfig.config = {
        {"labels", "team,missing"}, {"labels-regex", "^com\\."}, {"env", "B"}, {"tag", "{{.Name}}-{{.ID}}!"}};
    EXPECT_EQ(logAttributes(record), "B=two%2C2,com.x=1,tag=web-aaaaaaaaaaaa%21,team=a+b");
    EXPECT_FALSE(expandTag("{{.Name", record));
    EXPECT_EQ(expandTag("plain", record).value(), "plain");
}

} // namespace
