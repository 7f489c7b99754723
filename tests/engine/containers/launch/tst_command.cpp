#include "engine/containers/launch/command.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::containers;
using List = std::vector<std::string>;

namespace
{

struct Case {
    const char *name;
    std::optional<List> entrypoint;
    List cmd;
    List imageEntrypoint, imageCmd;
    List argv; // empty: "no command specified"
};

// moby, daemon/commit.go merge(): what the user gave, what the image says, what runs.
TEST(Command, entrypointAndCommand)
{
    const Case cases[] = {
        {"image command", {}, {}, {}, {"sh"}, {"sh"}},
        {"image both", {}, {}, {"entry"}, {"arg"}, {"entry", "arg"}},
        {"own command", {}, {"ls", "-l"}, {"entry"}, {"arg"}, {"entry", "ls", "-l"}},
        {"own entrypoint drops the image's command", List{"mine"}, {}, {"entry"}, {"arg"}, {"mine"}},
        {"own both", List{"mine"}, {"x"}, {"entry"}, {"arg"}, {"mine", "x"}},
        {"empty string resets", List{""}, {"x"}, {"entry"}, {"arg"}, {"x"}},
        {"empty string alone", List{""}, {}, {"entry"}, {"arg"}, {}},
        {"empty list", List{}, {}, {"entry"}, {"arg"}, {"arg"}},
        {"nothing", {}, {}, {}, {}, {}},
    };
    for (const auto &one : cases) {
        api::ContainerConfig config;
        config.entrypoint = one.entrypoint;
        config.cmd = one.cmd;
        api::ImageConfig image;
        image.entrypoint = one.imageEntrypoint;
        image.cmd = one.imageCmd;
        const auto merged = mergeWithImage(config, image);
        if (one.argv.empty()) {
            ASSERT_FALSE(merged) << one.name;
            EXPECT_EQ(merged.error().message, "no command specified");
            continue;
        }
        ASSERT_TRUE(merged) << one.name;
        EXPECT_EQ(argvOf(*merged), one.argv) << one.name;
    }
}

TEST(Command, mergesTheRest)
{
    api::ContainerConfig config;
    config.env = {"A=mine", "B="};
    config.labels = {{"l", "mine"}};
    config.cmd = {"x"};
    config.exposedPorts = {"1/tcp"};
    api::ImageConfig image;
    image.env = {"A=image", "PATH=/bin", "B=image"};
    image.labels = {{"l", "image"}, {"m", "image"}};
    image.user = "web";
    image.workingDir = "/srv";
    image.stopSignal = "SIGINT";
    image.exposedPorts = {"2/udp"};
    image.volumes = {"/data"};
    const auto merged = mergeWithImage(config, image);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->env, (List{"A=mine", "B=", "PATH=/bin"}));
    EXPECT_EQ(merged->labels.at("l"), "mine");
    EXPECT_EQ(merged->labels.at("m"), "image");
    EXPECT_EQ(merged->user, "web");
    EXPECT_EQ(merged->workingDir, "/srv");
    EXPECT_EQ(merged->stopSignal, "SIGINT");
    EXPECT_EQ(merged->exposedPorts.size(), 2u);
    EXPECT_TRUE(merged->volumes.contains("/data"));
}

TEST(Command, environment)
{
    EXPECT_EQ(environmentOf({"A=1", "PATH=/x", "HOSTNAME", "A=2"}, "host", true, "/root"),
              (List{"PATH=/x", "TERM=xterm", "A=2", "HOME=/root"}));
    EXPECT_EQ(environmentOf({"HOME=/h"}, "host", false, "/root"),
              (List{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOSTNAME=host",
                    "HOME=/h"}));
}

} // namespace
