#include "engine/dockerfile/instructions/duration.h"
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/instructions/mounts.h"
#include "engine/dockerfile/instructions/options.h"
#include "engine/dockerfile/parser/parser.h"

#include <gtest/gtest.h>

using namespace quayside;
using namespace quayside::dockerfile;
using namespace std::chrono_literals;

namespace
{

Parsed<Dockerfile> read(std::string_view text)
{
    const auto tree = parse(text);
    return tree ? interpret(*tree) : std::unexpected(tree.error());
}

// The message for one instruction in a stage; empty where it is right.
std::string refused(std::string_view line)
{
    const auto file = read("FROM x\n" + std::string(line));
    return file ? "" : file.error().message;
}

template <typename T>
T one(std::string_view line)
{
    const auto file = read("FROM x\n" + std::string(line));
    EXPECT_TRUE(file) << (file ? "" : file.error().message);
    return file ? std::get<T>(file->stages.at(0).instructions.at(0)) : T{};
}

std::string joined(const std::vector<Word> &words)
{
    std::string out;
    for (const auto &word : words)
        out += (out.empty() ? "" : "|") + word.text;
    return out;
}

Parsed<RunMount> mount(std::string option)
{
    return parseMount({std::move(option), {}}, [](const std::string &word) -> Result<std::string> {
        return word == "$ID" ? "named" : word;
    });
}

std::string refusedMount(std::string option)
{
    const auto parsed = mount(std::move(option));
    return parsed ? "" : parsed.error().message;
}

} // namespace

TEST(Instructions, filesHaveStages)
{
    const auto file = read("ARG A=1 B\n# the build\nFROM --platform=linux/amd64 golang:$A AS Build\nRUN x\n"
                           "FROM scratch\nCOPY --from=build /a /b\nFROM build\n");
    ASSERT_TRUE(file);
    ASSERT_EQ(file->metaArgs.size(), 1U);
    EXPECT_EQ(file->metaArgs[0].arguments[0].value->text, "1");
    EXPECT_EQ(file->metaArgs[0].arguments[0].value->range, (Range{{1, 7}, {1, 8}}));
    EXPECT_FALSE(file->metaArgs[0].arguments[1].value);
    ASSERT_EQ(file->stages.size(), 3U);
    const auto &first = file->stages[0];
    EXPECT_EQ(first.name, "build");
    EXPECT_EQ(first.from.name->text, "Build");
    EXPECT_EQ(first.from.base.text, "golang:$A");
    EXPECT_EQ(first.from.platform->text, "linux/amd64");
    EXPECT_EQ(first.from.origin.comments.at(0).text, "the build");
    EXPECT_EQ(first.instructions.size(), 1U);
    EXPECT_EQ(keywordOf(first.instructions[0]), "RUN");
    EXPECT_EQ(originOf(first.instructions[0]).range, (Range{{4, 1}, {4, 6}}));
    EXPECT_EQ(findStageByName(*file, "BUILD", 3), 0U);
    EXPECT_EQ(findStageByName(*file, "build", 0), std::nullopt);
    EXPECT_EQ(findStageByName(*file, "", 3), std::nullopt);
    EXPECT_EQ(findStage(*file, "1", 3), 1U);
    EXPECT_EQ(findStage(*file, "1", 1), std::nullopt);
    EXPECT_EQ(findStage(*file, "9999999999999999999999", 3), std::nullopt);
}

TEST(Instructions, copiesSayWhatAndHow)
{
    const auto copy =
        one<Copy>("COPY --from=b --chown=1:2 --chmod=0755 --link --parents=false --exclude=*.md "
                  "--exclude=x a b/ /c");
    EXPECT_EQ(copy.from->text, "b");
    EXPECT_EQ(copy.chown->text, "1:2");
    EXPECT_EQ(copy.chmod->text, "0755");
    EXPECT_TRUE(copy.link && !copy.parents);
    EXPECT_EQ(joined(copy.exclude), "*.md|x");
    EXPECT_EQ(joined(copy.sources.paths), "a|b/");
    EXPECT_EQ(copy.sources.destination.text, "/c");
    const auto add = one<Add>("ADD --checksum=sha256:0 --keep-git-dir --unpack=TRUE [\"a b\", \"/c\"]");
    EXPECT_EQ(add.checksum->text, "sha256:0");
    EXPECT_EQ(add.keepGitDir, true);
    EXPECT_EQ(add.unpack, true);
    EXPECT_EQ(joined(add.sources.paths), "a b");
    EXPECT_EQ(one<Add>("ADD a b").keepGitDir, std::nullopt);
    const auto files = one<Copy>("COPY <<a <<-'b' c /d\n\tx\na\n\ty\nb\n").sources;
    ASSERT_EQ(files.files.size(), 2U);
    EXPECT_EQ(files.files[0].content, "\tx\n");
    EXPECT_EQ(files.files[1].content, "y\n");
    EXPECT_TRUE(files.files[0].expand && !files.files[1].expand);
    EXPECT_EQ(joined(files.paths), "c");
}

TEST(Instructions, commandsAreArgumentsOrAText)
{
    const auto run =
        one<dockerfile::Run>("RUN --mount=type=cache,target=/x --mount=type=ssh --network=none --device=v/c=n a  b");
    EXPECT_TRUE(run.command.shell);
    EXPECT_EQ(joined(run.command.words), "a  b");
    EXPECT_EQ(joined(run.mounts), "type=cache,target=/x|type=ssh");
    EXPECT_EQ(run.network.text, "none");
    EXPECT_EQ(run.security.text, "sandbox");
    EXPECT_EQ(one<dockerfile::Run>("RUN <<E cat\nx\nE").command.heredocs.at(0).content, "x\n");
    EXPECT_FALSE(one<Cmd>("CMD [\"a\", \"b\"]").command.shell);
    EXPECT_TRUE(one<Entrypoint>("ENTRYPOINT []").command.words.empty());
    EXPECT_EQ(joined(one<Shell>("SHELL [\"sh\", \"-c\"]").words), "sh|-c");
}

TEST(Instructions, settingsHaveNamesAndValues)
{
    const auto env = one<Env>("ENV a=1 b=\"x y\"");
    ASSERT_EQ(env.variables.size(), 2U);
    EXPECT_EQ(env.variables[1].value.text, "\"x y\"");
    EXPECT_FALSE(env.variables[1].legacy);
    const auto label = one<Label>("LABEL a b c");
    EXPECT_EQ(label.labels.at(0).value.text, "b c");
    EXPECT_TRUE(label.labels[0].legacy);
    const auto arg = one<Arg>("# V is the version\n# other\nARG V=1 W=");
    EXPECT_EQ(arg.arguments[0].description, "is the version");
    EXPECT_EQ(arg.arguments[1].value->text, "");
    EXPECT_EQ(joined(one<Expose>("EXPOSE 80/tcp $P").ports), "80/tcp|$P");
    EXPECT_EQ(joined(one<Volume>("VOLUME [\" /a \", \"/b\"]").paths), "/a|/b");
    EXPECT_EQ(one<User>("USER a:b").user.text, "a:b");
    EXPECT_EQ(one<Workdir>("WORKDIR /a b").path.text, "/a b");
    EXPECT_EQ(one<StopSignal>("STOPSIGNAL SIGINT").signal.text, "SIGINT");
    EXPECT_EQ(one<Maintainer>("MAINTAINER a <b>").name.text, "a <b>");
}

TEST(Instructions, healthchecksHaveTimes)
{
    const auto check = one<Healthcheck>("HEALTHCHECK --interval=1m30s --timeout=1.5s --start-period=0s "
                                        "--start-interval=5ms --retries=3 cmd a b");
    EXPECT_EQ(check.interval, 90s);
    EXPECT_EQ(check.timeout, 1500ms);
    EXPECT_EQ(check.startInterval, 5ms);
    EXPECT_EQ(check.retries, 3);
    EXPECT_EQ(joined(check.command.words), "a b");
    EXPECT_TRUE(one<Healthcheck>("HEALTHCHECK --interval=x NONE").none);
    EXPECT_EQ(refused("HEALTHCHECK --interval=1us CMD a"), "Interval \"interval\" cannot be less than 1ms");
    EXPECT_EQ(refused("HEALTHCHECK --timeout=5 CMD a"), "time: missing unit in duration \"5\"");
    EXPECT_EQ(refused("HEALTHCHECK --retries=-1 CMD a"), "--retries cannot be negative (-1)");
    EXPECT_EQ(refused("HEALTHCHECK --retries=a CMD a"), "strconv.ParseInt: parsing \"a\": invalid syntax");
    EXPECT_EQ(refused("HEALTHCHECK --retries=9999999999 CMD a"),
              "strconv.ParseInt: parsing \"9999999999\": value out of range");
    EXPECT_EQ(refused("HEALTHCHECK CMD"), "Missing command after HEALTHCHECK CMD");
    EXPECT_EQ(refused("HEALTHCHECK run a"), "Unknown type \"RUN\" in HEALTHCHECK (try CMD)");
    EXPECT_EQ(refused("HEALTHCHECK NONE a"), "HEALTHCHECK NONE takes no arguments");
}

TEST(Instructions, triggersAreKeptAsText)
{
    const auto onbuild = one<OnBuild>("OnBuild  copy <<E /x\n$y\nE");
    EXPECT_EQ(onbuild.expression, "copy <<E /x\n$y\nE");
    EXPECT_EQ(onbuild.trigger.text, "copy");
    const auto copy = parseTrigger(onbuild.expression);
    ASSERT_TRUE(copy);
    EXPECT_EQ(std::get<Copy>(*copy).sources.files.at(0).content, "$y\n");
    EXPECT_FALSE(parseTrigger("RUN a\nRUN b"));
    EXPECT_FALSE(parseTrigger("FROM a"));
    EXPECT_FALSE(parseTrigger(""));
    EXPECT_EQ(refused("ONBUILD ONBUILD RUN a"), "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
    EXPECT_EQ(refused("ONBUILD FROM a"), "FROM isn't allowed as an ONBUILD trigger");
    EXPECT_EQ(refused("ONBUILD"), "ONBUILD requires at least one argument");
}

TEST(Instructions, refuseWithBuildKitsWords)
{
    EXPECT_EQ(refused("FRM x"), "unknown instruction: FRM (did you mean FROM?)");
    EXPECT_EQ(refused("copi x"), "unknown instruction: copi (did you mean copy?)");
    EXPECT_EQ(refused("SOMETHING x"), "unknown instruction: SOMETHING");
    EXPECT_EQ(refused("COPY --form=a b c"), "unknown flag: --form (did you mean from?)");
    EXPECT_EQ(refused("COPY --from=a --from=b c d"), "duplicate flag specified: --from");
    EXPECT_EQ(refused("COPY --from a b"), "missing a value on flag: --from");
    EXPECT_EQ(refused("COPY --link= a b"), "missing a value on flag: --link");
    EXPECT_EQ(refused("COPY --link=maybe a b"), "expecting boolean value for flag --link, not: maybe");
    EXPECT_EQ(refused("COPY a"),
              "COPY requires at least two arguments, but only one was provided. Destination could not "
              "be determined");
    EXPECT_EQ(refused("ADD a <<E\nE"), "ADD cannot accept a heredoc as a destination");
    EXPECT_EQ(refused("USER --x=1 a"), "unknown flag: --x");
    EXPECT_EQ(refused("ENV"), "ENV requires at least one argument");
    EXPECT_EQ(refused("ENV =a"), "ENV names can not be blank");
    EXPECT_EQ(refused("ARG =a"), "ARG names can not be blank");
    EXPECT_EQ(refused("WORKDIR"), "WORKDIR requires exactly one argument");
    EXPECT_EQ(refused("VOLUME [\" \"]"), "VOLUME specified can not be an empty string");
    EXPECT_EQ(refused("SHELL sh -c"), "SHELL requires the arguments to be in JSON form");
    EXPECT_EQ(refused("RUN --network=x a"), "invalid network mode \"x\"");
    EXPECT_EQ(refused("RUN --security=x a"), "security \"x\" is not valid");
    EXPECT_EQ(refused("RUN --mount=from=$x,target=/ a"),
              "'from' doesn't support variable expansion, define alias stage instead");
    EXPECT_EQ(refused("FROM a b"), "FROM requires either one or three arguments");
    EXPECT_EQ(refused("FROM a AS 1b"),
              "invalid name for build stage: \"1b\", name can't start with a number or contain symbols");
    EXPECT_EQ(read("RUN a\nFROM x").error().message, "no build stage in current context");
}

TEST(Instructions, allThatIsWrong)
{
    const auto tree = parse("FROM a AS !\nUSER\nRUN b\nFROM c\n");
    ASSERT_TRUE(tree);
    const auto all = interpretAll(*tree);
    EXPECT_EQ(all.errors.size(), 2U);
    EXPECT_EQ(all.errors[0].range, (Range{{1, 11}, {1, 12}}));
    ASSERT_EQ(all.file.stages.size(), 2U);
    EXPECT_EQ(all.file.stages[0].from.base.text, "");
    EXPECT_EQ(all.file.stages[0].instructions.size(), 1U);
}

TEST(Mounts, haveKeysOfTheirType)
{
    const auto cache = mount("type=cache,id=$ID,dst=/x,sharing=Locked,uid=1,gid=2,mode=0750");
    ASSERT_TRUE(cache);
    EXPECT_EQ(cache->type, MountType::Cache);
    EXPECT_EQ(cache->id, "named");
    EXPECT_EQ(cache->target, "/x");
    EXPECT_EQ(cache->sharing, CacheSharing::Locked);
    EXPECT_EQ(cache->mode, 0750U);
    EXPECT_FALSE(cache->readOnly);
    EXPECT_TRUE(mount("source=a,target=/b")->readOnly);
    EXPECT_FALSE(mount("target=/b,rw")->readOnly);
    EXPECT_EQ(mount("type=tmpfs,target=/b,size=1.5k")->size, 1536);
    EXPECT_TRUE(mount("type=secret,id=a,required,env=X")->required);
    EXPECT_EQ(mount("type=bind,\"target=/a,b\"")->target, "/a,b");
    EXPECT_EQ(refusedMount("type=cahce"), "unsupported mount type \"cahce\" (did you mean cache?)");
    EXPECT_EQ(refusedMount("targt=/x"), "unexpected key 'targt' in 'targt=/x' (did you mean target?)");
    EXPECT_EQ(refusedMount("type=cache,required"), "unexpected key 'required' for mount type 'cache'");
    EXPECT_EQ(refusedMount("target"), "invalid field 'target' must be a key=value pair");
    EXPECT_EQ(refusedMount("target=/x,ro=maybe"), "invalid value for ro: maybe");
    EXPECT_EQ(refusedMount("type=cache,uid=-1"), "invalid value -1 for uid");
    EXPECT_EQ(refusedMount("target=/x,uid=1"), "uid not allowed for \"bind\" type mounts");
    EXPECT_EQ(refusedMount("target=/x,sharing=shared"), "invalid cache sharing set for bind mount");
    EXPECT_EQ(refusedMount("type=secret"), "invalid secret mount. one of source, target required");
    EXPECT_EQ(refusedMount("type=secret,src=a,id=b"), "both source and id can't be set");
    EXPECT_TRUE(refusedMount("type=bind,\"a").contains("failed to parse csv mounts"));
}

TEST(Options, readAsGoDoes)
{
    EXPECT_EQ(csvFields("a,\"b,\"\"c\",,"), (std::vector<std::string>{"a", "b,\"c", "", ""}));
    for (const auto *line : {"", "\"a", "\"a\"b", "a\"b"})
        EXPECT_FALSE(csvFields(line)) << line;
    EXPECT_EQ(parseByteSize("10"), 10);
    EXPECT_EQ(parseByteSize("64MiB"), 64 << 20);
    EXPECT_EQ(parseByteSize("1 gb"), 1 << 30);
    for (const auto *size : {"", "m", "-1", "1x", "1mm", "1bb", "9999999999p", "nan"})
        EXPECT_EQ(parseByteSize(size), std::nullopt) << size;
    EXPECT_EQ(*parseDuration("-1h2.5ms"), -(1h + 2500us));
    EXPECT_EQ(*parseDuration("0"), 0ns);
    EXPECT_EQ(*parseDuration(".5s"), 500ms);
    EXPECT_EQ(*parseDuration("1µs2us"), 3us);
    for (const auto *text : {"", "-", "1", ".s", "1x", "s", "1s2", "9999999999h", "1 s", "1.s."})
        EXPECT_FALSE(parseDuration(text)) << text;
    const auto device = parseDevice({"vendor.com/gpu=all,required", {}});
    EXPECT_EQ(device->name, "vendor.com/gpu=all");
    EXPECT_TRUE(device->required);
    EXPECT_FALSE(parseDevice({"name=a,name=b", {}}));
}
