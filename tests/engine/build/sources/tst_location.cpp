#include "engine/build/sources/location.h"
#include "engine/build/sources/sources.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::build;

namespace
{

TEST(Location, WhatIsWhat)
{
    for (const char *git :
         {"https://github.com/a/b.git", "http://x/y.git#v1:sub", "git://host/repo", "ssh://git@h/r",
          "git@github.com:a/b.git", "git@github.com:a/b#main", "github.com/a/b", "HTTPS://x/y.git?token=1"})
        EXPECT_TRUE(isGit(git)) << git;
    for (const char *other : {"https://x/y.tar.gz", "local.git", "./git@x", "a@b", "-u@h:x", "file:///x.git",
                              "C:\\x@y:z", "dir/git@host:x", "ext::sh -c x"})
        EXPECT_FALSE(isGit(other)) << other;
    EXPECT_TRUE(isUrl("https://x/y"));
    EXPECT_TRUE(isUrl("HTTP://x/y"));
    for (const char *other : {"https://x/y.git", "ftp://x/y", "file:///etc/passwd", "httpx://y", "x"})
        EXPECT_FALSE(isUrl(other)) << other;
}

TEST(Location, UrlsThatAreNotFetched)
{
    EXPECT_TRUE(checkUrl("https://example.com/a?b=c#d"));
    EXPECT_TRUE(checkUrl("https://example.com/@scope/pkg"));
    for (const char *url :
         {"file:///etc/passwd", "ftp://x/y", "https://user:pw@host/x", "https://user@host/x", "http://",
          "http:///x", "http://h/a b", "http://h/\n-o /etc/x", "http://h/\x7f"})
        EXPECT_FALSE(checkUrl(url)) << url;
    EXPECT_FALSE(checkUrl("http://h/" + std::string(10'000, 'a')));
}

TEST(Location, FileNames)
{
    EXPECT_EQ(fileNameOf("http://h/a/b.tar.gz?x=/y#z"), "b.tar.gz");
    EXPECT_EQ(fileNameOf("http://h/a%20b"), "a b");
    EXPECT_EQ(fileNameOf("http://h/a%2"), "a%2");
    EXPECT_EQ(fileNameOf("http://h/x%2Fy"), "y");
    EXPECT_EQ(fileNameOf("http://h"), "");
    EXPECT_EQ(fileNameOf("http://h/"), "");
    EXPECT_EQ(fileNameOf("http://h/a/"), "");
    EXPECT_EQ(fileNameOf("http://h/.."), "");
    EXPECT_EQ(fileNameOf("http://h/%2e%2e"), "");
    EXPECT_EQ(fileNameOf("http://h/%00"), "");
}

TEST(Location, Repositories)
{
    const auto full = parseGit("https://h/r.git#feature/x:sub/folder");
    ASSERT_TRUE(full);
    EXPECT_EQ(full->url, "https://h/r.git");
    EXPECT_EQ(full->ref, "feature/x");
    EXPECT_EQ(full->folder, "sub/folder");
    EXPECT_FALSE(full->ssh);
    EXPECT_EQ(parseGit("github.com/a/b")->url, "https://github.com/a/b");
    EXPECT_EQ(parseGit("https://h/r.git#:sub")->ref, "");
    EXPECT_TRUE(parseGit("git@host:a/b.git")->ssh);
    EXPECT_TRUE(parseGit("ssh://git@host:22/a")->ssh);
    EXPECT_TRUE(parseGit("git://host/a"));
    for (const char *refused :
         {"ext::sh -c touch% /tmp/x", "file:///srv/r.git", "/srv/r.git", "https://u:p@h/r.git",
          "ssh://-oProxyCommand=x/r", "ssh://u:p@h/r", "git@-oProxyCommand=x:r",
          "https://h/r.git#--upload-pack=x", "https://h/r.git#a..b", "https://h/r.git#+a",
          "https://h/r.git#a b", "git://-h/x", "https://h/r.git\n#x", "ssh://u@-x/r"})
        EXPECT_FALSE(parseGit(refused)) << refused;
}

TEST(Location, Dates)
{
    EXPECT_EQ(parseHttpDate("Wed, 21 Oct 2015 07:28:00 GMT"), 1445412480);
    EXPECT_EQ(parseHttpDate("yesterday"), 0);
    EXPECT_EQ(parseHttpDate(""), 0);
    EXPECT_EQ(parseHttpDate("Wed, 21 Oct 1905 07:28:00 GMT"), 0);
}

} // namespace
