// Images that our engine makes without a network (feature "starter-image"). As all calls: see engineclient.h.
#pragma once

#include "engine/api/types/exec.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// "busybox" or "quayside/hello": the id of the one that is there, or has been made.
Call provideStarter(EngineClient &client, const std::string &name, QObject *context,
                    Done<api::IDResponse> done);

} // namespace quayside::client
