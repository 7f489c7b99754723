#include "models/networks/mapinput.h"

#include <QFile>
#include <QNetworkInterface>

#include <algorithm>

namespace quayside::models
{

namespace
{

MapContainer toMap(const ContainerRow &row, const QList<NetworkRow> &networks)
{
    MapContainer container{.id = row.id,
                           .name = row.name,
                           .state = stateText(row),
                           .troubled =
                               row.state != ContainerState::Running || row.health == Health::Unhealthy,
                           .endpoints = {},
                           .ports = {}};
    for (qsizetype i = 0; i < row.networks.size(); ++i) {
        const QString &key = row.networks.at(i); // an id, or a name where the engine tells no ids
        const auto network = std::ranges::find_if(
            networks, [&](const NetworkRow &one) { return one.id == key || one.name == key; });
        if (network != networks.end())
            container.endpoints.append({network->id, row.addresses.value(i)});
    }
    for (const PublishedPort &port : row.ports)
        if (port.hostPort != 0)
            container.ports.append({port.hostAddress, port.hostPort, port.containerPort, port.protocol});
    return container;
}

} // namespace

MapInput mapInput(const QList<ContainerRow> &containers, const QList<NetworkRow> &networks,
                  const QString &host, const QList<MapInterface> &interfaces)
{
    MapInput input{.host = host, .interfaces = interfaces, .networks = {}, .containers = {}};
    for (const ContainerRow &row : containers)
        if (row.isRunning())
            input.containers.append(toMap(row, networks));
    for (const NetworkRow &row : networks) {
        MapNetwork network{.id = row.id,
                           .name = row.name,
                           .driver = row.driver,
                           .interface = row.interface,
                           .subnets = row.subnets,
                           .internal = row.internal};
        const auto running = std::ranges::count_if(input.containers, [&](const MapContainer &container) {
            return std::ranges::contains(container.endpoints, row.id, &MapEndpoint::network);
        });
        const auto bridge = std::ranges::find_if(interfaces, [&](const MapInterface &interface) {
            return std::ranges::any_of(row.gateways, [&](const QString &gateway) {
                return !gateway.isEmpty() && interface.addresses.contains(gateway);
            });
        });
        if (bridge != interfaces.end()) {
            network.interface = bridge->name;
            input.interfaces.removeOne(*bridge);
        }
        network.stopped = int(std::max<qsizetype>(row.containers.size() - running, 0));
        input.networks.append(network);
    }
    return input;
}

QStringList defaultInterfaces(const QByteArray &table)
{
    QStringList names;
    for (const QByteArray &line : table.split('\n').mid(1)) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > 7 && fields.at(1) == "00000000" && fields.at(7) == "00000000")
            names.append(QString::fromUtf8(fields.at(0)));
    }
    names.removeDuplicates();
    return names;
}

QList<MapInterface> hostInterfaces()
{
    QFile routes(QStringLiteral("/proc/net/route"));
    const QStringList out =
        routes.open(QIODevice::ReadOnly) ? defaultInterfaces(routes.readAll()) : QStringList();
    QList<MapInterface> found;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        if (interface.flags().testFlag(QNetworkInterface::IsLoopBack))
            continue;
        MapInterface one{
            .name = interface.name(), .addresses = {}, .leadsOut = out.contains(interface.name())};
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (!entry.ip().isLinkLocal())
                one.addresses.append(entry.ip().toString());
        if (!one.addresses.isEmpty())
            found.append(one);
    }
    std::ranges::sort(found, [](const MapInterface &left, const MapInterface &right) {
        return std::pair(!left.leadsOut, left.name) < std::pair(!right.leadsOut, right.name);
    });
    return found;
}

} // namespace quayside::models
