// What a container has in memory, kept and taken up again (feature "checkpoints"; docs/extensions.md). As all
// calls: see engineclient.h.
#pragma once

#include "engine/api/types/checkpoint.h"
#include "engine/api/types/exec.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

Call createCheckpoint(EngineClient &client, const std::string &container,
                      const api::CheckpointCreateRequest &wanted, QObject *context, Done<void> done);
// A new container goes on from the checkpoint of one that does not run.
Call moveContainer(EngineClient &client, const std::string &container, const std::string &checkpoint,
                   const std::string &name, QObject *context, Done<api::IDResponse> done);

} // namespace quayside::client
