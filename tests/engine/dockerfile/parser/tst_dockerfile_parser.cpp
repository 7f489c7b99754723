#include "engine/dockerfile/parser/parser.h"

#include <chrono>

#include <gtest/gtest.h>

using namespace quayside::dockerfile;

namespace
{

std::string dumped(std::string_view text)
{
    const auto tree = parse(text);
    return tree ? dump(*tree) : std::format("{}: {}", tree.error().range.start.line, tree.error().message);
}

const Node &only(const Tree &tree)
{
    return tree.nodes.at(0);
}

std::string at(std::string_view text, const Range &range)
{
    return std::string(slice(text, LineTable(text), range));
}

} // namespace

TEST(LineTable, goesBothWays)
{
    const LineTable lines("ab\n\nc");
    EXPECT_EQ(lines.lines(), 3);
    EXPECT_EQ(lines.position(0), (Position{1, 1}));
    EXPECT_EQ(lines.position(2), (Position{1, 3}));
    EXPECT_EQ(lines.position(3), (Position{2, 1}));
    EXPECT_EQ(lines.position(99), (Position{3, 2}));
    for (std::size_t i = 0; i <= 5; ++i)
        EXPECT_EQ(lines.offset(lines.position(i)), i);
    EXPECT_EQ(lines.offset({9, 9}), 5U);
    EXPECT_EQ(lines.offset({0, 0}), 0U);
    EXPECT_EQ(lines.offset({1, 99}), 3U);
}

TEST(Parser, cutsEachKeywordInItsWay)
{
    EXPECT_EQ(dumped("FROM a AS b"), "(from \"a\" \"AS\" \"b\")");
    EXPECT_EQ(dumped("run echo  'a  b' "), "(run \"echo  'a  b'\")");
    EXPECT_EQ(dumped("RUN [\"a\", \"b\"]"), "(run \"a\" \"b\")");
    EXPECT_EQ(dumped("RUN ['a']"), "(run \"['a']\")");
    EXPECT_EQ(dumped("COPY [\"a b\",\"c\"]"), "(copy \"a b\" \"c\")");
    EXPECT_EQ(dumped("COPY --from=x  --chown=\"1:1\" a\tb /c"),
              "(copy [\"--from=x\" \"--chown=1:1\"] \"a\" \"b\" \"/c\")");
    EXPECT_EQ(dumped("ENV a=b c=\"d e\" f=g\\ h"),
              "(env \"a\" \"b\" \"=\" \"c\" \"\\\"d e\\\"\" \"=\" \"f\" \"g\\\\ h\" \"=\")");
    EXPECT_EQ(dumped("ENV a b  c=d"), "(env \"a\" \"b  c=d\" \"\")");
    EXPECT_EQ(dumped("ARG a b=c"), "(arg \"a\" \"b=c\")");
    EXPECT_EQ(dumped("HEALTHCHECK --interval=5s CMD [\"a\"]"),
              "(healthcheck [\"--interval=5s\"] \"CMD\" \"a\")");
    EXPECT_EQ(dumped("HEALTHCHECK NONE"), "(healthcheck \"NONE\")");
    EXPECT_EQ(dumped("ONBUILD RUN a"), "(onbuild (run \"a\"))");
    EXPECT_EQ(dumped("ONBUILD"), "(onbuild)");
    EXPECT_EQ(dumped("WORKDIR /a b"), "(workdir \"/a b\")");
    EXPECT_EQ(dumped("FRM a"), "(frm \"\")");
    EXPECT_EQ(dumped("CMD []"), "(cmd)");
    EXPECT_EQ(dumped("RUN -- --x"), "(run \"--x\")");
}

TEST(Parser, joinsLines)
{
    EXPECT_EQ(dumped("RUN a \\\n  b \\ \t\n# comment\n   # another\n  c\nCMD d"),
              "(run \"a   b   c\")\n(cmd \"d\")");
    EXPECT_EQ(dumped("RUN a\\\r\nb\r\n"), "(run \"ab\")");
    EXPECT_EQ(dumped("RUN a\\\\\nCMD b"), "(run \"a\\\\\\\\\")\n(cmd \"b\")");
    EXPECT_EQ(dumped("# escape=`\nRUN a`\nb\\\nCMD c"), "(run \"ab\\\\\")\n(cmd \"c\")");
    EXPECT_EQ(dumped("\xef\xbb\xbf# escape = `\nRUN a`\n b"), "(run \"a b\")");
    EXPECT_EQ(dumped("RUN a \\"), "(run \"a\")");
    EXPECT_EQ(dumped("\\\nRUN a"), "(run \"a\")");
}

TEST(Parser, refusesWhatCannotBe)
{
    EXPECT_EQ(dumped(""), "1: file with no instructions");
    EXPECT_EQ(dumped("\n# only this\n"), "1: file with no instructions");
    EXPECT_EQ(dumped("FROM a\nENV b"), "2: ENV must have two arguments");
    EXPECT_EQ(dumped("FROM a\nLABEL b=c d"),
              "2: Syntax error - can't find = in \"d\". Must be of the form: name=value");
    EXPECT_EQ(dumped("FROM a\nRUN x \\\n y\nCMD [\"a\", [\"b\"]]"),
              "4: when using JSON array syntax, arrays must be comprised of strings only");
    EXPECT_EQ(dumped("# escape=x\nFROM a"), "1: invalid escape token 'x' does not match ` or \\");
    EXPECT_EQ(dumped("# escape = \t \nFROM a"), "1: invalid escape token ' ' does not match ` or \\");
    EXPECT_EQ(dumped("# escape=\nFROM a"), "(from \"a\")"); // a comment
    EXPECT_EQ(dumped("# escape=`\n# ESCAPE=`\nFROM a"), "2: only one escape parser directive can be used");
    EXPECT_EQ(dumped("FROM a\nRUN <<E\nx"), "2: unterminated heredoc");
    EXPECT_EQ(dumped("RUN " + std::string(65'532, 'x')),
              "1: dockerfile line greater than max allowed size of 65535");
    EXPECT_EQ(dumped("RUN " + std::string(65'531, 'x') + "\n").size(), 65'531 + sizeof("(run \"\")") - 1);
    EXPECT_TRUE(dumped(std::string(mostText + 1, '\n')).contains("a Dockerfile has at most"));
    std::string nested;
    for (int i = 0; i < 8000; ++i)
        nested += "ONBUILD ";
    EXPECT_EQ(dumped(nested), "1: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
}

TEST(Parser, jsonIsJudgedAsGoDoes)
{
    const auto kind = [](std::string_view array) {
        const auto tree = parse("CMD " + std::string(array));
        return !tree ? "other" : only(*tree).json ? "strings" : "text";
    };
    for (const auto *array :
         {"[]", "[\"\"]", "[ \"a\" ,\t\"b\" ]", R"(["\" \\ \/ \b \f \n \r \t \u0000 \ud83d\udc7d"])"})
        EXPECT_STREQ(kind(array), "strings") << array;
    for (const auto *array :
         {"[42]", "[-1.5e+3]", "[{}]", "[{\"a\":[1,{\"b\":null}]}]", "[[]]", "[true,\"a\"]"})
        EXPECT_STREQ(kind(array), "other") << array;
    for (const auto *array :
         {"[\"a\",]", "[01]", "[1.]", "[.5]", "[\"\\x\"]", "[\"\t\"]", "[\"\\u12\"]", "[a]", "[\"a\"] b",
          "[\"a\"", "[[]", "[{]}]", "[{\"a\"}]", "[tru]", "['a']", "[\"a\" \"b\"]", "[nul", "[-]"})
        EXPECT_STREQ(kind(array), "text") << array;
    EXPECT_EQ(dumped(R"(CMD ["\ud83d\udc7d\ud800x\u00e9"])"), "(cmd \"👽\xef\xbf\xbdxé\")");
    EXPECT_STREQ(kind(std::string(9'999, '[') + std::string(9'999, ']')), "other");
    EXPECT_STREQ(kind(std::string(10'001, '[') + std::string(10'001, ']')), "text");
}

TEST(Parser, everythingKnowsWhereItStands)
{
    const std::string text = "# syntax=docker/dockerfile:1\n"
                             "\n"
                             "# about\n"
                             "From  --platform=\"x\"  base AS b \n"
                             "ENV a=1 \\\n"
                             "  # inside\n"
                             "    long=\"x \\\n"
                             "y\"\n"
                             "CMD [\"a\\n\", \"é\"]\n";
    const auto tree = parse(text);
    ASSERT_TRUE(tree);
    const auto *syntax = tree->directive("syntax");
    ASSERT_NE(syntax, nullptr);
    EXPECT_EQ(at(text, syntax->value.range), "docker/dockerfile:1");
    EXPECT_EQ(at(text, syntax->range), "# syntax=docker/dockerfile:1");
    const auto &from = tree->nodes[0], &env = tree->nodes[1], &cmd = tree->nodes[2];
    EXPECT_EQ(from.written.text, "From");
    EXPECT_EQ(at(text, from.written.range), "From");
    EXPECT_EQ(at(text, from.flags[0].range), "--platform=\"x\"");
    EXPECT_EQ(from.flags[0].text, "--platform=x");
    EXPECT_EQ(from.words[2].range, (Range{{4, 31}, {4, 32}}));
    EXPECT_EQ(from.comments.at(0).text, "about");
    EXPECT_EQ(at(text, from.comments[0].range), "# about");
    EXPECT_EQ(at(text, env.range), text.substr(text.find("ENV"), text.find("\nCMD") - text.find("ENV")));
    EXPECT_EQ(at(text, env.words[3].range), "long");
    EXPECT_EQ(env.words[4].text, "\"x y\"");
    EXPECT_EQ(env.words[4].range, (Range{{7, 10}, {8, 3}}));
    EXPECT_EQ(at(text, env.words[5].range), "=");
    EXPECT_EQ(at(text, cmd.words[0].range), "\"a\\n\"");
    EXPECT_EQ(at(text, cmd.words[1].range), "\"é\"");
    EXPECT_EQ(tree->comments.size(), 2U);
    EXPECT_EQ(at(text, tree->comments[1].range), "# inside");
}

TEST(Parser, commentsBelongToTheInstructionBelow)
{
    const auto tree = parse("# gone\n#\n# a\n\n#b\nFROM x\n# c\nRUN y\n# last");
    ASSERT_TRUE(tree);
    ASSERT_EQ(tree->nodes[0].comments.size(), 2U);
    EXPECT_EQ(tree->nodes[0].comments[1].text, "b");
    ASSERT_EQ(tree->nodes[1].comments.size(), 1U);
    EXPECT_EQ(tree->comments.size(), 6U);
}

TEST(Parser, directivesAreAtTheTopOnly)
{
    const auto names = [](std::string_view text) {
        std::string out;
        for (const auto &directive : parseAll(text).tree.directives)
            out += directive.name + "=" + directive.value.text + ";";
        return out;
    };
    EXPECT_EQ(names("#syntax = a b \n#Check=skip=all\n# escape=`\nFROM x"),
              "syntax=a b;check=skip=all;escape=`;");
    EXPECT_EQ(names("# unknown=a\n# escape=`\nFROM x"), "");
    EXPECT_EQ(names("\n# escape=`\nFROM x"), "");
    EXPECT_EQ(names("# text\n# escape=`\nFROM x"), "");
    EXPECT_EQ(names("FROM x\n# escape=`\n"), "");
    EXPECT_EQ(names("#!/usr/bin/docker build\n# syntax=a\n# escape=`\nFROM x"), "syntax=a;");
}

TEST(Parser, heredocsHaveNamesAndContents)
{
    const std::string text = "COPY <<a 3<<-\"b c\" /x\n"
                             "\tone\n"
                             "a\n"
                             "\ttwo\n"
                             "\t\n"
                             "\tb c\r\n"
                             "RUN echo";
    const auto tree = parse(text);
    ASSERT_TRUE(tree);
    const auto &copy = only(*tree);
    ASSERT_EQ(copy.heredocs.size(), 2U);
    const auto &a = copy.heredocs[0], &b = copy.heredocs[1];
    EXPECT_EQ(a.name, "a");
    EXPECT_EQ(a.content, "\tone\n");
    EXPECT_TRUE(a.expand && !a.chomp);
    EXPECT_EQ(chomped(a), "\tone\n");
    EXPECT_EQ(at(text, a.word), "<<a");
    EXPECT_EQ(b.name, "b c");
    EXPECT_EQ(b.descriptor, 3U);
    EXPECT_TRUE(!b.expand && b.chomp);
    EXPECT_EQ(chomped(b), "two\n\n");
    EXPECT_EQ(at(text, b.word), "3<<-\"b c\"");
    EXPECT_EQ(at(text, b.terminator), "\tb c");
    EXPECT_EQ(at(text, b.contentRange), "\ttwo\n\t\n");
    EXPECT_EQ(copy.head.end, (Position{1, 22}));
    EXPECT_EQ(copy.range.end, (Position{6, 5}));
    EXPECT_EQ(tree->nodes.size(), 2U);
}

TEST(Parser, onlySomeInstructionsHaveHeredocs)
{
    const auto count = [](std::string_view line) {
        const auto tree = parse(std::string(line) + "\nE\n");
        return tree ? static_cast<int>(only(*tree).heredocs.size()) : -1;
    };
    for (const auto *line :
         {"RUN <<E", "COPY <<E /x", "ADD <<  E /x", "ONBUILD RUN <<E", "RUN a <<\\E b", "RUN <<E''"})
        EXPECT_EQ(count(line), 1) << line;
    for (const auto *line : {"USER <<E", "RUN [\"<<E\"]", "RUN \"<<E\"", "RUN <<<E", "RUN a<<E",
                             "RUN it's <<E", "CMD <<E", "ONBUILD ONBUILD RUN <<E", "RUN <<", "RUN <E"})
        EXPECT_EQ(count(line), 0) << line;
}

TEST(Parser, warnsOfEmptyContinuationLines)
{
    const auto tree = parse("FROM a\nRUN b \\\n\n\n  c \\\n# comment\n d\nRUN e \\\n f\n");
    ASSERT_TRUE(tree);
    ASSERT_EQ(tree->warnings.size(), 1U);
    EXPECT_EQ(tree->warnings[0].message, "Empty continuation line found in: RUN b   c  d");
    EXPECT_EQ(tree->warnings[0].range.start, (Position{3, 1}));
    EXPECT_EQ(tree->warnings[0].instruction, (Range{{2, 1}, {7, 3}}));
}

TEST(Parser, allThatIsWrongAndAllThatIsNot)
{
    const auto outcome = parseAll("FROM a\nENV b\nRUN c\nCMD [1]\nUSER d\n");
    EXPECT_EQ(dump(outcome.tree), "(from \"a\")\n(run \"c\")\n(user \"d\")");
    ASSERT_EQ(outcome.errors.size(), 2U);
    EXPECT_EQ(outcome.errors[1].range, (Range{{4, 5}, {4, 8}}));
    EXPECT_EQ(asError(outcome.errors[0]).message,
              "dockerfile parse error on line 2: ENV must have two arguments");
    EXPECT_EQ(asError(outcome.errors[0], "a.df").message,
              "a.df: dockerfile parse error on line 2: ENV must have two arguments");
}

TEST(Parser, wordsOfHeredocs)
{
    for (const auto *word : {"<<E", "<<'E'", "<<\"E\"", "<<-E", "<<-'E'", "<< E", "<<- E", "9<<E"}) {
        const auto heredoc = parseHeredocWord(word);
        ASSERT_TRUE(heredoc) << word;
        EXPECT_EQ(heredoc->name, "E");
        EXPECT_EQ(heredoc->expand,
                  !std::string_view(word).contains('\'') && !std::string_view(word).contains('"'));
    }
    for (const auto *word : {"", "E", "<<", "<<-", "<E", "<<<E", "<<E sh", "<<'E", "<<E\"", "x<<E", "1"})
        EXPECT_FALSE(parseHeredocWord(word)) << word;
    EXPECT_EQ(parseHeredocWord("<<eo\\'f")->expand, true);
    EXPECT_EQ(parseHeredocWord("<<$E")->name, "$E");
    EXPECT_EQ(parseHeredocWord("99999999999999999999<<E")->descriptor, ~0U);
}

TEST(Parser, staysQuickOnAnything)
{
    const auto repeated = [](std::string_view part, std::string_view start = "FROM a\n") {
        std::string text(start);
        while (text.size() < 1'000'000)
            text += part;
        return text;
    };
    const auto start = std::chrono::steady_clock::now();
    for (const auto &text :
         {repeated("a\n"), repeated("\\\n"), repeated("RUN <<A <<B <<C\n"), repeated("x \\\n\n", "RUN "),
          repeated("# a\n"), repeated("ENV a=b \\\n"), repeated("a=b \\\n", "ENV "),
          repeated("\"a\", \\\n", "CMD ["), repeated("[\\\n", "CMD "), repeated("{\"a\":\\\n", "CMD ["),
          repeated("${a:-'\\\n", "RUN <<E "), repeated("--a=\"\\\n", "COPY "),
          repeated("ONBUILD \\\n", "ONBUILD "), repeated("<<a \\\n", "COPY "), repeated("$\\\n", "RUN <<E "),
          repeated("\xe3\x80\x80\\\n", "RUN "), std::string(1'000'000, ' ')})
        (void)parseAll(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}
