#include "models/networks/mapinput.h"

#include "models/containers/containerrow.h"

#include <QFile>
#include <QNetworkInterface>

#include <algorithm>

namespace quayside::models
{

namespace
{

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

// By id, or by name where the engine tells no ids.
const api::Network *find(const std::vector<api::Network> &networks, const std::string &name,
                         const std::string &id)
{
    const auto found = std::ranges::find_if(
        networks, [&](const api::Network &one) { return id.empty() ? one.name == name : one.id == id; });
    return found == networks.end() ? nullptr : &*found;
}

MapContainer toMap(const ContainerRow &row, const api::ContainerSummary &summary,
                   const std::vector<api::Network> &networks)
{
    MapContainer container{.id = row.id,
                           .name = row.name,
                           .state = stateText(row),
                           .troubled =
                               row.state != ContainerState::Running || row.health == Health::Unhealthy,
                           .endpoints = {},
                           .ports = {}};
    for (const auto &[name, endpoint] : summary.networkSettings.networks)
        if (const api::Network *network = find(networks, name, endpoint.networkID))
            container.endpoints.append(
                {text(network->id),
                 text(endpoint.ipAddress.empty() ? endpoint.globalIPv6Address : endpoint.ipAddress)});
    for (const PublishedPort &port : row.ports)
        if (port.hostPort != 0)
            container.ports.append({port.hostAddress, port.hostPort, port.containerPort, port.protocol});
    return container;
}

MapNetwork toMap(const api::Network &network, QList<MapInterface> &interfaces)
{
    MapNetwork made{.id = text(network.id),
                    .name = text(network.name),
                    .driver = text(network.driver),
                    .interface = {},
                    .subnets = {},
                    .internal = network.internal};
    for (const api::IPAMConfig &pool : network.ipam.config) {
        made.subnets.append(text(pool.subnet));
        const auto bridge = std::ranges::find_if(interfaces, [&](const MapInterface &interface) {
            return !pool.gateway.empty() && interface.addresses.contains(text(pool.gateway));
        });
        if (bridge == interfaces.end())
            continue;
        made.interface = bridge->name;
        interfaces.erase(bridge);
    }
    return made;
}

} // namespace

MapInput mapInput(const std::vector<api::ContainerSummary> &containers,
                  const std::vector<api::Network> &networks, const QString &host,
                  const QList<MapInterface> &interfaces)
{
    MapInput input{.host = host, .interfaces = interfaces, .networks = {}, .containers = {}};
    for (const api::Network &network : networks)
        input.networks.append(toMap(network, input.interfaces));
    for (const api::ContainerSummary &summary : containers) {
        const ContainerRow row = toRow(summary, 0);
        const MapContainer container = toMap(row, summary, networks);
        if (row.isRunning()) {
            input.containers.append(container);
            continue;
        }
        for (MapNetwork &network : input.networks)
            network.stopped +=
                std::ranges::contains(container.endpoints, network.id, &MapEndpoint::network) ? 1 : 0;
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
