#include "engine/api/http/uri.h"

#include <gtest/gtest.h>

using namespace quayside::api;

TEST(Uri, CodesThereAndBack)
{
    std::string all;
    for (int c = 1; c < 256; ++c)
        all += static_cast<char>(c);
    EXPECT_EQ(*percentDecode(percentEncode(all), true), all);
    EXPECT_EQ(percentEncode("a/b:c d", true), "a/b%3Ac%20d");
    EXPECT_EQ(percentEncode("a/b"), "a%2Fb");
    EXPECT_EQ(*percentDecode("a+b"), "a+b");
    EXPECT_EQ(*percentDecode("a+b", true), "a b");
}

TEST(Uri, RefusesBadEscapes)
{
    for (const char *text : {"%", "%4", "%zz", "a%g1", "%00", "%0a", "%7f"})
        EXPECT_FALSE(percentDecode(text)) << text;
    EXPECT_FALSE(percentDecode("%00", true));
}

TEST(Uri, SplitsTargets)
{
    const Target target = splitTarget("/a/b?c=d?e#f");
    EXPECT_EQ(target.path, "/a/b");
    EXPECT_EQ(target.query, "c=d?e");
    EXPECT_EQ(*pathSegments("/images/a%2Fb/json"), (std::vector<std::string>{"images", "a/b", "json"}));
    EXPECT_EQ(*pathSegments("/"), (std::vector<std::string>{""}));
    EXPECT_EQ(*pathSegments("//a/"), (std::vector<std::string>{"", "a", ""}));
}

TEST(Uri, ReadsQueries)
{
    const auto query = parseQuery("a=1&b=%7B%22x%22%7D&a=2&c&=d&&e=");
    ASSERT_TRUE(query);
    EXPECT_EQ(query->count("a"), 2u);
    EXPECT_EQ(query->find("b")->second, "{\"x\"}");
    EXPECT_EQ(query->find("c")->second, "");
    EXPECT_EQ(query->find("e")->second, "");
    std::string many;
    for (int i = 0; i < 1001; ++i)
        many += "a&";
    EXPECT_FALSE(parseQuery(many));
    EXPECT_EQ(encodeQuery({{"a b", "c&d"}, {"e", ""}}), "a%20b=c%26d&e=");
}
