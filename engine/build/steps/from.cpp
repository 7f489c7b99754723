#include "engine/build/solve/stagerun.h"

#include "engine/containers/launch/command.h"
#include "engine/images/content/digest.h"

#include <algorithm>
#include <format>

namespace quayside::build
{

Result<> StageRun::from()
{
    CHECK(announce(dockerfile::originOf(m_build.file().stages[m_plan.index].from).code));
    const char escape = m_build.file().escape;
    if (m_plan.scratch) {
        CHECK(say(" ---> \n"));
        m_state.document.architecture = m_build.graph().global.at("TARGETARCH");
        m_state.document.variant = m_build.graph().global.at("TARGETVARIANT");
        addPath();
        m_state.key = StepKey{.parent = "scratch"}.digest();
        return {};
    }
    if (m_plan.baseStage) {
        TRY(const auto *base, m_build.stage(*m_plan.baseStage));
        m_state = *base;
        m_state.scope = {.config = base->scope.config, .author = base->scope.author, .escape = escape};
        const auto triggersOfBase = std::exchange(m_state.scope.config.onBuild, {});
        CHECK(say(" ---> " + images::hexOf(images::digestOf(base->encoded)).substr(0, 12) + "\n"));
        return triggers(triggersOfBase);
    }
    return fromImage();
}

// As all builders have it: what is copied in is to be found, also in an image that says nothing of it.
void StageRun::addPath()
{
    auto &env = m_state.scope.config.env;
    if (std::ranges::none_of(env, [](const std::string &one) { return one.starts_with("PATH="); }))
        env.emplace_back(containers::defaultPath);
}

Result<> StageRun::fromImage()
{
    TRY(const auto image,
        m_build.image(m_plan.index, m_plan.baseImage, m_plan.platform, m_build.request().pull));
    m_state.document = image->document;
    m_state.document.comment.clear();
    m_state.document.dockerVersion.clear();
    m_state.document.parent.clear();
    m_state.scope.config = image->document.config;
    m_state.layers = image->layers;
    m_state.key = StepKey{.parent = image->id}.digest();
    m_base = image->id;
    addPath();
    CHECK(say(" ---> " + images::hexOf(image->id).substr(0, 12) + "\n"));
    return triggers(std::exchange(m_state.scope.config.onBuild, {}));
}

Result<> StageRun::triggers(const std::vector<std::string> &expressions)
{
    if (expressions.empty())
        return {};
    CHECK(say(std::format("# Executing {} build trigger{}\n", expressions.size(),
                          expressions.size() == 1 ? "" : "s")));
    for (const auto &expression : expressions) {
        const auto instruction = dockerfile::parseTrigger(expression);
        if (!instruction)
            return wrap(dockerfile::asError(instruction.error()),
                        "the build trigger \"{}\" of the base image", expression);
        CHECK(apply(*instruction));
    }
    return {};
}

} // namespace quayside::build
