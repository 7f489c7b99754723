#include "models/client/delegates.h"

#include "models/client/requests.h"

namespace quayside::client
{

namespace
{

std::string delegatesPath(const std::string &container)
{
    return "/quayside" + containerPath(container, "/delegates");
}

} // namespace

Call delegates(EngineClient &client, const std::string &container, QObject *context,
               Done<api::Delegates> done)
{
    return fetch<api::Delegates>(client.http(), get(delegatesPath(container)), context, std::move(done));
}

Call setDelegates(EngineClient &client, const std::string &container, const api::Delegates &wanted,
                  QObject *context, Done<api::Delegates> done)
{
    return fetch<api::Delegates>(
        client.http(), {.method = "PUT", .target = delegatesPath(container), .body = api::encode(wanted)},
        context, std::move(done));
}

Call checkpointCheck(EngineClient &client, QObject *context, Done<api::CheckpointCheck> done)
{
    return fetch<api::CheckpointCheck>(client.http(), get("/quayside/checkpoint"), context, std::move(done));
}

} // namespace quayside::client
