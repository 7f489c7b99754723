#include "models/client/ports.h"

#include "models/client/requests.h"

namespace quayside::client
{

Call checkPort(EngineClient &client, const std::string &container, const std::string &port, QObject *context,
               Done<api::PortCheck> done)
{
    return fetch<api::PortCheck>(
        client.http(), get(target("/quayside" + containerPath(container, "/ports/check"), {{"port", port}})),
        context, std::move(done));
}

Call repairPorts(EngineClient &client, const std::string &container, QObject *context, Done<void> done)
{
    return act(client.http(), post("/quayside" + containerPath(container, "/ports/repair")), context,
               std::move(done));
}

} // namespace quayside::client
