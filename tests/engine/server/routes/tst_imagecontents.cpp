// What is inside images: what the handlers make of a request, and what they ask of their backends.
#include "engine/api/json.h"
#include "engine/server/routes/resources.h"
#include "tests/fakes/fakecontainers.h"
#include "tests/fakes/fakeimages.h"

#include <gtest/gtest.h>

namespace quayside::server
{

class ImageContentCalls : public testing::Test
{
protected:
    Result<Response> call(const std::string &what, std::multimap<std::string, std::string> query = {})
    {
        const bool preview = what == "prune";
        const std::string pattern = preview ? "/quayside/images/prune" : "/quayside/images/{name:*}/" + what;
        for (const Route &route : m_routes)
            if (route.pattern == pattern)
                return std::get<CallHandler>(route.handler)(
                    {.method = "GET", .parameters = {{"name", "team/app:1"}}, .query = std::move(query)});
        return fail(ErrorKind::NotFound, "no route {}", pattern);
    }
    std::string asked(const std::string &what, std::multimap<std::string, std::string> query = {})
    {
        m_images.inside.calls.clear();
        const auto answer = call(what, std::move(query));
        return !answer                         ? answer.error().message
               : m_images.inside.calls.empty() ? ""
                                               : m_images.inside.calls.back();
    }

    fakes::FakeContainers m_containers;
    fakes::FakeImages m_images;
    Routes m_routes = imageContentRoutes(m_images, m_containers);
};

TEST_F(ImageContentCalls, AskForPlaces)
{
    EXPECT_EQ(asked("contents"), "overview team/app:1");
    EXPECT_EQ(asked("packages"), "packages team/app:1");
    EXPECT_EQ(asked("tree"), "folder team/app:1 all / \"\"");
    EXPECT_EQ(asked("tree", {{"layer", "all"}, {"path", "/usr"}, {"text", "x"}}),
              "folder team/app:1 all /usr \"x\"");
    EXPECT_EQ(asked("tree", {{"layer", "3"}}), "folder team/app:1 3 / \"\"");
    EXPECT_EQ(asked("tree", {{"path", "/shown"}, {"encoded", "/a%FF"}}), "folder team/app:1 all /a\xff \"\"");
    EXPECT_EQ(asked("find", {{"text", "ab"}}), "find team/app:1 all / \"ab\" 500");
    EXPECT_EQ(asked("find", {{"text", "ab"}, {"limit", "7"}, {"layer", "0"}}),
              "find team/app:1 0 / \"ab\" 7");
    EXPECT_EQ(asked("compare", {{"with", "other"}, {"path", "/etc"}}),
              "compare team/app:1 all /etc with other");
}

TEST_F(ImageContentCalls, RefuseWhatMakesNoSense)
{
    for (const char *layer : {"-1", "x", "1.5", "99999999999999999999"})
        EXPECT_FALSE(call("tree", {{"layer", layer}})) << layer;
    EXPECT_TRUE(asked("tree", {{"layer", "-1"}}).contains("invalid layer \"-1\""));
    EXPECT_FALSE(call("tree", {{"encoded", "%"}}));
    for (const char *limit : {"0", "-3", "10001", "many"})
        EXPECT_FALSE(call("find", {{"text", "a"}, {"limit", limit}})) << limit;
    EXPECT_TRUE(asked("compare").contains("name another image"));
    EXPECT_FALSE(call("prune", {{"filters", R"({"colour":["red"]})"}}));
}

TEST_F(ImageContentCalls, TellWhoUsesAnImage)
{
    m_containers.users = {{"c1", true, 0}};
    m_containers.listed = {{.id = "c1", .names = {"/web"}, .imageID = "sha256:1", .state = "running"},
                           {.id = "c2", .names = {"/other"}, .imageID = "sha256:2", .state = "exited"}};
    const auto answer = call("disk");
    ASSERT_TRUE(answer) << answer.error().message;
    const auto disk = api::parseJson(answer->body);
    EXPECT_EQ(disk->at("Frees"), 4);
    EXPECT_EQ(disk->at("UsedBy").dump(), R"([{"Id":"c1","Name":"web","State":"running"}])");
    EXPECT_FALSE(m_images.seenUsers.empty()) << "containers count";
    m_images.seenUsers.clear();
    EXPECT_EQ(call("prune", {{"filters", R"({"dangling":["false"],"until":["24h"]})"}})->body,
              R"({"Images":[],"Parts":[],"SpaceReclaimed":5})");
    EXPECT_EQ(m_images.calls.back(), "preview prune filters=2");
    EXPECT_FALSE(m_images.seenUsers.empty());
    m_images.refusal = Error{ErrorKind::NotFound, 0, "No such image: x"};
    EXPECT_EQ(call("disk").error().kind, ErrorKind::NotFound);
}

} // namespace quayside::server
