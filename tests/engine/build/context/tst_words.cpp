// --chmod, wildcards and source paths: pure functions.
#include "engine/build/context/filemode.h"
#include "engine/build/context/sourcepath.h"
#include "engine/build/context/wildcard.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace quayside;
using namespace quayside::build;

namespace
{

unsigned applied(std::string_view text, mode_t mode)
{
    const auto parsed = FileMode::parse(text);
    return parsed ? parsed->apply(mode) : 0xffff;
}

TEST(FileMode, OctalAndSymbolic)
{
    EXPECT_EQ(applied("755", S_IFREG | 0600), 0755U);
    EXPECT_EQ(applied("04755", S_IFREG | 0600), 04755U);
    EXPECT_EQ(applied("0", S_IFDIR | 0600), 0U);
    EXPECT_EQ(applied("u=rwX,go=rX", S_IFREG | 0600), 0644U);
    EXPECT_EQ(applied("u=rwX,go=rX", S_IFREG | 0100), 0755U);
    EXPECT_EQ(applied("u=rwX,go=rX", S_IFDIR | 0700), 0755U);
    EXPECT_EQ(applied("+x", S_IFREG | 0644), 0755U);
    EXPECT_EQ(applied("a-w", S_IFREG | 0666), 0444U);
    EXPECT_EQ(applied("g=u", S_IFREG | 0640), 0660U);
    EXPECT_EQ(applied("u+s,+t", S_IFREG | 0755), 05755U);
    EXPECT_EQ(applied("ug+w-x", S_IFREG | 0755), 0665U);
    EXPECT_EQ(applied("o=", S_IFREG | 0777), 0770U);
}

TEST(FileMode, Refused)
{
    for (const char *text :
         {"", "8", "10000", "0x1ff", "75 5", "u", "rwx", "u=q", "u=r,", ",u=r", "99", "-1z"})
        EXPECT_FALSE(FileMode::parse(text)) << text;
}

TEST(Wildcard, AsGoMatches)
{
    // From the table of Go's path/filepath match_test.go semantics, one component each.
    struct Case {
        const char *pattern, *name;
        bool matches;
    };
    for (const Case &c : std::initializer_list<Case>{{"abc", "abc", true},
                                                     {"*", "abc", true},
                                                     {"*c", "abc", true},
                                                     {"a*", "a", true},
                                                     {"a*", "abc", true},
                                                     {"ab[c]", "abc", true},
                                                     {"ab[b-d]", "abc", true},
                                                     {"ab[e-g]", "abc", false},
                                                     {"ab[^c]", "abc", false},
                                                     {"ab[^e-g]", "abc", true},
                                                     {"a\\*b", "a*b", true},
                                                     {"a\\*b", "ab", false},
                                                     {"a?b", "a\u263ab", true},
                                                     {"a[^a]b", "a\u263ab", true},
                                                     {"a???b", "a\u263ab", false},
                                                     {"[a-\u03b6]*", "\u03b1", true},
                                                     {"*[a-\u03b6]", "A", false},
                                                     {"[\\]a]", "]", true},
                                                     {"[\\-x]", "-", true},
                                                     {"a*b?c*x", "abxbbxdbxebxczzx", true},
                                                     {"a*b?c*x", "abxbbxdbxebxczzy", false},
                                                     {"*x", "xxx", true},
                                                     {"", "", true},
                                                     {"?", "", false}})
        EXPECT_EQ(matchesWildcard(c.pattern, c.name).value_or(!c.matches), c.matches)
            << c.pattern << " " << c.name;
    for (const char *pattern : {"[]a]", "[-]", "[x-]", "[-x]", "a[", "[a", "[a-b-c]", "[^", "\\"})
        EXPECT_FALSE(matchesWildcard(pattern, "a")) << pattern;
    // Linear for each star, not exponential.
    EXPECT_FALSE(*matchesWildcard("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", std::string(255, 'a')));
}

TEST(SourcePath, Cleaned)
{
    const auto parts = [](const char *text, bool parents = false) {
        const auto pattern = parseSourcePath(text, parents);
        std::string joined;
        if (!pattern)
            return std::string("error");
        for (const auto &part : pattern->parts)
            joined += part + "|";
        return joined + std::to_string(pattern->pivot);
    };
    EXPECT_EQ(parts("./a//b/../c/."), "a|c|0");
    EXPECT_EQ(parts("/"), "0");
    EXPECT_EQ(parts(".."), "0"); // nothing is above the context: it ends there, as in a chroot
    EXPECT_EQ(parts("a/../../b"), "b|0");
    EXPECT_EQ(parts("a/b/./c", true), "a|b|c|2");
    EXPECT_EQ(parts("./a/b", true), "a|b|0");
}

} // namespace
