// One line more or less in a .dockerignore: what it means for the path, and for every other byte of the text.
#include "models/dockerfile/context/ignoreedits.h"

#include "engine/dockerfile/ignore/patterns.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::models;

namespace
{

bool isIgnored(const std::string &text, std::string_view path)
{
    const auto patterns = dockerfile::IgnorePatterns::parse(text);
    EXPECT_TRUE(patterns) << text;
    return patterns && patterns->ignored(path);
}

} // namespace

TEST(IgnoreEdits, addALineAtTheEnd)
{
    EXPECT_EQ(textThatExcludes("", "build"), "build\n");
    EXPECT_EQ(textThatExcludes("# what is made\n*.o", "build"), "# what is made\n*.o\nbuild\n");
    EXPECT_EQ(textThatExcludes("*.o\r\n", "build"), "*.o\r\nbuild\r\n");
    EXPECT_EQ(textThatExcludes("\xef\xbb\xbf*.o\n", "build"), "\xef\xbb\xbf*.o\nbuild\n");
}

TEST(IgnoreEdits, changeNothingWhereItIsSoAlready)
{
    EXPECT_EQ(textThatExcludes("*.o", "a.o"), "*.o");
    EXPECT_EQ(textThatIncludes("*.o", "a.c"), "*.o");
}

TEST(IgnoreEdits, takeTheLineAwayThatIsForThisPath)
{
    EXPECT_EQ(textThatIncludes("*.o\nbuild/\n\n# end\n", "build"), "*.o\n\n# end\n");
    EXPECT_EQ(textThatExcludes("*.log\n!keep.log\n", "keep.log"), "*.log\n");
    EXPECT_EQ(textThatIncludes("a\r\nbuild", "build"), "a\r\n");
}

TEST(IgnoreEdits, addAnExceptionWhereOthersAreMeantToo)
{
    EXPECT_EQ(textThatIncludes("*.log\n", "keep.log"), "*.log\n!keep.log\n");
    EXPECT_EQ(textThatIncludes("node_modules\n", "node_modules/own/a.js"),
              "node_modules\n!node_modules/own/a.js\n");
    // Twice: to take one away is not enough.
    const auto text = textThatIncludes("build\nb*\n", "build");
    ASSERT_TRUE(text);
    EXPECT_FALSE(isIgnored(*text, "build"));
    EXPECT_TRUE(isIgnored(*text, "bin"));
}

TEST(IgnoreEdits, takeNamesLiterally)
{
    for (const std::string name :
         {"a*b", "[x]", "who?", "back\\slash", "!bang", "#hash", " blank", "blank ", "a b", "-"}) {
        const auto text = textThatExcludes("", name);
        ASSERT_TRUE(text) << name;
        EXPECT_TRUE(isIgnored(*text, name)) << *text;
        EXPECT_FALSE(isIgnored(*text, name == "a*b" ? "axb" : name + "x")) << *text;
        EXPECT_FALSE(isIgnored(*text, "x")) << *text;
        const auto back = textThatIncludes(*text, name);
        EXPECT_EQ(back, "") << name;
    }
}

TEST(IgnoreEdits, sayWhyNot)
{
    EXPECT_NE(textThatExcludes("", "two\nlines").error().message.find("line break"), std::string::npos);
    EXPECT_FALSE(textThatExcludes("", ""));
    const auto broken = textThatExcludes("ok\n[a\n", "b");
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("line 2"), std::string::npos);
}
