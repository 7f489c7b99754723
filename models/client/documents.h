// An answer of the engine as it came, for people to read. As all calls: see engineclient.h.
#pragma once

#include "models/client/engineclient.h"

namespace quayside::client
{

// GET; path: "/info", with its query.
Call document(EngineClient &client, const std::string &path, QObject *context, Done<std::string> done);

} // namespace quayside::client
