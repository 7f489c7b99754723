#include "engine/helper/options.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

namespace quayside::helper
{

Result<Options> parse(const std::vector<const char *> &arguments)
{
    return parseOptions(arguments);
}

TEST(HelperOptions, HasDefaults)
{
    const auto options = parse({});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->root, "/var/lib/quayside");
    EXPECT_EQ(options->runDir, "/run/quayside");
    EXPECT_EQ(options->socket, "/run/quayside/engine.sock");
    EXPECT_EQ(options->logLevel, "info");
    EXPECT_FALSE(options->help || options->version);
}

TEST(HelperOptions, TakesBothForms)
{
    const auto options = parse({"--root", "/a", "--run-dir=/b", "--socket", "/c/s", "--log-level=debug"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->root, "/a");
    EXPECT_EQ(options->runDir, "/b");
    EXPECT_EQ(options->socket, "/c/s");
    EXPECT_EQ(options->logLevel, "debug");
}

TEST(HelperOptions, TheSocketFollowsTheRunFolder)
{
    EXPECT_EQ(parse({"--run-dir", "/b"})->socket, "/b/engine.sock");
}

TEST(HelperOptions, PathsComeBackAbsoluteAndPlain)
{
    const auto options = parse({"--root", "/a/./b/../c//", "--run-dir", "here"});
    ASSERT_TRUE(options);
    EXPECT_EQ(options->root, "/a/c");
    EXPECT_EQ(options->runDir, (std::filesystem::current_path() / "here").string());
}

TEST(HelperOptions, SaysWhatIsWrong)
{
    const auto refused = [](const std::vector<const char *> &arguments) {
        const auto options = parse(arguments);
        EXPECT_FALSE(options);
        return options ? std::string() : options.error().message;
    };
    EXPECT_NE(refused({"--nonsense"}).find("\"--nonsense\" is no option"), std::string::npos);
    EXPECT_NE(refused({"--rooted", "/x"}).find("--rooted"), std::string::npos);
    EXPECT_NE(refused({"stray"}).find("stray"), std::string::npos);
    EXPECT_NE(refused({"--root"}).find("--root needs a value"), std::string::npos);
    EXPECT_NE(refused({"--root="}).find("--root"), std::string::npos);
    EXPECT_NE(refused({"--log-level", "loud"}).find("loud"), std::string::npos);
    const std::string longPath = "/" + std::string(110, 'x');
    EXPECT_NE(refused({"--socket", longPath.c_str()}).find("107"), std::string::npos);
}

TEST(HelperOptions, HelpAndVersion)
{
    EXPECT_TRUE(parse({"--help"})->help);
    EXPECT_TRUE(parse({"--version"})->version);
    for (const char *name : {"--root", "--run-dir", "--socket", "--log-level"})
        EXPECT_NE(helpText().find(name), std::string::npos);
}

} // namespace quayside::helper
