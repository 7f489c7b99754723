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

TEST(HelperOptions, RegistriesComeAsOftenAsNeeded)
{
    const auto options =
        parse({"--registry-mirror", "https://One.test:443/", "--insecure-registry=LAN:5000",
               "--registry-mirror", "http://two.test:5001", "--insecure-registry", "10.1.2.3/8"});
    ASSERT_TRUE(options) << options.error().message;
    EXPECT_EQ(options->registryMirrors,
              (std::vector<std::string>{"https://one.test", "http://two.test:5001"}));
    EXPECT_EQ(options->insecureRegistries, (std::vector<std::string>{"lan:5000", "10.0.0.0/8"}));
    const auto refused = [](const char *option, const char *value, const char *words) {
        const auto parsed = parse({option, value});
        ASSERT_FALSE(parsed) << value;
        EXPECT_NE(parsed.error().message.find(option), std::string::npos) << parsed.error().message;
        EXPECT_NE(parsed.error().message.find(words), std::string::npos) << parsed.error().message;
        EXPECT_EQ(parsed.error().message.find("s3cret"), std::string::npos) << "a password is not repeated";
    };
    for (const char *bad : {"one.test", "https://one.test/path", "https://bob:s3cret@one.test", ""})
        refused("--registry-mirror", bad, "a mirror is an address such as");
    refused("--insecure-registry", "", "is no host such as");
    refused("--insecure-registry", "http://lan.test", "is no host such as");
    refused("--insecure-registry", "a b", "is no registry");
    refused("--insecure-registry", "10.0.0.0/33", "is no network");
    refused("--insecure-registry", "lan.test/path", "is no network");
    refused("--insecure-registry", "docker.io", "always checked");
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
    for (const char *wrong : {"0", "", "many", "1k", "-1", "99999999999999999999"})
        EXPECT_NE(refused({"--build-cache-limit", wrong}).find("--build-cache-limit"), std::string::npos)
            << wrong;
    EXPECT_EQ(parse({"--build-cache-limit", "5000000"})->buildCacheBytes, 5'000'000U);
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
