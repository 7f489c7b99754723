#include "engine/api/json.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::api;

namespace
{

std::string nested(std::size_t depth)
{
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

TEST(Json, ReadsADocument)
{
    const auto json = parseJson(R"({"a":[1,-2,3.5,true,null,"ü\u00e4\ud83d\ude00"],"b":{"c":{}}})");
    ASSERT_TRUE(json);
    EXPECT_EQ((*json)["a"][1], -2);
    EXPECT_EQ((*json)["a"][5], "ü\u00e4\U0001F600");
    EXPECT_TRUE((*json)["b"]["c"].is_object());
}

TEST(Json, RefusesWhatIsNoDocument)
{
    for (const char *text : {"", " ", "{", "}", "[1,]", "{\"a\":}", "{a:1}", "1 2", "{}{}", "nul", "\"\x01\"",
                             "'a'", "// x\n1", "NaN", "01", "\"\xff\"", "\"\\ud800\"", "[1] x"}) {
        const auto json = parseJson(text);
        ASSERT_FALSE(json) << text;
        EXPECT_EQ(json.error().kind, ErrorKind::InvalidArgument);
    }
    EXPECT_FALSE(parseJson(std::string_view("{}\0", 3)));
}

TEST(Json, RefusesKeysThatComeTwice)
{
    EXPECT_FALSE(parseJson(R"({"a":1,"a":2})"));
    EXPECT_FALSE(parseJson(R"({"a":1,"\u0061":2})"));
    EXPECT_FALSE(parseJson(R"([{"x":{"Privileged":false,"privileged":true}}])"));
    EXPECT_TRUE(parseJson(R"({"a":{"a":1},"b":{"a":1}})"));
    EXPECT_TRUE(parseJson(R"({"a":1,"A":2})", {.caseVariants = true}));
    EXPECT_FALSE(parseJson(R"({"a":1,"a":2})", {.caseVariants = true}));
    EXPECT_NE(parseJson(R"({"a":1,"a":2})").error().message.find("\"a\""), std::string::npos);
}

TEST(Json, BoundsDepthAndSize)
{
    EXPECT_TRUE(parseJson(nested(64)));
    EXPECT_FALSE(parseJson(nested(65)));
    EXPECT_FALSE(parseJson(std::string(3'000'000, '[')));
    std::string objects;
    for (int i = 0; i < 65; ++i)
        objects += "{\"a\":";
    EXPECT_FALSE(parseJson(objects));
    EXPECT_EQ(parseJson("[1,2,3]", {.bytes = 6}).error().kind, ErrorKind::TooLarge);
    EXPECT_TRUE(parseJson("[1,2,3]", {.bytes = 7}));
}

TEST(Json, ManyKeysTakeLinearTime)
{
    std::string text = "{";
    for (int i = 0; i < 30'000; ++i)
        text += std::format("{}\"k{}\":1", i ? "," : "", i);
    const auto json = parseJson(text + "}");
    ASSERT_TRUE(json);
    EXPECT_EQ(json->size(), 30'000u);
}

TEST(Json, QuotesAnything)
{
    EXPECT_EQ(quotedJson("a\"b\\c\n\t\r\x01\x7f"), R"("a\"b\\c\n\t\r\u0001\u007f")");
    EXPECT_EQ(quotedJson("ü😀"), "\"ü😀\"");
    for (const char *text :
         {"\xff", "\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\xc3", "\xf0\x9f\x98"}) {
        const auto json = parseJson(quotedJson(text)); // always valid JSON again
        ASSERT_TRUE(json) << quotedJson(text);
        EXPECT_NE(json->get<std::string>().find("\xEF\xBF\xBD"), std::string::npos);
    }
}
