#include "models/client/launch.h"

#include "models/client/requests.h"

namespace quayside::client
{

static std::string launchPath(const std::string &id, const std::string &rest = {})
{
    return "/quayside" + containerPath(id, "/launch" + rest);
}

Call startHeld(EngineClient &client, const std::string &id, QObject *context, Done<void> done)
{
    return act(client.http(), post(launchPath(id)), context, std::move(done));
}

Call launch(EngineClient &client, const std::string &id, QObject *context, Done<api::Launch> done)
{
    return fetch<api::Launch>(client.http(), get(launchPath(id)), context, std::move(done));
}

Call followLaunch(EngineClient &client, const std::string &id, QObject *context,
                  std::function<void(const api::Launch &)> onChange, Done<void> onEnd)
{
    return followLines(
        client.http(), get(target(launchPath(id), {{"stream", "1"}})), context,
        [onChange = std::move(onChange)](std::string_view line) -> Result<> {
            const auto launch = api::decode<api::Launch>(line);
            if (!launch)
                return wrap(launch.error(), "the engine's answer");
            if (onChange)
                onChange(*launch);
            return {};
        },
        std::move(onEnd));
}

Call launchNext(EngineClient &client, const std::string &id, const LaunchNext &next, QObject *context,
                Done<void> done)
{
    Query query;
    if (next.all)
        query.emplace_back("all", "1");
    else if (!next.to.empty())
        query.emplace_back("to", next.to);
    else
        query.emplace_back("steps", std::to_string(next.steps));
    return act(client.http(), post(target(launchPath(id, "/next"), query)), context, std::move(done));
}

Call abortLaunch(EngineClient &client, const std::string &id, QObject *context, Done<void> done)
{
    return act(client.http(), post(launchPath(id, "/abort")), context, std::move(done));
}

Call launchStarts(EngineClient &client, const std::string &id, QObject *context,
                  Done<std::vector<api::LaunchStart>> done)
{
    return fetch<std::vector<api::LaunchStart>>(
        client.http(), get("/quayside" + containerPath(id, "/starts")), context, std::move(done));
}

Call recordedLaunch(EngineClient &client, const std::string &id, std::int64_t number, QObject *context,
                    Done<api::Launch> done)
{
    return fetch<api::Launch>(client.http(),
                              get("/quayside" + containerPath(id, "/starts/" + std::to_string(number))),
                              context, std::move(done));
}

} // namespace quayside::client
