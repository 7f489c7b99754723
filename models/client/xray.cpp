#include "models/client/xray.h"

#include "models/client/requests.h"

namespace quayside::client
{

Call xray(EngineClient &client, const std::string &id, const std::string &file, QObject *context,
          Done<api::Xray> done)
{
    const Query query = file.empty() ? Query() : Query{{"file", file}};
    return fetch<api::Xray>(client.http(), get(target("/quayside" + containerPath(id, "/xray"), query)),
                            context, std::move(done));
}

Call hostXray(EngineClient &client, QObject *context, Done<api::Xray> done)
{
    return fetch<api::Xray>(client.http(), get("/quayside/xray"), context, std::move(done));
}

} // namespace quayside::client
