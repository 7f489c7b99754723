#include "models/client/builds.h"

#include "models/client/jsonlines.h"
#include "models/client/requests.h"

namespace quayside::client
{

namespace
{

std::string buildPath(const std::string &id, const std::string &rest = {})
{
    return "/quayside/builds/" + api::percentEncode(id) + rest;
}

std::string stepPath(const std::string &id, int step, const std::string &rest)
{
    return buildPath(id, "/steps/" + std::to_string(step) + rest);
}

} // namespace

Call listBuilds(EngineClient &client, int limit, QObject *context, Done<std::vector<api::BuildRecord>> done)
{
    Query query;
    if (limit > 0)
        query.emplace_back("limit", std::to_string(limit));
    return fetch<std::vector<api::BuildRecord>>(client.http(), get(target("/quayside/builds", query)),
                                                context, std::move(done));
}

Call inspectBuild(EngineClient &client, const std::string &id, QObject *context, Done<api::BuildRecord> done)
{
    return fetch<api::BuildRecord>(client.http(), get(buildPath(id)), context, std::move(done));
}

Call buildStepLog(EngineClient &client, const std::string &id, int step, QObject *context,
                  Done<std::string> done)
{
    return collect(client.http(), get(stepPath(id, step, "/log")), context, std::move(done));
}

Call followBuild(EngineClient &client, const std::string &id, QObject *context,
                 std::function<void(const api::BuildChange &)> onChange, Done<void> onEnd)
{
    struct State {
        LineSplitter lines;
        Result<> outcome;
    };
    auto state = std::make_shared<State>();
    auto takeLine = [state, onChange = std::move(onChange)](std::string_view line) {
        const auto change = api::decode<api::BuildChange>(line);
        if (!change)
            state->outcome = wrap(change.error(), "the engine's answer");
        else if (onChange)
            onChange(*change);
        return change.has_value();
    };
    HttpHandlers handlers;
    handlers.onBody = [state, takeLine](std::string_view bytes) {
        if (!state->outcome)
            return;
        if (auto fed = state->lines.feed(bytes, takeLine); !fed && state->outcome)
            state->outcome = fed;
    };
    handlers.onEnd = [state, onEnd = std::move(onEnd)](const Result<> &result) {
        if (onEnd)
            onEnd(result ? state->outcome : result);
    };
    return Call(client.http().start(get(buildPath(id, "/events")), context, std::move(handlers)));
}

Call enterBuildStep(EngineClient &client, const std::string &id, int step, QObject *context,
                    Done<api::BuildStepImage> done)
{
    return fetch<api::BuildStepImage>(client.http(), post(stepPath(id, step, "/image")), context,
                                      std::move(done));
}

Call removeBuild(EngineClient &client, const std::string &id, QObject *context, Done<void> done)
{
    return act(client.http(), remove(buildPath(id)), context, std::move(done));
}

} // namespace quayside::client
