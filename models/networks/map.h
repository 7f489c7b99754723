// The networks of the engine as a picture: what stands where. Pure: equal input gives an equal picture.
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSet>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace quayside::models
{

struct MapInterface {
    QString name;
    QStringList addresses;
    bool leadsOut = false; // the default route goes there
    bool operator==(const MapInterface &) const = default;
};

struct MapNetwork {
    QString id, name, driver, interface;
    QStringList subnets;
    bool internal = false;
    int stopped = 0; // containers that are made to use it and do not run
    bool operator==(const MapNetwork &) const = default;
};

struct MapPort {
    QString hostAddress;
    int hostPort = 0, containerPort = 0;
    QString protocol;
    bool operator==(const MapPort &) const = default;
};

struct MapEndpoint {
    QString network; // id; an unknown one is left out
    QString address; // may be ""
    bool operator==(const MapEndpoint &) const = default;
};

struct MapContainer {        // one that runs
    QString id, name, state; // state: translated
    bool troubled = false;   // paused or unhealthy
    QList<MapEndpoint> endpoints;
    QList<MapPort> ports; // published ones
    bool operator==(const MapContainer &) const = default;
};

struct MapInput {
    QString host;
    QList<MapInterface> interfaces;
    QList<MapNetwork> networks;
    QList<MapContainer> containers;
    bool operator==(const MapInput &) const = default;
};

struct MapNode {
    enum class Kind { Host, Network, Container, Port, More };
    Kind kind = Kind::Host;
    QRectF rect;
    QRectF frame;          // Network: all that belongs to it
    QString title, detail; // what stands in it
    QString sentence;      // what it is, for hovering and for who does not see it
    QString target;        // id of the network or container; of More the network
    QString port;          // Port: "80/tcp", the container's
    bool quiet = false;    // nothing leads out of it, nobody is in it
    bool troubled = false;
    bool operator==(const MapNode &) const = default;
};

struct MapLine {
    enum class Kind {
        WayOut,
        Door,
        Attached
    }; // host to network, port to container, container to its other networks
    Kind kind = Kind::WayOut;
    QList<QPointF> points; // from the host's side to the container's
    QString label;         // at its end: the address
    bool operator==(const MapLine &) const = default;
};

struct NetworkMap {
    QList<MapNode> nodes; // the host first, then each network with what is in it: the order of the Tab key
    QList<MapLine> lines;
    QSizeF size;
    bool operator==(const NetworkMap &) const = default;
};

// `unfolded`: ids of networks all of whose containers are shown; else at most mapFold of each.
NetworkMap layOut(const MapInput &input, const QSet<QString> &unfolded = {});
inline constexpr int mapFold = 8;

} // namespace quayside::models
