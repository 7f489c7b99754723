#include "engine/api/types/filters.h"

#include <gtest/gtest.h>

using namespace quayside;
using api::Filters;

TEST(Filters, TakesBothForms)
{
    const auto list = api::decode<Filters>(R"({"label":["a","b=c"],"status":["running"]})");
    const auto map =
        api::decode<Filters>(R"({"label":{"a":true,"b=c":true,"off":false},"status":{"running":true}})");
    ASSERT_TRUE(list && map);
    EXPECT_EQ(list->values, map->values);
    EXPECT_EQ(api::encode(*list), R"({"label":["a","b=c"],"status":["running"]})");
    EXPECT_TRUE(api::decode<Filters>("")->empty());
    EXPECT_TRUE(api::decode<Filters>("{}")->empty());
}

TEST(Filters, RefusesOtherForms)
{
    for (const char *text :
         {"[]", "1", "{", R"({"a":"b"})", R"({"a":[1]})", R"({"a":{"b":1}})", R"({"a":["b"],"a":["c"]})"}) {
        const auto filters = api::decode<Filters>(text);
        ASSERT_FALSE(filters) << text;
        EXPECT_EQ(filters.error().kind, ErrorKind::InvalidArgument);
    }
}

TEST(Filters, Match)
{
    Filters filters;
    EXPECT_TRUE(filters.matches("status", "exited"));
    filters.values["status"] = {"running", "paused"};
    EXPECT_TRUE(filters.matches("status", "paused"));
    EXPECT_FALSE(filters.matches("status", "exited"));
    filters.values["label"] = {"a", "b=c"};
    EXPECT_TRUE(filters.matchesLabels({{"a", "1"}, {"b", "c"}}));
    EXPECT_FALSE(filters.matchesLabels({{"a", "1"}, {"b", "d"}}));
    EXPECT_FALSE(filters.matchesLabels({{"b", "c"}}));
    filters.values["label!"] = {"x"};
    EXPECT_FALSE(filters.matchesLabels({{"a", ""}, {"b", "c"}, {"x", ""}}));
    EXPECT_TRUE(filters.allow({"status", "label", "label!"}));
    EXPECT_EQ(filters.allow({"status"}).error().message, "invalid filter 'label'");
}

TEST(Filters, Flags)
{
    Filters filters;
    EXPECT_TRUE(*filters.flag("dangling", true));
    filters.values["dangling"] = {"false"};
    EXPECT_FALSE(*filters.flag("dangling", true));
    filters.values["dangling"] = {"1"};
    EXPECT_TRUE(*filters.flag("dangling", false));
    for (const auto &values : std::vector<std::vector<std::string>>{{"maybe"}, {"true", "false"}, {""}}) {
        filters.values["dangling"] = values;
        EXPECT_FALSE(filters.flag("dangling", false));
    }
}
