#include "engine/dockerfile/format/format.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace quayside::dockerfile;

namespace
{

struct Pair {
    const char *name;
    std::string_view before, after;
};

void PrintTo(const Pair &pair, std::ostream *out)
{
    *out << pair.name;
}

constexpr Pair pairs[] = {
    {"keywords", "from a as b\nrun x\nonbuild  copy a /b\n", "FROM a AS b\nRUN x\nONBUILD COPY a /b\n"},
    {"oneSpace", "FROM   --platform=$X    a:1   AS \t b  \nCOPY   --from=b  --link  a \t b   /c \n",
     "FROM --platform=$X a:1 AS b\nCOPY --from=b --link a b /c\n"},
    {"emptyLines", "\n\nFROM a\n\n\n\nRUN x\n   \n\n", "FROM a\n\nRUN x\n"},
    {"finalLineEnd", "FROM a\nRUN x", "FROM a\nRUN x\n"},
    {"comments", "FROM a\n  # one  \n\n\n#two\nRUN x\n# end", "FROM a\n  # one\n\n#two\nRUN x\n# end\n"},
    {"noNewDirective", "\n# escape=`\nFROM a\n", "\n# escape=`\nFROM a\n"},
    {"directives", "# syntax=docker/dockerfile:1\n# escape=`\n\n\nFROM a\nENV x=1 `\n y=2\n",
     "# syntax=docker/dockerfile:1\n# escape=`\n\nFROM a\nENV x=1 `\n    y=2\n"},
    {"continuations", "FROM a\nRUN apt-get update && \\\n apt-get install \\\n   curl    \\\n   git\n",
     "FROM a\nRUN apt-get update && \\\n    apt-get install \\\n      curl \\\n      git\n"},
    {"tabs", "FROM a\nRUN a \\\n\tb \\\n\t\tc\n", "FROM a\nRUN a \\\n    b \\\n        c\n"},
    {"noIndentation", "FROM a\nRUN a \\\nb \\\nc\n", "FROM a\nRUN a \\\n    b \\\n    c\n"},
    {"commentsInside", "FROM a\nRUN a \\\n  # why\n\n  b\n", "FROM a\nRUN a \\\n    # why\n    b\n"},
    {"quotesOverLines", "FROM a\nRUN echo 'x  \\\n  y' && \\\n  z\n",
     "FROM a\nRUN echo 'x  \\\n  y' && \\\n    z\n"},
    {"wordsOverLines", "FROM a\nRUN ec\\\nho x\nENV a=b\\\nc d=e\n",
     "FROM a\nRUN ec\\\nho x\nENV a=b\\\nc d=e\n"},
    {"wordOverAnEmptyLine", "FROM a\nRUN good\\\n\\\nnight\n", "FROM a\nRUN good\\\n\\\nnight\n"},
    {"escapesAlone", "FROM a\nRUN a; \\\n\\\n  b; \\\n  \\\n  c\n",
     "FROM a\nRUN a; \\\n    \\\n    b; \\\n    \\\n    c\n"},
    {"operatorsOverLines", "FROM a\nRUN a &\\\n& b\n", "FROM a\nRUN a &\\\n& b\n"},
    {"shellSpaces", "FROM a\nRUN echo   a   'b   c'\n", "FROM a\nRUN echo   a   'b   c'\n"},
    {"joinedWithoutBlank", "FROM a\nRUN a;\\\n b\n", "FROM a\nRUN a; \\\n    b\n"},
    {"environment", "FROM a\nENV  a=1    b=\"x  y\" \\\n c=3\n", "FROM a\nENV a=1 b=\"x  y\" \\\n    c=3\n"},
    {"legacy", "FROM a\nENV a b\nENV c  d e\nLABEL x $y z\n",
     "FROM a\nENV a=b\nENV c=\"d e\"\nLABEL x=\"$y z\"\n"},
    {"legacyWithQuotes", "FROM a\nENV a \"b\" c\n", "FROM a\nENV a \"b\" c\n"},
    {"arrays", "FROM a\nCMD [\"a\",\"b , c\"  ,\"d\"]\nENTRYPOINT  [ \"x\" ]\n",
     "FROM a\nCMD [\"a\", \"b , c\", \"d\"]\nENTRYPOINT [\"x\"]\n"},
    {"arraysOverLines", "FROM a\nCMD [\"a\",\\\n \"b\" ]\n", "FROM a\nCMD [\"a\", \\\n    \"b\"]\n"},
    {"healthcheck", "FROM a\nhealthcheck  --interval=5s   cmd  curl   x\nHEALTHCHECK none\n",
     "FROM a\nHEALTHCHECK --interval=5s CMD curl   x\nHEALTHCHECK NONE\n"},
    {"hereDocuments",
     "FROM a\nrun  <<EOF\n  x   \n\n\n\ty\nEOF\n\n\n\ncopy <<-A <<'B'  /c/\n\tq \n\tA\nr\nB\nUSER u",
     "FROM a\nRUN <<EOF\n  x   \n\n\n\ty\nEOF\n\nCOPY <<-A <<'B' /c/\n\tq \n\tA\nr\nB\nUSER u\n"},
    {"carriageReturns", "FROM a\r\nRUN  a \\\r\n b\r\n\r\n\r\nUSER u\r\n",
     "FROM a\r\nRUN a \\\r\n    b\r\n\r\nUSER u\r\n"},
    {"byteOrderMark",
     "\xef\xbb\xbf"
     "from a\n",
     "\xef\xbb\xbf"
     "FROM a\n"},
    {"danglingContinuation", "FROM a\nRUN b \\\n", "FROM a\nRUN b\n"},
    {"windowsShell", "# escape=`\nFROM a\nRUN dir   'c:\\ `\n   x\n",
     "# escape=`\nFROM a\nRUN dir   'c:\\ `\n   x\n"},
    {"flagsOverLines", "FROM a\nRUN --mount=type=cache,target=/x \\\n --network=none \\\n  make\n",
     "FROM a\nRUN --mount=type=cache,target=/x \\\n    --network=none \\\n     make\n"},
    {"singleWords", "FROM a\nWORKDIR   /a  b\nUSER\tu\nstopsignal  9\n",
     "FROM a\nWORKDIR /a  b\nUSER u\nSTOPSIGNAL 9\n"},
};

class Formatter : public testing::TestWithParam<Pair>
{
};

TEST_P(Formatter, WritesOneStyle)
{
    const auto &[name, before, after] = GetParam();
    const auto formatted = format(before);
    ASSERT_TRUE(formatted.has_value()) << formatted.error().message;
    EXPECT_EQ(*formatted, after);
}

TEST_P(Formatter, ChangesNothingTheSecondTime)
{
    const auto &[name, before, after] = GetParam();
    EXPECT_EQ(format(after).value_or("?"), after);
}

TEST_P(Formatter, KeepsTheMeaning)
{
    const auto &[name, before, after] = GetParam();
    const auto tree = parse(before), other = parse(after);
    ASSERT_TRUE(tree && other);
    EXPECT_TRUE(sameMeaning(*tree, *other));
    EXPECT_EQ(rewritten(before, *tree), after) << "format() had to give the text back";
}

INSTANTIATE_TEST_SUITE_P(All, Formatter, testing::ValuesIn(pairs),
                         [](const auto &info) { return info.param.name; });

TEST(Meaning, SeesDifferences)
{
    const auto same = [](std::string_view a, std::string_view b) {
        return sameMeaning(*parse(a), *parse(b));
    };
    EXPECT_TRUE(same("FROM a\nRUN x  y\n", "from a\nRUN x y\n"));
    EXPECT_FALSE(same("FROM a\nRUN x y\n", "FROM a\nRUN xy\n"));
    EXPECT_FALSE(same("FROM a\nRUN 'x  y'\n", "FROM a\nRUN 'x y'\n"));
    EXPECT_FALSE(same("FROM a\nRUN x && y\n", "FROM a\nRUN x & & y\n"));
    EXPECT_FALSE(same("FROM a\nCOPY a b\n", "FROM a\nCOPY a c\n"));
    EXPECT_FALSE(same("FROM a\nCOPY --link a b\n", "FROM a\nCOPY a b\n"));
    EXPECT_FALSE(same("FROM a\nRUN <<E\nx\nE\n", "FROM a\nRUN <<E\nx \nE\n"));
    EXPECT_FALSE(same("# escape=`\nFROM a\n", "\n# escape=`\nFROM a\n"));
    EXPECT_FALSE(same("FROM a\nCMD [\"a\"]\n", "FROM a\nCMD a\n"));
    EXPECT_FALSE(same("FROM a\nENV a b\n", "FROM a\nENV a=c\n"));
    EXPECT_FALSE(same("FROM a\n# x\nRUN b\n", "FROM a\nRUN b\n"));
    EXPECT_FALSE(same("FROM a\nONBUILD RUN b\n", "FROM a\nONBUILD RUN c\n"));
}

TEST(Format, RefusesWhatDoesNotParse)
{
    EXPECT_FALSE(format("").has_value());
    EXPECT_FALSE(format("# only a comment\n").has_value());
}

// BuildKit's fixtures where they are laid beside the repository: not one may be given back for fear of a
// change.
TEST(Format, KeepsTheMeaningOfFixtures)
{
    const std::filesystem::path folder = QUAYSIDE_SOURCE_DIR "/../shared/reference/dockerfile/parser";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << folder << " is not there";
    int count = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path() / "Dockerfile");
        std::stringstream text;
        text << file.rdbuf();
        const auto before = parse(text.str());
        if (!before)
            continue;
        ++count;
        const auto once = rewritten(text.str(), *before);
        const auto after = parse(once);
        ASSERT_TRUE(after) << entry.path() << "\n" << once;
        EXPECT_TRUE(sameMeaning(*before, *after)) << entry.path() << "\n" << once;
        EXPECT_EQ(rewritten(once, *after), once) << entry.path();
    }
    EXPECT_GT(count, 10);
}

} // namespace
