// What registries answer when they are asked for lists.
#include "engine/images/registry/listing.h"
#include "engine/images/registry/search.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;

TEST(NextPage, isWhatTheLinkNames)
{
    EXPECT_EQ(nextPage(R"(</v2/_catalog?last=some%2Fbox&n=100>; rel="next")"), "some/box");
    EXPECT_EQ(nextPage(R"(<https://r.test/v2/x/tags/list?n=2&last=v1.2>;rel=next)"), "v1.2");
    EXPECT_EQ(nextPage(R"(</a?last=1>; rel="prev", </a?last=2>; rel="next"; title="x")"), "2");
    EXPECT_EQ(nextPage(R"(</v2/_catalog?n=5&next_page=gAAA%3D%3D>; rel="next")"),
              "?n=5&next_page=gAAA%3D%3D");
    EXPECT_EQ(nextPage(R"(</a?last=%3Fx>; rel="next")"), "?last=%3Fx"); // else it would be taken for a query
    EXPECT_EQ(nextPage(R"(</a?last=a%20b>; rel="next")"), "?last=a%20b"); // stays coded
}

TEST(NextPage, isNoneWhereNothingCanBeSent)
{
    for (const char *link : {"", "</a?last=x>", R"(</a?last=x>; rel="nextish")", R"(</a>; rel="next")",
                             "</a?last=x; rel=next", R"(</a?la st=x>; rel="next")", "<>; rel=next", "<<<<",
                             ">", R"(</a?last=%zz>; rel="next")", "</a?last=x\r\ny>; rel=next"})
        EXPECT_EQ(nextPage(link), "") << link;
    EXPECT_EQ(nextPage("</a?x=" + std::string(5000, 'y') + ">; rel=next"), "");
}

TEST(RetryAfter, isSecondsOrADate)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(pauseAskedFor("120", 0), 120s);
    EXPECT_EQ(pauseAskedFor("0", 0), 0s);
    EXPECT_EQ(pauseAskedFor("9000000000000000000", 0), 24h);
    EXPECT_EQ(pauseAskedFor("Wed, 21 Oct 2015 07:28:00 GMT", 1445412480 - 30), 30s);
    EXPECT_EQ(pauseAskedFor("Wed, 21 Oct 2015 07:28:00 GMT", 1445412480 + 30), 0s);
    for (const char *neither : {"", "-1", "1.5", "soon", "99999999999999999999", "Wed, 21 Oct 2015"})
        EXPECT_FALSE(pauseAskedFor(neither, 0)) << neither;
}

TEST(Search, goesWhereItsTermSays)
{
    const auto where = [](const std::string &term) {
        const auto parsed = parseTerm(term);
        return parsed ? parsed->domain + " " + parsed->rest : parsed.error().message;
    };
    EXPECT_EQ(where("redis"), "docker.io redis");
    EXPECT_EQ(where("some/redis"), "docker.io some/redis");
    EXPECT_EQ(where("localhost/redis"), "localhost redis");
    EXPECT_EQ(where("localhost:5000/"), "localhost:5000 ");
    EXPECT_EQ(where("quay.io/a/b"), "quay.io a/b");
    EXPECT_EQ(where("index.docker.io/redis"), "docker.io redis");
    EXPECT_TRUE(where("a.b?/x").contains("is no registry")) << where("a.b?/x");
    EXPECT_FALSE(parseTerm(""));
    EXPECT_FALSE(parseTerm(std::string(256, 'a')));
}

TEST(Search, readsDockerHubsAnswer)
{
    const auto found = parseHubAnswer(
        R"({"results":[{"name":"redis","description":null,"is_official":true,"star_count":12},{"name":5},7,
            {"name":"a/b","description":"d","star_count":"many"}]})");
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found->size(), 2U);
    EXPECT_TRUE(found->front().isOfficial);
    EXPECT_EQ(found->front().starCount, 12);
    EXPECT_EQ(found->back().description, "d");
    for (const char *bad : {"", "[]", "{}", R"({"results":{}})", "<html>"})
        EXPECT_EQ(parseHubAnswer(bad).error().kind, ErrorKind::Unavailable) << bad;
}

TEST(Search, isFiltered)
{
    const Found all{{.name = "a", .description = {}, .isOfficial = true, .starCount = 5},
                    {.name = "b", .description = {}, .starCount = 9},
                    {.name = "c", .description = {}}};
    const auto names = [&](const SearchWanted &wanted) {
        std::string text;
        for (const auto &item : chosen(all, wanted))
            text += item.name;
        return text;
    };
    EXPECT_EQ(names({.term = {}}), "abc");
    EXPECT_EQ(names({.term = {}, .limit = 2}), "ab");
    EXPECT_EQ(names({.term = {}, .stars = 5}), "ab");
    EXPECT_EQ(names({.term = {}, .automated = true}), "");
    EXPECT_EQ(names({.term = {}, .official = true}), "a");
    EXPECT_EQ(names({.term = {}, .unofficial = true}), "bc");
}
