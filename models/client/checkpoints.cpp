#include "models/client/checkpoints.h"

#include "models/client/requests.h"

namespace quayside::client
{

Call createCheckpoint(EngineClient &client, const std::string &container,
                      const api::CheckpointCreateRequest &wanted, QObject *context, Done<void> done)
{
    return act(client.http(), post(containerPath(container, "/checkpoints"), api::encode(wanted)), context,
               std::move(done));
}

Call moveContainer(EngineClient &client, const std::string &container, const std::string &checkpoint,
                   const std::string &name, QObject *context, Done<api::IDResponse> done)
{
    const Query query{{"checkpoint", checkpoint}, {"name", name}};
    return fetch<api::IDResponse>(client.http(),
                                  post(target("/quayside" + containerPath(container, "/move"), query)),
                                  context, std::move(done));
}

} // namespace quayside::client
