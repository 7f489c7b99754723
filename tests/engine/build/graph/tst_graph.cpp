#include "engine/build/graph/graph.h"

#include "engine/dockerfile/parser/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace quayside;
using namespace quayside::build;

namespace
{

dockerfile::Dockerfile parsed(const std::string &text)
{
    const auto tree = dockerfile::parse(text);
    EXPECT_TRUE(tree) << tree.error().message;
    auto file = dockerfile::interpret(*tree);
    EXPECT_TRUE(file) << file.error().message;
    return *file;
}

Result<Graph> graphOf(const std::string &text, GraphRequest request = {})
{
    request.buildPlatform = "linux/amd64";
    return makeGraph(parsed(text), request);
}

std::vector<std::size_t> indices(const Graph &graph)
{
    std::vector<std::size_t> found;
    for (const auto &stage : graph.stages)
        found.push_back(stage.index);
    return found;
}

using Indices = std::vector<std::size_t>;

constexpr const char *stages = "FROM a AS base\n"
                               "FROM a AS unneeded\n"
                               "RUN x\n"
                               "FROM base AS tools\n"
                               "FROM scratch\n"
                               "COPY --from=tools /x /x\n"
                               "COPY --from=some/image:1 /y /y\n";

TEST(Graph, StagesThatNobodyNeedsAreLeftOut)
{
    const auto graph = graphOf(stages);
    ASSERT_TRUE(graph) << graph.error().message;
    EXPECT_EQ(indices(*graph), (Indices{0, 2, 3}));
    EXPECT_EQ(graph->target, 3U);
    EXPECT_EQ(graph->stages[1].baseStage, 0U);
    EXPECT_TRUE(graph->stages[2].scratch);
    EXPECT_EQ(graph->stages[2].images, std::set<std::string>{"some/image:1"});
}

TEST(Graph, TheTargetEndsIt)
{
    EXPECT_EQ(indices(*graphOf(stages, {.target = "Unneeded"})), (Indices{1}));
    EXPECT_EQ(indices(*graphOf(stages, {.target = "2"})), (Indices{0, 2}));
    EXPECT_EQ(graphOf(stages, {.target = "nowhere"}).error().kind, ErrorKind::InvalidArgument);
}

TEST(Graph, MountsAreNeeds)
{
    const auto graph =
        graphOf("FROM a AS x\nFROM a AS y\nFROM a\nRUN --mount=type=bind,from=x,target=/m true\n");
    ASSERT_TRUE(graph) << graph.error().message;
    EXPECT_EQ(indices(*graph), (Indices{0, 2}));
}

TEST(Graph, ArgumentsBeforeFromNameTheBase)
{
    const std::string text = "ARG VERSION=1\nARG FULL=base:${VERSION}\nFROM ${FULL}\nARG USED\n";
    EXPECT_EQ(graphOf(text)->stages[0].baseImage, "base:1");
    const auto graph =
        graphOf(text, {.arguments = {{"VERSION", "2"}, {"USED", "x"}, {"OTHER", "y"}, {"HTTP_PROXY", "z"}}});
    EXPECT_EQ(graph->stages[0].baseImage, "base:2");
    EXPECT_EQ(graph->unused, std::set<std::string>{"OTHER"});
    EXPECT_EQ(graphOf("ARG NONE\nFROM $NONE\n").error().message, "base name ($NONE) should not be blank");
}

TEST(Graph, PlatformsAreArguments)
{
    const auto graph =
        graphOf("FROM --platform=$BUILDPLATFORM a AS x\nFROM x\n", {.platform = "linux/arm64/v8"});
    ASSERT_TRUE(graph) << graph.error().message;
    EXPECT_EQ(graph->stages[0].platform, "linux/amd64");
    EXPECT_EQ(graph->global.at("TARGETARCH"), "arm64");
    EXPECT_EQ(graph->global.at("TARGETVARIANT"), "v8");
    EXPECT_EQ(graphOf("FROM --platform=$NONE a\n").error().kind, ErrorKind::InvalidArgument);
}

TEST(Graph, AStageIsNoSourceOfItself)
{
    EXPECT_EQ(graphOf("FROM a AS x\nCOPY --from=x /a /b\n").error().message,
              "invalid from flag value x: refers to current build stage");
    // A name that comes later is an image's.
    const auto graph = graphOf("FROM a\nCOPY --from=later /a /b\nFROM a AS later\n", {.target = "0"});
    ASSERT_TRUE(graph) << graph.error().message;
    EXPECT_EQ(graph->stages[0].images, std::set<std::string>{"later"});
}

} // namespace
