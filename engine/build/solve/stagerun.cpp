#include "engine/build/solve/stagerun.h"

#include "engine/images/content/digest.h"

#include <algorithm>
#include <chrono>
#include <format>
#include <ranges>

namespace quayside::build
{
namespace
{

std::size_t layerCount(const std::vector<images::ImageDocument::Step> &history)
{
    return static_cast<std::size_t>(
        std::ranges::count(history, false, &images::ImageDocument::Step::emptyLayer));
}

} // namespace

// Most steps leave the configuration as it is.
void StageRun::encode()
{
    std::string config = api::encode(m_state.scope.config);
    if (m_encodedConfig.empty() || config != m_config) {
        m_config = std::move(config);
        m_encodedConfig = images::encodeConfig(m_state.scope.config);
    }
    m_state.encoded = images::encodeDocument(documentOf(m_state), m_encodedConfig);
}

Result<StageState> StageRun::run()
{
    if (auto done = steps(); !done) {
        m_build.recording().failed(m_current, done.error(), m_exitCode);
        return std::unexpected(std::move(done).error());
    }
    return std::move(m_state);
}

Result<> StageRun::steps()
{
    m_state.scope.escape = m_build.file().escape;
    CHECK(from());
    m_cached = false; // a trigger may have been
    encode();
    record(0, m_base);
    for (const auto &instruction : m_build.file().stages[m_plan.index].instructions) {
        const std::size_t below = m_state.layers.size();
        CHECK(announce(dockerfile::originOf(instruction).code));
        CHECK(apply(instruction));
        record(below);
    }
    return {};
}

// That the step has ended; `below`: layers that were there before it; `base`: of a FROM.
void StageRun::record(std::size_t below, const std::string &base)
{
    Recording::StepEnd end{.cached = m_cached, .key = m_state.key, .base = base};
    const auto &layers = m_state.layers;
    if (layers.size() > below)
        end.layer = layers.back().id;
    for (std::size_t i = below; i < layers.size(); ++i)
        end.size += static_cast<std::int64_t>(layers[i].size);
    const StepState state{.document = m_state.encoded, .layers = layers, .arguments = shownArguments()};
    m_build.recording().ended(m_current, end, &state);
}

Result<> StageRun::announce(const std::string &code)
{
    if (m_build.stopped())
        return fail(ErrorKind::Cancelled, "the build was cancelled");
    m_cached = false;
    m_current = m_step;
    m_build.recording().started(m_current);
    return say(std::format("Step {}/{} : {}\n", m_step++, m_build.steps(), code));
}

Result<> StageRun::apply(const dockerfile::Instruction &instruction)
{
    ++m_place;
    m_sources.clear();
    if (const auto *run = std::get_if<dockerfile::Run>(&instruction))
        return runCommand(*run);
    if (const auto *one = std::get_if<dockerfile::Copy>(&instruction))
        return copy(*one);
    if (const auto *one = std::get_if<dockerfile::Add>(&instruction))
        return add(*one);
    if (const auto *one = std::get_if<dockerfile::Workdir>(&instruction))
        return workdir(*one);
    if (const auto *one = std::get_if<dockerfile::Arg>(&instruction))
        return arg(*one);
    return config(instruction);
}

StepKey StageRun::keyOf(const std::string &instruction) const
{
    return {.parent = m_state.key, .parts = {{"the instruction", instruction}}};
}

// What it sets is in the key as it is, so that nothing else can make a difference.
Result<> StageRun::config(const dockerfile::Instruction &instruction)
{
    TRY(const auto comment, applyConfig(m_state.scope, instruction));
    const std::string history = historyOf(m_state.scope.config, comment);
    StepKey key = keyOf(history);
    key.parts.push_back({"the configuration", api::encode(m_state.scope.config)});
    return step(std::move(key), history, {});
}

// --build-arg, else the default, else an ARG of the same name before the first FROM.
Result<> StageRun::arg(const dockerfile::Arg &arg)
{
    auto &scope = m_state.scope;
    std::string comment = "ARG";
    std::string values;
    for (const auto &definition : arg.arguments) {
        const std::string &name = definition.name.text;
        comment += " " + name;
        std::optional<std::string> value;
        if (definition.value) {
            TRY(value, expandIn(scope, definition.value->text));
            comment += "=" + *value;
        }
        const auto &global = m_build.graph().global;
        if (const auto known = global.find(name); !value && known != global.end())
            value = known->second;
        const auto &given = m_build.request().arguments;
        if (const auto own = given.find(name); own != given.end() && own->second)
            value = own->second;
        if (value)
            scope.arguments[name] = *value;
        else
            scope.arguments.erase(name);
        m_declared.insert(name);
    }
    const std::string history = historyOf(scope.config, comment);
    return step(keyOf(history), history, {});
}

// With --cache-from: the image's own history up to here is ours, and goes on with this step.
std::optional<CachedStep> StageRun::importedStep(const std::string &history) const
{
    const auto &done = m_state.document.history;
    for (const auto &name : m_build.request().cacheFrom) {
        const auto image = m_build.services().images.record(m_build.peer(), name);
        if (!image)
            continue; // as with dockerd, not an error
        const auto &theirs = (*image)->document.history;
        if (theirs.size() <= done.size() || theirs[done.size()].createdBy != history)
            continue;
        const bool same = std::ranges::equal(
            done, theirs | std::views::take(done.size()), [](const auto &one, const auto &other) {
                return one.createdBy == other.createdBy && one.emptyLayer == other.emptyLayer;
            });
        const std::size_t below = layerCount(done);
        const auto &layers = (*image)->layers;
        if (!same || below != m_state.layers.size() || below > layers.size() ||
            !std::ranges::equal(layerIds(m_state.layers), layerIds(layers) | std::views::take(below)))
            continue;
        CachedStep step{.description = history, .created = theirs[done.size()].created};
        if (!theirs[done.size()].emptyLayer) {
            if (below == layers.size())
                continue; // its history is not that of its layers
            step.layer = layers[below];
        }
        return step;
    }
    return std::nullopt;
}

std::optional<CachedStep> StageRun::lookUp(const StepKey &wanted, const std::string &key,
                                           const std::string &history) const
{
    if (m_build.request().noCache)
        return std::nullopt;
    auto found = m_build.services().cache.find(m_build.peer().uid, key);
    if (found && found->layer) {
        // Upon a layer that was made again it is not what it was made upon.
        const std::string below = m_state.layers.empty() ? "" : "sha256:" + m_state.layers.back().id;
        const auto &layer = *found->layer;
        const std::string expected =
            images::hexOf(below.empty() ? layer.diffId : images::chainId(below, layer.diffId));
        if (expected != layer.id || !m_build.services().layers.contains(layer.id))
            found.reset();
    }
    if (found) {
        m_build.used(key);
        return found;
    }
    return wanted.inHistory ? importedStep(history) : std::nullopt;
}

Result<> StageRun::step(StepKey key, const std::string &history, const Make &make)
{
    const std::string digest = key.digest();
    const std::string place = m_build.placeOf(m_plan.index, m_place);
    if (const auto found = lookUp(key, digest, history)) {
        CHECK(say(" ---> Using cache\n"));
        m_cached = true;
        m_state.key = digest;
        return commit(history, m_build.fixedTime().value_or(found->created), found->layer);
    }
    if (make)
        m_build.goLive();
    const auto &cache = m_build.services().cache;
    CachedStep done{
        .key = digest, .parent = key.parent, .parts = key.parts, .place = place, .description = history};
    const auto last = cache.lastAt(m_build.peer().uid, place);
    done.why = m_build.request().noCache ? "the build was asked not to use the cache"
                                         : whyDifferent(last ? &*last : nullptr, key);
    m_build.recording().missed(m_current, digest, done.why);
    std::ranges::move(key.details, std::back_inserter(done.parts));
    const auto began = std::chrono::steady_clock::now();
    if (make) {
        TRY(auto made, make());
        if (made.draft) {
            CHECK(m_build.keep(std::move(made.draft), made.layer.id));
            done.layer = std::move(made.layer);
        }
    }
    done.tookNs =
        std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() - began)
            .count();
    done.created = m_build.timeStamp();
    m_state.key = digest;
    CHECK(commit(history, done.created, done.layer));
    m_build.made(std::move(done));
    return {};
}

Result<> StageRun::commit(const std::string &history, const std::string &created,
                          const std::optional<images::LayerRecord> &layer)
{
    auto &document = m_state.document;
    document.created = created;
    document.history.push_back({.created = created, .createdBy = history, .emptyLayer = !layer});
    if (layer) {
        document.diffIds.push_back(layer->diffId);
        m_state.layers.push_back(*layer);
    }
    encode();
    return say(" ---> " + images::hexOf(images::digestOf(m_state.encoded)).substr(0, 12) + "\n");
}

} // namespace quayside::build
