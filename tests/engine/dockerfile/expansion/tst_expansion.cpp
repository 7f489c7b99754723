#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/unicode.h"

#include <chrono>

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::dockerfile;

namespace
{

using Names = std::set<std::string, std::less<>>;
const Environment environment{{"A", "x"}, {"EMPTY", ""}, {"SPACED", " a  b "}, {"PORTS", "80 443"}};

std::string expanded(std::string_view word, const Environment &with = environment,
                     const ExpandOptions &options = {})
{
    const auto result = expand(word, with, options);
    return result ? result->text : "error: " + result.error().message;
}

std::vector<std::string> words(std::string_view text)
{
    const auto result = expandWords(text, environment);
    return result ? *result : std::vector<std::string>{"error: " + result.error().message};
}

} // namespace

TEST(Expansion, saysWhichNamesWereThere)
{
    const auto result = expand("$A ${EMPTY} $B ${C:-1} ${D+1} ${B-2} '$E' \\$F", environment);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->used, (Names{"A", "EMPTY"}));
    EXPECT_EQ(result->undefined, (Names{"B", "C", "D"}));
    EXPECT_EQ(result->provided, (Names{"C", "D"}));
}

TEST(Expansion, errorsNameTheWord)
{
    EXPECT_EQ(expanded("${A"), "error: failed to process \"${A\": syntax error: missing '}'");
    EXPECT_EQ(expanded("${B?}"), "error: failed to process \"${B?}\": B: is not allowed to be unset");
    EXPECT_EQ(expanded("${EMPTY:?}"),
              "error: failed to process \"${EMPTY:?}\": EMPTY: is not allowed to be empty");
    EXPECT_EQ(expanded("${B:?set $A}"), "error: failed to process \"${B:?set $A}\": B: set x");
    EXPECT_EQ(expanded("${A^}"),
              "error: failed to process \"${A^}\": unsupported modifier (^) in substitution");
    EXPECT_LT(expanded("${" + std::string(5000, 'x')).size(), 400U);
}

TEST(Expansion, splitsAtSpaceThatIsNotQuoted)
{
    using Words = std::vector<std::string>;
    EXPECT_EQ(words("  a 'b c' d\\ e  "), (Words{"a", "b c", "d e"}));
    EXPECT_EQ(words("$PORTS/tcp"), (Words{"80", "443/tcp"}));
    EXPECT_EQ(words("\"$PORTS\""), (Words{"80 443"}));
    EXPECT_EQ(words("x${SPACED}y"), (Words{"x", "a", "b", "y"}));
    EXPECT_EQ(words("80${NONE:-80}"), (Words{"8080"}));
    EXPECT_EQ(words("'' \"\""), Words{});
    EXPECT_EQ(words("a << EOF b"), (Words{"a", "<< EOF", "b"}));
}

TEST(Expansion, optionsKeepWhatShouldStay)
{
    EXPECT_EQ(expanded("'a' \"$A\"", environment, {.keepQuotes = true}), "'a' \"x\"");
    EXPECT_EQ(expanded("it's \"$A\" \\$A", environment, {.ignoreQuotes = true}), "it's \"x\" $A");
    EXPECT_EQ(expanded("\\a\\$A", environment, {.keepEscapes = true}), "\\a\\$A");
    EXPECT_EQ(expanded("$NONE ${NONE} ${NONE:-a} ${NONE/a/b} $A", environment, {.keepUnset = true}),
              "$NONE ${NONE} ${NONE:-a} ${NONE/a/b} x");
    EXPECT_EQ(expanded("C:\\x`$A", environment, {.escape = '`'}), "C:\\x$A");
}

TEST(Expansion, piecesKnowWhereTheyStand)
{
    const std::string text = "RUN cat <<'E O' x\\ y  z";
    const auto pieces = splitWords(text, {.keepQuotes = true, .keepEscapes = true, .keepUnset = true});
    ASSERT_TRUE(pieces);
    std::vector<std::string> there;
    for (const auto &piece : *pieces) {
        there.push_back(piece.text);
        EXPECT_EQ(text.substr(piece.begin, piece.end - piece.begin), piece.text);
    }
    EXPECT_EQ(there, (std::vector<std::string>{"RUN", "cat", "<<'E O'", "x\\ y", "z"}));
    // A space that a substitution has in itself: both words come from it.
    const auto inside = splitWords("${N:-a b}", {.keepUnset = true});
    ASSERT_TRUE(inside && inside->size() == 2);
    for (const auto &piece : *inside)
        EXPECT_TRUE(piece.begin == 0 && piece.end == 9);
}

TEST(Expansion, patternsMatchAsBuildKitsDo)
{
    const Environment with{{"S", "()[]{}^$.*?|\\x"}, {"P", "/foo*/*/*.txt"}, {"L", "a\nb"}, {"X", "xxyy"}};
    EXPECT_EQ(expanded("${S#()[]{\\}^$.\\*\\?|\\\\}", with), "x");
    EXPECT_EQ(expanded("${P//\\*\\//.}", with), "/foo..*.txt");
    EXPECT_EQ(expanded("${P%/*}", with), "/foo*/*");
    EXPECT_EQ(expanded("${P%%/*}", with), "");
    EXPECT_EQ(expanded("${L#*}${L##*}|${L//?/-}", with), "a\nb\nb|-\n-");
    EXPECT_EQ(expanded("${X//*x/-}", with), "-yy");
    EXPECT_EQ(expanded("${X///-}", with), "-x-x-y-y-");
    EXPECT_EQ(expanded("${X///}", with), "xxyy");
    EXPECT_EQ(expanded("${X//y/[$$0|${0}|$1]}", {{"X", "xy"}, {"0", "$0"}}), "x[0|y|]");
    EXPECT_EQ(expanded("${X#*x*y}", with), "y");
    EXPECT_EQ(expanded("${X##*x*y}", with), "");
}

TEST(Expansion, whatIsNoUtf8BecomesTheReplacementCharacter)
{
    EXPECT_EQ(expanded("a\xff"
                       "b"),
              "a\xef\xbf\xbd"
              "b");
    EXPECT_EQ(expanded("\xef\xbb\xbf$A"), "x");
    EXPECT_EQ(expanded("${V#?}", {{"V", "\xff\xfe"}}), "\xfe");
}

TEST(Expansion, nothingGrowsWithoutBounds)
{
    std::string deep;
    for (int i = 0; i < 99; ++i)
        deep += "${N:-";
    EXPECT_EQ(expanded(deep + "x" + std::string(99, '}')), "x");
    EXPECT_TRUE(expanded("${N:-" + deep + "${N:-x" + std::string(101, '}')).contains("within one another"));
    Environment doubling{{"A", "xxxxxxxx"}};
    for (int i = 0; i < 40; ++i) {
        const auto next = expand("$A$A", doubling);
        if (!next) {
            EXPECT_EQ(next.error().kind, ErrorKind::TooLarge);
            return;
        }
        doubling["A"] = next->text;
    }
    FAIL() << "40 doublings went through";
}

TEST(Expansion, staysQuickOnHostilePatterns)
{
    const auto start = std::chrono::steady_clock::now();
    const Environment with{{"L", std::string(1'000'000, 'a')}};
    for (const auto *word : {"${L//a*b/x}", "${L//*b/x}", "${L%%*b*c*d}", "${L##*a*a*a*b}", "${L//?/xx}",
                             "${L//aaaaaaaaaaaaaaaaaaaaab/x}", "${L//*a*a*a*/x}"})
        (void)expand(word, with);
    std::string text;
    for (int i = 0; i < 30'000; ++i)
        text += "${A:-'\"$A<< ";
    (void)expand(text, with);
    (void)expandWords(std::string(1'000'000, '$'), with);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(Unicode, quotesAsGoDoes)
{
    EXPECT_EQ(inQuotes("a\"b\\\n\t\x01\x7f"), R"("a\"b\\\n\t\x01\x7f")");
    EXPECT_EQ(inQuotes("é한👽"), "\"é한👽\"");
    EXPECT_EQ(inQuotes("\u200b\u00a0\u00ad"), R"("\u200b\u00a0\u00ad")");
    EXPECT_EQ(inQuotes("\U000e0001"), R"("\U000e0001")");
    EXPECT_EQ(inQuotes("\xff\xef\xbf\xbd"), "\"\\xff\xef\xbf\xbd\"");
}

TEST(Unicode, trimsAndKnowsItsKinds)
{
    EXPECT_EQ(trimmed("\u00a0\t a b\u3000\n"), "a b");
    EXPECT_EQ(trimmed(" \u2003"), "");
    EXPECT_EQ(trimmed("\xa0x\x80"), "\xa0x\x80");
    EXPECT_TRUE(isLetter(U'한') && isLetter(U'ß') && !isLetter(U'1') && !isLetter(U'_') && !isLetter(0x20ac));
    EXPECT_TRUE(isDigit(0x0663) && !isDigit(0x00b2));
}
