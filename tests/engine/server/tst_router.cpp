#include "engine/server/httpstatus.h"
#include "engine/server/router.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::server;

namespace
{

Routes routes()
{
    const CallHandler handler = [](const Request &) { return Response::noContent(); };
    return {{"GET", "/images/{name:*}/json", handler},   {"GET", "/images/json", handler},
            {"GET", "/images/{name:*}/get", handler},    {"GET", "/images/get", handler},
            {"POST", "/containers/{id}/start", handler}, {"DELETE", "/images/{name:*}", handler},
            {"GET", "/containers/{id}/json", handler},   {"GET", "/containers/json", handler}};
}

// "pattern name=value", or the error.
std::string matched(const Router &router, std::string_view method, const std::vector<std::string> &segments)
{
    const auto match = router.match(method, segments);
    if (!match)
        return match.error().message;
    std::string text = match->route->pattern;
    for (const auto &[name, value] : match->parameters)
        text += ' ' + name + '=' + value;
    return text;
}

} // namespace

TEST(Router, Matches)
{
    Router router;
    router.add(routes());
    EXPECT_EQ(matched(router, "GET", {"images", "json"}), "/images/json");
    EXPECT_EQ(matched(router, "GET", {"images", "a", "json"}), "/images/{name:*}/json name=a");
    EXPECT_EQ(matched(router, "GET", {"images", "quay.io", "a", "b:1", "json"}),
              "/images/{name:*}/json name=quay.io/a/b:1");
    EXPECT_EQ(matched(router, "GET", {"images", "json", "json"}), "/images/{name:*}/json name=json");
    EXPECT_EQ(matched(router, "DELETE", {"images", "a", "json"}), "/images/{name:*} name=a/json");
    EXPECT_EQ(matched(router, "GET", {"containers", "json", "json"}), "/containers/{id}/json id=json");
    EXPECT_EQ(matched(router, "POST", {"containers", "a/b", "start"}), "/containers/{id}/start id=a/b");
}

TEST(Router, RefusesWhatItDoesNotKnow)
{
    Router router;
    router.add(routes());
    for (const auto &segments : std::vector<std::vector<std::string>>{{},
                                                                      {""},
                                                                      {"images"},
                                                                      {"images", "a"},
                                                                      {"containers", "", "json"},
                                                                      {"images", "", "json"},
                                                                      {"containers", "a", "b", "json"},
                                                                      {"containers", "json", ""}})
        EXPECT_EQ(matched(router, "GET", segments), "page not found");
    EXPECT_EQ(matched(router, "PUT", {"images", "json"}), "page not found");
}

TEST(Router, SplitsVersions)
{
    EXPECT_EQ(splitVersion("/v1.41/info")->apiMinor, 41);
    EXPECT_EQ(splitVersion("/v1.41/info")->path, "/info");
    EXPECT_EQ(splitVersion("/info")->apiMinor, 51);
    EXPECT_EQ(splitVersion("/volumes/v1.2/x")->path, "/volumes/v1.2/x");
    EXPECT_EQ(splitVersion("/version")->path, "/version");
    for (const char *path : {"/v1.52/info", "/v1.23/info", "/v2.0/info", "/v0.51/info", "/v1/info",
                             "/v1.2.3/info", "/v.5/info", "/v1.99999999999/info"})
        EXPECT_EQ(splitVersion(path).error().kind, ErrorKind::InvalidArgument) << path;
    EXPECT_EQ(splitVersion("/v1.52/info").error().message,
              "client version 1.52 is too new. Maximum supported API version is 1.51");
}

TEST(Request, ReadsItsQuery)
{
    Request request;
    request.query = {{"a", "1"}, {"b", "False"}, {"c", "maybe"}, {"n", "-5"}, {"m", "5x"}, {"e", ""}};
    EXPECT_TRUE(*request.flag("a", false));
    EXPECT_FALSE(*request.flag("b", true));
    EXPECT_FALSE(request.flag("c", true));
    EXPECT_TRUE(*request.flag("absent", true));
    EXPECT_EQ(**request.number("n"), -5);
    EXPECT_FALSE(request.number("m"));
    EXPECT_FALSE(request.number("e")->has_value());
    EXPECT_EQ(request.value("absent", "x"), "x");
}

TEST(HttpStatus, IsDockers)
{
    EXPECT_EQ(httpStatus(ErrorKind::NotModified), 304);
    EXPECT_TRUE(errorResponse({ErrorKind::NotModified, 0, "runs"}).body.empty());
    EXPECT_EQ(errorResponse({ErrorKind::Conflict, 0, "a \"b\""}).body, "{\"message\":\"a \\\"b\\\"\"}\n");
    EXPECT_EQ(httpStatus(ErrorKind::NoCommand), 400);
    EXPECT_EQ(httpStatus(ErrorKind::NoSpace), 507);
}
