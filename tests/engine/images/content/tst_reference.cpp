#include "engine/images/content/reference.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::images;

namespace
{

TEST(Reference, namesInDockersFamiliarForm)
{
    struct Case {
        const char *text, *domain, *path, *tag, *familiar;
    };
    const Case cases[] = {
        {"busybox", "docker.io", "library/busybox", "latest", "busybox:latest"},
        {"busybox:1.36", "docker.io", "library/busybox", "1.36", "busybox:1.36"},
        {"docker.io/busybox", "docker.io", "library/busybox", "latest", "busybox:latest"},
        {"index.docker.io/library/busybox", "docker.io", "library/busybox", "latest", "busybox:latest"},
        {"quayside/hello", "docker.io", "quayside/hello", "latest", "quayside/hello:latest"},
        {"library/a/b", "docker.io", "library/a/b", "latest", "library/a/b:latest"},
        {"localhost/x:y", "localhost", "x", "y", "localhost/x:y"},
        {"localhost:5000/x", "localhost:5000", "x", "latest", "localhost:5000/x:latest"},
        {"Registry/x", "Registry", "x", "latest", "Registry/x:latest"},
        {"[::1]:5000/a__b/c-d.e:T_1.0", "[::1]:5000", "a__b/c-d.e", "T_1.0", "[::1]:5000/a__b/c-d.e:T_1.0"},
    };
    for (const Case &one : cases) {
        const auto reference = parseTagged(one.text);
        ASSERT_TRUE(reference) << one.text << ": " << reference.error().message;
        EXPECT_EQ(reference->domain, one.domain) << one.text;
        EXPECT_EQ(reference->path, one.path) << one.text;
        EXPECT_EQ(reference->tag, one.tag) << one.text;
        EXPECT_EQ(reference->familiar(), one.familiar) << one.text;
    }
    const std::string digest = "sha256:" + std::string(64, 'a');
    EXPECT_EQ(parseTagged("x@" + digest)->digest, digest);
    EXPECT_EQ(parseTagged("x@" + digest)->tag, "");
    EXPECT_EQ(parseTagged("x:t@" + digest)->familiar(), "x:t@" + digest);
}

TEST(Reference, whatIsNone)
{
    for (const std::string &text : {std::string(),
                                    std::string("UPPER"),
                                    std::string("a//b"),
                                    std::string("/a"),
                                    std::string("a/"),
                                    std::string("a:"),
                                    std::string("a:b:c"),
                                    std::string("-a"),
                                    std::string("a-"),
                                    std::string("a..b"),
                                    std::string("a___b"),
                                    std::string("a b"),
                                    std::string("../x"),
                                    std::string("a@sha256:12"),
                                    std::string("a@md5:" + std::string(32, 'a')),
                                    std::string(64, 'a'),
                                    std::string("a\n"),
                                    std::string("a:\xff"),
                                    std::string(300, 'a'),
                                    std::string("x:" + std::string(129, 't')),
                                    std::string("-host:1/x"),
                                    std::string("host:port/x"),
                                    std::string(100'000, '/')})
        EXPECT_EQ(parseReference(text).has_value(), false) << text.substr(0, 80);
    EXPECT_EQ(parseReference("Foo").error().message,
              "invalid reference format: repository name (library/Foo) must be lowercase");
}

TEST(Reference, globsAreGos)
{
    EXPECT_TRUE(globMatches("busy*", "busybox"));
    EXPECT_TRUE(globMatches("*box*", "busybox"));
    EXPECT_TRUE(globMatches("b?sybo[a-z]", "busybox"));
    EXPECT_TRUE(globMatches("b[^x]sybox", "busybox"));
    EXPECT_FALSE(globMatches("b[^u]sybox", "busybox"));
    EXPECT_FALSE(globMatches("*", "a/b"));
    EXPECT_TRUE(globMatches("*/*", "a/b"));
    EXPECT_TRUE(globMatches("", ""));
    EXPECT_FALSE(globMatches("", "a"));
    EXPECT_FALSE(globMatches("a[", "a["));
    const std::string many(3000, 'a');
    EXPECT_FALSE(globMatches("*a*a*a*a*a*a*a*a*a*b", many)) << "in no exponential time";
}

} // namespace
