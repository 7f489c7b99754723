#include "engine/containers/launch/users.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers;

namespace
{

constexpr const char *passwd = "root:x:0:0:root:/root:/bin/sh\n"
                               "broken\n"
                               "web:x:1000:1001:Web:/srv/web:/bin/sh\n"
                               "1234:x:77:78::/odd:/bin/sh\n"
                               "far:x:70000:70000::/:/bin/sh\n"
                               "nohome:x:12:12:::/bin/sh\n";
constexpr const char *group =
    "root:x:0:\nwheel:x:10:root,web\nweb:x:1001:\nstaff:x:50:web,other\nfar:x:70001:web\n";

struct Case {
    const char *user;
    std::uint32_t uid, gid;
    std::vector<std::uint32_t> groups;
    const char *home;
};

TEST(Users, found)
{
    const Case cases[] = {
        {"", 0, 0, {0, 10}, "/root"},
        {"root", 0, 0, {0, 10}, "/root"},
        {"0", 0, 0, {0, 10}, "/root"},
        {"web", 1000, 1001, {10, 50, 1001}, "/srv/web"},
        {"1000", 1000, 1001, {10, 50, 1001}, "/srv/web"},
        {"web:staff", 1000, 50, {50}, "/srv/web"},
        {"web:7", 1000, 7, {7}, "/srv/web"},
        {"4321", 4321, 0, {0}, "/"},
        {"4321:4322", 4321, 4322, {4322}, "/"},
        {"1234", 77, 78, {78}, "/odd"},
        {"nohome", 12, 12, {12}, "/"},
        {":staff", 0, 50, {50}, "/root"},
    };
    for (const auto &one : cases) {
        const auto user = resolveUser(one.user, {}, passwd, group);
        ASSERT_TRUE(user) << one.user << ": " << user.error().message;
        EXPECT_EQ(user->uid, one.uid) << one.user;
        EXPECT_EQ(user->gid, one.gid) << one.user;
        EXPECT_EQ(user->groups, one.groups) << one.user;
        EXPECT_EQ(user->home, one.home) << one.user;
    }
}

TEST(Users, withoutFiles)
{
    const auto user = resolveUser("", {}, "", "");
    ASSERT_TRUE(user);
    EXPECT_EQ(user->uid, 0u);
    EXPECT_EQ(user->home, "/");
}

TEST(Users, groupAdd)
{
    const auto user = resolveUser("web", {"5", "staff", "5"}, passwd, group);
    ASSERT_TRUE(user);
    EXPECT_EQ(user->groups, (std::vector<std::uint32_t>{5, 10, 50, 1001}));
}

// Out of range is refused, never wrapped (CVE-2022-29162 and its kind: 4294967296 is not root).
TEST(Users, refused)
{
    const std::pair<const char *, const char *> cases[] = {
        {"nobodyhere", "unable to find user nobodyhere: no matching entries in passwd file"},
        {"web:nogroup", "unable to find group nogroup: no matching entries in group file"},
        {"65536", "out of range"},
        {"4294967296", "out of range"},
        {"99999999999999999999", "out of range"},
        {"-1", "unable to find user"},
        {"web:65536", "out of range"},
        {"far", "out of range"},
        {"0x0", "unable to find user"},
        {"web:far", "out of range"},
    };
    for (const auto &[user, message] : cases) {
        const auto result = resolveUser(user, {}, passwd, group);
        ASSERT_FALSE(result) << user;
        EXPECT_NE(result.error().message.find(message), std::string::npos)
            << user << ": " << result.error().message;
    }
}

} // namespace
