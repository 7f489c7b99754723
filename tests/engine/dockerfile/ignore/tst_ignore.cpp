#include "engine/dockerfile/ignore/patterns.h"

#include <chrono>

#include <gtest/gtest.h>

using namespace quayside::dockerfile;

namespace
{

IgnorePatterns patterns(std::string_view text)
{
    auto parsed = IgnorePatterns::parse(text);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *std::move(parsed) : IgnorePatterns();
}

bool ignored(std::string_view text, std::string_view path)
{
    return patterns(text).ignored(path);
}

std::string refused(std::string_view text)
{
    const auto parsed = IgnorePatterns::parse(text);
    return parsed ? "" : std::format("{}: {}", parsed.error().range.start.line, parsed.error().message);
}

} // namespace

TEST(Ignore, matchesAsMobyDoes)
{
    const std::pair<const char *, std::vector<const char *>> matching[] = {
        {"*", {"a", "a/b"}},
        {"**", {"a", "a/b/c"}},
        {"*.go", {"x.go", ".go", "x.go/in"}},
        {"a/**", {"a/b", "a/b/c"}},
        {"**/b", {"b", "a/b", "a/c/b", "b/in"}},
        {"**b", {"b", "ab", "a/b", "a/xb"}},
        {"**b*", {"b", "bx", "a/bx"}},
        {"**/b/*", {"b/c", "a/b/c", "a/b/c/d"}},
        {"**/b/**", {"a/b/c/d", "b/c"}},
        {"a**/*.t", {"a/x.t", "a/b/c/x.t", "a.t"}},
        {"a?c", {"abc", "a\u263ac"}},
        {"a[b-d]e", {"ace"}},
        {"a[^b-d]e", {"aze", "a/e"}},
        {"a[\\]x]e", {"a]e", "axe"}},
        {"a\\*b", {"a*b"}},
        {"a\\\\", {"a\\"}},
        {"a.b+(c)$", {"a.b+(c)$"}},
        {"[α-ω]", {"λ"}},
        {"/a/b/", {"a/b", "a/b/c"}},
        {"./a//b/../c", {"a/c"}},
        {"  a \t", {"a"}},
        {"../x", {"../x"}},
    };
    for (const auto &[pattern, paths] : matching)
        for (const auto *path : paths)
            EXPECT_TRUE(ignored(pattern, path)) << pattern << ' ' << path;
}

TEST(Ignore, doesNotMatchMore)
{
    const std::pair<const char *, std::vector<const char *>> others[] = {
        {"*.go", {"a/x.go", "x.gox"}},
        {"a/*.t", {"a/b/x.t", "x.t"}},
        {"a/**", {"a", "ab"}},
        {"**/b", {"ab", "a/bc"}},
        {"**b*", {"ab"}},
        {"a?c", {"ac", "a/c", "abbc"}},
        {"a*b", {"a/b"}},
        {"a[b-d]e", {"ae", "aae"}},
        {"a.b", {"axb"}},
        {"a", {"ab", "b/a", "A"}},
        {".", {"a", "."}},
        {"/", {"a"}},
        {"#a", {"a", "#a"}},
        {"**", {"", "."}},
    };
    for (const auto &[pattern, paths] : others)
        for (const auto *path : paths)
            EXPECT_FALSE(ignored(pattern, path)) << pattern << ' ' << path;
}

TEST(Ignore, theLastPatternThatMatchesDecides)
{
    EXPECT_FALSE(ignored("docs\n!docs/README.md", "docs/README.md"));
    EXPECT_TRUE(ignored("docs\n!docs/README.md", "docs/other"));
    EXPECT_TRUE(ignored("!x.go\n*.go", "x.go"));
    EXPECT_FALSE(ignored("**\n!a/b", "a/b/c"));
    EXPECT_TRUE(ignored("**\n!a/b\na/b/c", "a/b/c"));
    EXPECT_FALSE(ignored("*\n! a ", "a"));
    EXPECT_FALSE(ignored("*.md\n!README*.md\nREADME-secret.md", "README-x.md"));
    EXPECT_TRUE(ignored("*.md\n!README*.md\nREADME-secret.md", "README-secret.md"));
}

// What moby's walk answers: an exception that was passed over for a folder does not count for what is in it.
TEST(Ignore, answersAsAWalkDoes)
{
    EXPECT_TRUE(ignored("*/f\n!a", "a/f"));
    EXPECT_FALSE(ignored("*\n*/f\n!a", "a/f"));
    const auto all = patterns("*/f\n!a\n**/x\n!a/*/x");
    auto step = all.top();
    for (const auto *path : {"a", "a/b", "a/b/x"}) {
        step = all.below(step, path);
        EXPECT_EQ(step.verdict.ignored, all.ignored(path)) << path;
    }
}

TEST(Ignore, saysWhichLineDecided)
{
    const auto all = patterns("\xef\xbb\xbf# comment\n\nnode_modules\r\n  !node_modules/keep\n");
    ASSERT_EQ(all.patterns().size(), 2U);
    EXPECT_EQ(all.patterns()[0].text, "node_modules");
    EXPECT_EQ(all.patterns()[0].range, (Range{{3, 1}, {3, 13}}));
    EXPECT_EQ(all.patterns()[1].range, (Range{{4, 3}, {4, 21}}));
    EXPECT_TRUE(all.patterns()[1].exception);
    EXPECT_EQ(all.explain("node_modules/a/b").pattern, 0U);
    EXPECT_EQ(all.explain("node_modules/keep/x").pattern, 1U);
    EXPECT_FALSE(all.explain("node_modules/keep/x").ignored);
    EXPECT_EQ(all.explain("src").pattern, std::nullopt);
}

TEST(Ignore, knowsWhereAWalkMustGo)
{
    const auto all = patterns("a\nb\nc\nd\n!a/x/y\n!**/deep\n!e\nb\n");
    EXPECT_TRUE(all.mayReachBelow("a"));
    EXPECT_TRUE(all.mayReachBelow("c"));
    EXPECT_FALSE(patterns("b\n!c/x").mayReachBelow("b"));
    EXPECT_TRUE(all.mayReachBelow("not/ignored"));
    const auto plain = patterns("a\n!a/x/y\n");
    EXPECT_TRUE(plain.mayReachBelow("a/x"));
    EXPECT_FALSE(plain.mayReachBelow("a/z"));
    EXPECT_TRUE(patterns("a\n!a/*.md").mayReachBelow("a"));
    EXPECT_FALSE(patterns("a\n!a/*.md").mayReachBelow("a/b"));
}

TEST(Ignore, refusesWhatCannotBe)
{
    EXPECT_EQ(refused("a\n!\n"), "2: illegal exclusion pattern: \"!\"");
    EXPECT_EQ(refused("!/"), "1: illegal exclusion pattern: \"!\"");
    for (const auto *pattern : {"[", "[a", "[]a]", "[^]", "[-a]", "[a-]", "[a-b-c]", "a\\", "x[b-a]", "[\\"})
        EXPECT_TRUE(refused(pattern).contains("syntax error in pattern")) << pattern;
    EXPECT_TRUE(refused(std::string(1'100'000, '\n')).contains("bytes of patterns"));
    EXPECT_TRUE(IgnorePatterns::compile({"a", "[b"}).error().message.starts_with("pattern 2: syntax error"));
    EXPECT_TRUE(IgnorePatterns::compile({" *.md ", "", "!x.md"})->ignored("a.md"));
}

TEST(Ignore, staysQuickOnHostilePatterns)
{
    const auto start = std::chrono::steady_clock::now();
    std::string stars = "a", path(1000, 'a');
    for (int i = 0; i < 200; ++i)
        stars += "*a";
    EXPECT_FALSE(ignored(stars + "b", path));
    EXPECT_FALSE(ignored("**/" + stars + "/**/b", path + "/" + path));
    std::string deep;
    for (int i = 0; i < 300; ++i)
        deep += "d/";
    (void)ignored("**/**/**/**/**/x\n!**/**/**/y\n", deep + "z");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}
