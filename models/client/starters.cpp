#include "models/client/starters.h"

#include "models/client/requests.h"

namespace quayside::client
{

Call provideStarter(EngineClient &client, const std::string &name, QObject *context,
                    Done<api::IDResponse> done)
{
    return fetch<api::IDResponse>(client.http(), post(target("/quayside/images/starter", {{"name", name}})),
                                  context, std::move(done));
}

} // namespace quayside::client
