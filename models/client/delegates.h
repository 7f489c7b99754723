// To whom a container is handed over (feature "delegates"), and whether one could be moved (feature
// "checkpoint-check"). Our engine only. As all calls: see engineclient.h.
#pragma once

#include "engine/api/types/handingover.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

Call delegates(EngineClient &client, const std::string &container, QObject *context,
               Done<api::Delegates> done);
Call setDelegates(EngineClient &client, const std::string &container, const api::Delegates &wanted,
                  QObject *context, Done<api::Delegates> done);
Call checkpointCheck(EngineClient &client, QObject *context, Done<api::CheckpointCheck> done);

} // namespace quayside::client
