// Instructions in their stages, and the ARGs above them.
#include "engine/dockerfile/parser/parser.h"
#include "engine/dockerfile/structure/arguments.h"
#include "engine/dockerfile/structure/uses.h"

#include <gtest/gtest.h>

using namespace quayside::dockerfile;

TEST(Structure, findsStages)
{
    const auto tree =
        parse("ARG V\nFROM a AS One\nRUN b\nFROM one\nFROM c AS one\nFROM ONE as two\nONBUILD RUN d\n");
    ASSERT_TRUE(tree);
    const Structure structure(*tree);
    ASSERT_EQ(structure.stages.size(), 4U);
    EXPECT_EQ(structure.stages[0].name, "one");
    EXPECT_EQ(structure.stages[0].begin, 1U);
    EXPECT_EQ(structure.stages[0].end, 3U);
    EXPECT_EQ(structure.stages[1].parent, 0); // the last of that name above it
    EXPECT_EQ(structure.stages[2].parent, -1);
    EXPECT_EQ(structure.stages[3].parent, 2);
    EXPECT_TRUE(structure.stages[0].kept && structure.stages[2].kept && structure.stages[3].kept);
    EXPECT_FALSE(structure.stages[1].kept);
    EXPECT_EQ(structure.steps[0].stage, -1);
    EXPECT_TRUE(structure.steps.back().onbuild && structure.steps.back().is("run"));
    EXPECT_TRUE(structure.steps.back().outer->keyword == "onbuild");
}

TEST(Structure, findsStagesByNameAndNumber)
{
    const auto tree = parse("FROM a AS x\nFROM b\nFROM c AS X\n");
    ASSERT_TRUE(tree);
    const Structure structure(*tree);
    const auto indexOf = [&](std::string_view name, int before) {
        const auto *stage = structure.stageCalled(name, before);
        return stage == nullptr ? -1 : structure.indexOf(*stage);
    };
    EXPECT_EQ(indexOf("x", 2), 0);
    EXPECT_EQ(indexOf("X", 3), 2);
    EXPECT_EQ(indexOf("x", 0), -1);
    EXPECT_EQ(indexOf("1", 2), 1);
    EXPECT_EQ(indexOf("1", 1), -1); // not itself
    EXPECT_EQ(indexOf("7", 9), -1);
    EXPECT_EQ(indexOf("1x", 3), -1);
    EXPECT_EQ(indexOf("-1", 3), -1);
    EXPECT_EQ(indexOf("", 3), -1);
    EXPECT_EQ(structure.stageNamed("1", 2), nullptr);
}

TEST(Structure, knowsFlagsByTheirWholeNames)
{
    const auto tree = parse("FROM a\nCOPY --from=b --link --fromage=c x y\n");
    ASSERT_TRUE(tree);
    const Structure structure(*tree);
    const auto &copy = structure.steps[1];
    EXPECT_EQ(copy.flagText("from"), "b");
    EXPECT_NE(copy.flag("link"), nullptr);
    EXPECT_EQ(copy.flagText("link"), "");
    EXPECT_EQ(copy.flag("lin"), nullptr);
    EXPECT_EQ(copy.word(1), "y");
    EXPECT_EQ(copy.word(2), "");
}

TEST(Arguments, areThoseAboveTheFirstStage)
{
    const auto tree = parse("ARG A=1\nARG B=$A.2 C\nARG TARGETARCH=x\nFROM a\nARG D=4\n");
    ASSERT_TRUE(tree);
    const Structure structure(*tree);
    const auto plain = globalArguments(structure, "linux/arm/v7");
    EXPECT_EQ(plain.values.at("B"), "1.2");
    EXPECT_FALSE(plain.values.contains("C"));
    EXPECT_TRUE(plain.names.contains("C"));
    EXPECT_FALSE(plain.names.contains("D"));
    EXPECT_EQ(plain.values.at("TARGETVARIANT"), "v7");
    EXPECT_EQ(plain.values.at("TARGETARCH"), "x");
    const auto given = globalArguments(structure, {}, {{"A", "7"}, {"C", "8"}, {"D", "9"}});
    EXPECT_EQ(given.values.at("B"), "7.2");
    EXPECT_EQ(given.values.at("C"), "8");
    EXPECT_FALSE(given.values.contains("D"));
    EXPECT_EQ(given.values.at("BUILDPLATFORM"), "linux/amd64");
}

TEST(Structure, knowsWhatStagesAreMadeOf)
{
    const auto tree =
        parse("ARG B=x\nFROM a AS x\nFROM $B-$TARGETARCH$NONE AS y\nCOPY --from=X a b\n"
              "ONBUILD COPY --from=x a b\nRUN --mount=type=cache,target=/c --mount=from=0,target=/m c\n"
              "FROM ${B} AS x\nCOPY --from=$B a b\nCOPY --from=x a b\nCOPY --from=3 a b\nFROM 0\n");
    ASSERT_TRUE(tree);
    const Structure structure(*tree);
    std::vector<std::string> found;
    for (const auto &use : usesOf(structure, globalArguments(structure, {}).values))
        found.push_back(std::to_string(use.stage) + "FCM"[static_cast<int>(use.kind)] + use.name + "=" +
                        std::to_string(use.found) + "@" + std::to_string(use.step->outer->range.start.line));
    EXPECT_EQ(found, (std::vector<std::string>{"0Fa=-1@2", "1Fx-amd64$NONE=-1@3", "1CX=0@4", "1M0=0@6",
                                               "2Fx=0@7", "2C$B=-1@8", "2Cx=0@9", "2C3=-1@10", "3F0=-1@11"}));
}

TEST(Structure, knowsWhatATargetNeeds)
{
    const auto tree =
        parse("FROM a AS x\nFROM x AS y\nFROM a AS z\nCOPY --from=y a b\nFROM a\nCOPY --from=1 a b\n");
    ASSERT_TRUE(tree);
    const Structure structure(*tree);
    const auto uses = usesOf(structure, {});
    using Needed = std::vector<bool>;
    EXPECT_EQ(neededStages(structure, uses), (Needed{true, true, false, true}));
    EXPECT_EQ(neededStages(structure, uses, "Z"), (Needed{true, true, true, false}));
    EXPECT_EQ(neededStages(structure, uses, "0"), (Needed{true, false, false, false}));
    EXPECT_EQ(neededStages(structure, uses, "nowhere"), (Needed{true, true, false, true}));
    const auto nothing = parse("ARG A\n");
    EXPECT_TRUE(neededStages(Structure(*nothing), {}).empty());
}
