#include "tests/engine/dockerfile/linter/rulecases.h"
#include "tests/folders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>

using namespace quayside::dockerfile;

namespace
{

const Finding *find(const std::vector<Finding> &findings, std::string_view id)
{
    const auto found = std::ranges::find(findings, id, &Finding::id);
    return found == findings.end() ? nullptr : &*found;
}

bool hasId(std::string_view text, std::string_view id, const LintOptions &options = {})
{
    return find(lint(text, options), id) != nullptr;
}

std::string messageOf(std::string_view text, std::string_view id, const LintOptions &options = {})
{
    const auto findings = lint(text, options);
    const auto *finding = find(findings, id);
    return finding == nullptr ? "" : finding->message;
}

class LinterRule : public testing::TestWithParam<RuleCase>
{
};

TEST_P(LinterRule, FindsWhatIsWrong)
{
    const auto &rule = GetParam();
    const auto findings = lint(rule.bad, ruleCaseOptions());
    const auto *finding = find(findings, rule.id);
    ASSERT_NE(finding, nullptr) << rule.bad;
    EXPECT_EQ(finding->range.start.line, rule.line);
    EXPECT_LT(finding->range.start, finding->range.end);
    EXPECT_FALSE(finding->message.empty());
    EXPECT_EQ(finding->severity, lintRule(rule.id)->severity);
    EXPECT_TRUE(std::ranges::is_sorted(findings, {}, [](const Finding &f) { return f.range.start; }));
}

TEST_P(LinterRule, IsSilentWhereAllIsWell)
{
    const auto &rule = GetParam();
    EXPECT_FALSE(hasId(rule.good, rule.id, ruleCaseOptions())) << rule.good;
    if (rule.id != "SyntaxError") {
        EXPECT_TRUE(parseAll(rule.good).errors.empty()) << rule.good;
    }
}

TEST_P(LinterRule, MendsIt)
{
    const auto &rule = GetParam();
    const auto findings = lint(rule.bad, ruleCaseOptions());
    const auto *finding = find(findings, rule.id);
    ASSERT_NE(finding, nullptr);
    ASSERT_EQ(!finding->fixes.empty(), rule.fixed);
    for (const auto &fix : finding->fixes) {
        EXPECT_FALSE(fix.title.empty());
        const auto mended = applied(rule.bad, fix);
        EXPECT_FALSE(hasId(mended, rule.id, ruleCaseOptions())) << mended;
        EXPECT_FALSE(hasId(mended, "SyntaxError", ruleCaseOptions()) &&
                     !hasId(rule.bad, "SyntaxError", ruleCaseOptions()))
            << mended;
        EXPECT_TRUE(mended.contains(rule.then)) << mended;
    }
}

TEST_P(LinterRule, CanBeSilenced)
{
    const auto &rule = GetParam();
    const bool never = rule.id == "SyntaxError"; // nobody can build such a file
    auto options = ruleCaseOptions();
    options.skip.emplace(rule.id);
    EXPECT_EQ(hasId(rule.bad, rule.id, options), never);
    EXPECT_EQ(hasId("# check=skip=" + std::string(rule.id) + "\n" + std::string(rule.bad), rule.id,
                    ruleCaseOptions()),
              never);
    EXPECT_EQ(hasId("# hadolint global ignore=" + std::string(rule.id) + "\n\n" + std::string(rule.bad),
                    rule.id, ruleCaseOptions()),
              never);
}

INSTANTIATE_TEST_SUITE_P(All, LinterRule, testing::ValuesIn(ruleCases().begin(), ruleCases().end()),
                         [](const auto &info) {
                             return std::string(info.param.id) + "_" + std::to_string(info.index);
                         });

TEST(LinterRules, EachHasACase)
{
    for (const auto &rule : lintRules())
        EXPECT_NE(std::ranges::find(ruleCases(), rule.id, &RuleCase::id), ruleCases().end()) << rule.id;
}

TEST(LinterRules, EachIsDocumented)
{
    std::ifstream file(QUAYSIDE_SOURCE_DIR "/docs/dockerfile.md");
    std::stringstream page;
    page << file.rdbuf();
    for (const auto &rule : lintRules())
        EXPECT_TRUE(page.str().contains("| " + std::string(rule.id) + " |") ||
                    rule.family == RuleFamily::Syntax)
            << rule.id;
}

TEST(LinterRules, OverlapNamesARuleOfBuildKit)
{
    for (const auto &rule : lintRules()) {
        if (!rule.sameAs.empty()) {
            ASSERT_NE(lintRule(rule.sameAs), nullptr) << rule.id;
        }
        if (rule.family == RuleFamily::Hadolint) {
            EXPECT_TRUE(rule.id.starts_with("DL")) << rule.id;
        }
    }
    EXPECT_EQ(std::ranges::count(lintRules(), RuleFamily::BuildKit, &RuleInfo::family), 22);
    EXPECT_EQ(ruleUrl(*lintRule("JSONArgsRecommended")),
              "https://docs.docker.com/go/dockerfile/rule/json-args-recommended/");
    EXPECT_EQ(ruleUrl(*lintRule("FromAsCasing")),
              "https://docs.docker.com/go/dockerfile/rule/from-as-casing/");
    EXPECT_EQ(ruleUrl(*lintRule("DL3008")), "https://github.com/hadolint/hadolint/wiki/DL3008");
}

// Word for word what `docker build --check` says.
TEST(Linter, SpeaksAsBuildKit)
{
    const std::pair<std::string_view, std::string_view> expected[] = {
        {"FROM scratch AS Bad\n", "Stage name 'Bad' should be lowercase"},
        {"FROM scratch as x\n", "'as' and 'FROM' keywords' casing do not match"},
        {"FROM scratch\nEnv a=b\n",
         "Command 'Env' should match the case of the command majority (uppercase)"},
        {"FROM scratch AS x\nFROM scratch AS x\n",
         "Duplicate stage name \"x\", stage names should be unique"},
        {"FROM scratch AS context\n",
         "Stage name should not use the same name as reserved stage \"context\""},
        {"FROM scratch\nCMD a\n",
         "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"},
        {"FROM a:${x}\n", "FROM argument 'x' is not declared"},
        {"FROM --platform=$BULIDPLATFORM scratch\n",
         "FROM argument 'BULIDPLATFORM' is not declared (did you mean BUILDPLATFORM?)"},
        {"FROM scratch\nENV PATH=$PAHT:/x\n", "Usage of undefined variable '$PAHT' (did you mean $PATH?)"},
        {"FROM scratch\nWORKDIR app/\n",
         "Relative workdir \"app/\" can have unexpected results if the base image changes"},
        {"FROM scratch\nENV a b\n",
         "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"},
        {"FROM --platform=${TARGETPLATFORM} scratch\n", "Setting platform to predefined ${TARGETPLATFORM} in "
                                                        "FROM is redundant as this is the default behavior"},
        {"FROM scratch\nENV SECRET_TOKEN=x\n",
         "Do not use ARG or ENV instructions for sensitive data (ENV \"SECRET_TOKEN\")"},
        {"ARG x\nFROM a:$x\n", "Default value for ARG a:$x results in empty or invalid base image name"},
        {"FROM --platform=linux/amd64 scratch\n",
         "FROM --platform flag should not use constant value \"linux/amd64\""},
        {"FROM scratch\nADD secret /x\n",
         "Attempting to Add file \"secret\" that is excluded by .dockerignore"},
        {"FROM scratch\nEXPOSE 1/TcP\n",
         "Defined protocol '1/TcP' in EXPOSE instruction should be lowercase"},
        {"FROM scratch\nEXPOSE 8:9\n",
         "EXPOSE instruction should not define an IP address or host-port mapping, found '8:9'"},
        {"FROM known\n", "Base image known was pulled with platform \"linux/arm64\", expected "
                         "\"linux/amd64\" for current build"},
        {"FROM scratch\n# x\nARG foo=1\n", "Comment for ARG should follow the format: `# foo <description>`"},
    };
    for (const auto &[text, message] : expected) {
        const auto findings = lint(text, ruleCaseOptions());
        EXPECT_NE(std::ranges::find(findings, message, &Finding::message), findings.end()) << message;
    }
}

TEST(Linter, HonoursDirectivesAndComments)
{
    EXPECT_FALSE(hasId("# check=skip=all\nFROM scratch AS A\n", "StageNameCasing"));
    EXPECT_TRUE(hasId("# check=skip=all\nFROM debian AS A\n", "DL3006"));
    EXPECT_TRUE(hasId("# check=skip=FromAsCasing\nFROM scratch AS A\n", "StageNameCasing"));
    EXPECT_FALSE(hasId("FROM a:1\n# check=skip=WorkdirRelativePath\nWORKDIR x\n", "WorkdirRelativePath"));
    EXPECT_TRUE(
        hasId("FROM a:1\n# check=skip=WorkdirRelativePath\nRUN x\nWORKDIR x\n", "WorkdirRelativePath"));
    EXPECT_FALSE(hasId("FROM a:1\n# hadolint ignore=DL3003,DL3004 # because\nRUN cd x\n", "DL3003"));
    EXPECT_TRUE(hasId("FROM a:1\n# hadolint ignore=DL3004\nRUN cd x\n", "DL3003"));
    EXPECT_TRUE(hasId("FROM a:1\n# hadolint ignore=DL3003\nRUN x\nRUN cd x\n", "DL3003"));
    EXPECT_FALSE(hasId("FROM a:1\nRUN cd x\n# hadolint global ignore = DL3003\n", "DL3003"));
    EXPECT_FALSE(hasId("# hadolint stage ignore=DL3003\nFROM a:1\nRUN cd x\n", "DL3003"));
    EXPECT_TRUE(hasId("# hadolint stage ignore=DL3003\nFROM a:1\nFROM a:1\nRUN cd x\n", "DL3003"));
    EXPECT_FALSE(hasId("# x\nFROM a:1 AS b\n", "InvalidDefinitionDescription"));
    EXPECT_TRUE(hasId("# check=experimental=all\n# x\nFROM a:1 AS b\n", "InvalidDefinitionDescription"));
    EXPECT_FALSE(hasId("FROM debian\n", "DL3006", {.hadolint = false}));
}

TEST(Linter, RaisesSeverityWhereChecksAreErrors)
{
    const auto findings = lint("# check=error=true\nFROM debian AS A\n");
    ASSERT_NE(find(findings, "StageNameCasing"), nullptr);
    EXPECT_EQ(find(findings, "StageNameCasing")->severity, Severity::Error);
    EXPECT_EQ(find(findings, "DL3006")->severity, Severity::Warning);
}

TEST(Linter, SaysWhichRulesSayTheSame)
{
    const auto findings = lint("FROM a:1\nCMD run\n");
    ASSERT_NE(find(findings, "DL3025"), nullptr);
    EXPECT_EQ(find(findings, "DL3025")->sameAs, "JSONArgsRecommended");
    EXPECT_EQ(find(lint("# check=skip=all\nFROM a:1\nCMD run\n"), "JSONArgsRecommended"), nullptr);
    const auto alone = lint("# check=skip=all\nFROM a:1\nCMD run\n");
    ASSERT_NE(find(alone, "DL3025"), nullptr);
    EXPECT_EQ(find(alone, "DL3025")->sameAs, "");
}

TEST(Linter, PointsAtTheWord)
{
    const auto findings = lint(
        "FROM a:1\nRUN set -e; \\\n    apt-get update \\\n # why\n  && apt-get install -y \\\n      curl\n");
    const auto *finding = find(findings, "DL3008");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->range, (Range{{6, 7}, {6, 11}}));
    const auto *lists = find(findings, "DL3009");
    ASSERT_NE(lists, nullptr);
    ASSERT_EQ(lists->fixes.size(), 1U);
    EXPECT_TRUE(applied("FROM a:1\nRUN set -e; \\\n    apt-get update \\\n # why\n  && apt-get install -y "
                        "\\\n      curl\n",
                        lists->fixes[0])
                    .ends_with("      curl \\\n      && rm -rf /var/lib/apt/lists/*\n"));
}

TEST(Linter, LooksIntoHereDocumentsAndArrays)
{
    EXPECT_TRUE(hasId("FROM a:1\nRUN <<EOF\napt-get update\ncd /x\nEOF\n", "DL3003"));
    EXPECT_FALSE(hasId("FROM a:1\nRUN <<EOF\n#!/usr/bin/python\ncd = 1\nEOF\n", "DL3003"));
    EXPECT_FALSE(hasId("FROM a:1\nRUN cat <<EOF > /x\ncd /x\nEOF\n", "DL3003"));
    EXPECT_TRUE(hasId("FROM a:1\nRUN [\"apt-get\", \"install\", \"x=1\"]\n", "DL3014"));
    EXPECT_TRUE(hasId("FROM a:1\nRUN [\"sh\", \"-c\", \"cd /x && y\"]\n", "DL3003"));
    EXPECT_FALSE(hasId("FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nRUN cd C:/x\n", "DL3003"));
    EXPECT_FALSE(hasId("# escape=`\nFROM a:1\nRUN cd C:\\x\n", "DL3003"));
    EXPECT_TRUE(hasId("FROM a:1\nONBUILD RUN sudo x\n", "DL3004"));
}

TEST(Linter, SeesCommandsInEveryCorner)
{
    for (const std::string_view run : {"x=$(sudo a)",
                                       "if true; then sudo a; fi",
                                       "for i in 1 2; do sudo a; done",
                                       "A=b sudo a",
                                       "a && (sudo b)",
                                       "a | sudo b",
                                       "`sudo a`",
                                       "\"$(sudo a)\"",
                                       "case $x in a) sudo b;; esac",
                                       "! sudo a",
                                       "{ sudo a; }",
                                       "command sudo a",
                                       "f() { sudo a; }",
                                       "[[ a == b ]] && sudo c",
                                       "a > /dev/null; sudo b",
                                       "a 2>&1 && sudo b",
                                       "(( 1 + 2 )); sudo a",
                                       "/usr/bin/sudo a",
                                       "a & sudo b",
                                       "while read x; do sudo a; done < <(b)",
                                       "sudo -u x a"})
        EXPECT_TRUE(hasId("FROM a:1\nRUN " + std::string(run) + "\n", "DL3004")) << run;
    for (const std::string_view run :
         {"echo sudo", "echo 'a; sudo b'", "a # sudo b", "echo \"sudo\"", "for sudo in a; do b; done",
          "case sudo in sudo) a;; esac", "[[ sudo == a ]]", "a > sudo", "sudo=1 a", "a \\; sudo"})
        EXPECT_FALSE(hasId("FROM a:1\nRUN " + std::string(run) + "\n", "DL3004")) << run;
}

TEST(Linter, GoesOnBehindErrors)
{
    const auto findings = lint("FROM debian\nFOO bar\nRUN cd /x\n");
    EXPECT_NE(find(findings, "SyntaxError"), nullptr);
    for (const char *check : {"skip", "skip=A;nothing=1", "error=maybe", "=", "skip=A;error"}) {
        const auto told = lint(std::format("# check={}\nFROM a:1\n", check));
        const auto *wrong = find(told, "SyntaxError");
        ASSERT_NE(wrong, nullptr) << check;
        EXPECT_TRUE(wrong->message.starts_with("invalid check option \"")) << wrong->message;
        EXPECT_EQ(wrong->range.start, (Position{1, 9}));
    }
    for (const char *check : {"skip=A, B ;error=false", "error=1;skip=all;experimental=all", "skip=A;", " "})
        EXPECT_FALSE(hasId(std::format("# check={}\nFROM a:1\n", check), "SyntaxError")) << check;
    EXPECT_NE(find(findings, "DL3006"), nullptr);
    EXPECT_NE(find(findings, "DL3003"), nullptr);
    EXPECT_TRUE(hasId("", "SyntaxError"));
    EXPECT_TRUE(hasId("FROM\nRUN x\n", "SyntaxError", ruleCaseOptions()));
}

TEST(Linter, UsesFactsOnly)
{
    EXPECT_EQ(messageOf("FROM known\nCOPY $x /y\n", "UndefinedVar"), "");
    EXPECT_EQ(messageOf("FROM known\nCOPY $x /y\n", "UndefinedVar", ruleCaseOptions()),
              "Usage of undefined variable '$x'");
    const auto patterns = *IgnorePatterns::parse("a\n!a/b\n");
    EXPECT_FALSE(hasId("FROM scratch\nCOPY a /x\n", "CopyIgnoredFile", {.ignore = &patterns}));
    const auto all = *IgnorePatterns::parse("*\n");
    EXPECT_TRUE(hasId("FROM scratch\nCOPY . /x\n", "CopyIgnoredFile", {.ignore = &all}));
}

TEST(Linter, RenamesAStageEverywhere)
{
    const std::string_view text =
        "FROM a:1 AS Build\nFROM Build\nCOPY --from=build /x /y\nCOPY --from=Build /x /y\n";
    const auto findings = lint(text);
    const auto *finding = find(findings, "StageNameCasing");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(applied(text, finding->fixes.at(0)),
              "FROM a:1 AS build\nFROM build\nCOPY --from=build /x /y\nCOPY --from=build /x /y\n");
}

// The editor lints on every key: what grows with the square of the file would be felt.
TEST(Linter, TakesTimeInProportion)
{
    const auto build = [](int times) {
        std::string text = "FROM debian:12 AS base\n";
        for (int i = 0; i < times; ++i) {
            const auto n = std::to_string(i);
            text += "ENV NAME_" + n + "=$NAME_" + n + "X\nRUN apt-get update && apt-get install curl" + n +
                    "\nCOPY --from=base /a /b\nEXPOSE 80/TCP\nFROM base AS Stage" + n + "\n";
        }
        return text;
    };
    const auto seconds = [](const std::string &text) {
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(lint(text).empty());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const auto small = build(1000), large = build(8000);
    seconds(small);
    const double one = std::min(seconds(small), seconds(small)), eight = seconds(large);
    EXPECT_LT(eight, std::max(0.05, one) * 30) << one << " s for 5,000 lines, " << eight << " s for 40,000";
}

} // namespace
