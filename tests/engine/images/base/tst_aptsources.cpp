#include "engine/images/base/aptsources.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;

namespace
{

TEST(AptSources, bothForms)
{
    const std::vector<AptSource> wanted = {
        {"http://mirror.example/debian", "trixie", {"main", "contrib"}, "/usr/share/keyrings/d.gpg"}};
    EXPECT_EQ(parseSourcesList("# x\ndeb-src http://mirror.example/debian trixie main\n"
                               "deb [arch=amd64 signed-by=/usr/share/keyrings/d.gpg] "
                               "http://mirror.example/debian trixie main contrib # y\n"
                               "deb cdrom:[x] trixie main\n"),
              wanted);
    EXPECT_EQ(
        parseDeb822(
            "Types: deb deb-src\nURIs: http://mirror.example/debian\nSuites: trixie\nComponents: main\n "
            "contrib\n"
            "Signed-By: /usr/share/keyrings/d.gpg\n\nEnabled: no\nTypes: deb\nURIs: http://x\nSuites: y\n"),
        wanted);
    EXPECT_TRUE(parseSourcesList("").empty());
    EXPECT_TRUE(parseDeb822("no colon\n: nothing\n").empty());
}

TEST(AptSources, anotherSuiteOfTheSameMirrors)
{
    const std::vector<AptSource> sources = {{"http://m/debian", "bookworm", {"main"}, "/k.gpg"},
                                            {"http://m/debian", "bookworm-updates", {"main"}, "/k.gpg"},
                                            {"http://m/security", "bookworm-security", {"main"}, "/k.gpg"},
                                            {"https://third.example/apt", "stable", {"main"}, ""}};
    EXPECT_EQ(*sourceLines(sources, "trixie"),
              (std::vector<std::string>{"deb [signed-by=/k.gpg] http://m/debian trixie main",
                                        "deb [signed-by=/k.gpg] http://m/debian trixie-updates main",
                                        "deb [signed-by=/k.gpg] http://m/security trixie-security main"}));
    EXPECT_EQ(*sourceLines(sources, "sid"),
              std::vector<std::string>{"deb [signed-by=/k.gpg] http://m/debian sid main"});
    EXPECT_EQ(sourceLines({}, "trixie").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(sourceLines({sources[3]}, "trixie").error().kind, ErrorKind::NotFound);
}

TEST(AptSources, namesThatMayBecomeArguments)
{
    for (const char *good : {"python3", "g++", "libc6.1", "a1"})
        EXPECT_TRUE(isPackageName(good)) << good;
    for (const char *bad : {"", "a", "-o", "--x", "a b", "a,b", "A", "a;b", "a/b", "a:b", "$x", "a\n"})
        EXPECT_FALSE(isPackageName(bad)) << bad;
    for (const char *good : {"trixie", "sid", "bookworm-backports", "12.5"})
        EXPECT_TRUE(isSuiteName(good)) << good;
    for (const char *bad : {"", "-x", "Trixie", "a/b", "a b", "../x", "a\tb"})
        EXPECT_FALSE(isSuiteName(bad)) << bad;
}

} // namespace
