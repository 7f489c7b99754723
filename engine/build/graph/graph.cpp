#include "engine/build/graph/graph.h"

#include "engine/dockerfile/instructions/mounts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace quayside::build
{
namespace
{

using dockerfile::Dockerfile;
using dockerfile::Environment;

// "linux/arm64/v8" as PREFIXOS, PREFIXARCH, PREFIXVARIANT.
void addPlatform(Environment &environment, const std::string &prefix, const std::string &platform)
{
    const std::size_t first = platform.find('/');
    const std::size_t second = first == std::string::npos ? first : platform.find('/', first + 1);
    environment[prefix + "PLATFORM"] = platform;
    environment[prefix + "OS"] = platform.substr(0, first);
    environment[prefix + "ARCH"] =
        first == std::string::npos ? "" : platform.substr(first + 1, second - first - 1);
    environment[prefix + "VARIANT"] = second == std::string::npos ? "" : platform.substr(second + 1);
}

Result<Environment> globalArguments(const Dockerfile &file, const GraphRequest &request)
{
    Environment global;
    addPlatform(global, "BUILD", request.buildPlatform);
    addPlatform(global, "TARGET", request.platform.empty() ? request.buildPlatform : request.platform);
    for (const auto &[name, value] : request.arguments) // --build-arg goes before what is built in
        if (const auto builtIn = global.find(name); value && builtIn != global.end())
            builtIn->second = *value;
    for (const auto &arg : file.metaArgs)
        for (const auto &definition : arg.arguments) {
            const auto given = request.arguments.find(definition.name.text);
            if (given != request.arguments.end() && given->second) {
                global[definition.name.text] = *given->second;
            } else if (definition.value) {
                TRY(auto value, dockerfile::expand(definition.value->text, global, {.escape = file.escape}));
                global[definition.name.text] = std::move(value.text);
            }
        }
    return global;
}

Result<> addFrom(const Dockerfile &file, const std::string &from, PlannedStage &stage)
{
    if (from.empty() || from == "scratch")
        return {};
    TRY(const auto found, stageOf(file, from, stage.index));
    if (found)
        stage.needs.insert(*found);
    else
        stage.images.insert(from);
    return {};
}

Result<> addMounts(const Dockerfile &file, const dockerfile::Run &run, PlannedStage &stage)
{
    for (const auto &word : run.mounts) {
        const auto asItIs = [](const std::string &option) -> Result<std::string> { return option; };
        const auto mount = dockerfile::parseMount(word, asItIs);
        if (!mount)
            return std::unexpected(dockerfile::asError(mount.error()));
        if (mount->from.find('$') == std::string::npos)
            CHECK(addFrom(file, mount->from, stage));
    }
    return {};
}

Result<> addInstructions(const Dockerfile &file, PlannedStage &stage)
{
    for (const auto &instruction : file.stages[stage.index].instructions) {
        if (const auto *copy = std::get_if<dockerfile::Copy>(&instruction); copy && copy->from)
            CHECK(addFrom(file, copy->from->text, stage));
        else if (const auto *run = std::get_if<dockerfile::Run>(&instruction))
            CHECK(addMounts(file, *run, stage));
        else if (const auto *arg = std::get_if<dockerfile::Arg>(&instruction))
            for (const auto &definition : arg->arguments)
                stage.arguments.insert(definition.name.text);
    }
    return {};
}

Result<PlannedStage> planStage(const Dockerfile &file, std::size_t index, const GraphRequest &request,
                               const Environment &global)
{
    const auto &stage = file.stages[index];
    PlannedStage plan{.index = index,
                      .label = stage.name.empty() ? std::to_string(index) : stage.name,
                      .platform = request.platform};
    TRY(const auto base, dockerfile::expand(stage.from.base.text, global, {.escape = file.escape}));
    if (base.text.empty())
        return fail(ErrorKind::InvalidArgument, "base name ({}) should not be blank", stage.from.base.text);
    if (stage.from.platform) {
        TRY(auto platform, dockerfile::expand(stage.from.platform->text, global, {.escape = file.escape}));
        if (platform.text.empty())
            return fail(ErrorKind::InvalidArgument, "empty platform value from expression {}",
                        stage.from.platform->text);
        plan.platform = std::move(platform.text);
    }
    if (base.text == "scratch") {
        plan.scratch = true;
    } else if (const auto earlier = dockerfile::findStageByName(file, base.text, index)) {
        plan.baseStage = earlier;
        plan.needs.insert(*earlier);
    } else {
        plan.baseImage = base.text;
    }
    CHECK(addInstructions(file, plan));
    return plan;
}

Result<std::size_t> targetOf(const Dockerfile &file, const std::string &target)
{
    if (file.stages.empty())
        return fail(ErrorKind::InvalidArgument, "no build stage in current context");
    if (target.empty())
        return file.stages.size() - 1;
    const auto found = dockerfile::findStage(file, target, file.stages.size());
    if (!found)
        return fail(ErrorKind::InvalidArgument,
                    "failed to reach build target {} in Dockerfile: there is no such stage", target);
    return *found;
}

} // namespace

bool isPredefined(const std::string &argument)
{
    static constexpr std::array<std::string_view, 10> names{
        "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY",
        "ftp_proxy",  "NO_PROXY",   "no_proxy",    "ALL_PROXY",   "all_proxy"};
    return std::ranges::contains(names, argument);
}

Result<std::optional<std::size_t>> stageOf(const Dockerfile &file, const std::string &from, std::size_t index)
{
    const auto found = dockerfile::findStage(file, from, file.stages.size());
    if (!found)
        return std::nullopt;
    if (*found < index)
        return found;
    if (const auto earlier = dockerfile::findStage(file, from, index)) // the name comes twice
        return earlier;
    if (*found == index)
        return fail(ErrorKind::InvalidArgument, "invalid from flag value {}: refers to current build stage",
                    from);
    return std::nullopt; // a later stage is not there yet: an image of that name
}

Result<Graph> makeGraph(const Dockerfile &file, const GraphRequest &request)
{
    Graph graph;
    TRY(graph.target, targetOf(file, request.target));
    TRY(graph.global, globalArguments(file, request));
    std::set<std::size_t> needed{graph.target};
    std::set<std::string> named;
    for (const auto &arg : file.metaArgs)
        for (const auto &definition : arg.arguments)
            named.insert(definition.name.text);
    // Stages need earlier ones only: from the target backwards each is decided when it is met.
    for (std::size_t index = graph.target + 1; index-- > 0;) {
        TRY(auto stage, planStage(file, index, request, graph.global));
        named.insert(stage.arguments.begin(), stage.arguments.end());
        if (!needed.contains(index))
            continue;
        needed.insert(stage.needs.begin(), stage.needs.end());
        graph.stages.insert(graph.stages.begin(), std::move(stage));
    }
    for (const auto &[name, value] : request.arguments)
        if (!named.contains(name) && !isPredefined(name) && name != "SOURCE_DATE_EPOCH" &&
            !name.starts_with("BUILDKIT_"))
            graph.unused.insert(name);
    return graph;
}

} // namespace quayside::build
