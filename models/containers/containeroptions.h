// Asks the engine for all that a container was made with.
#pragma once

#include "models/client/engineclient.h"
#include "models/containers/composetext.h"

namespace quayside::models
{

// In the order of ids. One that cannot be had is the error of all.
void fetchOptions(client::EngineClient *client, const QStringList &ids, QObject *context,
                  client::Done<QList<ComposeService>> done);

} // namespace quayside::models
