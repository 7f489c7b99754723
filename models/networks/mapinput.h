// What the picture of the networks is made of: the engine's lists, and this computer's interfaces.
#pragma once

#include "engine/api/types/container.h"
#include "engine/api/types/network.h"
#include "models/networks/map.h"

#include <QByteArray>

#include <vector>

namespace quayside::models
{

// `containers`: all of them, those that do not run as well. An interface that has a network's gateway is that
// network's bridge, and none of the computer's own.
MapInput mapInput(const std::vector<api::ContainerSummary> &containers,
                  const std::vector<api::Network> &networks, const QString &host,
                  const QList<MapInterface> &interfaces);

// Names of the interfaces that default routes go to. `table`: /proc/net/route (proc_pid_net(5)).
QStringList defaultInterfaces(const QByteArray &table);
// Those with addresses, but the loopback: the way out first, then by name.
QList<MapInterface> hostInterfaces();

} // namespace quayside::models
