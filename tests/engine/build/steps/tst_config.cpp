// What instructions make of a configuration, and their words in the history: dockerd's (20.10, classic
// builder), which tests/docker/build.py compares with a dockerd.
#include "engine/build/steps/config.h"

#include "engine/dockerfile/parser/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace quayside;
using namespace quayside::build;

namespace
{

class ConfigTest : public testing::Test
{
protected:
    // Applies the instructions, and gives the comment of the last one.
    std::string apply(const std::string &instructions)
    {
        const auto tree = dockerfile::parse("FROM x\n" + instructions + "\n");
        EXPECT_TRUE(tree) << tree.error().message;
        const auto file = dockerfile::interpret(*tree);
        EXPECT_TRUE(file) << file.error().message;
        std::string last;
        for (const auto &instruction : file->stages.at(0).instructions) {
            auto comment = applyConfig(m_scope, instruction);
            if (!comment)
                return "error: " + comment.error().message;
            last = *comment;
        }
        return last;
    }
    api::ImageConfig &config() { return m_scope.config; }

    StageScope m_scope;
    using Words = std::vector<std::string>;
};

TEST_F(ConfigTest, ALineOfEnvSeesWhatWasBeforeIt)
{
    EXPECT_EQ(apply("ENV A=1 B=two\nENV A=2 C=$A-${B}"), "ENV A=2 C=1-two");
    EXPECT_EQ(config().env, (Words{"A=2", "B=two", "C=1-two"}));
    EXPECT_EQ(apply("ENV A b c"), "ENV A=b c");
}

TEST_F(ConfigTest, TheEnvironmentGoesBeforeArguments)
{
    m_scope.arguments = {{"A", "argument"}, {"B", "argument"}};
    config().env = {"A=environment"};
    EXPECT_EQ(*expandIn(m_scope, "$A $B"), "environment argument");
}

TEST_F(ConfigTest, Commands)
{
    EXPECT_EQ(apply("CMD echo \"hi\""), R"(CMD ["/bin/sh" "-c" "echo \"hi\""])");
    EXPECT_EQ(config().cmd, (Words{"/bin/sh", "-c", "echo \"hi\""}));
    EXPECT_EQ(apply(R"(ENTRYPOINT ["a", "b"])"), R"(ENTRYPOINT ["a" "b"])");
    EXPECT_EQ(config().cmd.size(), 3U) << "CMD of this stage stays";
    m_scope.commandSet = false; // the base's
    apply("ENTRYPOINT [\"a\"]");
    EXPECT_TRUE(config().cmd.empty());
    EXPECT_EQ(apply("SHELL [\"/bin/bash\", \"-c\"]"), "SHELL [/bin/bash -c]");
    EXPECT_EQ(apply("CMD x"), R"(CMD ["/bin/bash" "-c" "x"])");
    EXPECT_EQ(historyOf(config(), "CMD x"), "/bin/bash -c #(nop)  CMD x");
    EXPECT_EQ(historyOf(config(), "COPY x", true), "/bin/bash -c #(nop) COPY x");
}

TEST_F(ConfigTest, Ports)
{
    config().env = {"PORTS=70 71/UDP"};
    EXPECT_EQ(apply("EXPOSE 80 $PORTS 90-91"), "EXPOSE 70 71/UDP 80 90-91");
    EXPECT_EQ(config().exposedPorts,
              (std::set<std::string>{"80/tcp", "70/tcp", "71/udp", "90/tcp", "91/tcp"}));
    EXPECT_EQ(apply("EXPOSE 70000"), "error: invalid containerPort: 70000");
    EXPECT_EQ(apply("EXPOSE 1/x"), "error: invalid proto: x");
    EXPECT_TRUE(apply("EXPOSE 9-1").starts_with("error: invalid range"));
}

TEST_F(ConfigTest, HealthchecksAreWrittenAsGoPrintsThem)
{
    EXPECT_EQ(apply("HEALTHCHECK --interval=90s --timeout=1500ms --retries=3 CMD a b"),
              R"(HEALTHCHECK &{["CMD-SHELL" "a b"] "1m30s" "1.5s" "0s" "0s" '\x03'})");
    EXPECT_EQ(config().healthcheck->interval, 90'000'000'000);
    EXPECT_EQ(apply("HEALTHCHECK NONE"), R"(HEALTHCHECK &{["NONE"] "0s" "0s" "0s" "0s" '\x00'})");
    EXPECT_EQ(apply("HEALTHCHECK --start-period=1h --retries=50 CMD [\"a\"]"),
              R"(HEALTHCHECK &{["CMD" "a"] "0s" "0s" "1h0m0s" "0s" '2'})");
}

TEST_F(ConfigTest, TheOthers)
{
    config().env = {"V=v"};
    EXPECT_EQ(apply("VOLUME /a $V"), "VOLUME [/a v]");
    EXPECT_EQ(apply("VOLUME [\"/c\"]"), "VOLUME [/c]");
    EXPECT_EQ(config().volumes, (std::set<std::string>{"/a", "v", "/c"}));
    EXPECT_EQ(apply("USER $V:1"), "USER v:1");
    EXPECT_EQ(apply("STOPSIGNAL SIGTERM"), "STOPSIGNAL SIGTERM");
    EXPECT_EQ(apply("STOPSIGNAL $NONE"), "error: Invalid signal: ");
    EXPECT_EQ(apply("LABEL a=$V \"b c\"='$V'"), "LABEL a=v b c=$V");
    EXPECT_EQ(config().labels, (std::map<std::string, std::string>{{"a", "v"}, {"b c", "$V"}}));
    EXPECT_EQ(apply("ONBUILD RUN a $V"), "ONBUILD RUN a $V");
    EXPECT_EQ(config().onBuild, Words{"RUN a $V"});
    EXPECT_EQ(apply("MAINTAINER somebody <a@b>"), "MAINTAINER somebody <a@b>");
    EXPECT_EQ(m_scope.author, "somebody <a@b>");
}

TEST_F(ConfigTest, Workdirs)
{
    const auto workdir = [&](const std::string &path) {
        auto folder = workdirOf(m_scope, dockerfile::Workdir{.origin = {}, .path = {path, {}}});
        return folder ? *folder : "error: " + folder.error().message;
    };
    EXPECT_EQ(workdir("a/b/"), "/a/b");
    config().workingDir = "/app";
    EXPECT_EQ(workdir("../x"), "/x");
    EXPECT_EQ(workdir("/"), "/");
    EXPECT_EQ(workdir("../../../.."), "/");
    EXPECT_EQ(workdir("$NONE"), "error: cannot normalize nothing");
}

} // namespace
