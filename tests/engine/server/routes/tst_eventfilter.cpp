#include "engine/server/routes/eventfilter.h"

#include <gtest/gtest.h>

namespace quayside::server
{

api::Event containerEvent()
{
    return {.type = "container",
            .action = "exec_create: sh -c ls",
            .actor = {.id = "abcdef012345",
                      .attributes = {{"name", "web"}, {"image", "busybox:latest"}, {"tier", "front"}}}};
}

bool passes(const std::string &filters, const api::Event &event)
{
    const auto decoded = api::decode<api::Filters>(filters);
    EXPECT_TRUE(decoded) << filters;
    const auto filter = eventFilter(*decoded);
    EXPECT_TRUE(filter) << filters;
    return (*filter)(event);
}

TEST(EventFilter, LetsEverythingThroughWithoutFilters)
{
    EXPECT_TRUE(passes("{}", containerEvent()));
}

TEST(EventFilter, TypeScopeAndAction)
{
    EXPECT_TRUE(passes(R"({"type":["image","container"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"type":["image"]})", containerEvent()));
    EXPECT_TRUE(passes(R"({"scope":["local"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"scope":["swarm"]})", containerEvent()));
    EXPECT_TRUE(passes(R"({"event":["exec_create"]})", containerEvent()));
    EXPECT_TRUE(passes(R"({"event":["exec_create: sh -c ls"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"event":["exec"]})", containerEvent()));
}

TEST(EventFilter, ContainersByIdPrefixAndName)
{
    EXPECT_TRUE(passes(R"({"container":["abcdef"]})", containerEvent()));
    EXPECT_TRUE(passes(R"({"container":["web"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"container":["we"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"container":[""]})", containerEvent()));
    api::Event connect{.type = "network",
                       .action = "connect",
                       .actor = {.id = "n1", .attributes = {{"container", "abcdef012345"}}}};
    EXPECT_TRUE(passes(R"({"container":["abcdef"]})", connect));
    EXPECT_TRUE(passes(R"({"network":["n1"]})", connect));
    EXPECT_FALSE(passes(R"({"network":["n2"]})", connect));
}

TEST(EventFilter, ImagesWithAndWithoutTag)
{
    EXPECT_TRUE(passes(R"({"image":["busybox"]})", containerEvent()));
    EXPECT_TRUE(passes(R"({"image":["busybox:latest"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"image":["busybox:1"]})", containerEvent()));
    const api::Event pulled{
        .type = "image", .action = "pull", .actor = {.id = "r:5000/a", .attributes = {{"name", "r:5000/a"}}}};
    EXPECT_TRUE(passes(R"({"image":["r:5000/a"]})", pulled));
    EXPECT_FALSE(passes(R"({"image":["r"]})", pulled)); // the colon belongs to the port
}

TEST(EventFilter, LabelsMustAllMatch)
{
    EXPECT_TRUE(passes(R"({"label":["tier"]})", containerEvent()));
    EXPECT_TRUE(passes(R"({"label":["tier=front"]})", containerEvent()));
    EXPECT_FALSE(passes(R"({"label":["tier=front","other"]})", containerEvent()));
}

TEST(EventFilter, KnowsWhatItCannotMatchAndRefusesTheRest)
{
    EXPECT_FALSE(passes(R"({"plugin":["x"]})", containerEvent()));
    api::Filters unknown;
    unknown.values["nonsense"] = {"x"};
    const auto refused = eventFilter(unknown);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::InvalidArgument);
}

} // namespace quayside::server
