// What the picture of the networks is made of: the lists of the engine, and this computer's interfaces.
#pragma once

#include "models/containers/containerrow.h"
#include "models/networks/map.h"
#include "models/networks/networkmodel.h"

#include <QByteArray>

namespace quayside::models
{

// An interface that has a network's gateway is that network's bridge, and none of the computer's own.
MapInput mapInput(const QList<ContainerRow> &containers, const QList<NetworkRow> &networks,
                  const QString &host = {}, const QList<MapInterface> &interfaces = {});

// Names of the interfaces that default routes go to. `table`: /proc/net/route (proc_pid_net(5)).
QStringList defaultInterfaces(const QByteArray &table);
// Those with addresses, but the loopback: the way out first, then by name.
QList<MapInterface> hostInterfaces();

} // namespace quayside::models
