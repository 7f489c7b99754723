// The engines that the commands of Docker and Podman have been told of.
#pragma once

#include "models/system/enginechoices.h"

namespace quayside::models
{

// `docker context ls`: <folder>/contexts/meta/<digest of the name>/meta.json; certificates lie below
// contexts/tls/<digest>/docker. What cannot be read, or what the window cannot open, is left out.
QList<EngineAddress> dockerContexts(const QString &folder);

// `podman system connection ls`: podman-connections.json, and before podman 4.9 the sections
// [engine.service_destinations.NAME] of containers.conf.
QList<EngineAddress> podmanConnections(const QStringList &files);

} // namespace quayside::models
