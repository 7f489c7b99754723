#include "models/client/builds.h"

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
    return followLines(
        client.http(), get(buildPath(id, "/events")), context,
        [onChange = std::move(onChange)](std::string_view line) -> Result<> {
            const auto change = api::decode<api::BuildChange>(line);
            if (!change)
                return wrap(change.error(), "the engine's answer");
            if (onChange)
                onChange(*change);
            return {};
        },
        std::move(onEnd));
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
