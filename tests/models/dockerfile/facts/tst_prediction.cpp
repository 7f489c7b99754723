// Which instructions are found again after an edit, what the next build runs, and which bytes are wasted:
// without an engine. That the engine then does so: tests/gui/tst_studiobuild.cpp.
#include "models/dockerfile/facts/comparison.h"
#include "models/dockerfile/facts/linemap.h"
#include "models/dockerfile/facts/prediction.h"
#include "models/dockerfile/facts/waste.h"

#include "engine/dockerfile/parser/parser.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::models;
using Outcome = Prediction::Outcome;
using Reason = Prediction::Reason;

namespace
{

dockerfile::Tree treeOf(const std::string &text)
{
    const auto parsed = dockerfile::parseAll(text);
    EXPECT_TRUE(parsed.errors.empty()) << text;
    return parsed.tree;
}

std::vector<int> matches(const std::string &before, const std::string &now)
{
    return matchInstructions(treeOf(before), treeOf(now));
}

std::vector<Prediction> predicted(const std::string &before, const std::string &now,
                                  const BuildInputs &inputsNow = {}, const std::set<std::string> &files = {},
                                  const std::optional<std::set<int>> &done = std::nullopt,
                                  const BuildInputs &inputs = {})
{
    return predict(treeOf(before), inputs, done, treeOf(now), inputsNow, files);
}

BuildInputs withBase(const std::string &name, const std::string &id, std::vector<std::string> triggers = {})
{
    return {.arguments = {}, .target = {}, .platform = {}, .bases = {{name, {id, std::move(triggers)}}}};
}

// A letter for each instruction: cached, may run, runs, unknown.
std::string letters(const std::vector<Prediction> &predictions)
{
    std::string text;
    for (const Prediction &each : predictions)
        text += each.outcome == Outcome::Cached   ? 'c'
                : each.outcome == Outcome::MayRun ? 'm'
                : each.outcome == Outcome::Runs   ? 'R'
                                                  : '?';
    return text;
}

const std::string app = "FROM busybox\nCOPY a /a\nRUN one\nRUN two\nCMD [\"x\"]\n";
const std::string stages = "FROM busybox AS build\nRUN make > /out\nFROM busybox AS docs\nRUN docs\n"
                           "FROM busybox\nCOPY --from=build /out /out\nRUN use\n";

} // namespace

TEST(LineMap, findsWhatHasMoved)
{
    EXPECT_EQ(matches("FROM a\nRUN b\nRUN c\n", "FROM a\n\n# why\nRUN b\nRUN new\nRUN c\n"),
              (std::vector<int>{0, 1, -1, 2}));
    EXPECT_EQ(matches("FROM a\nRUN b\nRUN c\n", "FROM a\nRUN c\n"), (std::vector<int>{0, 2}));
    EXPECT_EQ(matches("FROM a\nRUN x\nRUN x\nRUN y\n", "FROM a\nRUN x\nRUN y\n"),
              (std::vector<int>{0, 1, 3}));
    EXPECT_EQ(matches("FROM b\n", "FROM a\n"), std::vector<int>{-1});
}

TEST(LineMap, looksThroughTheFormOfALine)
{
    EXPECT_EQ(matches("FROM a\nRUN b && c\n", "from a\nrun b && \\\n c\n"), (std::vector<int>{0, -1}));
    EXPECT_EQ(matches("FROM a\nRUN b &&  c\n", "from a\nrun b && \\\n c\n"), (std::vector<int>{0, 1}));
    EXPECT_EQ(matches("FROM a\nRUN <<E\none\nE\n", "FROM a\nRUN <<E\ntwo\nE\n"), (std::vector<int>{0, -1}));
}

TEST(LineMap, copesWithVeryManyLines)
{
    std::string before = "FROM a\n", now = "FROM a\nRUN first\n";
    for (int i = 0; i < 3000; ++i) {
        before += "RUN " + std::to_string(i) + "\n";
        now += "RUN " + std::to_string(i) + "\n";
    }
    before += "RUN end\n"; // no end in common
    const auto found = matches(before, now);
    EXPECT_EQ(found[2], 1);
    EXPECT_EQ(found.back(), 3000);
    EXPECT_EQ(found[1], -1);
}

TEST(Prediction, nothingRunsWhereNothingHasChanged)
{
    EXPECT_EQ(letters(predicted(app, app)), "ccccc");
    EXPECT_EQ(letters(predicted(app, "# a comment\n\n" + app)), "ccccc");
}

TEST(Prediction, anEditRunsAllBelowIt)
{
    const auto found = predicted(app, "FROM busybox\nCOPY a /a\nRUN one more\nRUN two\nCMD [\"x\"]\n");
    EXPECT_EQ(letters(found), "ccRRR");
    EXPECT_EQ(found[2].reason, Reason::Edited);
    EXPECT_EQ(found[3].reason, Reason::Above);
    EXPECT_EQ(found[3].line, 3);
    EXPECT_EQ(found[4].line, 3); // the cause, not its neighbour
}

TEST(Prediction, metadataAreAStepLikeAnyOther)
{
    EXPECT_EQ(letters(predicted(app, "FROM busybox\nLABEL a=b\nCOPY a /a\nRUN one\nRUN two\nCMD [\"x\"]\n")),
              "cRRRRR");
    EXPECT_EQ(letters(predicted(app, app + "LABEL a=b\n")), "cccccR");
}

TEST(Prediction, anotherBaseRunsAll)
{
    EXPECT_EQ(letters(predicted(app, "FROM alpine\nCOPY a /a\nRUN one\nRUN two\nCMD [\"x\"]\n")), "RRRRR");
    EXPECT_EQ(letters(predicted(app, "FROM busybox AS named\nCOPY a /a\nRUN one\nRUN two\nCMD [\"x\"]\n")),
              "ccccc");
}

TEST(Prediction, whatGoesToTheEndCostsTheEnd)
{
    const auto found = predicted("FROM a\nRUN one\nRUN two\n", "FROM a\nRUN two\nRUN one\n");
    EXPECT_EQ(letters(found), "cRR");
    EXPECT_EQ(letters(predicted("FROM a\nRUN one\nRUN two\n", "FROM a\nRUN one\n")), "cc");
    EXPECT_EQ(predicted("FROM a\nRUN one\nRUN two\n", "FROM a\nRUN two\n")[1].reason, Reason::Moved);
}

TEST(Prediction, otherStagesStay)
{
    const std::string changed = "FROM busybox AS build\nRUN make > /out\nFROM busybox AS docs\nRUN docs\n"
                                "FROM busybox\nCOPY --from=build /out /other\nRUN use\n";
    EXPECT_EQ(letters(predicted(stages, changed)), "cc??cRR"); // docs is of no use to the target
    BuildInputs docs{.target = "docs"};
    EXPECT_EQ(letters(predicted(stages, stages, docs, {}, std::nullopt, docs)), "??cc???");
}

TEST(Prediction, whatIsTakenFromAnotherStageMayBeTheSame)
{
    const std::string changed = "FROM busybox AS build\nRUN make all > /out\nFROM busybox AS docs\nRUN docs\n"
                                "FROM busybox\nCOPY --from=build /out /out\nRUN use\n";
    const auto found = predicted(stages, changed);
    EXPECT_EQ(letters(found), "cR??cmm");
    EXPECT_EQ(found[5].reason, Reason::Stage);
    EXPECT_EQ(found[6].reason, Reason::Above);
    const std::string mounted =
        "FROM busybox AS build\nRUN make\nFROM busybox\nRUN --mount=from=build,target=/b use\n";
    EXPECT_EQ(letters(predicted(mounted, "FROM busybox AS build\nRUN make it\nFROM busybox\n"
                                         "RUN --mount=from=build,target=/b use\n")),
              "cRcm");
    EXPECT_EQ(
        letters(predicted("FROM a AS b\nRUN x\nFROM b\nRUN y\n", "FROM a AS b\nRUN z\nFROM b\nRUN y\n")),
        "cRRR");
}

TEST(Prediction, filesOfTheContextMayHaveChanged)
{
    const auto found = predicted(app, app, {}, {"a"});
    EXPECT_EQ(letters(found), "cmmmm");
    EXPECT_EQ(found[1].reason, Reason::File);
    EXPECT_EQ(found[1].name, "a");
    EXPECT_EQ(letters(predicted(app, app, {}, {"b", "sub/a"})), "ccccc");
    EXPECT_EQ(letters(predicted("FROM a\nCOPY src/*.c /s/\n", "FROM a\nCOPY src/*.c /s/\n", {}, {"src/x.c"})),
              "cm");
    EXPECT_EQ(letters(predicted("FROM a\nCOPY src/*.c /s/\n", "FROM a\nCOPY src/*.c /s/\n", {}, {"src/x.h"})),
              "cc");
    EXPECT_EQ(letters(predicted("FROM a\nCOPY ./src /s/\n", "FROM a\nCOPY ./src /s/\n", {}, {"src/deep/x"})),
              "cm");
    EXPECT_EQ(letters(predicted("FROM a\nCOPY . /s/\n", "FROM a\nCOPY . /s/\n", {}, {"x"})), "cm");
}

TEST(Prediction, argumentsCountWhereACommandSeesThem)
{
    const std::string text = "FROM a\nRUN before\nARG WHO=one\nLABEL x=y\nRUN after\n";
    const auto found = predicted(text, text, {.arguments = {{"WHO", "two"}}});
    EXPECT_EQ(letters(found), "ccccR");
    EXPECT_EQ(found[4].reason, Reason::Variable);
    EXPECT_EQ(found[4].name, "WHO");
    EXPECT_EQ(letters(predicted(text, text, {.arguments = {{"WHO", "one"}}})), "ccccc");
    EXPECT_EQ(letters(predicted("FROM a\nARG WHO=1\nENV X=$WHO\nRUN x\n",
                                "FROM a\nARG WHO=1\nENV X=$WHO\nRUN x\n", {.arguments = {{"WHO", "2"}}})),
              "ccRR");
    // The environment goes before it.
    const std::string hidden = "FROM a\nENV WHO=x\nARG WHO=1\nRUN x\n";
    EXPECT_EQ(letters(predicted(hidden, hidden, {.arguments = {{"WHO", "2"}}})), "cccc");
}

TEST(Prediction, argumentsBeforeTheFirstStageChooseTheBase)
{
    const std::string text = "ARG V=1\nFROM busybox:$V\nRUN x\n";
    const auto found = predicted(text, text, {.arguments = {{"V", "2"}}});
    EXPECT_EQ(letters(found).substr(1), "RR");
    EXPECT_EQ(found[1].reason, Reason::Variable);
    EXPECT_EQ(found[1].name, "V");
}

TEST(Prediction, onlyWhatWasDoneIsThere)
{
    // The third line failed.
    EXPECT_EQ(letters(predicted(app, app, {}, {}, std::set<int>{1, 2})), "ccRRR");
}

TEST(Prediction, aBrokenTextTellsNothing)
{
    const auto parsed = dockerfile::parseAll("FROM a\nCOPY\nRUN x\n");
    const auto found = predict(treeOf(app), {}, std::nullopt, parsed.tree, {}, {});
    EXPECT_EQ(found.size(), parsed.tree.nodes.size());
    EXPECT_EQ(predict(treeOf(app), {}, std::nullopt, dockerfile::parseAll("").tree, {}, {}).size(), 0U);
}

TEST(Prediction, knowsBasesThatMoved)
{
    const auto moved =
        predicted(stages, stages, withBase("busybox", "2"), {}, std::nullopt, withBase("busybox", "1"));
    EXPECT_EQ(letters(moved), "RR??RRR");
    EXPECT_EQ(moved[0].reason, Reason::Base);
    EXPECT_EQ(moved[0].name, "busybox");
    EXPECT_EQ(moved[1].reason, Reason::Above);
    EXPECT_EQ(moved[1].line, 1);
    // What nobody knows counts as unchanged.
    EXPECT_EQ(letters(predicted(app, app, withBase("busybox", "2"))), "ccccc");
    EXPECT_EQ(letters(predicted(app, app, {}, {}, std::nullopt, withBase("busybox", "2"))), "ccccc");
    EXPECT_EQ(
        letters(predicted(app, app, withBase("other", "2"), {}, std::nullopt, withBase("busybox", "1"))),
        "ccccc");
    // What is known of a name is not of another platform's image.
    const std::string foreign = "FROM --platform=linux/arm64 busybox\nRUN a\n";
    EXPECT_EQ(letters(predicted(foreign, foreign, withBase("busybox", "2"), {}, std::nullopt,
                                withBase("busybox", "1"))),
              "cc");
}

TEST(Prediction, knowsTriggersOfBases)
{
    const auto base = withBase("busybox", "1", {"ARG WHO", "COPY src /src", "RUN make $WHO"});
    const auto before = withBase("busybox", "1");
    const auto files = predicted(app, app, base, {"src/main.c"}, std::nullopt, before);
    EXPECT_EQ(letters(files), "mmmmm");
    EXPECT_EQ(files[0].reason, Reason::File);
    EXPECT_EQ(files[0].name, "src/main.c");
    EXPECT_EQ(letters(predicted(app, app, base, {"other"}, std::nullopt, before)), "ccccc");
    auto given = base;
    given.arguments["WHO"] = "me";
    const auto argument = predicted(app, app, given, {}, std::nullopt, before);
    EXPECT_EQ(letters(argument), "RRRRR");
    EXPECT_EQ(argument[0].reason, Reason::Variable);
    EXPECT_EQ(argument[0].name, "WHO");
}

TEST(Prediction, knowsTriggersOfStages)
{
    const std::string text = "FROM busybox AS base\nONBUILD COPY src /src\nRUN one\nFROM base\nRUN two\n";
    const auto found = predicted(text, text, {}, {"src"});
    EXPECT_EQ(letters(found), "cccmm");
    EXPECT_EQ(found[3].reason, Reason::File);
    std::string edited = text;
    edited.replace(edited.find("/src"), 4, "/srv");
    EXPECT_EQ(letters(predicted(text, edited)), "cRRRR");
}

TEST(Prediction, knowsPlatforms)
{
    EXPECT_EQ(letters(predicted(app, app, {.arguments = {}, .target = {}, .platform = "linux/arm64"})),
              "RRRRR");
}

TEST(Prediction, namesTheImagesThatItWants)
{
    const std::string text = "ARG V=1\nFROM a:$V AS x\nFROM scratch AS y\nFROM x\nFROM lost\nFROM x AS z\n";
    BuildInputs inputs;
    inputs.target = "z";
    EXPECT_EQ(baseImages(treeOf(text), inputs), (std::map<int, std::string>{{2, "a:1"}}));
    inputs.arguments["V"] = "2";
    EXPECT_EQ(baseImages(treeOf(text), inputs), (std::map<int, std::string>{{2, "a:2"}}));
}

TEST(Waste, isNamedByTheLayersThatMakeIt)
{
    api::ImageContents contents;
    contents.layers = {{.index = 0, .id = "base"}, {.index = 1, .id = "apt"}, {.index = 2, .id = "rm"}};
    contents.waste = {{.path = "/var/a", .count = 2, .bytes = 100, .layers = {1, 2}},
                      {.path = "/etc/x", .count = 2, .bytes = 500, .layers = {0, 2}},
                      {.path = "/var/b", .count = 2, .bytes = 50, .layers = {1, 2}},
                      {.path = "/var/c", .count = 2, .bytes = 40, .layers = {1, 2}},
                      {.path = "/var/d", .count = 2, .bytes = 30, .layers = {1, 2}},
                      {.path = "/once", .count = 1, .bytes = 30, .layers = {1}}};
    const QList<Waste> found = wasteOf(contents);
    ASSERT_EQ(found.size(), 2);
    EXPECT_EQ(found[0].fromLayer, "base");
    EXPECT_EQ(found[0].bytes, 500);
    EXPECT_EQ(found[1].fromLayer, "apt");
    EXPECT_EQ(found[1].byLayer, "rm");
    EXPECT_EQ(found[1].bytes, 220);
    EXPECT_EQ(found[1].count, 4);
    EXPECT_EQ(found[1].paths, QStringList({"/var/a", "/var/b", "/var/c"}));
}

TEST(Comparison, putsStepsBesideEachOther)
{
    const auto record = [](const std::string &text, int steps, const std::string &state) {
        api::BuildRecord build{.text = text};
        for (int i = 1; i <= steps; ++i)
            build.steps.push_back({.number = i, .firstLine = i, .lastLine = i, .state = state});
        return build;
    };
    const auto found = compareBuilds(record("FROM a\nRUN gone\nRUN both\n", 3, "done"),
                                     record("FROM a\nRUN both\nRUN new\n", 3, "cached"));
    ASSERT_EQ(found.size(), 4);
    EXPECT_TRUE(found[0].before && found[0].now);
    EXPECT_TRUE(found[1].before && !found[1].now);
    EXPECT_EQ(found[1].before->number, 2);
    EXPECT_EQ(found[2].before->number, 3);
    EXPECT_EQ(found[2].now->number, 2);
    EXPECT_EQ(found[2].now->state, BuildStep::State::Cached);
    EXPECT_TRUE(!found[3].before && found[3].now);
    // Nothing is told twice, and nothing is left out.
    const auto none = compareBuilds(record("FROM a\nRUN x\n", 2, "done"), {});
    ASSERT_EQ(none.size(), 2);
    EXPECT_FALSE(none[0].now);
}
