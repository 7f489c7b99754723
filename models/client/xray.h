// What the kernel says of a container, and of the host. As all calls: see engineclient.h. Our engine only:
// the feature "xray" of docs/extensions.md.
#pragma once

#include "engine/api/types/xray.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// `file`: a path in the container whose layers are wanted; "": none. Conflict: it does not run.
Call xray(EngineClient &client, const std::string &id, const std::string &file, QObject *context,
          Done<api::Xray> done);

Call hostXray(EngineClient &client, QObject *context, Done<api::Xray> done);

} // namespace quayside::client
